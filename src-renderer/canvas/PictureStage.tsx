import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import type { Media } from '../../src-main/contract/media.ts';
import { activeLayer, canvasSize } from '../../src-main/contract/stack.ts';
import { layersOf } from '../state/select.ts';
import { notify, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useScheme } from '../theme/scheme.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './canvas.module.css';
import { stage as current } from './current.ts';
import { drawMask } from './mask.ts';
import { ringForKeys } from './ring.ts';
import { originalOf, sceneOf, tried } from './stack/scene.ts';
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
  useShownPictures(stage, project, canvas);
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

function useShownPictures(stage: Stage | null, project: Project, canvas: Canvas) {
  const studio = useStudio();
  const comparing = useStore((s) => s.comparing);
  const beside = useStore((s) => s.beside);
  const trial = useStore((s) => (s.trial?.canvas === canvas.id ? s.trial : null));
  const tools = useMemo(
    () => ({
      url: (hash: string) => studio.mediaUrl(hash),
      onError: () => notify('error', { code: 'bad-input', message: t.canvas.loadFailed }),
    }),
    [studio],
  );
  const active = activeLayer(project, canvas)?.id ?? null;
  const seen = trial && !comparing ? tried(project, canvas, trial) : { project, canvas };
  const { width, height } = canvasSize(seen.project, seen.canvas);
  const now = comparing
    ? originalOf(project, canvas, tools)
    : sceneOf(seen.project, seen.canvas, active, tools);
  const scene = useEqual(now);
  const passing = trial !== null;
  useEffect(() => stage?.show(scene, { width, height }, passing), [stage, scene, width, height, passing]);

  const instead = beside?.canvas === canvas.id && !comparing ? beside : null;
  const then = useEqual(instead && sceneOf(project, canvas, active, tools, instead));
  const split = instead?.split ?? null;
  useEffect(() => stage?.showBeside(then, split), [stage, then, split]);
}

/** The same object as long as it says the same: every event brings a project of new objects. */
function useEqual<T>(value: T): T {
  const key = JSON.stringify(value);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => value, [key]);
}

function useShownSelection(stage: Stage | null, canvas: Canvas) {
  const studio = useStudio();
  const comparing = useStore((s) => s.comparing || s.trial?.moved === true);
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
