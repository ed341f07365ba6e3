/** A thread of `crew.ts`: it knows every kernel of this system. */
import { serveParts } from '../../runtime/threads/serve.ts';
import { adjusting } from './edits/adjust.ts';
import { mixing } from './edits/black-and-white.ts';
import { clarifying } from './edits/clarity.ts';
import { denoising } from './edits/denoise/index.ts';
import { enhancing } from './edits/enhance.ts';
import { developing } from './edits/film-look.ts';
import { filtering } from './edits/local-laplacian.ts';
import { recolouring } from './edits/recolour.ts';
import { reducing } from './edits/reduced.ts';
import { sharpening } from './edits/sharpen.ts';
import { shading } from './edits/vignette.ts';
import { scaling } from './shape/scale.ts';
import { warping } from './shape/warp.ts';
import { printing } from './styles/comic.ts';
import { detailing } from './styles/detail.ts';
import { drawing } from './styles/flow.ts';
import { flattening } from './styles/kuwahara.ts';
import { varnishing } from './styles/oil.ts';
import { sketching } from './styles/sketch.ts';
import { smoothing } from './styles/smooth.ts';
import { washing } from './styles/watercolour.ts';

serveParts([
  adjusting,
  clarifying,
  denoising,
  detailing,
  developing,
  drawing,
  enhancing,
  filtering,
  flattening,
  mixing,
  printing,
  recolouring,
  reducing,
  scaling,
  shading,
  sharpening,
  sketching,
  smoothing,
  varnishing,
  warping,
  washing,
]);
