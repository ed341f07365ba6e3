/** What was said twice and is done once. */
import type { Draft } from './rules/rule.ts';

/** "Select the dog and remove it" removes the dog; the selecting was only a way of saying it. */
export function dropSelecting(drafts: Draft[]): Draft[] {
  return drafts.filter((draft, i) => {
    const next = drafts[i + 1];
    const selects = draft.module.endsWith('segmentation');
    const [own, other] = [draft.args['target'], next?.args['target']];
    // "Select the dog and blur the left half of it"
    const meant = own === other || (typeof other === 'string' && other.endsWith(` of ${String(own)}`));
    return !(selects && next && meant && !next.region);
  });
}

const light = ['exposure', 'brightness', 'highlights', 'shadows'];
const ofLight = ({ command, args }: Draft): boolean =>
  command === 'adjust' && light.some((name) => name in args);

/** "The room is too dark, brighten it" brightens it once; "…, lift the shadows" says how. */
const answers = (draft: Draft, before: Draft | undefined): boolean =>
  before?.complains === true &&
  (repeats(draft, before) || (ofLight(before) && ofLight(draft) && !('target' in draft.args)));

const repeats = (draft: Draft, before: Draft): boolean =>
  draft.command === before.command &&
  draft.args['target'] === before.args['target'] &&
  Object.keys(before.args).every((name) => name in draft.args);

/** "Sharpen it, it's blurry", "fix the keystone, the facade leans back". */
const explains = (draft: Draft, before: Draft | undefined): boolean =>
  before !== undefined &&
  before.command === draft.command &&
  (draft.complains
    ? draft.args['target'] === before.args['target']
    : draft.command === 'perspective' && JSON.stringify(draft.args) === JSON.stringify(before.args));

/** "The tower is leaning, straighten it": its lines, not the horizon. */
const putsRight = (draft: Draft, before: Draft | undefined): boolean =>
  before?.complains === true &&
  before.command === 'perspective' &&
  draft.command === 'straighten' &&
  Object.keys(draft.args).length === 0;

/** "Make it smaller, 800 pixels wide": one size. */
const resizes = (draft: Draft, before: Draft | undefined): boolean =>
  before?.command === 'resize' && draft.command === 'resize';

/** "Remove the dog and replace it with a cat" only replaces it; "cut it out and add a shadow" is one step. */
export function dropReplaced(drafts: readonly Draft[]): Draft[] {
  const dropped = drafts.flatMap((draft, i) => {
    if (draft.replaces || answers(draft, drafts[i - 1]) || resizes(draft, drafts[i - 1])) return [i - 1];
    if (explains(draft, drafts[i - 1]) || putsRight(draft, drafts[i - 1])) return [i];
    return draft.instead ? [drafts.slice(0, i).findLastIndex((earlier) => earlier.taken)] : [];
  });
  return inOne(drafts.filter((_, i) => !dropped.includes(i)));
}

/** "15 % on top and 10 % at the bottom": of the picture as it is. */
const inOne = (drafts: readonly Draft[]): Draft[] =>
  drafts.reduce<Draft[]>((made, draft) => {
    const before = made.at(-1);
    const both = before?.command === 'extend' && draft.command === 'extend';
    const apart =
      both && !('aspect' in draft.args) && Object.keys(draft.args).every((side) => !(side in before.args));
    return apart && !('aspect' in before.args)
      ? [...made.slice(0, -1), { ...before, args: { ...before.args, ...draft.args } }]
      : [...made, draft];
  }, []);
