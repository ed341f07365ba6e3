import { useCallback, useEffect, useRef, useState } from 'react';

/** Nearer to the end than this (CSS pixels) counts as being there. */
const NEAR = 72;

/**
 * Keeps a scroller at its end while its content grows, unless the person scrolled away; `own` is the person's own
 * newest message, which always comes into sight.
 */
export function useFollow(own: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  const jump = useCallback(() => {
    following.current = true; // the scroll event that follows says that we are there
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);

  useEffect(() => {
    const box = scroller.current!;
    const onScroll = () => {
      following.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      setAway(!following.current);
    };
    const observer = new ResizeObserver(() => following.current && jump());
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
