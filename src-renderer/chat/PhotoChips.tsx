import { CloseButton } from '@mantine/core';
import { shownMedia, thumbOf, topLayer, useProject } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './chat.module.css';
import { photosIn, withoutPhoto } from './photos.ts';

/** In the composer: the other photos that the message names, each with the way to leave it out. */
export function PhotoChips({ text, onChange }: { text: string; onChange(text: string): void }) {
  const studio = useStudio();
  const project = useProject();
  return photosIn(text, project).map(({ id, name }) => {
    const layer = topLayer(project!, id);
    const thumb = layer && thumbOf(shownMedia(project!, layer));
    return (
      <span key={id} className={classes.photoChip}>
        {thumb && <img src={studio.mediaUrl(thumb)} alt="" />}
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
