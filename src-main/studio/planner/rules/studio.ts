/** What the studio does to itself. */
import { rule, type Rule } from './rule.ts';

export const studio: Rule[] = [
  rule(
    () => 'undo',
    'undo [it|this|that|the last step|the last thing|the last change|the last edit|last]',
    '(take|put) (that|it|this) back',
    '(get|bring|take|put) (me|it|this|that) back to (before|how it was|the way it was|what it was)',
    'back to (before|how it was|the way it was|what it was)',
    'go back [one step|a step] [go back]',
    '(put|set|change|turn|bring) (it|that|this|everything) back [to] [how|the way|like|as|what] it was [before]',
    '(oops|whoops|ups|nope|ctrl z)',
    'scrap (that|it)',
    '(restore|bring back|put back|get back|give back) (the last thing|what|whatever|the thing) (you|i|we|that) [just] (removed|deleted|erased|took away|took out|changed|did)',
    "(i don't|i do not|don't) (want|like) it [{changes}] (any more|anymore|after all|any longer)",
    "(that's|that is|that looks|that looked|that was|it's|it looks|this is|this looks) [much|way|so|really|just|even|now] (worse|wrong|not right|not good|no good|not it|not nice|not better|bad|too bad|not what i wanted|not what i meant|ugly|terrible|awful) [undo]",
    "(i don't like|i do not like|don't like|i hate) (it|that|this|this one|that one)",
    '[i] (liked|preferred|like|prefer|loved) it [better|more|much better] (before|the way it was|how it was|as it was|previously|without it|without that)',
    'it (was|looked) (better|nicer) (before|without it|without that|previously)',
    'revert [it|this|that|the last step|the last change]',
    '(step|one step) back',
    '(<remove>|cancel|reverse) (the|my) (last|latest|previous) (change|edit|step|action|thing i did)',
  ),
  // "Put the dog back"
  rule(
    (_, { lastPlan }) =>
      /^(?:remove|crop|cut-out|replace.*)$/.test(lastPlan?.steps.at(-1)?.invocation.command ?? '')
        ? 'undo'
        : undefined,
    '(put|bring|get|give) {thing} back',
    '(put|bring|give) back {thing}',
  ),
  // "Undo the crop"
  rule(({ story }, { lastPlan }) => {
    const last = lastPlan?.steps.at(-1)?.invocation.command;
    return last && story!.length >= 4 && last.replace('-', ' ').startsWith(story!.toLowerCase().slice(0, 4))
      ? 'undo'
      : undefined;
  }, '(undo|revert|take back|reverse|cancel) (the|that|my|this) [last] {story}'),
  rule(
    () => 'redo',
    'redo [it|this|that|the last step|the last change]',
    '(go|step|one step) forward',
    '(undo|revert) the undo',
    '(bring back|restore|get back|put back|redo) what [i|you|we] [have] [just] (undid|undone|took back|reverted)',
  ),
  rule(
    () => 'deselect',
    'deselect [all|everything|it|this]',
    'unselect [all|everything|it|this]',
    'select (nothing|none)',
    '(clear|cancel|drop|forget|lose) [the|my|this] selection',
    'no selection',
  ),
  rule(
    () => 'select-all',
    'select (all|everything|all of it|the whole thing)',
    'select [the] (whole|entire) (picture|photo|image|canvas)',
  ),
  rule(
    () => 'invert-selection',
    '(invert|inverse|reverse|flip|swap) [the|my|this] selection',
    'select (everything else|the rest|the opposite|the inverse)',
    'select everything (but|except) (this|it|that)',
    'invert what i selected',
    "(swap|switch|exchange|invert) what (is|i|i have) selected and what (is not|isn't|i have not|i haven't) [selected]",
    'select what is not selected',
  ),
];
