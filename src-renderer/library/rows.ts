/** How the sheet lays its pictures out in rows. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Between pictures, and around all of them, in CSS pixels. */
export const GAP = 12;
export const MARGIN = 16;

/** As many as fit into a width, none narrower than `size` (CSS pixels); one at least. */
export const columnsIn = (width: number, size: number): number =>
  Math.max(1, Math.floor((width - 2 * MARGIN + GAP) / (size + GAP)));

/** A row before it is measured: the picture, its frame, two lines of text. */
export const rowHeight = (size: number): number => Math.round(size * 0.75) + 16 + 44;

/** The columns of a scroller, also while it changes its width. */
export function useColumns(scroller: RefObject<HTMLElement | null>, size: number): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current!;
    const look = () => setWidth(box.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
  return columnsIn(width, size);
}
