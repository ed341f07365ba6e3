/**
 * What the engine calls something that it did or does (a state of the history, a version, a job): a key of the
 * catalogue with what it speaks of, put into words where it is shown, in that person's language.
 */
import * as z from 'zod';
import type { Plan } from './invocation.ts';
import { english, type Sayings } from './sayings.ts';

/** A plain string is said as it is: a name, or what was written before there were keys. */
export type Said = string | { key: string; args: (Said | number)[] };

export const said: z.ZodType<Said, Said> = z.union([
  z.string(),
  z.strictObject({
    key: z.string().min(1).max(60),
    args: z.array(z.union([z.number(), z.lazy(() => said)])).max(100),
  }),
]);

/** Words may be names or said themselves; figures are figures. */
type Given<A extends readonly unknown[]> = { [I in keyof A]: A[I] extends number ? number : Said };

export function say<K extends keyof Sayings>(key: K, ...args: Given<Parameters<Sayings[K]>>): Said {
  return { key, args: args as (Said | number)[] };
}

/** In the words of a catalogue. A key that it hasn't got (a newer version's) is shown as it is. */
export function tell(what: Said, sayings: Sayings = english): string {
  if (typeof what === 'string') return what;
  if (!Object.hasOwn(sayings, what.key)) return what.key;
  const saying = sayings[what.key as keyof Sayings] as (...args: (string | number)[]) => string;
  return saying(...what.args.map((arg) => (typeof arg === 'number' ? arg : tell(arg, sayings))));
}

/** What an edit is called. */
export const editSaid = (command: string): Said => say('edit', command);

/** What a plan is called: its edits in a row. */
export function planSaid({ steps }: Plan): Said {
  const [first = '', ...rest] = steps.map(({ invocation }) => editSaid(invocation.command));
  return rest.length ? say('plan', first, ...rest) : first;
}
