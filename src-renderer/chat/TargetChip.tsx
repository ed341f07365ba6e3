import { CloseButton, Tooltip } from '@mantine/core';
import { CanvasPicture } from '../library/CanvasPicture.tsx';
import { useProject } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { useTarget } from './target.ts';

/** Pictures shown, and names told, of several. */
const PICTURES = 3;
const NAMES = 12;

/** In the composer, while the sheet lies over the canvas: which photos the message will be about. */
export function TargetChip({ id }: { id: string }) {
  const project = useProject();
  const { canvases, named, chosen } = useTarget();
  if (!project || !named) return null;
  const names = canvases.map(({ name }) => name);
  const more = names.length - NAMES;
  return (
    <Tooltip
      label={[...names.slice(0, NAMES), more > 0 && t.batch.more(more)].filter(Boolean).join(', ')}
      disabled={names.length < 2}
      multiline
      maw={280}
    >
      <span className={classes.photoChip} data-target>
        {canvases.slice(0, PICTURES).map((canvas) => (
          <CanvasPicture key={canvas.id} canvas={canvas} otherwise={null} />
        ))}
        <span id={id} className={classes.photoName}>
          {names.length
            ? t.batch.target(names.length === 1 ? names[0]! : t.batch.photos(names.length))
            : t.batch.noPhoto}
        </span>
        {chosen && (
          <CloseButton
            size={18}
            iconSize={12}
            aria-label={t.sheet.selectNone}
            onClick={() => useStore.setState(({ picked }) => ({ picked: { ...picked, ids: [] } }))}
          />
        )}
      </span>
    </Tooltip>
  );
}
