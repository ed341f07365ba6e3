/**
 * How an invocation is written in the instruction of the text forms:
 *
 *     word[: main text][ | name = value]…        segmentation: clock
 *                                                blur: the sign | amount = 0.7
 *
 * This table says the word and the arguments of every command. `main` is the argument that the text after the
 * colon stands for.
 */
import type { ModuleName } from '../../contract/index.ts';

/** `points`: pairs of numbers, `0 0, 0.5 0.6, 1 1`. */
export type ArgumentKind = 'text' | 'number' | 'points' | 'region';

export interface Command {
  module: ModuleName;
  command: string;
  /** The first is written; all are read. */
  words: readonly [string, ...string[]];
  main: string | null;
  args: Readonly<Record<string, ArgumentKind>>;
}

const seeded = { seed: 'number' } as const;
const prompted = { negative: 'text', ...seeded } as const;
const amount = { amount: 'number' } as const;
const placement = {
  dx: 'number',
  dy: 'number',
  scale: 'number',
  degrees: 'number',
  mirror: 'text',
  ...seeded,
} as const;

const one = (
  module: ModuleName,
  command: string,
  main: string | null,
  args: Command['args'],
  ...words: Command['words']
): Command => ({ module, command, main, args, words });

const edit = (
  command: string,
  main: string | null,
  args: Command['args'],
  ...words: Command['words']
): Command => one('image-editing', command, main, args, ...words);

const tones = [
  'exposure',
  'brightness',
  'contrast',
  'highlights',
  'shadows',
  'saturation',
  'vibrance',
  'temperature',
  'tint',
];

export const commands: readonly Command[] = [
  one(
    'image-generation',
    'generate',
    'prompt',
    prompted,
    'generation',
    'generate',
    'image generation',
    'generate image',
  ),
  one(
    'video-generation',
    'generate',
    'prompt',
    prompted,
    'generation',
    'generate',
    'video generation',
    'text to video',
  ),
  one(
    'audio-generation',
    'generate',
    'prompt',
    prompted,
    'generation',
    'generate',
    'audio generation',
    'text to audio',
  ),
  one(
    'image-to-video',
    'animate',
    'prompt',
    prompted,
    'animation',
    'animate',
    'image to video',
    'video generation',
  ),
  one(
    'image-segmentation',
    'segment',
    'target',
    {},
    'segmentation',
    'segment',
    'select',
    'image segmentation',
  ),
  one(
    'video-segmentation',
    'segment',
    'target',
    {},
    'segmentation',
    'segment',
    'select',
    'tracking',
    'track',
    'video segmentation',
    'video tracking',
  ),
  edit(
    'remove',
    'target',
    { source: 'region', ...seeded },
    'remove',
    'erase',
    'delete',
    'removal',
    'get rid of',
  ),
  edit('cut-out', 'target', { shadow: 'number' }, 'cut out', 'isolate'),
  edit(
    'blur-background',
    'target',
    { ...amount, highlights: 'number', falloff: 'number' },
    'blur background',
    'blur the background',
  ),
  edit(
    'replace-background',
    'target',
    { colour: 'text', to: 'text', degrees: 'number', photo: 'text', shadow: 'number' },
    'replace background',
    'new background',
  ),
  edit('blur', 'target', amount, 'blur'),
  edit('pixelate', 'target', amount, 'pixelate', 'censor'),
  edit('adjust', 'target', Object.fromEntries(tones.map((name) => [name, 'number'])), 'adjust', 'adjustment'),
  edit('curves', 'target', { points: 'points', channel: 'text' }, 'curves', 'curve'),
  edit('enhance', 'target', amount, 'enhance', 'improve'),
  edit('clarity', 'target', amount, 'clarity'),
  edit('vignette', 'target', amount, 'vignette'),
  edit('film-look', 'target', { look: 'text', ...amount }, 'film look', 'look'),
  edit('stylise', 'target', { style: 'text', ...amount }, 'stylise', 'stylize'),
  edit('black-and-white', 'target', {}, 'black and white', 'grayscale', 'greyscale'),
  edit('recolour', 'target', { colour: 'text' }, 'recolour', 'recolor'),
  edit('sharpen', 'target', amount, 'sharpen'),
  edit('denoise', 'target', amount, 'denoise'),
  edit('crop', 'target', { aspect: 'number' }, 'crop'),
  edit('rotate', null, { degrees: 'number' }, 'rotate'),
  edit('flip', null, { axis: 'text' }, 'flip', 'mirror'),
  edit('resize', null, { factor: 'number', width: 'number', height: 'number' }, 'resize', 'scale'),
  edit('upscale', null, { factor: 'number' }, 'upscale', 'enlarge'),
  edit('straighten', null, { degrees: 'number' }, 'straighten', 'level'),
  edit(
    'perspective',
    null,
    { corners: 'points', upright: 'text', vertical: 'number', horizontal: 'number' },
    'perspective',
    'keystone',
  ),
  edit(
    'extend',
    null,
    { left: 'number', right: 'number', top: 'number', bottom: 'number', aspect: 'number', ...seeded },
    'extend',
    'extend canvas',
    'outpaint',
  ),
  edit('transform', 'target', placement, 'transform', 'move'),
  edit('duplicate', 'target', placement, 'duplicate', 'copy'),
  edit('replace', 'target', { prompt: 'text', ...seeded }, 'replace', 'replacement'),
  edit('add', 'prompt', seeded, 'add', 'insert', 'put', 'place'),
  edit('restyle', 'prompt', seeded, 'restyle', 'style'),
];

export const commandsOf = (module: ModuleName): readonly Command[] =>
  commands.filter((c) => c.module === module);
