/**
 * The selections that a canvas had, to go back and forward in. Selecting is no edit: undo is for the picture, and going
 * back here never takes an edit back.
 */
import type { Region } from '../../src-main/contract/region.ts';

export interface Past {
  canvas: string;
  /** The geometry that the regions were pointed at in; in another one they would lie elsewhere. */
  frame: string;
  list: readonly (Region | null)[];
  at: number;
}

const MOST = 50;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A change of what only shapes the region (a slider that is dragged) takes the place of the one before it. */
const continues = (a: Region | null | undefined, b: Region | null): boolean =>
  !!a?.refine && !!b?.refine && same({ ...a, refine: null }, { ...b, refine: null });

/** With a change from `before` to `after` at the end; what had been gone back over is forgotten. */
export function remembered(
  past: Past | null,
  where: { canvas: string; frame: string },
  before: Region | null,
  after: Region | null,
): Past {
  const known = past?.canvas === where.canvas && past.frame === where.frame ? past : null;
  const list = known ? [...known.list.slice(0, known.at + 1)] : [];
  if (!list.length || !same(list[list.length - 1], before)) list.push(before);
  if (continues(list[list.length - 1], after)) list.pop();
  if (!same(list[list.length - 1], after)) list.push(after);
  const kept = list.slice(-MOST);
  return { ...where, list: kept, at: kept.length - 1 };
}

/** One step to and fro; `null` where there is none. */
export function moved(past: Past | null, by: -1 | 1): { past: Past; region: Region | null } | null {
  const at = (past?.at ?? 0) + by;
  if (!past || at < 0 || at >= past.list.length) return null;
  return { past: { ...past, at }, region: past.list[at]! };
}
