import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { titleOf } from '../chat/args.ts';
import { focusComposer } from '../chat/focus.ts';
import { useProject } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { applyTo } from './batch.ts';
import type { Photo } from './find.ts';
import { removePhotos } from './removing.ts';
import classes from './sheet.module.css';

/** Plans offered again. */
const MOST = 8;

interface Props {
  selected: readonly Photo[];
  all: readonly string[];
  onPick(ids: readonly string[]): void;
  onRename(): void;
}

/** Below the sheet: what can be done with the photos that are selected. */
export function SheetBar({ selected, all, onPick, onRename }: Props) {
  const batch = useStore((s) => s.batch);
  const photos = selected.filter(({ canvas }) => canvas.kind === 'image').map(({ canvas }) => canvas.id);
  const ids = selected.map(({ canvas }) => canvas.id);
  const leavesOut = selected.length > photos.length;
  if (!batch && selected.length === 0)
    return (
      <div className={classes.bar}>
        <Text fz="sm" c="dimmed">
          {t.sheet.selected(0)}
        </Text>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onPick(all)}>
          {t.sheet.selectAll}
        </Button>
      </div>
    );
  return (
    <div className={classes.bar} role="region" aria-label={t.batch.label}>
      <Text fz="sm" fw={550} className={classes.count}>
        {batch ? t.batch.choose(titleOf(batch)) : t.sheet.selected(selected.length)}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => onPick(selected.length < all.length ? all : [])}
      >
        {selected.length < all.length ? t.sheet.selectAll : t.sheet.selectNone}
      </Button>
      {!batch && (
        <>
          {selected.length === 1 && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onRename}>
              {t.sheet.rename}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void removePhotos(ids)}>
            {t.sheet.remove}
          </Button>
        </>
      )}
      <span className={classes.space} />
      {leavesOut && (
        <Text fz="xs" c="dimmed">
          {t.batch.onlyPhotos}
        </Text>
      )}
      {batch ? <ApplyPlan plan={batch} photos={photos} /> : photos.length > 0 && <SayToAll photos={photos} />}
    </div>
  );
}

function ApplyPlan({ plan, photos }: { plan: Plan; photos: readonly string[] }) {
  return (
    <Group gap={8} wrap="nowrap">
      <Button size="sm" variant="default" onClick={() => useStore.setState({ batch: null, sheet: false })}>
        {t.batch.cancel}
      </Button>
      <Button
        size="sm"
        disabled={photos.length === 0}
        onClick={async () => {
          if (await applyTo(plan, photos)) useStore.setState({ batch: null });
        }}
      >
        {t.batch.apply(photos.length)}
      </Button>
    </Group>
  );
}

/** Words for all of them, said in the chat, or a plan that was run before. */
function SayToAll({ photos }: { photos: readonly string[] }) {
  const messages = useProject()?.messages ?? [];
  const plans = new Map<string, Plan>();
  for (const { plan } of [...messages].reverse())
    if (plan && plans.size < MOST && !plans.has(titleOf(plan))) plans.set(titleOf(plan), plan);
  return (
    <Group gap={8} wrap="nowrap">
      {plans.size > 0 && (
        <Menu position="top-end">
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t.batch.lastPlans}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {[...plans].map(([title, plan]) => (
              <Menu.Item key={title} onClick={() => void applyTo(plan, photos)}>
                {title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button size="compact-md" onClick={focusComposer}>
        {t.batch.say}
      </Button>
    </Group>
  );
}
