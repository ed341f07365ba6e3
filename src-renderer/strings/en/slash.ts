/** What `/` offers in the message box: a phrase for each edit, in words that the planner reads. */
import type { ImageEditName } from '../../../src-main/contract/invocation.ts';

const phrases: Record<ImageEditName, string> = {
  remove: 'remove this',
  'cut-out': 'cut this out',
  'blur-background': 'blur the background',
  'replace-background': 'make the background white',
  blur: 'blur this',
  pixelate: 'pixelate this',
  adjust: 'make it a bit brighter',
  curves: 'apply an S-curve',
  enhance: 'enhance it',
  clarity: 'more clarity',
  vignette: 'add a vignette',
  'film-look': 'give it a vivid film look',
  stylise: 'make it a pencil sketch',
  'black-and-white': 'black and white',
  recolour: 'make this blue',
  sharpen: 'sharpen it',
  denoise: 'reduce the noise',
  crop: 'crop to this',
  rotate: 'rotate the picture by 90 degrees',
  flip: 'flip the picture horizontally',
  resize: 'resize the picture to 50 %',
  upscale: 'upscale 2x',
  straighten: 'straighten it',
  perspective: 'correct the vertical perspective by 20 %',
  extend: 'extend to the right by 25 %',
  transform: 'move this to the left by 10 %',
  duplicate: 'duplicate this to the right',
  replace: 'replace this with a lighthouse',
  add: 'add a lighthouse',
  restyle: 'restyle as a watercolour',
};

export const slash = {
  slash: { label: 'Commands', phrases, now: 'at once', none: 'No command of that name' },
};
