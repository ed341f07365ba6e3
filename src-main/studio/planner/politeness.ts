/** Words around a request that ask for nothing, and questions that aren't requests. */
import {
  asides,
  closings,
  gerundOpenings,
  openings,
  pastOpenings,
  purpose,
  wishes,
} from './lexicon/courtesies.ts';
import { clauseVerbs, lists } from './lexicon/verbs.ts';
import { verbOf } from './passive.ts';
import { norms, sub, type Span } from './text.ts';

/** Said of what was done, and asking for nothing. */
const remarks =
  /^(?:(?:ok|okay|oh|wow|yes|yeah|hm+|ah|well|so|and) )*(?:(?:i (?:really )?(?:love|like) (?:it|this|that)|love (?:it|this|that)|like it|looks? (?:good|great|nice|amazing|better|perfect)|(?:that|this|it)(?:'s| is| looks| was)(?: really| very| so| much| pretty)? (?:great|good|nice|perfect|better|amazing|fine|cool|beautiful|lovely|awesome|it)|(?:great|good|nice|perfect|awesome|lovely|cool|excellent|brilliant|super|fantastic)(?: (?:job|work|one|stuff|start|so far))?|(?:good |great )?(?:morning|evening|afternoon)|(?:all|everyone|everybody|guys|folks|team)|(?:hello|hi|hey|dear)(?: (?:all|everyone|everybody|guys|folks|there|team|again|friends))?|thanks|thank you|many thanks|thanks a (?:lot|bunch|million)|cheers|ta|much appreciated|kind regards|best wishes|best regards|yours|love|bless you|god bless|in advance|almost there|almost|getting there|not bad|i (?:do |really )?hope (?:you(?:'re| are)|this finds you|all is|everything is) (?:all |very |keeping |doing )?(?:well|fine|good|ok|okay)|how are you(?: doing| today)?|nice to meet you|no (?:rush|hurry)|take your time|sorry to bother you|(?:that|this|it) would be (?:\w+ )?(?:great|lovely|nice|good|perfect|marvellous|wonderful|fantastic|amazing|brilliant|fab|ace|super|cool|ideal|best|kind|all|it))(?: (?:so far|ever|so|very|indeed|kindly|dear|then|for (?:your|the|all your) (?:help|time|work)|now|already|thanks|there|again|much|everyone|vitrail))*)?$/;

/** A sentence that is only friendly. */
export const isRemark = (span: Span): boolean =>
  norms(span)
    .join(' ')
    .split(',')
    .every((part) =>
      remarks.test(
        part
          .split(' ')
          .filter((word) => /\p{L}/u.test(word))
          .join(' '),
      ),
    );

/** Words that may stand anywhere and mean nothing. */
export const fillers: ReadonlySet<string> = new Set(
  'overall generally throughout still now already lowkey kinda sorta ngl tbh imo imho fr af omg bro bruh definitely tho though legit frankly please pls plz kindly just simply maybe perhaps somehow actually basically literally really quickly also too nicely properly immediately automatically honestly even um uh uhm erm er hmm wait actually only yeah hey seamlessly carefully cleanly neatly professionally naturally realistically digitally gracefully discreetly perfectly precisely tastefully'.split(
    ' ',
  ),
);

/** Sentences that ask about something, or tell of it, rather than ask for it. */
const questions: ReadonlySet<string> = new Set(
  "how what why who whose where when which is are was were does did has have had should may might am isn't aren't wasn't".split(
    ' ',
  ),
);
const negations: ReadonlySet<string> = new Set([
  "don't",
  'dont',
  'never',
  'not',
  "doesn't",
  'stop',
  'avoid',
  'without',
  'nobody',
  "can't",
  'cannot',
]);

