/**
 * Shows what a click would select while the pointer moves: one question at a time, the newest place next, and, once
 * the pointer rests, exactly what the click gives. What is shown stays until its successor is there.
 */
import type { SketchMask } from '../../src-main/contract/region.ts';
import type { XY } from './view.ts';

export interface HoverPorts {
  /** What a click there (0..1) would select; `null`: nothing, or nobody can say. Never rejects. */
  ask(at: XY, settled: boolean): Promise<SketchMask | null>;
  /** A settled answer is no longer wanted. */
  stop(): void;
  show(mask: SketchMask | null): void;
}

/** After this long (ms) without a move, the pointer rests. */
export const REST = 140;
/** Questions are at least this far apart (ms). */
export const PACE = 40;

export class HoverPreview {
  private readonly ports: HoverPorts;
  private wanted: XY | null = null;
  private shown = false;
  private asking = false;
  private settling = false;
  /** Where exactly what a click gives is shown: a guess that comes later is no news. */
  private exact: XY | null = null;
  /** Counts the places: an answer about an earlier one than `clear` is never shown. */
  private turn = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: HoverPorts) {
    this.ports = ports;
  }

  /** The pointer is at another place. */
  move(at: XY) {
    if (at.x === this.wanted?.x && at.y === this.wanted.y) return;
    this.wanted = at;
    this.unsettle();
    this.rest = setTimeout(() => void this.settle(at), REST);
    if (!this.asking) void this.follow();
  }

  /** The pointer has gone, or does something else. */
  clear() {
    this.wanted = null;
    this.turn++;
    this.unsettle();
    this.put(null);
  }

  private unsettle() {
    clearTimeout(this.rest);
    if (this.settling) this.ports.stop();
    this.settling = false;
  }

  /** Asks about the newest place until there is no newer one. */
  private async follow() {
    this.asking = true;
    for (let at = this.wanted, done: XY | null = null; at && at !== done; at = this.wanted) {
      const { turn } = this;
      const pace = pause(PACE);
      const mask = await this.ports.ask(at, false);
      done = at;
      if (turn === this.turn && at !== this.exact) this.put(mask);
      await pace;
    }
    this.asking = false;
  }

  private async settle(at: XY) {
    const { turn } = this;
    this.settling = true;
    const mask = await this.ports.ask(at, true);
    if (turn !== this.turn || at !== this.wanted) return;
    this.settling = false;
    if (!mask) return;
    this.exact = at;
    this.put(mask);
  }

  private put(mask: SketchMask | null) {
    if (!mask && !this.shown) return;
    this.shown = mask !== null;
    this.ports.show(mask);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
