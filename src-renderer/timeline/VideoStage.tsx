import { useState } from 'react';
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

/** A clip: it plays, and a time in it can be selected. */
export function VideoStage({ canvas, media }: { canvas: Canvas; media: Media }) {
  const studio = useStudio();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const player = usePlayer(video);
  const duration = media.duration ?? 0;
  const span = wishedRegion(canvas)?.time ?? null;
  const setSpan = (time: TimeRange | null) => void changeSelection((region) => withTime(region, time));
  const onError = () =>
    notify('error', { code: 'bad-input', message: t.time.videoFailed, hint: t.time.failedHint });

  return (
    <div className={canvasClasses.room}>
      <div className={classes.stage}>
        <video
          ref={setVideo}
          className={classes.video}
          src={studio.mediaUrl(media.hash)}
          {...(media.preview && { poster: studio.mediaUrl(media.preview) })}
          aria-label={t.time.video(canvas.name)}
          playsInline
          onClick={player.toggle}
          onError={onError}
        />
        <TimePanel player={player} duration={duration} span={span} hint={t.time.hint} onSpan={setSpan} />
      </div>
    </div>
  );
}
