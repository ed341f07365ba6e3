import { expect, test } from 'vitest';
import { makeTerminal } from '../../../src-main/cli/terminal.ts';

function terminal(options: { json?: boolean; quiet?: boolean; tty?: boolean } = {}) {
  const said = { out: '', err: '' };
  const made = makeTerminal({
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text), isTTY: options.tty ?? false, columns: 20 },
    json: options.json ?? false,
    quiet: options.quiet ?? false,
    signal: new AbortController().signal,
  });
  return { ...made, said };
}

const walk = (t: ReturnType<typeof terminal>) => {
  for (let i = 0; i <= 100; i++) t.progress({ label: 'Removing', share: i / 100 });
};

test('progress is a few plain lines in a log', () => {
  const t = terminal();
  walk(t);
  expect(t.said.err.split('\n')).toEqual([
    'Removing 0 %',
    'Removing 25 %',
    'Removing 50 %',
    'Removing 75 %',
    'Removing 100 %',
    '',
  ]);
  expect(t.said.out).toBe('');
});

test('progress is one line on a terminal, cut to its width and cleared before an answer', () => {
  const t = terminal({ tty: true });
  t.progress({ label: 'A label that is longer than the line', share: 0.5 });
  t.print('out.png');
  expect(t.said.err).toBe('\r\u001b[KA label that is lon\r\u001b[K');
  expect(t.said.out).toBe('out.png\n');
});

test('--quiet has no progress and no notes, but says what went wrong', () => {
  const t = terminal({ quiet: true });
  walk(t);
  t.note('a note');
  expect(t.said.err).toBe('');
  t.report({ code: 'bad-input', message: 'Broken.', hint: 'Try another.' }, 'x.jpg');
  expect(t.said.err).toBe('x.jpg: Broken.\nTry another.\n');
});

test('packs that could do it are named', () => {
  const t = terminal();
  t.report({ code: 'needs-pack', message: 'Needs a model.', packs: ['a', 'b'] });
  expect(t.said.err).toContain('a, b');
});
