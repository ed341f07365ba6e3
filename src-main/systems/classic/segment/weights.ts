/**
 * How guesses are judged: quadratic forms of their traits (`score.ts`, in its order).
 *
 * The numbers were fitted so that the expected intersection over union of the winner is largest, by gradient ascent
 * on a softmax over each prompt's guesses. The prompts lay on some 500 objects with known outlines: ellipses,
 * polygons, stars, blobs, letters, bars, rings, crescents and animals cut from one photograph (or texture) and set
 * into another, half of them with their colours pulled onto the background's, and things that the photographs show.
 * Clicks lay in an object's middle or anywhere well inside it; boxes were tight, or up to a fifth too large on some
 * sides. For clicks, what the photographs show counted five times as much as what was set into them, and the numbers
 * are kept small: where several guesses are nearly as good, the one is taken that agrees with most of the others.
 */

export interface Weights {
  /** Traits are centred and scaled by these, then kept within ±3. */
  centre: readonly number[];
  scale: readonly number[];
  linear: readonly number[];
  /** Which traits are multiplied with each other. */
  crossed: readonly number[];
  /** Row n: the products of trait crossed[n] with itself and the ones after it. */
  products: readonly (readonly number[])[];
}

export const CLICK: Weights = {
  centre: [
    0.501, 0.5236, 0.241, 0.1199, 0.1259, 0.1472, 0.08283, 0.2676, 5.447, 0.6406, 1.071, 0.9807, -1.915,
    4.444, 0.8598, 0.1755, 0.2778, 0.1591, 0.1627, 0.1887, 0.04577,
  ],
  scale: [
    0.2401, 0.3231, 0.2763, 0.2095, 0.07432, 0.07823, 0.1712, 0.4427, 1.498, 0.2777, 0.6484, 0.632, 0.8822,
    3.469, 0.1087, 0.47, 0.4479, 0.4769, 0.3691, 0.3913, 0.209,
  ],
  linear: [
    0.268, 0.112, 0.62, 0.821, 0.472, -0.005, -0.396, -0.757, -0.207, -0.152, 0.513, 0.71, -0.081, -0.535,
    0.064, 0.59, 0.092, 0.23, 0.355, -0.327, 0.056,
  ],
  crossed: [0, 3, 4, 5, 6, 9, 10, 11, 12, 14, 15, 18],
  products: [
    [-0.37, 0.018, 0.072, -0.152, 0.081, -0.032, 0.008, -0.125, -0.526, 0.068, 0.606, -0.24],
    [-0.407, 0.327, 0.175, -0.117, -0.142, 0.074, -0.047, -0.073, -0.039, 0.241, 0.025],
    [-0.359, 0.085, 0.17, -0.164, -0.01, 0.047, -0.722, 0.382, 0.431, -0.136],
    [0.455, -0.274, 0.304, -0.271, -0.406, -0.575, 0.153, 0.322, 0.004],
    [0.008, -0.266, 0.112, 0.071, -0.112, 0.178, -0.445, -0.335],
    [0.073, 0.179, 0.017, -0.203, -0.022, 0.213, 0.225],
    [-0.226, -0.188, 0.131, -0.08, 0.153, 0.12],
    [0.017, 0.018, -0.076, 0.014, 0.243],
    [-1.447, 0.217, -0.316, 0.03],
    [-0.385, 0.172, 0.012],
    [0.447, -0.167],
    [0.398],
  ],
};

