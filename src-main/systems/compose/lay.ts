/** One layer over what lies below it: source-over with a blend mode (W3C Compositing Level 1, sections 5 and 9.1). */
import type { BlendMode } from '../../contract/index.ts';
import { fullScale, type Raster } from '../../runtime/raster/raster.ts';
import type { Work } from '../../runtime/work.ts';
import { channelOf, coloursOf, type Channel, type Colours } from './blend.ts';

/** What is seen so far: RGBA with straight alpha, 16 bits whatever the layers have, so that ten of them don't show. */
export interface Ground {
  width: number;
  height: number;
  data: Uint16Array;
}

export const blankGround = ({ width, height }: { width: number; height: number }): Ground => ({
  width,
  height,
  data: new Uint16Array(width * height * 4),
});

/** Where a layer's raster lies on the ground, and how it is seen there. */
export interface Look {
  x: number;
  y: number;
  opacity: number;
  blend: BlendMode;
}

const most = 65_535;

/** Lays a raster on the ground, which is changed; what lies beyond the ground is lost. */
export async function lay(ground: Ground, raster: Raster, look: Look, work: Work): Promise<void> {
  const x1 = Math.max(0, look.x);
  const x2 = Math.min(ground.width, look.x + raster.width);
  const y1 = Math.max(0, look.y);
  const y2 = Math.min(ground.height, look.y + raster.height);
  const row = painter(ground, raster, look);
  const total = Math.max(1, y2 - y1);
  for (let y = y1; y < y2; y++) {
    if (x1 < x2) row(x1, x2, y);
    await work.breathe();
    if ((y - y1) % 64 === 63) work.progress(y - y1 + 1, total);
  }
  work.progress(1, 1);
}

type Row = (x1: number, x2: number, y: number) => void;

function painter(ground: Ground, raster: Raster, { x, y, opacity, blend }: Look): Row {
  const { channels, data } = raster;
  const toSixteen = most / fullScale(raster);
  const at = (px: number, py: number) => ((py - y) * raster.width + px - x) * channels;
  const channel = channelOf(blend);
  const mix: Mix = channel ? byChannel(channel) : atOnce(coloursOf(blend as Parameters<typeof coloursOf>[0]));
  const source = new Float64Array(3);
  const plain = blend === 'normal';
  return (x1, x2, py) => {
    let i = at(x1, py);
    let g = (py * ground.width + x1) * 4;
    for (let px = x1; px < x2; px++, i += channels, g += 4) {
      const alpha = (channels === 4 ? (data[i + 3]! * toSixteen) / most : 1) * opacity;
      if (alpha === 0) continue;
      if (plain && alpha === 1) {
        // Exactly what the layer has, whatever lies below.
        for (let c = 0; c < 3; c++) ground.data[g + c] = data[i + c]! * toSixteen;
        ground.data[g + 3] = most;
        continue;
      }
      for (let c = 0; c < 3; c++) source[c] = (data[i + c]! * toSixteen) / most;
      over(ground.data, g, source, alpha, plain ? null : mix);
    }
  };
}

type Mix = (backdrop: Float64Array, source: Float64Array) => void;

const byChannel =
  (channel: Channel): Mix =>
  (b, s) => {
    for (let c = 0; c < 3; c++) s[c] = channel(b[c]!, s[c]!);
  };
const atOnce = (colours: Colours): Mix => colours;

const backdrop = new Float64Array(3);
const mixed = new Float64Array(3);

/**
 * co αo = αs (1 - αb) Cs + αs αb B(Cb, Cs) + (1 - αs) αb Cb, αo = αs + αb (1 - αs).
 */
function over(data: Uint16Array, g: number, source: Float64Array, alpha: number, mix: Mix | null): void {
  const below = data[g + 3]! / most;
  if (mix && below > 0) {
    for (let c = 0; c < 3; c++) backdrop[c] = data[g + c]! / most;
    mixed.set(source);
    mix(backdrop, mixed);
    for (let c = 0; c < 3; c++) source[c] = (1 - below) * source[c]! + below * mixed[c]!;
  }
  const out = alpha + below * (1 - alpha);
  const share = alpha / out;
  for (let c = 0; c < 3; c++) {
    const v = source[c]! * share + (data[g + c]! / most) * (1 - share);
    data[g + c] = (v < 0 ? 0 : v > 1 ? 1 : v) * most + 0.5;
  }
  data[g + 3] = out * most + 0.5;
}

/** What a group does, shown by `opacity` only: between the ground before it and after it, weighed by alpha. */
export async function fade(ground: Ground, before: Uint16Array, opacity: number, work: Work): Promise<void> {
  const { width, height, data } = ground;
  for (let y = 0; y < height; y++) {
    for (let x = 0, g = y * width * 4; x < width; x++, g += 4) {
      const old = (before[g + 3]! / most) * (1 - opacity);
      const now = (data[g + 3]! / most) * opacity;
      const alpha = old + now;
      if (alpha > 0)
        for (let c = 0; c < 3; c++) data[g + c] = (before[g + c]! * old + data[g + c]! * now) / alpha + 0.5;
      data[g + 3] = alpha * most + 0.5;
    }
    await work.breathe();
  }
}
