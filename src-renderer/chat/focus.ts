/** Lets an action reach the composer's text box. */
export const composer: { current: HTMLTextAreaElement | null } = { current: null };

export function focusComposer() {
  composer.current?.focus();
}
