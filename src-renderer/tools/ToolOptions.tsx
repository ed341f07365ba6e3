import { ActionIcon, Divider, Group, Slider, Text, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowRight,
  IconCircle,
  IconLayersIntersect2,
  IconLayersSubtract,
  IconLayersUnion,
  IconRectangle,
  IconSquare,
  IconSquareDashed,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ComponentType, type FormEvent } from 'react';
import { onMac, readable } from '../actions/shortcuts.ts';
import { useStore } from '../state/store.ts';
import { percent } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { boxShapes, type BoxShape } from './box.ts';
import { Options as CropOptions } from './crop/CropOptions.tsx';
import { Options as MoveOptions } from './move/MoveOptions.tsx';
import { useToolOptions } from './options.ts';
import { PickedColour } from './PickedColour.tsx';
import { selectWords } from './pick-colour.ts';
import { Options as TextOptions } from './text/TextOptions.tsx';
import { modes, type Mode, type ToolId } from './tool.ts';
import classes from './tools.module.css';
import { useReach } from './use-columns.ts';

const modeIcons: Record<Mode, Icon> = {
  replace: IconSquare,
  add: IconLayersUnion,
  subtract: IconLayersSubtract,
  intersect: IconLayersIntersect2,
};

/** Held while pressing, as `modeOf` reads them. */
const modeKeys: Partial<Record<Mode, string>> = { add: 'shift', subtract: 'alt', intersect: 'shift+alt' };

/** Tools that work on the picture bring their own. */
const own: Partial<Record<ToolId, ComponentType>> = {
  move: MoveOptions,
  crop: CropOptions,
  text: TextOptions,
};

/** One calm line above the picture: how the chosen tool is set. */
export function ToolOptions() {
  const tool = useStore((s) => s.tool);
  const left = useReach(); // beside the tools, never over them
  if (tool === 'hand') return null;
  const Own = own[tool];
  if (Own)
    return (
      <Group className={classes.options} style={{ left }} gap={8} role="toolbar" aria-label={t.tools.options}>
        <Own />
      </Group>
    );
  const painting = tool === 'brush' || tool === 'eraser';
  return (
    <Group className={classes.options} style={{ left }} gap={8} role="toolbar" aria-label={t.tools.options}>
      {tool !== 'eraser' && tool !== 'picker' && <ModeButtons />}
      {painting && <BrushOptions />}
      {tool === 'box' && <ShapeButtons />}
      {tool === 'words' && <WordsField />}
      {tool === 'picker' && <PickedColour />}
      {tool in t.tools.notes && (
        <Text fz="xs" c="dimmed" className={classes.note}>
          {t.tools.notes[tool as keyof typeof t.tools.notes]}
        </Text>
      )}
    </Group>
  );
}

/** What the next gesture does; a key held down says otherwise for as long. */
function ModeButtons() {
  const chosen = useToolOptions((s) => s.mode);
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t.tools.mode}>
      {modes.map((mode) => {
        const Glyph = modeIcons[mode];
        const keys = modeKeys[mode];
        const label = t.tools.modes[mode];
        return (
          <Tooltip key={mode} label={keys ? `${label} (${readable(keys, onMac())})` : label}>
            <ActionIcon
              size={28}
              aria-label={label}
              aria-pressed={chosen === mode}
              variant={chosen === mode ? 'light' : 'subtle'}
              color={chosen === mode ? 'glass' : 'gray'}
              onClick={() => useToolOptions.setState({ mode })}
            >
              <Glyph size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </Group>
  );
}

const shapeIcons: Record<BoxShape, Icon> = {
  thing: IconSquareDashed,
  rectangle: IconRectangle,
  ellipse: IconCircle,
};

/** What a drag with the box tool means. */
function ShapeButtons() {
  const chosen = useToolOptions((s) => s.shape);
  return (
    <>
      <Divider orientation="vertical" my={4} />
      <Group gap={2} wrap="nowrap" role="group" aria-label={t.tools.shape}>
        {boxShapes.map((shape) => {
          const Glyph = shapeIcons[shape];
          return (
            <Tooltip key={shape} label={t.tools.shapes[shape]}>
              <ActionIcon
                size={28}
                aria-label={t.tools.shapes[shape]}
                aria-pressed={chosen === shape}
                variant={chosen === shape ? 'light' : 'subtle'}
                color={chosen === shape ? 'glass' : 'gray'}
                onClick={() => useToolOptions.setState({ shape })}
              >
                <Glyph size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          );
        })}
      </Group>
    </>
  );
}

function BrushOptions() {
  const brush = useStore((s) => s.brush);
  const hardness = useToolOptions((s) => s.hardness);
  return (
    <>
      <Divider orientation="vertical" my={4} />
      <Labelled name={t.tools.brushSize} value={t.regions.pixels(brush)}>
        <Slider
          w={96}
          size={4}
          min={6}
          max={240}
          value={brush}
          onChange={(value) => useStore.setState({ brush: value })}
          label={null}
          thumbLabel={t.tools.brushSize}
        />
      </Labelled>
      <Labelled name={t.tools.hardness} value={percent(hardness)}>
        <Slider
          w={96}
          size={4}
          min={0}
          max={100}
          step={5}
          value={Math.round(100 * hardness)}
          onChange={(value) => useToolOptions.setState({ hardness: value / 100 })}
          label={null}
          thumbLabel={t.tools.hardness}
        />
      </Labelled>
    </>
  );
}

function Labelled({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
  return (
    <Group gap={8} wrap="nowrap">
      <Text fz="xs" c="dimmed" aria-hidden className={classes.name}>
        {name}
      </Text>
      {children}
      <Text fz="xs" className={classes.value}>
        {value}
      </Text>
    </Group>
  );
}

function WordsField() {
  const [text, setText] = useState('');
  const asked = useToolOptions((s) => s.asked);
  const field = useRef<HTMLInputElement>(null);
  const busy = useStore((s) => s.pending !== null);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words) void selectWords(words);
  };
  return (
    <form onSubmit={submit} className={classes.words}>
      <TextInput
        ref={field}
        size="xs"
        w={208}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        placeholder={t.tools.wordsPlaceholder}
        aria-label={t.tools.wordsField}
      />
      <Tooltip label={t.tools.wordsFind}>
        <ActionIcon
          type="submit"
          size={28}
          aria-label={t.tools.wordsFind}
          disabled={!text.trim()}
          loading={busy}
        >
          <IconArrowRight size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </form>
  );
}
