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
    0.118, 0.047, 0.199, 0.714, 0.149, 0.397, -0.738, -1.107, -0.447, -0.178, 0.763, 0.95, -0.461, -0.307,
    0.669, -0.315, 0.448, 0.396,
  ],
  crossed: [0, 3, 4, 5, 6, 9, 10, 11, 12, 14, 17],
  products: [
    [-0.367, 0.027, -0.193, -0.058, -0.026, -0.154, 0.067, 0.009, -0.648, 0.16, -0.225],
    [-0.198, 0.016, 0.034, -0.127, -0.23, 0.143, 0.081, -0.323, -0.1, 0.086],
    [-0.391, -0.423, -0.19, 0.094, -0.108, -0.018, -0.568, 0.156, -0.006],
    [-0.109, 0.041, 0.123, -0.005, -0.131, 0.173, 0.345, -0.265],
    [-0.303, -0.024, -0.046, -0.187, -0.101, -0.49, -0.393],
    [0.091, 0.077, 0.019, 0.125, 0.225, 0.254],
    [-0.112, -0.085, -0.072, 0.157, 0.122],
    [0.014, -0.213, -0.021, 0.233],
    [-1.291, -0.399, -0.266],
    [0.234, 0.426],
    [0.323],
  ],
};

export const BOX: Weights = {
  centre: [
    0.5628, 0.6036, 0.3161, 0.1324, 0.1659, 0.1441, 0.0002941, 0.002499, 6.166, 0.5729, 1.233, 1.221, -1.933,
    3.894, 0.06377, 0.03583, 0.5762, 0.01808, 0.05624,
  ],
  scale: [
    0.2017, 0.268, 0.2487, 0.1651, 0.06886, 0.06993, 0.006314, 0.04993, 1.526, 0.2505, 0.5071, 0.5355, 0.3952,
    1.671, 0.07413, 0.04205, 0.1656, 0.03882, 0.2304,
  ],
  linear: [
    0.827, 0.44, 1.027, 0.818, 0.473, 0.192, -0.007, 0.032, -1.219, 0.259, 0.97, 1.134, 0.036, -0.014, -1.967,
    0.022, -0.183, -0.218, 0.467,
  ],
  crossed: [0, 8, 10, 11, 14, 16],
  products: [
    [-0.024, 0.062, 0.12, 0.081, -0.129, 0.08],
    [0.351, -0.173, -0.137, -0.002, -0.072],
    [-0.064, -0.03, -0.155, 0.328],
    [0.031, -0.137, 0.287],
    [-0.253, 0.261],
    [-0.313],
  ],
};
