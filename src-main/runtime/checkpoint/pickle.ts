/**
 * Reads the pickles of torch's state dictionaries and nothing else. A pickle is a program; of its instructions only
 * those are followed that build dictionaries, lists, tuples, numbers, strings and tensors, and nothing is ever called
 * but the three functions below, which are ours. https://docs.python.org/3/library/pickletools.html
 */

export class PickleError extends Error {
  override readonly name = 'PickleError';
}

/** Where a tensor's values begin in a storage, counted in values. */
export interface PickledTensor {
  storage: PickledStorage;
  offset: number;
  shape: number[];
  stride: number[];
}

export interface PickledStorage {
  /** `FloatStorage`, `HalfStorage` … */
  type: string;
  /** Name of the archive's entry. */
  key: string;
  count: number;
}

const isTensor = (v: unknown): v is PickledTensor => typeof v === 'object' && v !== null && 'storage' in v;

class Global {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
class Mark {}
const mark = new Mark();

const storages = new Set(
  'Float Double Half BFloat16 Long Int Short Char Byte Bool'.split(' ').map((name) => `torch.${name}Storage`),
);
const callable = new Set([
  'collections.OrderedDict',
  'torch._utils._rebuild_tensor_v2',
  'torch._utils._rebuild_parameter',
]);

type Dict = Map<unknown, unknown>;

/** Most instructions that are followed: the largest state dictionaries take some tens of thousands. */
const most = 20_000_000;

/** @returns what the pickle holds: maps, arrays, numbers, strings, tensors. @throws PickleError */
export function readPickle(bytes: Buffer): unknown {
  return new Reader(bytes).run();
}

/** The tensors of a state dictionary by name; nested dictionaries (`state_dict`, `model` …) are looked into. */
export function tensorsIn(value: unknown, depth = 0): Map<string, PickledTensor> {
  if (!(value instanceof Map)) throw new PickleError('it holds no dictionary of tensors');
  const found = new Map<string, PickledTensor>();
  for (const [key, v] of value) if (typeof key === 'string' && isTensor(v)) found.set(key, v);
  if (found.size || depth > 2) return found;
  for (const key of ['state_dict', 'model', 'module', 'params', 'params_ema'])
    if (value.get(key) instanceof Map) return tensorsIn(value.get(key), depth + 1);
  return found;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  run(): unknown {
    for (let steps = 0; steps < most; steps++) {
      const code = this.#byte();
      if (code === 0x2e) return this.#pop(); // STOP
      this.#step(code);
    }
    throw new PickleError('it has too many instructions');
  }

  #step(code: number): void {
    switch (String.fromCharCode(code)) {
      case '\x80': // PROTO
        this.#byte();
        return;
      case '\x95': // FRAME
        this.#take(8);
        return;
      case '}':
      case ')':
      case ']':
        return this.#push(code === 0x7d ? new Map() : []);
      case '(':
        return this.#push(mark);
      case 'N':
        return this.#push(null);
      case '\x88':
        return this.#push(true);
      case '\x89':
        return this.#push(false);
      case 'K':
        return this.#push(this.#byte());
      case 'M':
        return this.#push(this.#take(2).readUInt16LE());
      case 'J':
        return this.#push(this.#take(4).readInt32LE());
      case '\x8a': // LONG1
        return this.#push(long(this.#take(this.#byte())));
      case 'G':
        return this.#push(this.#take(8).readDoubleBE());
      case 'X':
        return this.#push(this.#text(this.#take(4).readUInt32LE()));
      case '\x8c':
        return this.#push(this.#text(this.#byte()));
      case 'U':
      case 'C':
        return this.#push(this.#text(this.#byte()));
      case 'c':
        return this.#push(this.#global(`${this.#line()}.${this.#line()}`));
      case '\x93': {
        const name = this.#pop();
        const module = this.#pop();
        // Made into text, a few lists of lists would take longer than the universe lasts.
        if (typeof name !== 'string' || typeof module !== 'string')
          throw new PickleError('it asks for something without a name');
        return this.#push(this.#global(`${module}.${name}`));
      }
      case 'q':
        return this.#remember(this.#byte());
      case 'r':
        return this.#remember(this.#take(4).readUInt32LE());
      case '\x94':
        return this.#remember(this.#memo.size);
      case 'h':
        return this.#recall(this.#byte());
      case 'j':
        return this.#recall(this.#take(4).readUInt32LE());
      case 't':
      case 'l':
        return this.#push(this.#toMark());
      case '\x85':
        return this.#push(this.#last(1));
      case '\x86':
        return this.#push(this.#last(2));
      case '\x87':
        return this.#push(this.#last(3));
      case 's':
        return this.#setItems(this.#last(2));
      case 'u':
        return this.#setItems(this.#toMark());
      case 'a':
        return this.#append([this.#pop()]);
      case 'e':
        return this.#append(this.#toMark());
      case 'Q':
        return this.#push(storage(this.#pop()));
      case 'R':
        return this.#call();
      case 'b': // BUILD sets attributes, as of an OrderedDict's metadata: dropped
        this.#pop();
        return;
      case '0':
        this.#pop();
        return;
      default:
        throw new PickleError(`it uses the instruction 0x${code.toString(16)}, which builds no tensor`);
    }
  }

