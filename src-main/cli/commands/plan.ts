import { resolve } from 'node:path';
import { region as regionSchema, StudioError, unwrap, type Plan, type Turn } from '../../contract/index.ts';
import { planTurn } from '../../studio/chat/turn.ts';
import { formatPlan, parsePlan } from '../../studio/template/index.ts';
import type { Command } from '../command.ts';
import { withEngine } from '../engine.ts';
import { DONE } from '../exit.ts';
import { readText } from '../files.ts';
import type { Args } from '../options.ts';
import { readRegion, regionOptions } from '../regions.ts';
import type { Terminal } from '../terminal.ts';

export const plan: Command = {
  name: 'plan',
  usage: ['vitrail plan "what to do" [--box x1,y1,x2,y2] [--image PHOTO]', 'vitrail plan --parse FILE'],
  about: 'what would happen: the invocations that a sentence stands for',
  options: {
    ...regionOptions,
    image: { type: 'string', value: 'PHOTO', about: 'what it is said about' },
    template: { type: 'boolean', about: 'in the form of the VITRON paper' },
    letters: { type: 'boolean', about: 'in the form of the released code: A to G' },
    parse: { type: 'string', value: 'FILE', about: 'read either text form instead; - is stdin' },
  },
  async run(args, terminal) {
    const forms = (['template', 'letters', 'json'] as const).filter((form) => args.flag(form));
    if (forms.length > 1)
      throw new StudioError('wrong-use', `Choose one of ${forms.map((form) => `--${form}`).join(' and ')}.`);
    const file = args.text('parse');
    const turn =
      file === undefined ? await planSentence(args, terminal) : await parseFile(file, args, terminal);
    // What is read back is read to be used by a program.
    printTurn(turn, forms[0] ?? (file === undefined ? 'template' : 'json'), terminal);
    return DONE;
  },
};

async function planSentence(args: Args, terminal: Terminal): Promise<Turn> {
  const [text, ...rest] = args.positionals;
  if (!text?.trim() || rest.length)
    throw new StudioError('wrong-use', 'Say what to do, in quotes.', plan.usage.join('\n'));
  const { region, maskPath } = readRegion(args);
  const image = args.text('image');
  if (image !== undefined || maskPath !== undefined)
    return withEngine(
      terminal,
      async (engine) =>
        (await engine.ask('work.plan', {
          text,
          ...(image && { image: resolve(image) }),
          ...(region && { region }),
          ...(maskPath && { maskPath }),
        })) as Turn,
    );
  const selection = region ? { region: regionSchema.parse(region) } : null;
  return unwrap(planTurn(text, { selection, kind: 'image' }));
}

/** @throws `bad-input` for a text that is no template */
async function parseFile(file: string, args: Args, terminal: Terminal): Promise<Turn> {
  if (args.positionals.length)
    throw new StudioError('wrong-use', '--parse reads a file instead of a sentence.');
  const parsed = parsePlan(await readText(file));
  // Whatever is wrong is wrong with the file, not with how the command was used.
  if (!parsed.ok) throw new StudioError('bad-input', `${file}: ${parsed.error.message}`, parsed.error.hint);
  parsed.value.notices.forEach((line) => terminal.note(line));
  const { plan: found, say } = parsed.value;
  return { ...(say && { say }), plan: found };
}

function printTurn(turn: Turn, form: 'json' | 'template' | 'letters', terminal: Terminal): void {
  if (form === 'json') return terminal.printJson(turn);
  if (turn.say) terminal.note(turn.say);
  if (turn.plan) terminal.print(write(turn.plan, form));
  else if (turn.action) terminal.print(`Vitrail itself: ${turn.action}`);
}

const write = (found: Plan, form: 'template' | 'letters') => unwrap(formatPlan(found, form));