/** "Show me how to …": asks how. */
const wondering =
  /^(?:show|tell|teach|explain|describe|demonstrate|know|learn|understand|wonder|see|i wonder|i wondered|i'm wondering|remind)(?: (?:to )?(?:me|us))? (?:how|what|why|when|where|who|which|if|whether)(?: |$)/;

const startsWith = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.every((word, i) => words[i] === word);

const gerundOf = (verb: string): string => {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}ing`;
  return /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && !/(?:en|er|or|it)$/.test(verb)
    ? `${verb}${verb.at(-1)}ing`
    : `${verb}ing`;
};
export const gerunds: ReadonlyMap<string, string> = new Map(
  [...Object.values(lists).flat(), 'brighten', 'darken', 'warm', 'cool', 'animate', 'undo']
    .map((phrase: string) => phrase.split(' ')[0]!)
    .map((verb) => [gerundOf(verb), verb]),
);

/** `verb`: what the first word stands for, where it was written as "removing". */
export interface Request {
  span: Span;
  verb?: string;
}

/** "Do I need to …", "I was going to …": asked or told of, not asked for. */
const asked =
  /^(?:do|does|did|should|must|have|has|had|am|are|is|was|were|may|might|will) (?:i|one)\b|^(?:do|did) you (?:want|need|have|like|remember|see|know|ever)\b|^if (?!you (?:could|can|would|please|don't mind)).*\b(?:will|would|i'll|i'd|we'll|gets?|won't|wouldn't)\b|^i (?:was|were|had|have|could|did|am)(?! (?:to|wondering|hoping|thinking))|\b(?:going|able) to be\b/;
/** After these a verb is what is asked for; after "the" it would be a name. */
const urges =
  /^(?:to|you|u|please|and|just|possibly|kindly|i|maybe|perhaps|quickly|simply|also|now|could|can|would|then|help|,|ahead|might|somebody|someone|anyone|me|us|try|actually)$/;

/** How many words of courtesy stand before what is asked for: "do you think you could …", "be so kind as to …". */
function leadOf(words: readonly string[]): number {
  let at = 0;
  while (at < words.length && asides.has(words[at]!)) at++;
  if (
    at === 0 ||
    at > 16 ||
    !clauseVerbs.has(words[at] ?? '') ||
    /^(?:don't|do|only|just)$/.test(words[at]!) ||
    !urges.test(words[at - 1]!) ||
    // "I find it too dark"
    (words[at] === 'find' && words[at - 1] === 'i') ||
    // "Could use some warmth"
    (words[at] === 'use' && words[at - 1] === 'could')
  )
    return 0;
  return asked.test(words.join(' ')) ? 0 : at;
}

/** "… for our flyer" */
const endsWithPurpose = new RegExp(`(?<=\\S \\S+) ${purpose}$`, 'u');

export function stripPoliteness(span: Span): Request {
  let { from, to } = span;
  let verb: string | undefined;
  for (let changed = true; changed && from < to;) {
    changed = false;
    const words = norms(sub(span, from, to));
    const punctuation = /^[.,;!?:\n-]$/;
    if (punctuation.test(words[0]!) && !(words[0] === '-' && /^[\d.]/.test(words[1] ?? ''))) {
      from++;
      changed = true;
      continue;
    }
    const gerund = gerundOpenings.find((p) => startsWith(words, p) && gerunds.has(words[p.length]!));
    if (gerund) {
      from += gerund.length;
      verb = gerunds.get(norms(sub(span, from, to))[0]!);
      changed = true;
      continue;
    }
    const past = pastOpenings.find(
      (p) => startsWith(words, p) && verbOf.has(words[p.length]!) && !clauseVerbs.has(words[p.length]!),
    );
    if (past) {
      from += past.length;
      verb = verbOf.get(norms(sub(span, from, to))[0]!);
      changed = true;
      continue;
    }
    const wish = wishes.find(
      (p) =>
        startsWith(words, p) &&
        clauseVerbs.has(words[p.length] ?? '') &&
        // "No blur please"
        !(p[0] === 'no' && /^(?:please|thanks|at|now|)$/.test(words[2] ?? '')),
    );
    if (wish) {
      from += wish.length;
      changed = true;
      continue;
    }
    if (
      words[0] === 'no' &&
      /^(?:that|that's|this|it|it's|i|don't|wait|no|please|undo|make|do|the|my)$/.test(words[1] ?? '')
    ) {
      from++;
      changed = true;
      continue;
    }
    const lead = leadOf(words);
    if (lead > 0) {
      from += lead;
      changed = true;
      continue;
    }
    const opening = openings.filter((p) => startsWith(words, p)).sort((a, b) => b.length - a.length)[0];
    if (opening) {
      from += opening.length;
      changed = true;
      continue;
    }
    if (punctuation.test(words.at(-1)!)) {
      to--;
      changed = true;
      continue;
    }
    const [aim] = endsWithPurpose.exec(words.join(' ')) ?? [];
    if (
      aim &&
      !/^(?:replace|swap|change|add|put|place|crop|trim|resize|reframe|generate|compose|create|make|write|draw|format|fix|edit)$/.test(
        words[0]!,
      )
    ) {
      to -= aim.trim().split(' ').length;
      changed = true;
      continue;
    }
    const closing = closings
      .filter((p) => p.length < words.length && startsWith(words.slice(words.length - p.length), p))
      .sort((a, b) => b.length - a.length)[0];
    if (closing) {
      to -= closing.length;
      changed = true;
    }
  }
  return { span: sub(span, from, to), ...(verb && { verb }) };
}

/** "Don't touch the sky, …": what follows is asked for; with an "and" it would be denied as well. */
const sparing =
  /^(?:don't|do not|without|not) (?:touch|chang|alter|affect|edit|modify|mess|do anything)(?:(?! (?:and|or) ).)* (?:,|but|:|-) |^(?:don't|do not) (?:touch|change|alter|affect|edit|modify|mess with|do anything (?:to|with))(?:(?! (?:and|or|,) ).)*$/;

/** "I might …", "… tomorrow", "imagine I had …": thought of, not asked for. */
const musing =
  /^(?:(?:maybe|perhaps|possibly|one day|some day|someday|later|tomorrow) ,? ?)?i (?:might|could|may|would|will|'ll|'d)(?: \w+)? (?!(?:like|love|appreciate|be|prefer|want|need)\b).*\b(?:later|tomorrow|some day|someday|one day|next (?:week|month|year|time)|another time|at some point|eventually)$|^i might (?!(?:want|need|like)\b)|^if only\b|^there(?:'s| is| was|'s really| is really) no (?:need|reason|point|way)\b|^(?:i|we|he|she|they|you|someone|somebody|my \w+) (?:(?:was|were|have been|had been|once|already|never|just) )*(?:told|asked|tried|had|used|decided|forgot|managed|failed|refused?|refuses|expected|forced) (?:not )?(?:(?:me|us|him|her|them|you) )?(?:not )?to\b|^(?:imagine|suppose|assume|assuming|supposing|say|pretend)(?: that)? (?:i|you|we|he|she|they|it) (?:had|have|were|was|removed|deleted|erased|cropped|did|could|would)\b|^(?:i|we) (?:was|were|am|have been|had been)(?: just)? (?:thinking|wondering)(?: about| of)? .*\bnot sure\b|\b(?:remove|delete|erase|crop|cut|blur|hide)(?: .*)? (?:later|tomorrow|next week|some day|someday|another time)$/;

/** What other machines are told. */
const elsewhere =
  /^(?:wipe|format|reset|reboot|restart|charge|unlock|lock|back up|backup|switch off|shut down) (?:my|the) (?:phone|computer|laptop|tablet|pc|mac|device|disk|drive|memory card|sd card|camera)$|^kill (?:the |that |this |my )?(?:server|process|task|job|session|connection|engine|app|program|switch)$|^(?:mute|unmute|pause|play|stop|turn (?:up|down|off|on)|lower|raise) (?:the |my )?(?:microphone|mic|sound|audio|music|volume|call|tv|television|radio|speakers?|phone|heating|alarm|wifi|bluetooth)$/;

/** Whether somebody only thinks of doing something, or speaks to another machine. */
export const isMusing = (span: Span): boolean =>
  musing.test(norms(span).join(' ')) || elsewhere.test(norms(span).join(' '));

/** Whether a sentence (its politeness stripped) must not be acted upon, however much it looks like a request. */
export function asksForNothing(span: Span): boolean {
  const words = norms(span);
  if (/^(?:don't|do not) like (?:it|this|that)$/.test(words.join(' '))) return false;
  if (/^not (?:so|as|that|quite so|too) [a-z-]+$/.test(words.join(' '))) return false;
  if (/^not (?:really )?enough /.test(words.join(' '))) return false;
  if (/^what(?:ever)?(?:'s| is| i) .*\b(?:should|must|has to|needs to)\b/.test(words.join(' '))) return false;
  if (
    /^what if |^(?:might|may) (?:the|this|that|these|those|my|our|his|her|all) .* be /.test(words.join(' '))
  )
    return false;
  if (
    /^have (?:the|this|that|my|our|her|his|these|those|all) (?!.*\bbeen\b)/.test(words.join(' ')) &&
    words.some((word) => verbOf.has(word))
  )
    return false;
  if (sparing.test(`${words.join(' ')} `)) return false;
  if (negations.has(words[0]!) || (words[0] === 'do' && words[1] === 'not')) return true;
  return questions.has(words[0]!) || wondering.test(words.join(' '));
}
