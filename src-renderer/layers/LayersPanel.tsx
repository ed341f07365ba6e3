import { Text } from '@mantine/core';
import { layersOf, useActiveCanvas, useProject } from '../state/select.ts';
import classes from './layers.module.css';

/** The layers of the active canvas, topmost first. */
export function LayersPanel() {
  const project = useProject();
  const canvas = useActiveCanvas();
  if (!project || !canvas) return null;
  return (
    <ul className={classes.list}>
      {layersOf(project, canvas.id)
        .reverse()
        .map((layer) => (
          <li key={layer.id} className={classes.layer}>
            <Text fz="sm" truncate>
              {layer.name}
            </Text>
          </li>
        ))}
    </ul>
  );
}
