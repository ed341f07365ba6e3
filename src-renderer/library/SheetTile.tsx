import {
  IconAlertTriangle,
  IconCheck,
  IconMovie,
  IconPhoto,
  IconWaveSine,
  type Icon,
} from '@tabler/icons-react';
import { Loader } from '@mantine/core';
import { useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { act } from '../state/ask.ts';
import { active, useStore } from '../state/store.ts';
import { date } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { CanvasPicture } from './CanvasPicture.tsx';
import type { Photo } from './find.ts';
import classes from './sheet.module.css';

const icons: Record<Canvas['kind'], Icon> = { image: IconPhoto, video: IconMovie, audio: IconWaveSine };

interface Props {
  id: string;
  /** Which one it is, and of how many: not all of them are on the page. */
  place: { at: number; of: number };
  photo: Photo;
  size: number;
  /** Its day is told instead of its size. */
  dated: boolean;
  selected: boolean;
  /** The keyboard is here. */
  current: boolean;
  renaming: boolean;
  onRenamed(): void;
  /** On which side a drop would put what is dragged. */
  drop: 'before' | 'after' | null;
  onClick(event: MouseEvent): void;
  onOpen(): void;
  onDragStart(event: DragEvent): void;
  onDragOver(event: DragEvent): void;
}

/** One picture of the sheet. */
export function SheetTile(props: Props) {
  const { id, place, photo, size, dated, selected, current, renaming, drop } = props;
  const { canvas, media } = photo;
  const Glyph = icons[canvas.kind];
  // The newest batch that this photo is in, while it runs.
  const part = useStore((s) =>
    s.jobs
      .filter((job) => active(job))
      .flatMap(({ parts }) => parts)
      .filter((p) => p.canvas === canvas.id)
      .at(-1),
  );
  return (
    <div className={classes.tileBox} role="presentation" data-drop={drop ?? undefined}>
      <div
        id={id}
        role="option"
        aria-selected={selected}
        aria-posinset={place.at}
        aria-setsize={place.of}
        className={classes.tile}
        data-current={current || undefined}
        draggable={!renaming}
        onClick={props.onClick}
        onDoubleClick={props.onOpen}
        onDragStart={props.onDragStart}
        onDragOver={props.onDragOver}
      >
        <div className={classes.picture} style={{ height: Math.round(size * 0.75) }}>
          <CanvasPicture canvas={canvas} otherwise={<Glyph size={36} stroke={1.2} aria-hidden />} />
          {part && <State state={part.state} />}
          {selected && <IconCheck className={classes.check} size={16} stroke={2.4} aria-hidden />}
        </div>
        <div className={classes.caption}>
          <span className={classes.name} data-name>
            {canvas.name}
          </span>
          <span className={classes.about}>
            {media?.width && media.height && !dated
              ? t.sheet.dimensions(media.width, media.height)
              : date(photo.at)}
          </span>
        </div>
      </div>
      {renaming && <NameField canvas={canvas} onDone={props.onRenamed} />}
    </div>
  );
}

function State({ state }: { state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' }) {
  return (
    <span className={classes.state} data-state={state}>
      {state === 'running' && <Loader size={14} color="white" aria-hidden />}
      {state === 'done' && <IconCheck size={14} stroke={2.4} aria-hidden />}
      {state === 'failed' && <IconAlertTriangle size={14} stroke={2} aria-hidden />}
      {t.activity.states[state]}
    </span>
  );
}

/** Over the name while it is written anew: Enter keeps it, Escape doesn't. */
function NameField({ canvas, onDone }: { canvas: Canvas; onDone(): void }) {
  const studio = useStudio();
  const [text, setText] = useState(canvas.name);
  const commit = () => {
    const name = text.trim();
    if (name && name !== canvas.name) void act(studio.canvas.rename({ canvas: canvas.id, name }));
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') onDone();
  };
  return (
    <input
      className={classes.rename}
      aria-label={t.sheet.renameOf(canvas.name)}
      value={text}
      maxLength={120}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}
