/** Pointer, wheel and touch on the canvas: the view moves here, the rest goes to the tool. */
import type { XY } from './view.ts';

export interface GestureTarget {
  /** Whether the left button moves the view (the hand tool, or space is held). */
  panning(): boolean;
  tool(type: 'down' | 'move' | 'up' | 'cancel', at: XY, event: PointerEvent): void;
  /** The pointer moves over the element, or (`null`) has left it. */
  hover(at: XY | null, event: PointerEvent): void;
  pan(by: XY): void;
  zoom(factor: number, at: XY): void;
  grab(holding: boolean): void;
}

/** The button that a pen's other end presses. */
export const ERASER = 5;

/** A notch of a mouse wheel is at least this many pixels; a touchpad sends finer steps. */
const NOTCH = 50;

export type WheelMeaning = { kind: 'zoom'; factor: number } | { kind: 'pan'; by: XY };

/** A wheel zooms, a pinch (Ctrl) zooms, two fingers on a touchpad pan. */
export function readWheel(
  event: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>,
): WheelMeaning {
  const unit = event.deltaMode === 0 ? 1 : 32;
  const dx = event.deltaX * unit;
  const dy = event.deltaY * unit;
  if (event.ctrlKey) return { kind: 'zoom', factor: Math.exp(-dy * 0.01) };
  if (event.shiftKey) return { kind: 'pan', by: { x: -(dx || dy), y: 0 } };
  const wheel = event.deltaMode !== 0 || (dx === 0 && Math.abs(dy) >= NOTCH);
  if (wheel) return { kind: 'zoom', factor: Math.exp(-Math.max(-300, Math.min(300, dy)) * 0.0018) };
  return { kind: 'pan', by: { x: -dx, y: -dy } };
}

/** Listens on an element; the function it returns stops. */
export function listenForGestures(element: HTMLElement, target: GestureTarget): () => void {
  const fingers = new Map<number, XY>();
  let mode: 'none' | 'tool' | 'pan' | 'pinch' = 'none';
  let last: XY = { x: 0, y: 0 };
  /** The pointer that has the tool. */
  let tool: PointerEvent | null = null;
  const at = (event: { clientX: number; clientY: number }): XY => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pinch = () => {
    const [a, b] = [...fingers.values()] as [XY, XY];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, span: Math.hypot(a.x - b.x, a.y - b.y) };
  };

  const down = (event: PointerEvent) => {
    const point = at(event);
    event.preventDefault();
    // The hand that holds a pen rests on the screen.
    if (tool?.pointerType === 'pen' && event.pointerType === 'touch') return;
    element.setPointerCapture(event.pointerId);
    element.focus({ preventScroll: true });
    fingers.set(event.pointerId, point);
    if (fingers.size === 2) {
      if (mode === 'tool') target.tool('cancel', point, event);
      if (mode === 'pan') target.grab(false);
      tool = null;
      mode = 'pinch';
    } else if (mode === 'pinch') {
      return; // a third finger says nothing
    } else if (event.button === 1 || (event.button === 0 && target.panning())) {
      mode = 'pan';
      target.grab(true);
    } else if (event.button === 0 || event.button === 2 || event.button === ERASER) {
      mode = 'tool';
      tool = event;
      target.tool('down', point, event);
    }
    last = point;
  };
  const move = (event: PointerEvent) => {
    const point = at(event);
    if (mode !== 'pinch' && (!tool || tool.pointerId === event.pointerId)) target.hover(point, event);
    if (mode === 'pan') {
      target.pan({ x: point.x - last.x, y: point.y - last.y });
      last = point;
    } else if (mode === 'pinch' && fingers.has(event.pointerId)) {
      const was = fingers.get(event.pointerId)!;
      if (fingers.size < 2) {
        // The other one was lifted first.
        fingers.set(event.pointerId, point);
        return target.pan({ x: point.x - was.x, y: point.y - was.y });
      }
      const before = pinch();
      fingers.set(event.pointerId, point);
      const after = pinch();
      target.pan({ x: after.middle.x - before.middle.x, y: after.middle.y - before.middle.y });
      if (before.span > 0) target.zoom(after.span / before.span, after.middle);
    } else if (mode === 'tool' && tool?.pointerId === event.pointerId) {
      // Between two frames the pointer may have passed many places: a fast stroke stays round.
      const steps = event.getCoalescedEvents();
      for (const step of steps.length ? steps : [event]) target.tool('move', at(step), step);
    }
  };
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (mode === 'tool') target.tool(event.type === 'pointerup' ? 'up' : 'cancel', at(event), event);
    if (mode === 'pan') target.grab(false);
    if (mode !== 'pinch' || fingers.size === 0) mode = 'none';
    tool = null;
  };
  const leave = (event: PointerEvent) => target.hover(null, event);
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const meaning = readWheel(event);
    if (meaning.kind === 'zoom') target.zoom(meaning.factor, at(event));
    else target.pan(meaning.by);
  };
  const noMenu = (event: Event) => event.preventDefault();

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('contextmenu', noMenu);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('contextmenu', noMenu);
  };
}
