/** "This bin is ugly": asks for nothing, but says what "it" is. */
import { isColourWord } from '../lexicon/colours.ts';
import { clauseVerbs } from '../lexicon/verbs.ts';
import { verbOf } from '../passive.ts';
import { startsOrder, type Thing } from '../thing.ts';
import { rule, type Draft, type Outcome, type Rule, type RuleContext } from './rule.ts';

function remark(thing: Thing | undefined, { hasSelection }: RuleContext): Outcome | undefined {
  if (thing?.kind !== 'words' && !(thing?.kind === 'selection' && hasSelection)) return undefined;
  return [{ module: '', command: 'remark', args: {}, ...(thing.kind === 'words' && { about: thing }) }];
}

const VERY = '[very|so|really|too|quite|pretty|a bit|such|just|totally]';

/** What is done to a thing leaves the rest alone anyway. */
const isAimed = ({ args, region }: Draft): boolean => 'target' in args || region !== undefined;

const ALONE =
  '(alone|as is|as it is|as they are|as he is|as she is|untouched|unchanged|the same|how it is|how they are|the way it is|the way they are|like it is|intact|out of it|be|in colour|coloured)';

/** "Leave the sky alone": what else is asked for is done everywhere but there. */
function spare(said: Thing | undefined, left = false): Outcome | undefined {
  // "Keep the strawberries red"
  const bare = said?.kind === 'words' ? said.text.split(' ') : [];
  const coloured = bare.length > 1 && isColourWord(bare.at(-1)!.toLowerCase());
  const thing: Thing | undefined = coloured ? { kind: 'words', text: bare.slice(0, -1).join(' ') } : said;
  if (!thing || thing.kind === 'it' || thing.kind === 'whole' || thing.kind === 'except') return undefined;
  const about = thing.kind === 'words' ? { about: thing } : {};
  return [{ module: '', command: 'remark', args: {}, spares: thing, ...(left && { left }), ...about }];
}

const FORBIDDEN =
  '(crop|cropping|blur|blurring|sharpen|sharpening|resize|resizing|rotate|rotating|flip|flipping|remove|removing|delete|deleting|erase|erasing|cut|cutting|stretch|stretching|distort|distorting|upscale|upscaling|recolour|recolouring|straighten|straightening|move|moving|overdo|overdoing)';

/** What is told must not ask for something, or forbid it. */
const asks =
  /\b(?:should|must|want|wants|need|needs|wish|please|only|keep|stay|stays|leave|can you|could|would|to be|ought|gotta|enough|too|more|less|removed|deleted|erased|gone|instead|can|will)\b|[?,]/;

/** "So dark brighten it up" */
const orders = (text: string): boolean => {
  const words = text.toLowerCase().split(' ');
  // "It is impossible to remove it"
  return words.some(
    (word, i) => i > 0 && (startsOrder(words, i) || (words[i - 1] === 'to' && clauseVerbs.has(word))),
  );
};

