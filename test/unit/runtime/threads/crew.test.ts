import { describe, expect, it } from 'vitest';
import { Crew, here } from '../../../../src-main/runtime/threads/crew.ts';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { adding, endless, failing, waiting } from './kernels.ts';

const entry = new URL('./worker.ts', import.meta.url);
const plane = Float32Array.from({ length: 100 }, (_, i) => i);

/** Adds `plane` to as many rows of numbers. */
async function added(run: Crew['run'], count: number): Promise<{ rows: Float32Array[]; told: number[] }> {
  const rows: Float32Array[] = [];
  const told: number[] = [];
  await run(
    adding,
    { plane },
    {
      count,
      input: (part) => ({ values: new Float32Array(100).fill(1000 * part) }),
      output: (part, { values }) => (rows[part] = values.slice()),
    },
    makeWork(new AbortController().signal, (done, total) => told.push(done / total)),
  );
  return { rows, told };
}

describe('a crew', () => {
  it.each([1, 2, 5])('does the same with %i threads as without, and tells how far it is', async (size) => {
    const crew = new Crew(entry, size);
    const { rows, told } = await added(crew.run.bind(crew), 83);
    expect(rows).toEqual((await added(here, 83)).rows);
    expect(rows[82]![99]).toBe(82_099);
    expect(plane[99]).toBe(99);
    expect(crew.threads).toBe(size > 1 ? size : 0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('does several jobs at once', async () => {
    const crew = new Crew(entry, 2);
    const both = await Promise.all([40, 31].map((count) => added(crew.run.bind(crew), count)));
    expect(both.map(({ rows }) => rows.filter((row, part) => row[1] === 1000 * part + 1).length)).toEqual([
      40, 31,
    ]);
  });

  it('passes on what a kernel throws, and goes on', async () => {
    const crew = new Crew(entry, 2);
    const parts = { count: 40, input: (part: number) => ({ part }), output: () => {} };
    await expect(crew.run(failing, null, parts, makeWork(new AbortController().signal))).rejects.toThrow(
      new RangeError('the third'),
    );
    expect((await added(crew.run.bind(crew), 9)).rows).toHaveLength(9);
  });

  it('hears of a cancel while its threads are busy, and is there for what comes next', async () => {
    const crew = new Crew(entry, 2);
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const stop = new AbortController();
    const taken: number[] = [];
    const parts = {
      count: 8,
      slow: true,
      input: (part: number) => ({ part }),
      output: (part: number) => taken.push(part),
    };
    const running = crew.run(waiting, { gate }, parts, makeWork(stop.signal));
    setTimeout(() => stop.abort());
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    expect((await added(crew.run.bind(crew), 9)).rows).toHaveLength(9);
    expect(taken).toEqual([]);
  });

  it('stops its threads in the middle of a part when it is cancelled', async () => {
    const crew = new Crew(entry, 2);
    const rounds = new Int32Array(new SharedArrayBuffer(4));
    const stop = new AbortController();
    const parts = { count: 12, slow: true, input: (part: number) => ({ part }), output: () => {} };
    const running = crew.run(endless, { rounds }, parts, makeWork(stop.signal));
    const begun = setInterval(() => {
      if (Atomics.load(rounds, 0)) stop.abort();
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    clearInterval(begun);
    // Neither what it was at nor what it had been handed keeps a thread from the next job.
    expect((await added(crew.run.bind(crew), 40)).rows).toHaveLength(40);
    expect(crew.threads).toBe(2);
  });

  it('starts no more threads than pay for themselves', async () => {
    const crew = new Crew(entry, 8);
    await added(crew.run.bind(crew), 9);
    expect(crew.threads).toBe(0);
    await added(crew.run.bind(crew), 16);
    expect(crew.threads).toBe(1);
    await added(crew.run.bind(crew), 50);
    expect(crew.threads).toBe(4);
    await added(crew.run.bind(crew), 1000);
    expect(crew.threads).toBe(8);
  });
});
