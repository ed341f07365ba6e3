import { UnstyledButton } from '@mantine/core';
import { t } from '../strings/index.ts';
import { Swatch } from '../tools/PickedColour.tsx';
import { selectRegion } from './act.ts';
import classes from './regions.module.css';
import { useLightsUp, type ShownRegion } from './shown.ts';

/** A region in the chat: it lights up on the canvas while the pointer rests on it; a click selects it. */
export function RegionChip({ region }: { region: ShownRegion }) {
  const { id, number, name, colour, shape } = region;
  const lights = useLightsUp(id);
  return (
    <UnstyledButton
      component="button"
      className={classes.chip}
      aria-label={t.regions.chip(number, name)}
      disabled={!shape}
      onClick={() => void selectRegion(region)}
      {...lights}
    >
      <Swatch colour={colour} size={10} />@{number} {name}
    </UnstyledButton>
  );
}
