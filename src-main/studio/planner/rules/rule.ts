/** What the rules are made of. */
import type { Region, StudioAction } from '../../../contract/index.ts';
import type { Slots } from '../slots.ts';
import { placeOf, type Thing } from '../thing.ts';

export interface RuleContext {
  hasSelection: boolean;
  kind: 'image' | 'video' | 'audio' | null;
  /** What the clause before spoke of: "select the dog and make it red". */
  antecedent: Thing | undefined;
}

/** An invocation before the contract has checked it. */
export interface Draft {
  module: string;
  command: string;
  args: Record<string, unknown>;
  region?: Region;
  /** What it speaks of, for the clause after it. */
  about?: Thing;
}

export type Outcome = Draft[] | StudioAction;

export interface Rule {
  /** Patterns, in the language of `pattern.ts`. */
  forms: readonly string[];
  /** `undefined`: not this way after all; other ways and later rules are tried. */
  make(slots: Slots, context: RuleContext): Outcome | undefined;
}

export const rule = (make: Rule['make'], ...forms: string[]): Rule => ({ forms, make });

/** One command of image editing at a place. */
export function edit(
  command: string,
  args: Record<string, unknown>,
  thing: Thing | undefined,
  context: RuleContext,
): Draft[] {
  const { target, region } = placeOf(thing, context.hasSelection, context.antecedent);
  return [
    {
      module: 'image-editing',
      command,
      args: { ...(target !== undefined && { target }), ...args },
      ...(region && { region }),
      ...(!takesAway.has(command) && about(thing, context)),
    },
  ];
}

/** After these there is nothing left that "it" could mean. */
const takesAway: ReadonlySet<string> = new Set(['remove', 'cut-out', 'crop', 'replace']);

/** A command that always means the whole picture: no region, no target. */
export const wholeEdit = (command: string, args: Record<string, unknown>): Draft[] => [
  { module: 'image-editing', command, args },
];

export function make(module: string, command: string, args: Record<string, unknown>): Draft[] {
  return [{ module, command, args }];
}

/** The picture as a whole: said so, or "it" with nothing selected or spoken of. */
export const isPicture = (thing: Thing | undefined, { hasSelection, antecedent }: RuleContext): boolean =>
  thing?.kind === 'whole' ||
  ((thing?.kind === 'it' || thing?.kind === 'selection') && !hasSelection && !antecedent);

export function about(thing: Thing | undefined, { antecedent }: RuleContext): Pick<Draft, 'about'> {
  const spokenOf = thing?.kind === 'it' ? antecedent : thing;
  return spokenOf && spokenOf.kind === 'words' ? { about: spokenOf } : {};
}
