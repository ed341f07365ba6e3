/**
 * How guesses are judged: quadratic forms of their traits (`score.ts`, in its order).
 *
 * The numbers were fitted so that the expected intersection over union of the winner is largest, by gradient ascent
 * on a softmax over each prompt's guesses. The prompts lay on some 500 objects with known outlines: ellipses,
 * polygons, stars, blobs, letters, bars, rings, crescents and animals cut from one photograph (or texture) and set
 * into another, half of them with their colours pulled onto the background's, and things that the photographs show.
 * Clicks lay in an object's middle or anywhere well inside it.
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
    4.444, 0.1755, 0.2778, 0.1591, 0.1627,
  ],
  scale: [
    0.2401, 0.3231, 0.2763, 0.2095, 0.07432, 0.07823, 0.1712, 0.4427, 1.498, 0.2777, 0.6484, 0.632, 0.8822,
    3.469, 0.47, 0.4479, 0.4769, 0.3691,
  ],
  linear: [
    0.079, -0.032, 0.262, 0.67, 0.252, 0.406, -0.758, -1.221, -0.488, -0.032, 0.74, 0.883, -0.267, -0.57,
    0.69, -0.35, 0.337, 0.351,
  ],
  crossed: [0, 3, 4, 5, 6, 9, 10, 11, 12, 14, 17],
  products: [
    [-0.386, -0.03, -0.147, 0.084, -0.077, -0.063, -0.019, -0.114, -0.441, 0.169, -0.325],
    [-0.319, 0.087, 0.072, -0.159, -0.316, 0.104, 0.065, 0.035, -0.149, 0.09],
    [-0.369, -0.482, -0.271, 0.076, -0.106, 0.045, -0.965, 0.38, -0.02],
    [-0.21, -0.002, 0.064, 0.046, -0.092, 0.006, 0.382, -0.226],
    [-0.268, -0.029, -0.093, -0.212, -0.196, -0.553, -0.457],
    [0.138, 0.149, 0.066, -0.087, 0.408, 0.11],
    [-0.152, -0.186, 0.063, 0.234, 0.215],
    [-0.049, -0.084, 0.004, 0.265],
    [-1.615, -0.438, -0.018],
    [0.26, 0.185],
    [0.241],
  ],
};

export const BOX: Weights = {
  centre: [
    0.5813, 0.6263, 0.3364, 0.1431, 0.1662, 0.1438, 0.0002166, 0.001841, 6.038, 0.555, 1.278, 1.262, -1.918,
    3.815, -2.712, -3.057, 0.5889, 0.01678, 0.054,
  ],
  scale: [
    0.1968, 0.262, 0.2548, 0.1749, 0.06967, 0.066, 0.005421, 0.04287, 1.492, 0.2551, 0.4938, 0.5261, 0.367,
    1.54, 0.5861, 0.4847, 0.1597, 0.03667, 0.226,
  ],
  linear: [
    1.456, 0.718, 1.901, 1.418, 0.976, 0.349, -0.012, 0.054, -2.502, 0.649, 1.733, 2.093, 0.198, -0.151,
    -2.277, 0.095, -0.072, -0.442, 0.439,
  ],
  crossed: [0, 8, 10, 11, 14, 16],
  products: [
    [-0.142, 0.308, 0.216, 0.179, -0.243, 0.129],
    [0.772, -0.268, -0.21, 0.273, -0.267],
    [-0.104, -0.046, -0.171, 0.527],
    [0.1, -0.207, 0.479],
    [-0.605, 0.389],
    [-0.557],
  ],
};
