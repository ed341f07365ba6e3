/** In how many columns the tools stand, so that none is cut off where the window is low. */
import { useEffect, type RefObject } from 'react';
import { create } from 'zustand';

/** A button with the gap below it, and what is around all of them; in CSS pixels. */
const ROW = 38;
const AROUND = 8;
/** In more of them the tools would take the picture's place: they scroll instead. */
const MOST = 4;

const useRail = create<{ columns: number }>()(() => ({ columns: 1 }));

/** Watches the room that the tools have. */
export function useColumns(room: RefObject<HTMLElement | null>, count: number): number {
  useEffect(() => {
    const element = room.current!;
    const observer = new ResizeObserver(() => {
      const rows = Math.max(1, Math.floor((element.clientHeight - AROUND) / ROW));
      useRail.setState({ columns: Math.min(MOST, Math.ceil(count / rows)) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room, count]);
  return useRail((s) => s.columns);
}

/** How far the tools reach into the picture from its left edge, with a gap; in CSS pixels. */
export const useReach = (): number => useRail((s) => 34 + ROW * s.columns);
