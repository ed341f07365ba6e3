/** What each film look does. Curves are points (input, output) 0..1; tints are OKLab (a, b). */
import type { Args } from './apply.ts';

type Points = readonly (readonly [number, number])[];
type Tint = readonly [number, number];

export interface Look {
  /** On OKLab lightness, where middle grey is 0.6. */
  tone: Points;
  /** On the coded values of red, green and blue, before everything else. */
  channels?: readonly [Points, Points, Points];
  /** Chroma is multiplied by this; without it the picture loses its colours, by a mix of red, green and blue light. */
  saturation: number | { mix: readonly [number, number, number] };
  /** Added to dark, middle and bright tones. */
  shadows?: Tint;
  middle?: Tint;
  highlights?: Tint;
  /** Deviation of the grain in OKLab lightness at middle grey. */
  grain?: number;
}

const straight: Points = [
  [0, 0],
  [1, 1],
];

export const looks: Record<Args<'film-look'>['look'], Look> = {
  /** A portrait negative: a long shoulder, creamy lights, a trace of green in the shadows. */
  classic: {
    tone: [
      [0, 0.035],
      [0.25, 0.225],
      [0.6, 0.615],
      [0.85, 0.86],
      [1, 0.975],
    ],
    saturation: 0.94,
    shadows: [-0.008, -0.002],
    middle: [0.002, 0.005],
    highlights: [0.004, 0.014],
    grain: 0.011,
  },
  /** Slide film for landscapes. */
  vivid: {
    tone: [
      [0, 0],
      [0.25, 0.19],
      [0.6, 0.61],
      [0.85, 0.89],
      [1, 1],
    ],
    saturation: 1.4,
  },
  /** A print that lay in the sun. */
  faded: {
    tone: [
      [0, 0.2],
      [0.3, 0.37],
      [0.6, 0.62],
      [1, 0.94],
    ],
    saturation: 0.68,
    shadows: [0.006, -0.01],
    middle: [0.004, 0.006],
    highlights: [0.002, 0.018],
    grain: 0.013,
  },
  sepia: {
    tone: [
      [0, 0.06],
      [0.3, 0.29],
      [0.6, 0.62],
      [1, 0.97],
    ],
    saturation: { mix: [0.3, 0.55, 0.15] },
    shadows: [0.016, 0.022],
    middle: [0.022, 0.042],
    highlights: [0.008, 0.026],
    grain: 0.01,
  },
  /** Fast black-and-white film behind an orange filter. */
  noir: {
    tone: [
      [0, 0],
      [0.3, 0.17],
      [0.6, 0.59],
      [0.82, 0.88],
      [1, 1],
    ],
    saturation: { mix: [0.5, 0.42, 0.08] },
    grain: 0.026,
  },
  /** Overcast, northern. */
  cool: {
    tone: [
      [0, 0.02],
      [0.3, 0.28],
      [0.65, 0.66],
      [1, 0.99],
    ],
    saturation: 0.86,
    shadows: [-0.008, -0.026],
    middle: [-0.008, -0.018],
    highlights: [-0.005, -0.01],
    grain: 0.007,
  },
  /** An hour before sunset. */
  golden: {
    tone: [
      [0, 0.03],
      [0.3, 0.3],
      [0.6, 0.63],
      [1, 0.985],
    ],
    saturation: 1.08,
    shadows: [0.008, 0.002],
    middle: [0.012, 0.03],
    highlights: [0.008, 0.04],
    grain: 0.007,
  },
  /** Slide film in the chemistry of negatives: steep, with yellow-green lights and blue-green darks. */
  cross: {
    tone: straight,
    channels: [
      [
        [0, 0],
        [0.25, 0.17],
        [0.75, 0.84],
        [1, 1],
      ],
      [
        [0, 0],
        [0.25, 0.22],
        [0.75, 0.83],
        [1, 1],
      ],
      [
        [0, 0.12],
        [0.3, 0.31],
        [0.75, 0.7],
        [1, 0.86],
      ],
    ],
    saturation: 1.08,
    grain: 0.009,
  },
  /** The cinema's pair: skin and light against a teal dark. */
  'teal-orange': {
    tone: [
      [0, 0.02],
      [0.28, 0.24],
      [0.62, 0.63],
      [1, 0.98],
    ],
    saturation: 1.08,
    shadows: [-0.042, -0.036],
    middle: [-0.014, -0.008],
    highlights: [0.012, 0.032],
    grain: 0.007,
  },
};
