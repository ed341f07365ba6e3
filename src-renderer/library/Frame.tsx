import { CloseButton, Tooltip, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './library.module.css';

interface Props {
  label: string;
  caption: string;
  picture: ReactNode;
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
  picture,
  chosen,
  onChoose,
  removeLabel,
  onRemove,
  onDragOut,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
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
          {picture}
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
