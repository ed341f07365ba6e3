/** As different people put it: in a second language, on a shoot, at eight years old, in an agency, in a web shop. */
import { afterwards, at, but, large, pointing, rest, whole, withBeach, beach, type Case } from './case.ts';

const white = '#ffffff';
const all = (share: number) => ({ left: share, right: share, top: share, bottom: share });

/** English isn't their first language. */
const secondLanguage: Case[] = [
  ['please make the background to be white', [['replace-background', { colour: white }]]],
  ['i want delete this person', [['remove']], pointing],
  ['can you put away the car?', [['remove', { target: 'car' }]]],
  ['make more light', [['adjust', { exposure: 0.5 }]]],
  [
    'the photo is very dark, make it more clear',
    [
      ['adjust', { exposure: 0.5 }],
      ['sharpen', { amount: 0.5 }],
    ],
  ],
  ['do the sky more blue', [['adjust', { target: 'sky', temperature: -0.3 }]]],
  ['I would like that the dog is bigger', [['transform', { target: 'dog', scale: 1.3 }]]],
  ['make the picture without colours', [['black-and-white']]],
  ['cut the man out of the photo', 'refused'],
  ['please to remove the noises', [['denoise', { amount: 0.5 }]]],
  ['turn the image 90 grad right', 'refused'],
  ['rotate the foto to the left', [['rotate', { degrees: -90 }]]],
  ['it should be more warm', [['adjust', { temperature: 0.3 }]]],
  ['make the face of the woman more bright', [['adjust', { target: 'face of the woman', exposure: 0.5 }]]],
  ['blur a little bit the background', [['blur-background', { amount: 0.25 }]]],
  ['make the background more blur', [['blur-background', { amount: 0.5 }]]],
  ['put the cat more to the left', [['transform', { target: 'cat', dx: -0.15 }]]],
  ['change color of the dress in red', [['recolour', { target: 'dress', colour: '#ff0000' }]]],
  ['make the sweater in green color', [['recolour', { target: 'sweater', colour: '#008000' }]]],
  ['Please, delete all from the table', 'refused'],
  ['make it like painted with oil', [['stylise', { style: 'oil', amount: 0.5 }]]],
  ['do it sharper', [['sharpen', { amount: 0.5 }]]],
  ['convert in black-white', [['black-and-white']]],
  ['i dont need the background', [['cut-out']]],
  ['take away the wires on the sky', [['remove', { target: 'wires on the sky' }]]],
  ['I need the picture in 1000 pixel width', [['resize', { width: 1000 }]]],
  ['make the horizont straight', [['straighten']]],
  ['give more contrast', [['adjust', { contrast: 0.3 }]]],
  ['add more colour', [['adjust', { vibrance: 0.3 }]]],
  ['what means vignette?', 'refused'],
];

/** They earn their living with a camera. */
const photographers: Case[] = [
  ['+1 stop', [['adjust', { exposure: 1 }]]],
  ['underexpose by a third of a stop', [['adjust', { exposure: -0.33 }]]],
  ['push exposure half a stop', [['adjust', { exposure: 0.5 }]]],
  [
    'drop highlights 30, lift shadows 20',
    [
      ['adjust', { highlights: -0.3 }],
      ['adjust', { shadows: 0.2 }],
    ],
  ],
  ['highlights -50', [['adjust', { highlights: -0.5 }]]],
  ['crush the blacks', [['adjust', { shadows: -0.3 }]]],
  ['WB a touch cooler', [['adjust', { temperature: -0.15 }]]],
  [
    'bump vibrance +15 and clarity +10',
    [
      ['adjust', { vibrance: 0.15 }],
      ['clarity', { amount: 0.1 }],
    ],
  ],
  ['dodge her face a little', [['adjust', { target: 'her face', exposure: 0.25 }]]],
  ['burn the sky', [['adjust', { target: 'sky', exposure: -0.5 }]]],
  ['burn in the edges', [['vignette', { amount: 0.5 }]]],
  [
    'S-curve, medium',
    [
      [
        'curves',
        {
          points: [
            [0, 0],
            [0.25, 0.2],
            [0.75, 0.8],
            [1, 1],
          ],
          channel: 'all',
        },
      ],
    ],
  ],
  ['correct the verticals', [['perspective', { upright: 'auto' }]]],
  ['crop 5:4', [['crop', { aspect: 1.25 }]]],
  ['crop to 8x10', [['crop', { aspect: 0.8 }]]],
  ['clone out the sensor dust', [['remove', { target: 'sensor dust' }]]],
  ['teal & orange grade at 60%', [['film-look', { look: 'teal-orange', amount: 0.6 }]]],
  ['shallow DoF, f/1.4 look', [['blur-background', { amount: 0.8 }]]],
  ['kill the colour cast', [['enhance', { amount: 0.5 }]]],
  [
    'high-key white background, keep a contact shadow',
    [['replace-background', { colour: white, shadow: 0.5 }]],
  ],
  ['rotate 0.8° cw', [['rotate', { degrees: 0.8 }]]],
  ['long edge 2048', [['resize', { width: 2048 }]], large],
  ['uprez 200%', [['upscale', { factor: 2 }]]],
  ['NR on the shadows', 'refused'],
  ['cyanotype', 'refused'],
  ['slight vignette around the subject', [['vignette', { target: 'subject', amount: 0.25 }]]],
  ['warm up the highlights', 'refused'],
  ['desat the greens', 'refused'],
  ['pop the subject from the background', 'refused'],
  ['extend canvas 20% left and right', [['extend', { left: 0.2, right: 0.2 }]]],
];

