import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconFolderPlus, IconMask, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import { lockOf } from '../../src-main/contract/stack.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { pickLayers } from './adding.ts';
import classes from './layers.module.css';

interface Props {
  project: Project;
  canvas: Canvas;
  active: Layer | undefined;
}

/** What is done most: a new layer, a copy, a mask, a group, away with it. */
export function LayersBar({ project, canvas, active }: Props) {
  const studio = useStudio();
  const others = project.canvases.filter((c) => c.kind === 'image' && c.id !== canvas.id);
  const selected = Boolean(canvas.selection?.mask);
  const free = active !== undefined && lockOf(canvas, active) === null;
  const only = project.layers.filter((l) => l.canvas === canvas.id).length < 2;
  const buttons = active
    ? ([
        [
          t.layers.duplicate,
          IconCopy,
          true,
          () => studio.layers.duplicate({ layer: active.id, noun: t.layers.copy }),
        ],
        [
          selected ? t.layers.mask : t.layers.maskNeeds,
          IconMask,
          selected && free,
          () => studio.layers.mask({ layer: active.id, from: 'selection' }),
        ],
        [
          t.layers.group,
          IconFolderPlus,
          active.group === null,
          () =>
            studio.layers.group({
              layers: [active.id],
              name: t.layers.groupName(canvas.groups.length + 1),
            }),
        ],
        [t.layers.remove, IconTrash, !only && free, () => studio.layers.remove({ layer: active.id })],
      ] as const)
    : [];
  return (
    <div className={classes.bar} role="toolbar" aria-label={t.layers.actions}>
      <Menu position="top-start">
        <Menu.Target>
          <Tooltip label={t.layers.add}>
            <ActionIcon size={32} aria-label={t.layers.add}>
              <IconPlus size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown aria-label={t.layers.add}>
          <Menu.Item onClick={() => void pickLayers(canvas.id)}>{t.layers.addFile}</Menu.Item>
          {others.length > 0 && <Menu.Label>{t.layers.fromProject}</Menu.Label>}
          {others.map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => void act(studio.layers.add({ canvas: canvas.id, from: other.id }))}
            >
              {other.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {buttons.map(([label, Glyph, enabled, perform]) => (
        <Tooltip key={label} label={label}>
          <ActionIcon
            size={32}
            aria-label={label}
            disabled={!enabled}
            onClick={() => void act<unknown>(perform())}
          >
            <Glyph size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
