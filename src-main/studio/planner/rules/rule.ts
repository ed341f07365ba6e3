/** What the rules are made of. */
import type { Plan, Region, StudioAction } from '../../../contract/index.ts';
import type { Amount } from '../lexicon/amounts.ts';
import type { Slots } from '../slots.ts';
import { placeOf, type Place, type Thing } from '../thing.ts';
import { placeAfter, type Taken } from '../taken.ts';

export interface RuleContext {
  hasSelection: boolean;
  kind: 'image' | 'video' | 'audio' | null;
  /** What the clause before spoke of: "select the dog and make it red". */
  antecedent: Thing | undefined;
  /** What a clause before took away, cut out, cropped to or moved. */
  taken?: Taken | undefined;
  /** "Too", "also" are said: the same as before. */
  also?: boolean | undefined;
  /** How much, where it was said apart from the rest. */
  amount?: Amount | undefined;
  /** What the clause before became. */
  previous?: readonly Draft[] | undefined;
  /** What was done before this text. */
  lastPlan?: Plan | undefined;
}

/** An invocation before the contract has checked it. */
export interface Draft {
  module: string;
  command: string;
  args: Record<string, unknown>;
  region?: Region;
  /** What it speaks of, for the clause after it. */
  about?: Thing;
  /** What it takes away, cuts out or crops to. */
  taken?: Taken;
  /** It is done in place of the taking away before it: "remove the dog and replace it with a cat". */
  instead?: true;
  /** It is the last step of the clause before, with more said of it: "cut it out … and add a shadow". */
  replaces?: true;
  /** It was read from what is wrong. */
  complains?: true;
  /** What is to stay as it is, whatever else is done. */
  spares?: Thing;
  /** That was said of it in so many words: it may be a part of what is edited. */
  left?: true;
  /** It is done to "this". */
  pointed?: true;
  /** Read from a few words without a verb. */
  curt?: true;
}

export type Outcome = Draft[] | StudioAction;

export interface Rule {
  /** Patterns, in the language of `pattern.ts`. */
  forms: readonly string[];
  /** `undefined`: not this way after all; other ways and later rules are tried. */
  make(slots: Slots, context: RuleContext): Outcome | undefined;
}

export const rule = (make: Rule['make'], ...forms: string[]): Rule => ({ forms, make });

/** One command of image editing at a place; undefined where what is meant was taken away before. */
export function edit(
  command: string,
  args: Record<string, unknown>,
  said: Thing | undefined,
  context: RuleContext,
): Draft[] | undefined {
  const thing = ofThing(said, command);
  // A range of tones, not a thing: only what is cast on something can be taken out.
  if (thing?.kind === 'words' && /^shadows$/i.test(thing.text) && command !== 'remove') return undefined;
  if (thing?.kind === 'it' && thing.far && saidThis(context)) return undefined;
  const place = whereOf(command, args, thing, context);
  if (!place) return undefined;
  const { target, region, instead } = place;
  return [
    {
      module: 'image-editing',
      command,
      args: { ...(target !== undefined && { target }), ...args },
      ...(region && { region }),
      ...(!takesAway.has(command) && about(thing, context)),
      ...(takes(command) && { taken: { command, thing: meant(thing, context) } }),
      ...(instead && { instead }),
      ...(thing?.kind === 'selection' && { pointed: true as const }),
    },
  ];
}

/** "The colours of the parrot" are the parrot's; to take them away would be something else. */
const property =
  /^(?:overall )?(?:colou?rs?|lighting|light|tones?|look|hues?|details?|appearance|shades?|brightness|contrast|textures?) (?:of|on|in) (?:the |my |our |this |that |these |those )?(?=\S)/i;
const ofThing = (thing: Thing | undefined, command: string): Thing | undefined =>
  thing?.kind === 'words' && command !== 'remove' && command !== 'replace'
    ? { ...thing, text: thing.text.replace(property, '') }
    : thing;

/** "Make this green and that red": two things, of which one is selected. */
const saidThis = ({ hasSelection, antecedent, previous }: RuleContext): boolean =>
  hasSelection && !antecedent && previous?.at(-1)?.pointed === true;

function whereOf(
  command: string,
  args: Record<string, unknown>,
  thing: Thing | undefined,
  { hasSelection, antecedent, taken }: RuleContext,
): (Place & { instead?: true }) | undefined {
  if (!taken || (thing?.kind === 'it' && antecedent)) return placeOf(thing, hasSelection, antecedent);
  return placeAfter(taken, { command, thing, hasSelection, sized: 'aspect' in args });
}

const takes = (command: string): command is Taken['command'] =>
  ['remove', 'cut-out', 'crop', 'transform', 'duplicate'].includes(command);
const meant = (thing: Thing | undefined, { antecedent }: RuleContext): Thing | undefined =>
  thing?.kind === 'it' ? (antecedent ?? thing) : thing;

/** After these there is nothing left that "it" could mean. */
const takesAway: ReadonlySet<string> = new Set([
  'remove',
  'cut-out',
  'crop',
  'replace',
  'transform',
  'duplicate',
]);

/** What is wrong, rather than what to do: an order after it says how. */
export const complaint = (outcome: Outcome | undefined): Outcome | undefined =>
  Array.isArray(outcome) ? outcome.map((draft) => ({ ...draft, complains: true as const })) : outcome;

/** A command that always means the whole picture: no region, no target. */
export const wholeEdit = (command: string, args: Record<string, unknown>): Draft[] => [
  { module: 'image-editing', command, args },
];

export function make(module: string, command: string, args: Record<string, unknown>): Draft[] {
  return [{ module, command, args }];
}

const isMoved = (taken: Taken | undefined): boolean =>
  taken?.command === 'transform' || taken?.command === 'duplicate';

/** The picture as a whole: said so, or "it" with nothing selected or spoken of. */
export const isPicture = (
  thing: Thing | undefined,
  { hasSelection, antecedent, taken }: RuleContext,
): boolean =>
  thing?.kind === 'whole' ||
  (thing?.kind === 'it' &&
    !antecedent &&
    taken !== undefined &&
    taken.thing?.kind !== 'rest' &&
    !isMoved(taken)) ||
  ((thing?.kind === 'it' || thing?.kind === 'selection') && !hasSelection && !antecedent && !isMoved(taken));

export function about(thing: Thing | undefined, { antecedent }: RuleContext): Pick<Draft, 'about'> {
  const spokenOf = thing?.kind === 'it' ? antecedent : thing;
  return spokenOf && spokenOf.kind === 'words' ? { about: spokenOf } : {};
}
