/** Slips that are taken back in the same breath: "sharpen it, no wait, only sharpen the eyes". */
import { ok, plan as planSchema, type PlanStep, type Result, type Turn } from '../../contract/index.ts';
import type { PlanContext } from './context.ts';
import { asides } from './lexicon/courtesies.ts';
import { fillers } from './politeness.ts';
import { nothingDone, notUnderstood } from './refusal.ts';
import { joins } from './thing.ts';
import type { Source, Token } from './text.ts';

interface Correction {
  /** What was said first. */
  first: Source;
  /** What is said in its place; empty where all of it is called off. */
  then: Source;
  /** It may only add to what was said first: "brighten it. Actually, sharpen it as well". */
  open: boolean;
  /** There was a pause before it: "it" is what was spoken of. */
  paused: boolean;
}

const phrases = (list: string): string[][] => list.split(', ').map((phrase) => phrase.split(' '));
const longestFirst = (list: string[][]): string[][] => list.sort((a, b) => b.length - a.length);

/** Said only by who takes something back; a pause may stand between their words. */
const marks = longestFirst(
  phrases(
    'no wait, wait no, no sorry, sorry no, no actually, actually no, scratch that, strike that, no scratch that, i mean, i meant, ' +
      'sorry i mean, sorry i meant, no i mean, no i meant, wait i mean, or rather, or no, oops no, no hang on, hang on no, ' +
      'no hold on, hold on no, no no, correction, oh no wait, oh wait no, wait wait, oops i mean, oops i meant',
  ),
);
/** Said by who takes something back, or just goes on. */
const turns = longestFirst(
  phrases(
    "actually, sorry, on second thought, on second thoughts, thinking about it, i changed my mind, i've changed my mind",
  ),
);
/** All of it is called off. */
const offs = longestFirst(
  phrases(
    "never mind, nevermind, forget it, forget that, forget about it, cancel that, no wait don't, wait don't, no don't, " +
      "on second thought don't, on second thoughts don't, actually don't, actually no, leave it, no leave it, actually leave it, " +
      "don't bother, i changed my mind, i've changed my mind",
  ),
);
const PAUSE = /^[,.;:!?\n–—-]$/;

/** Of how many words the longest of these phrases is that is said from here on. */
function at(words: readonly string[], from: number, list: readonly string[][]): number {
  for (const phrase of list) {
    let next = from;
    for (const word of phrase) {
      while (next > from && PAUSE.test(words[next] ?? '')) next++;
      if (words[next++] !== word) {
        next = 0;
        break;
      }
    }
    if (next > from) return next - from;
  }
  return 0;
}

/** The last place where somebody takes back what was said before; undefined: nothing is taken back. */
export function correctionIn({ text, tokens }: Source): Correction | undefined {
  const words = tokens.map(({ norm }) => norm);
  const end = words.findLastIndex((word) => !PAUSE.test(word) && word !== 'please') + 1;
  for (let i = end - 1; i > 0; i--) {
    const paused = PAUSE.test(words[i - 1]!);
    const off = at(words, i, offs);
    const mark = at(words, i, marks);
    const turn = paused ? at(words, i, turns) : 0;
    // "Darker — no, brighter"
    const no = paused && words[i] === 'no' && PAUSE.test(words[i + 1] ?? '') ? 1 : 0;
    const length = off && i + off === end && paused ? off : mark || no || turn;
    if (!length || !saysSomething(tokens.slice(0, i))) continue;
    // "No, sorry": not only "sorry".
    const start =
      [i - 4, i - 3, i - 2, i - 1].find((from) => from > 0 && at(words, from, marks) >= i + length - from) ??
      i;
    return {
      first: { text, tokens: withoutPauses(tokens.slice(0, start)) },
      then: { text, tokens: withoutPauses(tokens.slice(i + length)) },
      open: start === i && !mark && !no && length !== off,
      paused: paused || PAUSE.test(words[start - 1]!),
    };
  }
  return undefined;
}

const saysSomething = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => /\p{L}/u.test(norm) && !fillers.has(norm) && !asides.has(norm));

function withoutPauses(tokens: readonly Token[]): Token[] {
  const spoken = (token: Token): boolean => !PAUSE.test(token.norm);
  return tokens.slice(Math.max(0, tokens.findIndex(spoken)), tokens.findLastIndex(spoken) + 1);
}

const pronoun = /^(?:it|them|him|her|that|those)$/;

/**
 * What a text comes to that takes back a part of itself: the last step said before gives way to what is said after.
 * @param understand reads a text that takes nothing back
 * @returns undefined where nothing is taken back
 */
export function putRight(
  source: Source,
  context: PlanContext,
  understand: (source: Source, context: PlanContext) => Result<Turn>,
): Result<Turn> | undefined {
  const slip = correctionIn(source);
  if (!slip) return undefined;
  if (!slip.then.tokens.length) return nothingDone(context);
  const before = understand(slip.first, context);
  const steps = before.ok ? (before.value.plan?.steps ?? []) : [];
  const last = steps.at(-1)?.invocation;
  const target = last && 'target' in last.args ? last.args.target : undefined;
  const refers = slip.then.tokens.some(({ norm }) => pronoun.test(norm)) && (target ?? last?.region);
  const refused = slip.open ? undefined : notUnderstood(source.text, context);
  // Without a pause, or of a region, there is no telling what "it" goes back to.
  if (refers && (!slip.paused || target === undefined)) return refused;
  const after = understand(slip.then, {
    ...context,
    ...(before.ok && before.value.plan && { lastPlan: before.value.plan }),
    ...(target !== undefined && { antecedent: { kind: 'words' as const, text: target } }),
  });
  if (!after.ok) return refused;
  const { plan, action, instead } = after.value;
  if (action) return slip.open ? undefined : steps.length && action === 'undo' ? nothingDone(context) : after;
  if (!plan) return refused;
  if (instead) return steps.length ? ok({ ...(before.ok && before.value), plan }) : after;
  const same = plan.steps.length === 1 && plan.steps[0]!.invocation.command === last?.command;
  if (slip.open && !same) return undefined;
  // Which of several is taken back can't be told where they aren't understood.
  if (!before.ok && slip.first.tokens.some(({ norm }) => joins(norm) || /^[.;!?\n]$/.test(norm)))
    return refused;
  return chained([...steps.slice(0, -1), ...plan.steps]) ?? refused;
}

/** Steps one after the other. */
function chained(steps: readonly PlanStep[]): Result<Turn> | undefined {
  const checked = planSchema.safeParse({
    steps: steps.map(({ invocation }, i) => ({
      input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 },
      invocation,
    })),
  });
  return checked.success ? ok({ plan: checked.data }) : undefined;
}
