/** The waveform: wavesurfer.js over peaks that the engine computed, with one region for the selected time. */
import * as z from 'zod';
import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin, { type Region as WaveRegion } from 'wavesurfer.js/dist/plugins/regions.js';
import type { TimeRange } from '../../src-main/contract/region.ts';
import { styleNonce } from '../theme/nonce.ts';
import { spanOf } from './range.ts';

const peaksFile = z.object({ peaks: z.array(z.array(z.number())), duration: z.number() });
const SECOND = 1_000_000;

export interface Wave {
  /** Shows a span without telling anyone; `null` shows none. */
  setSpan(span: TimeRange | null): void;
  dispose(): void;
}

interface WaveOptions {
  host: HTMLElement;
  audio: HTMLAudioElement;
  peaksUrl: string;
  /** Microseconds. */
  duration: number;
  onSpan(span: TimeRange): void;
}

/** Draws a sound's waveform. Rejects when the peaks can't be read. */
export async function showWave({ host, audio, peaksUrl, duration, onSpan }: WaveOptions): Promise<Wave> {
  const { peaks } = peaksFile.parse(await (await fetch(peaksUrl)).json());
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const regions = RegionsPlugin.create();
  const wave = WaveSurfer.create({
    container: host,
    media: audio,
    peaks,
    duration: duration / SECOND,
    height: 'auto',
    normalize: true,
    barWidth: 2,
    barGap: 1,
    barRadius: 2,
    waveColor: colour('--v-wave'),
    progressColor: colour('--v-accent-text'),
    cursorColor: colour('--v-accent-text'),
    cursorWidth: 2,
    cspNonce: styleNonce,
    plugins: [regions],
  });
  const rgb = colour('--v-span');
  regions.enableDragSelection({ color: rgb });

  let own = false; // a change of ours is not news
  const tell = (region: WaveRegion) => {
    if (own) return;
    const span = spanOf(region.start * SECOND, region.end * SECOND, duration);
    if (span) onSpan(span);
  };
  regions.on('region-created', (region) => {
    if (own) return;
    regions.getRegions().forEach((other) => other !== region && other.remove());
    tell(region);
  });
  regions.on('region-updated', tell);

  return {
    setSpan(span) {
      own = true;
      const [shown] = regions.getRegions();
      if (!span) regions.clearRegions();
      else {
        const options = { start: span.start / SECOND, end: span.end / SECOND, color: rgb };
        if (shown) shown.setOptions(options);
        else regions.addRegion(options);
      }
      own = false;
    },
    dispose: () => wave.destroy(),
  };
}
