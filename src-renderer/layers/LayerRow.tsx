import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import { neighbourOf } from '../panels/neighbour.ts';
import { act } from '../state/ask.ts';
import { shownMedia, thumbOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { LayerMenu } from './LayerMenu.tsx';
import classes from './layers.module.css';
import { NameField } from './NameField.tsx';

/** What rows share: the one that is dragged, and where it may go. */
export interface RowActions {
  dragging: string | null;
  /** Makes it the layer that edits go to. */
  choose(layer: Layer): void;
  drag(layer: string | null): void;
  step(layer: Layer, by: 1 | -1): void;
  drop(target: string, above: boolean): void;
  dropInto(group: string): void;
}

interface Props {
  project: Project;
  canvas: Canvas;
  layer: Layer;
  active: boolean;
  actions: RowActions;
}

/** One layer: seen or not, what it shows, its name, its mask, its menu. */
export function LayerRow({ project, canvas, layer, active, actions }: Props) {
  const studio = useStudio();
  const [naming, setNaming] = useState(false);
  const [menu, setMenu] = useState(false);
  const [over, setOver] = useState<'above' | 'below' | null>(null);
  const thumb = thumbOf(shownMedia(project, layer));
  const set = (change: Partial<Pick<Layer, 'visible' | 'locked' | 'name'>> & { masked?: boolean }) =>
    act(studio.layers.set({ layer: layer.id, ...change }));

  const remove = async (next: HTMLElement | null) => {
    if (await act(studio.layers.remove({ layer: layer.id }))) next?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') actions.step(layer, 1);
    else if (event.altKey && event.key === 'ArrowDown') actions.step(layer, -1);
    else if (event.key === 'F2') setNaming(true);
    else if (event.key === 'Delete') void remove(neighbourOf(event.currentTarget.parentElement!));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const halfOf = (event: DragEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? ('above' as const) : ('below' as const);
  };

  return (
    <li
      className={classes.row}
      data-active={active || undefined}
      data-hidden={!layer.visible || undefined}
      data-over={over ?? undefined}
      draggable={!naming}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', layer.name);
        actions.drag(layer.id);
      }}
      onDragEnd={() => actions.drag(null)}
      onDragOver={(event) => {
        if (!actions.dragging) return;
        event.preventDefault();
        setOver(halfOf(event));
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        if (!actions.dragging) return;
        event.preventDefault();
        setOver(null);
        actions.drop(layer.id, halfOf(event) === 'above');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(true);
      }}
    >
      <Tooltip label={layer.visible ? t.layers.hide : t.layers.show}>
        <ActionIcon
          size={28}
          aria-label={t.layers.seen(layer.name)}
          aria-pressed={layer.visible}
          onClick={() => void set({ visible: !layer.visible })}
        >
          {layer.visible ? (
            <IconEye size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconEyeOff size={16} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
      {naming ? (
        <div className={classes.main}>
          <NameField
            name={layer.name}
            label={t.layers.nameOf(layer.name)}
            onDone={(name) => {
              setNaming(false);
              if (name) void set({ name });
            }}
          />
        </div>
      ) : (
        <UnstyledButton
          className={classes.main}
          data-main
          aria-current={active}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2 Delete"
          onClick={() => actions.choose(layer)}
          onDoubleClick={() => setNaming(true)}
          onKeyDown={onKeyDown}
        >
          {thumb ? (
            <img className={classes.thumb} src={studio.mediaUrl(thumb)} alt="" draggable={false} />
          ) : (
            <span className={classes.thumb} />
          )}
          <span className={classes.name}>{layer.name}</span>
          {layer.blend !== 'normal' && <span className={classes.note}>{t.layers.blends[layer.blend]}</span>}
        </UnstyledButton>
      )}
      {layer.mask && (
        <Tooltip label={layer.mask.on ? t.layers.maskOff : t.layers.maskOn}>
          <UnstyledButton
            className={classes.mask}
            aria-label={t.layers.maskOf(layer.name)}
            aria-pressed={layer.mask.on}
            data-off={!layer.mask.on || undefined}
            onClick={() => void set({ masked: !layer.mask!.on })}
          >
            <img src={studio.mediaUrl(layer.mask.hash)} alt="" draggable={false} />
          </UnstyledButton>
        </Tooltip>
      )}
      {layer.locked && (
        <Tooltip label={t.layers.unlock}>
          <ActionIcon
            size={24}
            aria-label={t.layers.lockedName(layer.name)}
            onClick={() => void set({ locked: false })}
          >
            <IconLock size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <LayerMenu
        project={project}
        canvas={canvas}
        layer={layer}
        opened={menu}
        onChange={setMenu}
        onRename={() => setNaming(true)}
        onStep={(by) => actions.step(layer, by)}
      />
    </li>
  );
}
