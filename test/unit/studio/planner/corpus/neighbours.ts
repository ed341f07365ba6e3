/** An eighth set, before the planner was tried on it: short, sloppy, referring back, asking. */
import { afterwards, at, but, pointing, rest, whole, withBeach, beach, type Case } from './case.ts';

const white = '#ffffff';

export const neighbours: Case[] = [
  // Taking out
  ['can u remove the guy in the backgroud', [['remove', { target: 'guy in the backgroud' }]]],
  ['yo delete that sign', [['remove', { target: 'sign' }]]],
  ['there are two birds in the sky, take them out', [['remove', { target: 'two birds in the sky' }]]],
  ['the wires, please', 'refused'],
  ['I hate that trash can, make it go away', [['remove', { target: 'trash can' }]]],
  ['erase the shadow of the photographer', [['remove', { target: 'shadow of the photographer' }]]],
  [
    'is it possible to get rid of the reflection in the window?',
    [['remove', { target: 'reflection in the window' }]],
  ],
  [
    'remove this but fill it with the grass from the left',
    [['remove', { source: at('grass from the left') }]],
    pointing,
  ],
  ["remove the power lines but don't touch the sky", [['remove', { target: 'power lines' }]]],
  ['clean the stains off the shirt', [['remove', { target: 'stains' }]]],
  ['remove evrything except the dog', [['cut-out', { target: 'dog' }]]],
  // Backgrounds
  ['bg → white', [['replace-background', { colour: white }]]],
  ['background: light grey', [['replace-background', { colour: '#d3d3d3' }]]],
  ['white bg plz', [['replace-background', { colour: white }]]],
  ['swap the background for the beach photo', [['replace-background', { photo: beach }]], withBeach],
  [
    'can you put the shoe on pure white with a little shadow?',
    [['replace-background', { target: 'shoe', colour: white, shadow: 0.25 }]],
  ],
  ['I only want the mug, nothing else', [['cut-out', { target: 'mug' }]]],
  [
    'get the background blurry but keep the girl sharp',
    [['blur-background', { target: 'girl', amount: 0.5 }]],
  ],
  ['blur bg a lot', [['blur-background', { amount: 0.8 }]]],
  ['could the background be a bit softer?', [['blur-background', { amount: 0.25 }]]],
  ['transparent bg', [['cut-out']]],
  // Light and colour
  ['a lil brighter', [['adjust', { exposure: 0.25 }]]],
  ['too dark!!', [['adjust', { exposure: 0.5 }]]],
  ['darken the sky by 30 %', [['adjust', { target: 'sky', exposure: -0.51 }]]],
  ['up the contrast 20%', [['adjust', { contrast: 0.2 }]]],
  ['make the whole image cooler, but only slightly', [['adjust', { temperature: -0.15 }]]],
  ['sky bluer', [['adjust', { target: 'sky', temperature: -0.3 }]]],
  [
    'bump shadows a bit and pull the highlights down',
    [
      ['adjust', { shadows: 0.15 }],
      ['adjust', { highlights: -0.3 }],
    ],
  ],
  ['brighten everything except the window', [['adjust', { exposure: 0.5 }, but('window')]]],
  ['make everything darker but not the candle', [['adjust', { exposure: -0.5 }, but('candle')]]],
  ['give the grass a richer green', 'refused'],
  ['her face is too dark', [['adjust', { target: 'her face', exposure: 0.5 }]]],
  [
    'can you make his eyes brighter and the rest darker',
    [
      ['adjust', { target: 'his eyes', exposure: 0.5 }],
      ['adjust', { exposure: -0.5 }, but('his eyes')],
    ],
  ],
  ['warmer, more contrast, a bit darker', [['adjust', { temperature: 0.3, contrast: 0.3, exposure: -0.25 }]]],
  ['colours more vivid please, they look dull', [['adjust', { vibrance: 0.3 }]]],
  ['half a stop brighter', [['adjust', { exposure: 0.5 }]]],
  ['the door should be red', [['recolour', { target: 'door', colour: '#ff0000' }]]],
  ['turn her dress into navy blue', [['recolour', { target: 'her dress', colour: '#000080' }]]],
  ['paint this teal', [['recolour', { colour: '#008080' }]], pointing],
  ['make it b/w but keep the balloon in colour', [['black-and-white', {}, but('balloon')]]],
  ['desaturate the background', [['black-and-white', { target: 'background' }]]],
  ['make everything else black and white', [['black-and-white', {}, rest]], pointing],
  ['auto fix colours', [['enhance', { amount: 0.5 }]]],
  // Looks
  ['give it that old polaroid vibe', [['film-look', { look: 'faded', amount: 1 }]]],
  ['make this look like a pencil drawing', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['cinematic look pls, not too strong', [['film-look', { look: 'teal-orange', amount: 0.5 }]]],
  ['cartoon effect', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['add vignette 30%', [['vignette', { amount: 0.3 }]]],
  ['more clarity on the rocks', [['clarity', { target: 'rocks', amount: 0.5 }]]],
  // Detail
  ["it's blurry, sharpen it", [['sharpen', { amount: 0.5 }]]],
  ['get rid of the grain', [['denoise', { amount: 0.5 }]]],
  ['blur the license plate', [['blur', { target: 'license plate', amount: 0.5 }]]],
  ['hide their faces', [['pixelate', { target: 'their faces', amount: 0.5 }]]],
  ['pixelate all faces except hers', 'refused'],
  // Geometry
  ['crop 16:9', [['crop', { aspect: 16 / 9 }]]],
  ['crop it square around the cat', [['crop', { target: 'cat', aspect: 1 }]]],
  ['turn it clockwise', [['rotate', { degrees: 90 }]]],
  ['its sideways, rotate it left', [['rotate', { degrees: -90 }]]],
  ['mirror it', [['flip', { axis: 'horizontal' }]]],
  ['make it half the size', [['resize', { factor: 0.5 }]]],
  ['resize to 1080px wide', [['resize', { width: 1080 }]]],
  ['more space on the left', [['extend', { left: 0.25 }]]],
  ['make it wider, 16:9, without cropping', [['extend', { aspect: 16 / 9 }]]],
  ['fix the crooked horizon', [['straighten']]],
  ['fix the perspective', [['perspective', { upright: 'auto' }]]],
  // Moving
  ['make the moon twice as big', [['transform', { target: 'moon', scale: 2 }]]],
  ['move the boat a bit to the left', [['transform', { target: 'boat', dx: -0.05 }]]],
  ['shift this 10% up', [['transform', { dy: -0.1 }]], pointing],
  [
    'copy the tree to the right and make it smaller',
    [['duplicate', { target: 'tree', dx: 0.15, scale: 0.75 }]],
  ],
  [
    'move the lamp left and make it darker',
    [
      ['transform', { target: 'lamp', dx: -0.15 }],
      ['adjust', { target: 'lamp', exposure: -0.5 }],
    ],
  ],
  // Referring back
  ['undo that', 'undo'],
  ['oops, go back', 'undo'],
  ['a bit less', [['adjust', { exposure: 0.38 }]], afterwards(['adjust', { exposure: 0.5 }])],
  ['again but stronger', [['sharpen', { amount: 0.75 }]], afterwards(['sharpen', { amount: 0.5 }])],
  ['half of that', [['vignette', { amount: 0.25 }]], afterwards(['vignette', { amount: 0.5 }])],
  [
    'twice as much',
    [['blur', { target: 'sign', amount: 0.6 }]],
    afterwards(['blur', { target: 'sign', amount: 0.3 }]),
  ],
  [
    'the same for the sky',
    [['adjust', { target: 'sky', exposure: 0.5 }]],
    afterwards(['adjust', { target: 'grass', exposure: 0.5 }]),
  ],
  [
    'do that to the other car too',
    [['blur', { target: 'other car', amount: 0.5 }]],
    afterwards(['blur', { target: 'car', amount: 0.5 }]),
  ],
  ['make it warmer but leave the faces alone', [['adjust', { temperature: 0.3 }, but('faces')]]],
  [
    'sharpen the eagle and everything else can be blurred',
    [
      ['sharpen', { target: 'eagle', amount: 0.5 }],
      ['blur-background', { target: 'eagle', amount: 0.5 }],
    ],
  ],
  // What can't be
  ['make me look younger', 'refused'],
  ['add our logo in the corner', 'refused'],
  ['translate the sign to French', 'refused'],
  ['make her smile', 'refused'],
  ["don't do anything", 'refused'],
  ['what can you do?', 'refused'],
  ['add a hat to the dog', [['add', { prompt: 'a hat to the dog' }]]],
  ['turn the car into a spaceship', [['replace', { target: 'car', prompt: 'a spaceship' }]]],
  [
    'select the dog and sharpen it, then brighten the whole photo',
    [
      ['sharpen', { target: 'dog', amount: 0.5 }],
      ['adjust', { exposure: 0.5 }],
    ],
  ],
  ['everything warmer except this', [['adjust', { temperature: 0.3 }, rest]], pointing],
  ['select it', [['image-segmentation/segment']], pointing],
  [
    'sharpen this and brighten the picture',
    [
      ['sharpen', { amount: 0.5 }],
      ['adjust', { exposure: 0.5 }, whole],
    ],
    pointing,
  ],
];
