/** What is asked about the studio itself, and what it answers. Nothing is done to a picture by asking. */
export interface Question {
  forms: readonly string[];
  answer: string;
}

const PICTURE =
  '(it|this|that|them|my work|my file|the result|the file|[the|my|this] (photo|picture|image|photos|pictures))';
/** "How do I …", "is there a way to …": what leads in what somebody wants to know how to do. */
export const HOW =
  '(how (do|can|could|would|should|might) (i|you|we|one)|how to|how (does|do) (one|people)|how is it possible to|where (do|can) (i|you|we)|where to|what do i (say|do|type|write) to|what (should|must|can) i (say|do|type|write) to|(show|tell|teach) me how to|(explain|describe|show|know|learn|see|understand) how to|i want to know how to|i wonder how to|is there a way to|is there any way to|is it possible to|am i able to|can (i|one)|could (i|one)|may i)';

/** "How large is this photo?" */
export const SIZES: readonly string[] = [
  `how (big|large|wide|high|tall|many pixels|many megapixels) (is|are|does|has|have) ${PICTURE} [have|in pixels|now]`,
  `(what|which) (size|resolution|dimensions|aspect ratio|pixel size) (is|are|does|has|have) ${PICTURE} [have|now]`,
  `(what is|what's|what are|show me|tell me) the (size|resolution|dimensions|pixel size) [of ${PICTURE}]`,
];

/** Said without asking for anything; the last fits everything. */
export const courtesies: readonly { to: RegExp; answer: string }[] = [
  { to: /\b(?:thanks|thank|cheers|ta|appreciated)\b/, answer: 'You’re welcome.' },
  {
    to: /\b(?:hello|hi|hey|morning|evening|afternoon|dear|meet)\b/,
    answer:
      'Hello! Click on a thing in the picture, or say what should happen to the whole: “make it warmer”.',
  },
  { to: /(?:)/, answer: 'Good. What should happen next?' },
];

