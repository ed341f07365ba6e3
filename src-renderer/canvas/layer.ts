/** One picture of the stage: its preview at first, the whole file once its pixels would show. */
import { FabricImage } from 'fabric';
import { still } from './objects.ts';
import { loadImage, needsFull } from './pictures.ts';

export interface PictureSource {
  /** What the picture is: the hash of its medium. */
  key: string;
  first: string;
  full: string | null;
  onError(): void;
}

export class PictureLayer {
  readonly key: string;
  image: FabricImage | null = null;
  private readonly source: PictureSource;
  private readonly changed: () => void;
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
      const element = await loadImage(url);
      if (this.disposed) return;
      this.image = new FabricImage(element, still);
      this.changed();
    } catch {
      if (!this.disposed) this.source.onError();
    }
  }

  /** Loads the full picture when the drawn one is too coarse for this zoom. */
  sharpen(sceneWidth: number, scale: number, ratio: number) {
    if (!this.source.full || this.fullAsked || !this.image) return;
    if (!needsFull(this.image.width, sceneWidth, scale, ratio)) return;
    this.fullAsked = true;
    void this.load(this.source.full);
  }

  dispose() {
    this.disposed = true;
  }
}
