import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './panels.module.css';
import type { PanelId } from './ids.ts';
import { panels } from './panels.ts';
import { panelsFor } from './shown.ts';

const show = (panel: PanelId | null) => useStore.setState({ panel });

/** At the left: one panel at a time, or none. */
export function Dock() {
  const open = useStore((s) => s.panel);
  const ids = useStore(panelsFor);
  if (!open || !ids.includes(open)) return null;
  return (
    <aside className={classes.dock} aria-label={t.panels.label}>
      <Tabs
        variant="none"
        keepMounted={false}
        value={open}
        onChange={(id) => show(id as PanelId)}
        classNames={{ root: classes.root, tab: classes.tab, panel: classes.panel }}
      >
        <div className={classes.head}>
          <Tabs.List aria-label={t.panels.label}>
            {ids.map((id) => (
              <Tabs.Tab key={id} value={id}>
                {t.panels.names[id]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tooltip label={t.panels.close}>
            <ActionIcon size={28} aria-label={t.panels.close} onClick={() => show(null)}>
              <IconX size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
        {ids.map((id) => {
          const { panel: Panel } = panels[id];
          return (
            <Tabs.Panel key={id} value={id} tabIndex={0}>
              <Panel />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </aside>
  );
}