export const questions: readonly Question[] = [
  {
    forms: [
      '[can you|could you|please] help [me] [please|out]',
      'i need [some] help',
      '[please] help me with this',
      '(what|what all|what else|what things|which things) (can|could|do) (you|i|we|it|this|vitrail|this app|the app) (do|say|ask|ask for|understand|edit|change|make|type|write) [here|with this|with it|for me|with you|with my photos|with this photo|with my photo|with photos]',
      '(what|which) (commands|sentences|edits|tools|features|functions|options|words) (are there|do you have|do you know|do you understand|can i use|can i say|are available)',
      'what [am|is|are] (i|one) (able|supposed|allowed|meant) to (do|say|type|write) [here]',
      'how (does|do) (this|it|you|vitrail|this app|the app|this thing) work',
      '(how do i|how can i|how to) (use|work with|start|begin) [with] [this|it|you|vitrail|this app|the app|here]',
      'what (now|next)',
      'where do i (start|begin)',
      "(i am|i'm) (lost|new|new here|stuck|confused|a beginner)",
      '(show|give|list) [me] [some|all] [the|your] (examples|commands|features|possibilities|options)',
      '(commands|examples|instructions|tutorial|manual|instructions please)',
    ],
    answer:
      'Click on a thing in the picture and say “remove this”, “cut this out”, “make this red” or “blur this”. Without pointing: “make it warmer”, “blur the background with bokeh”, “crop to a square”, “turn it into a pencil sketch”. Type / for every command, and press ? for the keys. “undo” takes the last step back, always.',
  },
  {
    forms: [
      '(who|what) (are you|is vitrail|is this app|is this program|am i talking to|made you)',
      'are you (a robot|a human|human|a person|real|an ai|ai|a bot|chatgpt|a machine|intelligent)',
      "what's (your name|vitrail|this app)",
      'what is your name',
      '(do you use|is this|is there) [an|any] (ai|artificial intelligence|machine learning) [here|in here|behind this|involved]',
    ],
    answer:
      'I’m Vitrail, a studio for pictures. I read what you say, show a plan of it, and carry it out on this machine. What I do today needs no model: it is calculated from the picture itself.',
  },
  {
    forms: [
      `(is|are|was|were|will|does|do|did) ${PICTURE} [be|get|been|being|ever] (uploaded|sent|shared|stored online|saved online|private|safe|secure|leave|leaving|public|stay private|stay here|stay local|in the cloud|go online|used for training|used to train|leave my computer|leave my machine|leave this machine|leave the computer|leave my laptop|kept private|scanned) [anywhere|somewhere|to the cloud|to a server|to the internet|online|with anyone|with anybody|an ai|a model|ai]`,
      `(do|does|did|will|can|are|is) (you|vitrail|this app|this|the app|it) (upload|send|share|store|keep|steal|sell|see|save|collect|uploading|sending|sharing|storing|train on|train with|train an ai on|train ai on) (anything|something|any data|data|my data|${PICTURE}) [anywhere|somewhere|online|to the cloud|to a server|to the internet|to anyone|with anyone]`,
      '(is|are) (this|it|vitrail|the app|this app|you) (private|secure|safe|offline|local|online|connected|connected to the internet|in the cloud|spying on me|gdpr compliant|safe to use|working offline)',
      '(do|does) (i|this|it|you|vitrail|the app|this app) (need|require|use|have|work without|work offline|run offline|run locally|run on my machine|run on this machine) [an|the|any] [internet|internet connection|connection|network|wifi|account|cloud]',
      '(who|what|can anybody|can anyone|can someone) (can see|sees|see|has access to|have access to|gets) (my data|' +
        PICTURE +
        ')',
      'what about [my] (privacy|data|security)',
      'privacy',
    ],
    answer:
      'Nothing leaves this machine: no picture, no word you say. Everything is calculated here, also without a connection, and nothing is fetched while you work.',
  },
  {
    forms: [
      `where (are|is|do you keep|do you save|do you store|does it keep|does it save) [all] [my|the|our] (project|projects|work|files|pictures|photos|originals|original|data|photo|picture) [saved|stored|kept|go|gone]`,
      '(do i|must i|should i|do we) (have|need) to save',
      '(is|was) (it|this|my work|everything|the project|my project) (saved|kept|stored) [automatically|yet|already]',
      '(does|do) (it|you|this|vitrail|the app) (save|autosave|save automatically|change my original|overwrite my file|overwrite the original|change the original|overwrite my photo|change my file|change my photo) [automatically|my work]',
      '(will|does|do) [this|it|that|you] (overwrite|change|touch|destroy|alter|modify) [my|the] (original|originals|file|files|original file|original photo|photo on my disk)',
    ],
    answer:
      'Every step is kept the moment it is done, in a project on this machine; there is nothing to save. Your own files are never changed: “Export” makes a new one.',
  },
  {
    forms: [
      `${HOW} (export|save|download|print|share|send|get out|store) [${PICTURE}|everything] [as|in|to|on|with|by] [a|my] [file|jpg|jpeg|png|tiff|webp|avif|pdf|computer|disk|desktop|friends|email|mail|new file|phone] [when (i am|i\'m) done]`,
      `how do i get ${PICTURE} (out|out of here|back|back out|onto my computer|on my phone)`,
    ],
    answer: 'Choose “Export” at the top right, then the format and the size.',
  },
  {
    forms: [
      '(which|what) [file] (format|file type|type|quality|format of file) (should|do|can|must|shall|would) (i|you|one|we) (use|take|choose|export|pick|save as|save in|export as|export to|need|save|recommend) [for {name}]',
      "(what's|what is) the (best|right) [file] format [for {name}]",
      '(what|which) [file] formats (are there|do you support|can you export|can i export|are supported|do you know|can you save|can you open|can you read)',
      '(jpg|jpeg|png) or (png|jpg|jpeg|webp|tiff)',
    ],
    answer:
      'JPEG to share photos; PNG or WebP where a part is transparent; AVIF for the smallest file; TIFF or PNG with 16 bits for print or more editing. All of them under “Export”.',
  },
  {
    forms: [
      `${HOW} (undo|go back|step back|take back|revert|reverse) [a|the|my|one|this|that|it] [last] [step|change|mistake|edit|thing]`,
      '(can|could) (this|it|that|everything|a step|an edit) be (undone|taken back|reversed|reverted)',
      "what if (i|it|something) (make a mistake|made a mistake|break it|breaks it|goes wrong|go wrong|mess up|messes up|ruin it|don't like it)",
    ],
    answer:
      'Say “undo”, or use the arrow at the top: as often as you like, also after a restart. History (Shift+H) goes back to any earlier state.',
  },
  {
    forms: [
      `${HOW} (select|mark|mask|point at|choose|pick|highlight|tell you|show you|say what i mean|tell you what i mean) [{name}]`,
      'what do you mean by (point|pointing|pointing at it|select|selecting)',
    ],
    answer:
      'Click on the thing. Shift and a click adds to the selection, Alt and a click takes away; box, lasso and brush are beside the picture. Or say it: “select the sky”, “select the red one”.',
  },
  {
    forms: [
      `${HOW} (add|put|write|set|insert|type|change|edit) [a|an|some|the|my] [few] (text|texts|words|title|caption|headline|lettering|name) [on|in|to|onto|over] [${PICTURE}]`,
    ],
    answer: 'Press T or choose “Text” beside the picture, click where the words should begin, and type.',
  },
  {
    forms: [
      `${HOW} (zoom|zoom in|zoom out|see it larger|see more|see details|look closer|get closer|enlarge the view|pan|scroll|move around|move the view|see it at 100 %|see the whole picture) [on|into|out of|of|in] [${PICTURE}]`,
      'zoom (in|out) [a bit|more|a little|further|closer|please|on {name}|to 100 %]',
      '(fit|zoom) [it|the picture|the photo] to (the|my) (screen|window)',
    ],
    answer:
      'The wheel or a pinch zooms, Space and dragging moves the view; the buttons at the bottom right do it, too. The key 1 shows the picture at 100 %.',
  },
  {
    forms: [
      `${HOW} (compare|see|look at|show|view) [the|my] (before and after|before|difference|original|versions|before and after view|result with the original|it with the original|the two)`,
      '(show|show me|let me see|compare) [it|this|the result] [to|with|and] [the|my] (before and after|before|difference|original|how it was|how it looked before|what it looked like before|what changed|old one|last version|previous version)',
      'what (did|have) you (do|done|change|changed)',
      'what (changed|happened|was changed|has changed)',
    ],
    answer:
      'The button with the two halves beside the zoom compares with what was before; the versions at the bottom right show each result, and History (Shift+H) lists every step.',
  },
  {
    forms: [
      `${HOW} (open|add|import|load|bring in|use|insert) [a|an|my|another|some|more|new|other|the|two|several] [other|new|second|raw] (photo|photos|picture|pictures|image|images|file|files|clip|video|project|folder)`,
    ],
    answer:
      'Drop it into the window, paste it, or choose + at the bottom left. “Projects”, behind the name at the top left, opens others.',
  },
  {
    forms: [
      `${HOW} (change|switch|set) [the|my] (language|theme|colours of the app|shortcuts|keys|shortcut|dark mode|light mode|settings|preferences)`,
      '(switch|change) to (dark|light) mode',
      '(do you|can you|can i) (speak|understand|know|talk) [in|to you in] (german|french|spanish|italian|another language|other languages|deutsch|dutch|portuguese|polish|chinese|japanese)',
      '(what|which) languages (do you|can you) (speak|understand|know)',
      'where are (the|my) (settings|preferences|options|shortcuts)',
    ],
    answer:
      'The settings (the cog at the top) have the language, light or dark, and every key. What you say to me is English so far, whatever language the studio is shown in.',
  },
  {
    forms: [
      '(what|which) (are the|are|is the) [keyboard] (shortcuts|shortcut|keys|hotkeys) [for {name}]',
      '[show|show me|list] [me] [the|all] [keyboard] (shortcuts|hotkeys|key bindings)',
      '(is|are) there [any] [keyboard] (shortcuts|hotkeys|keys)',
    ],
    answer: 'Press ? for all keys. The magnifying glass at the top finds anything by its name.',
  },
  {
    forms: [
      '(is|are) (this|it|vitrail|the app|you) (free|open source|paid|expensive)',
      '(how much|what) (does it|does this|does vitrail|do you|is it|is this) (cost|costs)',
      'do i (have|need) to pay',
      '(are there|is there) [any|a] (limits|limit|watermark|watermarks|subscription|account|credits)',
    ],
    answer: 'Vitrail is free software (GPL 3): no account, no limits, no watermark.',
  },
  {
    forms: [
      "(i don't|i do not|i didn't) like (it|this|that|the result|what you did) [at all|much|anymore]",
      "(that's|that is|it's|it is|this is) (wrong|not right|not what i wanted|not what i meant|not what i asked for|worse|not good|not it|terrible|awful|bad)",
      '(not what i wanted|not what i meant|not what i asked for|no good|this looks bad|it looks bad|it looks worse|that looks wrong|looks wrong|looks bad|wrong)',
    ],
    answer:
      'Say “undo” and it is as before. Or change it: the sliders on its card, “a bit less”, “a bit more”, or another seed.',
  },
  {
    forms: [
      `what (happens|would happen|will happen) (if|when) (i|you|we) {name}`,
      'is it (safe|dangerous|risky) to {name}',
      'can i (break|ruin|damage|destroy|lose) (anything|something|it|my photo|the photo|my picture|the picture|my work)',
    ],
    answer: 'Try it: it becomes a new version, the old one stays, and “undo” takes it back.',
  },
  {
    forms: [
      `(what is|what's|what are|what do you see|what can you see|who is|who's|who are|what can be seen) [(in|on) ${PICTURE}|this|that|it|these|he|she|they|here]`,
      `(is|are) there {name} (in|on) ${PICTURE}`,
      `(describe|explain|caption|tell me about|look at) ${PICTURE} [to me|for me]`,
      `(tell me|say) (what|who) [{name}] (is|this is|that is|you see|it is) [(in|on) ${PICTURE}]`,
      '(do|can) you (see|recognise|recognize|identify|know|tell me what|tell me who) {name}',
      'where (is|was) (this|it|the photo|this photo|the picture) [taken]',
      'how many {name} are (there|in the picture|in the photo|on the picture|in this photo|visible)',
    ],
    answer:
      'What a picture shows only a model could tell, and models that look come with a later version. Point at what you mean, and I work on that.',
  },
  {
    forms: ['sorry', "(i'm|i am) sorry", '(my mistake|oops|whoops|my bad|never mind|nevermind|forget it)'],
    answer: 'No harm done: “undo” takes any step back.',
  },
];
