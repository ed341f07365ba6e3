/** In which geometry a picture's versions lie, and what a named region is there. */
import type { NamedRegion, Selection, Version } from './document.ts';
import type { ImageEditName, Invocation, Plan } from './invocation.ts';

/** Commands that send all of a picture elsewhere. */
const wholeMovers = [
  'crop',
  'rotate',
  'flip',
  'resize',
  'upscale',
  'straighten',
  'perspective',
  'extend',
] as const;

/** Commands that change where things are: a mask that is to fit their result has to be carried along. */
export const movers: ReadonlySet<ImageEditName> = new Set([...wholeMovers, 'transform']);

/** Of these only the number of pixels is another, or what comes of them has to be seen at its full size. */
const untried: ReadonlySet<string> = new Set<ImageEditName>(['resize', 'upscale', 'extend', 'transform']);

/** Whether what a plan would make can be looked at before it is run. */
export const canBeTried = ({ steps }: Plan): boolean =>
  steps.every(({ invocation: { module, command } }) => module === 'image-editing' && !untried.has(command));

/** After these, what was selected is no longer there, or no longer where it was. */
export const consumers: ReadonlySet<string> = new Set<ImageEditName>([...wholeMovers, 'remove', 'cut-out']);

/** Whether it changes where things are. */
export const isMover = (invocation: Invocation | null): boolean =>
  invocation?.module === 'image-editing' && movers.has(invocation.command);

/** Whether a version's own command moved things. */
const moves = ({ invocation }: Version): boolean => isMover(invocation);

/** The nearest version, from this one back, since which nothing has moved; its id names the frame. */
export function frameOf(versions: readonly Version[], id: string): string {
  const byId = new Map(versions.map((version) => [version.id, version]));
  let at = byId.get(id);
  while (at && !moves(at)) {
    const before = at.parent === null ? undefined : byId.get(at.parent);
    if (!before) break;
    at = before;
  }
  return at?.id ?? id;
}

/** What a region is in a frame; undefined where it is asleep. */
export const shapeIn = (region: NamedRegion, frame: string): Selection | undefined =>
  region.shapes.find((shape) => shape.frame === frame);

/** A name as it is written after an `@`: `red car` is `@red-car`. */
export const mentionOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
