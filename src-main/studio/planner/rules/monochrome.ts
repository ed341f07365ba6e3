/** Black and white, of everything or of all but a thing. */
import type { Thing } from '../thing.ts';
import { edit, rule, type Rule } from './rule.ts';
import { tone } from './tone.ts';

/** "Only the rose in colour". */
function allBut(thing: Thing | undefined): Thing | undefined {
  if (thing?.kind === 'words') return { kind: 'except', text: thing.text };
  return thing?.kind === 'selection' || thing?.kind === 'it' ? { kind: 'rest', said: 'rest' } : undefined;
}

export const monochrome: Rule[] = [
  rule(
    ({ thing }, context) => edit('black-and-white', {}, thing, context),
    '<grayscale> [version|photo|picture|image|filter]',
    '(make|show|turn|have) {thing} without [any|the] (colour|colours)',
    '(make|turn|convert|change|put|render|show|set|get|leave|keep|have|i want|i need|i would like) {thing} [look|be|to be] [in|into|to] [a] <grayscale> [one|photo|picture|image]',
    '(make|turn|convert|change|go|put|in|to|as) [in|into|to] [a] <grayscale> [picture|photo|image]',
    '(remove|drain|take out|take away|get rid of|strip|suck out|lose|drop|kill|ditch) [all|all of] [the] (colour|color|colours|colors) [(from|of|out of|in) {thing}]',
    '(desaturate|decolour|decolor|decolorise|decolorize) {thing} (completely|fully|totally|entirely)',
    '(completely|fully|totally|entirely) desaturate {thing}',
    'desaturate (completely|fully|totally|entirely)',
    '(take|drain|suck|pull|get) [all|all of] [the] (colour|colours) (out|away|off)',
    '(take|drain|suck) [all|all of] [the] (colour|color|colours|colors) (out of|from) {thing}',
    '(show|show me|see|imagine|try) {thing} in <grayscale>',
    '{thing} (in|to) <grayscale>',
  ),
  // "Desaturate it a bit" is an adjustment; without an amount nothing of the colour is left.
  rule(
    ({ thing, amount }, context) =>
      amount
        ? tone([['saturation', -1]], amount, thing, context)
        : edit('black-and-white', {}, thing, context),
    'desaturate [{amount}]',
    '[{amount}] desaturate {thing} [{amount}]',
  ),
  rule(
    ({ thing }, context) => edit('adjust', { saturation: -1 }, thing, context),
    '<remove> [all] [the|its] saturation [(from|in|of) {thing}]',
  ),
];

const OTHERS = '(the rest|rest|all the rest|everything else|all else|everything around it)';

export const splash: Rule[] = [
  rule(
    ({ thing }, context) => {
      const others = allBut(thing);
      return others && edit('black-and-white', {}, others, context);
    },
    '(keep|leave) (only|just) {thing} (in colour|coloured|colourful)',
    'only {thing} (in colour|should be in colour|should stay in colour|stays in colour|keeps its colour|should have colour)',
    `{thing} in colour [,] [and|but|with] ${OTHERS} [should be|should stay|to|all|made|turned] [in|into|to] <grayscale>`,
    '(selective colour|colour splash|colour pop) [on|for|of|with] {thing}',
  ),
];
