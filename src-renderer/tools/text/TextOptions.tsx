import { ColorInput, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { IconAlignCenter, IconAlignLeft, IconAlignRight } from '@tabler/icons-react';
import type { LayerText } from '../../../src-main/contract/layers.ts';
import { t } from '../../strings/index.ts';
import { Confirm } from '../Confirm.tsx';
import { textTool, useText, type TextStyle } from './state.ts';

const families: readonly LayerText['family'][] = ['Inter', 'sans-serif', 'serif', 'monospace', 'cursive'];
const weights = ['300', '400', '500', '600', '700', '800', '900'];
const aligns = { left: IconAlignLeft, center: IconAlignCenter, right: IconAlignRight } as const;
const set = (change: Partial<TextStyle>) => useText.setState((s) => ({ style: { ...s.style, ...change } }));

/** How a text looks. */
export function Options() {
  const style = useText((s) => s.style);
  const writing = useText((s) => s.writing !== null);
  return (
    <>
      <Select
        size="xs"
        w={120}
        aria-label={t.text.family}
        data={families.map((value) => ({ value, label: t.text.families[value] }))}
        value={style.family}
        allowDeselect={false}
        onChange={(value) => value && set({ family: value as LayerText['family'] })}
      />
      <NumberInput
        size="xs"
        w={76}
        aria-label={t.text.size}
        min={4}
        max={4_000}
        value={style.size}
        onChange={(value) => typeof value === 'number' && value >= 4 && set({ size: value })}
      />
      <Select
        size="xs"
        w={88}
        aria-label={t.text.weight}
        data={weights.map((value) => ({ value, label: t.text.weights[value] ?? value }))}
        value={String(style.weight)}
        allowDeselect={false}
        onChange={(value) => value && set({ weight: Number(value) })}
      />
      <ColorInput
        size="xs"
        w={108}
        aria-label={t.text.colour}
        eyeDropperButtonProps={{ 'aria-label': t.text.pick }}
        value={style.colour}
        onChange={(colour) => /^#[0-9a-f]{6}$/i.test(colour) && set({ colour })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t.text.align}
        value={style.align}
        onChange={(value) => set({ align: value as LayerText['align'] })}
        data={(['left', 'center', 'right'] as const).map((value) => {
          const Glyph = aligns[value];
          return { value, label: <Glyph size={16} stroke={1.6} aria-label={t.text.aligns[value]} /> };
        })}
      />
      {writing && (
        <Confirm
          onKeep={() => void textTool.current?.commit()}
          onCancel={() => textTool.current?.cancel()}
          keys="mod+enter"
        />
      )}
    </>
  );
}
