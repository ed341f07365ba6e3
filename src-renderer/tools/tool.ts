/** What a tool is: a small state machine from pointer events to parts of a region. */
import type { RegionPart } from '../../src-main/contract/region.ts';
import type { Size, XY } from '../canvas/view.ts';

export type ToolId = 'point' | 'box' | 'brush' | 'eraser' | 'hand';

export interface ToolEvent {
  type: 'down' | 'move' | 'up' | 'cancel';
  /** In the picture's 0..1; outside the picture it lies outside. */
  at: XY;
  /** Shift: join what is there. */
  add: boolean;
  /** Alt or the right button: take away. */
  minus: boolean;
}

export interface ToolContext {
  /** The picture, in its own pixels. */
  picture: Size;
  /** Picture pixels for one CSS pixel on screen. */
  pixel: number;
  /** The brush's radius in units of the picture's longer side. */
  radius: number;
}

/** A finished gesture. */
export interface Gesture {
  part: RegionPart;
  mode: 'replace' | 'extend';
}

export interface Step<S> {
  state: S;
  gesture?: Gesture;
}

export interface Tool<S = unknown> {
  id: ToolId;
  cursor: string;
  idle: S;
  next(state: S, event: ToolEvent, context: ToolContext): Step<S>;
  /** What to draw while the gesture is under way. */
  draft(state: S): RegionPart[];
}

/** The distance of two points of the picture in CSS pixels. */
export function distance(a: XY, b: XY, { picture, pixel }: ToolContext): number {
  return Math.hypot((a.x - b.x) * picture.width, (a.y - b.y) * picture.height) / pixel;
}
