import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowFork, IconCopy, IconDice5, IconDots, IconPhotoSpark } from '@tabler/icons-react';
import type { Message } from '../../src-main/contract/document.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act, ask } from '../state/ask.ts';
import { notify, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { copyText } from './clipboard.ts';
import { controlsOf } from './controls/schema.ts';

const forms = ['template', 'letters', 'command', 'json'] as const;
const TRIES = 4;

interface Props {
  message: Message;
  plan: Plan;
  busy: boolean;
}

/** What else can be done with a plan: other seeds, going on from it, taking it to other programs. */
export function CardMenu({ message, plan, busy }: Props) {
  const studio = useStudio();
  const several = message.photos.length > 0;
  const byChance = plan.steps.some(({ invocation }) => controlsOf(invocation).some((c) => c.name === 'seed'));
  const copy = async (form: (typeof forms)[number]) => {
    const formatted = await ask(studio.chat.format({ plan, form, message: message.id }));
    if (!formatted) return;
    await copyText(formatted.text);
    const { files } = formatted;
    for (const file of files) {
      const done = await act(studio.shell.save(file));
      if (!done?.saved && !done?.download) return; // the person thought better of it
    }
    if (!files.length) return;
    const told = t.plan.copiedWith(files.map(({ name }) => name).join(', '));
    notify('info', { code: 'not-found', message: told, hint: t.plan.copiedWithHint });
  };
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <Tooltip label={t.plan.more}>
          <ActionIcon size={26} aria-label={t.plan.more}>
            <IconDots size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {byChance && !several && (
          <Menu.Item
            leftSection={<IconDice5 size={16} stroke={1.6} aria-hidden />}
            disabled={busy}
            onClick={() => void act(studio.chat.compare({ message: message.id, count: TRIES }))}
          >
            {t.plan.compare(TRIES)}
          </Menu.Item>
        )}
        {!several && (
          <Menu.Item
            leftSection={<IconArrowFork size={16} stroke={1.6} aria-hidden />}
            disabled={busy}
            onClick={() => void act(studio.chat.branch({ message: message.id }))}
          >
            {t.chat.branch}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPhotoSpark size={16} stroke={1.6} aria-hidden />}
          onClick={() => useStore.setState({ sheet: true, batch: plan })}
        >
          {t.batch.fromCard}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.plan.copy}</Menu.Label>
        {forms.map((form) => (
          <Menu.Item
            key={form}
            leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
            onClick={() => void copy(form)}
          >
            {t.plan.forms[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
