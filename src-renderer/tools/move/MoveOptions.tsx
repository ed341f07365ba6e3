import { ActionIcon, Button, NumberInput, Switch, Text, Tooltip } from '@mantine/core';
import { IconFlipHorizontal, IconFlipVertical, IconLock, IconLockOpen } from '@tabler/icons-react';
import { activeLayer, lockOf } from '../../../src-main/contract/stack.ts';
import { act } from '../../state/ask.ts';
import { useActiveCanvas, useProject } from '../../state/select.ts';
import { t } from '../../strings/index.ts';
import { useStudio } from '../../transport/studio.ts';
import { Confirm } from '../Confirm.tsx';
import type { TurnedBox } from '../work/box.ts';
import classes from '../tools.module.css';
import { hasMoved, moveTool, useMove } from './state.ts';

const fields = ['x', 'y', 'width', 'height', 'degrees'] as const;

/** Where the layer or the thing lies, in figures. */
export function Options() {
  const { about, box, from, copy } = useMove();
  const moved = useMove(hasMoved);
  if (!about || !box || !from) return <Nothing />;
  const put = (change: Partial<TurnedBox>) => moveTool.current?.put({ ...box, ...change });
  const shown: Record<(typeof fields)[number], number> = {
    x: box.x - Math.abs(box.width) / 2,
    y: box.y - Math.abs(box.height) / 2,
    width: Math.abs(box.width),
    height: Math.abs(box.height),
    degrees: box.degrees,
  };
  const change = (field: (typeof fields)[number], value: number) => {
    if (field === 'x') put({ x: value + Math.abs(box.width) / 2 });
    else if (field === 'y') put({ y: value + Math.abs(box.height) / 2 });
    else if (field === 'degrees') put({ degrees: value });
    else if (value >= 1 && about === 'thing') {
      // A thing keeps its proportions.
      const ratio = value / Math.abs(box[field]);
      put({ width: box.width * ratio, height: box.height * ratio });
    } else if (value >= 1) put({ [field]: Math.sign(box[field]) * value });
  };
  return (
    <>
      {fields.map((field) => (
        <NumberInput
          key={field}
          size="xs"
          w={field === 'degrees' ? 72 : 68}
          hideControls
          decimalScale={1}
          aria-label={t.move.fields[field]}
          leftSection={<span aria-hidden>{t.move.letters[field]}</span>}
          leftSectionWidth={22}
          value={Math.round(shown[field] * 10) / 10}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void moveTool.current?.commit();
            if (event.key === 'Escape') moveTool.current?.cancel();
          }}
          onChange={(value) =>
            typeof value === 'number' &&
            Math.abs(value - shown[field]) > 0.05 &&
            Math.abs(value) < 100_000 &&
            change(field, value)
          }
        />
      ))}
      <Tooltip label={t.move.flipX}>
        <ActionIcon size={28} aria-label={t.move.flipX} onClick={() => put({ width: -box.width })}>
          <IconFlipHorizontal size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.move.flipY}>
        <ActionIcon size={28} aria-label={t.move.flipY} onClick={() => put({ height: -box.height })}>
          <IconFlipVertical size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {about === 'thing' && (
        <Switch
          size="xs"
          label={t.move.copy}
          checked={copy}
          onChange={(event) => useMove.setState({ copy: event.currentTarget.checked })}
        />
      )}
      {moved && (
        <Confirm onKeep={() => void moveTool.current?.commit()} onCancel={() => moveTool.current?.cancel()} />
      )}
    </>
  );
}

/** Why there is nothing to take hold of, and the way out where there is one. */
function Nothing() {
  const studio = useStudio();
  const project = useProject();
  const canvas = useActiveCanvas();
  const layer = project && canvas && activeLayer(project, canvas);
  const lock = canvas && layer && lockOf(canvas, layer);
  if (!lock) return <Text fz="xs">{t.move.nothing}</Text>;
  const unlock = () =>
    lock === layer
      ? studio.layers.set({ layer: layer.id, locked: false })
      : studio.layers.setGroup({ canvas: canvas.id, group: lock.id, locked: false });
  return (
    <>
      <Text fz="xs" className={classes.locked}>
        <IconLock size={14} stroke={1.6} aria-hidden />
        {t.move.locked(lock.name)}
      </Text>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconLockOpen size={14} stroke={1.6} aria-hidden />}
        onClick={() => void act(unlock())}
      >
        {t.layers.unlock}
      </Button>
    </>
  );
}
