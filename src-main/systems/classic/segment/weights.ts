/**
 * How a click's guesses are judged: a quadratic form of their traits (`score.ts`, in its order).
 *
 * The numbers were fitted so that the expected intersection over union of the winner is largest, by gradient ascent
 * on a softmax over each click's guesses. The clicks lay on some 280 objects with known outlines: ellipses, polygons,
 * blobs, letters, bars and crescents cut from one photograph and set into another, half of them with their colours
 * pulled onto the background's, and things that the photographs show.
 */

/** Traits are centred and scaled by these, then kept within ±3. */
export const CENTRE = [
  0.501, 0.5236, 0.241, 0.1199, 0.1259, 0.1472, 0.08283, 0.2676, 5.447, 0.6406, 1.071, 0.9807, -1.915, 4.444,
  0.1755, 0.2778, 0.1591, 0.1627,
];
export const SCALE = [
  0.2401, 0.3231, 0.2763, 0.2095, 0.07432, 0.07823, 0.1712, 0.4427, 1.498, 0.2777, 0.6484, 0.632, 0.8822,
  3.469, 0.47, 0.4479, 0.4769, 0.3691,
];

export const LINEAR = [
  0.176, 0.113, 0.306, 0.64, 0.083, 0.402, -0.485, -0.598, 0.641, -0.182, 0.793, 0.873, -0.055, -0.569, 0.496,
  0.158, 0.571, 0.293,
];

/** Which traits are multiplied with each other. */
export const CROSSED = [0, 3, 4, 5, 6, 9, 10, 11, 12, 14, 17];

/** Row n: the products of trait CROSSED[n] with itself and the ones after it. */
export const PRODUCTS = [
  [-0.142, 0.054, -0.148, -0.045, -0.045, -0.096, 0.15, 0.041, -0.182, 0.072, -0.279],
  [-0.109, 0.114, -0.002, -0.078, -0.09, 0.117, 0.038, -0.1, -0.196, -0.127],
  [-0.067, -0.374, -0.184, 0.008, -0.003, -0.02, -0.192, 0.137, 0.119],
  [-0.109, 0.005, 0.078, 0.013, -0.079, 0.341, 0.08, 0.053],
  [-0.158, 0.024, -0.091, -0.183, -0.131, -0.37, -0.286],
  [-0.159, 0.137, 0.194, 0.036, 0.13, 0.269],
  [-0.087, -0.117, 0.021, 0.213, 0.094],
  [-0.14, -0.072, 0.109, 0.063],
  [-0.694, -0.21, 0.047],
  [0.206, 0.497],
  [0.134],
];
