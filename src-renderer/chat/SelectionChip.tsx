import { CloseButton } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import type { Selection } from '../../src-main/contract/document.ts';
import { perform } from '../actions/perform.ts';
import { showsTint } from '../canvas/tint.ts';
import { useActiveCanvas } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { clockSpan, percent } from '../strings/format.ts';
import classes from './chat.module.css';

/** What "this" means at the moment, in words. */
export function describeSelection({ region, area }: Selection): string {
  if (region.time) return t.chat.chipTime(...clockSpan(region.time));
  return t.chat.chip(percent(area));
}

/** In the composer: what "this" will mean. */
export function SelectionChip() {
  const selection = useActiveCanvas()?.selection;
  if (!selection || (!selection.area && !selection.region.time)) return null;
  return (
    <span className={classes.selectionChip} {...showsTint}>
      <IconFocus2 size={14} stroke={1.8} aria-hidden />
      {describeSelection(selection)}
      <CloseButton
        size={18}
        iconSize={12}
        aria-label={t.chat.chipClear}
        onClick={() => perform('deselect')}
      />
    </span>
  );
}