export const remarks: Rule[] = [
  rule(
    ({ thing }) => spare(thing, true),
    `(leave|keep|leaving|keeping|let) {thing} ${ALONE}`,
    "(don't|do not|without|not) (touch|change|alter|affect|edit|modify|mess with|do anything to|do anything with|do anything about|touching|changing|altering|affecting|editing|messing with|touch on) {thing}",
    '{thing} (stays|stay|should stay|must stay|remains|should remain|must remain|can stay|has to stay|have to stay|needs to stay) [as it is|as they are|the same|untouched|unchanged|like that|as is|there|in|in there|in place]',
    '[only|just] {thing} (stays|stay|remains|remain|keeps|keep|should stay|should remain|must stay) [in] [its|their] {colour}',
    '(nothing|no changes|no change|no edits|without changes|without any changes) (on|to|for|in|at) {thing}',
  ),
  rule(
    ({ thing }, { previous }) => (previous?.length ? spare(thing) : undefined),
    "(don't|do not|without) (blur|blurring|sharpen|darken|brighten|lighten|recolour|desaturate|warm|warm up|cool|darkening|brightening|include|including) {thing}",
  ),
  // "Don't crop it", "remove nothing": what isn't to be done to the whole is simply not done.
  rule(
    () => [{ module: '', command: 'remark', args: {} }],
    `(don't|do not|never|no need to|without|not) ${FORBIDDEN} [it|this|that|anything|them|the photo|the picture|the image]`,
    `${FORBIDDEN} nothing`,
    'fill [in] the (hole|gap|space|place|spot)',
  ),
  // "…, that would be marvellous"
  rule(
    (_, { previous }) => (previous?.length ? [{ module: '', command: 'remark', args: {} }] : undefined),
    '(that|this|it) would (be|help|look|make) [really|so|very|just|absolutely] (great|lovely|nice|good|perfect|marvellous|wonderful|fantastic|amazing|brilliant|super|cool|ideal|best|kind|helpful|better|me happy|my day|a lot|a great help|much appreciated)',
    "(i'd|i would) (be grateful|be thankful|be happy|appreciate it|appreciate that|love that|love it|be delighted) [very much|so much|a lot]",
  ),
  // "All of it, not just this"
  rule(
    (_, { previous }) => (previous?.length ? [{ module: '', command: 'remark', args: {} }] : undefined),
    'not (just|only) {thing}',
  ),
  // "Remove the man, not the woman".
  rule(
    ({ thing }, { previous }) => (previous?.length ? spare(thing) : undefined),
    '(not|just not|only not|except|except for|apart from|other than|never) {thing}',
  ),
  // "Remove the dog but keep the cat".
  rule(({ thing }, { hasSelection, previous }) => {
    if (thing?.kind !== 'words' && !(thing?.kind === 'selection' && hasSelection)) return undefined;
    const before = previous?.at(-1);
    // "Sharpen the bird, leave the branches"
    const elsewhere =
      before && thing.kind === 'words' && 'target' in before.args && before.args['target'] !== thing.text;
    return elsewhere ? remark(thing, { hasSelection } as RuleContext) : spare(thing);
  }, '(keep|leave) {thing} [in|there|in place|in there|in the picture]'),
  rule(
    ({ thing }, context) => remark(thing, context),
    `{thing} (is|are|looks|look) ${VERY} [an|a] (ugly|annoying|distracting|terrible|awful|horrible|boring|in the way|not nice|disturbing|unwanted|eyesore|wrong|bad|unnecessary|too much|weird|strange|messy|no good)`,
    'there (is|are) {thing}',
    "there's {thing}",
    'i (see|have|notice|found) {thing}',
    'see {thing}',
    'look at {thing}',
    "i (hate|dislike|detest|can't stand) {thing}",
    '{thing} (bothers|annoys|disturbs|distracts|bugs|ruins|spoils|kills|destroys|distract|bother|annoy|ruin|spoil|draws|draw) [me|us|it|everything|the picture|the photo|the shot|the view|the mood|from the subject|the eye|attention|too much attention]',
  ),
  rule(
    ({ thing }, context) => remark(thing, context),
    `{thing} (is|are|looks|look|seems|seem|appears|appear) ${VERY} {adjective}`,
  ),
  // "Our faces are in shadow", "it was taken at dusk": told, not asked for.
  rule(
    ({ thing, prompt }, context) =>
      asks.test(prompt!.toLowerCase()) || orders(prompt!)
        ? undefined
        : (remark(thing, context) ?? [{ module: '', command: 'remark', args: {} }]),
    '{thing} (is|are|was|were|looks|look|seems|seem|came|comes|turned|appears|feels|feel|makes) {prompt}',
    '(it|this|that|he|she|they|we|i) (is|are|was|were|am|looks|look|looked|seems|came|turned|feels|took|shot|made|love|tried) {prompt}',
    '(i|we) [just|also|only|always|usually|mostly] (sell|run|work|own|live|use|bought|went|teach|study|post|print|shot|took|do|got|photograph|know|think|thought|hope) {prompt}',
    "(it's|this is|that's|he's|she's|they're|i'm|we're|there was|there were) {prompt}",
  ),
  // "The table has a stain, remove it"
  rule(({ source }, context) => {
    const said = source?.kind === 'words' ? source.text.toLowerCase() : '';
    return asks.test(said) || said.split(' ').some((word) => verbOf.has(word))
      ? undefined
      : remark(source, context);
  }, '[{thing}|it|this|that|he|she|we|i|they] (has|have|had|got|shows|contains) {source}'),
  rule(
    (_, { previous }) => (previous?.length ? [{ module: '', command: 'remark', args: {} }] : undefined),
    '(do|try|manage) (that|this) [for me]',
    '(can|could|would|will) (you|u|someone|somebody) [please] (do|try|manage) (that|it|this) [for me]',
    '[is] (that|this) (possible|doable|ok|okay) [at all]',
    'possible',
  ),
  rule(
    () => [{ module: '', command: 'remark', args: {} }],
    "(it's|its|it is|this is|the picture is|the photo is|that's|it came out) [all] (sideways|on its side|the wrong way|the wrong way round|the wrong way around)",
  ),
  rule(
    (_, { previous }) =>
      previous?.some((draft) => isAimed(draft) || draft.pointed || draft.command === 'undo')
        ? [{ module: '', command: 'remark', args: {} }]
        : undefined,
    '(leave|keep) (the rest|everything else|all else|the others) [as is|as it is|alone|untouched|unchanged|the same|like it is]',
    "(don't|do not) (touch|change) (the rest|everything else|anything else)",
    `(it's|its|it is|they are|they're|that's|that is|he is|she is|it looks|they look) ${VERY} [an|a] (ugly|annoying|distracting|terrible|awful|horrible|boring|in the way|disturbing|unwanted|eyesore|bad|unnecessary|weird|strange|messy|no good|not nice)`,
    '(they|it|he|she) (came out|turned out|is|are|looks|look|was|were) [so|too|very|a bit|really] (blurry|dark|bright|ugly|distracting|annoying|soft|grainy|noisy|bad|pale)',
    "(nothing else|only that|only this|that is all|that's all|that is it|that's it)",
  ),
];

