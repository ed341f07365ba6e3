/** What is behind a thing: replaced, taken away, blurred. */
import type { Backing } from '../slots/backing.ts';
import { noShadow } from '../slots/shadow.ts';
import { strengthOf } from '../lexicon/amounts.ts';
import type { Slots } from '../slots.ts';
import type { Thing } from '../thing.ts';
import { edit, rule, type Draft, type Outcome, type Rule, type RuleContext } from './rule.ts';

/** "Everything but the dog" is behind the dog; "everything else", after the dog was spoken of, too. */
export function inFront(rest: Thing | undefined, { antecedent }: RuleContext): Thing | undefined {
  if (rest?.kind === 'except') return { kind: 'words', text: rest.text };
  return rest?.kind === 'rest' && rest.said === 'rest' && antecedent?.kind === 'words'
    ? antecedent
    : undefined;
}

const isBackground = (rest: Thing | undefined): boolean =>
  rest?.kind === 'rest' && rest.said === 'background';

/** @param thing what stays in front; nothing: what is selected, or the subject */
function replaced(
  backing: Backing | undefined,
  thing: Thing | undefined,
  shadow: number | undefined,
  context: RuleContext,
): Outcome | undefined {
  if (!backing || thing?.kind === 'rest' || thing?.kind === 'except') return undefined;
  const args = { ...backing, ...casting(shadow) };
  const before = context.previous?.at(-1);
  // What was cut out just now is put on it; or the background that was taken away comes back as this.
  if (before?.command === 'cut-out' && (!thing || thing.kind === 'it' || thing.kind === 'selection'))
    return [{ ...before, command: 'replace-background', args: { ...before.args, ...args }, replaces: true }];
  const anew = !thing && (context.taken?.command === 'crop' || context.taken?.thing?.kind === 'words');
  if (context.taken && !anew && (!thing || thing.kind === 'it')) return undefined;
  return edit('replace-background', args, thing?.kind === 'whole' ? { kind: 'it' } : thing, context);
}

const put = ({ backing, backdrop, photo, thing, shadow }: Slots, context: RuleContext) =>
  replaced(backing ?? backdrop ?? photo, thing, shadow, context);

/** "Replace it with black", where "it" is the background that was taken away. */
const afterTaking = (slots: Slots, context: RuleContext) =>
  context.previous?.at(-1)?.command === 'cut-out' &&
  ['rest', 'except'].includes(context.taken?.thing?.kind ?? '') &&
  (!slots.ref || slots.ref.kind === 'it')
    ? replaced(slots.backing, undefined, slots.shadow, context)
    : undefined;

/** Not a place of its own: what is left when the background is gone. */
const NOTHING = '[(on|onto|with) [a] (transparent|transparency|nothing|transparent background)]';
const CAST = '[,] [and] [{shadow}]';

