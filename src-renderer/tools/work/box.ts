/** A box that can be moved, scaled, stretched and turned: its handles, what is under the pointer, what a drag makes. */
import { chained, undoing, type Affine } from '../../../src-main/contract/placing.ts';
import type { XY } from '../../canvas/view.ts';

/** In pixels of the canvas. Below 0, a side is mirrored. */
export interface TurnedBox extends XY {
  width: number;
  height: number;
  /** Clockwise. */
  degrees: number;
}

/** Which sides a handle moves: (-1, -1) is the top left corner. */
export type Side = -1 | 0 | 1;
export type Grip = { kind: 'move' } | { kind: 'turn' } | { kind: 'side'; x: Side; y: Side };

/** All in CSS pixels. */
const REACH = 9;
const HANDLE = 8;
const STALK = 26;
const SMALLEST = 2;

const sides: readonly { x: Side; y: Side }[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** From the box's own axes (its middle is the origin) to the canvas. */
export function outOf(box: TurnedBox, { x, y }: XY): XY {
  const [cos, sin] = [Math.cos(radians(box.degrees)), Math.sin(radians(box.degrees))];
  return { x: box.x + cos * x - sin * y, y: box.y + sin * x + cos * y };
}

/** The way back. */
export function into(box: TurnedBox, { x, y }: XY): XY {
  const [cos, sin] = [Math.cos(radians(box.degrees)), Math.sin(radians(box.degrees))];
  const [dx, dy] = [x - box.x, y - box.y];
  return { x: cos * dx + sin * dy, y: cos * dy - sin * dx };
}

const at = (box: TurnedBox, side: { x: Side; y: Side }): XY =>
  outOf(box, { x: (side.x * box.width) / 2, y: (side.y * box.height) / 2 });

export const boxCorners = (box: TurnedBox): XY[] => sides.filter(({ x, y }) => x && y).map((s) => at(box, s));

/** The map that brings what lies in one box to where another one is. */
export function mapBetween(from: TurnedBox, to: TurnedBox): Affine {
  const fromUnit = (box: TurnedBox): Affine => {
    const [cos, sin] = [Math.cos(radians(box.degrees)), Math.sin(radians(box.degrees))];
    return [cos * box.width, sin * box.width, -sin * box.height, cos * box.height, box.x, box.y];
  };
  return chained(undoing(fromUnit(from)), fromUnit(to));
}

/** Above the upper edge, also of a mirrored box. */
const turnHandle = (box: TurnedBox, px: number): XY =>
  outOf(box, { x: 0, y: -Math.abs(box.height) / 2 - STALK * px });

/** What the pointer would take hold of; `px`: canvas pixels to one on screen. */
export function gripAt(box: TurnedBox, point: XY, px: number, turns = true): Grip | null {
  const near = (p: XY) => Math.hypot(p.x - point.x, p.y - point.y) <= REACH * px;
  if (turns && near(turnHandle(box, px))) return { kind: 'turn' };
  const side = sides.find((s) => near(at(box, s)));
  if (side) return { kind: 'side', ...side };
  const { x, y } = into(box, point);
  if (Math.abs(x) <= Math.abs(box.width) / 2 && Math.abs(y) <= Math.abs(box.height) / 2)
    return { kind: 'move' };
  return null;
}

const arrows = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

export function cursorOf(grip: Grip | null, box: TurnedBox): string {
  if (!grip) return 'default';
  if (grip.kind === 'move') return 'move';
  if (grip.kind === 'turn') return 'grab';
  const angle = (Math.atan2(grip.y * box.height, grip.x * box.width) * 180) / Math.PI + box.degrees;
  return arrows[(((Math.round(angle / 45) % 4) + 4) % 4) as 0 | 1 | 2 | 3];
}

export interface DragRules {
  /** Shift: along an axis, in steps of 15°, or edges in proportion. */
  constrained: boolean;
  /** Alt: about the middle instead of the opposite side. */
  centred: boolean;
  /** Edges keep the proportions as well. */
  proportional?: boolean;
}

/** The box after a drag of one of its grips. Corners keep its proportions, edges stretch it. */
export function dragged(
  box: TurnedBox,
  grip: Grip,
  from: XY,
  to: XY,
  rules: DragRules,
  px: number,
): TurnedBox {
  if (grip.kind === 'move') {
    const d = { x: to.x - from.x, y: to.y - from.y };
    if (rules.constrained) {
      if (Math.abs(d.x) > Math.abs(d.y)) d.y = 0;
      else d.x = 0;
    }
    return { ...box, x: box.x + d.x, y: box.y + d.y };
  }
  if (grip.kind === 'turn') {
    const angle = (p: XY) => (Math.atan2(p.y - box.y, p.x - box.x) * 180) / Math.PI;
    let degrees = box.degrees + angle(to) - angle(from);
    if (rules.constrained) degrees = Math.round(degrees / 15) * 15;
    return { ...box, degrees: ((((degrees + 180) % 360) + 360) % 360) - 180 };
  }
  const anchor = {
    x: rules.centred ? 0 : (-grip.x * box.width) / 2,
    y: rules.centred ? 0 : (-grip.y * box.height) / 2,
  };
  const delta = {
    x: into(box, to).x - into(box, from).x,
    y: into(box, to).y - into(box, from).y,
  };
  const held = { x: (grip.x * box.width) / 2 + delta.x, y: (grip.y * box.height) / 2 + delta.y };
  const share = rules.centred ? 2 : 1;
  let width = grip.x ? (held.x - anchor.x) * grip.x * share : box.width;
  let height = grip.y ? (held.y - anchor.y) * grip.y * share : box.height;
  const corner = grip.x !== 0 && grip.y !== 0;
  const least = SMALLEST * px;
  const shorter = Math.min(Math.abs(box.width), Math.abs(box.height));
  if (corner || rules.constrained || rules.proportional) {
    const ratio = atLeast(proportion(box, grip, width, height), least / shorter);
    width = box.width * ratio;
    height = box.height * ratio;
  } else {
    width = atLeast(width, least);
    height = atLeast(height, least);
  }
  const middle = {
    x: rules.centred || !grip.x ? 0 : anchor.x + (grip.x * width) / 2,
    y: rules.centred || !grip.y ? 0 : anchor.y + (grip.y * height) / 2,
  };
  return { ...box, ...outOf(box, middle), width, height };
}

/** As large as it is or as `least`, with its sign: nothing vanishes in a drag. */
const atLeast = (value: number, least: number): number =>
  Math.sign(value || 1) * Math.max(least, Math.abs(value));

/** By how much the box is scaled when both sides follow the one that is held: along its diagonal for a corner. */
function proportion(box: TurnedBox, grip: { x: Side; y: Side }, width: number, height: number): number {
  if (!grip.y) return width / box.width;
  if (!grip.x) return height / box.height;
  return (width * box.width + height * box.height) / (box.width ** 2 + box.height ** 2);
}

/** The outline with its handles; the context is in canvas pixels. */
export function drawBox(
  context: CanvasRenderingContext2D,
  box: TurnedBox,
  px: number,
  accent: string,
  turns = true,
) {
  const corners = boxCorners(box);
  context.beginPath();
  corners.forEach(({ x, y }) => context.lineTo(x, y));
  context.closePath();
  if (turns) {
    const handle = turnHandle(box, px);
    const top = outOf(box, { x: 0, y: -Math.abs(box.height) / 2 });
    context.moveTo(top.x, top.y);
    context.lineTo(handle.x, handle.y);
  }
  for (const [style, width] of [
    ['rgb(0 0 0 / 35%)', 2.5],
    ['#ffffff', 1.25],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width * px;
    context.stroke();
  }
  context.fillStyle = '#ffffff';
  context.strokeStyle = accent;
  context.lineWidth = 1.5 * px;
  for (const side of sides) {
    const p = at(box, side);
    context.save();
    context.translate(p.x, p.y);
    context.rotate(radians(box.degrees));
    const size = (side.x && side.y ? HANDLE : HANDLE - 2) * px;
    context.beginPath();
    context.rect(-size / 2, -size / 2, size, size);
    context.fill();
    context.stroke();
    context.restore();
  }
  if (!turns) return;
  const handle = turnHandle(box, px);
  context.beginPath();
  context.arc(handle.x, handle.y, (HANDLE / 2 + 0.5) * px, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}
