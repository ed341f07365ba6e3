/** Checkpoints as authors publish them, and as people who mean harm or have bad luck might hand them over. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { StudioError } from '../../../../src-main/contract/index.ts';
import { openCheckpoint } from '../../../../src-main/runtime/checkpoint/open.ts';
import { PickleError, readPickle } from '../../../../src-main/runtime/checkpoint/pickle.ts';
import {
  headerOf,
  readTensors,
  writeSafetensors,
} from '../../../../src-main/runtime/checkpoint/safetensors.ts';
import type { StoredTensor } from '../../../../src-main/runtime/graph/index.ts';
import { reader } from '../../../../src-main/runtime/sessions/convert.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrail-checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fixture = (name: string): string =>
  join(import.meta.dirname, '..', '..', '..', 'parity', 'fixtures', 'checkpoints', name);
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

function valuesOf(path: string, { type, offset, bytes, shape }: StoredTensor): number[] {
  const read = reader(type, readFileSync(path).subarray(offset, offset + bytes));
  return Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => read(i));
}

const floats = (...values: number[]) => ({
  type: 'float32' as const,
  shape: [values.length],
  data: new Uint8Array(Float32Array.from(values).buffer),
});

/** A safetensors file with this header and so many bytes of data. */
const withHeader = (header: object | string, data = 64): Buffer => {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(data)]);
};
const entry = (from: number, to: number, shape: number[] = [(to - from) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

describe('torch archives', () => {
  const expected = JSON.parse(readFileSync(fixture('values.json'), 'utf8')) as Record<string, number[]>;
  it.each(['good.bin', 'nested.pt'])('%s is read where it lies', async (name) => {
    const checkpoint = await openCheckpoint([fixture(name)]);
    expect([...checkpoint.tensors.keys()].sort()).toEqual(Object.keys(expected).sort());
    for (const [key, tensor] of checkpoint.tensors)
      expect(valuesOf(fixture(name), tensor), key).toEqual(expected[key]);
    expect(checkpoint.get('view')).toMatchObject({ shape: [2, 6], type: 'float32' });
    expect(checkpoint.get('bf16')!.type).toBe('bfloat16');
    expect(checkpoint.get('tied')!.offset).toBe(checkpoint.get('whole')!.offset);
    expect(checkpoint.get('scalar')!.shape).toEqual([]);
  });
  it('parameters are tensors', async () => {
    expect((await openCheckpoint([fixture('parameters.pt')])).get('p')!.shape).toEqual([4, 6]);
  });
  it.each([
    ['strided.bin', /one piece/],
    ['evil.bin', /builds no tensor/],
    ['packed.bin', /compressed/],
    ['old.bin', /bare pickle/],
  ])('%s is refused', async (name, why) => {
    await expect(openCheckpoint([fixture(name)])).rejects.toThrow(why);
    expect(existsSync('vitrail-was-here')).toBe(false);
  });
  it('a pickle under another name is still one', async () => {
    const path = join(folder, 'model.safetensors');
    copyFileSync(fixture('evil.bin'), path);
    await expect(openCheckpoint([path])).rejects.toThrow(/builds no tensor/);
  });
  it('cut off anywhere, it is called damaged', async () => {
    const whole = readFileSync(fixture('good.bin'));
    for (let share = 0.05; share < 1; share += 0.13) {
      const path = put('cut.bin', whole);
      truncateSync(path, Math.floor(whole.length * share));
      await expect(openCheckpoint([path])).rejects.toBeInstanceOf(StudioError);
    }
  });
  it('asks for nothing by a name that is a list of lists of lists', () => {
    const parts = [Buffer.from('\x80\x02X\x01\0\0\0aq\0', 'latin1')];
    for (let i = 0; i < 60; i++) parts.push(Buffer.from([0x68, i, 0x68, i, 0x86, 0x71, i + 1]));
    const bomb = Buffer.concat([...parts, Buffer.from('X\x01\0\0\0b\x93.', 'latin1')]);
    expect(() => readPickle(bomb)).toThrow(/without a name/);
  });
  it('a directory beyond all numbers is called damaged', async () => {
    const whole = readFileSync(fixture('good.bin'));
    const end = Buffer.from(whole.subarray(whole.lastIndexOf('PK\x05\x06')));
    end.writeUInt16LE(0xffff, 10);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07');
    locator.writeBigUInt64LE(2n ** 63n, 8);
    const path = put('beyond.bin', Buffer.concat([whole.subarray(0, -end.length), locator, end]));
    await expect(openCheckpoint([path])).rejects.toThrow(/directory is missing/);
  });
  it('never does anything but build tensors or refuse', () => {
    const seen = fc.uint8Array({ maxLength: 200 }).map((bytes) => {
      try {
        readPickle(Buffer.from(bytes));
        return true;
      } catch (error) {
        return error instanceof PickleError;
      }
    });
    fc.assert(
      fc.property(seen, (fine) => fine),
      { numRuns: 3_000 },
    );
  });
  it('with bytes changed, it opens or is refused with words', async () => {
    const whole = readFileSync(fixture('good.bin'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (edits) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of edits) bytes[at] = value;
          const path = put('changed.bin', bytes);
          await openCheckpoint([path]).catch((error: unknown) => expect(error).toBeInstanceOf(StudioError));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('safetensors', () => {
  it('are read where they lie, shards too', async () => {
    const a = put('model-1.safetensors', writeSafetensors({ x: floats(1, 2, 3) }));
    put('model-2.safetensors', writeSafetensors({ y: floats(4, 5) }));
    const index = put(
      'model.safetensors.index.json',
      Buffer.from(JSON.stringify({ weight_map: { x: 'model-1.safetensors', y: 'model-2.safetensors' } })),
    );
    const checkpoint = await openCheckpoint([index]);
    expect(valuesOf(checkpoint.files[1]!, checkpoint.get('y')!)).toEqual([4, 5]);
    expect(valuesOf(a, (await openCheckpoint([a])).get('x')!)).toEqual([1, 2, 3]);
  });
  it('behind a symbolic link, as in a cache of the hub, are found', async () => {
    const path = put('blob', writeSafetensors({ x: floats(7) }));
    symlinkSync(path, join(folder, 'link.safetensors'));
    expect((await openCheckpoint([join(folder, 'link.safetensors')])).files).toEqual([path]);
  });
  it.each([
    [
      'a header longer than the file',
      Buffer.concat([Buffer.from([255, 255, 0, 0, 0, 0, 0, 0]), Buffer.from('{}')]),
      /claims/,
    ],
    [
      'a header of gigabytes',
      Buffer.from([0, 0, 0, 0, 255, 0, 0, 0, 0x7b, 0x7d, 0, 0, 0, 0, 0, 0, 0]),
      /claims/,
    ],
    ['no JSON', withHeader('{"a": nonsense}'), /JSON/],
    ['an offset past the end', withHeader({ a: entry(0, 256) }), /past the end/],
    ['two tensors that overlap', withHeader({ a: entry(0, 32), b: entry(16, 48) }), /overlap/],
    [
      'the same name twice',
      withHeader(
        '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}',
      ),
      /two tensors/,
    ],
    [
      'the same name twice, written in two ways',
      withHeader(
        '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}',
      ),
      /two tensors called a/,
    ],
    ['a size that isn’t the shape’s', withHeader({ a: entry(0, 32, [3]) }), /32 bytes/],
    ['sizes that overflow', withHeader({ a: entry(0, 32, [2 ** 40, 2 ** 40]) }), /bytes for/],
    ['an unknown type', withHeader({ a: entry(0, 32, [8], 'F13') }), /F13/],
    ['an end before the beginning', withHeader({ a: entry(32, 0, [8]) }), /before it begins/],
    ['a negative size', withHeader({ a: entry(0, 4, [-1]) }), /malformed/],
    ['no object', withHeader('{"a": 3}'), /malformed/],
  ])('with %s are refused', async (_, bytes, why) => {
    await expect(openCheckpoint([put('bad.safetensors', bytes)])).rejects.toThrow(why);
  });
  it.each(['../outside.safetensors', '/etc/passwd', 'a/b.safetensors', '..', '.hidden'])(
    'an index that names %s is refused',
    async (name) => {
      const index = put('evil.index.json', Buffer.from(JSON.stringify({ weight_map: { x: name } })));
      await expect(openCheckpoint([index])).rejects.toThrow(/another folder/);
    },
  );
  it('names with quotes, braces and colons are names', async () => {
    const name = '"a": {[\\';
    const path = put('quoted.safetensors', writeSafetensors({ [name]: floats(1), [`${name}"`]: floats(2) }));
    expect([...(await openCheckpoint([path])).tensors.keys()]).toEqual([name, `${name}"`]);
  });
  it('what is no file is refused, not waited for', async () => {
    await expect(openCheckpoint([folder])).rejects.toThrow(/is a folder/);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(openCheckpoint([join(folder, 'pipe')])).rejects.toThrow(/is no file/);
  });
  it('inputs are checked as checkpoints are', async () => {
    const short = put('short.safetensors', withHeader({ x: entry(0, 16, [7]) }));
    await expect(readTensors(short)).rejects.toThrow(/16 bytes for 7 values/);
  });
  it('two shards with the same tensor are refused', async () => {
    const a = put('one.safetensors', writeSafetensors({ x: floats(1) }));
    const b = put('two.safetensors', writeSafetensors({ x: floats(2) }));
    await expect(openCheckpoint([a, b])).rejects.toThrow(/two tensors/);
  });
  it('with bytes changed, they open or are refused with words', async () => {
    const whole = writeSafetensors({ x: floats(1, 2, 3), y: floats(4), z: floats(5, 6) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (edits) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of edits) bytes[at] = value;
          const path = put('changed.safetensors', bytes);
          await openCheckpoint([path]).catch((error: unknown) => expect(error).toBeInstanceOf(StudioError));
        },
      ),
      { numRuns: 500 },
    );
  });
  it.skipIf(process.platform !== 'linux')('of ten gigabytes open by their header alone', async () => {
    const entries = Array.from({ length: 300 }, (_, i) => ({
      name: `layers.${i}.weight`,
      type: 'float16' as const,
      shape: [4096, 4096],
    }));
    const header = headerOf(entries);
    const path = put('large.safetensors', header);
    truncateSync(path, header.length + 300 * 4096 * 4096 * 2); // a hole: it takes no room
    const read = () => Number(/^rchar: (\d+)/m.exec(readFileSync('/proc/self/io', 'utf8'))![1]);
    const before = read();
    const { tensors } = await openCheckpoint([path]);
    expect(read() - before).toBeLessThan(1e8);
    expect(tensors.size).toBe(300);
    expect(tensors.get('layers.299.weight')).toMatchObject({ offset: header.length + 299 * 2 ** 25 });
  });
  it.each([[0], [5], [15]])('a file of %i bytes is no checkpoint', async (size) => {
    await expect(openCheckpoint([put('short', Buffer.alloc(size))])).rejects.toBeInstanceOf(StudioError);
  });
});
