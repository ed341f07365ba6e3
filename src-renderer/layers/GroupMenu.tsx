import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Canvas } from '../../src-main/contract/document.ts';
import type { Group } from '../../src-main/contract/layers.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';

interface Props {
  canvas: Canvas;
  group: Group;
  opened: boolean;
  onChange(opened: boolean): void;
  onRename(): void;
}

/** Everything that can be done to a group. */
export function GroupMenu({ canvas, group, opened, onChange, onRename }: Props) {
  const studio = useStudio();
  const at = { canvas: canvas.id, group: group.id };
  return (
    <Menu opened={opened} onChange={onChange} returnFocus>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t.layers.menuOf(group.name)}>
          <IconDots size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      {opened && (
        <Menu.Dropdown aria-label={t.layers.menuOf(group.name)}>
          <Menu.Item onClick={onRename}>{t.layers.rename}</Menu.Item>
          <Menu.Item onClick={() => void act(studio.layers.setGroup({ ...at, locked: !group.locked }))}>
            {group.locked ? t.layers.unlock : t.layers.lock}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item disabled={group.locked} onClick={() => void act(studio.layers.ungroup(at))}>
            {t.layers.ungroup}
          </Menu.Item>
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
