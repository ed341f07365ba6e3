/** The words that are looked for, marked wherever they stand in the thread (CSS Custom Highlight API: no element changes). */
import { useEffect, type RefObject } from 'react';
import { marksIn } from './marks.ts';

/** The names that `theme/global.css` gives their looks. */
const everywhere = 'v-found';
const here = 'v-found-here';

/** What is pressed or only heard is not what a message says. */
const aside = 'button, [aria-hidden], .mantine-VisuallyHidden-root';

/** Texts of an element by the lines that they stand in: words don't go on from one block to the next, but for what says that it is a line. */
function linesOf(root: Element): Text[][] {
  const lines = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    let block = node.parentElement!;
    if (block.closest(aside)) continue;
    while (block !== root && getComputedStyle(block).display === 'inline') block = block.parentElement!;
    block = block.closest('[data-line]') ?? block;
    const line = lines.get(block);
    if (line) line.push(node);
    else lines.set(block, [node]);
  }
  return [...lines.values()];
}

function rangesIn(root: Element, words: string): Range[] {
  return linesOf(root).flatMap((line) =>
    marksIn(
      line.map((text) => text.data),
      words,
    ).map(({ from, to }) => {
      const range = new Range();
      range.setStart(line[from.piece]!, from.offset);
      range.setEnd(line[to.piece]!, to.offset);
      return range;
    }),
  );
}

/**
 * Marks the words in the messages of a thread that hold them (`[data-holds]`; the one shown now is `[data-found]`),
 * also in those that come into sight later. No words: nothing.
 */
export function useMarks(content: RefObject<HTMLElement | null>, words: string): void {
  useEffect(() => {
    const box = content.current;
    if (!box || !words.trim() || !('highlights' in CSS)) return;
    const mark = () => {
      const rows = [...box.querySelectorAll('[data-holds]')];
      const ranges = (found: boolean) =>
        rows.filter((row) => row.hasAttribute('data-found') === found).flatMap((row) => rangesIn(row, words));
      CSS.highlights.set(everywhere, new Highlight(...ranges(false)));
      CSS.highlights.set(here, new Highlight(...ranges(true)));
    };
    mark();
    const observer = new MutationObserver(mark);
    const attributes = { attributes: true, attributeFilter: ['data-holds', 'data-found'] };
    observer.observe(box, { childList: true, subtree: true, characterData: true, ...attributes });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(everywhere);
      CSS.highlights.delete(here);
    };
  }, [content, words]);
}
