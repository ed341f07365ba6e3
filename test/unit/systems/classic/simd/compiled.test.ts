import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../../../../src-main/systems/classic/simd/compile.mjs';

const compiled = `${import.meta.dirname}/../../../../../src-main/systems/classic/simd/compiled.ts`;

it('what is compiled is what the sources say (npm run simd)', async () => {
  expect(readFileSync(compiled, 'utf8')).toBe(await compile());
});
