import { ActionIcon, Button, Divider, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconBookmarkPlus, IconContrast2, IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import type { Media } from '../../src-main/contract/media.ts';
import { useAction } from '../actions/perform.ts';
import { say } from '../chat/say.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { percent } from '../strings/format.ts';
import { useReach } from '../tools/use-columns.ts';
import classes from './canvas.module.css';
import { stage } from './current.ts';
import { RefineButton } from './RefineButton.tsx';
import { extentOf, pointCount, type Bounds } from './region.ts';
import { showsTint } from './tint.ts';
import { toScreen, type Size } from './view.ts';

const quick = [
  ['remove', 'filled'],
  ['cutOut', 'subtle'],
  ['blurBackground', 'subtle'],
] as const;

/** Beside the selection: what it covers, and the usual wishes. */
export function SelectionBar({ canvas, media }: { canvas: Canvas; media: Media }) {
  const pending = useStore((s) => (s.pending?.canvas === canvas.id ? s.pending : null));
  const { selection } = canvas;
  const region = pending ? pending.region : (selection?.region ?? null);
  const bar = useRef<HTMLDivElement>(null);
  const drawn = region && extentOf(region);
  const bounds = (pending ? drawn : selection?.bounds) ?? drawn;
  const place = usePlace(bar, bounds, media, region !== null);
  const invert = useAction('invert-selection');
  const clear = useAction('deselect');
  const keep = useAction('region-save');
  if (!region || region.parts.length === 0) return null;

  const points = pointCount(region);
  const share = selection?.area ? t.selection.covers(percent(selection.area)) : t.selection.nothing;
  return (
    <Group
      ref={bar}
      className={classes.bar}
      style={place}
      gap={4}
      role="toolbar"
      aria-label={t.selection.label}
      {...showsTint}
    >
      <Group gap={8} px={8} wrap="nowrap">
        {pending && <Loader size={14} color="glass" />}
        <Text fz="xs" className={classes.figures}>
          {pending ? t.selection.looking : share}
          {points > 0 && !pending && <span className={classes.faint}> · {t.selection.points(points)}</span>}
        </Text>
      </Group>
      <Divider orientation="vertical" my={6} />
      {quick.map(([id, variant]) => (
        <Button
          key={id}
          size="compact-sm"
          variant={variant}
          {...(variant === 'subtle' && { color: 'gray' })}
          disabled={!!pending || !selection?.area}
          onClick={() => void say(t.selection.quickText[id])}
        >
          {t.selection.quick[id]}
        </Button>
      ))}
      <Divider orientation="vertical" my={6} />
      <RefineButton canvas={canvas} picture={{ width: media.width ?? 1, height: media.height ?? 1 }} />
      <Tooltip label={keep.shortcut ? `${keep.label} (${keep.shortcut})` : keep.label}>
        <ActionIcon size={28} aria-label={keep.label} onClick={keep.perform} disabled={!keep.enabled}>
          <IconBookmarkPlus size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={invert.label}>
        <ActionIcon size={28} aria-label={invert.label} onClick={invert.perform} disabled={!invert.enabled}>
          <IconContrast2 size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={clear.shortcut ? `${clear.label} (${clear.shortcut})` : clear.label}>
        <ActionIcon size={28} aria-label={clear.label} onClick={clear.perform}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

const GAP = 14;
const EDGE = 12;

/** Below the selection's box, else above it, always inside the room. */
function usePlace(
  bar: React.RefObject<HTMLDivElement | null>,
  given: Bounds | null,
  media: Media,
  shown: boolean,
) {
  const view = useStore((s) => s.view);
  const tools = useReach() - 4;
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const bounds = given ?? { x1: 0.5, y1: 0.5, x2: 0.5, y2: 0.5 };

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [bar, shown]);

  const screen = stage.current?.screen ?? { width: 800, height: 600 };
  const scene = (x: number, y: number) =>
    toScreen(view, { x: x * (media.width ?? 1), y: y * (media.height ?? 1) });
  const top = scene(bounds.x1, bounds.y1);
  const bottom = scene(bounds.x2, bounds.y2);
  const clamp = (value: number, most: number, least = EDGE) => Math.max(least, Math.min(most, value));
  const below = bottom.y + GAP;
  const fitsBelow = below + size.height + EDGE <= screen.height - 48;
  const above = top.y - GAP - size.height;
  const y = fitsBelow ? below : above >= EDGE ? above : screen.height - size.height - 60;
  const x = (top.x + bottom.x) / 2 - size.width / 2;
  return {
    left: clamp(x, screen.width - size.width - EDGE, tools),
    top: clamp(y, screen.height - size.height - EDGE),
  };
}
