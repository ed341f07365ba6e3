/** A sentence as clauses: one, or several with joins between them. */
import { amountsIn } from './amounts-in.ts';
import { invents, readClause } from './clause.ts';
import { clauseVerbs } from './lexicon/verbs.ts';
import { gerunds, stripPoliteness } from './politeness.ts';
import type { Draft, Outcome, RuleContext } from './rules/rule.ts';
import { joins, readThing, startsOrder } from './thing.ts';
import { lengthOf, norms, sub, type Span } from './text.ts';

/** Places where a sentence is tried to be cut in two. */
const MAX_CUTS = 24;
/** Of those without a join between them: nobody talks on for longer. */
const MAX_SILENT = 4;
/** Ways to cut a sentence that are tried in all. */
const MAX_TRIES = 200;

/** What the next clause may refer to. */
export const after = (context: RuleContext, drafts: readonly Draft[]): RuleContext => ({
  ...context,
  previous: drafts,
  antecedent: drafts.at(-1)?.about,
  taken: drafts.findLast((draft) => draft.taken)?.taken ?? context.taken,
});

/** One clause, or several with "and", "then" or a comma between them; "make" carries over to the next. */
export function readSequence(
  sentence: Span,
  context: RuleContext,
  search: Search = { failed: new Set(), tries: MAX_TRIES },
  carried = '',
): Outcome | undefined {
  const { span, verb: told } = stripPoliteness(sentence);
  // "Would you mind cutting it out and putting it on white"
  if (told) search.doing = true;
  const verb = told ?? (search.doing ? gerunds.get(norms(span)[0] ?? '') : undefined);
  const key = `${span.from} ${span.to} ${carried}`;
  if (lengthOf(span) === 0 || search.failed.has(key)) return undefined;
  const one = readClause(span, context, verb) ?? readCarried(span, context, carried);
  if (one && !invents(one) && !holdsJoin(one)) return one;

  const words = norms(span);
  const cuts = cutsOf(words);
  const found = readCut(span, cuts, context, search, carried);
  if (found && !(one && ((invents(one) && invents(found)) || isCurt(found)))) return found;
  if (!one) search.failed.add(key);
  return one;
}

const isCurt = (outcome: Outcome): boolean => Array.isArray(outcome) && outcome.some((draft) => draft.curt);

/** Of one sentence: what was tried in vain, and how many more ways are tried. */
interface Search {
  /** It began with a verb in -ing. */
  doing?: boolean;
  failed: Set<string>;
  tries: number;
}

/** Where a clause may end, and where the next one begins: the last first. */
interface Cut {
  end: number;
  next: number;
}

/** At a join; where there is none, before what begins a clause: "its so dark brighten it up", as it is dictated. */
function cutsOf(words: readonly string[]): Cut[] {
  const inside = words.map((_, i) => i).slice(1, -1);
  const joined = inside.filter((i) => joins(words[i]!)).map((i) => ({ end: i, next: i + 1 }));
  const silent = inside
    .filter((i) => !joins(words[i]!) && !joins(words[i - 1]!) && startsOrder(words, i))
    .map((i) => ({ end: i, next: i }));
  return [...joined.slice(0, MAX_CUTS).reverse(), ...(silent.length <= MAX_SILENT ? silent.reverse() : [])];
}

/** "Undo that and …" */
const undoing: Draft[] = [{ module: '', command: 'undo', args: {} }];

/** Two clauses with a join between them; where there is a choice, one that doesn't make a join part of a thing. */
function readCut(
  span: Span,
  cuts: readonly Cut[],
  context: RuleContext,
  search: Search,
  carried: string,
): Outcome | undefined {
  let second: Draft[] | undefined;
  for (const { end, next: from } of cuts) {
    if (search.tries-- <= 0) break;
    const left = sub(span, span.from, span.from + end);
    const right = sub(span, span.from + from);
    const { span: bare, verb: told } = stripPoliteness(left);
    const verb = told ?? (search.doing ? gerunds.get(norms(bare)[0] ?? '') : undefined);
    const said =
      readClause(bare, context, verb) ?? readCarried(bare, context, carried) ?? topicOf(bare, right, context);
    const first = said === 'undo' && !context.previous ? undoing : said;
    if (!first || typeof first === 'string' || (second && holdsJoin(first))) continue;
    const start = norms(bare)[0]!;
    const next = carriesOn(start, left, right) ? start : carried;
    const rest = readSequence(right, after(context, first), search, next);
    if (rest === 'undo' && first === undoing) return first;
    // "That was better, go back"
    if (typeof rest === 'string' && first.every(({ command, spares }) => command === 'remark' && !spares))
      return rest;
    if (!rest || typeof rest === 'string') continue;
    if (!holdsJoin(first)) return [...first, ...rest];
    second = [...first, ...rest];
  }
  return second;
}

/** "The dustbin, can you remove it": what is spoken of comes first. */
function topicOf(span: Span, right: Span, { hasSelection }: RuleContext): Draft[] | undefined {
  if (!pronoun.test(norms(right).join(' ')) || !named.test(norms(span)[0] ?? '')) return undefined;
  const thing = readThing(span, hasSelection);
  if (thing?.kind !== 'words' && thing?.kind !== 'selection') return undefined;
  return [{ module: '', command: 'remark', args: {}, ...(thing.kind === 'words' && { about: thing }) }];
}
const pronoun = /\b(?:it|them|him|her|that)\b/;
const named = /^(?:the|this|that|these|those|both|my|our|his|her|their|all)$/;

/** "Make the sky darker and the car red", "blur this by 60 % and the rest by 10 %". */
const carriesOn = (verb: string, first: Span, rest: Span): boolean =>
  ['make', 'turn', 'get'].includes(verb) ||
  (clauseVerbs.has(verb) && then.test(norms(rest).join(' '))) ||
  (clauseVerbs.has(verb) &&
    (amountsIn(first).length > 0 || /^(?:this|that|it)$/.test(norms(rest)[0]!)) &&
    amountsIn(rest).length > 0);

/** "…, then the buoy" */
const then =
  /^(?:and )?(?:then|also|next|after that|finally|lastly) (?:the|that|this|those|these|my|his|her|both|all) /;

/** Whether a thing has a join in its words: "the cup and the plate" is one, "the shoe, white background" isn't. */
const holdsJoin = (outcome: Outcome): boolean =>
  Array.isArray(outcome) &&
  outcome.some(({ args, about }) =>
    [args['target'], about?.kind === 'words' ? about.text : ''].some((text) => / and |,/.test(String(text))),
  );

/** "… and the sky darker" after "make the car red". */
function readCarried(span: Span, context: RuleContext, carried: string): Outcome | undefined {
  if (!carried) return undefined;
  const { source, from, to } = span;
  // A token of no text stands for the verb, in a source of its own.
  const at = source.tokens[from]!.start;
  const tokens = [
    ...source.tokens.slice(0, from),
    { norm: carried, start: at, end: at },
    ...source.tokens.slice(from),
  ];
  return readClause({ source: { text: source.text, tokens }, from, to: to + 1 }, context);
}
