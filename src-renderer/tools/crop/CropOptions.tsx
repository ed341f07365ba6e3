import { Select, Slider, Text } from '@mantine/core';
import { figure } from '../../strings/format.ts';
import { t } from '../../strings/index.ts';
import { stage } from '../../canvas/current.ts';
import { Confirm } from '../Confirm.tsx';
import classes from '../tools.module.css';
import { cropTool, useCrop } from './state.ts';

/** Width over height. */
const shapes: Record<string, number> = {
  '1:1': 1,
  '4:3': 4 / 3,
  '3:2': 3 / 2,
  '16:9': 16 / 9,
  '3:4': 3 / 4,
  '2:3': 2 / 3,
  '9:16': 9 / 16,
  '4:5': 4 / 5,
};

/** The frame's shape, and by how much the picture is turned under it. */
export function Options() {
  const { box, aspect, degrees } = useCrop();
  const { width, height } = stage.current?.picture ?? { width: 1, height: 1 };
  const near = (value: number) => aspect !== null && Math.abs(value - aspect) < 1e-6;
  const chosen =
    aspect === null ? 'free' : (Object.keys(shapes).find((name) => near(shapes[name]!)) ?? 'original');
  return (
    <>
      <Select
        size="xs"
        w={112}
        aria-label={t.crop.shape}
        data={[
          { value: 'free', label: t.crop.free },
          { value: 'original', label: t.crop.original },
          ...Object.keys(shapes).map((value) => ({ value, label: value.replace(':', ' : ') })),
        ]}
        value={chosen}
        allowDeselect={false}
        onChange={(value) =>
          cropTool.current?.shape(value === 'free' ? null : (shapes[value ?? ''] ?? width / height))
        }
      />
      <Text fz="xs" component="label" id="straighten-label">
        {t.crop.straighten}
      </Text>
      <Slider
        w={140}
        size={4}
        min={-45}
        max={45}
        step={0.1}
        value={degrees}
        marks={[{ value: 0 }]}
        label={(value) => `${figure(value, 1)}°`}
        thumbLabel={t.crop.straighten}
        onChange={(value) => cropTool.current?.turn(value)}
      />
      {box && (
        <Text fz="xs" className={classes.figures}>
          {t.crop.size(Math.round(box.x2 - box.x1), Math.round(box.y2 - box.y1))}
        </Text>
      )}
      <Confirm onKeep={() => cropTool.current?.commit()} onCancel={() => cropTool.current?.cancel()} />
    </>
  );
}
