import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayersSubtract, IconSquareHalf } from '@tabler/icons-react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import { act } from '../state/ask.ts';
import { mediaOf, thumbOf, versionsOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './layers.module.css';

/** Every state that a layer has had: shown by a click, beside the present one by the split, or as a layer. */
export function LayerVersions({
  project,
  canvas,
  layer,
}: {
  project: Project;
  canvas: Canvas;
  layer: Layer;
}) {
  const studio = useStudio();
  const beside = useStore((s) => s.beside);
  const versions = versionsOf(project, layer.id);
  if (versions.length < 2) return null;
  const split = (version: string) =>
    useStore.setState({
      beside:
        beside?.version === version ? null : { canvas: canvas.id, layer: layer.id, version, split: 0.5 },
    });
  return (
    <section className={classes.versions} aria-label={t.layers.versionsOf(layer.name)}>
      <h2 className={classes.heading}>{t.layers.versions}</h2>
      <ul className={classes.list}>
        {[...versions].reverse().map((version) => {
          const thumb = thumbOf(mediaOf(project, version.media));
          const shown = version.id === layer.version;
          return (
            <li key={version.id} className={classes.row} data-active={shown || undefined}>
              <UnstyledButton
                className={classes.main}
                aria-current={shown}
                onClick={() =>
                  !shown && void act(studio.canvas.showVersion({ layer: layer.id, version: version.id }))
                }
              >
                {thumb && (
                  <img className={classes.thumb} src={studio.mediaUrl(thumb)} alt="" draggable={false} />
                )}
                <span className={classes.name}>{named(version.label)}</span>
              </UnstyledButton>
              {!shown && (
                <Tooltip label={t.layers.compare}>
                  <ActionIcon
                    size={24}
                    aria-label={t.layers.compareWith(named(version.label))}
                    aria-pressed={beside?.version === version.id}
                    variant={beside?.version === version.id ? 'light' : 'subtle'}
                    onClick={() => split(version.id)}
                  >
                    <IconSquareHalf size={14} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
              {version.parent && (
                <Tooltip label={t.layers.asLayer}>
                  <ActionIcon
                    size={24}
                    aria-label={`${t.layers.asLayer}: ${named(version.label)}`}
                    onClick={() =>
                      void act(studio.layers.fromVersion({ version: version.id, name: named(version.label) }))
                    }
                  >
                    <IconLayersSubtract size={14} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
