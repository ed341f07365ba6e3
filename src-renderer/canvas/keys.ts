/** Pointing by keyboard: arrows move a cross, Enter presses. A click needs one Enter, a drag two. */
import type { Size, XY } from './view.ts';

const STEP = 12;
const LEAP = 60;
const arrows: Record<string, XY> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export interface PointedEvent {
  type: 'down' | 'move' | 'up';
  at: XY;
}

export class KeyPointer {
  /** The cross in screen coordinates; `null` until an arrow is pressed. */
  at: XY | null = null;
  private held = false;

  /** What a key does to the tool; `null` for keys that mean nothing here. `clicks`: the tool needs no drag. */
  press(event: { key: string; shiftKey: boolean }, screen: Size, clicks: boolean): PointedEvent[] | null {
    const arrow = arrows[event.key];
    const from = this.at ?? { x: screen.width / 2, y: screen.height / 2 };
    if (arrow) {
      const step = event.shiftKey ? LEAP : STEP;
      this.at = {
        x: Math.min(screen.width, Math.max(0, from.x + arrow.x * step)),
        y: Math.min(screen.height, Math.max(0, from.y + arrow.y * step)),
      };
      return this.held ? [{ type: 'move', at: this.at }] : [];
    }
    if (event.key !== 'Enter') return null;
    this.at = from;
    if (clicks)
      return [
        { type: 'down', at: from },
        { type: 'up', at: from },
      ];
    this.held = !this.held;
    return [{ type: this.held ? 'down' : 'up', at: from }];
  }

  release() {
    this.held = false;
  }
}
