import type { TimeRange } from '../../src-main/contract/region.ts';
import { PlayerBar } from './PlayerBar.tsx';
import { TimeRuler } from './TimeRuler.tsx';
import classes from './timeline.module.css';
import type { usePlayer } from './use-player.ts';

interface Props {
  player: ReturnType<typeof usePlayer>;
  /** In microseconds. */
  duration: number;
  span: TimeRange | null;
  hint: string;
  onSpan(span: TimeRange | null): void;
}

/** Under a clip or a sound: play it, see where it is, select a time in it. */
export function TimePanel({ player, duration, span, hint, onSpan }: Props) {
  return (
    <div className={classes.panel}>
      <PlayerBar
        {...player}
        duration={duration}
        span={span}
        hint={hint}
        onToggle={player.toggle}
        onSpan={onSpan}
      />
      {duration > 0 && (
        <TimeRuler
          duration={duration}
          position={player.position}
          span={span}
          onSeek={player.seek}
          onSpan={onSpan}
        />
      )}
    </div>
  );
}
