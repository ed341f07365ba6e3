/** A tool that works on the picture itself instead of selecting: it has handles, keys, and something to commit. */
import type { Canvas, Project } from '../../../src-main/contract/document.ts';
import type { Stage } from '../../canvas/stage.ts';
import type { XY } from '../../canvas/view.ts';

export interface WorkEvent {
  type: 'down' | 'move' | 'up' | 'cancel';
  /** In pixels of the canvas; may lie outside. */
  at: XY;
  shift: boolean;
  alt: boolean;
}

export interface WorkHost {
  stage: Stage;
  /** The project as it is now, with the canvas on screen; `null` once it is gone. */
  now(): { project: Project; canvas: Canvas } | null;
}

export interface Worker {
  pointer(event: WorkEvent): void;
  /** The cursor over a place; `null` when the pointer has left. */
  hover(at: XY | null): string;
  /** Whether the key meant something. */
  key(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean;
  /** The documents have changed. */
  refresh(): void;
  /** Another tool is chosen: what is under way is kept. */
  stop(): void;
}
