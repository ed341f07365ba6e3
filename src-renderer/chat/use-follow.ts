import { useCallback, useEffect, useRef, useState } from 'react';

/** Nearer to the end than this (CSS pixels) counts as being there. */
const NEAR = 72;

/** Where a scroller is, in CSS pixels: what lies above its top edge, its content's height, and its own. */
export interface Place {
  top: number;
  height: number;
  view: number;
}

/**
 * Whether the end is followed after a scroll. Only a person goes up while the content keeps its height; a scroll
 * event that comes after the content has grown further says nothing about what anybody wants.
 */
export function follows(following: boolean, before: Place, now: Place): boolean {
  if (now.height - now.top - now.view < NEAR) return true;
  return following && !(now.top < before.top && now.height === before.height);
}

const placeOf = ({ scrollTop: top, scrollHeight: height, clientHeight: view }: HTMLElement): Place => ({
  top,
  height,
  view,
});

/**
 * Keeps a scroller at its end while its content grows, unless the person scrolled away; `own` is the person's own
 * newest message, which always comes into sight.
 */
export function useFollow(own: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const last = useRef<Place>({ top: 0, height: 0, view: 0 });
  const [away, setAway] = useState(false);

  const jump = useCallback(() => {
    following.current = true; // the scroll event that follows tells the page
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    last.current = placeOf(box);
  }, []);

  useEffect(() => {
    const box = scroller.current!;
    const onScroll = () => {
      const now = placeOf(box);
      following.current = follows(following.current, last.current, now);
      last.current = now;
      setAway(!following.current);
    };
    const observer = new ResizeObserver(() => {
      if (following.current) jump();
      else last.current = placeOf(box);
    });
    observer.observe(content.current!);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [jump]);

  useEffect(() => {
    if (own) jump();
  }, [own, jump]);

  return { scroller, content, away, jump };
}
