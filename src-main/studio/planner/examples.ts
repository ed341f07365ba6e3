/** Sentences to suggest when one was not understood. */
import { nearest } from '../template/nearest.ts';

const general = {
  selected: [
    'remove this',
    'blur this',
    'make this red',
    'cut this out',
    'make everything else black and white',
    'pixelate this',
    'crop to this',
    'move this to the left',
    'duplicate this',
    'make this bigger',
    'put this on a white background',
    'remove this and fill it from the left half',
  ],
  picture: [
    'make it warmer',
    'blur the background',
    'remove the background',
    'crop to a square',
    'make it a bit brighter',
    'rotate left',
    'flip it',
    'sharpen it',
    'resize to 50 %',
    'undo',
    'enhance it',
    'add a vignette',
    'apply a film look',
    'turn it into a pencil sketch',
    'straighten the horizon',
    'straighten the verticals',
    'extend to 16:9',
    'upscale by 2',
    'more clarity',
    'apply an s-curve',
    'put it on a white background',
    'resize to 1200 pixels wide',
    'blur the background with bokeh',
    'cut out the dog',
    'make it sepia',
    'invert the colours',
  ],
  video: ['track the ball', 'change the background to a snowy forest', 'select the dog'],
  audio: ['make the sound of rain', 'compose some calm piano music'],
  nothing: ['draw a castle on a hill', 'make a video of waves', 'make the sound of rain'],
};

/** Three that fit what is open; where the sentence holds a word of one, that one first. */
export function examplesFor(
  { hasSelection, kind }: { hasSelection: boolean; kind: 'image' | 'video' | 'audio' | null },
  said: string,
): string[] {
  const fitting =
    kind === 'video' || kind === 'audio'
      ? general[kind]
      : hasSelection
        ? [...general.selected, ...general.picture]
        : kind === 'image'
          ? general.picture
          : [...general.picture.slice(0, 2), ...general.nothing];
  const words = new Set(
    said
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3),
  );
  const shared = fitting.filter((example) => example.split(' ').some((word) => words.has(word)));
  const near = said ? nearest(said, fitting, 1) : [];
  return [...new Set([...shared, ...near, ...fitting])].slice(0, 3).map((example) => `“${example}”`);
}
