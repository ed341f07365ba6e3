import { Kbd, Modal, Text } from '@mantine/core';
import { actionIds, actionOf } from '../actions/registry.ts';
import { onMac, readable } from '../actions/shortcuts.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './settings.module.css';

/** Every shortcut, read off the actions themselves. */
export function ShortcutsDialog() {
  const opened = useStore((s) => s.dialog === 'shortcuts');
  const rows = actionIds.flatMap((id) => {
    const keys = actionOf(id).keys?.[0];
    return keys ? [{ id, label: t.actions[id], keys }] : [];
  });
  return (
    <Modal
      opened={opened}
      onClose={() => useStore.setState({ dialog: null })}
      title={<Text fw={600}>{t.shortcuts.title}</Text>}
      closeButtonProps={{ 'aria-label': t.notices.dismiss }}
      size="lg"
    >
      <dl className={classes.shortcuts}>
        {rows.map(({ id, label, keys }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Kbd>{readable(keys, onMac())}</Kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.actions.compare}</dt>
          <dd>
            <Kbd>\</Kbd> {t.shortcuts.hold}
          </dd>
        </div>
      </dl>
    </Modal>
  );
}
