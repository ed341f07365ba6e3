/** Finds the command, prints what went wrong, gives the exit code. */
import { failureOf, makeFailure, StudioError } from '../contract/index.ts';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';
import { DONE, exitCode } from './exit.ts';
import { help, helpFor } from './help.ts';
import { nearest } from './nearest.ts';
import { readOptions } from './options.ts';
import { makeTerminal, type Stream } from './terminal.ts';

/** `--version` and the like, which people write without thinking. */
const alsoCalled: Record<string, string> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

export async function main(
  argv: readonly string[],
  streams: { out: Stream; err: Stream; signal: AbortSignal },
): Promise<number> {
  const name = argv[0] === undefined ? 'help' : (alsoCalled[argv[0]] ?? argv[0]);
  // Read before the options are checked, so that a mistake in them is answered in the form asked for.
  const has = (...flags: string[]) => argv.some((arg) => flags.includes(arg));
  const terminal = makeTerminal({ ...streams, json: has('--json'), quiet: has('--quiet', '-q') });
  try {
    if (name === 'help') {
      const about = commands.find((command) => command.name === argv[1]);
      terminal.print(about ? helpFor(about) : help(commands));
      return DONE;
    }
    const command = find(name);
    const args = readOptions(argv.slice(1), command.options);
    if (args.flag('help')) {
      terminal.print(helpFor(command));
      return DONE;
    }
    return await command.run(args, terminal);
  } catch (error) {
    // Whatever Ctrl-C broke on its way, it was Ctrl-C.
    const failure = streams.signal.aborted ? makeFailure('cancelled', 'Cancelled.') : failureOf(error);
    if (failure.code === 'internal' && error instanceof Error && !(error instanceof StudioError))
      terminal.note(error.stack ?? error.message);
    terminal.report(failure);
    return exitCode(failure.code);
  } finally {
    terminal.progress(null);
  }
}

function find(name: string): Command {
  const command = commands.find((c) => c.name === name);
  if (command) return command;
  const near = nearest(
    name,
    commands.map((c) => c.name),
  );
  throw new StudioError(
    'wrong-use',
    `There is no command ${name}.`,
    near ? `Did you mean vitrail ${near}?` : 'See vitrail help for what there is.',
  );
}
