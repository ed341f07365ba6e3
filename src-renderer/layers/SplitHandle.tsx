import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, type KeyboardEvent, type PointerEvent } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { useProject, versionOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import classes from './layers.module.css';

const STEP = 0.02;

/** The line between a version and the present picture: dragged, or moved by the arrow keys. */
export function SplitHandle({ canvas, frame }: { canvas: Canvas; frame: { width: number; height: number } }) {
  const project = useProject();
  const beside = useStore((s) => s.beside);
  const view = useStore((s) => s.view);
  const mine = beside?.canvas === canvas.id ? beside : null;
  const version = mine && project ? versionOf(project, mine.version) : undefined;
  const gone = beside !== null && (!mine || !version);
  useEffect(() => {
    if (gone) useStore.setState({ beside: null });
  }, [gone]);
  if (!mine || !version) return null;

  const put = (split: number) =>
    useStore.setState({ beside: { ...mine, split: Math.min(1, Math.max(0, split)) } });
  const close = () => useStore.setState({ beside: null });
  const left = view.x + mine.split * frame.width * view.scale;
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = event.currentTarget.parentElement!.parentElement!.getBoundingClientRect();
    put((event.clientX - room.left - view.x) / view.scale / frame.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') put(mine.split - STEP);
    else if (event.key === 'ArrowRight') put(mine.split + STEP);
    else if (event.key === 'Home') put(0);
    else if (event.key === 'End') put(1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={classes.split}
      style={{ left, top: Math.max(0, view.y), height: frame.height * view.scale }}
    >
      <div
        className={classes.line}
        role="slider"
        tabIndex={0}
        aria-label={t.layers.splitOf(named(version.label))}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(mine.split * 100)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      >
        <span className={classes.knob} aria-hidden />
      </div>
      <span className={classes.before}>{named(version.label)}</span>
      <Tooltip label={t.layers.splitClose}>
        <ActionIcon
          className={classes.splitClose}
          size={24}
          variant="default"
          aria-label={t.layers.splitClose}
          onClick={close}
        >
          <IconX size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
