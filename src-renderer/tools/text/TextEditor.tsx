import { useEffect, useRef, type KeyboardEvent } from 'react';
import { chained } from '../../../src-main/contract/placing.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../strings/index.ts';
import { familyOf, LINE, measured, padOf } from './render.ts';
import { textTool, useText } from './state.ts';
import classes from './text.module.css';

/** The box that a text is typed in, where and as it will lie on the canvas. */
export function TextEditor() {
  const writing = useText((s) => s.writing);
  const style = useText((s) => s.style);
  const view = useStore((s) => s.view);
  const box = useRef<HTMLTextAreaElement>(null);
  const open = writing !== null;
  useEffect(() => {
    const element = box.current;
    if (!open || !element) return;
    element.focus({ preventScroll: true });
    element.select();
  }, [open]);
  if (!writing) return null;

  const size = measured(`${writing.value || t.text.placeholder} `, style);
  const map = chained(writing.map, [view.scale, 0, 0, view.scale, view.x, view.y]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') textTool.current?.cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void textTool.current?.commit();
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={box}
      className={classes.editor}
      aria-label={t.text.label}
      placeholder={t.text.placeholder}
      value={writing.value}
      maxLength={2_000}
      spellCheck={false}
      wrap="off"
      style={{
        width: size.width,
        height: size.height,
        padding: padOf(style),
        transform: `matrix(${map.join()})`,
        fontFamily: familyOf(style.family),
        fontSize: style.size,
        fontWeight: style.weight,
        lineHeight: LINE,
        color: style.colour,
        textAlign: style.align,
      }}
      onChange={(event) => useText.setState({ writing: { ...writing, value: event.currentTarget.value } })}
      onKeyDown={onKeyDown}
    />
  );
}
