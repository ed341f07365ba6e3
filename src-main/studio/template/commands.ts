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

export type ArgumentKind = 'text' | 'number';

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
  edit('remove', 'target', seeded, 'remove', 'erase', 'delete', 'removal', 'get rid of'),
  edit('cut-out', 'target', {}, 'cut out', 'isolate'),
  edit('blur-background', 'target', amount, 'blur background', 'blur the background'),
  edit('blur', 'target', amount, 'blur'),
  edit('pixelate', 'target', amount, 'pixelate', 'censor'),
  edit('adjust', 'target', Object.fromEntries(tones.map((name) => [name, 'number'])), 'adjust', 'adjustment'),
  edit('black-and-white', 'target', {}, 'black and white', 'grayscale', 'greyscale'),
  edit('recolour', 'target', { colour: 'text' }, 'recolour', 'recolor'),
  edit('sharpen', 'target', amount, 'sharpen'),
  edit('denoise', 'target', amount, 'denoise'),
  edit('crop', 'target', { aspect: 'number' }, 'crop'),
  edit('rotate', null, { degrees: 'number' }, 'rotate'),
  edit('flip', null, { axis: 'text' }, 'flip', 'mirror'),
  edit('resize', null, { factor: 'number' }, 'resize', 'scale'),
  edit('replace', 'target', { prompt: 'text', ...seeded }, 'replace', 'replacement'),
  edit('add', 'prompt', seeded, 'add', 'insert', 'put', 'place'),
  edit('restyle', 'prompt', seeded, 'restyle', 'style'),
];

export const commandsOf = (module: ModuleName): readonly Command[] =>
  commands.filter((c) => c.module === module);