const replacing: Rule[] = [
  rule(
    (slots, context) => (isBackground(slots.rest) ? put(slots, context) : undefined),
    `(<replace>|change|switch|set|turn|make|get|fill|paint|colour|cover|convert) {rest} [colour] [(of|behind) {thing}] [(with|by|for|to|into|in|be|against|to be|look|a)] [one|a] [solid|single|plain|uniform] [colour] [,|:|of] {backing} ${CAST}`,
    `{rest} [:|=|→|should be|must be|has to be|needs to be|could be|can be|might be|ought to be|in|to] {backing} ${CAST}`,
    `(make|change|set|turn) the colour of {rest} [to|into] {backing} ${CAST}`,
    `i (want|need) {rest} [to be|in] {backing} ${CAST}`,
  ),
  rule(
    put,
    `(put|place|set|show|get|want|need|i need|i want|have|lay|paste|stick|isolate|photograph|drop|composite|move|bring|shoot|mount) {thing} [isolated|cut out|alone|placed|shown|standing|by itself|to be] (on|onto|on to|against|in front of|over|before|upon) {backdrop} ${CAST}`,
    `(put|place|show|get|i want|have) (me|us|myself|ourselves|the subject) (on|onto|in front of|against|before) {backdrop} ${CAST}`,
    `(put|place|set|show|get|i need|i want|have|isolate) [only|just] {thing} [isolated|cut out|alone|placed|shown|standing|by itself|to be|,] (on|onto|against|over) {backing} ${CAST}`,
    `[have|get|give me|give it|i want|i need|use|with|on|add|try|make|put|apply|create|swap in|put in|insert|bring in] {backdrop} ${CAST}`,
    `(give|add) {thing} {backdrop} ${CAST}`,
    `(put|add|use|place|set|insert|i want|i need|make|create|have|give me) {backdrop} (behind|in back of) {thing} ${CAST}`,
    `(use|take|set|make|put|have) {backing} (as|for) [the|a|my] background [(of|for|behind) {thing}] ${CAST}`,
    `{backing} as [the|a] background ${CAST}`,
    `{backdrop} (for|behind) {thing} ${CAST}`,
  ),
  rule(
    (slots, context) =>
      slots.thing?.kind === 'words' || slots.thing?.kind === 'selection' ? put(slots, context) : undefined,
    `{thing} (on|onto|against|in front of) [a|the] [plain|pure|solid] {backing} ${CAST}`,
  ),
  rule(
    afterTaking,
    `(<replace>|make|turn|paint|fill|colour|change|set|put) {ref} [with|by|for|to|into|in] {backing} ${CAST}`,
    `(put|use|add|place|set|make it|have it|i want|just|with) {backing} [there|instead|behind|behind it|in its place]`,
    `[a|just|with|to|into] {backing} [instead|please|there|behind it|in its place]`,
  ),
];

/** A shadow for what was just cut out or put on something. */
function amended(shadow: number, { previous }: RuleContext): Draft[] | undefined {
  const before = previous?.at(-1);
  if (before?.command !== 'cut-out' && before?.command !== 'replace-background') return undefined;
  const args: Record<string, unknown> = { ...before.args, shadow };
  if (shadow === noShadow) delete args['shadow'];
  return [{ ...before, args, replaces: true }];
}