/** Eight years old. */
const children: Case[] = [
  ['make the dog super big', [['transform', { target: 'dog', scale: 2 }]]],
  ['make two cats', 'refused'],
  ['make it all pink', [['recolour', { colour: '#ffc0cb' }]]],
  ['i want my shirt to be blue', [['recolour', { target: 'shirt', colour: '#0000ff' }]]],
  ['delete my brother', [['remove', { target: 'brother' }]]],
  ['make my face funny', 'refused'],
  ['make it look like a comic book!!!', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['can you draw it like with pencils', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['make the ball go up', [['transform', { target: 'ball', dy: -0.15 }]]],
  ['turn me into a frog', 'refused'],
  ['make everything grey but not the balloon', [['black-and-white', {}, but('balloon')]]],
  ['put another dog next to the dog', [['add', { prompt: 'another dog next to the dog' }]]],
  ['add a dinosaur', [['add', { prompt: 'a dinosaur' }]]],
  ['pleeease make it brighter', [['adjust', { exposure: 0.5 }]]],
  ['i made a mistake', 'refused'],
  ['go back go back', 'undo'],
  ['nooo undo it', 'undo'],
  ['make it tiny', [['resize', { factor: 0.5 }]]],
  ['flip it upside down', [['flip', { axis: 'vertical' }]]],
  ['make the car rainbow', 'refused'],
];

/** Agencies and campaigns. */
const marketing: Case[] = [
  [
    'We need the product isolated on pure white with a soft natural shadow',
    [['replace-background', { target: 'product', colour: white, shadow: 0.5 }]],
  ],
  ['make the colours pop', [['adjust', { vibrance: 0.3 }]]],
  ['give the hero image a warm golden hour feel', [['film-look', { look: 'golden', amount: 1 }]]],
  ['add negative space on the right for copy', [['extend', { right: 0.25 }]]],
  ['resize for web, 1200 wide', [['resize', { width: 1200 }]]],
  ['change the backdrop to our brand colour #0057ff', [['replace-background', { colour: '#0057ff' }]]],
  ['make the packaging #e30613', [['recolour', { target: 'packaging', colour: '#e30613' }]]],
  ['pastel pink background please', [['replace-background', { colour: '#ffe3e8' }]]],
  ['we want a more premium look', 'refused'],
  [
    'increase vibrancy across the whole image by 15 percent',
    [['adjust', { vibrance: 0.15 }, whole]],
    pointing,
  ],
  [
    'anonymise the people in the background',
    [['pixelate', { target: 'people in the background', amount: 0.5 }]],
  ],
  ['get rid of the competitor logo', [['remove', { target: 'competitor logo' }]]],
  ['square crop for social', [['crop', { aspect: 1 }]]],
  [
    'swap in a gradient background, white to light blue',
    [['replace-background', { colour: white, to: '#add8e6' }]],
  ],
  [
    'place the bottle against a dark grey backdrop',
    [['replace-background', { target: 'bottle', colour: '#a9a9a9' }]],
  ],
  ['duplicate the can to the right at 80%', 'refused'],
  ['drop the logo opacity', 'refused'],
  ['composite it onto beach.jpg', [['replace-background', { photo: beach }]], withBeach],
  [
    'tone down the reds',
    [
      [
        'curves',
        {
          points: [
            [0, 0],
            [0.5, 0.4],
            [1, 1],
          ],
          channel: 'red',
        },
      ],
    ],
  ],
  ['add our tagline at the bottom', 'refused'],
];

/** Terse, or full of slips. */
const hasty: Case[] = [
  ['rm bg', [['cut-out']]],
  ['bg blur', [['blur-background', { amount: 0.5 }]]],
  ['bg -> white', [['replace-background', { colour: white }]]],
  ['brightr plz', [['adjust', { exposure: 0.5 }]]],
  ['contrats +10', [['adjust', { contrast: 0.1 }]]],
  ['moer contrast', [['adjust', { contrast: 0.3 }]]],
  ['romove teh tree', [['remove', { target: 'tree' }]]],
  ['blr the face', [['blur', { target: 'face', amount: 0.5 }]]],
  ['chnage the car to blue', [['recolour', { target: 'car', colour: '#0000ff' }]]],
  ['duplciate this', [['duplicate', {}]], pointing],
  ['enahnce', [['enhance', { amount: 0.5 }]]],
  ['vintge look', [['film-look', { look: 'faded', amount: 1 }]]],
  ['watercolr', [['stylise', { style: 'watercolour', amount: 0.5 }]]],
  ['straghten horizon', [['straighten']]],
  ['perspektive correction', 'refused'],
  ['upscle 2x', [['upscale', { factor: 2 }]]],
  ['extnd left 20%', [['extend', { left: 0.2 }]]],
  ['mv this right 10%', [['transform', { dx: 0.1 }]], pointing],
  ['2x', 'refused'],
  ['16:9', 'refused'],
  ['50%', 'refused'],
  ['sharpen 30', [['sharpen', { amount: 0.3 }]]],
  ['blur 20% bg', [['blur-background', { amount: 0.2 }]]],
  ['b&w + grain', 'refused'],
  ['no bg', [['cut-out']]],
  ['crop sq', 'refused'],
];

/** In passing, politely, at length; referring back. */
const talkers: Case[] = [
  [
    'Hello! I was wondering if you could perhaps take out the lamp post on the left, thank you so much',
    [['remove', { target: 'lamp post on the left' }]],
  ],
  ["there's a pimple on her chin, can you remove it?", [['remove', { target: 'pimple on her chin' }]]],
  ['this bin is ugly, get rid of it', [['remove']], pointing],
  ["ok that's great. now make the sky a bit more dramatic", [['adjust', { target: 'sky', contrast: 0.15 }]]],
  ['love it! can we warm it up just a touch more?', [['adjust', { temperature: 0.15 }]]],
  ['Could you maybe make this person a bit smaller', [['transform', { scale: 0.85 }]], pointing],
  ['I think it would look better in black and white', [['black-and-white']]],
  ['hmm, too much. half of that', 'refused'],
  ['that is way too strong', [['adjust', { contrast: 0.15 }]], afterwards(['adjust', { contrast: 0.6 }])],
  [
    'do the same thing to this one',
    [['blur', { amount: 0.5 }]],
    { ...pointing, ...afterwards(['blur', { target: 'face', amount: 0.5 }]) },
  ],
  ['now the same on the other side', 'refused', afterwards(['extend', { left: 0.25 }])],
  [
    'select the jacket, make it navy, and darken everything else',
    [
      ['recolour', { target: 'jacket', colour: '#000080' }],
      ['adjust', { exposure: -0.5 }, but('jacket')],
    ],
  ],
  [
    'make this pop and fade everything else',
    [
      ['adjust', { vibrance: 0.3 }],
      ['adjust', { vibrance: -0.3 }, rest],
    ],
    pointing,
  ],
  [
    'remove the bin, then the bench, then sharpen everything',
    [
      ['remove', { target: 'bin' }],
      ['remove', { target: 'bench' }],
      ['sharpen', { amount: 0.5 }],
    ],
  ],
  ['erase this using the bricks on the left', [['remove', { source: at('bricks on the left') }]], pointing],
  ["can you flip her so she's looking left", 'refused'],
  [
    'zoom out a bit so we see more of the beach',
    [['extend', { left: 0.1, right: 0.1, top: 0.1, bottom: 0.1 }]],
  ],
  ['give me more room above her head', [['extend', { top: 0.25 }]]],
  ['expand it 15% on every side', [['extend', all(0.15)]]],
  [
    'make it a bit cooler and crop to 4:3, oh and add a light vignette',
    [
      ['adjust', { temperature: -0.15 }],
      ['crop', { aspect: 4 / 3 }],
      ['vignette', { amount: 0.25 }],
    ],
  ],
  ['put the vase on a wooden table', [['add', { prompt: 'the vase on a wooden table' }]]],
  ['keep the person, lose the rest', [['cut-out', { target: 'person' }]]],
  ['I want only the guitar, on black', [['replace-background', { target: 'guitar', colour: '#000000' }]]],
  ['lower the building a bit', [['transform', { target: 'building', dy: 0.05 }]]],
  ['make the eyes pop', [['adjust', { target: 'eyes', vibrance: 0.3 }]]],
  ['how would it look in sepia?', 'refused'],
  ['which pack do I need to add a cat', 'refused'],
  ['forget it', 'refused'],
  ['cancel', 'refused'],
  ['everything', 'refused'],
];

export const voices: Case[] = [
  ...secondLanguage,
  ...photographers,
  ...children,
  ...marketing,
  ...hasty,
  ...talkers,
];
