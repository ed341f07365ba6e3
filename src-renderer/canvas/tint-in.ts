const tints = new WeakMap<HTMLCanvasElement, Map<string, HTMLCanvasElement>>();

/** A mask's tint in another colour, made once. */
export function tinted(tint: HTMLCanvasElement, colour: string): HTMLCanvasElement {
  const known = tints.get(tint) ?? new Map<string, HTMLCanvasElement>();
  tints.set(tint, known);
  let made = known.get(colour);
  if (!made) {
    made = document.createElement('canvas');
    made.width = tint.width;
    made.height = tint.height;
    const context = made.getContext('2d')!;
    context.drawImage(tint, 0, 0);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = colour;
    context.fillRect(0, 0, tint.width, tint.height);
    known.set(colour, made);
  }
  return made;
}
