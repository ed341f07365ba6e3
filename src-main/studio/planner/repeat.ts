/** "Again", "a bit more", "less": the last plan once more, or its dosed edits carried on. */
import { adjustment, plan as planSchema, type Invocation, type Plan } from '../../contract/index.ts';
import { readAmount } from './lexicon/amounts.ts';

const again =
  /^(?:(?:do |try |and )?(?:it |that |this |the same )?(?:again|once more|one more time|another time)|same again|repeat(?: it| that| this)?|the same again|the same thing again|do (?:it|that) again)$/;
const HOW_MUCH =
  '(a tiny bit|a hint|just a bit|just a little|just a touch|a bit|a little|a little bit|slightly|a touch|a tad|somewhat|much|a lot|even|still|way|far)';
const more = new RegExp(
  `^(?:make it |do it |go )?(?:${HOW_MUCH} )?(?:more|stronger|further|more of (?:it|that|this)|more intense|more strongly)$|^(?:not (?:strong )?enough|(?:it's|that's|that is|that was|it is) not (?:strong )?enough|too (?:little|weak)|(?:that's|that was|it's) too (?:little|weak)|keep going)$`,
);
const less = new RegExp(
  `^(?:make it |do it )?(?:${HOW_MUCH} )?(?:less|weaker|softer than that|less of (?:it|that|this)|less strong|less intense|less strongly)$|^(?:(?:that's|that is|that was|it's|it is|this is) )?(?:a bit |a little |way |far |much )?(?:too (?:much|strong|intense|heavy)|over the top|overdone)$|^not (?:so|that|quite so|as) (?:much|strong|strongly|intense)(?: please)?$|^(?:tone|dial|turn|take) (?:it|that|this) (?:down|back)(?: a bit| a little| a notch| slightly)?$|^half (?:of )?that$`,
);

const tones = Object.keys(adjustment.shape).filter((name) => name !== 'target');
const factors = { hint: 0.25, bit: 0.5, plain: 1, lot: 2, most: 3 } as const;

/** Doing these once more does them more strongly. */
const builds: ReadonlySet<string> = new Set([
  'sharpen',
  'denoise',
  'blur',
  'blur-background',
  'enhance',
  'stylise',
  'pixelate',
]);
/** These can be taken back by their opposite. */
const signed: ReadonlySet<string> = new Set(['clarity', 'vignette']);

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

/** Whether words ask for more or less of what was done. */
export const asksForMore = (words: string): boolean => more.test(words) || less.test(words);

/** What was done is there already: only what adds up, or has an opposite, can be carried on. */
function carriedOn(last: Plan, by: number): Plan | undefined {
  const steps = last.steps.map((step) => {
    const args = argsOf(step.invocation, by);
    return args && { ...step, invocation: { ...step.invocation, args } };
  });
  const checked = planSchema.safeParse({ steps });
  return checked.success ? checked.data : undefined;
}

function argsOf({ command, args }: Invocation, by: number): Record<string, unknown> | undefined {
  const scaled = (value: unknown) => Math.round((value as number) * by * 100) / 100;
  if (command === 'adjust')
    return Object.fromEntries(
      Object.entries(args).map(([name, value]) => [name, tones.includes(name) ? scaled(value) : value]),
    );
  if (!('amount' in args) || !(signed.has(command) || (builds.has(command) && by > 0))) return undefined;
  const amount = scaled(args.amount);
  return amount === 0 ? undefined : { ...args, amount: Math.max(-1, Math.min(1, amount)) };
}
