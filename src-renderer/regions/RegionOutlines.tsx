import { useEffect, useRef, useState } from 'react';
import type { Media } from '../../src-main/contract/media.ts';
import { drawMask } from '../canvas/mask.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';
import { paintRegions, type Drawn } from './paint.ts';
import classes from './regions.module.css';
import { useLit, useRegions, type ShownRegion } from './shown.ts';

/** The ants take a step of a CSS pixel this often (ms): a slow march costs little. */
const PACE = 90;

/**
 * The regions' outlines over the picture, on a canvas of their own: the ants march without a repaint of anything else,
 * and stand still where a person asked for less motion.
 */
export function RegionOutlines({ media }: { media: Media }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useDrawings(useShown());

  useEffect(() => {
    const element = canvas.current!;
    const context = element.getContext('2d')!;
    const picture = { width: media.width ?? 1, height: media.height ?? 1 };
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    let step = 0;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      frame = 0;
      const ratio = window.devicePixelRatio;
      const { view } = useStore.getState();
      paintRegions(context, drawn, { view, picture, ratio }, useLit.getState().lit, step);
    };
    const ask = () => {
      frame ||= requestAnimationFrame(paint);
    };
    const march = () => {
      if (!calm.matches && !document.hidden) {
        step = (step + 1) % 11;
        ask();
      }
      timer = setTimeout(march, PACE);
    };
    const fit = new ResizeObserver(() => {
      const ratio = window.devicePixelRatio;
      element.width = Math.round(element.clientWidth * ratio);
      element.height = Math.round(element.clientHeight * ratio);
      ask();
    });
    fit.observe(element);
    const stopView = useStore.subscribe((now, before) => now.view !== before.view && ask());
    const stopLit = useLit.subscribe(ask);
    ask();
    if (drawn.length) timer = setTimeout(march, PACE);
    return () => {
      fit.disconnect();
      stopView();
      stopLit();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [drawn, media.width, media.height]);

  return <canvas ref={canvas} className={classes.outlines} aria-hidden />;
}

/** What isn't hidden, and what is lit although it is. */
function useShown(): readonly ShownRegion[] {
  const regions = useRegions();
  const lit = useLit((s) => s.lit);
  const comparing = useStore((s) => s.comparing || s.trial?.moved === true);
  if (comparing) return [];
  return regions.filter((region) => region.shape?.mask && (!region.hidden || region.id === lit));
}

/** Loads the masks of regions; those that can't be loaded are left out. */
function useDrawings(regions: readonly ShownRegion[]): readonly Drawn[] {
  const studio = useStudio();
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const key = JSON.stringify(
    regions.map(({ id, colour, number, shape }) => [id, colour, number, shape?.mask]),
  );
  useEffect(() => {
    let wanted = true;
    const loaded = regions.map(async ({ id, colour, number, shape }): Promise<Drawn[]> => {
      const { mask, bounds } = shape!;
      const drawing = await drawMask(mask!, studio.mediaUrl(mask!)).catch(() => null);
      if (!drawing || !bounds) return [];
      const at = { x: (bounds.x1 + bounds.x2) / 2, y: bounds.y1 };
      return [{ id, colour, label: `@${number}`, at, drawing }];
    });
    void Promise.all(loaded).then((all) => wanted && setDrawn(all.flat()));
    return () => {
      wanted = false;
    };
    // `key` says everything that is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, studio]);
  return drawn;
}
