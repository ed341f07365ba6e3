import { Kbd, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../chat/say.ts';
import { CanvasPicture } from '../library/CanvasPicture.tsx';
import { ask } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { allEntries, type EntryGroup } from './entries.ts';
import classes from './palette.module.css';
import { rank, type Ranked } from './rank.ts';

const REMEMBERED = 12;

/** Type, move with the arrows, choose with Enter. Focus goes back to where it was before what is chosen happens. */
export function PaletteBox({ onClose }: { onClose(): void }) {
  const studio = useStudio();
  const list = useId();
  const before = useRef<Element | null>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const last = useStore((s) => s.app?.settings.lastCommands);
  const [entries] = useState(() => allEntries(useStore.getState()));
  const shown = useMemo(() => rank(entries, query, last ?? []), [entries, query, last]);
  const at = Math.min(index, Math.max(0, shown.length - 1));
  const optionId = (i: number) => `${list}-${i}`;

  // At once, not when the dialog's own focus trap comes to it: whoever types on must lose no key.
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  // The dialog has the focus by now; what had it before is where it returns to.
  useEffect(() => {
    before.current = restore.current;
    return () => {
      const target = before.current;
      if (target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
      const { chosen } = restore;
      restore.chosen = null;
      if (chosen) setTimeout(chosen);
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at, shown]);

  const choose = (entry: Ranked | undefined) => {
    const words = query.trim();
    // Done after the dialog has gone and the focus is back, so that what is chosen can move it.
    restore.chosen = () => {
      if (!entry) {
        if (words) void say(words);
        return;
      }
      if (/^(action|edit):/.test(entry.id)) {
        const lastCommands = [entry.id, ...(last ?? []).filter((id) => id !== entry.id)].slice(0, REMEMBERED);
        void ask(studio.app.setSettings({ lastCommands }));
      }
      void entry.run();
    };
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && shown.length) {
      event.preventDefault();
      const far = Math.abs(step) > 1;
      setIndex(
        far ? Math.min(shown.length - 1, Math.max(0, at + step)) : (at + step + shown.length) % shown.length,
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(shown[at]);
    } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <>
      <TextInput
        ref={input}
        data-autofocus
        variant="unstyled"
        size="lg"
        className={classes.input}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        placeholder={t.palette.placeholder}
        aria-label={t.palette.label}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown.length ? optionId(at) : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.list} id={list} role="listbox" aria-label={t.palette.label}>
        {grouped(shown).map(({ group, from, entries: members }) => (
          <div key={`${group}${from}`} role="group" aria-label={t.palette.groups[group]}>
            <div className={classes.heading} aria-hidden>
              {t.palette.groups[group]}
            </div>
            {members.map((entry, i) => (
              <Option
                key={entry.id}
                id={optionId(from + i)}
                entry={entry}
                chosen={from + i === at}
                onPoint={() => setIndex(from + i)}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <Text c="dimmed" fz="sm" className={classes.nothing}>
          {t.palette.nothing}
        </Text>
      )}
      <div className={classes.foot}>
        <Text fz="xs" c="dimmed">
          {t.palette.hint}
        </Text>
      </div>
      <VisuallyHidden role="status">{query && t.palette.found(shown.length)}</VisuallyHidden>
    </>
  );
}

/**
 * What had the focus when the palette was asked for (the dialog takes it before the box is there to see), and what was
 * chosen, until it is done.
 */
const restore: { current: Element | null; chosen: (() => void) | null } = { current: null, chosen: null };
useStore.subscribe(({ dialog }, old) => {
  if (dialog === 'palette' && old.dialog !== 'palette') restore.current = document.activeElement;
});

interface OptionProps {
  id: string;
  entry: Ranked;
  chosen: boolean;
  onPoint(): void;
  onChoose(): void;
}

function Option({ id, entry, chosen, onPoint, onChoose }: OptionProps) {
  const studio = useStudio();
  const { label, detail, keys, picture, canvas, at } = entry;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={classes.option}
      // A list that scrolls under a pointer at rest doesn't choose what comes to lie there.
      onPointerMove={(event) => !chosen && (event.movementX || event.movementY) && onPoint()}
      onClick={onChoose}
    >
      {canvas && (
        <span className={classes.picture}>
          <CanvasPicture canvas={canvas} otherwise={null} />
        </span>
      )}
      {picture !== undefined && (
        <span className={classes.picture}>{picture && <img src={studio.mediaUrl(picture)} alt="" />}</span>
      )}
      <span className={classes.label}>
        {[...label].map((letter, i) => (at.includes(i) ? <b key={i}>{letter}</b> : letter))}
      </span>
      {detail && <span className={classes.detail}>{detail}</span>}
      {keys && <Kbd size="xs">{keys}</Kbd>}
    </div>
  );
}

/** Neighbours of one group, and the index of the first. */
function grouped(entries: readonly Ranked[]): { group: EntryGroup; from: number; entries: Ranked[] }[] {
  const groups: { group: EntryGroup; from: number; entries: Ranked[] }[] = [];
  entries.forEach((entry, index) => {
    const open = groups.at(-1);
    if (open?.group === entry.group) open.entries.push(entry);
    else groups.push({ group: entry.group, from: index, entries: [entry] });
  });
  return groups;
}
