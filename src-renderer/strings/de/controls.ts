import type { controls as English } from '../en/controls.ts';

export const controls: typeof English = {
  controls: {
    automatic: 'automatisch',
    pointed: 'worauf gezeigt wurde',
    everything: 'das ganze Bild',
    none: 'keine',
    noPhoto: 'Zuerst ein weiteres Foto zum Projekt hinzufügen',
    curvePoint: (input: number, output: number) =>
      `Punkt von ${input} nach ${output}. Pfeiltasten verschieben ihn, Entf entfernt ihn.`,
  },
};
