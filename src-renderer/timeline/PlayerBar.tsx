import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { TimeRange } from '../../src-main/contract/region.ts';
import { t } from '../strings/index.ts';
import { clock, clockSpan } from '../strings/format.ts';
import classes from './timeline.module.css';
import { spanOf } from './range.ts';

interface Props {
  playing: boolean;
  position: number;
  duration: number;
  span: TimeRange | null;
  hint: string;
  onToggle(): void;
  onSpan(span: TimeRange | null): void;
}

const FIVE_SECONDS = 5_000_000;

/** Play, where it is, and what is selected. */
export function PlayerBar({ playing, position, duration, span, hint, onToggle, onSpan }: Props) {
  const Glyph = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  const label = playing ? t.time.pause : t.time.play;
  return (
    <Group gap={12} wrap="nowrap" className={classes.bar}>
      <Tooltip label={label}>
        <ActionIcon
          variant="filled"
          color="glass"
          size={36}
          radius="xl"
          aria-label={label}
          onClick={onToggle}
        >
          <Glyph size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Text fz="sm" className={classes.figures}>
        {clock(position, duration)} <span className={classes.faint}>/ {clock(duration, duration)}</span>
      </Text>
      <Text fz="xs" className={classes.spanText} {...(!span && { c: 'dimmed' })} truncate>
        {span ? t.time.range(...clockSpan(span)) : hint}
      </Text>
      {span ? (
        <Button size="compact-sm" variant="default" onClick={() => onSpan(null)}>
          {t.time.clear}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onSpan(spanOf(position, position + FIVE_SECONDS, duration))}
        >
          {t.time.selectFromHere}
        </Button>
      )}
    </Group>
  );
}
