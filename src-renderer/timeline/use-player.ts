import { useCallback, useEffect, useState } from 'react';

/** Follows a media element: whether it plays and where it is, in microseconds. */
export function usePlayer(element: HTMLMediaElement | null) {
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);

  useEffect(() => {
    if (!element) return undefined;
    let frame = 0;
    const read = () => setPosition(Math.round(element.currentTime * 1_000_000));
    const run = () => {
      read();
      frame = requestAnimationFrame(run);
    };
    const onPlay = () => {
      setPlaying(true);
      frame = requestAnimationFrame(run);
    };
    const onPause = () => {
      setPlaying(false);
      cancelAnimationFrame(frame);
      read();
    };
    element.addEventListener('play', onPlay);
    element.addEventListener('pause', onPause);
    element.addEventListener('seeked', read);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('play', onPlay);
      element.removeEventListener('pause', onPause);
      element.removeEventListener('seeked', read);
      element.pause();
    };
  }, [element]);

  const toggle = useCallback(() => {
    if (!element) return;
    // A play that a pause overtakes is rejected: nothing to tell.
    if (element.paused) element.play().catch(() => setPlaying(false));
    else element.pause();
  }, [element]);
  const seek = useCallback(
    (time: number) => {
      if (!element) return;
      jumpTo(element, time);
      setPosition(time);
    },
    [element],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (
        event.key !== ' ' ||
        event.defaultPrevented ||
        target.closest('button, input, textarea, [role="slider"], [role="dialog"]')
      )
        return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);

  return { playing, position, toggle, seek };
}

function jumpTo(element: HTMLMediaElement, time: number) {
  element.currentTime = time / 1_000_000;
}
