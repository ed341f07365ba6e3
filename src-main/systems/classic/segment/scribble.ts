/**
 * Scribbles: rough strokes over what is meant and over what isn't. Each pixel first goes to the strokes from which fewer
 * edges are crossed (Bai and Sapiro, "A geodesic framework for fast interactive image segmentation", ICCV 2007); then
 * looks and outline improve each other with the strokes fixed.
 */
import type { Work } from '../../../runtime/work.ts';
import type { RegionPart } from '../../../contract/index.ts';
import { outsideBox, type Box } from './box.ts';
import { cutBand } from './cut.ts';
import type { Features, Prepared } from './features.ts';
import { geodesic, rimOf } from './geodesic.ts';
import { scaled, type Click } from './places.ts';
import { draw, segmentPrompt } from './prompt.ts';
import { drawStroke } from './shapes.ts';

export type Scribble = Pick<Extract<RegionPart, { kind: 'stroke' }>, 'kind' | 'points' | 'radius'> & {
  sign: '+' | '-';
};

/** Rounds in which looks and outline improve each other. */
const ROUNDS = 3;
/** Half a click's width, in units of the longer side. */
const CLICK = 0.004;

/**
 * What scribbles, clicks and boxes (0..1) mean together, 1 inside, at the working size. At least one of them must say
 * what is meant.
 */
export async function segmentScribbles(
  prepared: Prepared,
  scribbles: readonly Scribble[],
  clicks: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const strokes = [...scribbles, ...clicks.map(asStroke)];
  const seeds = await paint(strokes, coarse, work);
  const limits = boxes.map((box) => outsideBox(coarse, scaled(box, coarse)));
  const bounded = (i: number): boolean => limits.length > 0 && limits.every((limit) => limit[i]! < 0);
  const start = nearerToWanted(coarse, seeds, limits.length === 0);
  if (boxes.length || clicks.some((c) => c.sign === '+')) {
    const found = await segmentPrompt(prepared, clicks, boxes, work);
    const near = geodesic(coarse.planes, pixelsOf(seeds, -1));
    const own = geodesic(coarse.planes, pixelsOf(seeds, 1));
    for (let i = 0; i < start.length; i++)
      if (found[sameIn(i, coarse, fine)] && !(near[i]! < own[i]!)) start[i] = 1;
  }
  for (let i = 0; i < start.length; i++) {
    if (bounded(i)) seeds[i] = -1;
    if (seeds[i]) start[i] = seeds[i]! > 0 ? 1 : 0;
  }
  await work.breathe();
  let mask: Uint8Array = start;
  for (let round = 0; round < ROUNDS; round++) {
    const band = Math.max(4, 0.35 * Math.sqrt(mask.reduce((sum, v) => sum + v, 0)));
    mask = await cutBand(coarse, mask, { band, hold: 0.5, looks: 1, smooth: 6, fixed: seeds }, work);
  }
  return draw(prepared, mask, await paint(strokes, fine, work), wantedClicks(scribbles), work);
}

const asStroke = ({ x, y, sign }: Click): Scribble => ({
  kind: 'stroke',
  points: [[x, y]],
  radius: CLICK,
  sign,
});

/** A place on each scribble that says what is meant, so that no part of it counts as a speck. */
const wantedClicks = (scribbles: readonly Scribble[]): Click[] =>
  scribbles
    .filter((s) => s.sign === '+')
    .map(({ points }) => points[points.length >> 1]!)
    .map(([x, y]) => ({ x, y, sign: '+' }));

/** 1 under what is meant, -1 under what isn't, later strokes over earlier ones; 0 elsewhere. */
async function paint(
  strokes: readonly Scribble[],
  { width, height }: { width: number; height: number },
  work: Work,
): Promise<Int8Array> {
  const seeds = new Int8Array(width * height);
  for (const { points, radius, sign } of strokes) {
    // at least a pixel wide, however small the picture
    const r = Math.max(radius, 0.75 / Math.max(width, height));
    const { data } = await drawStroke(points, r, width, height, work);
    for (let i = 0; i < data.length; i++) if (data[i]! > 127) seeds[i] = sign === '+' ? 1 : -1;
  }
  return seeds;
}

function* pixelsOf(seeds: Int8Array, value: 1 | -1): Iterable<readonly [number, number]> {
  for (let i = 0; i < seeds.length; i++) if (seeds[i] === value) yield [i, 0];
}

/** 1 where fewer edges lie between a pixel and what is meant than between it and what isn't, or the picture's rim. */
function nearerToWanted({ planes, width, height }: Features, seeds: Int8Array, rim: boolean): Uint8Array {
  const wanted = geodesic(planes, pixelsOf(seeds, 1));
  const against = [...pixelsOf(seeds, -1)];
  if (rim && !against.length) for (const i of rimOf({ width, height })) if (!seeds[i]) against.push([i, 0]);
  const refused = geodesic(planes, against);
  return Uint8Array.from(wanted, (d, i) => (d < refused[i]! ? 1 : 0));
}

/** The pixel of `to` at the middle of pixel `i` of `from`. */
function sameIn(
  i: number,
  from: { width: number; height: number },
  to: { width: number; height: number },
): number {
  const x = Math.floor((((i % from.width) + 0.5) * to.width) / from.width);
  return Math.floor(((Math.floor(i / from.width) + 0.5) * to.height) / from.height) * to.width + x;
}
