/** Which panels there are, for those who need no more than their names. */
export type PanelId = 'layers' | 'regions' | 'history';
/** In the order of their tabs. */
export const panelOrder: readonly PanelId[] = ['layers', 'regions', 'history'];
