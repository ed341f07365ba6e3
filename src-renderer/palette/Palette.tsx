import { Modal } from '@mantine/core';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { PaletteBox } from './PaletteBox.tsx';
import classes from './palette.module.css';

const close = () => useStore.setState(({ dialog }) => (dialog === 'palette' ? { dialog: null } : {}));

/** Everything by its name. */
export function Palette() {
  const opened = useStore((s) => s.dialog === 'palette');
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      size={600}
      yOffset="12vh"
      centered={false}
      radius="lg"
      classNames={{ content: classes.content }}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label={t.palette.label}>
        <PaletteBox onClose={close} />
      </Modal.Content>
    </Modal.Root>
  );
}
