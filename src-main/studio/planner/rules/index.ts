/** All rules, in the order in which they are tried: the more particular ones first. */
import { compile, firstWords, neededWords, wordsOf, type Pattern } from '../pattern.ts';
import { lists } from '../lexicon/verbs.ts';
import { behind } from './background.ts';
import { canvas } from './canvas.ts';
import { changing, curt } from './changing.ts';
import { making, placing } from './generative.ts';
import { looks } from './looks.ts';
import { monochrome, splash } from './monochrome.ts';
import { moving } from './moving.ts';
import { answering, remarks } from './remarks.ts';
import { alike, repeating } from './repeating.ts';
import type { Rule } from './rule.ts';
import { shape } from './shape.ts';
import { studio } from './studio.ts';
import { cleaning, filling, hiding, removing, selecting } from './subject.ts';
import { tones } from './tone.ts';

export interface CompiledRule {
  rule: Rule;
  patterns: {
    pattern: Pattern;
    first: ReadonlySet<string> | undefined;
    needed: readonly ReadonlySet<string>[];
  }[];
}

export const rules: readonly CompiledRule[] = [
  ...answering,
  ...studio,
  ...repeating,
  ...making,
  ...splash,
  ...monochrome,
  ...behind.replacing,
  ...behind.lens,
  ...cleaning,
  ...looks.curves,
  ...looks.effects,
  ...tones,
  ...looks.enhancing,
  ...canvas.straightening,
  ...canvas.perspectives,
  ...canvas.sizing,
  ...canvas.extending,
  ...shape,
  ...moving.going,
  ...moving.scaling,
  ...moving.turning,
  ...moving.copying,
  ...changing,
  ...filling,
  ...placing.slice(0, 1),
  ...behind.cutting,
  ...removing,
  ...hiding,
  ...selecting,
  ...placing.slice(1),
  ...remarks,
  ...curt,
  ...alike,
].map((rule) => ({
  rule,
  patterns: rule.forms.map((form) => {
    const pattern = compile(form, lists);
    return { pattern, first: firstWords(pattern), needed: neededWords(pattern) };
  }),
}));

export const ruleWords: readonly string[] = rules.flatMap(({ patterns }) =>
  patterns.flatMap(({ pattern }) => wordsOf(pattern)),
);
