import {
  ActionIcon,
  ColorInput,
  NativeSelect,
  Popover,
  Slider,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconPalette, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useEscape } from '../feedback/use-escape.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { colourNames, swatches } from './colours.ts';
import { everything, type Search, type Sort } from './find.ts';
import classes from './sheet.module.css';

interface Props {
  search: Search;
  onSearch(search: Search): void;
  size: number;
  onSize(size: number): void;
  shown: number;
  total: number;
}

/** Above the sheet: what is looked for, in which order, and how large. */
export function SheetTools({ search, onSearch, size, onSize, shown, total }: Props) {
  const narrowed = search.text !== '' || search.colour !== null;
  return (
    <div className={classes.tools} role="search">
      <TextInput
        className={classes.search}
        size="sm"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        aria-label={t.sheet.search}
        placeholder={t.sheet.searchHint}
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.currentTarget.value })}
        rightSection={
          narrowed && (
            <ActionIcon
              size={24}
              aria-label={t.sheet.clear}
              onClick={() => onSearch({ ...everything, sort: search.sort })}
            >
              <IconX size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <ColourFilter colour={search.colour} onChoose={(colour) => onSearch({ ...search, colour })} />
      <NativeSelect
        size="sm"
        aria-label={t.sheet.sort}
        value={search.sort}
        onChange={(event) => onSearch({ ...search, sort: event.currentTarget.value as Sort })}
        data={Object.entries(t.sheet.sorts).map(([value, label]) => ({ value, label }))}
      />
      <Text fz="sm" c="dimmed" className={classes.count} role="status">
        {t.sheet.count(shown, total)}
      </Text>
      <Slider
        className={classes.size}
        size={4}
        min={96}
        max={360}
        step={8}
        value={size}
        onChange={onSize}
        label={null}
        thumbLabel={t.sheet.size}
      />
      <Tooltip label={t.sheet.close}>
        <ActionIcon
          aria-label={t.sheet.close}
          onClick={() => useStore.setState({ sheet: false, batch: null })}
        >
          <IconX size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function ColourFilter({
  colour,
  onChoose,
}: {
  colour: string | null;
  onChoose(colour: string | null): void;
}) {
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t.sheet.colour} disabled={opened}>
          <ActionIcon
            variant={colour ? 'light' : 'subtle'}
            aria-label={t.sheet.colour}
            onClick={() => setOpened(!opened)}
          >
            {colour ? (
              <span className={classes.dot} style={{ background: colour }} />
            ) : (
              <IconPalette size={18} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.sheet.colour}>
        <div className={classes.swatches}>
          {colourNames.map((name) => (
            <Tooltip key={name} label={t.sheet.colourNames[name]}>
              <UnstyledButton
                className={classes.swatch}
                style={{ background: swatches[name] }}
                aria-label={t.sheet.colourNames[name]}
                aria-pressed={colour === swatches[name]}
                onClick={() => {
                  onChoose(swatches[name]);
                  setOpened(false);
                }}
              />
            </Tooltip>
          ))}
        </div>
        <ColorInput
          mt={8}
          size="xs"
          popoverProps={{ withinPortal: false }}
          aria-label={t.sheet.colour}
          placeholder={t.sheet.anyColour}
          withEyeDropper={false}
          value={colour ?? ''}
          onChange={(value) => onChoose(/^#[0-9a-f]{6}$/i.test(value) ? value : null)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
