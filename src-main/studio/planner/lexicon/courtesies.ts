/** Words around a request that ask for nothing. */
import { words } from './verbs.ts';

const phrases = (list: string): string[][] => words(list).map((phrase) => phrase.split(' '));

export const openings: readonly (readonly string[])[] = [
  ...phrases(
    'please, pls, plz, hi, hello, helo, hallo, hey, hey there, hi there, ok, okay, so, well, now, just, kindly, also, ' +
      'and, then, next, finally, lastly, first, firstly, second, secondly, afterwards, after that, ' +
      'after this, great, good, nice, thanks, thank you, perfect, yes, and then, vitrail, to start, ' +
      'to begin, but, could you, can you, would you, will you, could we, can we, could u, can u, can i, ' +
      'could i, can i get you to, would it be possible to, would you be able to, are you able to, ' +
      "is there a way you could, i'd like to see, i'd love to see, i want to see, i would like to see, " +
      "i would love to see, let me see, i'd like you to, i'd like to, i'd love to, i'd love you to, " +
      'i would like you to, i would like to, i want you to, i want to, i need you to, i need to, ' +
      "i wish you could, i think you should, you should, you can, let's, let us, lets, go ahead and, try to, " +
      'we should, we need to, help me, help me to, be so kind and, do me a favour and, do me a favor and, ' +
      'quickly, simply, maybe, perhaps, even, nope, nah, naw, meh, ugh, yikes, hm, hmm, oh, can i have, could i have, may i have, ' +
      'can we have, can i get, could i get, plus, please to, um, uh, no wait, wait, first of all, ' +
      'can someone, can someone please, could someone, can anyone, could anyone, can anybody, could anybody, ' +
      'would someone, someone, somebody, would love to, would like to, you could, is there any way to, ' +
      'is there a way to, any chance you could, any chance to, feel free to, time to, remember to, ' +
      'make sure to, be sure to, i think, i guess, i believe, i was wondering if you could, ' +
      'i was wondering whether you could, i wonder if you could, would it be possible that you, ' +
      'is it possible that you, it would be nice to, it would be great to, it would be nice if you could, ' +
      'it would be great if you could, it would look better, it would look nicer, it would be better, ' +
      'it would be nice, this would look better, i have to, i must, i may want to, gotta, want to, need to, ' +
      'i suggest to, for this one, in this photo, in this picture, in the picture, in the photo, ' +
      "on this photo, oh and, same time, while you are at it, while you're at it, when you are done, " +
      "once done, as a first step, as a last step, i don't like it, i don't like that, actually, ideally, " +
      'instead, yo, hiya, dear vitrail, listen, look, is it possible to, is there any chance to, any way to, alright, right, ' +
      'one more thing, last thing, while at it, if you could, what if you, what if i, you know what, the thing is, ' +
      "i changed my mind, i've changed my mind, i have changed my mind, changed my mind, on second thought, " +
      'on second thoughts, sorry, my bad, what about, how about, ' +
      'good morning, good afternoon, good evening, good day, dear me, my dear, dear friend, ' +
      'selective colour :, colour splash :, if it is not too much trouble, if it is no trouble, ' +
      "if it isn't too much trouble, if it is not too much to ask, if you don't mind, if i may, if i may ask, " +
      "i was hoping, i was hoping that, i am hoping, i'm hoping, i hope, it'd be great if, it would be great if, it would be nice if, it'd be nice if, " +
      "it'd be cool if, it would be cool if, it would be good if, i'd love it if, i would love it if, i'd like it if, i would like it if, would be great if, would be nice if, " +
      "why don't you, why don't we, why not, can't you, couldn't you, won't you, shall we, shall i, " +
      'looking to, hoping to, trying to, could somebody, can somebody, would somebody, would anybody, would anyone, will someone, ' +
      'would look great, would look good, would look nice, would look better, would look cool, would look amazing, ' +
      'i was wondering whether, i was wondering if, i wonder whether, i wonder if, i am wondering if, i am wondering whether, ' +
      "i'm wondering if, i'm wondering whether, don't forget to, do not forget to, don't be shy, please do, do me a favour, do me a favor, " +
      'would it be at all possible to, is it at all possible to, would it at all be possible to, when you have a moment, when you have a minute, when you have time, ' +
      'when you can, when you get a chance, whenever you can, if you have a moment, if you have time, if you have a minute, whenever you are ready, can you do that, could you do that, ' +
      "i'd appreciate it if, i would appreciate it if, i'd be grateful if, i would be grateful if, i'd be happy if, i'd be thankful if, it would be appreciated if, i'd prefer it if, i'd prefer if, i would prefer if, " +
      'it would be better if, would be better if, it would help if, it might be better if, it might look better if, it would look better if, i think it would look better if, i would prefer it if, ' +
      "don't you think, do you not think, wouldn't it be better if, wouldn't it be nice if, wouldn't it look better if, wouldn't it look nicer if, " +
      'nothing fancy, nothing special, nothing major, nothing crazy, nothing complicated, keep it simple, something simple, easy one, quick one, simple one, small request, quick request, one small thing, quick favour, quick favor, never mind, nevermind, ' +
      'how can i say, how do i say, how do you say, how to say, how shall i put it, let me think, might i ask you to, may i ask you to, could i ask you to, ' +
      'can i ask you to, may i trouble you to, might i trouble you to, could i trouble you to, be a dear and, be an angel and, be a love and, be a star and, be so good as to, be so good and, ' +
      'be so kind to, it would please me if, it would please me to see, i would be happy if, i would be glad if, i should be grateful if you could, i would be pleased if, i wish, ' +
      'would it be ok to, would it be okay to, would it be alright to, is it okay to, is it ok to, ' +
      'idk, lol, haha, omg, tbh, ngl, bro, dude, mate, man, bruh, fam, wow, ' +
      'any chance of, gimme, lemme have, let me have, may i get, ready for, time for, now for',
  ),
  ['no', ','],
  ['oops', ','],
  ['too', 'much', ','],
  ['not', 'good', ','],
];

