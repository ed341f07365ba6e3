/** Words for where. All in lower case, without a leading article where one may stand. */

export const articles = [
  'every single',
  'the same',
  'both',
  'both the',
  'some of the',
  'the',
  'a',
  'an',
  'all the',
  'all of the',
  'all',
  'any',
  'every',
  'my',
  'our',
  'your',
  'those',
  'these',
  'that',
  'this',
];

/** What is selected, or what was just spoken of. */
export const pronouns: ReadonlySet<string> = new Set([
  'it',
  'that',
  'them',
  'him',
  'her',
  'those',
  'he',
  'she',
  'they',
]);

export const selected: ReadonlySet<string> = new Set(
  [
    'this',
    'this one',
    'these',
    'here',
    'that one',
    'selection',
    'current selection',
    'what i selected',
    'whatever i selected',
    'whatever is selected',
    'what is in the selection',
    'whatever is in the selection',
    'everything in the selection',
    'everything selected',
    'everything i selected',
    'everything that i selected',
    'all i selected',
    'what i have marked',
    'the part i selected',
    'the thing i selected',
    'the thing under the selection',
    'the selected thing',
    'what i marked',
    'what i clicked',
    'what i clicked on',
    'what i pointed at',
    'what is selected',
    "what's selected",
    'what i have selected',
    'what i circled',
    'in here',
    'right here',
  ].flatMap((w) => [w, `the ${w}`, `my ${w}`]),
);
/** Other words for the picture that is open. */
export const pictureNames =
  /^(?:(?:the|this|my|our|that) )?(?:(?:old|lovely|beautiful|nice|great|little|blurry|dark|new|hero|product|cover|profile|header|whole|entire|main|wedding|family|holiday|header|banner|original) )+(?:picture|photo|image|shot|pic)$|^(?:the|this|my) (?:portrait|selfie|snapshot|snap)$/;

/** "The selected area", "the thing here". */
export const selectedPattern =
  /^(?:(?:the )?(?:selected|marked|highlighted|chosen|circled) \w+|(?:all |the )?(?:what|whatever|everything|anything|things|stuff|thing|part|area|one)(?: that| which)? i(?:'ve| have| just)* (?:selected|marked|clicked|pointed at|clicked on|circled|outlined|highlighted|tapped|picked|chose|painted over|drew around)|(?:the|this|that) (?:thing|object|part|area|region|spot|bit|place|stuff|one|item)(?: (?:here|there|(?:that |which )?i(?: have|'ve| just)? (?:selected|marked|clicked|pointed at|clicked on|circled|outlined|highlighted|tapped|picked|chose|painted over|drew around|lassoed|brushed)))?)$/;

const pictures = [
  'picture',
  'photo',
  'image',
  'photograph',
  'scan',
  'screenshot',
  'pic',
  'shot',
  'canvas',
  'scene',
  'thing',
];
export const whole: ReadonlySet<string> = new Set([
  'everything',
  'things',
  'all of it',
  'it all',
  'all',
  'the lot',
  ...['set', 'series', 'shoot', 'album', 'batch', 'gallery', 'collection', 'lot'].flatMap((n) => [
    `the whole ${n}`,
    `the entire ${n}`,
  ]),
  'what is left',
  "what's left",
  'what remains',
  'the result',
  ...['the colours', 'the colors', 'colours', 'colors', 'the overall look'],
  ...pictures.slice(0, -1).flatMap((p) => [p, `the ${p}`, `this ${p}`, `my ${p}`, `that ${p}`]),
  ...pictures.flatMap((p) => [
    `the whole ${p}`,
    `the entire ${p}`,
    `whole ${p}`,
    `entire ${p}`,
    `this whole ${p}`,
    `my whole ${p}`,
  ]),
]);

export const background: ReadonlySet<string> = new Set(
  ['background', 'backdrop', 'surroundings', 'surrounding area'].flatMap((w) => [
    w,
    `the ${w}`,
    `its ${w}`,
    `the whole ${w}`,
    `the entire ${w}`,
    `my ${w}`,
    `this ${w}`,
  ]),
);

