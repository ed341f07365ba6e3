import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import type { Media } from '../../src-main/contract/media.ts';
import { layersOf, mediaOf, shownMedia } from '../state/select.ts';
import { notify, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useScheme } from '../theme/scheme.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './canvas.module.css';
import { stage as current } from './current.ts';
import type { PictureSource } from './layer.ts';
import { drawMask } from './mask.ts';
import { sourcesOf } from './pictures.ts';
import { ringForKeys } from './ring.ts';
import { Stage } from './stage.ts';
import { useToolOn } from './use-tool.ts';

interface Props {
  project: Project;
  canvas: Canvas;
  media: Media;
}

const chequers = { light: ['#ffffff', '#e3e8eb'], dark: ['#2a3036', '#22272c'] } as const;

/** The active picture with its selection, and the tool on it. */
export function PictureStage({ project, canvas, media }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const scheme = useScheme();

  useEffect(() => {
    const made = new Stage(host.current!, (view) => useStore.setState({ view }));
    current.current = made;
    setStage(made);
    return () => {
      if (current.current === made) current.current = null;
      made.dispose();
    };
  }, []);
  useEffect(() => stage?.paintChequer(chequers[scheme]), [stage, scheme]);

  useEffect(() => ringForKeys(host.current!), []);
  useShownPictures(stage, project, canvas, media);
  useShownSelection(stage, canvas);
  useTint(stage, project, canvas);
  const { cursor, onKeyDown, onBlur } = useToolOn(stage, canvas, media.hash);

  return (
    <>
      <div
        ref={host}
        className={classes.stage}
        style={{ cursor }}
        role="application"
        tabIndex={0}
        aria-label={t.canvas.label(canvas.name)}
        aria-describedby="canvas-help"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <VisuallyHidden id="canvas-help">{t.canvas.help}</VisuallyHidden>
    </>
  );
}

function useShownPictures(stage: Stage | null, project: Project, canvas: Canvas, media: Media) {
  const studio = useStudio();
  const comparing = useStore((s) => s.comparing);
  const shown = useMemo(() => {
    if (comparing) return [mediaOf(project, canvas.source) ?? media];
    const layers = layersOf(project, canvas.id).filter((l) => l.visible);
    return layers.flatMap((layer) => shownMedia(project, layer) ?? []);
  }, [project, canvas, media, comparing]);
  const keys = shown.map((m) => m.hash).join();
  const { width = 1, height = 1 } = media;

  useEffect(() => {
    const onError = () => notify('error', { code: 'bad-input', message: t.canvas.loadFailed });
    const sources = shown.map((m): PictureSource => {
      const { first, full } = sourcesOf(m);
      return { key: m.hash, first: studio.mediaUrl(first), full: full && studio.mediaUrl(full), onError };
    });
    stage?.show(sources, { width, height });
    // `keys` says everything that `shown` could change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stage, keys, width, height, studio]);
}

function useShownSelection(stage: Stage | null, canvas: Canvas) {
  const studio = useStudio();
  const comparing = useStore((s) => s.comparing);
  const pending = useStore((s) => (s.pending?.canvas === canvas.id ? s.pending : null));
  const hash = comparing ? null : (canvas.selection?.mask ?? null);
  const cleared = pending !== null && pending.region === null;

  useEffect(() => {
    if (!stage) return undefined;
    if (!hash || cleared) {
      stage.setMask(null);
      return undefined;
    }
    let wanted = true;
    drawMask(hash, studio.mediaUrl(hash)).then(
      (mask) => wanted && stage.setMask(mask),
      () => wanted && notify('error', { code: 'bad-input', message: t.canvas.loadFailed }),
    );
    return () => {
      wanted = false;
    };
  }, [stage, hash, cleared, studio]);

  const region = comparing ? null : pending ? pending.region : (canvas.selection?.region ?? null);
  useEffect(
    () => stage?.setMarks(region, pending !== null && pending.region !== null),
    [stage, region, pending],
  );
}

/** The tint goes once the picture under a kept selection is another: it would lie on just what has changed. */
function useTint(stage: Stage | null, project: Project, canvas: Canvas) {
  const wanted = useStore((s) => s.tinted);
  const pending = useStore((s) => s.pending?.canvas === canvas.id);
  const mask = canvas.selection?.mask ?? null;
  const versions = layersOf(project, canvas.id)
    .map((l) => l.version)
    .join();
  const [chosen, setChosen] = useState({ mask, versions });
  const anew = pending || chosen.mask !== mask;
  if (anew && (chosen.mask !== mask || chosen.versions !== versions)) setChosen({ mask, versions });
  const tinted = wanted || anew || chosen.versions === versions;
  useEffect(() => stage?.setTinted(tinted), [stage, tinted]);
}
