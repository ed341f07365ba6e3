/** Every word that the page shows, in German. A missing one is a type error. */
import type { Strings } from '../index.ts';
import { actions } from './actions.ts';
import { app } from './app.ts';
import { around } from './around.ts';
import { canvas } from './canvas.ts';
import { chat } from './chat.ts';
import { commands } from './commands.ts';
import { controls } from './controls.ts';
import { layers } from './layers.ts';
import { panels } from './panels.ts';
import { project } from './project.ts';
import { regions } from './regions.ts';
import { sayings } from './sayings.ts';
import { slash } from './slash.ts';

export const de: Strings = {
  ...app,
  ...actions,
  ...commands,
  ...project,
  ...canvas,
  ...chat,
  ...panels,
  ...layers,
  ...controls,
  ...regions,
  ...sayings,
  ...slash,
  ...around,
};
