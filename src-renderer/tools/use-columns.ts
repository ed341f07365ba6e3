/** In how many columns buttons stand, so that none is cut off where the window is low. */
import { useEffect, useState, type RefObject } from 'react';

/** A button with the gap below it, and what is around all of them; in CSS pixels. */
const ROW = 38;
const AROUND = 8;

export function useColumns(room: RefObject<HTMLElement | null>, count: number): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const element = room.current!;
    const observer = new ResizeObserver(() => {
      const rows = Math.max(1, Math.floor((element.clientHeight - AROUND) / ROW));
      setColumns(Math.ceil(count / rows));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room, count]);
  return columns;
}
