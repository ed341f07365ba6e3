import { ActionIcon, Slider, Stack, Tooltip } from '@mantine/core';
import {
  IconBrush,
  IconEraser,
  IconHandStop,
  IconPointer,
  IconSquareDashed,
  type Icon,
} from '@tabler/icons-react';
import { actionOf } from '../actions/registry.ts';
import { perform } from '../actions/perform.ts';
import { onMac, readable } from '../actions/shortcuts.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { toolIds } from './index.ts';
import classes from './tools.module.css';
import type { ToolId } from './tool.ts';

const icons: Record<ToolId, Icon> = {
  point: IconPointer,
  box: IconSquareDashed,
  brush: IconBrush,
  eraser: IconEraser,
  hand: IconHandStop,
};

/** The tools at the left edge of the canvas. */
export function Toolbar() {
  const tool = useStore((s) => s.tool);
  const painting = tool === 'brush' || tool === 'eraser';
  return (
    <div className={classes.rail}>
      <Stack
        gap={2}
        className={classes.tools}
        role="toolbar"
        aria-label={t.tools.label}
        aria-orientation="vertical"
      >
        {toolIds.map((id) => {
          const Glyph = icons[id];
          const label = t.actions[`tool-${id}`];
          return (
            <Tooltip
              key={id}
              position="right"
              multiline
              label={
                <>
                  <div>{`${label} (${readable(actionOf(`tool-${id}`).keys![0]!, onMac())})`}</div>
                  <div className={classes.hint}>{t.tools.hints[id]}</div>
                </>
              }
            >
              <ActionIcon
                size={36}
                aria-label={label}
                aria-pressed={tool === id}
                variant={tool === id ? 'filled' : 'subtle'}
                color={tool === id ? 'glass' : 'gray'}
                onClick={() => perform(`tool-${id}`)}
              >
                <Glyph size={20} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          );
        })}
      </Stack>
      {painting && <BrushSize />}
    </div>
  );
}

function BrushSize() {
  const brush = useStore((s) => s.brush);
  return (
    <div className={classes.size}>
      <Slider
        orientation="vertical"
        h={112}
        min={6}
        max={240}
        size={4}
        value={brush}
        onChange={(value) => useStore.setState({ brush: value })}
        label={(value) => `${value} px`}
        thumbLabel={t.tools.brushSize}
      />
    </div>
  );
}
