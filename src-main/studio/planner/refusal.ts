/** What to say of what isn't understood, or can't be done from words. */
import { fail, type Result } from '../../contract/index.ts';
import { adviceFor } from './advice.ts';
import type { PlanContext } from './context.ts';
import { examplesFor } from './examples.ts';
import type { Advice } from './lexicon/advice.ts';
import { asksForNothing, isRemark, stripPoliteness } from './politeness.ts';
import { alsoAsked, onlyForbids } from './prohibition.ts';
import { sentences, spanOf, type Source } from './text.ts';

/** @param rest the part that wasn't understood */
export function refused(source: Source, rest: string, context: PlanContext): Result<never> {
  const all = sentences(spanOf(source)).filter((span) => !isRemark(stripPoliteness(span).span));
  const [also] = all.flatMap((span) => alsoAsked(span) ?? []);
  if (also)
    return fail(
      'not-understood',
      'Is none of that to be done, or only the first part?',
      `Say only what should happen: “${also}”.`,
    );
  if (all.length && all.every(onlyForbids)) return nothingDone(context);
  const photos = whichPhoto(source, context);
  if (photos) return photos;
  const advice = firstAdvice(source);
  if (advice) return fail('not-understood', advice.message, advice.hint, advice.packs && [...advice.packs]);
  return notUnderstood(rest, context);
}

/** Somebody says only what isn't to be done, or calls off what was said. */
export const nothingDone = (context: PlanContext): Result<never> =>
  fail(
    'not-understood',
    'Nothing is done, as you asked.',
    `Say what should happen instead: ${examplesFor(context, '').join(', ')}.`,
  );

/** "Use that photo as the background", where there are several. */
function whichPhoto({ tokens }: Source, { photos = [] }: PlanContext): Result<never> | undefined {
  const said = tokens.map(({ norm }) => norm).join(' ');
  const speaks = /\b(?:background|backdrop|behind)\b/.test(said) && aPhoto.test(said);
  if (!speaks || photos.length < 2) return undefined;
  const names = photos.slice(0, 5).map(({ name }) => `“${name}”`);
  const rest = photos.length > 5 ? ' …' : '';
  return fail(
    'not-understood',
    `Which photo: ${names.slice(0, -1).join(', ')} or ${names.at(-1)!}${rest}?`,
    `Say its name: “replace the background with ${photos[0]!.name}”.`,
  );
}
const aPhoto = /\b(?:that|another|other|second|this|my) (?:\w+ )?(?:photo|picture|image|pic)\b/;

/** Of the sentences as they are written: a file's name has a full stop in it. */
function firstAdvice(source: Source): Advice | undefined {
  const whole = spanOf(source);
  for (const span of [whole, ...sentences(whole)]) {
    const asked = !asksForNothing(stripPoliteness(span).span);
    const advice = asked ? adviceFor(span) : undefined;
    if (advice) return advice;
  }
  return undefined;
}

export function notUnderstood(text: string, context: PlanContext): Result<never> {
  const said = text.replace(/\s+/g, ' ').trim();
  const message = said
    ? `I don't understand “${said.length > 80 ? `${said.slice(0, 79)}…` : said}”.`
    : 'Say what should happen.';
  return fail('not-understood', message, `Try one of these: ${examplesFor(context, said).join(', ')}.`);
}
