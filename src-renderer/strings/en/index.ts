/** Every word that the page shows, in English. A function takes what it needs to say. */
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

export const en = {
  ...app,
  ...actions,
  ...commands,
  ...project,
  ...canvas,
  ...chat,
  ...controls,
  ...layers,
  ...panels,
  ...regions,
  ...sayings,
  ...slash,
  ...around,
};
