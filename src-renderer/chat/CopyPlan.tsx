import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { ask } from '../state/ask.ts';
import { announce, notify } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';

const forms = ['template', 'letters', 'command', 'json'] as const;

/** A plan in the forms that other programs read, onto the clipboard. */
export function CopyPlan({ plan }: { plan: Plan }) {
  const studio = useStudio();
  const copy = async (form: (typeof forms)[number]) => {
    const formatted = await ask(studio.chat.format({ plan, form }));
    if (!formatted) return;
    try {
      await navigator.clipboard.writeText(formatted.text);
      announce(t.plan.copied);
    } catch (error) {
      notify('error', { code: 'no-permission', message: `${t.plan.copyFailed} ${String(error)}` });
    }
  };
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Tooltip label={t.plan.copy}>
          <ActionIcon size={26} aria-label={t.plan.copy}>
            <IconCopy size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map((form) => (
          <Menu.Item key={form} onClick={() => void copy(form)}>
            {t.plan.forms[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
