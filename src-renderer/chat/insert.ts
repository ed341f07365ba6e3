/** Puts text into the composer, at the caret, as if it had been typed. */
import { composer, focusComposer } from './focus.ts';

export function insertText(text: string): void {
  const box = composer.current;
  if (!box) return;
  const { value, selectionStart, selectionEnd } = box;
  const before = value.slice(0, selectionStart);
  const after = value.slice(selectionEnd);
  const padded = `${before && !/\s$/.test(before) ? ' ' : ''}${text}${/^\s/.test(after) ? '' : ' '}`;
  type(box, before + padded + after, before.length + padded.length);
  focusComposer();
}

/** Sets the text of a box that React controls, and tells React. */
export function type(box: HTMLTextAreaElement, value: string, caret: number): void {
  // React keeps a setter of its own on the element: the one below it changes the value without React's knowing.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box, value);
  box.setSelectionRange(caret, caret);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
