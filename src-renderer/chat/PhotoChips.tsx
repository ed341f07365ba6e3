import { CloseButton } from '@mantine/core';
import { CanvasPicture } from '../library/CanvasPicture.tsx';
import { useProject } from '../state/select.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { photosIn, withoutPhoto } from './photos.ts';

/** In the composer: the other photos that the message names, each with the way to leave it out. */
export function PhotoChips({ text, onChange }: { text: string; onChange(text: string): void }) {
  const project = useProject();
  return photosIn(text, project).map((canvas) => {
    const { id, name } = canvas;
    return (
      <span key={id} className={classes.photoChip}>
        <CanvasPicture canvas={canvas} otherwise={null} />
        <span className={classes.photoName}>{name}</span>
        <CloseButton
          size={18}
          iconSize={12}
          aria-label={t.chat.photoLeave(name)}
          onClick={() => onChange(withoutPhoto(text, name))}
        />
      </span>
    );
  });
}
