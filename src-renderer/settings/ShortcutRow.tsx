import { ActionIcon, Button, Kbd, Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { actionIds, keysOf, type ActionId } from '../actions/registry.ts';
import { isReserved, keysOfPress, onMac, readable } from '../actions/shortcuts.ts';
import { announce } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

type Stage = { is: 'resting' } | { is: 'listening' } | { is: 'taken'; keys: string; by: ActionId };

/** One action: a click on its keys waits for new ones; keys that another action has are only taken when one says so. */
export function ShortcutRow({ id }: { id: ActionId }) {
  const [{ shortcuts }, set] = useSettings();
  const [stage, setStage] = useState<Stage>({ is: 'resting' });
  const [reserved, setReserved] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const mac = onMac();
  const label = t.actions[id];
  const keys = keysOf(id, shortcuts);
  const shown = [...new Set(keys.map((k) => readable(k, mac)))]; // two that are typed alike read alike
  const own = Object.hasOwn(shortcuts, id);

  const rest = () => {
    setStage({ is: 'resting' });
    setReserved(null);
    button.current?.focus();
  };
  const give = (next: string[], from?: ActionId) => {
    const given = { ...shortcuts, [id]: next };
    if (from) given[from] = keysOf(from, shortcuts).filter((k) => !next.includes(k));
    set({ shortcuts: given });
    announce(t.shortcuts.changed(label, next.map((k) => readable(k, mac)).join(' ') || t.shortcuts.none));
    rest();
  };
  const reset = () => {
    set({ shortcuts: Object.fromEntries(Object.entries(shortcuts).filter(([other]) => other !== id)) });
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (stage.is !== 'listening' || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return rest();
    if (event.key === 'Backspace') return give([]);
    const pressed = keysOfPress(event, mac);
    if (!pressed) return;
    if (isReserved(pressed)) return setReserved(pressed);
    const by = actionIds.find((other) => other !== id && keysOf(other, shortcuts).includes(pressed));
    if (by) setStage({ is: 'taken', keys: pressed, by });
    else give([pressed]);
  };

  return (
    <li className={classes.row}>
      <span>{label}</span>
      <span className={classes.keysBox}>
        {own && (
          <Tooltip label={t.shortcuts.reset(label)}>
            <ActionIcon size={24} aria-label={t.shortcuts.reset(label)} onClick={reset}>
              <IconRestore size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <UnstyledButton
          ref={button}
          className={classes.keys}
          data-listening={stage.is === 'listening' || undefined}
          onClick={() => setStage({ is: 'listening' })}
          onKeyDownCapture={onKeyDown}
          onBlur={() => stage.is === 'listening' && setStage({ is: 'resting' })}
        >
          <VisuallyHidden>{t.shortcuts.change(label)}: </VisuallyHidden>
          {stage.is === 'listening'
            ? t.shortcuts.press
            : keys.length
              ? shown.map((k) => <Kbd key={k}>{k}</Kbd>)
              : t.shortcuts.none}
        </UnstyledButton>
      </span>
      {stage.is === 'listening' && (
        <Text fz="xs" c="dimmed" className={classes.below} role="status">
          {reserved ? t.shortcuts.reserved(readable(reserved, mac)) : t.shortcuts.pressHint}
        </Text>
      )}
      {stage.is === 'taken' && (
        <div className={classes.below} role="alert">
          <Text fz="xs">{t.shortcuts.taken(readable(stage.keys, mac), t.actions[stage.by])}</Text>
          <Button size="compact-xs" autoFocus onClick={() => give([stage.keys], stage.by)}>
            {t.shortcuts.take}
          </Button>
          <Button size="compact-xs" variant="default" onClick={rest}>
            {t.shortcuts.keep}
          </Button>
        </div>
      )}
    </li>
  );
}
