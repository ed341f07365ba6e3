/** One clause: by the rules as it stands, or as what it stands for. */
import { amountsIn } from './amounts-in.ts';
import { exceptAt, exceptionIn, isSideEffect, leavesAlone } from './exception.ts';
import { active } from './passive.ts';
import { match } from './pattern.ts';
import { rules } from './rules/index.ts';
import type { Outcome, RuleContext } from './rules/rule.ts';
import { slotReader, type Slots } from './slots.ts';
import { lengthOf, norms, type Source, type Span } from './text.ts';
import { runsOn } from './thing.ts';

const slotReaders = new WeakMap<Source, ReturnType<typeof slotReader>>();

/** What was read of a source is remembered as long as the source; its context doesn't change. */
function slotReaderOf(source: Source, context: RuleContext): ReturnType<typeof slotReader> {
  const reader = slotReaders.get(source) ?? slotReader(source, context);
  slotReaders.set(source, reader);
  return reader;
}

/** @param verb what the first word stands for, where it was written as "removing" */
export function readClause(span: Span, context: RuleContext, verb?: string): Outcome | undefined {
  if (lengthOf(span) === 0) return undefined;
  return (
    readException(span, context, verb) ??
    readRules(span, context, verb) ??
    (makes.has(norms(span)[0]!) ? readRules(span, context, 'make') : undefined) ??
    readDosed(span, context, verb) ??
    readPassive(span, context) ??
    readAsked(span, context)
  );
}

/** Verbs that are said for "make". */
const makes: ReadonlySet<string> = new Set([
  'do',
  'let',
  'have',
  'get',
  'set',
  'render',
  'give',
  'leave',
  'change',
  'turn',
]);

/** "The dog should be removed". */
function readPassive(span: Span, context: RuleContext): Outcome | undefined {
  const request = active(span);
  return (
    request &&
    (readException(request, context, undefined) ??
      readRules(request, context, undefined) ??
      readDosed(request, context, undefined))
  );
}

/** "Could the background be a bit softer?": as "the background should be a bit softer". */
function readAsked(span: Span, context: RuleContext): Outcome | undefined {
  const { source, from, to } = span;
  const [first, ...others] = source.tokens.slice(from, to);
  const at = others.findIndex(({ norm }) => /^(?:be|look|have|get|go|become|disappear)$/.test(norm));
  if (!/^(?:can|could|would|might|may)$/.test(first!.norm) || at < 1) return undefined;
  const tokens = [...others.slice(0, at), { ...first!, norm: 'should' }, ...others.slice(at)];
  const told = { source: { text: source.text, tokens }, from: 0, to: tokens.length };
  return (
    readRules(told, context, undefined) ?? readDosed(told, context, undefined) ?? readPassive(told, context)
  );
}

/** What may stand before an amount that is added at the end. */
const onlySo: ReadonlySet<string> = new Set([
  ',',
  'but',
  'and',
  'only',
  'just',
  'though',
  '-',
  '–',
  '—',
  '(',
]);

/** "Blur a little bit the background": an amount where it doesn't stand usually; it must mean something for the rest. */
function readDosed(span: Span, context: RuleContext, verb: string | undefined): Outcome | undefined {
  if (context.amount) return undefined;
  const { source } = span;
  for (const { from: start, to, amount } of amountsIn(span)) {
    let from = start;
    // "…, but only slightly"
    while (from > span.from + 1 && onlySo.has(source.tokens[from - 1]!.norm)) from--;
    const tokens = [...source.tokens.slice(0, from), ...source.tokens.slice(to)];
    const rest: Span = { source: { text: source.text, tokens }, from: span.from, to: span.to - (to - from) };
    // Of several clauses each is read by itself.
    if (runsOn(norms(rest))) continue;
    const dosed = readRules(rest, { ...context, amount }, from === span.from ? undefined : verb);
    if (dosed && typeof dosed !== 'string' && !invents(dosed)) return dosed;
  }
  return undefined;
}

/** "… but not the sky": the clause before it, everywhere else. */
function readException(span: Span, context: RuleContext, verb: string | undefined): Outcome | undefined {
  const found = exceptionIn(span);
  if (!found) return undefined;
  const outcome = readRules(found.clause, context, verb);
  if (!outcome || typeof outcome === 'string') return undefined;
  const others = exceptAt(outcome, found.thing, context);
  if (others || !leavesAlone.test(found.how)) return others;
  if (isSideEffect(found.how)) return outcome;
  return [
    ...outcome,
    {
      module: '',
      command: 'remark',
      args: {},
      spares: found.thing,
      ...(/leave|keep/.test(found.how) && { left: true as const }),
    },
  ];
}

function readRules(span: Span, context: RuleContext, verb: string | undefined): Outcome | undefined {
  const words = span.source.tokens.map((token) => token.norm);
  if (verb) words[span.from] = verb;
  const clause = words.slice(span.from, span.to);
  const readSlot = slotReaderOf(span.source, context);
  for (const { rule, patterns } of rules) {
    for (const { pattern, first, needed } of patterns) {
      if (first && !first.has(clause[0]!)) continue;
      if (!needed.every((set) => clause.some((word) => set.has(word)))) continue;
      const outcome = match<Slots, Outcome>(pattern, words, span.from, span.to, readSlot, (slots) => {
        let asked = !context.amount;
        const dosed = asked
          ? slots
          : {
              ...slots,
              get amount() {
                asked = !slots.amount;
                return slots.amount ?? context.amount!;
              },
            };
        const made = rule.make(dosed, context);
        // An amount that nothing asks for isn't understood.
        return asked && (typeof made === 'string' || made?.length) ? made : undefined;
      });
      if (outcome !== undefined) return outcome;
    }
  }
  return undefined;
}

/** Whether something is to be put in: "add …" takes any words, so another reading comes first. */
export const invents = (outcome: Outcome): boolean =>
  Array.isArray(outcome) && outcome.some(({ command }) => inventions.has(command));

const inventions: ReadonlySet<string> = new Set(['add', 'generate', 'restyle']);
