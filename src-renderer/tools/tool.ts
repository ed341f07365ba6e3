/** What a tool is: a small state machine from pointer events to parts of a region. */
import type { RegionPart } from '../../src-main/contract/region.ts';
import type { BoxShape } from './box.ts';
import { ERASER } from '../canvas/gestures.ts';
import type { Size, XY } from '../canvas/view.ts';

export type ToolId =
  | 'point'
  | 'box'
  | 'lasso'
  | 'polygon'
  | 'brush'
  | 'eraser'
  | 'words'
  | 'picker'
  | 'move'
  | 'crop'
  | 'text'
  | 'hand';

/** What a gesture does to the selection: begins anew, joins it, takes away from it, keeps what lies in both. */
export type Mode = 'replace' | 'add' | 'subtract' | 'intersect';
export const modes = ['replace', 'add', 'subtract', 'intersect'] as const satisfies Mode[];

export interface ToolEvent {
  /** `close` ends what takes several clicks, `back` takes the last of them back. */
  type: 'down' | 'move' | 'up' | 'cancel' | 'close' | 'back';
  /** In the picture's 0..1; outside the picture it lies outside. */
  at: XY;
  mode: Mode;
  /** The mode was said with a key or the right button, not by the button of the options. */
  held: boolean;
  /** How hard a pen is pressed, 0..1; 1 for what can't be pressed. */
  pressure: number;
}

export interface ToolContext {
  /** The picture, in its own pixels. */
  picture: Size;
  /** Picture pixels for one CSS pixel on screen. */
  pixel: number;
  /** The brush's radius in units of the picture's longer side. */
  radius: number;
  /** The share of the brush's radius that is fully painted. */
  hardness: number;
  /** What the box tool draws. */
  shape: BoxShape;
}

/** A finished gesture; its part says what was drawn, its mode what becomes of it. */
export interface Gesture {
  part: RegionPart;
  mode: Mode;
}

export interface Step<S> {
  state: S;
  gesture?: Gesture;
  /** A place whose colour is wanted. */
  pick?: { at: XY; mode: Mode; held: boolean };
}

export interface Tool<S = unknown> {
  id: ToolId;
  cursor: string;
  idle: S;
  next(state: S, event: ToolEvent, context: ToolContext): Step<S>;
  /** What to draw while the gesture is under way. */
  draft(state: S, context: ToolContext): RegionPart[];
}

/** The distance of two points of the picture in CSS pixels. */
export function distance(a: XY, b: XY, { picture, pixel }: ToolContext): number {
  return Math.hypot((a.x - b.x) * picture.width, (a.y - b.y) * picture.height) / pixel;
}

/** What a press means: Shift joins, Alt, the right button or a pen's eraser takes away, both keep what lies in both. */
export function modeOf(
  press: { shiftKey: boolean; altKey: boolean; button?: number },
  chosen: Mode,
): Pick<ToolEvent, 'mode' | 'held'> {
  const minus = press.altKey || press.button === 2 || press.button === ERASER;
  if (!minus && !press.shiftKey) return { mode: chosen, held: false };
  return { mode: minus ? (press.shiftKey ? 'intersect' : 'subtract') : 'add', held: true };
}
