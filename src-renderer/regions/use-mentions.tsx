/** Mentioning regions in a text box: `@` offers what there is; what was mentioned is shown as chips. */
import { useId, useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import { type as write } from '../chat/insert.ts';
import { announce } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { completionsOf, mentionedIn, typedMention } from './mention.ts';
import { MentionList } from './MentionList.tsx';
import { RegionChip } from './RegionChip.tsx';
import classes from './regions.module.css';
import { isMeant, useRegions, type ShownRegion } from './shown.ts';

export function useMentions(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  const regions = useRegions();
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** Where a mention begins that is not to be completed. */
  const [dismissed, setDismissed] = useState<number | null>(null);

  const typed = typedMention(text, Math.min(caret, text.length));
  const found = typed && typed.from !== dismissed ? completionsOf(regions, typed.said) : [];
  // Nothing is left to choose: Enter sends.
  const whole = found.length === 1 && isMeant(found[0]!, typed!.said);
  const offered = whole ? [] : found;
  const at = Math.min(chosen, offered.length - 1);
  const optionId = (region: ShownRegion) => `${id}-${region.number}`;

  const take = (region: ShownRegion) => {
    const mention = `@${region.number}`;
    const after = text.slice(caret);
    const end = /^\s/.test(after) ? '' : ' ';
    write(box.current!, text.slice(0, typed!.from) + mention + end + after, typed!.from + mention.length + 1);
    announce(t.regions.completed(mention));
  };
  /** Answers whether the key was meant for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const region = offered[at];
    if (!region) return false;
    if (event.key === 'ArrowDown') setChosen((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(region);
    else if (event.key === 'Escape') setDismissed(typed!.from);
    else return false;
    event.preventDefault();
    return true;
  };

  const mentioned = mentionedIn(text, regions);
  return {
    onKeyDown,
    /** For the text box. */
    props: {
      onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => {
        setCaret(event.currentTarget.selectionStart);
        setChosen(0);
      },
      ...(offered.length > 0 && { 'aria-controls': id, 'aria-activedescendant': optionId(offered[at]!) }),
    } as const,
    list: offered.length > 0 && (
      <MentionList id={id} optionId={optionId} regions={offered} chosen={at} onTake={take} />
    ),
    chips: mentioned.length > 0 && (
      <div className={classes.chips}>
        {mentioned.map((region) => (
          <RegionChip key={region.id} region={region} />
        ))}
      </div>
    ),
  };
}
