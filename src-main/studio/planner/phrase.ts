/** Plain words for an invocation without its region: what a person would type. The inverse of the grammar, for most. */
import type { Invocation } from '../../contract/index.ts';

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
  const amount = args['amount'] === 0.5 ? '' : ` by ${round(Number(args['amount']) * 100)} %`;
  if (invocation.module === 'image-segmentation') return `select ${thing}`;
  if (invocation.module === 'image-generation') return `generate an image of ${args['prompt']}`;
  if (invocation.module === 'video-generation') return `make a video of ${args['prompt']}`;
  if (invocation.module !== 'image-editing') return undefined;
  switch (invocation.command) {
    case 'remove':
      return `remove ${thing}`;
    case 'cut-out':
      return thing === 'it' ? 'remove the background' : `cut out ${thing}`;
    case 'crop':
      return cropping(thing, invocation.args.aspect);
    case 'blur-background':
      return `blur the background${args.target ? ` behind the ${args.target}` : ''}${amount}`;
    case 'blur':
    case 'pixelate':
    case 'sharpen':
    case 'denoise':
      return `${invocation.command} ${thing}${amount}`;
    case 'adjust':
      return adjusting(args, thing);
    case 'black-and-white':
      return `make ${thing} black and white`;
    case 'recolour':
      return `make ${thing} ${invocation.args.colour}`;
    case 'rotate':
      return rotating(invocation.args.degrees);
    case 'flip':
      return invocation.args.axis === 'horizontal' ? 'flip it' : 'flip it vertically';
    case 'resize':
      return resizing(invocation.args);
    case 'replace':
      return `replace ${thing} with ${invocation.args.prompt}`;
    case 'add':
      return `add ${invocation.args.prompt}${pointed ? ' here' : ''}`;
    case 'restyle':
      return `make it look like ${invocation.args.prompt}`;
    default:
      return undefined;
  }
}

function resizing({ factor, width, height }: Extract<Invocation, { command: 'resize' }>['args']): string {
  if (factor !== undefined) return `resize to ${round(factor * 100)} %`;
  if (width !== undefined && height !== undefined) return `resize to ${width} x ${height} pixels`;
  return width === undefined ? `resize to ${height} pixels high` : `resize to ${width} pixels wide`;
}

function cropping(thing: string, aspect: number | undefined): string {
  if (aspect === undefined) return `crop to ${thing}`;
  return aspect === 1 ? 'crop to a square' : `crop to ${ratioOf(aspect)}`;
}

const words: Readonly<Record<string, readonly [more: string, less: string, unit: number]>> = {
  exposure: ['brighter', 'darker', 0.5],
  temperature: ['warmer', 'cooler', 0.3],
  vibrance: ['more vivid', 'less vivid', 0.3],
  saturation: ['more saturated', 'less saturated', 0.3],
};

/** "Make it warmer" where the value is the usual one, else "warmth +0.2". */
function adjusting(args: Readonly<Record<string, unknown>>, thing: string): string | undefined {
  const [first, ...others] = Object.entries(args).filter(([name]) => name !== 'target');
  if (!first || others.length) return undefined;
  const [name, value] = first as [string, number];
  const [more, less, unit] = words[name] ?? [];
  if (unit !== undefined && Math.abs(value) === unit) return `make ${thing} ${value > 0 ? more : less}`;
  const way = value < 0 ? 'decrease' : 'increase';
  const by = name === 'exposure' ? `${Math.abs(value)} stops` : `${round(Math.abs(value) * 100)} %`;
  return `${way} the ${name}${thing === 'it' ? '' : ` of ${thing}`} by ${by}`;
}

function rotating(degrees: number): string {
  if (degrees === 90) return 'rotate right';
  if (degrees === -90) return 'rotate left';
  if (degrees === 180) return 'turn it upside down';
  return `rotate by ${Math.abs(degrees)} degrees${degrees < 0 ? ' counterclockwise' : ''}`;
}

function ratioOf(aspect: number): string {
  for (let h = 1; h <= 16; h++) {
    const w = Math.round(aspect * h);
    if (w > 0 && w / h === aspect) return `${w}:${h}`;
  }
  return `${aspect}:1`;
}

/** Takes the last digits off that floating point puts on. */
const round = (value: number): number => Number(value.toPrecision(12));
