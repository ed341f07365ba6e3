/** The last plan with another dose: it is run in the place of the first, not on top of it. */
import { adjustment, plan as planSchema, type Invocation, type Plan } from '../../contract/index.ts';
import { round } from './dial.ts';
import type { Repeat } from './repeat.ts';
import { noShadow } from './slots/shadow.ts';

const tones = Object.keys(adjustment.shape).filter((name) => name !== 'target');
/** What a command has more or less of. */
const doses: Readonly<Record<string, readonly string[]>> = {
  adjust: tones,
  transform: ['dx', 'dy', 'degrees'],
  extend: ['left', 'right', 'top', 'bottom'],
  rotate: ['degrees'],
  straighten: ['degrees'],
  perspective: ['vertical', 'horizontal'],
  'cut-out': ['shadow'],
  'replace-background': ['shadow'],
};
const dosesOf = ({ command, args }: Invocation): string[] =>
  (doses[command] ?? ['amount']).filter((name) => name in args);

/** What the work of a command is called: "a bit less blur", "a stronger vignette". */
const nouns: Readonly<Record<string, RegExp>> = {
  vignette: /^(?:the )?(.+?) vignett(?:e|ing)$/,
  blur: /^(?:the )?(.+?) (?:blur|blurry|blurred|blurring)$/,
  'blur-background': /^(?:the )?(.+?) (?:(?:background )?blur|blurry|blurred|bokeh)$/,
  sharpen: /^(.+?) (?:sharpening|sharpness|sharp)$/,
  pixelate: /^(.+?) (?:pixelated|pixelation|mosaic)$/,
  'film-look': /^(?:the )?(.+?) (?:(?:film )?look|filter|effect)$/,
  stylise: /^(?:the )?(.+?) (?:style|effect|stylised)$/,
  clarity: /^(.+?) clarity$/,
};

/** "A lighter shadow": a weaker one. */
function ofShadow(words: string): string {
  const said =
    /^(?:with |make |and |a |the |it )*(?:the shadow )?(.+?)(?: of (?:a |the )?)?(?: shadows?)?$/.exec(
      words,
    )?.[1] ?? words;
  if (!words.includes('shadow')) return words;
  return said
    .replace(/\b(?:lighter|softer|fainter|paler|smaller)$/, 'weaker')
    .replace(/\b(?:darker|deeper|bigger)$/, 'stronger');
}

/** What is said of the last step's work without its name, or just as it was said. */
export function withoutNoun(words: string, last: Plan): string {
  const { command, args } = last.steps.at(-1)!.invocation;
  if (command === 'cut-out' || command === 'replace-background') return ofShadow(words);
  const [, how, way] =
    /^(.+?) (?:to the |towards the )?(left|right|up|down|upwards|downwards)$/.exec(words) ?? [];
  if (how && way && (command === 'transform' || command === 'duplicate')) {
    const along = /left|right/.test(way) ? args.dx : args.dy;
    const same = along !== undefined && along < 0 === /left|up/.test(way);
    return same ? how : words;
  }
  return nouns[command]?.exec(words)?.[1] ?? words;
}

/**
 * The plan with the amounts of its last step changed, `region` being the whole picture where it named no place and
 * something is selected by now. Undefined where there is nothing to change, or nothing beyond.
 */
