/** What the words of the studio mean, for who asks "what is clarity?". */
export interface Meaning {
  /** The word and its other names, in lower case. */
  words: readonly string[];
  answer: string;
}

export const glossary: readonly Meaning[] = [
  {
    words: ['exposure', 'brightness', 'stops', 'a stop'],
    answer:
      'Exposure is how much light a picture got. It is counted in stops: each one doubles the light. Say “brighten it”, “half a stop darker”.',
  },
  {
    words: ['contrast'],
    answer: 'Contrast is how far light and dark lie apart. Say “more contrast”, “less contrast”.',
  },
  {
    words: ['highlights', 'highlight', 'shadows', 'shadow', 'shadows and highlights'],
    answer:
      'Highlights are the light parts of a picture, shadows the dark ones. Say “lift the shadows”, “lower the highlights”.',
  },
  {
    words: ['saturation', 'vibrance', 'saturation and vibrance'],
    answer:
      'Saturation makes all colours stronger. Vibrance makes the pale ones stronger and spares skin. Say “more vibrance”, “a bit less saturated”.',
  },
  {
    words: ['temperature', 'colour temperature', 'white balance', 'tint', 'warmth'],
    answer:
      'Temperature goes from blue to yellow, tint from green to magenta: together they are the white balance. Say “make it warmer”, “make it cooler”.',
  },
  {
    words: ['curve', 'curves', 's-curve', 'an s-curve', 'tone curve'],
    answer:
      'A curve says how light each tone becomes. An S makes dark darker and light lighter. Say “apply an s-curve”, then drag its points on the card.',
  },
  {
    words: ['clarity', 'local contrast', 'texture'],
    answer:
      'Clarity is contrast between neighbours: it makes shapes stand out and leaves the light of the whole as it is. Say “more clarity”.',
  },
  {
    words: ['vignette', 'vignetting', 'a vignette'],
    answer: 'A vignette darkens the corners, so that one looks at the middle. Say “add a subtle vignette”.',
  },
  {
    words: ['sharpening', 'sharpen', 'sharpness', 'unsharp mask'],
    answer:
      'Sharpening makes edges crisper. What was out of focus stays out of focus. Say “sharpen it a bit”.',
  },
  {
    words: ['noise', 'denoise', 'denoising', 'noise reduction', 'grain'],
    answer: 'Noise is the grain of photos taken in little light. Say “denoise it”.',
  },
  {
    words: ['bokeh', 'lens blur', 'depth of field'],
    answer:
      'Bokeh is how a lens draws what is out of focus: points of light become discs. Say “blur the background with bokeh”.',
  },
  {
    words: ['enhance', 'enhancing', 'auto enhance', 'enhancement'],
    answer:
      'Enhancing looks at light, contrast and colour and mends what is off; a good photo changes little. Say “enhance it”.',
  },
  {
    words: ['upscale', 'upscaling', 'lanczos'],
    answer:
      'Upscaling makes a picture larger by calculating what lies between its pixels. It stays as sharp as that allows. Say “upscale by 2”.',
  },
  {
    words: ['perspective', 'keystone'],
    answer:
      'Looked up at, upright lines lean towards each other. Setting the perspective right makes them parallel. Say “straighten the verticals”.',
  },
  {
    words: ['extend', 'extending', 'canvas extension', 'outpainting', 'extend the canvas'],
    answer:
      'Extending makes the picture larger at its sides and continues there what it sees at its edge. Say “extend to 16:9”.',
  },
  {
    words: ['recolour', 'recolouring'],
    answer:
      'Recolouring gives a thing another colour and keeps its light and its texture. Click on it and say “make this red”.',
  },
  {
    words: ['remove', 'removing', 'inpainting', 'in-painting', 'content-aware fill'],
    answer:
      'Removing takes a thing out and fills the place with what surrounds it. Click on it and say “remove this”.',
  },
  {
    words: ['cut out', 'cutting out', 'cut-out', 'cutout', 'matte', 'matting'],
    answer:
      'Cutting out keeps a thing and makes the rest transparent, hair by hair. Click on it and say “cut this out”.',
  },
  {
    words: ['pixelate', 'pixelating', 'pixelation'],
    answer:
      'Pixelating hides a face or a number plate behind large squares. Click on it and say “pixelate this”.',
  },
  {
    words: ['a seed', 'seed', 'seeds'],
    answer:
      'A seed is where chance begins: the same seed gives the same result, another one another. The menu of a card compares several.',
  },
  {
    words: ['a region', 'region', 'regions', 'a selection', 'selection', 'mask', 'a mask', 'masks'],
    answer:
      'A selection is what you point at now; a region is one that is kept, with a number and a name. Say “blur @1”. They are listed under Regions (Shift+R).',
  },
  {
    words: ['a layer', 'layer', 'layers'],
    answer:
      'Layers lie on each other like sheets of glass; each can be moved, dimmed or blended by itself. They are listed under Layers (Shift+L).',
  },
  {
    words: ['a version', 'version', 'versions', 'history'],
    answer:
      'Each edit makes a new version and keeps the old one. They stand at the bottom right, and History (Shift+H) lists every step.',
  },
  {
    words: ['a pack', 'pack', 'packs', 'model packs', 'model pack', 'a model', 'models'],
    answer:
      'A pack brings a model that can do more, such as painting new things or finding them by name. Installing packs comes with a later version.',
  },
  {
    words: ['feather', 'feathering', 'soft edge', 'refine'],
    answer:
      'Feathering makes the edge of a selection soft. The sliders beside the selection’s own buttons grow, smooth and feather it.',
  },
];
