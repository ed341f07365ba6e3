import type { TaskInput } from '../../contract/index.ts';
import { listProviders, tryProvider } from '../../runtime/sessions/providers.ts';
import type * as declared from './index.ts';

export const doctorPipelines = {
  'doctor.providers': async () => listProviders(),
  'doctor.tryProvider': ({ provider }: TaskInput<typeof declared.tryProvider>) => tryProvider(provider),
};
