/** What an edit does to what lies on a picture: masks and other layers go the same way. */
import type { ImageEditing, Region } from '../../contract/index.ts';
import { undoing, type Affine } from '../../contract/placing.ts';
import * as classic from '../../systems/classic/index.ts';
import type { Bench, Found, Watch, Workpiece } from './picture.ts';

/** A region that was looked up; `undefined`: none was named. */
export type StepRegion = (Found & { region: Region }) | undefined;

/** From the pixels before the edit to those after it; what isn't affine as it is in the middle of the picture. */
export async function movementOf(
  edit: ImageEditing,
  picture: Workpiece,
  at: StepRegion,
  bench: Bench,
  watch: Watch,
): Promise<Affine> {
  const { back, width, height } = await bench.hosts.run(
    classic.movement,
    { image: picture.file, at: at?.file ?? null, edit },
    { signal: watch.signal, lane: 'batch' },
  );
  const [a, b, c, d, e, f, g, h, i] = back as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [x, y] = [width / 2, height / 2];
  const w = g * x + h * y + i;
  const u = (a * x + b * y + c) / w;
  const v = (d * x + e * y + f) / w;
  const [ux, uy, vx, vy] = [(a - u * g) / w, (b - u * h) / w, (d - v * g) / w, (e - v * h) / w];
  return undoing([ux, vx, uy, vy, u - ux * x - uy * y, v - vx * x - vy * y]);
}

/** Sends masks the same way as their picture, in place. */
export async function carry(
  masks: readonly (Found | null | undefined)[],
  invocation: ImageEditing,
  before: Workpiece,
  at: StepRegion,
  bench: Bench,
  watch: Watch,
): Promise<void> {
  const carried = new Map<string, Found>();
  const region = at?.file ?? null;
  for (const mask of masks) {
    if (!mask) continue;
    const from = mask.file;
    let found = carried.get(from.path);
    if (!found) {
      const out = await bench.staging();
      try {
        const { path, width, height, bounds, area } = await bench.hosts.run(
          classic.carry,
          { mask: from, image: before.file, at: region, edit: invocation, out },
          { signal: watch.signal, lane: 'batch' },
        );
        const kept = await bench.keepMask(path, { width, height });
        found = { width, height, bounds, area, ...kept };
      } finally {
        await bench.release(out);
      }
      carried.set(from.path, found);
    }
    Object.assign(mask, found);
  }
}
