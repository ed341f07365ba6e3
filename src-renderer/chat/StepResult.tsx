import { Button, Group } from '@mantine/core';
import { perform } from '../actions/perform.ts';
import { ask } from '../state/ask.ts';
import { mediaOf, thumbOf, useProject, versionOf } from '../state/select.ts';
import { en } from '../strings/en.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './chat.module.css';

/** What a step made: a thumbnail, and the way to it or back from it. */
export function StepResult({ version: id, command }: { version: string; command: string }) {
  const studio = useStudio();
  const project = useProject();
  const version = project ? versionOf(project, id) : undefined;
  if (!project || !version) return null;
  const thumb = thumbOf(mediaOf(project, version.media));
  const layer = project.layers.find((l) => l.id === version.layer);
  const shown = layer?.version === version.id;
  const show = (other: string) => ask(studio.canvas.showVersion({ layer: version.layer, version: other }));
  // When something else was done since, undo would take that back: go to the version before instead.
  const last = project.history.filter((h) => !h.undone).at(-1);
  const isLast = last !== undefined && last.label === project.undo && last.at >= version.createdAt;
  const goBack = () => (isLast && last.label === version.label ? perform('undo') : show(version.parent!));

  return (
    <div className={classes.result}>
      {thumb && (
        <img
          className={classes.resultThumb}
          src={studio.mediaUrl(thumb)}
          alt={`${en.plan.result}: ${command}`}
        />
      )}
      <Group gap={4}>
        {!shown && (
          <Button size="compact-sm" variant="light" onClick={() => void show(version.id)}>
            {en.plan.show}
          </Button>
        )}
        {shown && version.parent && (
          <Button size="compact-sm" variant="default" onClick={() => void goBack()}>
            {en.plan.undo}
          </Button>
        )}
      </Group>
    </div>
  );
}
