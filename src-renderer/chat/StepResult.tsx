import { Button, Group } from '@mantine/core';
import { perform } from '../actions/perform.ts';
import { act } from '../state/ask.ts';
import { mediaOf, thumbOf, useProject, versionOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
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
  const show = (other: string) => act(studio.canvas.showVersion({ layer: version.layer, version: other }));
  // Undo takes back the last action: ours if nothing was done since, else go to the version before.
  const since = project.history.filter((h) => !h.undone && h.at >= version.createdAt);
  const goBack = () => (since.length === 1 ? perform('undo') : show(version.parent!));

  return (
    <div className={classes.result}>
      {thumb && (
        <img
          className={classes.resultThumb}
          src={studio.mediaUrl(thumb)}
          alt={`${t.plan.result}: ${command}`}
        />
      )}
      <Group gap={4}>
        {!shown && (
          <Button size="compact-sm" variant="light" onClick={() => void show(version.id)}>
            {t.plan.show}
          </Button>
        )}
        {version.parent && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() =>
              void act(studio.layers.fromVersion({ version: version.id, name: named(version.label) }))
            }
          >
            {t.layers.asLayer}
          </Button>
        )}
        {shown && version.parent && (
          <Button size="compact-sm" variant="default" onClick={() => void goBack()}>
            {t.plan.undo}
          </Button>
        )}
      </Group>
    </div>
  );
}
