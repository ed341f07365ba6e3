import { Loader, Text, Title } from '@mantine/core';
import { t } from '../strings/index.ts';
import { icon } from '../theme/icon.ts';
import type { LinkState } from '../transport/link.ts';
import classes from './feedback.module.css';

const texts = (): Record<
  Exclude<LinkState, 'open'>,
  { title: string; text: string; hint: string; busy: boolean }
> => ({
  starting: { title: t.link.starting, text: '', hint: '', busy: true },
  lost: { title: t.link.lostTitle, text: t.link.lost, hint: t.link.lostHint, busy: true },
  refused: { title: t.link.refusedTitle, text: t.link.refused, hint: t.link.refusedHint, busy: false },
  'no-key': { title: t.link.noKeyTitle, text: t.link.noKey, hint: t.link.noKeyHint, busy: false },
});

/** A whole page of its own while there is no studio to talk to: what is the matter and what to do. */
export function LinkScreen({ state }: { state: Exclude<LinkState, 'open'> }) {
  const { title, text, hint, busy } = texts()[state];
  return (
    <div className={classes.screen} role={state === 'starting' ? 'status' : 'alert'} data-state={state}>
      <img src={icon} width={56} height={56} alt="" />
      {state === 'starting' ? (
        <Text c="dimmed">{title}</Text>
      ) : (
        <Title order={1} fz="xl" fw={600}>
          {title}
        </Title>
      )}
      {text && <Text maw={420}>{text}</Text>}
      {hint && (
        <Text maw={420} c="dimmed">
          {hint}
        </Text>
      )}
      {busy && <Loader size="sm" type="dots" />}
    </div>
  );
}
