import type { KeyboardEvent } from 'react';
import { MentionText } from '../regions/MentionText.tsx';
import { t } from '../strings/index.ts';
import { insertText } from './insert.ts';
import classes from './quotes.module.css';
import { piecesOf } from './quotes.ts';

/** The studio's words. A click on something to say puts it into the composer, to be sent or changed. */
export function QuotedText({ text }: { text: string }) {
  return piecesOf(text).map((piece, i) =>
    piece.sayable ? (
      <Quote key={i} text={piece.text} />
    ) : (
      <MentionText key={i} text={unnamed(piece.text)} known={null} />
    ),
  );
}

/** `@1 (dog)` is what a region was called then; its chip says what it is called now. */
const unnamed = (text: string): string => text.replace(/(@\d+) \((?:[^()]|\([^()]*\))*\)/g, '$1');

/**
 * English in every language: the studio is spoken to in it. No <button>: that would be a box of its own, which lines
 * can't break in and punctuation can be torn from.
 */
function Quote({ text }: { text: string }) {
  const insert = () => insertText(text);
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    insert();
  };
  return (
    <span
      role="button"
      lang="en"
      tabIndex={0}
      className={classes.quote}
      title={t.chat.useExample}
      onClick={insert}
      onKeyDown={keyed}
    >
      {text}
    </span>
  );
}