/** Before all others: what was complained of isn't moved about. */
export const answering: Rule[] = [
  // "I don't want it black and white, I want it sepia": what it isn't to be.
  rule(
    ({ thing }, context) => remark(thing, context) ?? [{ module: '', command: 'remark', args: {} }],
    "(i don't want|i do not want|i don't need|i don't like|i didn't want|i never wanted) {thing} [to be|to look|in|so|too|that|as|all|quite so] {changes}",
    "(i don't want|i do not want|i don't need|i didn't want|i never wanted) (a|an|the|any) {effect}",
  ),
  // A hole is filled with what is around it anyway.
  rule(
    (_, { previous }) =>
      previous?.at(-1)?.command === 'remove' ? [{ module: '', command: 'remark', args: {} }] : undefined,
    '(fill|fill in|patch|cover|close|rebuild|replace) [in] (it|that|this|them|the hole|the gap|the space|the place|the spot|the area|the rest) [in] (with|from|by|using) (what is around it|what is around|whatever is around it|whatever is around|the surroundings|its surroundings|the surrounding area|the area around it|what surrounds it|what is behind it|whatever is behind it|what was behind it|the background|the same background|something that fits|something fitting|whatever fits|what fits) [in]',
    '(so|so that) (nobody|no one|you|one) (can|could|would|will) (see|notice|tell) {story}',
  ),
  // "It's too dark, fix that": what was complained of is put right already.
  rule(
    (_, { previous }) =>
      previous?.at(-1)?.complains ? [{ module: '', command: 'remark', args: {} }] : undefined,
    '[can you|please] (fix|correct|sort|change|improve|solve|repair|adjust|help|straighten) [with] (it|that|this|them) [out|up]',
    'do something about (it|that|this)',
    '[can you|could you|please] (tone|calm|bring|pull|take|turn) (it|that|this|them) (down|back)',
    '[can you|could you|please] (bring|get) (it|that|this|them) back',
    '(lift|perk|cheer|liven|brighten|pep) (it|that|this|them) [up]',
  ),
];
