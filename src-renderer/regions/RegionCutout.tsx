import { Cutout } from '../canvas/Cutout.tsx';
import { baseMedia, thumbOf, useActiveCanvas, useProject } from '../state/select.ts';
import classes from './regions.module.css';
import type { ShownRegion } from './shown.ts';

/** The picture around a region, with the region in its colour. */
export function RegionCutout({ region: { colour, shape }, size }: { region: ShownRegion; size: number }) {
  const project = useProject();
  const active = useActiveCanvas();
  return (
    <Cutout
      picture={project && active ? thumbOf(baseMedia(project, active)) : null}
      mask={shape?.mask ?? null}
      bounds={shape?.bounds ?? null}
      colour={colour}
      size={size}
      className={classes.cutout}
    />
  );
}
