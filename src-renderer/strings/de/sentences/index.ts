/** Whole sentences of the engine, in German, by their English text. */
import { commandNames, type CommandName } from '../../../../src-main/contract/command-names.ts';
import { modules, type ModuleName } from '../../../../src-main/contract/invocation.ts';
import { commands } from '../commands.ts';
import { answers } from './answers.ts';
import { catalogue } from './catalogue.ts';
import { chat } from './chat.ts';
import { media } from './media.ts';
import { planner } from './planner.ts';
import { project } from './project.ts';

const pair = <K extends string>(ids: K[], english: (id: K) => string, german: Record<K, string>) =>
  Object.fromEntries(ids.map((id) => [english(id), german[id]]));

/** Names that sentences speak of. */
const names = {
  ...pair(Object.keys(commandNames) as CommandName[], (id) => commandNames[id], commands.commands),
  ...pair(Object.keys(modules) as ModuleName[], (id) => modules[id].title, commands.modules),
};

export const sentences: Readonly<Record<string, string>> = {
  ...names,
  ...project,
  ...media,
  ...chat,
  ...planner,
  ...catalogue,
  ...answers,
};
