import type { slash as English } from '../en/slash.ts';

export const slash: typeof English = {
  slash: { label: 'Befehle', now: 'sofort', none: 'Kein Befehl dieses Namens' },
};
