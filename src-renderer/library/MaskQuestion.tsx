import { Alert, Button, Text } from '@mantine/core';
import { IconMask } from '@tabler/icons-react';
import { useState } from 'react';
import { loadMasks } from '../regions/act.ts';
import { useProject } from '../state/select.ts';
import { useStore, type MaskFile } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { importFiles } from './importing.ts';
import classes from './library.module.css';

const answered = (one: MaskFile) =>
  useStore.setState(({ masks }) => ({ masks: masks.filter((other) => other !== one) }));

/** What a file that looks like a mask of the photo is meant to be: asked, since it could be either. */
export function MaskQuestion() {
  const [one] = useStore((s) => s.masks);
  const there = useProject()?.canvases.some(({ id }) => id === one?.canvas) ?? false;
  const [busy, setBusy] = useState(false);
  if (!one) return null;
  const take = async (work: Promise<unknown>) => {
    setBusy(true);
    await work;
    setBusy(false);
    answered(one);
  };
  return (
    <Alert
      color="glass"
      variant="light"
      radius={0}
      p="8px 16px"
      role="status"
      icon={<IconMask size={18} stroke={1.6} aria-hidden />}
      withCloseButton
      closeButtonLabel={t.drop.neither}
      onClose={() => answered(one)}
      classNames={{ message: classes.question }}
    >
      <Text fz="sm" component="span">
        {t.drop.mask(one.file.name)}
      </Text>
      <Button
        size="compact-xs"
        disabled={busy || !there}
        onClick={() => void take(loadMasks([one.file], one.canvas))}
      >
        {t.drop.asSelection}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={busy}
        onClick={() => void take(importFiles([one.file]))}
      >
        {t.drop.asPhoto}
      </Button>
    </Alert>
  );
}
