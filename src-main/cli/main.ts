/** The process of the terminal: streams, signals and the exit code. Its work is in `program.ts`. */
import { main } from './program.ts';

const controller = new AbortController();
let asked = 0;

/**
 * The first Ctrl-C asks to stop; a later one doesn't ask. One keypress may arrive twice, from the terminal and from
 * the launcher.
 */
function stop(code: number): void {
  const now = performance.now();
  if (asked && now - asked > 500) process.exit(code);
  asked ||= now;
  controller.abort();
}
process.on('SIGINT', () => stop(130));
process.on('SIGTERM', () => stop(143));
process.on('SIGHUP', () => stop(129));
// Started by the launcher: when that is gone, however it ended, so is this.
process.once('disconnect', () => stop(130));
process.channel?.unref();

// `vitrail plan … | head -1`: nobody reads on, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 5));

const code = await main(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  signal: controller.signal,
});
// Pipes on Windows and macOS are written in the background: what was printed goes out first.
process.stdout.write('', () => process.exit(code));
