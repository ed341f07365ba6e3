/** Moving a thing on the canvas as moving it on a layer that lies there scaled, turned or mirrored. */
import {
  applied,
  chained,
  undoing,
  type Affine,
  type Extent,
  type ImageEditing,
} from '../../contract/index.ts';

export type MoveArgs = Extract<ImageEditing, { command: 'transform' | 'duplicate' }>['args'];

interface Bounds {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where the thing is: on the canvas and on the layer, each in 0..1 of it. */
export interface Thing {
  onCanvas: Bounds;
  onLayer: Bounds;
}

/**
 * `args` say it of the canvas (of `frame` pixels), the answer says the same of the layer (of `own` pixels), which `map`
 * leads to the canvas. On a layer that is stretched unevenly a turn would shear: it is turned and scaled by the mean.
 */
export function moveOnLayer(
  args: MoveArgs,
  map: Affine,
  frame: Extent,
  own: Extent,
  thing: Thing | null,
): MoveArgs {
  const turned = linearOf(args);
  const inside: Affine = [map[0], map[1], map[2], map[3], 0, 0];
  const within = chained(chained(inside, turned), undoing(inside));
  const out: MoveArgs = { ...args, ...readLinear(within, turned) };
  if (args.dx === undefined && args.dy === undefined && !thing) return out;
  const way = applied(undoing(inside), (args.dx ?? 0) * frame.width, (args.dy ?? 0) * frame.height);
  // It turns about the middle of its box, which is another place on a layer that lies turned.
  const pivot = thing && apart(thing, map, frame, own);
  const swung = pivot && applied(within, pivot.x, pivot.y);
  const x = way.x + (pivot && swung ? pivot.x - swung.x : 0);
  const y = way.y + (pivot && swung ? pivot.y - swung.y : 0);
  const nowhere = args.dx === undefined && args.dy === undefined && Math.hypot(x, y) < 1e-6;
  return nowhere ? out : { ...out, dx: share(x / own.width), dy: share(y / own.height) };
}

const share = (value: number) => Math.min(1, Math.max(-1, value));
const middle = ({ x1, y1, x2, y2 }: Bounds, { width, height }: Extent) =>
  [((x1 + x2) / 2) * width, ((y1 + y2) / 2) * height] as const;

/** From the middle on the layer to the canvas' middle, in the layer's pixels. */
function apart({ onCanvas, onLayer }: Thing, map: Affine, frame: Extent, own: Extent) {
  const there = applied(undoing(map), ...middle(onCanvas, frame));
  const [x, y] = middle(onLayer, own);
  return { x: there.x - x, y: there.y - y };
}

/** Mirrored, then turned, then scaled: as the edit does it. */
function linearOf({ scale = 1, degrees = 0, mirror }: MoveArgs): Affine {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [mirror === 'horizontal' ? -1 : 1, mirror === 'vertical' ? -1 : 1];
  return [scale * cos * x, scale * sin * x, -scale * sin * y, scale * cos * y, 0, 0];
}

/** The way back; what is as usual is left out. `meant`: the same on the canvas. */
function readLinear([a, b, c, d]: Affine, meant: Affine): Pick<MoveArgs, 'scale' | 'degrees' | 'mirror'> {
  const size = Math.sqrt(Math.abs(meant[0] * meant[3] - meant[1] * meant[2]));
  const turnOf = (p: number, q: number, r: number, s: number) => (Math.atan2(q - r, p + s) * 180) / Math.PI;
  const ways = (
    a * d - b * c > 0
      ? [{ mirror: undefined, degrees: turnOf(a, b, c, d) }]
      : [
          { mirror: 'horizontal' as const, degrees: turnOf(-a, -b, c, d) },
          { mirror: 'vertical' as const, degrees: turnOf(a, b, -c, -d) },
        ]
  ).sort((one, other) => Math.abs(one.degrees) - Math.abs(other.degrees));
  const { mirror, degrees } = ways[0]!;
  return {
    scale: Math.abs(size - 1) > 1e-9 ? size : undefined,
    degrees: Math.abs(degrees) > 1e-6 ? degrees : undefined,
    mirror,
  };
}
