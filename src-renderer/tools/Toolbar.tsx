import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsMove,
  IconBrush,
  IconColorPicker,
  IconCrop,
  IconEraser,
  IconHandStop,
  IconLasso,
  IconPointer,
  IconPolygon,
  IconSquareDashed,
  IconTextScan2,
  IconUserScan,
  IconTypography,
  type Icon,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { perform, useShortcut } from '../actions/perform.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { toolIds } from './index.ts';
import classes from './tools.module.css';
import type { ToolId } from './tool.ts';
import { useColumns } from './use-columns.ts';

const icons: Record<ToolId, Icon> = {
  point: IconPointer,
  box: IconSquareDashed,
  lasso: IconLasso,
  polygon: IconPolygon,
  brush: IconBrush,
  eraser: IconEraser,
  words: IconTextScan2,
  picker: IconColorPicker,
  move: IconArrowsMove,
  crop: IconCrop,
  text: IconTypography,
  hand: IconHandStop,
};

/** The tools at the left edge of the canvas, and the one click that selects the subject. */
export function Toolbar() {
  const tool = useStore((s) => s.tool);
  const rail = useRef<HTMLDivElement>(null);
  const count = toolIds.length + 1;
  const columns = useColumns(rail, count);
  return (
    <div ref={rail} className={classes.rail}>
      <div
        className={classes.tools}
        style={{ gridTemplateRows: `repeat(${Math.ceil(count / columns)}, 36px)` }}
        role="toolbar"
        aria-label={t.tools.label}
        aria-orientation="vertical"
      >
        {toolIds.map((id) => (
          <ToolButton
            key={id}
            action={`tool-${id}`}
            icon={icons[id]}
            hint={t.tools.hints[id]}
            pressed={tool === id}
          />
        ))}
        <ToolButton action="select-subject" icon={IconUserScan} hint={t.tools.subjectHint} />
      </div>
    </div>
  );
}

interface ButtonProps {
  action: `tool-${ToolId}` | 'select-subject';
  icon: Icon;
  hint: string;
  pressed?: boolean;
}

function ToolButton({ action, icon: Glyph, hint, pressed }: ButtonProps) {
  const label = t.actions[action];
  const shortcut = useShortcut(action);
  return (
    <Tooltip
      position="right"
      multiline
      label={
        <>
          <div>{shortcut ? `${label} (${shortcut})` : label}</div>
          <div className={classes.hint}>{hint}</div>
        </>
      }
    >
      <ActionIcon
        size={36}
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed ? 'filled' : 'subtle'}
        color={pressed ? 'glass' : 'gray'}
        onClick={() => perform(action)}
      >
        <Glyph size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
