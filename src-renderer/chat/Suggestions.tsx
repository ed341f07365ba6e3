import { Button, Group } from '@mantine/core';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { useTarget } from './target.ts';

/** A few things to say, fitting what is selected. */
export function Suggestions({ onPick }: { onPick(text: string): void }) {
  const { canvases } = useTarget();
  const fresh = useStore((s) => (s.project?.messages.length ?? 0) === 0);
  if (!canvases.length || !fresh || canvases.some(({ kind }) => kind !== 'image')) return null;
  const { pointed, picture } = t.chat.suggestions;
  const list = canvases.every(({ selection }) => selection?.area) ? pointed : picture;
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
