/** "This bin is ugly": asks for nothing, but says what "it" is. */
import type { Thing } from '../thing.ts';
import { rule, type Draft, type Outcome, type Rule, type RuleContext } from './rule.ts';

function remark(thing: Thing | undefined, { hasSelection }: RuleContext): Outcome | undefined {
  if (thing?.kind !== 'words' && !(thing?.kind === 'selection' && hasSelection)) return undefined;
  return [{ module: '', command: 'remark', args: {}, ...(thing.kind === 'words' && { about: thing }) }];
}

const VERY = '[very|so|really|too|quite|pretty|a bit|such|just|totally]';

/** What is done to a thing leaves the rest alone anyway. */
const isAimed = ({ args, region }: Draft): boolean => 'target' in args || region !== undefined;

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
  rule(
    (_, { previous }) =>
      previous?.some(isAimed) ? [{ module: '', command: 'remark', args: {} }] : undefined,
    '(leave|keep) (the rest|everything else|all else|the others) [as is|as it is|alone|untouched|unchanged|the same|like it is]',
    "(don't|do not) (touch|change) (the rest|everything else|anything else)",
    '(they|it|he|she) (came out|turned out|is|are|looks|look|was|were) [so|too|very|a bit|really] (blurry|dark|bright|ugly|distracting|annoying|soft|grainy|noisy|bad|pale)',
    "(nothing else|only that|only this|that is all|that's all|that is it|that's it)",
  ),
];
