import { useEffect, useRef, useState } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import type { Media } from '../../src-main/contract/media.ts';
import type { TimeRange } from '../../src-main/contract/region.ts';
import { changeSelection, wishedRegion } from '../canvas/selecting.ts';
import canvasClasses from '../canvas/canvas.module.css';
import { notify } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { withTime } from './range.ts';
import { TimePanel } from './TimePanel.tsx';
import classes from './timeline.module.css';
import { usePlayer } from './use-player.ts';
import { showWave, type Wave } from './wave.ts';

/** A sound: its waveform, and a time in it that can be selected. */
export function AudioStage({ canvas, media }: { canvas: Canvas; media: Media }) {
  const studio = useStudio();
  const host = useRef<HTMLDivElement>(null);
  const wave = useRef<Wave | null>(null);
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const player = usePlayer(audio);
  const duration = media.duration ?? 0;
  const span = wishedRegion(canvas)?.time ?? null;
  const setSpan = (time: TimeRange | null) => void changeSelection((region) => withTime(region, time));
  const latest = useRef({ span, setSpan });
  useEffect(() => {
    latest.current = { span, setSpan };
  });

  useEffect(() => {
    if (!audio || !host.current || !media.peaks) return undefined;
    let wanted = true;
    const options = {
      host: host.current,
      audio,
      peaksUrl: studio.mediaUrl(media.peaks),
      duration,
      onSpan: (time: TimeRange) => latest.current.setSpan(time),
    };
    showWave(options).then(
      (made) => {
        if (!wanted) return made.dispose();
        wave.current = made;
        made.setSpan(latest.current.span);
      },
      (error) => notify('error', { code: 'internal', message: `${t.time.waveFailed} ${String(error)}` }),
    );
    return () => {
      wanted = false;
      wave.current?.dispose();
      wave.current = null;
    };
  }, [audio, media.peaks, duration, studio]);
  useEffect(() => wave.current?.setSpan(span), [span]);

  return (
    <div className={canvasClasses.room}>
      <div className={classes.stage} data-kind="audio">
        <audio
          ref={setAudio}
          src={studio.mediaUrl(media.hash)}
          preload="metadata"
          onError={() =>
            notify('error', { code: 'bad-input', message: t.time.audioFailed, hint: t.time.failedHint })
          }
        />
        <div className={classes.waveBox}>
          <div ref={host} className={classes.wave} role="img" aria-label={t.time.waveform(canvas.name)} />
        </div>
        <TimePanel player={player} duration={duration} span={span} hint={t.time.waveHint} onSpan={setSpan} />
      </div>
    </div>
  );
}
