import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import type { Result } from '../../src-main/contract/result.ts';
import { layersOn, lockOf } from '../../src-main/contract/stack.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';

interface Props {
  project: Project;
  canvas: Canvas;
  layer: Layer;
  opened: boolean;
  onChange(opened: boolean): void;
  onRename(): void;
  onStep(by: 1 | -1): void;
}

/** Everything that can be done to a layer. */
export function LayerMenu({ project, canvas, layer, opened, onChange, onRename, onStep }: Props) {
  const studio = useStudio();
  const at = { layer: layer.id };
  const layers = layersOn(project, canvas.id);
  const lowest = layers[0]?.id === layer.id;
  const topmost = layers.at(-1)?.id === layer.id;
  const run = (make: () => Promise<Result<unknown>>) => () => void act(make());
  const item = (label: string, perform: () => void, enabled = true) => (
    <Menu.Item disabled={!enabled} onClick={perform}>
      {label}
    </Menu.Item>
  );
  const free = lockOf(canvas, layer) === null;
  const below = layers[layers.findIndex((l) => l.id === layer.id) - 1];
  return (
    <Menu opened={opened} onChange={onChange} returnFocus>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t.layers.menuOf(layer.name)}>
          <IconDots size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      {opened && (
        <Menu.Dropdown aria-label={t.layers.menuOf(layer.name)}>
          {item(t.layers.rename, onRename)}
          {item(
            t.layers.duplicate,
            run(() => studio.layers.duplicate({ ...at, noun: t.layers.copy })),
          )}
          {item(
            layer.locked ? t.layers.unlock : t.layers.lock,
            run(() => studio.layers.set({ ...at, locked: !layer.locked })),
          )}
          <Menu.Divider />
          {item(t.layers.up, () => onStep(1), !topmost || layer.group !== null)}
          {item(t.layers.down, () => onStep(-1), !lowest || layer.group !== null)}
          <Menu.Divider />
          {layer.mask
            ? item(
                t.layers.maskRemove,
                run(() => studio.layers.mask({ ...at, from: 'none' })),
                free,
              )
            : item(
                t.layers.mask,
                run(() => studio.layers.mask({ ...at, from: 'selection' })),
                free && Boolean(canvas.selection?.mask),
              )}
          {item(
            t.layers.fill,
            run(() => studio.layers.place({ ...at, placement: null })),
            free && layer.placement !== null,
          )}
          <Menu.Divider />
          {item(
            t.layers.mergeDown,
            run(() => studio.layers.mergeDown(at)),
            free && below?.group === layer.group,
          )}
          {item(
            t.layers.flatten,
            run(() => studio.layers.flatten({ canvas: canvas.id })),
            layers.length > 1,
          )}
          {item(
            t.layers.remove,
            run(() => studio.layers.remove(at)),
            free && layers.length > 1,
          )}
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
