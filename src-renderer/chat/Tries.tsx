import { Button, UnstyledButton } from '@mantine/core';
import type { Job } from '../../src-main/contract/app.ts';
import type { Message } from '../../src-main/contract/document.ts';
import { act } from '../state/ask.ts';
import { mediaOf, thumbOf, useProject, versionOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import triesClasses from './tries.module.css';
import classes from './chat.module.css';
import { StepProgress } from './StepProgress.tsx';

/** The same plan with several seeds, side by side: a click takes one. */
export function Tries({ message, job }: { message: Message; job: Job | undefined }) {
  const studio = useStudio();
  const project = useProject();
  const tries = message.tries.flatMap(({ seed, version: id }) => {
    const version = project && versionOf(project, id);
    const thumb = version && thumbOf(mediaOf(project, version.media));
    return thumb ? [{ seed, id, thumb }] : [];
  });
  const chosen = message.steps.at(-1);
  const result = chosen?.state === 'done' ? chosen.version : undefined;
  if (!job && tries.length === 0) return null;
  return (
    <div className={triesClasses.tries}>
      {job && <StepProgress job={job} command={t.plan.tries} />}
      {!job && (
        <div className={triesClasses.triesGrid} role="group" aria-label={t.plan.tries}>
          {tries.map(({ seed, id, thumb }) => (
            <UnstyledButton
              key={id}
              className={triesClasses.try}
              aria-pressed={id === result}
              aria-label={t.plan.seed(seed)}
              onClick={() => void act(studio.chat.choose({ message: message.id, version: id }))}
            >
              <img src={studio.mediaUrl(thumb)} alt="" />
              <span aria-hidden>{t.plan.seed(seed)}</span>
            </UnstyledButton>
          ))}
        </div>
      )}
      {!job && (
        <div className={triesClasses.triesFoot}>
          <span className={classes.unfit}>{tries.length > 1 && t.plan.keepTries}</span>
          {tries.length > 1 && tries.some((one) => one.id === result) && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void act(studio.chat.dropTries({ message: message.id }))}
            >
              {t.plan.dropTries}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
