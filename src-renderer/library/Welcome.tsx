import { Button, Text, Title } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { perform } from '../actions/perform.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './library.module.css';
import { Recents } from './Recents.tsx';
import { Samples } from './Samples.tsx';

/** The empty state: an invitation, some pictures to try, and the way back to earlier work. */
export function Welcome() {
  const recents = useStore((s) => s.app?.recents) ?? [];
  const samples = useStore((s) => s.app?.samples) ?? [];
  const project = useStore((s) => s.project);
  const others = recents.filter((r) => r.id !== project?.id);
  return (
    <main className={classes.welcome}>
      <div className={classes.column}>
        <section className={classes.invitation} aria-labelledby="welcome-title">
          <IconPhotoPlus size={44} stroke={1.2} className={classes.glyph} aria-hidden />
          <Title order={1} id="welcome-title" fz={26} fw={600} className={classes.title}>
            {t.welcome.title}
          </Title>
          <Text c="dimmed" fz="md" maw={440}>
            {t.welcome.text}
          </Text>
          <Button size="md" mt={8} onClick={() => perform('open')}>
            {t.actions.open}
          </Button>
          <Text c="dimmed" fz="xs">
            {t.welcome.drop}. {t.welcome.more}
          </Text>
        </section>
        {samples.length > 0 && <Samples samples={samples} />}
        {others.length > 0 && <Recents recents={others} />}
      </div>
    </main>
  );
}
