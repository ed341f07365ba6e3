import { NativeSelect, Slider, Text } from '@mantine/core';
import { useState } from 'react';
import { blendModes, type BlendMode } from '../../src-main/contract/layers.ts';
import type { Layer } from '../../src-main/contract/document.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './layers.module.css';

/** How the active layer meets what lies below it. */
export function LayerLook({ layer }: { layer: Layer }) {
  const studio = useStudio();
  const [opacity, setOpacity] = useState<number | null>(null);
  const set = (change: { blend?: BlendMode; opacity?: number }) =>
    act(studio.layers.set({ layer: layer.id, ...change }));
  const shown = opacity ?? Math.round(layer.opacity * 100);
  return (
    <div className={classes.look}>
      <NativeSelect
        size="xs"
        aria-label={t.layers.blend}
        disabled={layer.locked}
        value={layer.blend}
        data={blendModes.map((value) => ({ value, label: t.layers.blends[value] }))}
        onChange={(event) => void set({ blend: event.currentTarget.value as BlendMode })}
      />
      <Slider
        className={classes.opacity}
        size={4}
        min={0}
        max={100}
        disabled={layer.locked}
        value={shown}
        label={null}
        thumbLabel={t.layers.opacity}
        onChange={setOpacity}
        onChangeEnd={(value) => void set({ opacity: value / 100 }).then(() => setOpacity(null))}
      />
      <Text fz="xs" className={classes.figures}>
        {shown} %
      </Text>
    </div>
  );
}
