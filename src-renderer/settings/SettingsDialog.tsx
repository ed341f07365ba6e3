import { Modal, Tabs, Text } from '@mantine/core';
import { useState, type ComponentType } from 'react';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { About } from './About.tsx';
import { DataFolder } from './DataFolder.tsx';
import { Look } from './Look.tsx';
import { Memory } from './Memory.tsx';
import { Plans } from './Plans.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Speech } from './Speech.tsx';
import classes from './settings.module.css';

const sections: Record<keyof typeof t.settings.sections, ComponentType> = {
  look: Look,
  language: Speech,
  work: Plans,
  memory: Memory,
  data: DataFolder,
  keys: Shortcuts,
  about: About,
};
type Section = keyof typeof sections;
const sectionIds = Object.keys(sections) as Section[];

/** How the studio looks, speaks and works. */
export function SettingsDialog() {
  const opened = useStore((s) => s.dialog === 'settings' && s.app !== null);
  const [section, setSection] = useState<Section>('look');
  return (
    <Modal
      opened={opened}
      onClose={() => useStore.setState({ dialog: null })}
      title={<Text fw={600}>{t.settings.title}</Text>}
      closeButtonProps={{ 'aria-label': t.settings.close }}
      size={760}
      classNames={{ body: classes.body }}
    >
      <Tabs
        orientation="vertical"
        variant="none"
        keepMounted={false}
        value={section}
        onChange={(id) => setSection(id as Section)}
        classNames={{
          root: classes.root,
          list: classes.sections,
          tab: classes.section,
          tabLabel: classes.sectionLabel,
          panel: classes.panel,
        }}
      >
        <Tabs.List aria-label={t.settings.title}>
          {sectionIds.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t.settings.sections[id]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sectionIds.map((id) => {
          const Content = sections[id];
          return (
            <Tabs.Panel key={id} value={id} tabIndex={0}>
              <Content />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Modal>
  );
}