/** What courtesies before a verb are made of. */
export const asides: ReadonlySet<string> = new Set(
  (
    'i we you u can could would will may might do think believe guess feel like love want need wish hope wonder ' +
    "wondering hoping thinking was is it it's there there's a an any some way chance possible possibly be able to so " +
    'kind nice great good better cool as please pls plz ask asking if whether that for me us my help go ahead and just ' +
    "let let's i'd you'd we'd i'm someone anyone somebody really very much appreciate ever mind favour favor now next " +
    'then also kindly perhaps maybe quickly simply hey hi hello helo hallo ok okay yo dear thanks , wanted trying try would be ' +
    'actually honestly guys team mate buddy friend lovely awesome happy grateful glad one thing more last ' +
    'most extremely terribly ever obliged whether should delighted pleased kindest'
  ).split(' '),
);

/** Openings only where a verb follows: "I want delete this", but "I want this deleted". */
export const wishes: readonly (readonly string[])[] = phrases(
  "i want, i need, i would like, i'd like, i wish, i will, i'll, no, why not, better",
);

const tidied = [
  'tidy up',
  'tidy',
  'clean up',
  'clean',
  'improve',
  'fix',
  'edit',
  'change',
  'retouch',
  'enhance',
  'finish',
  'polish',
  'spruce up',
];
const pictured = [
  'it',
  'this',
  'the picture',
  'the photo',
  'the image',
  'the shot',
  'this picture',
  'this photo',
  'my picture',
  'my photo',
];

/** After these the verb ends in -ing. */
export const gerundOpenings: readonly (readonly string[])[] = [
  ...tidied.flatMap((verb) =>
    pictured.flatMap((thing) => phrases(`${verb} ${thing} by, ${verb} ${thing} up by`)),
  ),
  ...phrases(
    'is there a way of, is there any way of, any way of, is there a possibility of, is there a chance of, i was thinking of, i am thinking of, i thought of, could we try, can we try, would you mind, do you mind, any chance of, is there any chance of, thinking of, how about, what about, try, consider, start by, begin by',
  ),
];

/** After these the verb is in the past: "it would help if you straightened it". */
export const pastOpenings: readonly (readonly string[])[] = phrases(
  "i would like to have, i'd like to have, i want to have, i would love to have, i'd love to have, i need to have, it would help if you, it would be great if you, it'd be great if you, it would be nice if you, it'd be nice if you, " +
    "would be great if you, would be nice if you, i'd be grateful if you, i would be grateful if you, i'd love it if you, " +
    "i would love it if you, i'd appreciate it if you, i would appreciate it if you, i'd be happy if you, i'd prefer it if you, " +
    'i would prefer it if you, how about you, what if you, it is time you, if you',
);

export const closings: readonly (readonly string[])[] = [
  ...phrases(
    'please, pls, plz, thanks, thank you, thank you very much, thank you so much, thanks so much, ' +
      'many thanks in advance, thanks in advance, for a passport, for my passport, for instance, ' +
      'as possible, at once, asap, this time, in this photo, in this one, for her, for him, for them, ' +
      'my love, love, dear, dearie, darling, honey, sweetie, sweetheart, pal, chief, cheers mate, if you would be so kind, when you get a chance, once, one time, for us, for my mum, for my mom, for my blog, for my shop, for our shop, for ebay, for etsy, ' +
      'for amazon, for linkedin, for my cv, for a poster, for the poster, for a flyer, for a presentation, ' +
      'for my presentation, thank you in advance, thanks a lot, many thanks, thx, ty, for me, now, ' +
      'would you, could you, can you, will you, if you can, if possible, if you could, ok, okay, too, ' +
      "as well, right now, first, afterwards, then, also, next, if you don't mind, or something, and, :, " +
      'somehow, my friend, for web, for the web, for social, for social media, for print, for printing, ' +
      'for copy, for the copy, for text, for my website, for the website, for our website, for the shop, ' +
      'for privacy, for privacy reasons, for fun, for safety, for anonymity, ' +
      'if you would, if that is ok, cheers, would be nice, would be great, would be good, would be lovely, would be better, would be cool, would be perfect, would look good, would look great, would look nice, lol, haha, again, once more, one more time, yeah, instead, at the end, in the end, at last',
  ),
  [','],
];

/** What a picture may be for; a pattern. */
export const purpose =
  "for (?:(?:my|our|the|a|an|her|his|their|your|some|this) )?(?:[\\p{L}'-]+ ){0,2}(?:insta|instagram|facebook|tiktok|linkedin|youtube|twitter|socials?|media|website|site|web|blog|shop|store|etsy|ebay|cv|resume|resumé|poster|flyer|print|printing|frame|card|calendar|book|album|magazine|brochure|newsletter|slides?|presentation|passport|visa|id|profile|avatar|thumbnail|banner|header|wallpaper|screen|phone|catalogue|catalog|listing|client|customer|boss|mum|mom|dad|nan|gran|grandma|grandad|wife|husband|kids?|friend|friends|birthday|wedding|party|privacy|fun|safety|effect|story|stories|reel|reels|post|feed|me|us|him|her|them|now|today|starters|pfp|dp|avatar|icon|tinder|bumble|hinge|discord|twitch|whatsapp|snapchat|snap|tiktok|pinterest|reddit|app|menu|invitation|invitations|invite|leaflet|handout|newspaper|report|essay|school|office|clarity|readability|look|feel)";
