import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMovie, IconPhoto, IconPlus, IconWaveSine, type Icon } from '@tabler/icons-react';
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import { perform } from '../actions/perform.ts';
import { act } from '../state/ask.ts';
import { activeCanvas, mediaOf, thumbOf, topLayer, useProject, versionsOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import { CanvasPicture } from './CanvasPicture.tsx';
import { dragOut } from './drag-out.ts';
import { Frame } from './Frame.tsx';
import classes from './library.module.css';

const icons: Record<Canvas['kind'], Icon> = { image: IconPhoto, video: IconMovie, audio: IconWaveSine };

/** Below the canvas: what is in the project, and every version of what is shown. */
export function Filmstrip() {
  const project = useProject();
  const canvas = activeCanvas(project);
  if (!project) return null;
  return (
    <nav className={classes.strip} aria-label={t.library.label}>
      <Canvases project={project} active={canvas} />
      {canvas?.kind === 'image' && <Versions project={project} canvas={canvas} />}
    </nav>
  );
}

function Canvases({ project, active }: { project: Project; active: Canvas | null }) {
  const studio = useStudio();
  const desktop = useStore((s) => s.shell?.kind === 'electron');
  const sorted = [...project.canvases].sort((a, b) => a.order - b.order);
  return (
    <div className={classes.frames} role="group" aria-label={t.library.canvases}>
      {sorted.map((canvas) => (
        <Frame
          key={canvas.id}
          label={t.library.show(canvas.name)}
          caption={canvas.name}
          picture={<CanvasPicture canvas={canvas} otherwise={<Sign kind={canvas.kind} />} />}
          chosen={canvas.id === active?.id}
          onChoose={() => act(studio.canvas.activate({ canvas: canvas.id }))}
          removeLabel={t.library.remove(canvas.name)}
          onRemove={() => act(studio.canvas.remove({ canvas: canvas.id }))}
          {...(desktop && { onDragOut: () => dragOut(studio, canvas) })}
        />
      ))}
      <Tooltip label={t.library.add}>
        <ActionIcon size={36} aria-label={t.library.add} onClick={() => perform('open')}>
          <IconPlus size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Versions({ project, canvas }: { project: Project; canvas: Canvas }) {
  const studio = useStudio();
  const layer = topLayer(project, canvas.id);
  const versions = layer ? versionsOf(project, layer.id) : [];
  if (!layer || versions.length < 2) return null;
  return (
    <div className={classes.frames} data-side="end" role="group" aria-label={t.library.versions}>
      {versions.map((version, index) => (
        <Frame
          key={version.id}
          label={t.library.version(index + 1, named(version.label))}
          caption={named(version.label)}
          picture={<VersionPicture picture={thumbOf(mediaOf(project, version.media))} />}
          chosen={version.id === layer.version}
          onChoose={() => act(studio.canvas.showVersion({ layer: layer.id, version: version.id }))}
        />
      ))}
    </div>
  );
}

function Sign({ kind }: { kind: Canvas['kind'] }) {
  const Glyph = icons[kind];
  return <Glyph size={22} stroke={1.4} aria-hidden />;
}

function VersionPicture({ picture }: { picture: string | null }) {
  const studio = useStudio();
  return picture ? <img src={studio.mediaUrl(picture)} alt="" draggable={false} /> : <Sign kind="image" />;
}
