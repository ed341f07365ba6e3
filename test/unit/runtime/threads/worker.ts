/** Threads of the tests: kernels that add, wait, fail and don't end. */
import { serveParts } from '../../../../src-main/runtime/threads/serve.ts';
import { adding, endless, failing, waiting } from './kernels.ts';

serveParts([adding, endless, failing, waiting]);
