import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '../strings/index.ts';
import classes from './slash.module.css';
import type { SlashItem } from './slash.ts';

interface Props {
  id: string;
  items: readonly SlashItem[];
  active: number;
  onPick(item: SlashItem): void;
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** Above the box while a command is being typed; the keyboard stays in the box. */
export function SlashMenu({ id, items, active, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} className={classes.slash} role="listbox" aria-label={t.slash.label}>
      {items.length === 0 && (
        <Text fz="sm" c="dimmed" p={8}>
          {t.slash.none}
        </Text>
      )}
      {items.map((item, index) => (
        <div
          key={item.name}
          id={optionId(id, index)}
          className={classes.slashItem}
          role="option"
          aria-selected={index === active}
          // The box must not lose the keyboard to a click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          <span className={classes.slashName}>{item.label}</span>
          <span className={classes.slashHint}>{item.hint}</span>
          {item.args && <span className={classes.slashArgs}>{item.args}</span>}
        </div>
      ))}
    </div>
  );
}
