/** A slow breath while something is being looked up; still where a person asked for less motion. */
const PERIOD = 1_200;
const STILL = 0.6;
const FRAME = 40;

export class Pulse {
  private readonly apply: (opacity: number) => void;
  private frame = 0;

  constructor(apply: (opacity: number) => void) {
    this.apply = apply;
  }

  start() {
    if (this.frame) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return this.apply(STILL);
    const began = performance.now();
    let last = 0;
    const step = (now: number) => {
      if (now - last >= FRAME) {
        last = now;
        this.apply(0.625 + 0.375 * Math.cos(((now - began) / PERIOD) * 2 * Math.PI));
      }
      this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.apply(1);
  }
}
