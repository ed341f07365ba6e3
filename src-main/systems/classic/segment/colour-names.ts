/**
 * Which pixels a colour's name means. A name covers a whole region of colours: red is also brick and wine. So a pixel
 * belongs to the name whose samples it lies nearest to, among samples of the eleven basic terms (Berlin and Kay, "Basic
 * color terms", 1969), cyan, and the colours of skin and sand, which people call none of these.
 */
import type { Planes } from './planes.ts';

/** First what a name stands for, then what people call by it. A named shade means its own surroundings only. */
const families: readonly (readonly string[])[] = [
  ['ff0000', 'ff0000', 'c81e1e', '8b1a1a', 'b22222', 'a52a2a', 'd9432f', '5c1212', 'e04848'],
  ['ffa500', 'ffa500', 'ff8c00', 'e67e22', 'd9661f', 'f0a04b', 'ff6a13'],
  ['ffff00', 'ffff00', 'e6c619', 'f5e663', 'd4b106', 'f2d94e'],
  ['008000', '008000', '00ff00', '2e8b57', '6b8e23', '9acd32', '1f4d1f', '8fbc8f', '4f7942', '33431e'],
  ['008000', '90ee90', '10402c', '12382c', '2f5d4a'],
  ['00ffff', '00ffff', '20b2aa', '008080', '66cdcc', '1f5f5f'],
  ['0000ff', '0000ff', '1e4fa0', '4682b4', '87ceeb', '191970', '6495ed', '4a6fa5', '1e90ff', '24365c'],
  ['800080', '800080', '6a3d9a', '9370db', '4b2a6b', 'b060c0', 'c8a2c8'],
  ['ffc0cb', 'ffc0cb', 'ff69b4', 'e75480', 'd98ba0', 'ff1493', 'f4a6b8'],
  ['a52a2a', '8b4513', '6b4423', '8a5a30', '4e3524', '3b2417', '7a4a2a'],
  ['000000', '000000', '1a1a1a', '202226'],
  ['808080', '808080', '505050', 'a9a9a9', '606468', '8c8880'],
  ['ffffff', 'ffffff', 'f2f2f2', 'e9edf0'],
  ['', 'd2b48c', 'f5deb3', 'e8c4a0', 'c89f7c', 'f3d7c3', 'a98467'],
];

/** How much a difference of lightness counts beside one of colour: shade doesn't change a name much. */
const LIGHTNESS = 0.55;
/** A sample nearer than this to the colour asked for is the same colour. */
const SAME = 0.08;
/** Over such a difference of distances membership goes from 0 to 1. */
const SOFT = 0.05;

type Lab = readonly [l: number, a: number, b: number];

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** OKLab (Ottosson 2020) from CIE XYZ (D65). */
function fromXyz(x: number, y: number, z: number): Lab {
  const l = Math.cbrt(0.8189330101 * x + 0.3618667424 * y - 0.1288597137 * z);
  const m = Math.cbrt(0.0329845436 * x + 0.9293118715 * y + 0.0361456387 * z);
  const s = Math.cbrt(0.0482003018 * x + 0.2643662691 * y + 0.633851707 * z);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromHex(hex: string): Lab {
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return fromXyz(
    0.4124564 * r + 0.3575761 * g + 0.1804375 * b,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    0.0193339 * r + 0.119192 * g + 0.9503041 * b,
  );
}

const distance = ([l, a, b]: Lab, [m, c, d]: Lab): number => Math.hypot(LIGHTNESS * (l - m), a - c, b - d);

const nearest = (colour: Lab, samples: readonly Lab[]): number =>
  samples.reduce((least, sample) => Math.min(least, distance(colour, sample)), Infinity);

/** 0..1 for a colour in CIE Lab (D65). */
export type Membership = (l: number, a: number, b: number) => number;

/** @param colour `#rrggbb`: what a name stands for */
export function membershipOf(colour: string): Membership {
  const said = colour.slice(1).toLowerCase();
  const hex = said === '00ff00' ? '008000' : said; // lime is a green for all its brightness
  const wanted = fromHex(hex);
  const own: Lab[] = [];
  const others: Lab[] = [];
  for (const [head, ...samples] of families)
    for (const sample of samples.map(fromHex))
      if (head === hex || distance(sample, wanted) < SAME) own.push(sample);
      else others.push(sample);
  if (!families.some(([head]) => head === hex)) own.push(wanted);
  return (l, a, b) => {
    const y = inverse((l + 16) / 116);
    const x = inverse((l + 16) / 116 + a / 500);
    const z = inverse((l + 16) / 116 - b / 200);
    const here = fromXyz(0.95047 * x, y, 1.08883 * z);
    const margin = nearest(here, others) - nearest(here, own);
    return Math.min(1, Math.max(0, 0.5 + margin / SOFT));
  };
}

/** CIE Lab's own curve, back to XYZ over the white. */
const inverse = (f: number): number => (f > 6 / 29 ? f ** 3 : (f - 4 / 29) * (108 / 841));

/** Steps of the table: CIE Lab is divided so finely (in its own units). */
const STEP = 3;

/** How much each pixel has the colour, 0..1. Colours that are nearly the same share one look-up. */
export function coloured({ l, a, b }: Planes, membership: Membership): Float32Array {
  const known = new Map<number, number>();
  const out = new Float32Array(l.length);
  for (let i = 0; i < out.length; i++) {
    const [u, v, w] = [Math.round(l[i]! / STEP), Math.round(a[i]! / STEP), Math.round(b[i]! / STEP)];
    const key = (u * 128 + v + 64) * 128 + w + 64;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = membership(u * STEP, v * STEP, w * STEP)));
    out[i] = value;
  }
  return out;
}
