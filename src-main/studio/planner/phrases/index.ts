/** Plain words for an invocation without its region: what a person would type. The inverse of the grammar, for most. */
import type { Invocation } from '../../../contract/index.ts';
import { adjusting, curving, effectOf } from './light.ts';
import { backing, lensOf, onShadow } from './behind.ts';
import { cropping, extending, keystone, resizing, rotating } from './frame.ts';
import { by, degrees, type Say } from './figures.ts';
import { placing } from './placing.ts';

/** `undefined` where words would lose something. Read it back to be sure. */
export function phraseOf(invocation: Invocation): string | undefined {
  const args = invocation.args as Record<string, unknown> & { target?: string };
  const pointed = invocation.region?.parts.length && !invocation.region.inverted;
  const everything = invocation.region && !invocation.region.parts.length && !invocation.region.inverted;
  const otherwise = everything ? 'the whole picture' : pointed ? 'this' : 'it';
  const thing = args.target
    ? `the ${args.target}`
    : invocation.region?.inverted
      ? 'everything else'
      : otherwise;
  if (invocation.module === 'image-segmentation') return `select ${thing}`;
  if (invocation.module === 'image-generation') return `generate an image of ${args['prompt']}`;
  if (invocation.module === 'video-generation') return `make a video of ${args['prompt']}`;
  if (invocation.module !== 'image-editing') return undefined;
  return edits(invocation, { thing, at: thing === 'it' ? '' : thing, pointed: Boolean(pointed) });
}

function edits(invocation: Extract<Invocation, { module: 'image-editing' }>, say: Say): string | undefined {
  const { thing } = say;
  const amount = 'amount' in invocation.args ? invocation.args.amount : undefined;
  switch (invocation.command) {
    case 'remove':
      return removing(thing, invocation.args.source);
    case 'cut-out':
      return `${thing === 'it' ? 'remove the background' : `cut out ${thing}`}${onShadow(invocation.args.shadow)}`;
    case 'replace-background':
      return backing(invocation.args, say);
    case 'crop':
      return cropping(thing, invocation.args.aspect);
    case 'blur-background':
      return `blur the background${say.at && ` behind ${thing}`}${by(amount)}${lensOf(invocation.args)}`;
    case 'blur':
    case 'pixelate':
    case 'sharpen':
    case 'denoise':
    case 'enhance':
      return `${invocation.command} ${thing}${by(amount)}`;
    case 'adjust':
      return adjusting(invocation.args, say);
    case 'curves':
      return curving(invocation.args, say);
    case 'clarity':
    case 'vignette':
    case 'film-look':
    case 'stylise':
      return effectOf(invocation, say);
    case 'black-and-white':
      return `make ${thing} black and white`;
    case 'recolour':
      return invocation.args.target === 'background'
        ? `recolour the background to ${invocation.args.colour}`
        : `make ${thing} ${invocation.args.colour}`;
    case 'rotate':
      return rotating(invocation.args.degrees);
    case 'flip':
      return invocation.args.axis === 'horizontal' ? 'flip the picture' : 'flip the picture vertically';
    case 'resize':
      return resizing(invocation.args);
    case 'upscale':
      return `upscale by ${invocation.args.factor}`;
    case 'straighten':
      return invocation.args.degrees === undefined
        ? 'straighten'
        : `straighten ${degrees(invocation.args.degrees)}`;
    case 'perspective':
      return keystone(invocation.args);
    case 'extend':
      return extending(invocation.args);
    case 'transform':
    case 'duplicate':
      return placing(invocation, thing);
    case 'replace':
      return `replace ${thing} with ${invocation.args.prompt}`;
    case 'add':
      return `add ${invocation.args.prompt}${say.pointed ? ' here' : ''}`;
    case 'restyle':
      return `make it look like ${invocation.args.prompt}`;
  }
}

type Remove = Extract<Invocation, { command: 'remove' }>['args'];

function removing(thing: string, source: Remove['source']): string | undefined {
  if (!source) return `remove ${thing}`;
  const [part, another] = source.parts;
  if (part?.kind !== 'words' || another || source.inverted) return undefined;
  return `remove ${thing} and fill it from the ${part.text}`;
}
