import { Button, Menu, Text } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ImageFormat } from '../../src-main/contract/app.ts';
import type { Result } from '../../src-main/contract/result.ts';
import { act } from '../state/ask.ts';
import { useActiveCanvas } from '../state/select.ts';
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { keepPending } from '../tools/work/pending.ts';
import { useStudio } from '../transport/studio.ts';
import { exportMenu } from './export-menu.ts';

const formats: readonly ImageFormat[] = ['png', 'jpeg', 'webp', 'avif', 'tiff'];
type Exported = { hash: string; name: string };

/** Pictures out, masks out, the original out. */
export function ExportMenu() {
  const studio = useStudio();
  const canvas = useActiveCanvas();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const pending = useStore((s) => s.pending !== null);

  useEffect(() => {
    exportMenu.current = () => setOpened(true);
    return () => {
      exportMenu.current = null;
    };
  }, []);

  const save = async (make: () => Promise<Result<Exported>>) => {
    setBusy(true);
    await keepPending();
    const file = await act(make());
    const saved = file && (await act(studio.shell.save(file)));
    setBusy(false);
    if (file && saved?.saved) announce(t.exports.saved(file.name));
  };
  const maskable = !!canvas?.selection?.mask && !pending;

  return (
    <Menu opened={opened} onChange={setOpened} returnFocus>
      <Menu.Target>
        <Button
          size="compact-md"
          px={12}
          ml={6}
          leftSection={<IconShare2 size={16} stroke={1.8} aria-hidden />}
          disabled={!canvas}
          loading={busy}
        >
          {t.exports.button}
        </Button>
      </Menu.Target>
      {canvas && (
        <Menu.Dropdown aria-label={t.exports.title}>
          {canvas.kind === 'image' && (
            <>
              <Menu.Label>{t.exports.image}</Menu.Label>
              {formats.map((format) => (
                <Menu.Item
                  key={format}
                  onClick={() => void save(() => studio.exports.image({ canvas: canvas.id, format }))}
                  rightSection={<Note text={t.exports.formatNotes[format]} />}
                >
                  {t.exports.formats[format]}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Label>
                {maskable ? t.exports.mask : `${t.exports.mask}: ${t.exports.maskNone}`}
              </Menu.Label>
              <Menu.Item
                disabled={!maskable}
                onClick={() => void save(() => studio.exports.mask({ canvas: canvas.id, form: 'png' }))}
              >
                {t.exports.maskPng}
              </Menu.Item>
              <Menu.Item
                disabled={!maskable}
                onClick={() => void save(() => studio.exports.mask({ canvas: canvas.id, form: 'coco' }))}
              >
                {t.exports.maskCoco}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item
            onClick={() => void save(() => studio.exports.original({ canvas: canvas.id }))}
            rightSection={<Note text={t.exports.originalNote} />}
          >
            {t.exports.original}
          </Menu.Item>
        </Menu.Dropdown>
      )}
    </Menu>
  );
}

function Note({ text }: { text: string }) {
  return (
    <Text fz="xs" c="dimmed" component="span">
      {text}
    </Text>
  );
}
