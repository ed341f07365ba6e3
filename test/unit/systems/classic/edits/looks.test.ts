import { describe, expect, it } from 'vitest';
import { looks } from '../../../../../src-main/systems/classic/edits/looks.ts';
import { monotoneCurve } from '../../../../../src-main/systems/classic/edits/curves.ts';
import { at, draw } from '../pictures.ts';
import { apply, oklab, photo, rms } from './apply.ts';

const names = Object.keys(looks) as (keyof typeof looks)[];
const greys = draw(256, 4, (x) => [x, x, x]);
/** The mean OKLab of a column of the grey wedge after the look: grain averages out over neighbours. */
function tone(out: typeof greys, x: number): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = -8; i <= 8; i++)
    for (let y = 0; y < 4; y++)
      oklab(at(out, Math.min(255, Math.max(0, x + i)), y)).forEach((v, c) => (sum[c]! += v / 68));
  return sum;
}

describe('film looks', () => {
  it('rise from dark to bright', () => {
    for (const name of names) {
      const curve = monotoneCurve(looks[name].tone);
      for (let v = 0; v < 1; v += 0.01) expect(curve(v + 0.01), name).toBeGreaterThan(curve(v));
    }
  });

  it('differ from the photo and from one another, and blend', async () => {
    const coffee = await photo('coffee');
    const made = await Promise.all(names.map((look) => apply(coffee, null, 'film-look', { look })));
    for (const [i, one] of made.entries()) {
      expect(rms(one, coffee), names[i]).toBeGreaterThan(3);
      for (const [j, other] of made.entries())
        if (j > i) expect(rms(one, other), `${names[i]} ${names[j]}`).toBeGreaterThan(3);
      const half = await apply(coffee, null, 'film-look', { look: names[i], amount: 0.5 });
      expect(rms(half, coffee), names[i]).toBeLessThan(0.7 * rms(one, coffee));
      expect(rms(half, one), names[i]).toBeLessThan(0.7 * rms(one, coffee));
    }
    expect((await apply(coffee, null, 'film-look', { look: 'vivid', amount: 0 })).data).toEqual(coffee.data);
  });

  it('do what their names say', async () => {
    const look = async (name: string) => apply(greys, null, 'film-look', { look: name });
    expect(tone(await look('faded'), 8)[0]).toBeGreaterThan(0.17);
    const noir = await look('noir');
    for (let x = 0; x < 256; x += 15) expect(new Set(at(noir, x, 1)).size).toBe(1);
    const warm = tone(await look('golden'), 150)[2];
    const cold = tone(await look('cool'), 150)[2];
    expect(warm).toBeGreaterThan(0.02);
    expect(cold).toBeLessThan(-0.01);
    const cinema = await look('teal-orange');
    expect(tone(cinema, 50)[2]).toBeLessThan(-0.01);
    expect(tone(cinema, 215)[2]).toBeGreaterThan(0.008);
    const sepia = await apply(
      draw(40, 40, () => [40, 90, 200]),
      null,
      'film-look',
      { look: 'sepia' },
    );
    expect(at(sepia, 20, 20)[0]).toBeGreaterThan(at(sepia, 20, 20)[2]!);
  });

  it('have grain that repeats', async () => {
    const flat = draw(64, 64, () => [120, 120, 120]);
    const a = await apply(flat, null, 'film-look', { look: 'noir' }, 1);
    const b = await apply(flat, null, 'film-look', { look: 'noir' }, 2);
    expect(a.data).toEqual(b.data);
    expect(new Set(a.data).size).toBeGreaterThan(8);
  });
});
