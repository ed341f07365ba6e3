import { Button, Group, Kbd, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { actionGroups, groupIds, keysOf, type ActionId } from '../actions/registry.ts';
import { onMac, readable } from '../actions/shortcuts.ts';
import { fit } from '../palette/fuzzy.ts';
import { t } from '../strings/index.ts';
import classes from './settings.module.css';
import { ShortcutRow } from './ShortcutRow.tsx';
import { useSettings } from './use-settings.ts';

/** Every action with its keys, found by either, changed in place. */
export function Shortcuts() {
  const [{ shortcuts }, set] = useSettings();
  const [query, setQuery] = useState('');
  const fits = (id: ActionId) =>
    fit(
      query,
      t.actions[id],
      keysOf(id, shortcuts)
        .map((keys) => readable(keys, onMac()))
        .join(' '),
    );
  const groups = groupIds.flatMap((group) => {
    const ids = (Object.keys(actionGroups[group]) as ActionId[]).filter(fits);
    return ids.length ? [{ group, ids }] : [];
  });
  const compares = fit(query, t.actions.compare, '\\');
  return (
    <>
      <Group gap={8} className={classes.tools}>
        <TextInput
          data-autofocus
          className={classes.search}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          aria-label={t.shortcuts.search}
          placeholder={t.shortcuts.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={Object.keys(shortcuts).length === 0}
          onClick={() => set({ shortcuts: {} })}
        >
          {t.shortcuts.resetAll}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed" mb={8}>
        {groups.length || compares ? t.shortcuts.note : t.shortcuts.nothing}
      </Text>
      {groups.map(({ group, ids }) => (
        <section key={group} aria-label={t.actionGroups[group]} className={classes.group}>
          <h3 className={classes.heading}>{t.actionGroups[group]}</h3>
          <ul className={classes.shortcuts}>
            {ids.map((id) => (
              <ShortcutRow key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
      {compares && (
        <section aria-label={t.shortcuts.groups.hand} className={classes.group}>
          <h3 className={classes.heading}>{t.shortcuts.groups.hand}</h3>
          <ul className={classes.shortcuts}>
            <li className={classes.row}>
              <span>{t.actions.compare}</span>
              <span>
                <Kbd>\</Kbd> {t.shortcuts.hold}
              </span>
            </li>
          </ul>
        </section>
      )}
    </>
  );
}
