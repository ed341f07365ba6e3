import { ActionIcon, Group, Menu, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconAt,
  IconDots,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { act } from '../state/ask.ts';
import { percent } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { Swatch } from '../tools/PickedColour.tsx';
import { studio } from '../transport/studio.ts';
import { neighbourOf } from '../panels/neighbour.ts';
import { MenuButton } from './MenuButton.tsx';
import { mention, selectRegion } from './act.ts';
import { RegionCutout } from './RegionCutout.tsx';
import classes from './regions.module.css';
import { shownName, useLightsUp, type ShownRegion } from './shown.ts';

export const draggedRegion = 'application/x-vitrail-region';

type Colour = keyof typeof t.regions.colours;

interface Props {
  region: ShownRegion;
  selected: boolean;
  /** Moves it by one place, where there is one. */
  onMove(by: -1 | 1): void;
  /** Another region was dropped here. */
  onDropped(id: string): void;
}

/** One region: its part of the picture, number and name; click it to select it. */
export function RegionRow({ region, selected, onMove, onDropped }: Props) {
  const [renaming, setRenaming] = useState(false);
  const [over, setOver] = useState(false);
  const { id, number, hidden, locked, shape } = region;
  const name = shownName(region);
  const lights = useLightsUp(id);
  const change = (changes: Partial<Pick<ShownRegion, 'name' | 'hidden' | 'locked'>>) =>
    act(studio().regions.change({ region: id, ...changes }));
  const remove = async (next: HTMLElement | null) => {
    if (await act(studio().regions.remove({ region: id }))) next?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2' && !locked) setRenaming(true);
    else if (event.key === 'Delete' && !locked) void remove(neighbourOf(event.currentTarget.parentElement!));
    else if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else return;
    event.preventDefault();
  };
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(draggedRegion);

  return (
    <li
      className={classes.row}
      data-selected={selected || undefined}
      data-over={over || undefined}
      draggable={!renaming}
      onDragStart={(event) => event.dataTransfer.setData(draggedRegion, id)}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        onDropped(event.dataTransfer.getData(draggedRegion));
      }}
      {...lights}
    >
      {renaming ? (
        <Group gap={8} wrap="nowrap" className={classes.main}>
          <RegionCutout region={region} size={36} />
          <NameField region={region} onDone={() => setRenaming(false)} />
        </Group>
      ) : (
        <UnstyledButton
          className={classes.main}
          data-main
          aria-current={selected || undefined}
          data-asleep={!shape || undefined}
          onClick={() => void selectRegion(region)}
          onDoubleClick={() => !locked && setRenaming(true)}
          onKeyDown={onKeyDown}
        >
          <RegionCutout region={region} size={36} />
          <span className={classes.names}>
            <Text component="span" fz="sm" truncate className={classes.name}>
              <Swatch colour={region.colour} size={10} /> {name}
            </Text>
            <Text component="span" fz="xs" c="dimmed" truncate>
              @{number} · {shape ? percent(shape.area) : t.regions.asleep}
            </Text>
          </span>
        </UnstyledButton>
      )}
      <Toggle on={false} label={t.regions.mention} icon={IconAt} onClick={() => mention(region)} />
      <Toggle
        on={hidden}
        label={hidden ? t.regions.show(name) : t.regions.hide(name)}
        icon={hidden ? IconEyeOff : IconEye}
        onClick={() => void change({ hidden: !hidden })}
      />
      <Toggle
        on={locked}
        label={locked ? t.regions.unlock(name) : t.regions.lock(name)}
        icon={locked ? IconLock : IconLockOpen}
        onClick={() => void change({ locked: !locked })}
      />
      <RowMenu region={region} onMove={onMove} onRename={() => setRenaming(true)} />
    </li>
  );
}

function Toggle({
  on,
  label,
  icon: Glyph,
  onClick,
}: {
  on: boolean;
  label: string;
  icon: typeof IconEye;
  onClick(): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        className={classes.toggle}
        data-on={on || undefined}
        aria-label={label}
        onClick={onClick}
      >
        <Glyph size={15} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function NameField({ region, onDone }: { region: ShownRegion; onDone(): void }) {
  const name = shownName(region);
  const [text, setText] = useState(name);
  const done = async (keep: boolean) => {
    onDone();
    const wanted = text.trim();
    if (keep && wanted && wanted !== name)
      await act(studio().regions.change({ region: region.id, name: wanted }));
  };
  return (
    <TextInput
      size="xs"
      className={classes.field}
      value={text}
      maxLength={80}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      aria-label={t.regions.nameOf(name)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void done(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') void done(false);
      }}
    />
  );
}

function RowMenu({
  region,
  onMove,
  onRename,
}: {
  region: ShownRegion;
  onMove(by: -1 | 1): void;
  onRename(): void;
}) {
  const { id, locked } = region;
  const name = shownName(region);
  const size = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <MenuButton label={t.regions.more(name)} icon={IconDots} size={24}>
      <Menu.Item leftSection={<IconAt {...size} />} onClick={() => mention(region)}>
        {t.regions.mention}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil {...size} />} disabled={locked} onClick={onRename}>
        {t.regions.rename}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconReplace {...size} />}
        disabled={locked}
        onClick={() => void act(studio().regions.redraw({ region: id }))}
      >
        {t.regions.redraw}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowUp {...size} />} onClick={() => onMove(-1)}>
        {t.regions.up}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown {...size} />} onClick={() => onMove(1)}>
        {t.regions.down}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t.regions.colour}</Menu.Label>
      <div className={classes.colours}>
        {(Object.keys(t.regions.colours) as Colour[]).map((colour) => (
          <Menu.Item
            key={colour}
            className={classes.colour}
            aria-label={t.regions.colours[colour]}
            disabled={locked}
            onClick={() => void act(studio().regions.change({ region: id, colour }))}
          >
            <Swatch colour={colour} size={18} />
          </Menu.Item>
        ))}
      </div>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash {...size} />}
        disabled={locked}
        onClick={() => void act(studio().regions.remove({ region: id }))}
      >
        {t.regions.remove}
      </Menu.Item>
    </MenuButton>
  );
}
