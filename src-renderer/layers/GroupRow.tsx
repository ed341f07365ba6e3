import { ActionIcon, Slider, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff, IconFolderOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import type { Group } from '../../src-main/contract/layers.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { LayerRow, type RowActions } from './LayerRow.tsx';
import classes from './layers.module.css';
import { NameField } from './NameField.tsx';

interface Props {
  project: Project;
  canvas: Canvas;
  group: Group;
  layers: Layer[];
  active: string | null;
  actions: RowActions;
}

/** A group with its layers below it. */
export function GroupRow({ project, canvas, group, layers, active, actions }: Props) {
  const studio = useStudio();
  const [naming, setNaming] = useState(false);
  const [opacity, setOpacity] = useState<number | null>(null);
  const collapsed = canvas.view.collapsed.includes(group.id);
  const at = { canvas: canvas.id, group: group.id };
  const set = (change: Partial<Omit<Group, 'id'>>) => act(studio.layers.setGroup({ ...at, ...change }));
  const Chevron = collapsed ? IconChevronRight : IconChevronDown;

  return (
    <li className={classes.group}>
      <div
        className={classes.row}
        data-hidden={!group.visible || undefined}
        onDragOver={(event) => actions.dragging && event.preventDefault()}
        onDrop={(event) => {
          if (!actions.dragging) return;
          event.preventDefault();
          actions.dropInto(group.id);
        }}
      >
        <Tooltip label={group.visible ? t.layers.hide : t.layers.show}>
          <ActionIcon
            size={28}
            aria-label={t.layers.seen(group.name)}
            aria-pressed={group.visible}
            onClick={() => void set({ visible: !group.visible })}
          >
            {group.visible ? (
              <IconEye size={16} stroke={1.6} aria-hidden />
            ) : (
              <IconEyeOff size={16} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
        <ActionIcon
          size={24}
          aria-label={collapsed ? t.layers.expand(group.name) : t.layers.collapse(group.name)}
          aria-expanded={!collapsed}
          onClick={() => void act(studio.layers.collapse({ ...at, collapsed: !collapsed }))}
        >
          <Chevron size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
        {naming ? (
          <NameField
            name={group.name}
            label={t.layers.nameOf(group.name)}
            onDone={(name) => {
              setNaming(false);
              if (name) void set({ name });
            }}
          />
        ) : (
          <button
            type="button"
            className={classes.groupName}
            onDoubleClick={() => setNaming(true)}
            onKeyDown={(event) => event.key === 'F2' && setNaming(true)}
          >
            {group.name}
          </button>
        )}
        <Slider
          className={classes.groupOpacity}
          size={3}
          thumbSize={12}
          min={0}
          max={100}
          value={opacity ?? Math.round(group.opacity * 100)}
          label={(value) => `${value} %`}
          thumbLabel={t.layers.opacityOf(group.name)}
          onChange={setOpacity}
          onChangeEnd={(value) => void set({ opacity: value / 100 }).then(() => setOpacity(null))}
        />
        <Tooltip label={t.layers.ungroup}>
          <ActionIcon
            size={24}
            aria-label={`${t.layers.ungroup}: ${group.name}`}
            onClick={() => void act(studio.layers.ungroup(at))}
          >
            <IconFolderOff size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {!collapsed && (
        <ul className={classes.children} aria-label={group.name}>
          {layers.map((layer) => (
            <LayerRow
              key={layer.id}
              project={project}
              canvas={canvas}
              layer={layer}
              active={layer.id === active}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
