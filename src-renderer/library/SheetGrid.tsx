import { VisuallyHidden } from '@mantine/core';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { act } from '../state/ask.ts';
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import type { Photo } from './find.ts';
import { moved, pick, step, type Picked } from './picking.ts';
import { removePhotos } from './removing.ts';
import { SheetTile } from './SheetTile.tsx';
import classes from './sheet.module.css';

/** What a drag of photos within the page carries: their ids. */
const ours = 'application/x-vitrail-photos';

interface Props {
  photos: readonly Photo[];
  size: number;
  picked: Picked;
  onPick(picked: Picked): void;
  /** Whether they lie in the project's own order, all of them, so that they can be moved. */
  sortable: boolean;
  /** A click adds to the choice instead of beginning a new one. */
  toggles: boolean;
  renaming: string | null;
  onRename(id: string | null): void;
}

/** The pictures in rows. One stop for the keyboard: arrows move within. */
export function SheetGrid({ photos, size, picked, onPick, sortable, toggles, renaming, onRename }: Props) {
  const studio = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [target, setTarget] = useState<{ id: string; after: boolean } | null>(null);
  const list = photos.map(({ canvas }) => canvas.id);
  const at = picked.at ?? list[0]!;

  useEffect(() => {
    document.getElementById(`${prefix}${picked.at}`)?.scrollIntoView({ block: 'nearest' });
  }, [prefix, picked.at]);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const open = async (id: string) => {
    if (await act(studio.canvas.activate({ canvas: id }))) useStore.setState({ sheet: false, batch: null });
  };
  const reorder = async (order: string[], id: string) => {
    if (order.every((other, index) => other === list[index])) return;
    if (!(await act(studio.canvas.reorder({ canvases: order })))) return;
    const name = photos.find(({ canvas }) => canvas.id === id)!.canvas.name;
    announce(t.sheet.moved(name, order.indexOf(id) + 1, order.length));
  };
  const columns = () =>
    box.current ? getComputedStyle(box.current).gridTemplateColumns.split(' ').length : 1;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return; // a name is being written
    const next = step(list, picked.at, event.key, columns());
    if (next !== null) {
      if (event.altKey) {
        if (!sortable) announce(t.sheet.reorderHint);
        else {
          const from = list.indexOf(at);
          const others = list.filter((id) => id !== at);
          const place = list.indexOf(next);
          if (place !== from) void reorder([...others.slice(0, place), at, ...others.slice(place)], at);
        }
      } else if (event.shiftKey) onPick(pick(list, picked, next, 'range'));
      else if (event.ctrlKey || event.metaKey || toggles) onPick({ ...picked, at: next });
      else onPick(pick(list, picked, next, 'only'));
    } else if (event.key === ' ') onPick(pick(list, picked, at, 'toggle'));
    else if (event.key === 'Enter') void open(at);
    else if (event.key === 'F2') onRename(at);
    else if (event.key === 'Delete') void removePhotos(picked.ids.length ? picked.ids : [at]);
    else if (event.key === 'Escape' && picked.ids.length) onPick({ ...picked, ids: [] });
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      onPick({ ...picked, ids: list });
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, id: string) => {
    const manner = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey || toggles ? 'toggle' : 'only';
    onPick(pick(list, picked, id, manner));
  };

  const onDragStart = (event: DragEvent, id: string) => {
    const ids = picked.ids.includes(id) ? list.filter((other) => picked.ids.includes(other)) : [id];
    if (!picked.ids.includes(id)) onPick(pick(list, picked, id, 'only'));
    const names = photos.filter(({ canvas }) => ids.includes(canvas.id)).map(({ canvas }) => canvas.name);
    event.dataTransfer.setData(ours, JSON.stringify(ids));
    event.dataTransfer.setData('text/plain', names.join(', ')); // what the chat's box takes
    event.dataTransfer.effectAllowed = 'copyMove';
  };
  const onDragOver = (event: DragEvent, id: string) => {
    if (!sortable || !event.dataTransfer.types.includes(ours)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const after = event.clientX > left + width / 2;
    if (target?.id !== id || target.after !== after) setTarget({ id, after });
  };
  const onDrop = (event: DragEvent) => {
    if (!target || !event.dataTransfer.types.includes(ours)) return;
    event.preventDefault();
    const ids = JSON.parse(event.dataTransfer.getData(ours)) as string[];
    const before = target.after ? (list[list.indexOf(target.id) + 1] ?? null) : target.id;
    setTarget(null);
    if (ids[0]) void reorder(moved(list, ids, before), ids[0]);
  };

  return (
    <div className={classes.scroller}>
      <VisuallyHidden id={`${prefix}help`}>{t.sheet.help}</VisuallyHidden>
      <div
        ref={box}
        className={classes.grid}
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${size}px, 1fr))` }}
        role="listbox"
        aria-multiselectable
        aria-label={t.sheet.label}
        aria-describedby={`${prefix}help`}
        aria-activedescendant={`${prefix}${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDrop={onDrop}
        onDragEnd={() => setTarget(null)}
      >
        {photos.map((photo) => {
          const { id } = photo.canvas;
          return (
            <SheetTile
              key={id}
              id={`${prefix}${id}`}
              photo={photo}
              size={size}
              selected={picked.ids.includes(id)}
              current={at === id}
              renaming={renaming === id}
              onRenamed={() => {
                onRename(null);
                box.current?.focus({ preventScroll: true });
              }}
              drop={target?.id === id ? (target.after ? 'after' : 'before') : null}
              onClick={(event) => onClick(event, id)}
              onOpen={() => void open(id)}
              onDragStart={(event) => onDragStart(event, id)}
              onDragOver={(event) => onDragOver(event, id)}
            />
          );
        })}
      </div>
    </div>
  );
}
