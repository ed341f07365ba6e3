/**
 * AssemblyScript: output pixels from the source pixels around the points that they come from, two channels at a time.
 * `../gatherer.ts` says what goes in and out, and lays the memory out.
 */

/** The kernel's weights from the middle outwards, four-byte floats, `perUnit` of them a pixel. */
const perUnit: f64 = 4096;
const lobes: f64 = 4;
const count: i32 = 16386;
/** The most that the kernel is widened. */
const widest: f64 = 64;
/** Weights along the source's rows and columns, eight-byte floats. */
const across: usize = 65_552;
const down: usize = across + 4_128;

/** Where the caller reads what came of a part: red, green, blue and alpha of each pixel, eight-byte floats. */
export const result: usize = down + 4_128;
/** Where the caller puts the source's pixels: red, green, blue (times alpha) and alpha, four-byte floats. */
export const source: usize = result + 32 * 32 * 4 * 8;

function weightAt(distance: f64): f64 {
  const at = i32(abs(distance) * perUnit + 0.5);
  return at < count ? f64(load<f32>(usize(at) << 2)) : 0;
}

/** Puts the weights of pixels `from` to `to` around a place to `at`; answers with their sum. */
function weigh(at: usize, from: i32, to: i32, place: f64, wide: f64): f64 {
  let sum: f64 = 0;
  for (let k = from; k < to; k++, at += 8) {
    const weight = weightAt((f64(k) + 0.5 - place) / wide);
    store<f64>(at, weight);
    sum += weight;
  }
  return sum;
}

/** The least and the greatest alpha of the source's pixels in a box limit what was found. */
function within(alpha: f64, least: f64, stride: i32, x1: i32, y1: i32, x2: i32, y2: i32): f64 {
  let most: f64 = 0;
  for (let y = y1; y < y2; y++)
    for (let x = x1; x < x2; x++) {
      const value = f64(load<f32>(source + (usize(y * stride + x) << 4), 12));
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return min(most, max(least, alpha));
}

/**
 * A part of the output, [px1, px2) × [py1, py2), from a tile of the source, [tx1, tx2) × [ty1, ty2); `solid`: all that
 * is needed is in the tile, and solid. a … i: the map from the output to the source, row by row.
 */
export function gather(
  px1: i32,
  py1: i32,
  px2: i32,
  py2: i32,
  tx1: i32,
  ty1: i32,
  tx2: i32,
  ty2: i32,
  solid: bool,
  a: f64,
  b: f64,
  c: f64,
  d: f64,
  e: f64,
  f: f64,
  g: f64,
  h: f64,
  i: f64,
): void {
  const stride = tx2 - tx1;
  const line = usize(stride) << 4;
  let out = result;
  for (let py = py1; py < py2; py++)
    for (let px = px1; px < px2; px++, out += 32) {
      const x = f64(px) + 0.5;
      const y = f64(py) + 0.5;
      const w = g * x + h * y + i;
      const u = (a * x + b * y + c) / w;
      const v = (d * x + e * y + f) / w;
      // How wide an output pixel is in the source: the lengths of the Jacobian's rows.
      const ux = a - g * u;
      const uy = b - h * u;
      const vx = d - g * v;
      const vy = e - h * v;
      const wide = min(widest, max(1.0, sqrt(ux * ux + uy * uy) / w));
      const tall = min(widest, max(1.0, sqrt(vx * vx + vy * vy) / w));
      const x1 = i32(ceil(u - 0.5 - lobes * wide));
      const x2 = i32(floor(u - 0.5 + lobes * wide)) + 1;
      const y1 = i32(ceil(v - 0.5 - lobes * tall));
      const y2 = i32(floor(v - 0.5 + lobes * tall)) + 1;
      const whole = weigh(across, x1, x2, u, wide) * weigh(down, y1, y2, v, tall);
      const from = max(x1, tx1);
      const to = min(x2, tx2);
      const top = max(y1, ty1);
      const bottom = min(y2, ty2);
      store<f64>(out, 0, 24);
      if (from >= to || top >= bottom) continue;
      let redGreen = f64x2.splat(0);
      let blueAlpha = f64x2.splat(0);
      let row = source + (usize((top - ty1) * stride + from - tx1) << 4);
      let above = down + (usize(top - y1) << 3);
      const first = across + (usize(from - x1) << 3);
      const last = across + (usize(to - x1) << 3);
      for (let k = top; k < bottom; k++, row += line, above += 8) {
        let rg = f64x2.splat(0);
        let ba = f64x2.splat(0);
        let at = row;
        for (let beside = first; beside < last; beside += 8, at += 16) {
          const weight = v128.load64_splat(beside);
          rg = f64x2.add(rg, f64x2.mul(weight, f64x2.promote_low_f32x4(v128.load64_zero(at))));
          ba = f64x2.add(ba, f64x2.mul(weight, f64x2.promote_low_f32x4(v128.load64_zero(at, 8))));
        }
        const weight = v128.load64_splat(above);
        redGreen = f64x2.add(redGreen, f64x2.mul(weight, rg));
        blueAlpha = f64x2.add(blueAlpha, f64x2.mul(weight, ba));
      }
      const alpha = f64x2.extract_lane(blueAlpha, 1);
      if (!solid && alpha < 1e-4 * whole) continue;
      const over = f64x2.splat(solid ? whole : alpha);
      v128.store(out, f64x2.div(redGreen, over));
      v128.store(out, f64x2.div(blueAlpha, over), 16);
      if (solid) {
        store<f64>(out, 1, 24);
        continue;
      }
      // The kernel's overshoot would make solid things look worn at their edges.
      const left = i32(ceil(u - 0.5 - wide));
      const right = i32(floor(u - 0.5 + wide)) + 1;
      const higher = i32(ceil(v - 0.5 - tall));
      const lower = i32(floor(v - 0.5 + tall)) + 1;
      const cut = left < tx1 || right > tx2 || higher < ty1 || lower > ty2;
      const box1 = max(left, tx1) - tx1;
      const box2 = max(higher, ty1) - ty1;
      const box3 = min(right, tx2) - tx1;
      const box4 = min(lower, ty2) - ty1;
      store<f64>(out, within(alpha / whole, cut ? 0 : 1, stride, box1, box2, box3, box4), 24);
    }
}
