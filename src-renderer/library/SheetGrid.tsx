import { VisuallyHidden } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { rangeWith } from '../chat/window.ts';
import { act } from '../state/ask.ts';
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import type { Photo } from './find.ts';
import { moved, pick, step, type Picked } from './picking.ts';
import { GAP, MARGIN, rowHeight, useColumns } from './rows.ts';
import { removePhotos } from './removing.ts';
import { SheetTile } from './SheetTile.tsx';
import classes from './sheet.module.css';

/** What a drag of photos within the page carries: their ids. */
const ours = 'application/x-vitrail-photos';

interface Props {
  photos: readonly Photo[];
  size: number;
  /** Their days are told instead of their sizes. */
  dated: boolean;
  picked: Picked;
  onPick(picked: Picked): void;
  /** Whether they lie in the project's own order, all of them, so that they can be moved. */
  sortable: boolean;
  /** A click adds to the choice instead of beginning a new one. */
  toggles: boolean;
  renaming: string | null;
  onRename(id: string | null): void;
}

/**
 * The pictures in rows, of which only those near the window are there, and those that the keyboard or a drag needs.
 * One stop for the keyboard: arrows move within.
 */
export function SheetGrid({
  photos,
  size,
  dated,
  picked,
  onPick,
  sortable,
  toggles,
  renaming,
  onRename,
}: Props) {
  const studio = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<{ id: string; after: boolean } | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const columns = useColumns(scroller, size);
  const list = photos.map(({ canvas }) => canvas.id);
  const at = picked.at ?? list[0]!;

  const rowOf = (id: string | null) => (id === null ? -1 : Math.floor(list.indexOf(id) / columns));
  const kept = [at, dragged, renaming].map(rowOf);
  // What the library returns is not memoised, and nothing here memoises it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: Math.ceil(list.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(size),
    gap: GAP,
    paddingStart: MARGIN,
    paddingEnd: MARGIN,
    scrollPaddingStart: MARGIN,
    scrollPaddingEnd: MARGIN,
    overscan: 2,
    rangeExtractor: (range) => rangeWith(defaultRangeExtractor(range), kept, range.count),
  });
  const current = picked.at === null ? -1 : rowOf(picked.at);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is another object each time
  }, [picked.at, current]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the same
  useEffect(() => virtual.measure(), [size, columns]);
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return; // a name is being written
    const next = step(list, picked.at, event.key, columns);
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
    setDragged(id);
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
    <div ref={scroller} className={classes.scroller}>
      <VisuallyHidden id={`${prefix}help`}>{t.sheet.help}</VisuallyHidden>
      <div
        ref={box}
        className={classes.grid}
        style={{ height: virtual.getTotalSize() }}
        role="listbox"
        aria-multiselectable
        aria-label={t.sheet.label}
        aria-describedby={`${prefix}help`}
        aria-activedescendant={`${prefix}${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDrop={onDrop}
        onDragEnd={() => {
          setTarget(null);
          setDragged(null);
        }}
      >
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className={classes.row}
            role="presentation"
            style={{
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              transform: `translateY(${row.start}px)`,
            }}
          >
            {photos.slice(row.index * columns, (row.index + 1) * columns).map((photo, column) => {
              const { id } = photo.canvas;
              return (
                <SheetTile
                  key={id}
                  id={`${prefix}${id}`}
                  place={{ at: row.index * columns + column + 1, of: list.length }}
                  photo={photo}
                  size={size}
                  dated={dated}
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
        ))}
      </div>
    </div>
  );
}
