import { Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconDownload, IconFileImport, IconMask, IconPlus } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useAction } from '../actions/perform.ts';
import { act } from '../state/ask.ts';
import { useActiveCanvas } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';
import { chooseMask, loadMasks, saveMask } from './act.ts';
import { MenuButton } from './MenuButton.tsx';
import { RegionRow } from './RegionRow.tsx';
import classes from './regions.module.css';
import { useRegions } from './shown.ts';

/** The regions that are kept of the active canvas; a mask file that is dropped here becomes the selection. */
export function RegionsPanel() {
  const regions = useRegions();
  const selection = useActiveCanvas()?.selection;
  const [over, setOver] = useState(false);
  const keep = useAction('region-save');
  const holds = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const move = (id: string, to: number) => {
    const others = regions.filter((region) => region.id !== id);
    if (to >= 0 && to <= others.length)
      void act(studio().regions.move({ region: id, before: others[to]?.id ?? null }));
  };

  return (
    <div
      className={classes.panel}
      data-takes-files
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holds(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!holds(event)) return;
        event.preventDefault();
        void loadMasks([...event.dataTransfer.files]);
      }}
    >
      <Group className={classes.head} gap={4} wrap="nowrap">
        <Tooltip label={keep.shortcut ? `${keep.label} (${keep.shortcut})` : keep.label}>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
            disabled={!keep.enabled}
            onClick={keep.perform}
          >
            {t.regions.keepShort}
          </Button>
        </Tooltip>
        <MaskMenu />
      </Group>
      {regions.length === 0 ? (
        <div className={classes.empty}>
          <Text fz="sm" fw={550}>
            {t.regions.empty}
          </Text>
          <Text fz="xs" c="dimmed">
            {t.regions.emptyHint}
          </Text>
        </div>
      ) : (
        <ul className={classes.list} aria-label={t.regions.list}>
          {regions.map((region, i) => (
            <RegionRow
              key={region.id}
              region={region}
              selected={!!region.shape?.mask && region.shape.mask === selection?.mask}
              onMove={(by) => move(region.id, i + by)}
              onDropped={(id) => id !== region.id && move(id, i)}
            />
          ))}
        </ul>
      )}
      {over && <div className={classes.drop}>{t.regions.drop}</div>}
    </div>
  );
}

/** Masks in and out. */
function MaskMenu() {
  const pending = useStore((s) => s.pending !== null);
  const mask = useActiveCanvas()?.selection?.mask;
  const none = !mask || pending;
  const size = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <MenuButton label={t.regions.masks} icon={IconMask} size={28}>
      <Menu.Item leftSection={<IconFileImport {...size} />} onClick={() => void chooseMask()}>
        {t.regions.load}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconDownload {...size} />}
        disabled={none}
        onClick={() => void saveMask('png')}
      >
        {t.regions.savePng}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconDownload {...size} />}
        disabled={none}
        onClick={() => void saveMask('coco')}
      >
        {t.regions.saveCoco}
      </Menu.Item>
    </MenuButton>
  );
}
