import { UnstyledButton } from '@mantine/core';
import type { Choice } from '../../src-main/contract/document.ts';
import { Cutout } from '../canvas/Cutout.tsx';
import { t } from '../strings/index.ts';
import classes from './choices.module.css';

interface Props {
  /** Hash of the picture that they lie in. */
  picture: string;
  choices: readonly Choice[];
  /** The mask that is taken; `null`: none of them. */
  chosen: string | null;
  /** One that the person has selected, after the others. */
  own?: Choice | undefined;
  /** The number of the first. */
  from?: number;
  /** Side in CSS pixels. */
  size: number;
  disabled?: boolean;
  onChoose(choice: Choice): void;
}

/** What a name may mean, side by side and numbered: a click takes one. */
export function Choices({ picture, choices, chosen, own, from = 1, size, disabled, onChoose }: Props) {
  return (
    <div className={classes.choices} role="group" aria-label={t.doubt.choices}>
      {[...choices, ...(own ? [own] : [])].map((choice, i) => {
        const name = choice === own ? t.doubt.own : t.doubt.choice(from + i);
        return (
          <UnstyledButton
            key={choice.mask}
            className={classes.choice}
            aria-pressed={choice.mask === chosen}
            aria-label={name}
            title={name}
            disabled={disabled}
            onClick={() => onChoose(choice)}
          >
            <Cutout
              picture={picture}
              mask={choice.mask}
              bounds={choice.bounds}
              size={size}
              className={classes.choicePicture}
            />
            {choice !== own && (
              <span className={classes.choiceNumber} aria-hidden>
                {from + i}
              </span>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
