import type { panels as English } from '../en/panels.ts';

export const panels: typeof English = {
  panels: {
    label: 'Seitenleiste',
    close: 'Seitenleiste schließen',
    names: { layers: 'Ebenen', regions: 'Bereiche', history: 'Verlauf' },
  },
};
