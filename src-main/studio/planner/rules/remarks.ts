/** "This bin is ugly": asks for nothing, but says what "it" is. */
import type { Thing } from '../thing.ts';
import { rule, type Outcome, type Rule, type RuleContext } from './rule.ts';

function remark(thing: Thing | undefined, { hasSelection }: RuleContext): Outcome | undefined {
  if (thing?.kind !== 'words' && !(thing?.kind === 'selection' && hasSelection)) return undefined;
  return [{ module: '', command: 'remark', args: {}, ...(thing.kind === 'words' && { about: thing }) }];
}

const VERY = '[very|so|really|too|quite|pretty|a bit|such|just|totally]';

export const remarks: Rule[] = [
  rule(
    ({ thing }, context) => remark(thing, context),
    `{thing} (is|are|looks|look) ${VERY} [an|a] (ugly|annoying|distracting|terrible|awful|horrible|boring|in the way|not nice|disturbing|unwanted|eyesore|wrong|bad|unnecessary|too much|weird|strange|messy|no good)`,
    'there (is|are) {thing}',
    "there's {thing}",
    'i (see|have|notice|found) {thing}',
    'see {thing}',
    'look at {thing}',
  ),
];
