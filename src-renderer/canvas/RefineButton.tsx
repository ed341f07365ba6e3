import { ActionIcon, Button, Checkbox, Group, Popover, Slider, Stack, Text, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import type { Refinement, Region } from '../../src-main/contract/region.ts';
import { useEscape } from '../feedback/use-escape.ts';
import { t } from '../strings/index.ts';
import classes from './canvas.module.css';
import { changeSelection } from './selecting.ts';
import type { Size } from './view.ts';

/** The sliders go this far, in shares of the picture's longer side. */
const FARTHEST = { grow: 0.03, smooth: 0.015, feather: 0.03 } as const;
type Length = keyof typeof FARTHEST;
const lengths = ['grow', 'smooth', 'feather'] as const satisfies Length[];

/** What lies under the refinement: the mask as it was found, so that a slider doesn't look for the thing anew. */
function baseOf({ selection }: Canvas): Region | null {
  if (!selection) return null;
  const { refine, ...region } = selection.region;
  if (refine || !selection.mask) return region;
  return { parts: [{ kind: 'mask', hash: selection.mask, sign: '+' }] };
}

/** Without what does nothing; `undefined` when all of it does nothing. */
function meaningful(refine: Refinement): Refinement | undefined {
  const kept = Object.entries(refine).filter(([, value]) => value);
  return kept.length ? (Object.fromEntries(kept) as Refinement) : undefined;
}

/** Grow, shrink, smooth, feather, fill: seen at once, and taken back as easily. */
export function RefineButton({ canvas, picture }: { canvas: Canvas; picture: Size }) {
  const [opened, setOpened] = useState(false);
  const before = useRef<{ whole: Region; base: Region } | null>(null);
  const [refine, setRefine] = useState<Refinement>({});
  const longer = Math.max(picture.width, picture.height);

  const open = (wanted: boolean) => {
    const base = wanted ? baseOf(canvas) : null;
    if (base) {
      const { refine: present, ...whole } = canvas.selection!.region;
      before.current = { whole, base };
      setRefine(present ?? {});
    }
    setOpened(base !== null);
  };
  const change = (changes: Partial<Refinement>) => {
    const next = { ...refine, ...changes };
    setRefine(next);
    const made = meaningful(next);
    const { whole, base } = before.current!;
    void changeSelection(() => (made ? { ...base, refine: made } : whole));
  };

  useEscape(opened, () => open(false));

  return (
    <Popover opened={opened} onChange={open} position="bottom" trapFocus returnFocus shadow="md" radius="md">
      <Popover.Target>
        <Tooltip label={t.regions.refine} disabled={opened}>
          <ActionIcon
            size={28}
            aria-label={t.regions.refine}
            aria-expanded={opened}
            disabled={!opened && !canvas.selection?.area}
            onClick={() => open(!opened)}
          >
            <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.regions.refine}>
        <Stack gap={8} w={248}>
          {lengths.map((name) => (
            <Group key={name} gap={8} wrap="nowrap">
              <Text fz="xs" className={classes.refineName}>
                {t.regions[name]}
              </Text>
              <Slider
                flex={1}
                size={4}
                min={name === 'grow' ? -FARTHEST.grow : 0}
                max={FARTHEST[name]}
                step={1 / longer}
                value={refine[name] ?? 0}
                onChange={(value) => change({ [name]: value })}
                label={null}
                thumbLabel={t.regions[name]}
              />
              <Text fz="xs" className={classes.refineValue}>
                {t.args.pixels(Math.round((refine[name] ?? 0) * longer))}
              </Text>
            </Group>
          ))}
          <Group justify="space-between" wrap="nowrap">
            <Checkbox
              size="xs"
              label={t.regions.fillHoles}
              checked={refine.fillHoles ?? false}
              onChange={(event) => change({ fillHoles: event.currentTarget.checked ? true : undefined })}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              disabled={!meaningful(refine)}
              onClick={() => change({ grow: 0, smooth: 0, feather: 0, fillHoles: undefined })}
            >
              {t.regions.refineReset}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
