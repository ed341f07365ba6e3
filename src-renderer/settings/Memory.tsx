import { Slider, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MemoryUse } from '../../src-main/contract/models.ts';
import { Bar } from '../feedback/Bar.tsx';
import { ask } from '../state/ask.ts';
import { bytes, percent } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { useSettings } from './use-settings.ts';

/** How often what is in use is read anew, in ms. */
const EVERY = 2_000;
/** Steps of the slider: sixteenths of the machine's memory, at least one and never all of it. */
const STEPS = 16;

/** How much memory models may take, and what takes it now. */
export function Memory() {
  const studio = useStudio();
  const [, set] = useSettings();
  const [use, setUse] = useState<MemoryUse | null>(null);
  const [wish, setWish] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const now = await ask(studio.app.memory());
      if (wanted && now) setUse(now);
    };
    void look();
    const timer = setInterval(() => void look(), EVERY);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [studio]);
  if (!use) return null;

  const { total, budget, used, held } = use;
  const step = total / STEPS;
  const value = wish ?? Math.round(budget / step);
  const text = (steps: number) => t.settings.memoryOf(percent(steps / STEPS), bytes(steps * step));
  return (
    <Stack gap={24}>
      <Stack gap={6}>
        <Text fz="sm" fw={500}>
          {t.settings.memory}
        </Text>
        <Slider
          min={1}
          max={STEPS - 1}
          value={value}
          onChange={setWish}
          onChangeEnd={(steps) => set({ modelMemory: Math.round(steps * step) })}
          label={null}
          thumbLabel={t.settings.memory}
          thumbProps={{ 'aria-valuetext': text(value) }}
        />
        <Text fz="sm">{text(value)}</Text>
        <Text fz="xs" c="dimmed">
          {t.settings.memoryNote}
        </Text>
      </Stack>
      <Stack gap={6}>
        <Text fz="sm" fw={500}>
          {t.settings.memoryUsed(bytes(used), bytes(budget))}
        </Text>
        <Bar share={budget ? used / budget : 0} label={t.settings.memoryUsed(bytes(used), bytes(budget))} />
        {held.length === 0 ? (
          <Text fz="xs" c="dimmed">
            {t.settings.memoryNone}
          </Text>
        ) : (
          held.map((model, index) => (
            <Text fz="xs" key={index}>
              {t.settings.memoryHeld(model.name, bytes(model.bytes))}
            </Text>
          ))
        )}
      </Stack>
    </Stack>
  );
}
