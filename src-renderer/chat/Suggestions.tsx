import { Button, Group } from '@mantine/core';
import { useActiveCanvas } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';

/** A few things to say, fitting what is selected. */
export function Suggestions({ onPick }: { onPick(text: string): void }) {
  const canvas = useActiveCanvas();
  const fresh = useStore((s) => (s.project?.messages.length ?? 0) === 0);
  if (canvas?.kind !== 'image' || !fresh) return null;
  const { pointed, picture } = t.chat.suggestions;
  const list = canvas.selection?.area ? pointed : picture;
  return (
    <Group gap={4} mb={8} role="group" aria-label={t.chat.suggestionsLabel}>
      {list.map((text) => (
        <Button
          key={text}
          size="compact-xs"
          radius="xl"
          variant="default"
          className={classes.suggestion}
          onClick={() => onPick(text)}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