/** Which of a click's guesses are worth redrawing: fitted mostly to what was set into photographs. */
export const PROMISE: Weights = {
  centre: [
    0.501, 0.5236, 0.241, 0.1199, 0.1259, 0.1472, 0.08283, 0.2676, 5.447, 0.6406, 1.071, 0.9807, -1.915,
    4.444, 0.8598, 0.1755, 0.2778, 0.1591, 0.1627, 0.1887, 0.04577,
  ],
  scale: [
    0.2401, 0.3231, 0.2763, 0.2095, 0.07432, 0.07823, 0.1712, 0.4427, 1.498, 0.2777, 0.6484, 0.632, 0.8822,
    3.469, 0.1087, 0.47, 0.4479, 0.4769, 0.3691, 0.3913, 0.209,
  ],
  linear: [
    0.214, -0.006, 0.565, 1.412, 0.534, 0.683, -1.562, -2.542, -0.911, 0.073, 1.372, 1.694, -0.47, -1.271,
    0.151, 1.045, -0.655, 0.592, 0.761, -0.059, -0.083,
  ],
  crossed: [0, 3, 4, 5, 6, 9, 10, 11, 12, 14, 15, 18],
  products: [
    [-0.857, -0.134, -0.312, 0.031, -0.187, -0.1, 0.023, -0.294, -0.96, 0.103, 0.331, -0.3],
    [-0.754, 0.008, -0.099, -0.346, -0.663, 0.314, 0.063, 0.043, -0.069, -0.306, 0.367],
    [-0.707, -1.063, -0.583, 0.074, -0.217, 0.189, -2.086, 0.121, 0.738, 0.228],
    [-0.386, 0.037, 0.198, 0.071, -0.251, -0.108, 0.132, 0.46, -0.574],
    [-0.556, -0.116, -0.157, -0.409, -0.428, -0.075, -1.02, -0.968],
    [0.283, 0.278, 0.132, -0.298, -0.117, 0.914, 0.331],
    [-0.264, -0.373, 0.154, 0.003, 0.197, 0.453],
    [-0.042, -0.125, 0.018, -0.145, 0.621],
    [-3.534, 0.105, -0.65, 0.203],
    [0.384, 0.346, 0.252],
    [0.036, -0.174],
    [0.589],
  ],
};

export const BOX: Weights = {
  centre: [
    0.5813, 0.6263, 0.3364, 0.1431, 0.1662, 0.1438, 0.0002166, 0.001841, 6.038, 0.555, 1.278, 1.262, -1.918,
    3.815, 0.8422, -2.712, -3.057, 0.5889, 0.01678, 0.6004, 0.9458, 0.054, 0.2811, 0.09674,
  ],
  scale: [
    0.1968, 0.262, 0.2548, 0.1749, 0.06967, 0.066, 0.005421, 0.04287, 1.492, 0.2551, 0.4938, 0.5261, 0.367,
    1.54, 0.1285, 0.5861, 0.4847, 0.1597, 0.03667, 0.2436, 0.5812, 0.226, 0.4495, 0.2956,
  ],
  linear: [
    5.301, 2.307, 7.479, 6.377, 4.032, 1.074, -0.329, -0.133, -9.781, 1.988, 7.727, 8.833, 1.131, -0.892,
    1.052, -8.664, 1.442, -0.1, -2.683, -0.471, 0.888, 2.395, 0.354, -0.478,
  ],
  crossed: [0, 3, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18],
  products: [
    [-0.394, 0.045, 1.375, -0.769, 0.44, 0.45, -0.843, 0.262, -1.328, -0.33, 1.236, 0.07],
    [-0.806, 0.619, -0.788, -0.005, 0.131, -0.035, -0.489, -0.064, 0.081, -0.035, -0.464],
    [2.964, -0.097, -0.831, -0.651, 0.201, 0.174, 1.67, 0.163, -1.254, -0.188],
    [0.8, 0.048, -0.218, -0.573, 0.159, -0.236, -0.188, 0.004, 0.246],
    [-0.843, -0.668, 0.333, -0.056, -0.454, 0.265, 1.785, -0.406],
    [0.331, 0.793, 0.133, -1.199, -0.354, 2.368, -0.25],
    [0.044, -0.666, -1.134, -0.861, 0.698, -0.109],
    [0.036, -0.999, -0.448, -0.464, 0.156],
    [-2.579, -0.43, 1.11, 0.44],
    [-0.698, 0.105, 0.312],
    [-2.082, -0.117],
    [-0.83],
  ],
};

