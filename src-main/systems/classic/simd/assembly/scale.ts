/** AssemblyScript: weighted sums along rows and columns, two numbers at a time. `../../shape/taps.ts` says what for. */

/**
 * A row of pixels, of 3 or 4 four-byte floats, scaled across. For each of `width` pixels of the result: where in the
 * row the `count` pixels begin that it is made of (four-byte integers at `first`), and their weights (four-byte
 * floats). Reads four bytes beyond the row.
 */
export function across(
  line: usize,
  first: usize,
  weights: usize,
  count: i32,
  width: i32,
  channels: i32,
  out: usize,
): void {
  const step = usize(channels) << 2;
  const taps = usize(count) << 2;
  for (const end = first + (usize(width) << 2); first < end; first += 4, out += step) {
    let redGreen = f64x2.splat(0);
    let blueAlpha = f64x2.splat(0);
    let at = line + usize(load<i32>(first)) * step;
    for (const last = weights + taps; weights < last; weights += 4, at += step) {
      const weight = f64x2.splat(f64(load<f32>(weights)));
      redGreen = f64x2.add(redGreen, f64x2.mul(weight, f64x2.promote_low_f32x4(v128.load64_zero(at))));
      blueAlpha = f64x2.add(blueAlpha, f64x2.mul(weight, f64x2.promote_low_f32x4(v128.load64_zero(at, 8))));
    }
    v128.store64_lane(out, f32x4.demote_f64x2_zero(redGreen), 0);
    const rest = f32x4.demote_f64x2_zero(blueAlpha);
    if (channels === 4) v128.store64_lane(out, rest, 0, 8);
    else store<f32>(out, f32x4.extract_lane(rest, 0), 8);
  }
}

/** Adds four rows of four-byte floats, weighted, to a fifth; `bytes` is a multiple of 8. */
export function down(
  sums: usize,
  bytes: usize,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  p: f64,
  q: f64,
  r: f64,
  s: f64,
): void {
  const pp = f64x2.splat(p);
  const qq = f64x2.splat(q);
  const rr = f64x2.splat(r);
  const ss = f64x2.splat(s);
  for (let at: usize = 0; at < bytes; at += 8) {
    const one = f64x2.mul(pp, f64x2.promote_low_f32x4(v128.load64_zero(a + at)));
    const two = f64x2.mul(qq, f64x2.promote_low_f32x4(v128.load64_zero(b + at)));
    const three = f64x2.mul(rr, f64x2.promote_low_f32x4(v128.load64_zero(c + at)));
    const four = f64x2.mul(ss, f64x2.promote_low_f32x4(v128.load64_zero(d + at)));
    const sum = f64x2.promote_low_f32x4(v128.load64_zero(sums + at));
    const more = f64x2.add(f64x2.add(f64x2.add(one, two), three), four);
    v128.store64_lane(sums + at, f32x4.demote_f64x2_zero(f64x2.add(sum, more)), 0);
  }
}
