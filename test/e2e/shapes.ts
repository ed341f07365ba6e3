/** Two shapes on grey, a hand that points at them, and what came of it in the mask. */
import { fit } from '../../src-renderer/canvas/view.ts';
import { expect, pixels, type Pixels, type StudioPage } from './studio.ts';

export const W = 640;
export const H = 480;
export const RED = '#c81e28';
export const BLUE = '#1e50c8';
/** A red disc at the left, a blue square at the right, on grey. */
export const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">
  <rect width="${W}" height="${H}" fill="#a0a098"/>
  <circle cx="180" cy="160" r="70" fill="${RED}"/>
  <rect x="400" y="240" width="140" height="140" fill="${BLUE}"/></svg>`;

/** A person at the picture: places are in its pixels. */
export class Hand {
  readonly studio: StudioPage;
  constructor(studio: StudioPage) {
    this.studio = studio;
  }
  get page() {
    return this.studio.page;
  }
  async at(x: number, y: number): Promise<[number, number]> {
    const box = (await this.studio.stage.boundingBox())!;
    const view = fit({ width: W, height: H }, box);
    return [box.x + view.x + x * view.scale, box.y + view.y + y * view.scale];
  }
  async click(x: number, y: number) {
    await this.page.mouse.click(...(await this.at(x, y)));
  }
  async drag(...places: [number, number][]) {
    await this.page.mouse.move(...(await this.at(...places[0]!)));
    await this.page.mouse.down();
    for (const place of places.slice(1))
      await this.page.mouse.move(...(await this.at(...place)), { steps: 6 });
    await this.page.mouse.up();
  }
  async held(keys: string[], work: () => Promise<void>) {
    for (const key of keys) await this.page.keyboard.down(key);
    await work();
    for (const key of keys) await this.page.keyboard.up(key);
  }
  tool = (name: string) =>
    this.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true }).click();
  mode = (name: string) => this.page.getByRole('button', { name, exact: true }).click();
  /** The mask, once nothing is being looked up any more. */
  async mask(): Promise<Pixels> {
    await expect(this.studio.selection.getByText(/% of the picture|Nothing found/)).toBeVisible();
    const { bytes } = await this.studio.export('Mask as PNG');
    await expect(this.page.getByRole('menu')).toHaveCount(0); // shortcuts rest while a menu is open
    return pixels(bytes);
  }
  async clear() {
    await expect(this.page.getByRole('menu')).toHaveCount(0);
    await this.studio.stage.focus();
    await this.page.keyboard.press('Escape');
    await expect(this.studio.selection).toHaveCount(0);
  }
}

export const value = ({ data, width }: Pixels, x: number, y: number) => data[4 * (y * width + x)]!;
/** Inside (`true`) or outside at each place. */
export const at = (mask: Pixels, ...places: [number, number][]) =>
  places.map(([x, y]) => value(mask, x, y) > 127);
export const area = (mask: Pixels) => {
  let sum = 0;
  for (let i = 0; i < mask.data.length; i += 4) sum += mask.data[i]! / 255;
  return sum;
};
