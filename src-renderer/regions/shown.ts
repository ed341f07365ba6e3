/** Named regions as the page shows them: with the shape that they have in the picture on screen. */
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { NamedRegion, Project, Selection } from '../../src-main/contract/document.ts';
import { frameOf, mentionOf, shapeIn } from '../../src-main/contract/frame.ts';
import { activeCanvas, layersOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { everyLanguage, t } from '../strings/index.ts';

export interface ShownRegion extends NamedRegion {
  /** Absent where the region sleeps: it was cropped away here, or made in another geometry. */
  shape: Selection | undefined;
}

/** The region that something on the page speaks of: it lights up on the canvas. */
export const useLit = create<{ lit: string | null }>()(() => ({ lit: null }));

const set = (lit: string | null) => () => useLit.setState({ lit });
/** Goes out, unless another region was lit meanwhile. */
const out = (id: string) => () => useLit.setState((s) => (s.lit === id ? { lit: null } : s));

/** For what speaks of a region: it lights up while the pointer or the keyboard rests there. */
export function useLightsUp(id: string) {
  useEffect(() => out(id), [id]); // what is taken away under the pointer is never left
  return { onPointerEnter: set(id), onPointerLeave: out(id), onFocus: set(id), onBlur: out(id) };
}

export function regionsOf(project: Project | null, canvas: string | undefined): ShownRegion[] {
  const version = project && canvas && layersOf(project, canvas)[0]?.version;
  if (!version) return [];
  const frame = frameOf(project.versions, version);
  return project.regions
    .filter((region) => region.canvas === canvas)
    .map((region) => ({ ...region, shape: shapeIn(region, frame) }));
}

/** The regions of the active canvas, in their order. */
export function useRegions(): ShownRegion[] {
  const regions = useStore((s) => s.project?.regions);
  const versions = useStore((s) => s.project?.versions);
  const layers = useStore((s) => s.project?.layers);
  const canvas = useStore((s) => activeCanvas(s.project)?.id);
  return useMemo(
    () => regionsOf(useStore.getState().project, canvas),
    // What the regions are read from; the project itself is another object after every message.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [regions, versions, layers, canvas],
  );
}

/** What it is called in the language in use: a name that nobody gave it is said in every language. */
export const shownName = ({ name, number }: Pick<NamedRegion, 'name' | 'number'>): string =>
  everyLanguage.some(({ regions }) => name === `${regions.noun} ${number}`)
    ? `${t.regions.noun} ${number}`
    : name;

/** Whether a mention without its `@` means a region: by its number or its name. */
export const isMeant = (region: NamedRegion, said: string): boolean =>
  said === String(region.number) || said.toLowerCase() === mentionOf(region.name);
