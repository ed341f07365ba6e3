/** Threads of the tests: kernels that add, wait and fail. */
import { serveParts } from '../../../../src-main/runtime/threads/serve.ts';
import { adding, failing, waiting } from './kernels.ts';

serveParts([adding, failing, waiting]);
