/** What is said of a thing when no thing is meant: the picture itself turns, is mirrored, is scaled. */
import { StudioError, type Invocation } from '../../contract/index.ts';

/**
 * A `transform` without a region, as the command of the whole picture that it means; others as they are.
 * @throws StudioError `needs-region` for a move (a picture has nowhere to go), `wrong-use` for several at once
 */
export function ofWhole(invocation: Invocation): Invocation {
  if (invocation.module !== 'image-editing' || invocation.command !== 'transform') return invocation;
  const { args, region, ...rest } = invocation;
  if (args.target || region?.parts.length) return invocation;
  const { mirror, degrees, scale, dx, dy } = args;
  if (dx || dy || !(mirror || degrees || scale))
    throw new StudioError(
      'needs-region',
      'What should move?',
      'Click on the thing you mean (or draw a box around it), then say it again.',
    );
  if ([mirror, degrees, scale].filter((value) => value !== undefined).length > 1)
    throw new StudioError(
      'wrong-use',
      'The whole picture is mirrored, turned and scaled in steps of their own.',
      'Say one after the other: “flip it, then rotate it by 30 degrees”. To change a thing in it, click on the thing.',
    );
  if (mirror) return { ...rest, command: 'flip', args: { axis: mirror } };
  if (degrees) return { ...rest, command: 'rotate', args: { degrees } };
  return { ...rest, command: 'resize', args: { factor: Math.min(8, scale!) } };
}
