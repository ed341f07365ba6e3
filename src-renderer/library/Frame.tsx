import { CloseButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconMovie, IconPhoto, IconWaveSine, type Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './library.module.css';

const icons: Record<Canvas['kind'], Icon> = { image: IconPhoto, video: IconMovie, audio: IconWaveSine };

interface Props {
  label: string;
  caption: string;
  kind: Canvas['kind'];
  picture: string | null;
  chosen: boolean;
  onChoose(): unknown;
  removeLabel?: string;
  onRemove?(): unknown;
  /** Drags the picture itself out of the window, where the shell can. */
  onDragOut?(): unknown;
}

/** One picture of the strip. */
export function Frame({
  label,
  caption,
  kind,
  picture,
  chosen,
  onChoose,
  removeLabel,
  onRemove,
  onDragOut,
}: Props) {
  const studio = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const Glyph = icons[kind];
  useEffect(() => {
    if (chosen) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <div className={classes.frame} ref={box}>
      <Tooltip label={caption} position="top">
        <UnstyledButton
          className={classes.frameButton}
          data-chosen={chosen || undefined}
          aria-label={label}
          aria-pressed={chosen}
          onClick={() => void onChoose()}
          draggable={!!onDragOut}
          onDragStart={(event) => {
            event.preventDefault(); // the system drags a file, not the page a picture of a button
            onDragOut?.();
          }}
        >
          {picture ? (
            <img src={studio.mediaUrl(picture)} alt="" draggable={false} />
          ) : (
            <Glyph size={22} stroke={1.4} aria-hidden />
          )}
        </UnstyledButton>
      </Tooltip>
      {onRemove && (
        <CloseButton
          className={classes.frameClose}
          size={18}
          iconSize={12}
          aria-label={removeLabel}
          onClick={() => void onRemove()}
        />
      )}
    </div>
  );
}
