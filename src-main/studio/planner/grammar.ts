/** The built-in planner: a sentence becomes a turn, always the same one, without a model. */
import {
  fail,
  ok,
  plan as planSchema,
  type Plan,
  type Result,
  type StudioAction,
  type Turn,
} from '../../contract/index.ts';
import { adviceFor } from './advice.ts';
import type { Advice } from './lexicon/advice.ts';
import { asksForNothing, isRemark, stripPoliteness } from './politeness.ts';
import { describesRegion, unknownMention, withRegions, type Mentioned } from './mentions.ts';
import { amountsIn } from './amounts-in.ts';
import { repeated, saysAlso, saysInstead } from './again.ts';
import { invents, readClause } from './clause.ts';
import { dropReplaced, dropSelecting } from './dropping.ts';
import { inPlaceOf } from './revise.ts';
import type { Draft, Outcome, RuleContext } from './rules/rule.ts';
import { clauseVerbs } from './lexicon/verbs.ts';
import { variantsOf } from './variants.ts';
import { examplesFor } from './examples.ts';
import { spared } from './exception.ts';
import { joins, readThing, startsOrder } from './thing.ts';
import {
  lengthOf,
  norms,
  rawText,
  sentences,
  spanOf,
  sub,
  tokenise,
  type Source,
  type Span,
} from './text.ts';

export interface PlanContext {
  /** Whether "this" has a meaning. */
  hasSelection: boolean;
  /** What is open. */
  kind: 'image' | 'video' | 'audio' | null;
  /** What "again" and "more" repeat. */
  lastPlan?: Plan;
  /** The other photos of the project, by the names of their files: what a background can be replaced with. */
  photos?: readonly { name: string; hash: string }[];
  /** The regions that are kept of it: `@1`, `@dog`. */
  regions?: readonly Mentioned[];
  /** In pixels; without it, "200 pixels to the left" can't be said as a share. */
  size?: { width: number; height: number };
}

/** Longer texts are no instructions. */
const MAX_LENGTH = 4_000;
const MAX_TOKENS = 400;
/** Places where a sentence is tried to be cut in two. */
const MAX_CUTS = 24;
/** Of those without a join between them: nobody talks on for longer. */
const MAX_SILENT = 4;
/** Ways to cut a sentence that are tried in all. */
const MAX_TRIES = 200;

/**
 * Never guesses: a sentence is understood as a whole or not at all ('not-understood', with examples of what is).
 * "This" stays without a region: the studio fills the selection in. `{ parts: [], inverted: true }` is everything
 * that isn't selected.
 */
export function planText(text: string, context: PlanContext): Result<Turn> {
  if (text.length > MAX_LENGTH) return notUnderstood(text.slice(0, 60), context);
  const source = tokenise(text);
  if (source.tokens.length > MAX_TOKENS) return notUnderstood(text.slice(0, 60), context);
  const nowhere = unknownMention(source, context.regions ?? []);
  if (nowhere) return { ok: false, error: nowhere };
  const again = repeated(source, context);
  if (again) return again;

  const outcome = best(source, context);
  if (!outcome.ok) {
    const other = context.lastPlan && otherwise(source, context);
    if (other) return other;
    const photos = whichPhoto(source, context);
    if (photos) return photos;
    const advice = firstAdvice(source);
    if (advice) return fail('not-understood', advice.message, advice.hint, advice.packs && [...advice.packs]);
    return notUnderstood(outcome.rest, context);
  }
  if (typeof outcome.value === 'string') return ok({ action: outcome.value });
  const turn = toTurn(outcome.value, text, context);
  if (!turn.ok) return turn;
  if (outcome.instead) return ok({ ...turn.value, instead: true });
  const other = saysInstead(source) ? inPlaceOf(context.lastPlan, turn.value.plan!) : undefined;
  return other ? ok({ plan: other, instead: true }) : turn;
}

/** "I meant …", "try …", "what about …" */
const leadsToOther =
  /^(?:i|meant|mean|said|wanted|want|try|maybe|perhaps|go|for|with|use|or|what|how|about|make|it|that|in)$/;

