import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../transport/studio.ts';
import { cropAround, type UnitBox } from './around.ts';
import { drawMask } from './mask.ts';
import { loadImage } from './pictures.ts';
import { tinted } from './tint-in.ts';

interface Props {
  /** Hashes of the picture and of the mask on it. */
  picture: string | null;
  mask: string | null;
  bounds: UnitBox | null;
  /** Of its tint; the selection's where none is given. */
  colour?: string;
  /** Side in CSS pixels. */
  size: number;
  className: string | undefined;
  /** What a screen reader calls it; without one it is decoration. */
  label?: string;
}

/** The picture around a mask, with the mask's tint. A picture that can't be loaded is said on the canvas. */
export function Cutout({ picture, mask, bounds, colour, size, className, label }: Props) {
  const studio = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  // By value: every event brings a project of new objects, and most change nothing here.
  const box = bounds && JSON.stringify(bounds);

  useEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (!picture || !mask || !box) return undefined;
    let wanted = true;
    void Promise.all([loadImage(studio.mediaUrl(picture)), drawMask(mask, studio.mediaUrl(mask))]).then(
      ([image, { tint }]) => {
        if (!wanted) return;
        const { naturalWidth: width, naturalHeight: height } = image;
        const crop = cropAround(JSON.parse(box) as UnitBox, width / height);
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
        draw(colour ? tinted(tint, colour) : tint, tint.width, tint.height);
        setDrawn(true);
      },
      () => wanted && setDrawn(false),
    );
    return () => {
      wanted = false;
    };
  }, [studio, picture, mask, box, colour, size]);

  return (
    <canvas
      ref={canvas}
      className={className}
      style={{ width: size, height: size }}
      data-drawn={drawn || undefined}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
