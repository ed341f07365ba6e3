import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { onMac, readable } from '../actions/shortcuts.ts';
import { t } from '../strings/index.ts';

/** Keeps or gives up what a tool has under way. */
export function Confirm({
  onKeep,
  onCancel,
  keys = 'enter',
}: {
  onKeep: () => void;
  onCancel: () => void;
  keys?: string;
}) {
  return (
    <>
      <Tooltip label={`${t.toolOptions.cancel} (${readable('escape', onMac())})`}>
        <ActionIcon size={28} aria-label={t.toolOptions.cancel} onClick={onCancel}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t.toolOptions.keep} (${readable(keys, onMac())})`}>
        <ActionIcon size={28} variant="filled" color="glass" aria-label={t.toolOptions.keep} onClick={onKeep}>
          <IconCheck size={16} stroke={2} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
