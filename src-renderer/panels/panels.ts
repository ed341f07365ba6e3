/** The panels at the left of the canvas. A panel is a component of its own room. */
import { IconHistory, IconLassoPolygon, IconStack2, type Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { RegionsPanel } from '../regions/RegionsPanel.tsx';
import type { PanelId } from './ids.ts';

export const panels: Record<PanelId, { icon: Icon; panel: ComponentType }> = {
  layers: { icon: IconStack2, panel: LayersPanel },
  regions: { icon: IconLassoPolygon, panel: RegionsPanel },
  history: { icon: IconHistory, panel: HistoryPanel },
};