/** "Green instead": made so, where that is what was done. */
function otherwise(source: Source, context: PlanContext): Result<Turn> | undefined {
  const { tokens } = source;
  const start = tokens[0]!.start;
  const made = ['make', 'it'].map((norm) => ({ norm, start, end: start }));
  const said = tokens.filter(({ norm }) => !/^(?:instead|no|nah|nope|rather|sorry|actually|,|!)$/.test(norm));
  const told = said.slice(said.findIndex(({ norm }) => !leadsToOther.test(norm)));
  const outcome = best({ text: source.text, tokens: [...made, ...told] }, context);
  if (!outcome.ok || typeof outcome.value === 'string') return undefined;
  const turn = toTurn(outcome.value, source.text, context);
  const plan = turn.ok ? inPlaceOf(context.lastPlan, turn.value.plan!) : undefined;
  return plan && ok({ plan, instead: true });
}

/** `instead`: in place of what was done before. */
type Reading = { ok: true; value: Draft[] | StudioAction; instead?: true } | { ok: false; rest: string };

/**
 * As it is written; only when nothing fits, words are taken for mistyped ones, and then fillers are passed over. What
 * asks for an invention is tried the other ways as well: "add a vignete" adds no new thing.
 */
function best(source: Source, context: PlanContext): Reading {
  let first: Reading | undefined;
  for (const variant of variantsOf(source)) {
    const reading = read(variant, context);
    if (reading.ok && typeof reading.value !== 'string' && !isUncertain(reading.value)) return reading;
    if (reading.ok && typeof reading.value === 'string') return reading;
    if (!first?.ok) first = reading.ok || !first ? reading : first;
  }
  return first!;
}

/** Any words may stand in these: "add a vignete", "a litle darker". */
const isUncertain = (drafts: readonly Draft[]): boolean =>
  invents([...drafts]) || drafts.some((draft) => draft.curt === true);

/** All sentences of a text, or none. */
function read(source: Source, context: PlanContext): Reading {
  const drafts: Draft[] = [];
  const actions: StudioAction[] = [];
  let before: RuleContext = { ...context, antecedent: undefined, also: saysAlso(source) };
  for (const sentence of sentences(spanOf(source))) {
    const { span } = stripPoliteness(sentence);
    if (lengthOf(span) === 0 || isRemark(span)) continue;
    const outcome = asksForNothing(span) ? undefined : readSequence(sentence, before);
    if (outcome === undefined) return { ok: false, rest: rawText(span) };
    if (typeof outcome === 'string') actions.push(outcome);
    else {
      drafts.push(...outcome);
      before = after(before, outcome);
    }
  }
  if (actions.length === 2 && actions.every((done) => done === 'undo') && isDislike(source)) actions.pop();
  const [action] = actions;
  if (
    drafts.some(isUndo) &&
    drafts.every((draft) => isUndo(draft) || (draft.command === 'remark' && !draft.spares))
  )
    return { ok: true, value: 'undo' };
  const undone = context.lastPlan && ((action === 'undo' && actions.length === 1) || isUndo(drafts[0]));
  if (undone && drafts.some((draft) => !isUndo(draft) && draft.command !== 'remark')) {
    const others = readTogether(
      drafts.filter((draft) => !isUndo(draft)),
      source,
      context,
    );
    return others.ok ? { ...others, instead: true } : others;
  }
  // An action of the studio and an edit can't go into one turn.
  if (action !== undefined && actions.length === 1 && drafts.length === 0) return { ok: true, value: action };
  if (action !== undefined || drafts.length === 0) return { ok: false, rest: source.text.trim() };
  if (drafts.some(isUndo)) return { ok: false, rest: source.text.trim() };
  return readTogether(drafts, source, context);
}

/** "Don't like it. Go back.": one undo. */
const isDislike = (source: Source): boolean =>
  sentences(spanOf(source)).some((sentence) =>
    /\b(?:like|hate|worse|wrong|awful|terrible|ugly)\b/.test(norms(sentence).join(' ')),
  );

