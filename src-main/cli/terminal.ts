/** What a command may do with the terminal: answer on stdout, say things on stderr, be stopped. */
import type { Failure } from '../contract/index.ts';

export interface Stream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface Terminal {
  json: boolean;
  quiet: boolean;
  /** Ctrl-C. */
  signal: AbortSignal;
  /** The answer, on stdout: a line of text. */
  print(line: string): void;
  /** The answer as one line of JSON. */
  printJson(value: unknown): void;
  /** Something to know, on stderr; not with --quiet. */
  note(line: string): void;
  /** What went wrong: as JSON on stdout with --json, else on stderr. `about` names the file it is about. */
  report(failure: Failure, about?: string): void;
  /** How far the work is, on stderr. `null` clears the line. */
  progress(state: Progress | null): void;
}

export interface Progress {
  label: string;
  /** 0..1 */
  share: number;
}

export function makeTerminal(options: {
  out: Stream;
  err: Stream;
  json: boolean;
  quiet: boolean;
  signal: AbortSignal;
}): Terminal {
  const { out, err, json, quiet, signal } = options;
  const showProgress = progressLine(err);
  const say = (line: string) => {
    showProgress(null);
    err.write(`${line}\n`);
  };
  return {
    json,
    quiet,
    signal,
    print: (line) => {
      showProgress(null);
      out.write(`${line}\n`);
    },
    printJson: (value) => {
      showProgress(null);
      out.write(`${JSON.stringify(value)}\n`);
    },
    note: (line) => {
      if (!quiet) say(line);
    },
    report: (failure, about) => {
      if (json) {
        showProgress(null);
        out.write(`${JSON.stringify({ ok: false, error: failure })}\n`);
        return;
      }
      say(`${about ?? 'vitrail'}: ${failure.message}`);
      const hint = failure.code === 'needs-region' ? pointing : failure.hint;
      if (hint) say(hint);
      if (failure.packs?.length) say(`Packs that can: ${failure.packs.join(', ')}`);
    },
    progress: (state) => {
      if (!quiet) showProgress(state);
    },
  };
}

/** Nobody clicks in a terminal. */
const pointing =
  'Point at it: --point x,y, --box x1,y1,x2,y2, --scribble x,y,x,y,…, --polygon x,y,… or --mask mask.png.';

/** On a terminal one line that is written over; elsewhere a plain line for each quarter of the way. */
function progressLine(err: Stream): (state: Progress | null) => void {
  let shown = '';
  if (err.isTTY)
    return (state) => {
      const width = (err.columns ?? 80) - 1;
      const line = state ? `${state.label} ${Math.round(state.share * 100)} %`.slice(0, width) : '';
      if (line !== shown) err.write(`\r\u001b[K${line}`);
      shown = line;
    };
  return (state) => {
    if (!state) return;
    const line = `${state.label} ${Math.floor(state.share * 4) * 25} %`;
    if (line !== shown) err.write(`${line}\n`);
    shown = line;
  };
}
