import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './panels.module.css';
import type { PanelId } from './ids.ts';
import { panelIds, panels } from './panels.ts';

const show = (panel: PanelId | null) => useStore.setState({ panel });

/** Beside the canvas: one panel at a time, or none. */
export function Dock() {
  const open = useStore((s) => s.panel);
  if (!open) return null;
  const { panel: Panel } = panels[open];
  return (
    <aside className={classes.dock} aria-label={t.panels.label}>
      <div className={classes.head}>
        <Tabs
          className={classes.tabs}
          variant="none"
          value={open}
          onChange={(id) => show(id as PanelId)}
          classNames={{ tab: classes.tab }}
        >
          <Tabs.List aria-label={t.panels.label}>
            {panelIds.map((id) => (
              <Tabs.Tab key={id} value={id}>
                {t.panels.names[id]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Tooltip label={t.panels.close}>
          <ActionIcon size={28} aria-label={t.panels.close} onClick={() => show(null)}>
            <IconX size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.panel} role="tabpanel" aria-label={t.panels.names[open]}>
        <Panel />
      </div>
    </aside>
  );
}
