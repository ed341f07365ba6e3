/** Whether a text speaks of what was done before, and what it asks of that. */
import { isDeepStrictEqual } from 'node:util';
import { ok, plan as planSchema, type Plan, type Result, type Turn } from '../../contract/index.ts';
import { fillers, isRemark, stripPoliteness } from './politeness.ts';
import { readRepeat } from './repeat.ts';
import { revised, shaded, withoutNoun } from './revise.ts';
import { readShadow } from './slots/shadow.ts';
import { lengthOf, norms, sentences, spanOf, type Source, type Span } from './text.ts';

/** Not "too dark". */
export const saysAlso = ({ tokens }: Source): boolean =>
  tokens.some(({ norm }, i) => {
    const next = tokens[i + 1]?.norm;
    if (norm === 'also' || norm === 'likewise') return true;
    return norm === 'too' ? next === undefined || /^[.,!?]$/.test(next) : norm === 'as' && next === 'well';
  });

/** "Blue instead", "no, darker": not "instead of". */
export const saysInstead = ({ tokens }: Source): boolean =>
  tokens.some(({ norm }, i) => norm === 'instead' && tokens[i + 1]?.norm !== 'of') ||
  /^(?:no|nah|nope|rather)$/.test(tokens[0]?.norm ?? '');

/** "Dear me, far too strong. A bit less, please.": of sentences that all say so, the last. */
function lastOf(whole: Span): Span {
  const all = sentences(whole);
  const telling = all.filter((one) => lengthOf(stripPoliteness(one).span) > 0 && !isRemark(one));
  const repeats = telling.map((one) => readRepeat(norms(stripPoliteness(one).span).join(' ')));
  const last = telling.at(-1);
  return last && repeats.every((repeat) => repeat && repeat.kind !== 'again') ? last : whole;
}

/** "Again", "a bit less": of the last plan, if there is one and it can be had more or less of. */
export function repeated(
  source: Source,
  { lastPlan, hasSelection }: { lastPlan?: Plan; hasSelection: boolean },
): Result<Turn> | undefined {
  const whole = lastOf(spanOf(source));
  const said = [whole, stripPoliteness(whole).span].map((span) =>
    norms(span).filter((word) => !/^[!?.]$/.test(word)),
  );
  const ways = [...said, ...said.map((words) => words.filter((word) => !fillers.has(word)))].map((words) =>
    words.join(' '),
  );
  const repeat =
    lastPlan &&
    ways.map((words) => readRepeat(withoutNoun(words, lastPlan))).find((how) => how !== undefined);
  if (!repeat) {
    const shadow = lastPlan && ways.map(readShadow).find((value) => value !== undefined);
    const plan = shadow === undefined ? undefined : shaded(lastPlan!, shadow);
    return plan && ok({ plan, instead: true });
  }
  if (repeat.kind === 'again') return ok({ plan: lastPlan });
  const changed = revised(lastPlan, repeat, hasSelection);
  return changed && ok({ plan: changed, instead: true });
}

/** Said of a place, which then isn't where the last plan worked. */
const placed =
  /^(?:it|its|this|that|these|those|them|everything|all|overall|whole|picture|photo|image|shot|pic)$/;

/**
 * "Much darker", after the jacket was darkened: the jacket, on top of what was done.
 * @param plan what the text comes to by itself
 */
export function whereBefore(
  plan: Plan,
  { tokens }: Source,
  { lastPlan, hasSelection }: { lastPlan?: Plan; hasSelection: boolean },
): Plan {
  const [step, another] = plan.steps;
  const before = lastPlan?.steps.at(-1)?.invocation;
  if (!step || another || !before || hasSelection || tokens.some(({ norm }) => placed.test(norm)))
    return plan;
  const { invocation } = step;
  const { target, ...doses } = before.args as Record<string, unknown>;
  const bare = !invocation.region && !('target' in invocation.args);
  const same =
    invocation.command === before.command &&
    ['adjust', 'clarity', 'sharpen', 'blur', 'denoise'].includes(before.command) &&
    isDeepStrictEqual(Object.keys(doses).sort(), Object.keys(invocation.args).sort());
  if (!bare || !same) return plan;
  const args = { ...(target !== undefined && { target }), ...invocation.args };
  const checked = planSchema.safeParse({
    steps: [
      { ...step, invocation: { ...invocation, args, ...(before.region && { region: before.region }) } },
    ],
  });
  return checked.success ? checked.data : plan;
}