const cutting: Rule[] = [
  rule(
    ({ shadow }, context) => amended(shadow!, context),
    '[add|give it|put|cast|with|keep|include|and|make|create|leave] {shadow}',
  ),
  rule(
    ({ rest, thing, shadow }, context) => {
      if (rest?.kind === 'except' && rest.among) return undefined;
      // "Cut out the shoes and throw away the rest": that is what cutting out does.
      if (!thing && rest?.kind !== 'except' && context.previous?.at(-1)?.command === 'cut-out')
        return [{ module: '', command: 'remark', args: {} }];
      const background: Thing =
        thing?.kind === 'words'
          ? { kind: 'except', text: thing.text }
          : (rest ?? { kind: 'rest', said: 'background' });
      return edit('cut-out', casting(shadow), thing ?? inFront(rest, context), context)?.map((draft) => ({
        ...draft,
        taken: { command: 'cut-out', thing: background },
      }));
    },
    `(<remove>|knock out|drop|strip|strip away|cut out|cut away) {rest} [(behind|of|from|around) {thing}] ${CAST}`,
    `<remove> {rest} ${CAST}`,
    `(<remove-first>|strip|pull|cut) {rest} (away|out|off) ${CAST}`,
    `<remove> (everything|anything|all) around {thing} ${CAST}`,
    `(i want|i need|i'd like|i would like|need|want|get|have) {rest} [to be] (gone|removed|out|away|transparent|off|cut out|deleted|erased) ${CAST}`,
    'remove-background',
    `{rest} (should|must|has to|needs to|have to|need to|ought to|gotta) be (transparent|gone|removed|see-through) ${CAST}`,
    `{rest} (should|must|has to|have to|needs to|need to|can|could|ought to|gotta) [just] (go|disappear|vanish|go away|be gone|be removed|be taken away|be cut out|be deleted|be erased) ${CAST}`,
    `(make|turn|get) {rest} (transparent|see-through|invisible|disappear|vanish|go away|gone) ${CAST}`,
    `(transparent|no|without) background ${CAST}`,
    'background [→|=|:] (transparent|gone|removed|off|away|none|out|to go)',
    `(give it|with|use|put it on|on|i want|i need|make it|have|make) [a|with a|have a] transparent background [(for|behind|around) {thing}] ${CAST}`,
    `[give me|i want|i need|make|get me|create|save|export] [it as|it to] [a|an|as a] [transparent] png (without|with no) [a|any|the] background [(for|of) {thing}]`,
    "i (don't|do not) (want|need) {rest}",
  ),
  rule(
    ({ thing, shadow }, context) =>
      thing?.kind === 'whole' || thing?.kind === 'rest' || thing?.kind === 'except'
        ? undefined
        : edit('cut-out', casting(shadow), thing, context),
    `(lift|take|pull|cut|get|free) {thing} (out of|off|away from|free of|free from) (the|its|his|her|their) background ${CAST}`,
    `(<cut-out>|separate) {thing} (from|out of|off) (the|its|their) background ${CAST}`,
    `<cut-out> {thing} ${NOTHING} ${CAST}`,
    `<cut-out> {thing} [, nothing else|and nothing else|and remove the rest|and delete the rest|and remove everything else] ${CAST}`,
    `(keep|leave|i only want|i only need|i just want|i just need|i want only|all i want is|all i need is) [only|just] {thing} (,|and) [and] (<remove>|lose|drop|forget|ditch) (the rest|everything else|the background|all else|the others)`,
    '[just|only] {thing} [,] [and] (no|without|without a|without any|with no) background',
    `(<remove>|lose|drop) (the background|the rest|everything else) (,|and|but) [and|but] (keep|leave|keeping|leaving) [only|just] {thing} ${CAST}`,
    `cut {thing} out ${CAST}`,
    `[i want|i need|show|make|give me|get] [just|only] {thing} (without|with no|with a transparent) [a|the|any|its] background ${CAST}`,
    `cut out ${CAST}`,
    '(cut-out|cutout) {thing}',
    '[i only want|i only need|i just want|i just need|all i want is|i want|i need|show|give me] {thing} (, nothing else|and nothing else|by itself|on its own|, without anything else)',
    '(just|only) {thing} , (nothing else|without anything else|and nothing else)',
    '[make|create|i need|i want|give me|get me|do|need] [a|the] (cut-out|cutout) of {thing}',
    `(make|create) a (sticker|png) (of|from|out of) {thing}`,
  ),
];

const casting = (shadow: number | undefined): { shadow?: number } =>
  shadow === undefined || shadow === noShadow ? {} : { shadow };

function blurred({ amount, lens, rest, thing }: Slots, context: RuleContext): Outcome | undefined {
  const strength = strengthOf(amount);
  if (strength === undefined || strength < 0 || strength > 1 || thing?.kind === 'rest') return undefined;
  return edit('blur-background', { amount: strength, ...lens }, thing ?? inFront(rest, context), context);
}

const bokeh = (slots: Slots, context: RuleContext) =>
  blurred({ ...slots, lens: { highlights: 0.5, ...slots.lens } }, context);

const LENS = '[,] [and] [{lens}]';
const KEEP = '(but|and|while) (keep|leave|keeping|leaving)';

/** "… but keep the girl sharp", after a blur of all that is behind her. */
function sparing(thing: Thing | undefined, { previous }: RuleContext): Draft[] | undefined {
  const before = previous?.at(-1);
  const open = before && !('target' in before.args) && !before.region;
  if (!open || thing?.kind !== 'words' || !['blur', 'blur-background'].includes(before.command))
    return undefined;
  const args = { target: thing.text, ...before.args };
  return [{ ...before, command: 'blur-background', args, about: thing, replaces: true }];
}

