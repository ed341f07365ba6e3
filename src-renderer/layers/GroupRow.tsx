import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import type { Group } from '../../src-main/contract/layers.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { GroupMenu } from './GroupMenu.tsx';
import { LayerRow, type RowActions } from './LayerRow.tsx';
import classes from './layers.module.css';
import { NameField } from './NameField.tsx';

interface Props {
  project: Project;
  canvas: Canvas;
  group: Group;
  layers: Layer[];
  active: string | null;
  /** Its look is what the panel shows. */
  chosen: boolean;
  onChoose(): void;
  actions: RowActions;
}

/** A group with its layers below it. */
export function GroupRow({ project, canvas, group, layers, active, chosen, onChoose, actions }: Props) {
  const studio = useStudio();
  const [naming, setNaming] = useState(false);
  const [menu, setMenu] = useState(false);
  const [over, setOver] = useState(false);
  const collapsed = canvas.view.collapsed.includes(group.id);
  const at = { canvas: canvas.id, group: group.id };
  const set = (change: Partial<Omit<Group, 'id'>>) => act(studio.layers.setGroup({ ...at, ...change }));
  const Chevron = collapsed ? IconChevronRight : IconChevronDown;

  return (
    <li className={classes.group}>
      <div
        className={classes.row}
        data-active={chosen || undefined}
        data-hidden={!group.visible || undefined}
        data-into={over || undefined}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
        onDragOver={(event) => {
          if (!actions.dragging) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!actions.dragging) return;
          event.preventDefault();
          setOver(false);
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
            aria-pressed={chosen}
            onClick={onChoose}
            onDoubleClick={() => setNaming(true)}
            onKeyDown={(event) => event.key === 'F2' && setNaming(true)}
          >
            {group.name}
          </button>
        )}
        {group.blend !== 'pass-through' && (
          <span className={classes.note}>{t.layers.blends[group.blend]}</span>
        )}
        {group.locked && (
          <Tooltip label={t.layers.unlock}>
            <ActionIcon
              size={24}
              aria-label={t.layers.lockedName(group.name)}
              onClick={() => void set({ locked: false })}
            >
              <IconLock size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <GroupMenu
          canvas={canvas}
          group={group}
          opened={menu}
          onChange={setMenu}
          onRename={() => setNaming(true)}
        />
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
