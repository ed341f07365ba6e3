import type { Message } from '../../src-main/contract/document.ts';
import { Cutout } from '../canvas/Cutout.tsx';
import { mediaOf, thumbOf, topLayer, useProject, versionOf, versionsOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';

interface Props {
  message: Message;
  /** Side in CSS pixels. */
  size: number;
  step?: number;
}

/** The part that was meant: the picture as it was, cut around the selection, with its tint. */
export function RegionThumb({ message, size, step = 0 }: Props) {
  const project = useProject();
  const { selection } = message;
  const state = message.steps[step];
  const made =
    project && state?.state === 'done' && state.version ? versionOf(project, state.version) : undefined;
  const layer = project && message.canvas ? topLayer(project, message.canvas) : undefined;
  // The picture goes on changing; this stays what was pointed at.
  const earlier = layer ? versionsOf(project!, layer.id).filter((v) => v.createdAt <= message.createdAt) : [];
  const before = made?.parent ? versionOf(project!, made.parent) : earlier.at(-1);
  const picture = before ? thumbOf(mediaOf(project!, before.media)) : null;
  if (!picture || !selection?.mask || !selection.bounds) return null;
  return (
    <Cutout
      picture={picture}
      mask={selection.mask}
      bounds={selection.bounds}
      size={size}
      className={classes.thumb}
      label={t.plan.region}
    />
  );
}
