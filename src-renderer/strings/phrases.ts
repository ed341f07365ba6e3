/**
 * What is said for a person who chooses an edit from a list instead of writing: the palette and the chat's `/` read it.
 * The studio understands English, so these are the same in every language.
 */
import type { ImageEditName } from '../../src-main/contract/invocation.ts';

export interface Phrase {
  text: string;
  /** Says just what is meant; else it is an example to be changed before it is said. */
  whole: boolean;
}
const whole = (text: string): Phrase => ({ text, whole: true });
const example = (text: string): Phrase => ({ text, whole: false });

export const phrases: Record<ImageEditName, Phrase> = {
  remove: whole('remove this'),
  'cut-out': whole('cut this out'),
  'blur-background': whole('blur the background'),
  'replace-background': example('make the background white'),
  blur: whole('blur this'),
  pixelate: whole('pixelate this'),
  adjust: example('make it a bit brighter'),
  curves: example('apply an S-curve'),
  enhance: whole('enhance it'),
  clarity: whole('more clarity'),
  vignette: whole('add a vignette'),
  'film-look': example('give it a vivid film look'),
  stylise: example('make it a pencil sketch'),
  'black-and-white': whole('black and white'),
  recolour: example('make this blue'),
  sharpen: whole('sharpen it'),
  denoise: whole('reduce the noise'),
  crop: example('crop to this'),
  rotate: example('rotate the picture by 90 degrees'),
  flip: whole('flip the picture horizontally'),
  resize: example('resize the picture to 50 %'),
  upscale: whole('upscale 2x'),
  straighten: whole('straighten it'),
  perspective: whole('straighten the verticals'),
  extend: example('extend to the right by 25 %'),
  transform: example('move this to the left by 10 %'),
  duplicate: example('duplicate this to the right'),
  replace: example('replace this with a lighthouse'),
  add: example('add a lighthouse'),
  restyle: example('restyle as a watercolour'),
};

/** What is selected by words, for the same lists. */
export const selectPhrase = example('select the subject');

/** How another photo of the project is spoken of. */
export const photoPhrase = (name: string): string => `the photo ${name}`;
