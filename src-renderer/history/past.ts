/** Pictures of the states of the history, drawn once each when they come into sight. */
import type { Studio } from '../../src-main/contract/studio.ts';
import { drawThumb, Thumbs } from '../canvas/stack/thumbs.ts';

/** Twice the size that they are shown at, for fine screens. */
const BOX = { width: 96, height: 72 };

/** By project, entry and when that was: its picture never changes. */
const thumbs = new Thumbs(300);

/** The address of an entry's picture if it was drawn before; `undefined`: it wasn't. */
export const drawnAt = (key: string): string | null | undefined => thumbs.known(key);

/** Draws what the canvas showed after an entry. */
export const drawAt = (studio: Studio, key: string, entry: number): Promise<string | null> =>
  thumbs.draw(key, async () => {
    const past = await studio.project.shownAt({ entry });
    return past.ok && past.value ? drawThumb(past.value, BOX, studio.mediaUrl) : null;
  });
