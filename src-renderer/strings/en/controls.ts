/** The controls on a plan card. */
export const controls = {
  controls: {
    automatic: 'automatic',
    none: 'none',
    pointed: 'what was pointed at',
    everything: 'the whole picture',
    noPhoto: 'Add another photo to the project first',
    curvePoint: (input: number, output: number) =>
      `Point from ${input} to ${output}. Arrow keys move it, Delete removes it.`,
  },
};
