/** The commands of image editing that need no weights. */
import { StudioError, commandNames, type ImageEditing } from '../../../contract/index.ts';
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { edits, needRegion } from '../index.ts';
import { blurBackground } from '../background/blur-background.ts';
import { cutOut } from '../background/cut-out.ts';
import { replaceBackground } from '../background/replace-background.ts';
import { removeRegion } from '../remove/index.ts';
import { duplicate, transform } from '../shape/place.ts';
import { perspective, straighten, upscale } from '../shape/whole.ts';
import { stylise } from '../styles/index.ts';
import { adjust } from './adjust.ts';
import type { Args } from './apply.ts';
import { blackAndWhite } from './black-and-white.ts';
import { blur } from './blur.ts';
import { clarity } from './clarity.ts';
import { crop } from './crop.ts';
import { curves } from './curves.ts';
import { denoise } from './denoise/index.ts';
import { enhance } from './enhance.ts';
import { extend } from './extend.ts';
import { filmLook } from './film-look.ts';
import { pixelate } from './pixelate.ts';
import { recolour } from './recolour.ts';
import { resize } from './resize.ts';
import { sharpen } from './sharpen.ts';
import { flip, rotate } from './turn.ts';
import { vignette } from './vignette.ts';

type EditName = (typeof edits)[number];
/** What some commands need besides. */
export interface More {
  /** Random choices repeat for the same seed. */
  seed: number;
  /** The argument `source`, as large as the picture. */
  source: Mask | null;
  /** The argument `photo`, of any size. */
  photo: Raster | null;
  /**
   * The picture lies free on a canvas: what spreads beyond its sides is kept, on a larger picture, to which as much was
   * added at every side.
   */
  free?: boolean;
}

type Edit<C extends EditName> = (
  image: Raster,
  mask: Mask | null,
  args: Args<C>,
  work: Work,
  more: More,
) => Promise<Raster>;

const table: { [C in EditName]: Edit<C> } = {
  remove: (image, mask, args, work, { seed, source }) =>
    removeRegion(image, mask!, { seed: args.seed ?? seed, source }, work),
  'cut-out': cutOut,
  'blur-background': blurBackground,
  'replace-background': replaceBackground,
  blur,
  pixelate,
  adjust,
  curves,
  enhance,
  clarity,
  vignette,
  'film-look': filmLook,
  stylise,
  'black-and-white': blackAndWhite,
  recolour,
  sharpen,
  denoise,
  crop,
  rotate,
  flip,
  resize,
  extend,
  upscale,
  straighten,
  perspective,
  transform: (image, mask, args, work, { seed }) => transform(image, mask!, args, work, seed),
  duplicate: (image, mask, args, work) => duplicate(image, mask!, args, work),
};

/**
 * Applies one command. `mask` (as large as the picture) limits it, softly where it is soft; where it is 0 the pixels
 * stay bit-identical. Without a mask the whole picture is meant, where that makes sense. The result has the
 * picture's depth and profile.
 * @throws StudioError `needs-region`, `needs-pack` (a command of a model), `bad-input`; an `AbortError` once cancelled
 */
export async function applyEdit(
  image: Raster,
  mask: Mask | null,
  edit: ImageEditing,
  more: More,
  work: Work,
): Promise<Raster> {
  const name = edit.command;
  if (!isClassic(name))
    throw new StudioError(
      'needs-pack',
      `“${commandNames[name]}” needs a model.`,
      'Install a pack that can do it, then try again.',
    );
  for (const plane of [mask, more.source])
    if (plane && (plane.width !== image.width || plane.height !== image.height))
      throw new StudioError(
        'bad-input',
        `The mask has ${plane.width} × ${plane.height} pixels, the picture ${image.width} × ${image.height}.`,
        'Use a mask as large as the picture.',
      );
  const centred = edit.command === 'crop' && edit.args.aspect !== undefined;
  if (!mask && needRegion.has(name) && !centred)
    throw new StudioError(
      'needs-region',
      'Which part of the picture?',
      'Click or draw on it, then ask again.',
    );
  const run = table[name] as Edit<EditName>;
  return run(image, mask, edit.args as Args<EditName>, work, more);
}

const isClassic = (name: string): name is EditName => (edits as readonly string[]).includes(name);
