import { NativeSelect, Slider, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { blendModes, type BlendMode, type Group, type GroupBlend } from '../../src-main/contract/layers.ts';
import type { Canvas, Layer } from '../../src-main/contract/document.ts';
import { lockOf } from '../../src-main/contract/stack.ts';
import { stage } from '../canvas/current.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './layers.module.css';

/** How the active layer meets what lies below it. */
export function LayerLook({ canvas, layer }: { canvas: Canvas; layer: Layer }) {
  const studio = useStudio();
  return (
    <Look
      of={layer}
      modes={blendModes}
      locked={lockOf(canvas, layer) !== null}
      set={(change) => act(studio.layers.set({ layer: layer.id, ...change }))}
    />
  );
}

/** The same for a group. */
export function GroupLook({ canvas, group }: { canvas: Canvas; group: Group }) {
  const studio = useStudio();
  return (
    <Look
      of={group}
      modes={['pass-through', ...blendModes]}
      locked={group.locked}
      set={(change) => act(studio.layers.setGroup({ canvas: canvas.id, group: group.id, ...change }))}
    />
  );
}

interface Props<Blend extends GroupBlend> {
  of: { id: string; blend: Blend; opacity: number };
  modes: readonly Blend[];
  locked: boolean;
  set(change: { blend?: Blend; opacity?: number; run?: string }): Promise<unknown>;
}

function Look<Blend extends BlendMode | GroupBlend>({ of, modes, locked, set }: Props<Blend>) {
  /** Set while keys move the slider: what they do ends when they are let go. */
  const byKey = useRef(false);
  /** What keys do until the slider is left is one step to undo. */
  const [run, setRun] = useState(() => crypto.randomUUID());
  const { opacity, setOpacity, end } = useSeenOpacity(of.id, (value) =>
    set({ opacity: value / 100, ...(byKey.current && { run }) }),
  );
  const shown = opacity ?? Math.round(of.opacity * 100);
  const keysUp = () => {
    if (byKey.current && opacity !== null) end(opacity);
    byKey.current = false;
  };
  return (
    <div className={classes.look}>
      <NativeSelect
        size="xs"
        aria-label={t.layers.blend}
        disabled={locked}
        value={of.blend}
        data={modes.map((value) => ({ value, label: t.layers.blends[value] }))}
        onChange={(event) => void set({ blend: event.currentTarget.value as Blend })}
      />
      {/* The slider keeps keys to itself, and would call each of them an end. */}
      <div
        onKeyDownCapture={() => (byKey.current = true)}
        onKeyUp={keysUp}
        onBlur={() => {
          keysUp(); // a key may be let go elsewhere
          setRun(crypto.randomUUID());
        }}
      >
        <Slider
          size={4}
          min={0}
          max={100}
          disabled={locked}
          value={shown}
          label={null}
          thumbLabel={t.layers.opacity}
          onChange={setOpacity}
          onChangeEnd={(value) => !byKey.current && end(value)}
        />
      </div>
      <Text fz="xs" className={classes.figures}>
        {shown} %
      </Text>
    </div>
  );
}

/** An opacity that is seen on the canvas while it is being chosen, and kept once it is let go: one step to undo. */
function useSeenOpacity(id: string, keep: (value: number) => Promise<unknown>) {
  const [opacity, setOpacity] = useState<number | null>(null);
  useEffect(() => {
    stage.current?.stack.fade(opacity === null ? null : { id, opacity: opacity / 100 });
    return () => stage.current?.stack.fade(null);
  }, [id, opacity]);
  // What has been chosen since is still being chosen.
  const end = (value: number) =>
    void keep(value).then(() => setOpacity((now) => (now === value ? null : now)));
  return { opacity, setOpacity, end };
}
