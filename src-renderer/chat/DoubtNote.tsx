import { Text } from '@mantine/core';
import type { Choice, Doubt, Message } from '../../src-main/contract/document.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { mediaOf, thumbOf, useProject, versionOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import choicesClasses from './choices.module.css';
import classes from './chat.module.css';
import { Choices } from './Choices.tsx';
import { maskIn, nameOf, settled } from './doubt.ts';

interface Props {
  message: Message;
  doubt: Doubt;
  plan: Plan;
  busy: boolean;
}

/** What a plan takes a name for where that isn't sure, with what else it may mean. */
export function DoubtNote({ message, doubt, plan, busy }: Props) {
  const studio = useStudio();
  const project = useProject();
  const canvas = project?.canvases.find(({ id }) => id === message.canvas);
  const version = project && message.version ? versionOf(project, message.version) : undefined;
  const picture = version && thumbOf(mediaOf(project!, version.media));
  const { choices, held } = doubt;
  const taken = maskIn(plan, doubt);
  // As long as it waits, what is selected is what it will be done to.
  const selected = held ? (canvas?.selection ?? null) : null;
  const own =
    selected?.mask && !choices.some(({ mask }) => mask === selected.mask)
      ? { mask: selected.mask, bounds: selected.bounds, area: selected.area }
      : undefined;
  const choose = ({ mask }: Choice) => {
    const region = { parts: [{ kind: 'mask' as const, hash: mask, sign: '+' as const }] };
    if (held) void act(studio.selection.set({ canvas: message.canvas!, region }));
    else void act(studio.chat.run({ message: message.id, plan: settled(plan, doubt, mask) }));
  };
  return (
    <div className={choicesClasses.doubt}>
      <Text fz="sm">
        {taken === null ? t.doubt.taken(nameOf(doubt)) : t.doubt.chosen}{' '}
        <span className={classes.faint}>{held ? t.doubt.held : taken === null && t.doubt.done}</span>
      </Text>
      {picture && (
        <Choices
          picture={picture}
          choices={choices}
          own={own}
          chosen={(held ? selected?.mask : taken) ?? choices[0]!.mask}
          size={64}
          disabled={busy}
          onChoose={choose}
        />
      )}
    </div>
  );
}
