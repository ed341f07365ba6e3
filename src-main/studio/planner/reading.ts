/** All sentences of a text as drafts, in whichever way of reading it fits. */
import { isDeepStrictEqual } from 'node:util';
import type { StudioAction } from '../../contract/index.ts';
import { saysAlso } from './again.ts';
import { invents } from './clause.ts';
import type { PlanContext } from './context.ts';
import { dropReplaced, dropSelecting } from './dropping.ts';
import { spared } from './exception.ts';
import { asksForNothing, isMusing, isRemark, stripPoliteness } from './politeness.ts';
import { forbiddenBy, prohibitionIn } from './prohibition.ts';
import type { Draft, RuleContext } from './rules/rule.ts';
import type { Thing } from './thing.ts';
import { after, readSequence } from './sequence.ts';
import { lengthOf, norms, rawText, sentences, spanOf, type Source, type Span } from './text.ts';
import { variantsOf } from './variants.ts';

/** `instead`: in place of what was done before. */
export type Reading =
  { ok: true; value: Draft[] | StudioAction; instead?: true } | { ok: false; rest: string };

/**
 * As it is written; only when nothing fits, words are taken for mistyped ones, and then fillers are passed over. What
 * asks for an invention is tried the other ways as well: "add a vignete" adds no new thing.
 */
export function best(source: Source, context: PlanContext): Reading {
  const mused = sentences(spanOf(source)).find(isMusing);
  if (mused) return { ok: false, rest: rawText(mused) };
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
  const forbidden: Draft[] = [];
  let before: RuleContext = { ...context, antecedent: context.antecedent, also: saysAlso(source) };
  for (const sentence of sentences(spanOf(source))) {
    const { span } = stripPoliteness(sentence);
    if (lengthOf(span) === 0 || isRemark(span) || isRemark(sentence)) continue;
    const denied = forbiddenBy(span);
    const not = denied && readSequence(denied, before);
    if (Array.isArray(not) && sentences(spanOf(source)).length > 1) {
      forbidden.push(...not);
      before = { ...before, antecedent: spokenOf(not) };
      continue;
    }
    const outcome = asksForNothing(span)
      ? readInstead(span, before, norms(sentence).includes('instead'))
      : readSequence(sentence, before);
    if (outcome === undefined) return { ok: false, rest: rawText(span) };
    if (typeof outcome === 'string') actions.push(outcome);
    else {
      drafts.push(...outcome);
      before = after(before, outcome);
    }
  }
  if (forbidden.length && drafts.some((draft) => forbidden.some((not) => sameEdit(not, draft))))
    return { ok: false, rest: source.text.trim() };
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

/** "Don't crop it, extend it": what isn't to be done is only what "it" may speak of. */
function readInstead(span: Span, context: RuleContext, instead: boolean): Draft[] | undefined {
  const parts = prohibitionIn(span);
  if (!parts) return undefined;
  const said = readSequence(parts.forbidden, context);
  const forbidden = Array.isArray(said) ? said : undefined;
  if (!parts.set && !instead) return undefined;
  const about = spokenOf(forbidden ?? []);
  const asked = readSequence(parts.asked, { ...context, ...(about && { antecedent: about }) });
  if (!Array.isArray(asked)) return undefined;
  const clash = asked.some((draft) => forbidden?.some((not) => sameEdit(not, draft)));
  return clash ? undefined : asked;
}

const spokenOf = (drafts: readonly Draft[]): Thing | undefined =>
  drafts.at(-1)?.about ?? drafts.at(-1)?.taken?.thing;
const sameEdit = (a: Draft, b: Draft): boolean => isDeepStrictEqual(placeIn(a), placeIn(b));
const placeIn = ({ command, args, region }: Draft) => ({ command, args, region });

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
