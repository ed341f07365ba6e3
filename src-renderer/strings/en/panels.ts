/** The panels beside the canvas. */
export const panels = {
  panels: {
    label: 'Panels',
    close: 'Close the panel',
    names: { layers: 'Layers', regions: 'Regions', history: 'History' },
  },
};
