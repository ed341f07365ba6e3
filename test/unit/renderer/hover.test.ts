import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SketchMask } from '../../../src-main/contract/region.ts';
import { HoverPreview, REST } from '../../../src-renderer/canvas/hover.ts';

const maskOf = (name: string): SketchMask => ({ size: [1, 1], counts: name });

/** A studio that answers when it is told to. */
function desk() {
  const asked: { x: number; settled: boolean; answer(mask: SketchMask | null): void }[] = [];
  const shown: (string | null)[] = [];
  const stop = vi.fn();
  const preview = new HoverPreview({
    ask: ({ x }, settled) => new Promise((answer) => asked.push({ x, settled, answer })),
    stop,
    show: (mask) => shown.push(mask && mask.counts),
  });
  const answer = async (mask: string | null) => {
    asked.at(-1)!.answer(mask === null ? null : maskOf(mask));
    await vi.advanceTimersByTimeAsync(60);
  };
  return { preview, asked, shown, stop, answer };
}
const at = (x: number) => ({ x, y: 0.5 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a preview under the pointer', () => {
  it('asks one question at a time, and the newest place next', async () => {
    const { preview, asked, shown, answer } = desk();
    for (const x of [0.1, 0.2, 0.3]) preview.move(at(x));
    expect(asked.map((a) => a.x)).toEqual([0.1]);
    await answer('first');
    expect(asked.map((a) => a.x)).toEqual([0.1, 0.3]);
    await answer('third');
    expect(shown).toEqual(['first', 'third']);
    expect(asked).toHaveLength(2);
  });

  it('becomes exactly the click’s answer once the pointer rests, and stays where that says nothing', async () => {
    const { preview, asked, shown, answer } = desk();
    preview.move(at(0.1));
    await answer('guess');
    await vi.advanceTimersByTimeAsync(REST);
    expect(asked.map((a) => a.settled)).toEqual([false, true]);
    await answer('exact');
    preview.move(at(0.2));
    await answer('next');
    await vi.advanceTimersByTimeAsync(REST);
    await answer(null);
    expect(shown).toEqual(['guess', 'exact', 'next']);
  });

  it('shows a guess at once, also one that comes after the pointer has come to rest', async () => {
    const { preview, asked, shown } = desk();
    preview.move(at(0.1));
    asked[0]!.answer(maskOf('quick'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['quick']);
    await vi.advanceTimersByTimeAsync(60);
    preview.move(at(0.2));
    await vi.advanceTimersByTimeAsync(REST);
    expect(asked.map((a) => a.settled)).toEqual([false, false, true]);
    asked[1]!.answer(maskOf('slow'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['quick', 'slow']);
  });

  it('keeps exactly the click’s answer when the guess comes after it', async () => {
    const { preview, asked, shown } = desk();
    preview.move(at(0.1));
    await vi.advanceTimersByTimeAsync(REST);
    asked[1]!.answer(maskOf('exact'));
    await vi.advanceTimersByTimeAsync(0);
    asked[0]!.answer(maskOf('late guess'));
    await vi.advanceTimersByTimeAsync(60);
    expect(shown).toEqual(['exact']);
  });

  it('ends a settled question when the pointer moves on, and never shows its answer', async () => {
    const { preview, asked, shown, stop, answer } = desk();
    preview.move(at(0.1));
    await answer('guess');
    await vi.advanceTimersByTimeAsync(REST);
    const late = asked.at(-1)!;
    preview.move(at(0.4));
    expect(stop).toHaveBeenCalledOnce();
    await answer('elsewhere');
    late.answer(maskOf('late'));
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toEqual(['guess', 'elsewhere']);
  });

  it('goes when the pointer leaves, and an answer that comes after that is not shown', async () => {
    const { preview, asked, shown, answer } = desk();
    preview.move(at(0.1));
    await answer('guess');
    preview.move(at(0.2));
    preview.clear();
    expect(shown).toEqual(['guess', null]);
    asked.at(-1)!.answer(maskOf('late'));
    await vi.advanceTimersByTimeAsync(10 * REST);
    expect(shown).toEqual(['guess', null]);
    expect(asked).toHaveLength(2);
    preview.clear();
    expect(shown).toEqual(['guess', null]);
  });

  it('asks again when the pointer is back where it left', async () => {
    const { preview, asked, answer } = desk();
    preview.move(at(0.1));
    await answer('guess');
    preview.clear();
    preview.move(at(0.1));
    expect(asked).toHaveLength(2);
  });
});
