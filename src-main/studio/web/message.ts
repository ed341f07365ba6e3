/** Requests and responses as both shells can carry them. */
import type { Readable } from 'node:stream';
import { fileHeaders } from './headers.ts';

export interface WebRequest {
  /** Absolute, or the path and query alone. */
  url: string;
  method: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface WebResponse {
  status: number;
  headers: Record<string, string>;
  /** `null`: empty. A stream is destroyed by whoever sends it. */
  body: Readable | Buffer | null;
}

export const empty = (status: number, headers: Record<string, string> = {}): WebResponse => ({
  status,
  headers: { ...fileHeaders('text/plain; charset=utf-8', false), 'content-length': '0', ...headers },
  body: null,
});
