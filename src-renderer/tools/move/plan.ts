import type { Plan } from '../../../src-main/contract/invocation.ts';
import type { Region } from '../../../src-main/contract/region.ts';
import type { Size } from '../../canvas/view.ts';
import type { TurnedBox } from '../work/box.ts';

const share = (value: number) => Math.min(1, Math.max(-1, value));

/** Moving a selected thing from one box to another, as a plan: the place it left is filled, unless it is a copy. */
export function movePlan(from: TurnedBox, to: TurnedBox, picture: Size, region: Region, copy: boolean): Plan {
  const scale = Math.abs(to.width / from.width);
  const [flipX, flipY] = [to.width < 0, to.height < 0];
  // Mirrored both ways is turned by half.
  const degrees = to.degrees + (flipX && flipY ? 180 : 0);
  const mirror = flipX === flipY ? null : flipX ? ('horizontal' as const) : ('vertical' as const);
  const args = {
    dx: share((to.x - from.x) / picture.width),
    dy: share((to.y - from.y) / picture.height),
    ...(Math.abs(scale - 1) > 1e-4 && { scale: Math.min(20, Math.max(0.05, scale)) }),
    ...(Math.abs(degrees) > 1e-4 && { degrees }),
    ...(mirror && { mirror }),
  };
  const command = copy ? ('duplicate' as const) : ('transform' as const);
  const invocation = { module: 'image-editing' as const, command, region, args };
  return { steps: [{ input: { from: 'focus' as const }, invocation }] };
}
