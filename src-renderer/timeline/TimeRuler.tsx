import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { TimeRange } from '../../src-main/contract/region.ts';
import { t } from '../strings/index.ts';
import { clock } from '../strings/format.ts';
import { moveEnd, spanOf, ticks, timeAt } from './range.ts';
import classes from './timeline.module.css';

interface Props {
  /** Microseconds. */
  duration: number;
  position: number;
  span: TimeRange | null;
  onSeek(time: number): void;
  onSpan(span: TimeRange): void;
}

/** Beyond this share of the ruler a label would stick out. */
const LAST_LABEL = 0.94;

type Drag = { from: number; to: number } | null;

/** Time from left to right: a click seeks, a drag selects, the ends can be moved by pointer and by keys. */
export function TimeRuler({ duration, position, span, onSeek, onSpan }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(box, measured);
  const [drag, setDrag] = useState<Drag>(null);
  const shown = drag ? spanOf(drag.from, drag.to, duration) : span;
  const share = (time: number) => `${(100 * time) / duration}%`;
  const timeOf = (event: PointerEvent) => {
    const { left, width: full } = box.current!.getBoundingClientRect();
    return timeAt((event.clientX - left) / full, duration);
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    box.current!.setPointerCapture(event.pointerId);
    const end = (event.target as HTMLElement).dataset['end'];
    const from = end && span ? (end === 'start' ? span.end : span.start) : timeOf(event);
    setDrag({ from, to: timeOf(event) });
  };
  const move = (event: PointerEvent) => drag && setDrag({ from: drag.from, to: timeOf(event) });
  const up = () => {
    if (!drag) return;
    const made = spanOf(drag.from, drag.to, duration);
    // A drag of a few pixels is a click.
    if (made && ((made.end - made.start) / duration) * width > 4) onSpan(made);
    else onSeek(drag.to);
    setDrag(null);
  };
  const seekByKey = (event: KeyboardEvent) => {
    const by = keyStep(event, duration);
    if (by === null) return;
    event.preventDefault();
    onSeek(Math.min(duration, Math.max(0, position + by)));
  };
  const moveByKey = (end: 'start' | 'end') => (event: KeyboardEvent) => {
    const by = keyStep(event, duration);
    if (by === null || !span) return;
    event.preventDefault();
    event.stopPropagation();
    onSpan(moveEnd(span, end, span[end] + by, duration));
  };

  return (
    <div
      ref={ref}
      className={classes.ruler}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => setDrag(null)}
      role="group"
      aria-label={t.time.ruler}
    >
      {ticks(duration, width || 600).map((time) => (
        <span key={time} className={classes.tick} style={{ left: share(time) }} aria-hidden>
          {time < LAST_LABEL * duration && clock(time, duration)}
        </span>
      ))}
      {shown && (
        <div
          className={classes.span}
          style={{ left: share(shown.start), width: share(shown.end - shown.start) }}
        >
          {(['start', 'end'] as const).map((end) => (
            <div
              key={end}
              className={classes.handle}
              data-end={end}
              role="slider"
              tabIndex={0}
              aria-label={end === 'start' ? t.time.rangeStart : t.time.rangeEnd}
              aria-valuemin={0}
              aria-valuemax={duration}
              aria-valuenow={shown[end]}
              aria-valuetext={clock(shown[end], shown.end - shown.start)}
              onKeyDown={moveByKey(end)}
            />
          ))}
        </div>
      )}
      <div
        className={classes.head}
        style={{ left: share(Math.min(position, duration)) }}
        role="slider"
        tabIndex={0}
        aria-label={t.time.position}
        aria-valuemin={0}
        aria-valuemax={duration}
        aria-valuenow={Math.round(position)}
        aria-valuetext={clock(position, duration)}
        onKeyDown={seekByKey}
      />
    </div>
  );
}

/** Arrow keys: a tenth of a second, with Shift one second; Home and End go all the way. `null`: another key. */
function keyStep(event: KeyboardEvent, duration: number): number | null {
  const step = event.shiftKey ? 1_000_000 : 100_000;
  if (event.key === 'ArrowLeft') return -step;
  if (event.key === 'ArrowRight') return step;
  if (event.key === 'Home') return -duration;
  if (event.key === 'End') return duration;
  return null;
}
