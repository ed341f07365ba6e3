/** Words for light, colour and detail. */
import type { Adjustment } from '../../../contract/index.ts';

export type Tone = Exclude<keyof Adjustment, 'target'>;
/** Whatever can be had more or less of: the tones of an adjustment, and other commands with a way up or down. */
export type Dial =
  Tone | 'clarity' | 'vignette' | 'midtones' | 'red' | 'green' | 'blue' | 'detail' | 'sharpness' | 'noise';
/** A dial and which way a word pushes it. */
export type Push = readonly [dial: Dial, way: 1 | -1];

const table = (
  rows: readonly (readonly [dial: Dial, way: 1 | -1, words: string])[],
): ReadonlyMap<string, Push> =>
  new Map(
    rows.flatMap(([dial, way, words]) =>
      words.split(',').map((word) => [word.trim(), [dial, way] as const] as const),
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
  [
    'contrast',
    1,
    'contrastier, punchier, less flat, more contrasty, more punchy, more dramatic, dramatic, less hazy',
  ],
  ['contrast', -1, 'flatter, less contrasty, less harsh, less punchy'],
  ['saturation', 1, 'more saturated, saturated, richer, more intense'],
  ['saturation', -1, 'less saturated, desaturated, muted, more muted, duller'],
  [
    'vibrance',
    1,
    'more vivid, more vibrant, more colourful, more colorful, livelier, more alive, alive, vivid, vibrant, colourful, colorful, pop, pop more, more lively, less dull, less faded, less pale, less washed out',
  ],
  [
    'vibrance',
    -1,
    'less vivid, less vibrant, less colourful, less colorful, paler, faded, more faded, more pale',
  ],
  ['tint', 1, 'pinker, more pink, more magenta, less green'],
  ['tint', -1, 'greener, more green, less magenta, less pink'],
  ['clarity', -1, 'softer, dreamier, more dreamy'],
  ['detail', -1, 'smoother'],
]);

/** It's too … / as … as; way is the word's own. */
export const adjectives = table([
  ['exposure', 1, 'bright, light, overexposed'],
  ['exposure', -1, 'dark, dim, gloomy, moody, underexposed'],
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
  ['exposure', 1, 'exposure, light, lightness, luminosity'],
  ['brightness', 1, 'brightness'],
  ['exposure', -1, 'darkness'],
  ['contrast', 1, 'contrast, punch'],
  [
    'highlights',
    1,
    'highlights, highlight, brights, bright parts, bright areas, whites, blown highlights, blown-out highlights, blown out highlights, clipped highlights, bright spots',
  ],
  [
    'shadows',
    1,
    'shadows, shadow detail, shadow details, shadow areas, dark tones, blacks, dark parts, dark areas, darks, deep shadows, dark shadows, harsh shadows, crushed blacks, crushed shadows, black point',
  ],
  ['saturation', 1, 'saturation, colour saturation, color saturation, colour intensity, color intensity'],
  ['vibrance', 1, 'vibrance, vibrancy, vividness, colour, color, colours, colors, colourfulness'],
  ['temperature', 1, 'warmth, temperature, colour temperature, color temperature, warm tones, yellow'],
  ['temperature', -1, 'coolness, cool tones, blue'],
  ['tint', 1, 'tint, magenta, pink'],
  ['tint', -1, 'green'],
  ['red', 1, 'red, reds, red channel, red tones'],
  ['green', 1, 'greens, green channel, green tones'],
  ['blue', 1, 'blues, blue channel, blue tones'],
  ['midtones', 1, 'midtones, mid-tones, mid tones, midtone, mids'],
  [
    'clarity',
    1,
    'clarity, local contrast, micro contrast, microcontrast, structure, texture, textures, definition',
  ],
  ['clarity', -1, 'haze, haziness'],
  ['detail', 1, 'detail, details, fine detail, fine details'],
  ['sharpness', 1, 'sharpness, sharpening, crispness'],
  ['noise', 1, 'noise, noises, background noise, grain, graininess, image noise, film grain'],
  ['vignette', 1, 'vignette, vignetting, vignette effect'],
]);

/** Verbs that push one tone: "brighten the face". */
export const verbs = table([
  ['exposure', 1, 'dodge, expose, brighten, brighten up, lighten, lighten up, illuminate, light up'],
  ['exposure', -1, 'darken, dim, darken down, burn, burn down, underexpose'],
  ['temperature', 1, 'warm, warm up'],
  ['temperature', -1, 'cool, cool down, cool off, chill'],
  ['saturation', 1, 'saturate'],
  ['saturation', -1, 'desaturate, mute'],
  ['contrast', -1, 'flatten'],
  ['vibrance', -1, 'fade'],
  ['clarity', 1, 'dehaze, defog'],
]);

/** Verbs that push a named part of the tones: "lift the shadows", "deepen the shadows". */
export const partVerbs: Readonly<Record<string, 1 | -1>> = {
  brighten: 1,
  lighten: 1,
  lift: 1,
  'open up': 1,
  open: 1,
  raise: 1,
  boost: 1,
  darken: -1,
  deepen: -1,
  lower: -1,
  crush: -1,
  dim: -1,
  recover: -1,
  tame: -1,
};
