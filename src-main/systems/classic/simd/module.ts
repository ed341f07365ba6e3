/** Programs of WebAssembly, each with a memory of its own: what computes on two numbers at a time. */

/** What is used of WebAssembly: its types belong to browsers' libraries. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

interface Memory {
  buffer: ArrayBuffer;
  grow(pages: number): number;
}

export interface Exports {
  memory: Memory;
}

const modules = new Map<string, object>();
const page = 65_536;

/** A new instance of a program (Base64, as in `compiled.ts`). */
export function start<E extends Exports>(program: string): E {
  let module = modules.get(program);
  if (!module) modules.set(program, (module = new WebAssembly.Module(Buffer.from(program, 'base64'))));
  return new WebAssembly.Instance(module).exports as E;
}

/** Sees to it that a memory reaches to `end`. Views of it made before are empty where it had to grow. */
export function reach({ memory }: Exports, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / page));
}
