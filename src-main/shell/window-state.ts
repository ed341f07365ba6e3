/** Where the window was, kept in a small file of the data folder. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

export const smallest = { width: 900, height: 600 } as const;

const bounds = z.strictObject({
  x: z.int().min(-100_000).max(100_000),
  y: z.int().min(-100_000).max(100_000),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
});
export type Bounds = z.infer<typeof bounds>;

const windowState = z.strictObject({ bounds, maximised: z.boolean() });
export type WindowState = z.infer<typeof windowState>;

/** The state kept, or `null` when there is none that makes sense. */
export function readWindowState(path: string): WindowState | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null; // the first start, or a file that something else wrote: the window opens where it would anyway
  }
}

/** Whole or not at all. A window's place is not worth a message when it can't be kept. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(windowState.parse(state)));
    renameSync(`${path}.new`, path);
  } catch (error) {
    console.error(`The window's place was not kept: ${String(error)}`);
  }
}

/** Whether enough of a window lies on a screen to take hold of it: 120 × 40 pixels of its upper edge. */
export function isReachable(window: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
    return across >= 120 && window.y >= screen.y && window.y + 40 <= screen.y + screen.height;
  });
}

/** What to open: the state kept, put right for the screens there are now; `null`: in the middle, as large as usual. */
export function restore(state: WindowState | null, screens: readonly Bounds[]): WindowState | null {
  if (!state || !isReachable(state.bounds, screens)) return null;
  const { width, height } = state.bounds;
  return {
    ...state,
    bounds: {
      ...state.bounds,
      width: Math.max(width, smallest.width),
      height: Math.max(height, smallest.height),
    },
  };
}
