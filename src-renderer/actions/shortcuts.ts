/** Keys to actions. */
import { perform } from './perform.ts';
import { actionIds, actionOf, type ActionId } from './registry.ts';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export const onMac = (): boolean => /mac/i.test(navigator.platform);

/** Whether a press is the one that `keys` (`mod+shift+z`, `escape`, `?`) names. */
export function matches(keys: string, press: KeyPress, mac: boolean): boolean {
  const parts = keys === 'mod++' ? ['mod', '+'] : keys.split('+');
  const key = parts[parts.length - 1]!;
  const mod = parts.includes('mod');
  if (mod !== (mac ? press.metaKey : press.ctrlKey)) return false;
  if (mac ? press.ctrlKey : press.metaKey) return false;
  if (press.altKey) return false;
  // A sign such as ? or + is typed with Shift on many keyboards: the sign alone decides there.
  const typed = press.key.toLowerCase();
  if (typed.length === 1 && !/[a-z0-9]/.test(typed)) return typed === key && !parts.includes('shift');
  return typed === key && parts.includes('shift') === press.shiftKey;
}

/**
 * The action that a press asks for. In text, keys that write or undo writing stay with the text; in an empty box
 * there is no writing to undo, so Ctrl+Z right after a message takes back what the message did.
 */
export function actionFor(
  press: KeyPress,
  inText: boolean,
  mac: boolean,
  hasText = inText,
): ActionId | undefined {
  return actionIds.find((id) =>
    actionOf(id).keys?.some((keys) => {
      if (!matches(keys, press, mac)) return false;
      return !inText || (keys.includes('mod') && !(hasText && textKeys.has(keys)));
    }),
  );
}
const textKeys: ReadonlySet<string> = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'mod+a']);

/** Whether an element takes typed text. */
export function takesText(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  return (
    element instanceof HTMLInputElement && !/^(button|checkbox|radio|range|color|file)$/.test(element.type)
  );
}

/** Whether there is text to undo or select in what has the focus. */
export const holdsText = (element: EventTarget | null): boolean =>
  takesText(element) &&
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value !== ''
    : (element as HTMLElement).textContent !== '');

/** Listens for shortcuts; the function it returns stops. */
export function listenForShortcuts(): () => void {
  let inDialog = false;
  // Seen before anything hears the key: where nothing fades, Escape has closed a menu by the time that it gets here.
  const look = () => {
    inDialog = document.querySelector('[role="dialog"], [role="menu"]') !== null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || inDialog) return;
    const id = actionFor(event, takesText(event.target), onMac(), holdsText(event.target));
    if (id && perform(id)) event.preventDefault();
  };
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** What a press is called; `null` for a modifier alone, and with Alt, which writes signs on many keyboards. */
export function keysOfPress(press: KeyPress, mac: boolean): string | null {
  const typed = press.key.toLowerCase();
  if (press.altKey || /^(control|meta|shift|alt|altgraph|dead|capslock|process)$/.test(typed)) return null;
  if (mac ? press.ctrlKey : press.metaKey) return null;
  const sign = typed.length === 1 && !/[a-z0-9]/.test(typed);
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) && 'mod',
    !sign && press.shiftKey && 'shift',
    typed === ' ' ? 'space' : typed,
  ];
  return parts.filter(Boolean).join('+');
}

/** Keys that write, move, or belong to the system or the browser: no action can have them. */
export const isReserved = (keys: string): boolean =>
  /^(shift\+)?(tab|enter|space|arrow\w+|backspace)$/.test(keys) || /^mod\+[cvxwtnq]$/.test(keys);

/** What is engraved on the key, in every language. */
const alternate = 'Alt';

const names: Record<string, string> = {
  escape: 'Esc',
  shift: 'Shift',
  alt: alternate,
  enter: '↵',
  '=': '+',
  '-': '−',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  delete: 'Del',
};

/** A shortcut as a person reads it: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export function readable(keys: string, mac: boolean): string {
  const parts = keys === 'mod++' ? ['mod', '+'] : keys.split('+');
  const shown = parts.map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl';
    if (mac && (part === 'shift' || part === 'alt')) return part === 'shift' ? '⇧' : '⌥';
    return names[part] ?? part.charAt(0).toUpperCase() + part.slice(1);
  });
  return shown.join(mac ? '' : '+');
}