  #call(): void {
    const args = this.#pop();
    const callee = this.#pop();
    if (!(callee instanceof Global) || !callable.has(callee.name) || !Array.isArray(args))
      throw new PickleError('it calls something that builds no tensor');
    if (callee.name === 'collections.OrderedDict') {
      if (args.length) throw new PickleError('its dictionary is made in an unknown way');
      return this.#push(new Map());
    }
    if (callee.name === 'torch._utils._rebuild_parameter') return this.#push(args[0]);
    const [from, offset, shape, stride] = args as unknown[];
    const sizes = [
      offset,
      ...(Array.isArray(shape) ? shape : [NaN]),
      ...(Array.isArray(stride) ? stride : [NaN]),
    ];
    if (!isStorage(from) || !sizes.every((v) => Number.isSafeInteger(v) && (v as number) >= 0))
      throw new PickleError('a tensor is described in an unknown way');
    this.#push({ storage: from, offset, shape, stride } as PickledTensor);
  }

  #global(name: string): Global {
    if (!callable.has(name) && !storages.has(name))
      throw new PickleError(`it asks for ${name.slice(0, 80)}, which builds no tensor`);
    return new Global(name);
  }

  #setItems(items: unknown[]): void {
    const target = this.#stack.at(-1);
    if (!(target instanceof Map) || items.length % 2)
      throw new PickleError('an entry belongs to no dictionary');
    for (let i = 0; i < items.length; i += 2) (target as Dict).set(items[i], items[i + 1]);
  }

  #append(items: unknown[]): void {
    const target = this.#stack.at(-1);
    if (!Array.isArray(target)) throw new PickleError('an item belongs to no list');
    for (const item of items) target.push(item);
  }

  #push(value: unknown): void {
    this.#stack.push(value);
  }

  #pop(): unknown {
    if (!this.#stack.length) throw new PickleError('it takes more than it has');
    return this.#stack.pop();
  }

  #last(count: number): unknown[] {
    if (this.#stack.length < count) throw new PickleError('it takes more than it has');
    return this.#stack.splice(-count);
  }

  #toMark(): unknown[] {
    const at = this.#stack.lastIndexOf(mark);
    if (at < 0) throw new PickleError('it closes what it never opened');
    const items = this.#stack.splice(at);
    items.shift();
    return items;
  }

  #remember(at: number): void {
    this.#memo.set(at, this.#stack.at(-1));
  }

  #recall(at: number): void {
    if (!this.#memo.has(at)) throw new PickleError('it recalls what it never kept');
    this.#push(this.#memo.get(at));
  }

  #byte(): number {
    return this.#take(1)[0]!;
  }

  #take(count: number): Buffer {
    if (this.#at + count > this.#bytes.length) throw new PickleError('it ends early');
    return this.#bytes.subarray(this.#at, (this.#at += count));
  }

  #text(length: number): string {
    return this.#take(length).toString('utf8');
  }

  #line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#at);
    if (end < 0) throw new PickleError('it ends early');
    const line = this.#text(end - this.#at);
    this.#at = end + 1;
    return line;
  }
}

const isStorage = (v: unknown): v is PickledStorage => typeof v === 'object' && v !== null && 'key' in v;

/** Little-endian two's complement. */
function long(bytes: Buffer): number {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
  return Number(BigInt.asIntN(bytes.length * 8, value));
}

/** A persistent id as torch.save writes it: ('storage', type, key, device, count). */
function storage(id: unknown): PickledStorage {
  const [kind, type, key, , count] = Array.isArray(id) ? (id as unknown[]) : [];
  if (kind !== 'storage' || !(type instanceof Global) || typeof key !== 'string' || typeof count !== 'number')
    throw new PickleError('it refers to something that is no storage');
  return { type: type.name.slice('torch.'.length), key, count };
}
