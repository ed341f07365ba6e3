/** A tenth set, before the planner was tried on it. */
import { afterwards, at, but, large, pointing, rest, whole, type Case } from './case.ts';

const white = '#ffffff';

export const passersby: Case[] = [
  // Questions
  ['could you possibly erase the man on the left?', [['remove', { target: 'man on the left' }]]],
  ['can we lose the watermark?', [['remove', { target: 'watermark' }]]],
  ['would you be so kind as to blur the faces?', [['blur', { target: 'faces', amount: 0.5 }]]],
  ['any chance of a white background?', [['replace-background', { colour: white }]]],
  ['can it be sharper?', [['sharpen', { amount: 0.5 }]]],
  ['could the sky be more blue?', [['adjust', { target: 'sky', temperature: -0.3 }]]],
  ['what about black and white?', [['black-and-white']]],
  ['can you please crop this to a 3:2 ratio?', [['crop', { aspect: 1.5 }]]],
  ['do you think you could straighten the horizon?', [['straighten']]],
  ['why is the sky so dark?', 'refused'],
  ['can you see the dog?', 'refused'],
  ['can i get this in 4k?', [['resize', { width: 3840 }]]],
  // Terse
  ['dog gone', 'refused'],
  ['sky darker', [['adjust', { target: 'sky', exposure: -0.5 }]]],
  ['car → green', [['recolour', { target: 'car', colour: '#008000' }]]],
  ['bg blur 40', [['blur-background', { amount: 0.4 }]]],
  ['exposure +1', [['adjust', { exposure: 1 }]]],
  ['temp +20', [['adjust', { temperature: 0.2 }]]],
  ['rotate 180', [['rotate', { degrees: 180 }]]],
  [
    'crop 4:3, b&w, sharpen',
    [['crop', { aspect: 4 / 3 }], ['black-and-white'], ['sharpen', { amount: 0.5 }]],
  ],
  ['brighter', [['adjust', { exposure: 0.5 }]]],
  ['vignette', [['vignette', { amount: 0.5 }]]],
  ['upscale x2', [['upscale', { factor: 2 }]]],
  ['w 1200', 'refused'],
  ['remove: bin, bottle', [['remove', { target: 'bin, bottle' }]]],
  // Slang, typos
  ['make it look sick', 'refused'],
  ['gimme a blurry background', [['blur-background', { amount: 0.5 }]]],
  ['wipe that dude out', [['remove', { target: 'dude' }]]],
  ['brigten the fase', [['adjust', { target: 'fase', exposure: 0.5 }]]],
  ['remvoe the bckground', [['cut-out']]],
  ['make teh sky darkr', [['adjust', { target: 'sky', exposure: -0.5 }]]],
  ['incrase contrats by 15%', [['adjust', { contrast: 0.15 }]]],
  ['sharpn it a tad', [['sharpen', { amount: 0.25 }]]],
  ['crank the saturation way up', [['adjust', { saturation: 0.6 }]]],
  ['pump up the colours', [['adjust', { vibrance: 0.3 }]]],
  ['zap the zit', [['remove', { target: 'zit' }]]],
  ['punch up the contrast a bit', [['adjust', { contrast: 0.15 }]]],
  // Steps
  [
    'remove the sign and then crop to a square',
    [
      ['remove', { target: 'sign' }],
      ['crop', { aspect: 1 }],
    ],
  ],
  [
    'first straighten, then crop to 16:9 and add a slight vignette',
    [['straighten'], ['crop', { aspect: 16 / 9 }], ['vignette', { amount: 0.25 }]],
  ],
  [
    'blur the faces, pixelate the plates and remove the sign',
    [
      ['blur', { target: 'faces', amount: 0.5 }],
      ['pixelate', { target: 'plates', amount: 0.5 }],
      ['remove', { target: 'sign' }],
    ],
  ],
  [
    'make the sky darker, the grass greener',
    [
      ['adjust', { target: 'sky', exposure: -0.5 }],
      ['adjust', { target: 'grass', tint: -0.3 }],
    ],
  ],
  [
    'select the car, make it red and move it a bit to the right',
    [
      ['recolour', { target: 'car', colour: '#ff0000' }],
      ['transform', { target: 'car', dx: 0.05 }],
    ],
  ],
  [
    'cut out the guitar, put it on a dark blue background with a shadow and sharpen it',
    [
      ['replace-background', { target: 'guitar', colour: '#00008b', shadow: 0.5 }],
      ['sharpen', { amount: 0.5 }],
    ],
  ],
  [
    'denoise then sharpen then upscale 2x',
    [
      ['denoise', { amount: 0.5 }],
      ['sharpen', { amount: 0.5 }],
      ['upscale', { factor: 2 }],
    ],
  ],
  [
    'warm it up, lift the shadows a bit and drop the highlights by 20%',
    [
      ['adjust', { temperature: 0.3 }],
      ['adjust', { shadows: 0.15 }],
      ['adjust', { highlights: -0.2 }],
    ],
  ],
  [
    'flip it and rotate it 90 degrees to the left',
    [
      ['flip', { axis: 'horizontal' }],
      ['rotate', { degrees: -90 }],
    ],
  ],
  [
    'make the roses red, leave everything else in black and white',
    [
      ['recolour', { target: 'roses', colour: '#ff0000' }],
      ['black-and-white', {}, but('roses')],
    ],
  ],
  [
    'extend the left side and remove the pole there',
    [
      ['extend', { left: 0.25 }],
      ['remove', { target: 'pole' }],
    ],
  ],
  [
    'move the boat up by 5% then make it a little bigger',
    [['transform', { target: 'boat', dy: -0.05, scale: 1.15 }]],
  ],
  // References
  [
    'make it a bit darker and the rest brighter',
    [
      ['adjust', { exposure: -0.25 }],
      ['adjust', { exposure: 0.5 }, rest],
    ],
    pointing,
  ],
  ['brighten this one', [['adjust', { exposure: 0.5 }]], pointing],
  ['blur everything around it', [['blur-background', { amount: 0.5 }]], pointing],
  ['everything outside the selection in black and white', [['black-and-white', {}, rest]], pointing],
  ['get rid of these', [['remove']], pointing],
  ['turn it green', [['recolour', { colour: '#008000' }]], pointing],
  [
    'apply that to the background as well',
    [['adjust', { target: 'background', exposure: -0.5 }]],
    afterwards(['adjust', { target: 'floor', exposure: -0.5 }]),
  ],
  [
    'do the same with the wall',
    [['recolour', { target: 'wall', colour: '#ff0000' }]],
    afterwards(['recolour', { target: 'door', colour: '#ff0000' }]),
  ],
  ['more blur', [['blur-background', { amount: 0.75 }]], afterwards(['blur-background', { amount: 0.5 }])],
  ['less strong please', [['sharpen', { amount: 0.25 }]], afterwards(['sharpen', { amount: 0.5 }])],
  [
    'again, but only half as strong',
    [['enhance', { amount: 0.25 }]],
    afterwards(['enhance', { amount: 0.5 }]),
  ],
  ['hmm a tad too much', [['adjust', { contrast: 0.22 }]], afterwards(['adjust', { contrast: 0.3 }])],
  [
    'make it blue instead',
    [['recolour', { target: 'car', colour: '#0000ff' }]],
    afterwards(['recolour', { target: 'car', colour: '#ff0000' }]),
  ],
  ['no, the other way', 'refused', afterwards(['rotate', { degrees: 90 }])],
  ['undo the last two steps', 'refused'],
  ['redo', 'redo'],
  ['put it back', 'undo'],
  // Amounts and places
  ['make the ball three times bigger', [['transform', { target: 'ball', scale: 3 }]]],
  ['make the sign half as big', [['transform', { target: 'sign', scale: 0.5 }]]],
  ['darken the top third by one stop', [['adjust', { target: 'top third', exposure: -1 }]]],
  [
    'brighten the bottom right corner slightly',
    [['adjust', { target: 'bottom right corner', exposure: 0.25 }]],
  ],
  ['blur the left half of the picture', [['blur', { target: 'left half', amount: 0.5 }]]],
  ['saturate the middle by 25 percent', [['adjust', { target: 'middle', saturation: 0.25 }]]],
  ['nudge the cup a hair to the left', [['transform', { target: 'cup', dx: -0.05 }]]],
  ['add a third more canvas at the bottom', [['extend', { bottom: 0.3333 }]]],
  ['shrink it to 30 %', [['resize', { factor: 0.3 }]]],
  ['sharpen by a quarter', [['sharpen', { amount: 0.25 }]]],
  ['move the sun 200 px down', [['transform', { target: 'sun', dy: 0.0667 }]], large],
  // Negations
  ['blur everything, just not the car', [['blur-background', { target: 'car', amount: 0.5 }]]],
  ['make it brighter without touching the highlights', 'refused'],
  ["desaturate everything but don't touch her lips", [['black-and-white', {}, but('her lips')]]],
  ['remove the man, not the woman', [['remove', { target: 'man' }]]],
  ['darken the picture except for the lantern', [['adjust', { exposure: -0.5 }, but('lantern')]]],
  ["don't crop it, extend it to 16:9", 'refused'],
  ['leave the background as it is and make the car brighter', [['adjust', { target: 'car', exposure: 0.5 }]]],
  // Not for this studio
  [
    'remove the clothes of the mannequin and add a suit',
    [
      ['remove', { target: 'clothes of the mannequin' }],
      ['add', { prompt: 'a suit' }],
    ],
  ],
  ['make everyone look at the camera', 'refused'],
  ['open his eyes', 'refused'],
  ['swap their faces', 'refused'],
  ['add sunglasses to him', [['add', { prompt: 'sunglasses to him' }]]],
  ['add a rainbow', [['add', { prompt: 'a rainbow' }]]],
  ['change the season to winter', [['replace', { target: 'season', prompt: 'winter' }]]],
  ['make him taller', [['transform', { scale: 1.3 }]], pointing],
  ['save as png', 'refused'],
  ['delete the photo', 'refused'],
  ['make a video of this', [['image-to-video/animate', { prompt: 'natural motion' }]]],
  ['count the people', 'refused'],
  ['fix it', 'refused'],
  ['brighten the picture but this stays as it is', [['adjust', { exposure: 0.5 }, rest]], pointing],
  ['crop out the top', 'refused'],
  [
    'erase the moon, use the sky on the right',
    [['remove', { target: 'moon', source: at('sky on the right') }]],
  ],
  ['whiten his teeth', [['adjust', { target: 'his teeth', exposure: 0.25, saturation: -0.3 }]]],
  [
    'sharpen this and warm up the whole picture',
    [
      ['sharpen', { amount: 0.5 }],
      ['adjust', { temperature: 0.3 }, whole],
    ],
    pointing,
  ],
];
