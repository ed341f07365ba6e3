/** What words mean after something was taken away, cut out, cropped to, moved or copied. */
import { COPY } from '../work/names.ts';
import { placeOf, type Place, type Thing } from './thing.ts';

export interface Taken {
  command: 'remove' | 'cut-out' | 'crop' | 'transform' | 'duplicate';
  /** What lies elsewhere now (moved or copied), what is gone ("remove the background") or, after a cut-out or a crop, what is left; undefined: the selection. */
  thing: Thing | undefined;
}

interface Said {
  command: string;
  thing: Thing | undefined;
  hasSelection: boolean;
  /** It has a size of its own and needs no thing: "crop to a square". */
  sized: boolean;
}

/** These do something to a thing, and would spoil the picture if they were done to all of it. */
const onThings: ReadonlySet<string> = new Set(['remove', 'pixelate', 'recolour', 'replace', 'crop']);

/** Whether it used up the selection. */
const tookSelection = ({ thing }: Taken): boolean =>
  !thing || ['selection', 'it', 'rest'].includes(thing.kind);

/**
 * Where an edit applies after a taking away. "It" is the whole picture then, never what is gone; "replace it" and
 * "make it white" after the background was removed speak of what is gone, and are done in place of removing it.
 * A place without target and region, after the selection was used up, is the picture: the studio knows this too.
 * @returns undefined where only what is gone, or who knows what, could be meant
 */
export function placeAfter(taken: Taken, said: Said): (Place & { instead?: true }) | undefined {
  const { command, thing, hasSelection } = said;
  if (taken.command === 'transform' || taken.command === 'duplicate') return placeAfterMoving(taken, said);
  const used = hasSelection && (taken.command === 'crop' || tookSelection(taken));
  switch (thing?.kind) {
    case 'rest':
      // What is left after something was taken out is the picture.
      if (
        taken.command === 'remove' &&
        thing.said === 'rest' &&
        !hasSelection &&
        taken.thing?.kind === 'words'
      )
        return {};
      if (!used || taken.command === 'cut-out') break;
      return thing.said === 'background' ? { target: 'background' } : { region: { parts: [] } };
    case 'selection':
      if (!hasSelection) return placeOfIt(taken, said, used);
      return used && (taken.command === 'remove' || onThings.has(command)) ? undefined : {};
    case 'it':
      return placeOfIt(taken, said, used);
    case undefined:
      return used && needsThing(taken, said) ? undefined : {};
  }
  return placeOf(thing, hasSelection, undefined);
}

/**
 * What is meant is found before it is moved, and its mask goes along: "it" is the thing where it lies now, or the copy
 * that was made. What was everything else is so no more.
 */
function placeAfterMoving(
  { command: how, thing: moved }: Taken,
  { command, thing, hasSelection, sized }: Said,
): Place | undefined {
  const picture = hasSelection ? { region: { parts: [] } } : {};
  if (thing === undefined) return onThings.has(command) && !sized ? undefined : picture;
  if (thing.kind === 'whole') return picture;
  if (how === 'transform') {
    if (thing.kind === 'it') return placeOf(moved ?? thing, hasSelection, undefined);
    if (thing.kind === 'selection' || thing.kind === 'words') return placeOf(thing, hasSelection, undefined);
  }
  if (thing.kind === 'it' || (thing.kind === 'words' && theCopy.test(thing.text))) return { target: COPY };
  if (thing.kind !== 'words' || (moved?.kind === 'words' && moved.text === thing.text)) return undefined;
  return placeOf(thing, hasSelection, undefined);
}

const theCopy = /^(?:new |second )?(?:copy|duplicate|clone)$|^(?:new|second) one$/i;

function placeOfIt(taken: Taken, said: Said, used: boolean): (Place & { instead?: true }) | undefined {
  const { command, hasSelection } = said;
  const { thing } = taken;
  const background = thing?.kind === 'rest' || thing?.kind === 'except';
  if (command === 'replace' ? background || taken.command === 'remove' : command === 'recolour' && background)
    return { ...placeOf(thing, hasSelection, undefined), instead: true };
  // To blur what is gone makes no sense, and to blur what is left is hardly meant.
  if (background && (command === 'blur' || command === 'pixelate')) return undefined;
  if (needsThing(taken, said) || command === 'cut-out') return undefined;
  return hasSelection && !used && command !== 'blur-background' ? { region: { parts: [] } } : {};
}

/** After a cut-out only the thing is left, and can be recoloured or cropped to. */
function needsThing(taken: Taken, { command, sized }: Said): boolean {
  if (taken.command === 'cut-out') return command === 'remove' || command === 'replace';
  return onThings.has(command) && !sized;
}
