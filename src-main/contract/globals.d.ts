/** The few globals that every runtime of the contract has (Node, Electron's main, Chromium). */
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare const AbortController: { new (): { readonly signal: AbortSignal; abort(): void } };
