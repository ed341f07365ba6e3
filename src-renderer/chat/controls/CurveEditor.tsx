import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { t } from '../../strings/index.ts';
import classes from './controls.module.css';
import { addPoint, curvePath, movePoint, nearestPoint, removePoint, type CurvePoint } from './curve.ts';

interface Props {
  label: string;
  points: readonly CurvePoint[];
  onChange(points: readonly CurvePoint[]): void;
}

const REACH = 0.06;
const steps: Partial<Record<string, CurvePoint>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowUp: [0, 0.01],
  ArrowDown: [0, -0.01],
};

/** A tone curve: drag a point, click for a new one, Delete takes one away. */
export function CurveEditor({ label, points, onChange }: Props) {
  const box = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState(-1);
  const placeOf = (event: PointerEvent): CurvePoint => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    return [(event.clientX - left) / width, 1 - (event.clientY - top) / height];
  };
  const onPointerDown = (event: PointerEvent) => {
    const at = placeOf(event);
    const near = nearestPoint(points, at, REACH);
    const made = near < 0 ? addPoint(points, at) : null;
    if (made) onChange(made.points);
    setHeld(made?.index ?? near);
    box.current!.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (held >= 0 && event.buttons) onChange(movePoint(points, held, placeOf(event)));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    const [x, y] = points[index]!;
    if (step) onChange(movePoint(points, index, [x + step[0], y + step[1]]));
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(removePoint(points, index));
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.curveBox} role="group" aria-label={label}>
      <svg
        ref={box}
        className={classes.curve}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setHeld(-1)}
      >
        <path
          className={classes.grid}
          d="M .25 0 V 1 M .5 0 V 1 M .75 0 V 1 M 0 .25 H 1 M 0 .5 H 1 M 0 .75 H 1"
        />
        <path className={classes.line} d={curvePath(points)} />
      </svg>
      {points.map(([x, y], index) => (
        <button
          key={index}
          type="button"
          className={classes.point}
          style={{ left: `${x * 100}%`, top: `${(1 - y) * 100}%` }}
          aria-label={t.controls.curvePoint(Math.round(x * 100), Math.round(y * 100))}
          onKeyDown={(event) => onKeyDown(event, index)}
          onDoubleClick={() => onChange(removePoint(points, index))}
        />
      ))}
    </div>
  );
}
