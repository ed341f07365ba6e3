import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../../../../src-main/systems/classic/simd/compile.mjs';

const here = import.meta.dirname;
const compiled = `${here}/../../../../../src-main/systems/classic/simd/compiled.ts`;
/** The compiler came late: who has installed the packages before has to do so again. */
const installed = existsSync(`${here}/../../../../../node_modules/assemblyscript`);

it.skipIf(!installed)('what is compiled is what the sources say (npm run simd)', async () => {
  expect(readFileSync(compiled, 'utf8')).toBe(await compile());
});
