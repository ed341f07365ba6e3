import type { Command } from '../command.ts';
import { dev } from './dev.ts';
import { doctor } from './doctor.ts';
import { graph } from './graph.ts';
import { mask } from './mask.ts';
import { open } from './open.ts';
import { plan } from './plan.ts';
import { run } from './run.ts';
import { segment } from './segment.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';

export const commands: readonly Command[] = [
  open,
  serve,
  run,
  plan,
  segment,
  mask,
  graph,
  doctor,
  dev,
  version,
];
