import type { Case } from './case.ts';
import { edits } from './edits.ts';
import { generative } from './generative.ts';
import { refused } from './refused.ts';
import { sequences } from './sequences.ts';
import { tone } from './tone.ts';

export const corpus = { edits, tone, generative, sequences, refused } satisfies Record<string, Case[]>;
