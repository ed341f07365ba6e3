/** What `/` offers: every edit of the engine as a phrase to say, and the actions that concern the picture. */
import { imageEdits, type ImageEditName, type Invocation } from '../../src-main/contract/invocation.ts';
import { isEnabled, labelOf } from '../actions/perform.ts';
import { actionIds, type ActionId } from '../actions/registry.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { phrases, selectPhrase } from '../strings/phrases.ts';
import { labelOf as argumentOf } from './args.ts';
import { controlsOf } from './controls/schema.ts';

export type SlashItem = { name: string; label: string; hint: string; args?: string } & (
  { kind: 'say'; phrase: string } | { kind: 'do'; action: ActionId }
);

/** Edits that need a model nobody can install yet stay out of the list: it offers what works. */
const later: ReadonlySet<ImageEditName> = new Set(['replace', 'add', 'restyle']);
/** Actions that are about the picture, not about the window. */
const offered =
  /^(undo|redo|export|fit|actual-size|deselect|select-all|invert-selection|settings|shortcuts)$/;

/** What is asked for by a text that begins with a slash and has no space yet; `null` for any other text. */
export const slashQuery = (text: string): string | null => /^\/([\p{L}-]*)$/u.exec(text)?.[1] ?? null;

/** What fits, best first: names that begin so, then names and words that hold it. */
export function slashItems(query: string): SlashItem[] {
  const wanted = query.toLowerCase();
  const all = [...edits(), selecting(), ...doings()];
  const rank = ({ name, label, hint }: SlashItem) => {
    if (name.startsWith(wanted) || label.toLowerCase().startsWith(wanted)) return 0;
    if (name.includes(wanted) || label.toLowerCase().includes(wanted)) return 1;
    return hint.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return all
    .map((item) => ({ item, rank: rank(item) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.item);
}

function edits(): SlashItem[] {
  return (Object.keys(imageEdits) as ImageEditName[])
    .filter((name) => !later.has(name))
    .map((name) => {
      const phrase = phrases[name].text;
      return { kind: 'say', name, label: t.commands[name], hint: phrase, phrase, args: argsOf(name) };
    });
}

/** What can be set of an edit, besides where it applies. */
const argsOf = (name: ImageEditName): string =>
  controlsOf({ module: 'image-editing', command: name, args: {} } as Invocation)
    .filter((control) => control.name !== 'target')
    .map((control) => argumentOf(name, control.name))
    .join(', ');

const selecting = (): SlashItem => ({
  kind: 'say',
  name: 'segment',
  label: t.commands.segment,
  hint: selectPhrase.text,
  phrase: selectPhrase.text,
});

function doings(): SlashItem[] {
  const state = useStore.getState();
  return actionIds
    .filter((id) => offered.test(id) && isEnabled(id, state))
    .map((id) => ({ kind: 'do', name: id, label: labelOf(id, state), hint: t.slash.now, action: id }));
}
