import { Modal, Text } from '@mantine/core';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { Shortcuts } from './Shortcuts.tsx';

/** The shortcut sheet, read off the actions themselves. */
export function ShortcutsDialog() {
  const opened = useStore((s) => s.dialog === 'shortcuts');
  return (
    <Modal
      opened={opened}
      onClose={() => useStore.setState({ dialog: null })}
      title={<Text fw={600}>{t.shortcuts.title}</Text>}
      closeButtonProps={{ 'aria-label': t.settings.close }}
      size={760}
    >
      <Shortcuts />
    </Modal>
  );
}
