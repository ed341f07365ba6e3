/** A `Port` over Node's IPC channel, for either end of it. */
import type { Port } from '../contract/index.ts';

/** What `process` and a `ChildProcess` have in common. */
export interface Channel {
  readonly connected?: boolean;
  send?(message: object, done: (error: Error | null) => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
}

export function channelPort(channel: Channel): Port {
  return {
    post: (message) => {
      // A message that can't be delivered any more is dropped: the other end is gone, and `onClose` says so.
      if (channel.connected) channel.send?.(message as object, () => undefined);
    },
    onMessage: (listener) => void channel.on('message', listener),
    onClose: (listener) => {
      if (channel.connected) channel.once('disconnect', listener);
      else queueMicrotask(listener);
    },
  };
}
