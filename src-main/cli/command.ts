import type { Args, Options } from './options.ts';
import type { Terminal } from './terminal.ts';

/** One command of the terminal. */
export interface Command {
  name: string;
  /** How it is written, one line a form. */
  usage: readonly string[];
  about: string;
  options: Options;
  /**
   * Does it.
   * @returns the exit code
   * @throws StudioError for a failure; the terminal prints it and turns it into the exit code
   */
  run(args: Args, terminal: Terminal): Promise<number>;
}
