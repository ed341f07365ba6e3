import { useInViewport } from '@mantine/hooks';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStudio } from '../transport/studio.ts';
import { drawAt, drawnAt } from './past.ts';
import classes from './history.module.css';

/** What the canvas showed after an entry of the history; drawn once it comes into sight. */
export function PastPicture({ project, entry, at }: { project: string; entry: number; at: number }) {
  const studio = useStudio();
  // An entry that more was done in is another picture.
  const key = `${project} ${entry} ${at}`;
  const { ref, inViewport } = useInViewport<HTMLSpanElement>();
  const [picture, setPicture] = useState(() => drawnAt(key));
  useEffect(() => {
    if (!inViewport || picture !== undefined) return;
    let shown = true;
    drawAt(studio, key, entry).then(
      (url) => shown && setPicture(url),
      () => shown && setPicture(null),
    );
    return () => {
      shown = false;
    };
  }, [studio, key, entry, inViewport, picture]);
  return (
    <span ref={ref} className={classes.thumb}>
      {picture ? <img src={picture} alt="" /> : <IconPhoto size={16} stroke={1.4} aria-hidden />}
    </span>
  );
}
