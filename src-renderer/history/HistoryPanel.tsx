import { Text } from '@mantine/core';
import { useProject } from '../state/select.ts';
import classes from './history.module.css';

/** What was done, newest last; what was taken back is faint. */
export function HistoryPanel() {
  const project = useProject();
  return (
    <ol className={classes.list}>
      {project?.history.map((entry) => (
        <li key={entry.id} className={classes.entry} data-undone={entry.undone || undefined}>
          <Text fz="sm" truncate>
            {entry.label}
          </Text>
        </li>
      ))}
    </ol>
  );
}
