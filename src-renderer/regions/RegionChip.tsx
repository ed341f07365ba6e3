import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { t } from '../strings/index.ts';
import { Swatch } from '../tools/PickedColour.tsx';
import { selectRegion } from './act.ts';
import classes from './regions.module.css';
import { shownName, useLightsUp, type ShownRegion } from './shown.ts';

/** A region in the chat: it lights up on the canvas while the pointer rests on it; a click selects it. */
export function RegionChip({ region }: { region: ShownRegion }) {
  const { id, number, colour, shape } = region;
  const name = shownName(region);
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

/** A region that was deleted since it was spoken of. */
export function GoneChip({ text }: { text: string }) {
  return (
    <Tooltip label={t.regions.gone} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.chip} data-gone tabIndex={0}>
        <del>{text}</del>
        <VisuallyHidden>{t.regions.gone}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
