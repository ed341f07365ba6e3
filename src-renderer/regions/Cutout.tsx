import { useEffect, useRef } from 'react';
import { cropAround } from '../chat/crop.ts';
import { drawMask } from '../canvas/mask.ts';
import { loadImage } from '../canvas/pictures.ts';
import { baseMedia, thumbOf, useActiveCanvas, useProject } from '../state/select.ts';
import { useStudio } from '../transport/studio.ts';
import { tinted } from './paint.ts';
import classes from './regions.module.css';
import type { ShownRegion } from './shown.ts';

/** The picture around a region, with the region in its colour. */
export function Cutout({ region, size }: { region: ShownRegion; size: number }) {
  const studio = useStudio();
  const project = useProject();
  const active = useActiveCanvas();
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = project && active ? thumbOf(baseMedia(project, active)) : null;
  const { colour, shape } = region;
  const mask = shape?.mask ?? null;
  // By value: every event brings a project of new objects.
  const box = shape?.bounds ? JSON.stringify(shape.bounds) : null;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (!picture || !mask || !box) return undefined;
    let wanted = true;
    void Promise.all([loadImage(studio.mediaUrl(picture)), drawMask(mask, studio.mediaUrl(mask))]).then(
      ([image, { tint }]) => {
        if (!wanted) return;
        const { naturalWidth: width, naturalHeight: height } = image;
        const crop = cropAround(JSON.parse(box) as Parameters<typeof cropAround>[0], width / height);
        const side = Math.round(size * window.devicePixelRatio);
        context.canvas.width = context.canvas.height = side;
        const draw = (source: CanvasImageSource, w: number, h: number) =>
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
        draw(image, width, height);
        draw(tinted(tint, colour), tint.width, tint.height);
      },
      () => undefined, // a picture that can't be loaded is said on the canvas
    );
    return () => {
      wanted = false;
    };
  }, [studio, picture, mask, box, colour, size]);

  return <canvas ref={canvas} className={classes.cutout} style={{ width: size, height: size }} aria-hidden />;
}
