/**
 * A selection after one more click. What was right stays: a positive click adds the part around it and takes nothing
 * away, a negative one takes the part around it away and adds nothing, and what earlier clicks said goes on to hold.
 */
import type { Work } from '../../../runtime/work.ts';
import { mostAgreed, type Guess } from './agreed.ts';
import { outsideBox, type Box } from './box.ts';
import { corrections } from './corrections.ts';
import { components } from './distance.ts';
import type { Prepared } from './features.ts';
import { best, guess } from './guesses.ts';
import { cutPart } from './local.ts';
import { grow, pin, pixelAt, scaled, SPECK, type Click } from './places.ts';
import { shrink } from './planes.ts';

/** A selection after some boxes and clicks. */
export interface Selected {
  /** At the working size, 1 inside. */
  mask: Uint8Array;
  /** What else they may mean, at the search size. */
  others: Pick<Guess, 'mask'>[];
}

/** How many of a click's guesses are kept for the clicks after it. */
export const OTHERS = 16;

/** What is too thin to be seen at the search size grows from a dot, by at most so many pixels. */
const DOT = 8;

/** `said`: the clicks before this one. What a positive click in a box adds stays in the box. */
export async function correct(
  prepared: Prepared,
  { mask, others }: Selected,
  click: Click,
  said: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Selected> {
  const { coarse, fine } = prepared;
  const { sign } = click;
  const here = pixelAt(click, fine);
  if (mask[here] === (sign === '+' ? 1 : 0)) return { mask, others };
  const guesses = await guess(prepared, click, work);
  const before = Uint8Array.from(shrink(Float32Array.from(mask), fine, coarse), (v) => (v < 0.5 ? 0 : 1));
  const open = opened(before, click, boxes, coarse);
  const pins = new Int8Array(mask.length);
  pin(pins, fine, [...said, click]);
  const found = await corrections(
    prepared,
    {
      before,
      open,
      at: pixelAt(click, coarse),
      sign,
      against: said.filter((c) => c.sign !== sign).map((c) => pixelAt(c, coarse)),
    },
    guesses,
    others.map(({ mask: other }) => (sign === '+' ? other : other.map((v) => 1 - v))),
    work,
  );
  const chosen = mostAgreed(found);
  const part = chosen ? grow(chosen.mask, coarse, fine) : new Uint8Array(mask.length);
  const allowed = opened(mask, click, boxes, fine);
  // at least the click's own dot changes
  for (let i = 0; i < part.length; i++) {
    if (pins[i]) part[i] = pins[i]! > 0 === (sign === '+') ? 1 : 0;
    if (sign === '+' && fine.planes.alpha[i]! < 0.5) allowed[i] = 0;
    if (!allowed[i]) part[i] = 0;
  }
  const area = part.reduce((sum, v) => sum + v, 0);
  const band = chosen ? Math.max(3, 0.1 * Math.sqrt(area)) : DOT;
  const options = { band, hold: chosen ? 3 : 0.5, smooth: 8, said: pins };
  const after = await cutPart(fine, mask, part, allowed, sign, options, work);
  await work.breathe();
  keepWhole(after, mask, click, pins, fine);
  return { mask: after, others: sign === '+' ? [...others, ...best(guesses, OTHERS)] : others };
}

/** 1 where a click may change a selection. */
function opened(
  mask: Uint8Array,
  click: Click,
  boxes: readonly Box[],
  size: { width: number; height: number },
): Uint8Array {
  const open = mask.map((v) => (click.sign === '+' ? 1 - v : v));
  const around = boxes.filter(
    (b) => click.x >= b.x1 && click.x <= b.x2 && click.y >= b.y1 && click.y <= b.y2,
  );
  if (click.sign === '-' || !around.length) return open;
  const limits = around.map((box) => outsideBox(size, scaled(box, size)));
  return open.map((v, i) => (v && limits.some((limit) => limit[i] === 0) ? 1 : 0));
}

/**
 * Of what changed, only the part with the click in it counts; crumbs that it leaves beside it go with it. Changes
 * `after`.
 */
function keepWhole(
  after: Uint8Array,
  before: Uint8Array,
  click: Click,
  pins: Int8Array,
  size: { width: number; height: number },
): void {
  const { width, height } = size;
  const value = click.sign === '+' ? 1 : 0;
  const parts = components(
    after.map((v, i) => (v === before[i] ? 0 : 1)),
    width,
    height,
    1,
  );
  const mine = parts.labels[pixelAt(click, size)]!;
  for (let i = 0; i < after.length; i++) if (parts.labels[i] !== mine) after[i] = before[i]!;
  const rest = components(after, width, height, 1 - value);
  const beside = new Uint8Array(rest.sizes.length);
  const kept = new Uint8Array(rest.sizes.length);
  for (let i = 0; i < after.length; i++) {
    const label = rest.labels[i]!;
    if (pins[i] && pins[i]! > 0 !== (value === 1)) kept[label] = 1;
    if (parts.labels[i] !== mine) continue;
    const x = i % width;
    if (x > 0) beside[rest.labels[i - 1]!] = 1;
    if (x + 1 < width) beside[rest.labels[i + 1]!] = 1;
    if (i >= width) beside[rest.labels[i - width]!] = 1;
    if (i + width < after.length) beside[rest.labels[i + width]!] = 1;
  }
  for (let i = 0; i < after.length; i++) {
    const label = rest.labels[i]!;
    if (label && beside[label] && !kept[label] && rest.sizes[label]! < SPECK * parts.sizes[mine]!)
      after[i] = value;
  }
}
