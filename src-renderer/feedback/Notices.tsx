import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { PackList } from '../chat/PackList.tsx';
import type { Failure } from '../../src-main/contract/result.ts';
import type { Studio } from '../../src-main/contract/studio.ts';
import { ask } from '../state/ask.ts';
import { useProject } from '../state/select.ts';
import { dismiss, useStore, type Level } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { inWords } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './feedback.module.css';

const colours: Record<Level, string> = { info: 'glass', warning: 'yellow', error: 'red' };

/** Notes on top of each other; what is older waits behind. */
const MOST = 2;

/** What went wrong and waits to be read: it stays until it is dismissed, or until the next thing works. */
export function Notices() {
  const studio = useStudio();
  const notices = useStore((s) => s.notices);
  const engine = useStore((s) => s.engine);
  const warning = useProject()?.warning;
  if (notices.length === 0 && engine === 'ready' && !warning) return null;
  const standing = Number(engine !== 'ready') + Number(!!warning);
  const shown = notices.slice(-Math.max(1, MOST - standing));
  const more = notices.length - shown.length;
  return (
    <section className={classes.notices} aria-label={t.notices.label}>
      {engine === 'restarting' && <Note level="warning" message={t.notices.engineRestarting} />}
      {engine === 'failed' && (
        <Note level="error" message={t.notices.engineFailed} hint={t.notices.engineFailedHint} />
      )}
      {warning && <Note level="warning" message={warning} />}
      {shown.map(({ id, level, failure }) => (
        <Note
          key={id}
          level={level}
          {...failure}
          onClose={() => dismiss(id)}
          {...(failure.code === 'crashed' && { onRetry: () => retry(studio, id) })}
        />
      ))}
      {more > 0 && (
        <Text fz="xs" c="dimmed" className={classes.more}>
          {t.notices.more(more)}
        </Text>
      )}
    </section>
  );
}

interface NoteProps extends Partial<Failure> {
  level: Level;
  message: string;
  onClose?(): void;
  onRetry?(): void;
}

/** What stopped too often to be started by itself is started again. */
async function retry(studio: Studio, id: number): Promise<void> {
  if (await ask(studio.app.retry())) dismiss(id);
}

function Note({ level, onClose, onRetry, ...failure }: NoteProps) {
  const { message, hint } = inWords(failure);
  const Glyph = level === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <Alert
      color={colours[level]}
      variant="light"
      radius={0}
      p="8px 16px"
      role={level === 'error' ? 'alert' : 'status'}
      icon={<Glyph size={18} stroke={1.6} aria-hidden />}
      withCloseButton={!!onClose}
      closeButtonLabel={t.notices.dismiss}
      {...(onClose && { onClose })}
    >
      <Text fz="sm" component="span">
        {message}
      </Text>
      {hint && (
        <Text fz="sm" component="span" className={classes.hint}>
          {' '}
          {hint}
        </Text>
      )}
      {onRetry && (
        <Button variant="subtle" size="compact-xs" ml={8} onClick={onRetry}>
          {t.notices.retry}
        </Button>
      )}
      <PackList failure={failure} />
    </Alert>
  );
}
