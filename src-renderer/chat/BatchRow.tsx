import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconPhotoOff } from '@tabler/icons-react';
import { act } from '../state/ask.ts';
import { mediaOf, shownMedia, thumbOf, topLayer, useProject, versionOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { inWords } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import type { Outcome } from './batch.ts';
import batchClasses from './batch.module.css';
import classes from './chat.module.css';

/** One photo of a plan for several: what came of it, and the way to it or back from it. */
export function BatchRow({ outcome: { photo, state, error } }: { outcome: Outcome }) {
  const studio = useStudio();
  const project = useProject();
  const canvas = project?.canvases.find(({ id }) => id === photo.canvas);
  const made =
    project && photo.state.state === 'done' && photo.state.version
      ? versionOf(project, photo.state.version)
      : undefined;
  const layer = project && canvas && topLayer(project, canvas.id);
  const media = project && (made ? mediaOf(project, made.media) : layer && shownMedia(project, layer));
  const thumb = media && thumbOf(media);
  const name = canvas?.name ?? photo.name;
  const shown = made && project?.layers.some(({ version }) => version === made.id);
  const open = async () => {
    if (await act(studio.canvas.activate({ canvas: photo.canvas })))
      useStore.setState({ sheet: false, batch: null });
  };
  const said = error && inWords(error);
  return (
    <li className={batchClasses.row}>
      <UnstyledButton
        className={batchClasses.rowButton}
        disabled={!canvas}
        aria-label={t.batch.open(name)}
        onClick={() => void open()}
      >
        {thumb ? (
          <img className={batchClasses.rowThumb} src={studio.mediaUrl(thumb)} alt="" loading="lazy" />
        ) : (
          <span className={batchClasses.rowThumb}>
            <IconPhotoOff size={16} stroke={1.4} aria-hidden />
          </span>
        )}
        <span className={batchClasses.rowName}>{name}</span>
      </UnstyledButton>
      <span className={classes.state} data-state={state}>
        {t.plan.states[state]}
      </span>
      {shown && photo.before && (
        <Tooltip label={t.batch.undo(name)}>
          <ActionIcon
            size={24}
            aria-label={t.batch.undo(name)}
            onClick={() => void act(studio.canvas.showVersion({ layer: made.layer, version: photo.before! }))}
          >
            <IconArrowBackUp size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {said && (
        <span className={batchClasses.why}>
          {said.message} {said.hint && <span className={classes.faint}>{said.hint}</span>}
        </span>
      )}
    </li>
  );
}