const lens: Rule[] = [
  rule(
    ({ thing }, context) => sparing(thing, context),
    '(keep|leave|keeping|leaving) [only|just] {thing} (sharp|in focus|clear|crisp|focused|as it is|unblurred|alone)',
    'only {thing} (stays|should stay|should be|remains|is) (sharp|in focus|clear|crisp|focused)',
    "(don't|do not) (blur|touch) {thing}",
  ),
  rule(
    blurred,
    `[{amount}] <blur> [on|in|to|for] {rest} [{amount}] ${LENS}`,
    `[{amount}] soften {rest} [{amount}] ${LENS}`,
    `keep (only|just) {thing} (sharp|in focus|clear|crisp|focused) ${LENS}`,
    `(only|just) keep {thing} (sharp|in focus|clear|crisp|focused) ${LENS}`,
    `only {thing} (should|must|has to|have to|needs to|need to|ought to|gotta) (be|stay) (sharp|in focus|crisp) ${LENS}`,
    `<blur> {rest} (behind|around|of) {thing} [{amount}] ${LENS}`,
    `<blur> [everything|what is|the area|whatever is] (behind|around) {thing} [{amount}] ${LENS}`,
    `<blur> {rest} [{amount}] ${KEEP} {thing} (sharp|in focus|clear|as it is|alone|crisp|focused)`,
    `(keep|leave) {thing} (sharp|in focus|clear|crisp|focused) (and|,|but) [make] (<blur>|blur) {rest} [{amount}]`,
    `(focus on|keep the focus on) {thing} [and|,] (<blur>|blur) {rest} [{amount}]`,
    `(make|get) {rest} [{amount}] (blurry|blurred|blurrier|out of focus|softer|more blurry|more blurred|unsharp) ${LENS}`,
    `(make|get) everything behind {thing} [{amount}] (blurry|blurred|blurrier|out of focus|softer)`,
    `(put|throw|take) {rest} [{amount}] out of focus ${LENS}`,
    '(give it|give this|add|make|with|i want) (a|an|some) (blurry|blurred|soft) [background|effect]',
    '{rest} (is|looks|seems) [a bit|way|far|much] too (sharp|busy|distracting|cluttered|crisp|messy) [,|;] [so|please|can you|and] (blur|soften|defocus) it [{amount}]',
    '[a|an] (blurred|blurry|soft|out of focus|unsharp) background',
    '(everything|all|all that is|whatever is|what is|the stuff|things) behind {thing} [{amount}] (blurry|blurred|out of focus|softer|soft|blurrier)',
    '(could|can|should) {rest} be [{amount}] (blurry|blurred|blurrier|out of focus|softer|more blurry|more blurred|unsharp)',
    '{rest} (should|could|can|must|needs to|has to|ought to) be [{amount}] (blurry|blurred|blurrier|out of focus|softer|more blurry|more blurred|unsharp)',
    `[add|apply] [a|some|more] background blur [{amount}] ${LENS}`,
    `[<apply>|make|i want|simulate|fake|create] [a|an|some|more] [{amount}] (portrait mode|portrait effect|shallow depth of field|shallow depth-of-field|depth-of-field|depth of field) [look|effect] ${LENS}`,
  ),
  ...(
    [
      ['lot', 'strong|heavy|extreme|big|deep|very shallow|dramatic|pronounced'],
      ['bit', 'subtle|slight|light|gentle|mild|soft|little'],
    ] as const
  ).map(([level, said]) =>
    rule(
      (slots, context) => blurred({ ...slots, amount: { kind: 'level', level } }, context),
      `[<apply>|make|i want|simulate|fake|create] [a|an|some] (${said}) (portrait mode|portrait effect|shallow depth of field|depth-of-field|depth of field|background blur) [look|effect|blur] ${LENS}`,
    ),
  ),
  rule(
    (slots, context) => (slots.lens?.amount === undefined ? undefined : blurred(slots, context)),
    '(simulate|imitate|emulate|fake|mimic|like|as if shot with|as if it was shot with|make it look like|use) [a|an|the] {lens}',
  ),
  rule(
    bokeh,
    '[add|give it|give this|make|with|i want|apply|use|more|put|create] [a|an|some|more] [nice|creamy|soft|smooth|beautiful|round] bokeh [effect|look|background|blur|lights|balls|highlights] [to {rest}] [{amount}]',
    '(make|get) {rest} [{amount}] bokeh',
  ),
];

export const behind = { replacing, cutting, lens };