export function revised(
  last: Plan,
  how: Exclude<Repeat, { kind: 'again' }>,
  hasSelection: boolean,
): Plan | undefined {
  const step = last.steps.at(-1)!;
  const names = dosesOf(step.invocation);
  const before = step.invocation.args as Record<string, unknown>;
  // "30 %" of several tones, or of an angle, says nothing clear.
  if (names.length === 0 || (how.kind === 'set' && names.length > 1)) return undefined;
  const limit = step.invocation.command === 'adjust' && 'exposure' in before ? 5 : 1;
  const dose = (value: number): number => {
    if (how.kind === 'set') return Math.sign(value) * how.share;
    const scaled = value * how.factor;
    return 'degrees' in before ? scaled : Math.max(-limit, Math.min(limit, scaled));
  };
  const args = {
    ...before,
    ...Object.fromEntries(names.map((name) => [name, round(dose(before[name] as number))])),
  };
  if (
    names.every(
      (name) => args[name as keyof typeof args] === before[name] || args[name as keyof typeof args] === 0,
    )
  )
    return undefined;
  const steps = [...last.steps.slice(0, -1), { ...step, invocation: { ...step.invocation, args } }];
  const checked = planSchema.safeParse({ steps: hasSelection ? steps.map(placed) : steps });
  return checked.success ? checked.data : undefined;
}

/** Another of the same, where the last one was: "blue instead". Undefined where it is something else. */
export function inPlaceOf(last: Plan | undefined, plan: Plan): Plan | undefined {
  const [step, another] = plan.steps;
  const before = last?.steps.at(-1)?.invocation;
  if (!last || !step || another || !before) return undefined;
  const invocation = asBacking(step.invocation, before);
  if (before.command !== invocation.command) return undefined;
  const own = 'target' in invocation.args || invocation.region !== undefined;
  const args = { ...('target' in before.args && !own && { target: before.args.target }), ...invocation.args };
  const region = own ? invocation.region : before.region;
  const changed = {
    ...step,
    input: last.steps.at(-1)!.input,
    invocation: { ...invocation, args, ...(region && { region }) },
  };
  const checked = planSchema.safeParse({ steps: [...last.steps.slice(0, -1), changed] });
  return checked.success ? checked.data : undefined;
}

/** "Make it black instead", of the background that was put behind a thing. */
function asBacking(said: Invocation, before: Invocation): Invocation {
  if (said.command !== 'recolour' || before.command !== 'replace-background') return said;
  const { target, colour } = said.args;
  if (said.region || (target !== undefined && target !== 'background')) return said;
  const { shadow } = before.args;
  return {
    ...before,
    args: {
      colour,
      ...(before.args.target && { target: before.args.target }),
      ...(shadow !== undefined && { shadow }),
    },
  };
}

/** "Put it on white", after something was cut out: that, on white, in place of cutting it out. */
export function onto(last: Plan | undefined, plan: Plan): Plan | undefined {
  const [step, another] = plan.steps;
  const before = last?.steps.at(-1);
  if (!step || another || before?.invocation.command !== 'cut-out') return undefined;
  const { invocation } = step;
  if (invocation.command !== 'replace-background' || invocation.region || invocation.args.target)
    return undefined;
  const { region, args } = before.invocation;
  const changed = { ...invocation, args: { ...args, ...invocation.args }, ...(region && { region }) };
  const checked = planSchema.safeParse({
    steps: [...last!.steps.slice(0, -1), { ...before, invocation: changed }],
  });
  return checked.success ? checked.data : undefined;
}

/** The last plan with another shadow: "with a soft shadow". */
export function shaded(last: Plan, shadow: number): Plan | undefined {
  const step = last.steps.at(-1)!;
  const { invocation } = step;
  if (invocation.command !== 'cut-out' && invocation.command !== 'replace-background') return undefined;
  const { shadow: before, ...others } = invocation.args;
  if (shadow === noShadow && before === undefined) return undefined;
  const args = shadow === noShadow ? others : { ...others, shadow };
  const changed = { ...step, invocation: { ...invocation, args } };
  const checked = planSchema.safeParse({ steps: [...last.steps.slice(0, -1), changed] });
  return checked.success ? checked.data : undefined;
}

/** What was done to the picture stays so, whatever is selected now. */
const placed = <S extends { invocation: { region?: unknown; args: object } }>(step: S): S =>
  step.invocation.region || 'target' in step.invocation.args
    ? step
    : { ...step, invocation: { ...step.invocation, region: { parts: [] } } };