/** Which regions of a photo belong to its subject (`foreground.ts`): the log of the odds, less this. */
export const FOREGROUND_BIAS = -0.961;
export const FOREGROUND: Weights = {
  centre: [
    0.5263, 0.6086, 1.028, 0.1859, 0.2869, 0.02494, -0.004586, 1.72e-17, -1.284e-17, 0.4956, 0.5312, 0.3758,
    0.3031,
  ],
  scale: [0.328, 0.4346, 0.8558, 0.2224, 0.1092, 0.0593, 0.2989, 1.0, 1.0, 0.2577, 0.3896, 0.2944, 0.3452],
  linear: [-0.244, 0.127, -0.681, 0.822, -0.817, -0.444, 0.234, -0.283, 0.547, -0.42, 0.449, -0.496, 0.639],
  crossed: [0, 1, 2, 3, 4, 6],
  products: [
    [-0.06, 0.019, 0.102, -0.18, -0.071, -0.104],
    [0.086, -0.129, 0.407, 0.456, 0.108],
    [-0.254, 0.058, 0.104, 0.023],
    [0.023, 0.129, -0.126],
    [-0.019, -0.287],
    [-0.405],
  ],
};

/**
 * Which part is meant by a click that corrects a selection (`corrections.ts`): the score of what the selection becomes
 * and of the part as an object; how deep the click lies in the part, beside half its depth; how large it is beside
 * the selection; the strength of its own edges; how much it looks like what it joins, or unlike what it leaves; and how
 * near it comes to the selection's outline. Fitted like the others, on clicks placed in the middle of what was wrong
 * on photographs.
 */
export const CORRECTION: Weights = {
  centre: [-3.836, -2.911, -0.3022, -1.688, 0.5024, 0.4923, -0.5335],
  scale: [2.942, 3.069, 0.5867, 1.766, 0.1914, 0.2807, 0.89],
  linear: [0.97, 0.761, 1.308, -1.241, 0.903, 0.904, 0.937],
  crossed: [],
  products: [],
};

/**
 * How much of a mask is the subject (`subject-judge.ts`): intersection over union, less the bias. A ridge regression on
 * some 1 500 masks of 79 photographs; how surely a subject is found right (at least 0.7) follows by logistic regression.
 */
export const SUBJECT: Weights = {
  centre: [
    0.6184, 0.6662, 0.3797, 0.1859, 0.1663, 0.1552, 0.07515, 0.489, 8.845, 0.536, 1.35, 1.272, -1.272, 1.82,
    0.6873, 0.4018, 0.7385, 0.1988, 0.4833, 0.5903, 0.1838, 0.2213, 0.7289, 0.3387, 0.1054, 0.03701, 0.2336,
    0.05046, 0.1175, 0.2989, 0.3334, 0.05761, 0.03928, 0.1732, 0.05363,
  ],
  scale: [
    0.1496, 0.1995, 0.2036, 0.1426, 0.061, 0.05479, 0.1153, 0.4999, 2.814, 0.2038, 0.4364, 0.4252, 0.4497,
    1.368, 0.1507, 0.1469, 0.211, 0.1123, 0.2654, 0.2515, 0.1115, 0.2523, 0.1555, 0.4087, 0.1266, 0.1306,
    0.1673, 0.07836, 0.2693, 0.1305, 0.1263, 0.1464, 0.1556, 0.2727, 0.2215,
  ],
  linear: [
    0.01071, 0.01154, 0.009781, 0.005198, 0.003077, -0.01539, -0.01964, -0.006914, 0.008259, -0.01342,
    0.01299, 0.01305, 0.02123, -0.02138, 0.0001812, 0.05062, 0.02709, -0.0245, 0.04105, 0.006045, -0.008829,
    -0.004292, 0.01012, -0.002825, -0.003284, -0.002903, 0.01081, -0.007509, 0.009, 0.005603, 0.01388,
    -0.01659, -0.005273, -0.01345, -0.0007258,
  ],
  crossed: [],
  products: [],
};
export const SUBJECT_BIAS = 0.4093;
export const SUBJECT_SURE = { slope: 8.993, bias: -5.309 };