const isUndo = (draft: Draft | undefined): boolean => draft?.command === 'undo';

/** What the drafts of all sentences come to. */
function readTogether(drafts: Draft[], source: Source, context: PlanContext): Reading {
  if (pixelsAfterResizing(drafts, source)) return { ok: false, rest: source.text.trim() };
  const edits = spared(drafts, context);
  return edits?.length
    ? { ok: true, value: dropSelecting(dropReplaced(edits)) }
    : { ok: false, rest: source.text.trim() };
}

const resizes: ReadonlySet<string> = new Set([
  'crop',
  'resize',
  'upscale',
  'extend',
  'rotate',
  'straighten',
  'perspective',
]);

/** A number of pixels is a share of the picture as it is; how large it is after a crop isn't known yet. */
const pixelsAfterResizing = (drafts: readonly Draft[], source: Source): boolean =>
  source.tokens.some(({ norm }) => /^(?:px|pixels?)$/.test(norm)) &&
  drafts.some(
    ({ command }, i) =>
      ['transform', 'duplicate', 'extend'].includes(command) &&
      drafts.slice(0, i).some((before) => resizes.has(before.command)),
  );

/** What the next clause may refer to. */
const after = (context: RuleContext, drafts: readonly Draft[]): RuleContext => ({
  ...context,
  previous: drafts,
  antecedent: drafts.at(-1)?.about,
  taken: drafts.findLast((draft) => draft.taken)?.taken ?? context.taken,
});

/** "Use that photo as the background", where there are several. */
function whichPhoto({ tokens }: Source, { photos = [] }: PlanContext): Result<never> | undefined {
  const said = tokens.map(({ norm }) => norm).join(' ');
  const speaks = /\b(?:background|backdrop|behind)\b/.test(said) && aPhoto.test(said);
  if (!speaks || photos.length < 2) return undefined;
  const names = photos.slice(0, 5).map(({ name }) => `“${name}”`);
  const rest = photos.length > 5 ? ' …' : '';
  return fail(
    'not-understood',
    `Which photo: ${names.slice(0, -1).join(', ')} or ${names.at(-1)!}${rest}?`,
    `Say its name: “replace the background with ${photos[0]!.name}”.`,
  );
}
const aPhoto = /\b(?:that|another|other|second|this|my) (?:\w+ )?(?:photo|picture|image|pic)\b/;

/** Of the sentences as they are written: a file's name has a full stop in it. */
function firstAdvice(source: Source): Advice | undefined {
  const whole = spanOf(source);
  for (const span of [whole, ...sentences(whole)]) {
    const asked = !asksForNothing(stripPoliteness(span).span);
    const advice = asked ? adviceFor(span) : undefined;
    if (advice) return advice;
  }
  return undefined;
}

/** One clause, or several with "and", "then" or a comma between them; "make" carries over to the next. */
function readSequence(
  sentence: Span,
  context: RuleContext,
  search: Search = { failed: new Set(), tries: MAX_TRIES },
  carried = '',
): Outcome | undefined {
  const { span, verb } = stripPoliteness(sentence);
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
    const { span: bare, verb } = stripPoliteness(left);
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

function toTurn(drafts: readonly Draft[], text: string, context: PlanContext): Result<Turn> {
  const steps = drafts.map(({ module, command, args, region }, i) => ({
    input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 },
    invocation: { module, command, args, ...(region && { region }) },
  }));
  const checked = planSchema.safeParse({ steps });
  if (!checked.success) return notUnderstood(text, context);
  const plan = withRegions(checked.data, context.regions ?? []);
  return describesRegion(plan) ? notUnderstood(text, context) : ok({ plan });
}

function notUnderstood(text: string, context: PlanContext): Result<never> {
  const said = text.replace(/\s+/g, ' ').trim();
  const message = said
    ? `I don't understand “${said.length > 80 ? `${said.slice(0, 79)}…` : said}”.`
    : 'Say what should happen.';
  return fail('not-understood', message, `Try one of these: ${examplesFor(context, said).join(', ')}.`);
}
