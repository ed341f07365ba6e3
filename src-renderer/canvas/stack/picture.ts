/** A layer's picture as it is drawn: its preview at first, the whole file once its pixels would show. */
import { loadImage, needsFull } from '../pictures.ts';
import { maskedImage, widthOf } from './draw.ts';

export interface PictureSource {
  /** What the picture is: the hash of its medium, and of its mask. */
  key: string;
  first: string;
  full: string | null;
  mask: string | null;
  /** Its mask is put into it without loss (see `isSteep`). */
  exact: boolean;
  onError(): void;
}

let next = 1;

export class LayerPicture {
  readonly key: string;
  /** `null` until the first picture is there. */
  image: HTMLImageElement | HTMLCanvasElement | null = null;
  /** Another number for each picture that was drawn: whoever keeps something made from it can tell. */
  edition = 0;
  private readonly source: PictureSource;
  private readonly changed: () => void;
  private mask: HTMLImageElement | null = null;
  private fullAsked = false;
  private disposed = false;

  constructor(source: PictureSource, changed: () => void) {
    this.key = source.key;
    this.source = source;
    this.changed = changed;
    void this.load(source.first);
  }

  private async load(url: string) {
    try {
      const [image, mask] = await Promise.all([
        loadImage(url),
        this.source.mask ? (this.mask ?? loadImage(this.source.mask)) : null,
      ]);
      if (this.disposed) return;
      this.mask = mask;
      this.image = mask ? maskedImage(image, mask, this.source.exact) : image;
      this.edition = next++;
      this.changed();
    } catch {
      if (!this.disposed) this.source.onError();
    }
  }

  /** Loads the full picture when the drawn one is too coarse. `shown`: device pixels that it is wide on screen. */
  sharpen(width: number, shown: number) {
    const { image } = this;
    if (!this.source.full || this.fullAsked || !image) return;
    if (!needsFull(widthOf(image), width, shown / width, 1)) return;
    this.fullAsked = true;
    void this.load(this.source.full);
  }

  dispose() {
    this.disposed = true;
  }
}
