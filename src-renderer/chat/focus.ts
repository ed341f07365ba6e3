/** Lets the rest of the page reach the message box. */
export const composer: { current: HTMLTextAreaElement | null; write: ((text: string) => void) | null } = {
  current: null,
  write: null,
};

export function focusComposer() {
  composer.current?.focus();
}

/** Puts words into the box, for the person to go on from. */
export function writeMessage(text: string) {
  composer.write?.(text);
  focusComposer();
}