/** "The messy kitchen background" is the background; "the man in the background" isn't. */
export const describedBackground =
  /^(?:the |this )?(?:background|backdrop) of (?:(?:the|this|my|our) )?(?:photo|picture|image|shot|pic)$|^(?:the|this|that|my|our|its) (?:(?!in |of |on |at |with |from |behind |and |near |by |to |for )[\p{L}-]+ ){1,3}(?:background|backdrop)$/u;

export const rest: ReadonlySet<string> = new Set([
  'everything else',
  'all else',
  'the rest',
  'rest',
  'all the rest',
  'the others',
  'the other parts',
  'the remainder',
  "what's around it",
  'what is around it',
  ...['it', 'this', 'that', 'them'].flatMap((w) => [
    `everything around ${w}`,
    `the area around ${w}`,
    `everything behind ${w}`,
  ]),
  ...pictures.flatMap((p) => [`the rest of the ${p}`, `the rest of this ${p}`, `rest of the ${p}`]),
]);

export const exceptPattern =
  /^(?:everything|everyone|everybody|all (?:the )?others|all|anything|the whole (?:picture|photo|image)) (?:but|except|except for|apart from|besides|other than|outside|outside of) /;

/** Said at the end and meaning nothing more: "… from the photo". */
export const inThePicture =
  /(?: (?:(?:from|in|on|of|out of) (?:(?:the|this|my|our) )?(?:picture|photo|image|photograph|pic|shot)(?: of (?:us|me|him|her|them|(?:the|our|my|his|her) \w+))?|(?:over |up |down |back )?there))+$/;

/** Things that are not in pictures: removing them would be something else altogether. */
export const notInPictures: ReadonlySet<string> = new Set(
  'memory mind data cache project file files folder folders calendar inbox email emails subscription membership username login browser virus downloads computer disk app application history chat password settings database internet website layer layers version versions png jpg jpeg gradient effect effects intensity opacity pizza crap original originals clipboard balance white-balance highlights midtones mid-tones blacks whites reds greens blues yellows oranges purples cyans magentas contrast brightness saturation exposure vibrance clarity temperature tint hue strength amount size resolution perspective tilt sharpness'.split(
    ' ',
  ),
);

/** The user's own pictures, rather than something in this one. */
export const ownMedia =
  /^(?:(?:all|all of|every|my|the|your|our|these|those|all my|all the|all of my|all of the|all these) )?(?:photos|pictures|images|videos|clips|sounds|photo|picture|image|video)$|^my (?:profile|page|comments?|posts?|feed|timeline|channel|card details|schedule)$|^(?:the )?(?:last|first|second|next|previous|whole|final) (?:paragraph|sentence|line|page|chapter|slide|row|column|word|words|message|mail|note|entry)$|^(?:(?:the|that|this|all|every|my) )?(?:task ?bar|tool ?bars?|side ?bar|menu bar|status bar|pop-?ups?|line breaks?|comments?(?: (?:below|above|section))?|users? \w+|hyperlinks?|url|cookies? (?:banner|settings)|code|function|variable|table of contents|basket|cart)$| on (?:github|gitlab|facebook|instagram|google|youtube|twitter|linkedin|tiktok|ebay|amazon|the server|the website|the internet|the web|my phone|my computer)$|^(?:the )?(?:picture|photo|image|file)s? (?:to|into|onto) |^(?:row|rows|column|columns|line|page|pages|chapter|slide|cell|paragraph|step|item|table|frame|scene|track|process|pid|port|ticket|order|invoice|job) \d+\b|^(?:(?:the|my|this|that|your|our|last|all|all the|all my|the last|the whole|my last) )*(?:spreadsheet|documents?|playlist|contacts|reminders?|meeting|appointment|repo|repository|commit|partition|bookmarks|backups?|drafts|e-?mails?|newsletter|notifications?|recycle bin|everything on my (?:computer|phone|disk|laptop)|c drive)$|^(?:all )?(?:the |my )?(?:photos|pictures|images|videos) (?:of|with|from|in|that)\b/;

/** No thing begins with these. */
export const notAThing: ReadonlySet<string> = new Set(
  "here it's that's there's of to from with into by for as at and or but then not no more less very too so i you we he she they is are was will would should could can if when because until while it them him me us itself in on onto a an the up down out off away over back about roughly like see look around behind under above below beside near next between inside outside underneath beneath only just".split(
    ' ',
  ),
);
