/** Words for light and colour, and what an amount means for each. */
import type { Adjustment } from '../../../contract/index.ts';
import type { Amount } from './amounts.ts';

export type Tone = Exclude<keyof Adjustment, 'target'>;
/** A tone and which way a word pushes it. */
export type Push = readonly [tone: Tone, way: 1 | -1];

const table = (
  rows: readonly (readonly [tone: Tone, way: 1 | -1, words: string])[],
): ReadonlyMap<string, Push> =>
  new Map(
    rows.flatMap(([tone, way, words]) =>
      words.split(',').map((word) => [word.trim(), [tone, way] as const] as const),
    ),
  );

/** Make it … */
export const comparatives = table([
  ['exposure', 1, 'brighter, lighter, less dark, less dim, less gloomy'],
  ['exposure', -1, 'darker, dimmer, less bright, gloomier, moodier'],
  [
    'temperature',
    1,
    'warmer, less cold, less blue, yellower, more yellow, less cool, cosier, cozier, more golden',
  ],
  ['temperature', -1, 'cooler, colder, less warm, bluer, more blue, chillier, icier, less yellow'],
  ['contrast', 1, 'contrastier, punchier, less flat, more contrasty, more punchy, more dramatic, less hazy'],
  ['contrast', -1, 'flatter, less contrasty, less harsh, less punchy'],
  ['saturation', 1, 'more saturated, saturated, richer, more intense'],
  ['saturation', -1, 'less saturated, desaturated, muted, more muted, duller'],
  [
    'vibrance',
    1,
    'more vivid, more vibrant, more colourful, more colorful, livelier, vivid, vibrant, colourful, colorful, pop, pop more, more lively, less dull, less faded, less pale, less washed out',
  ],
  [
    'vibrance',
    -1,
    'less vivid, less vibrant, less colourful, less colorful, paler, faded, more faded, more pale',
  ],
  ['tint', 1, 'pinker, more pink, more magenta, less green'],
  ['tint', -1, 'greener, more green, less magenta, less pink'],
]);

/** It's too … / as … as; way is the word's own. */
export const adjectives = table([
  ['exposure', 1, 'bright, light, overexposed'],
  ['exposure', -1, 'dark, dim, gloomy, underexposed'],
  ['temperature', 1, 'warm, yellow, orange'],
  ['temperature', -1, 'cold, cool, blue'],
  ['contrast', 1, 'contrasty, harsh, punchy'],
  ['contrast', -1, 'flat, hazy'],
  ['saturation', 1, 'saturated, intense'],
  ['saturation', -1, 'desaturated, muted'],
  ['vibrance', 1, 'vivid, vibrant, colourful, colorful, garish'],
  ['vibrance', -1, 'dull, pale, faded, washed out, washed-out'],
  ['tint', 1, 'pink, magenta'],
  ['tint', -1, 'green'],
]);

/** More … / less … / increase the … */
export const qualities = table([
  ['exposure', 1, 'brightness, exposure, light, lightness, luminosity'],
  ['exposure', -1, 'darkness'],
  ['contrast', 1, 'contrast, punch'],
  ['highlights', 1, 'highlights, highlight, brights, bright parts, bright areas'],
  ['shadows', 1, 'shadows, shadow detail, blacks, dark parts, dark areas'],
  ['saturation', 1, 'saturation, colour saturation, color saturation, colour intensity, color intensity'],
  ['vibrance', 1, 'vibrance, vibrancy, vividness, colour, color, colours, colors, colourfulness'],
  ['temperature', 1, 'warmth, temperature, colour temperature, color temperature, warm tones, yellow'],
  ['temperature', -1, 'coolness, cool tones, blue'],
  ['tint', 1, 'tint, magenta, pink'],
  ['tint', -1, 'green'],
]);

/** Verbs that push one tone: "brighten the face". */
export const verbs = table([
  ['exposure', 1, 'brighten, brighten up, lighten, lighten up, illuminate, light up'],
  ['exposure', -1, 'darken, dim, darken down'],
  ['temperature', 1, 'warm, warm up'],
  ['temperature', -1, 'cool, cool down, cool off, chill'],
  ['saturation', 1, 'saturate'],
  ['saturation', -1, 'desaturate, mute'],
  ['contrast', -1, 'flatten'],
  ['vibrance', -1, 'fade'],
]);

/** Verbs that push a named part of the tones: "lift the shadows", "deepen the shadows". */
export const partVerbs: Readonly<Record<string, 1 | -1>> = {
  brighten: 1,
  lighten: 1,
  lift: 1,
  'open up': 1,
  raise: 1,
  darken: -1,
  deepen: -1,
  crush: -1,
  dim: -1,
  recover: -1,
  tame: -1,
};

const limits: Readonly<Partial<Record<Tone, number>>> = { exposure: 5 };
const round = (value: number): number => Math.round(value * 100) / 100;
const scale = { hint: 0.25, bit: 0.5, plain: 1, lot: 2, most: 3 } as const;

/**
 * The adjustment a push and an amount stand for: exposure in stops (half a stop when nothing is said), the others in
 * -1..1 (0.3 when nothing is said). Exposure is a power of two, so 50 % darker and half as bright are one stop less.
 * @returns undefined where the amount makes no sense or goes past what the contract allows
 */
export function pushed([tone, way]: Push, amount: Amount | undefined): number | undefined {
  const value = sizeOf(tone, way, amount ?? { kind: 'level', level: 'plain' });
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return Math.abs(value) <= (limits[tone] ?? 1) ? round(value) : undefined;
}

function sizeOf(tone: Tone, way: 1 | -1, amount: Amount): number | undefined {
  const light = tone === 'exposure';
  switch (amount.kind) {
    case 'level':
      return way * scale[amount.level] * (light ? 0.5 : 0.3);
    case 'share':
      return light ? Math.log2(1 + way * amount.share) : way * amount.share;
    case 'stops':
      return light ? way * amount.stops : undefined;
    case 'exact':
      return way * (!light && Math.abs(amount.value) > 1 ? amount.value / 100 : amount.value);
    case 'factor':
      return light ? way * Math.log2(amount.factor) : way * (amount.factor - 1);
  }
}
