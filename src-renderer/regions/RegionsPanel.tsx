import { Text } from '@mantine/core';
import { describeSelection } from '../chat/SelectionChip.tsx';
import { useActiveCanvas } from '../state/select.ts';
import classes from './regions.module.css';

/** What is pointed at on the active canvas. */
export function RegionsPanel() {
  const selection = useActiveCanvas()?.selection;
  return (
    <div className={classes.list}>{selection && <Text fz="sm">{describeSelection(selection)}</Text>}</div>
  );
}
