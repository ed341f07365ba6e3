/** "Again", "a bit more", "less": the last plan once more, or its adjustments carried on. */
import { adjustment, plan as planSchema, type Plan } from '../../contract/index.ts';
import { readAmount } from './lexicon/amounts.ts';

const again =
  /^(?:(?:do |try )?(?:it |that |this |the same )?(?:again|once more|one more time)|same again|repeat(?: it| that| this)?|the same again|the same thing again)$/;
const more =
  /^(?:(?:(a bit|a little|a little bit|slightly|a touch|much|a lot|even|still) )?(?:more|stronger|further)(?: please)?|more of (?:it|that|this))$/;
const less =
  /^(?:(a bit|a little|a little bit|slightly|a touch|much|a lot|even|still) )?(?:less|weaker)$|^(?:that's |that is |it's )?(?:a bit |way )?too (?:much|strong)$/;

const tones = Object.keys(adjustment.shape).filter((name) => name !== 'target');
const factors = { hint: 0.25, bit: 0.5, plain: 1, lot: 2, most: 3 } as const;

/** The plan that such words ask for; undefined when they ask for something else or nothing can be repeated. */
export function repeated(words: string, last: Plan | undefined): Plan | undefined {
  if (!last) return undefined;
  if (again.test(words)) return last;
  const up = more.exec(words);
  const down = up ? null : less.exec(words);
  if (!up && !down) return undefined;
  const amount = readAmount((up ?? down)![1] ?? 'some');
  const size = amount?.kind === 'level' ? factors[amount.level] : 1;
  // Less takes half of it back.
  return carriedOn(last, up ? size : -size / 2);
}

/** Only adjustments can be carried on by a share: the rest of the edits have been done, not dosed. */
function carriedOn(last: Plan, by: number): Plan | undefined {
  const steps = last.steps.map((step) => {
    if (step.invocation.command !== 'adjust') return undefined;
    const args = Object.fromEntries(
      Object.entries(step.invocation.args).map(([name, value]) => [
        name,
        tones.includes(name) ? Math.round((value as number) * by * 100) / 100 : value,
      ]),
    );
    return { ...step, invocation: { ...step.invocation, args } };
  });
  const checked = planSchema.safeParse({ steps });
  return checked.success ? checked.data : undefined;
}
