import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconCopy, IconMessagePlus, IconSelectAll } from '@tabler/icons-react';
import { insertText } from '../chat/insert.ts';
import { announce, notify } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useToolOptions } from './options.ts';
import { selectColour } from './pick-colour.ts';
import classes from './tools.module.css';

const copy = (colour: string) =>
  navigator.clipboard.writeText(colour).then(
    () => announce(t.tools.colourCopied(colour)),
    () => notify('warning', { code: 'no-permission', message: t.plan.copyFailed }),
  );

/** The colour that was picked, and what can be done with it. */
export function PickedColour() {
  const colour = useToolOptions((s) => s.picked);
  if (!colour)
    return (
      <Text fz="xs" c="dimmed" px={4}>
        {t.tools.pickHint}
      </Text>
    );
  const buttons = [
    [t.tools.colourCopy, IconCopy, () => void copy(colour)],
    [t.tools.colourSay, IconMessagePlus, () => insertText(colour)],
    [t.tools.colourSelect, IconSelectAll, () => void selectColour(colour, useToolOptions.getState().mode)],
  ] as const;
  return (
    <Group gap={4} wrap="nowrap">
      <span className={classes.colour}>
        <Swatch colour={colour} />
        {colour}
      </span>
      {buttons.map(([label, Glyph, act]) => (
        <Tooltip key={label} label={label}>
          <ActionIcon size={28} aria-label={label} onClick={act}>
            <Glyph size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

/** A drawing and not a style: the page's own rules forbid styles that come with the markup. */
export function Swatch({ colour, size = 14 }: { colour: string; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden className={classes.swatch}>
      <rect width="14" height="14" rx="3" fill={colour} />
    </svg>
  );
}
