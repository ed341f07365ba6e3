import { t } from '../strings/index.ts';
import { RegionCutout } from './RegionCutout.tsx';
import classes from './regions.module.css';
import { shownName, useLightsUp, type ShownRegion } from './shown.ts';

interface Props {
  id: string;
  optionId(region: ShownRegion): string;
  regions: readonly ShownRegion[];
  chosen: number;
  onTake(region: ShownRegion): void;
}

/** The regions that a mention could mean, above the text box; the keyboard stays in the box. */
export function MentionList({ id, optionId, regions, chosen, onTake }: Props) {
  return (
    <div id={id} className={classes.completions} role="listbox" aria-label={t.regions.completions}>
      {regions.map((region, i) => (
        <Option
          key={region.id}
          id={optionId(region)}
          region={region}
          chosen={i === chosen}
          onTake={() => onTake(region)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  region: ShownRegion;
  chosen: boolean;
  onTake(): void;
}

function Option({ id, region, chosen, onTake }: OptionProps) {
  const lights = useLightsUp(region.id);
  return (
    <div
      id={id}
      className={classes.completion}
      role="option"
      aria-selected={chosen}
      // The box would lose the keyboard before the click.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      {...lights}
    >
      <RegionCutout region={region} size={24} />
      <span className={classes.number}>@{region.number}</span>
      <span className={classes.completionName}>{shownName(region)}</span>
    </div>
  );
}
