import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import classes from './settings.module.css';

interface Props<T extends string> {
  label: string;
  note?: string;
  values: Record<T, string>;
  value: T;
  onChange(value: T): void;
}

/** One of a few values, all of them in sight. */
export function Choice<T extends string>({ label, note, values, value, onChange }: Props<T>) {
  const id = useId();
  return (
    <Stack gap={6}>
      <Text fz="sm" fw={500} id={id}>
        {label}
      </Text>
      <SegmentedControl
        className={classes.choice}
        aria-labelledby={id}
        value={value}
        onChange={(next) => onChange(next as T)}
        data={Object.entries<string>(values).map(([id, text]) => ({ value: id, label: text }))}
      />
      {note && (
        <Text fz="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  );
}
