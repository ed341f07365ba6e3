import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../src-main/contract/document.ts';
import { drawMask } from '../canvas/mask.ts';
import { loadImage } from '../canvas/pictures.ts';
import { mediaOf, thumbOf, topLayer, useProject, versionOf, versionsOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './chat.module.css';
import { cropAround, type UnitBox } from './crop.ts';

interface Props {
  message: Message;
  /** Side in CSS pixels. */
  size: number;
  step?: number;
}

/** The part that was meant: the picture as it was, cut around the selection, with its tint. */
export function RegionThumb({ message, size, step = 0 }: Props) {
  const studio = useStudio();
  const project = useProject();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const { selection } = message;
  const state = message.steps[step];
  const made =
    project && state?.state === 'done' && state.version ? versionOf(project, state.version) : undefined;
  const layer = project && message.canvas ? topLayer(project, message.canvas) : undefined;
  // The picture goes on changing; this stays what was pointed at.
  const earlier = layer ? versionsOf(project!, layer.id).filter((v) => v.createdAt <= message.createdAt) : [];
  const before = made?.parent ? versionOf(project!, made.parent) : earlier.at(-1);
  const media = before ? thumbOf(mediaOf(project!, before.media)) : null;
  const mask = selection?.mask ?? null;
  // By value: every event brings a project of new objects, and most change nothing here.
  const box = selection?.bounds ? JSON.stringify(selection.bounds) : null;

  useEffect(() => {
    if (!media || !mask || !box) return undefined;
    let wanted = true;
    void Promise.all([loadImage(studio.mediaUrl(media)), drawMask(mask, studio.mediaUrl(mask))]).then(
      ([picture, { tint }]) => {
        const context = canvas.current?.getContext('2d');
        if (!wanted || !context) return;
        const crop = cropAround(JSON.parse(box) as UnitBox, picture.naturalWidth / picture.naturalHeight);
        const side = size * window.devicePixelRatio;
        context.canvas.width = context.canvas.height = side;
        for (const [source, w, h] of [
          [picture, picture.naturalWidth, picture.naturalHeight],
          [tint, tint.width, tint.height],
        ] as const)
          context.drawImage(
            source,
            crop.x * w,
            crop.y * h,
            crop.width * w,
            crop.height * h,
            0,
            0,
            side,
            side,
          );
        setDrawn(true);
      },
      () => wanted && setDrawn(false),
    );
    return () => {
      wanted = false;
    };
  }, [studio, media, mask, box, size]);

  if (!media || !mask || !box) return null;
  return (
    <canvas
      ref={canvas}
      className={classes.thumb}
      style={{ width: size, height: size, opacity: drawn ? 1 : 0 }}
      role="img"
      aria-label={t.plan.region}
    />
  );
}
