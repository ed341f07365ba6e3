/** Enhancing, clarity, vignettes, film looks, styles, brightness, curves. */
import { at, but, pointing, rest, type Case } from './case.ts';

const sCurve = (d: number) => ({
  points: [
    [0, 0],
    [0.25, 0.25 - d],
    [0.75, 0.75 + d],
    [1, 1],
  ],
  channel: 'all',
});
const middle = (y: number, channel = 'all') => ({
  points: [
    [0, 0],
    [0.5, y],
    [1, 1],
  ],
  channel,
});
const negative = {
  points: [
    [0, 1],
    [1, 0],
  ],
  channel: 'all',
};

export const looks: Case[] = [
  // Enhancing
  ['auto enhance', [['enhance', { amount: 0.5 }]]],
  ['enhance', [['enhance', { amount: 0.5 }]]],
  ['enhance it', [['enhance', { amount: 0.5 }]]],
  ['make it look better', [['enhance', { amount: 0.5 }]]],
  ['improve the photo', [['enhance', { amount: 0.5 }]]],
  ['auto levels', [['enhance', { amount: 0.5 }]]],
  ['auto', [['enhance', { amount: 0.5 }]]],
  ['fix the colours', [['enhance', { amount: 0.5 }]]],
  ['fix the white balance', [['enhance', { amount: 0.5 }]]],
  ['auto white balance', [['enhance', { amount: 0.5 }]]],
  ['correct the colors automatically', [['enhance', { amount: 0.5 }]]],
  ['remove the colour cast', [['enhance', { amount: 0.5 }]]],
  ['make the photo look nicer', [['enhance', { amount: 0.5 }]]],
  ['touch up the picture', [['enhance', { amount: 0.5 }]]],
  ['fix the lighting', [['enhance', { amount: 0.5 }]]],
  ['enhance the face a little', [['enhance', { target: 'face', amount: 0.25 }]]],
  ['enhance it a lot', [['enhance', { amount: 0.8 }]]],
  ['enhence this', [['enhance', { amount: 0.5 }]], pointing],
  ['fix', 'refused'],

  // Clarity
  ['more clarity', [['clarity', { amount: 0.5 }]]],
  ['add clarity', [['clarity', { amount: 0.5 }]]],
  ['increase the clarity by 30%', [['clarity', { amount: 0.3 }]]],
  ['clarity +20', [['clarity', { amount: 0.2 }]]],
  ['less clarity', [['clarity', { amount: -0.5 }]]],
  ['boost the local contrast', [['clarity', { amount: 0.5 }]]],
  ['dehaze', [['clarity', { amount: 0.5 }]]],
  ['dehaze the mountains a bit', [['clarity', { target: 'mountains', amount: 0.25 }]]],
  ['get rid of the haze', [['clarity', { amount: 0.5 }]]],
  ['reduce the clarity of the background slightly', [['clarity', { target: 'background', amount: -0.25 }]]],
  ['give it a dreamy glow', [['clarity', { amount: -0.5 }]]],
  ['bring out the texture of the wall', [['clarity', { target: 'wall', amount: 0.5 }]]],
  ['more structure in the clouds', [['clarity', { target: 'clouds', amount: 0.5 }]]],

  // Vignettes
  ['add a vignette', [['vignette', { amount: 0.5 }]]],
  ['vignette', [['vignette', { amount: 0.5 }]]],
  ['subtle vignette', [['vignette', { amount: 0.25 }]]],
  ['add a strong vignette', [['vignette', { amount: 0.8 }]]],
  ['darken the corners', [['vignette', { amount: 0.5 }]]],
  ['darken the edges a bit', [['vignette', { amount: 0.25 }]]],
  ['make the corners darker', [['vignette', { amount: 0.5 }]]],
  ['put a vignette around the dog', [['vignette', { target: 'dog', amount: 0.5 }]]],
  ['vignette around this', [['vignette', { amount: 0.5 }]], pointing],
  ['white vignette', [['vignette', { amount: -0.5 }]]],
  ['lighten the corners', [['vignette', { amount: -0.5 }]]],
  ['vignette 30%', [['vignette', { amount: 0.3 }]]],
  ['add a vignete', [['vignette', { amount: 0.5 }]]],
  ['remove the vignette', 'refused'],

  // Film looks
  ['film look', [['film-look', { look: 'classic', amount: 1 }]]],
  ['make it look like film', [['film-look', { look: 'classic', amount: 1 }]]],
  ['give it an analog film look', [['film-look', { look: 'classic', amount: 1 }]]],
  ['make it vintage', [['film-look', { look: 'faded', amount: 1 }]]],
  ['give it a retro look', [['film-look', { look: 'faded', amount: 1 }]]],
  ['faded film look', [['film-look', { look: 'faded', amount: 1 }]]],
  ['sepia', [['film-look', { look: 'sepia', amount: 1 }]]],
  ['make it sepia', [['film-look', { look: 'sepia', amount: 1 }]]],
  ['turn it into an old photo', [['film-look', { look: 'sepia', amount: 1 }]]],
  ['film noir', [['film-look', { look: 'noir', amount: 1 }]]],
  ['teal and orange', [['film-look', { look: 'teal-orange', amount: 1 }]]],
  ['make it cinematic', [['film-look', { look: 'teal-orange', amount: 1 }]]],
  ['cinematic colour grade please', [['film-look', { look: 'teal-orange', amount: 1 }]]],
  ['cross process it', [['film-look', { look: 'cross', amount: 1 }]]],
  ['golden hour look', [['film-look', { look: 'golden', amount: 1 }]]],
  ['give it a golden hour glow', [['film-look', { look: 'golden', amount: 1 }]]],
  ['apply a vivid film look', [['film-look', { look: 'vivid', amount: 1 }]]],
  ['cool film look', [['film-look', { look: 'cool', amount: 1 }]]],
  ['subtle sepia', [['film-look', { look: 'sepia', amount: 0.5 }]]],
  ['sepia at 40%', [['film-look', { look: 'sepia', amount: 0.4 }]]],
  ['make the background sepia', [['film-look', { look: 'sepia', amount: 1 }, rest]], pointing],

  // Styles
  ['pencil sketch', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['turn it into a pencil sketch', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['make it a watercolour', [['stylise', { style: 'watercolour', amount: 0.5 }]]],
  ['watercolor effect', [['stylise', { style: 'watercolour', amount: 0.5 }]]],
  ['turn this photo into an oil painting', [['stylise', { style: 'oil', amount: 0.5 }]]],
  ['make it look like a comic', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['cartoonify it', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['make the dog look like a cartoon', [['stylise', { target: 'dog', style: 'comic', amount: 0.5 }]]],
  ['comic book style', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['make it look like a charcoal drawing', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['strong oil paint effect', [['stylise', { style: 'oil', amount: 0.8 }]]],
  ['smooth it but keep the edges', [['stylise', { style: 'smooth', amount: 0.5 }]]],
  ['smooth her skin', [['stylise', { target: 'her skin', style: 'smooth', amount: 0.5 }]]],
  ['bring out the details', [['stylise', { style: 'detail', amount: 0.5 }]]],
  ['more detail in the feathers', [['stylise', { target: 'feathers', style: 'detail', amount: 0.5 }]]],
  ['make it look like a painting by van Gogh', [['restyle', { prompt: 'a painting by van Gogh' }]]],
  ['make it look like an anime', [['restyle', { prompt: 'an anime' }]]],

  // Brightness, and light
  ['increase the brightness by 20%', [['adjust', { brightness: 0.2 }]]],
  ['brightness +10', [['adjust', { brightness: 0.1 }]]],
  ['more brightness', [['adjust', { brightness: 0.3 }]]],
  ['lower the brightness a bit', [['adjust', { brightness: -0.15 }]]],
  ['reduce the brightness of the lamp', [['adjust', { target: 'lamp', brightness: -0.3 }]]],
  ['a little more brightness in her face', [['adjust', { target: 'her face', brightness: 0.15 }]]],
  [
    'brightness up, contrast down',
    [
      ['adjust', { brightness: 0.3 }],
      ['adjust', { contrast: -0.3 }],
    ],
  ],
  ['whiten her teeth', [['adjust', { target: 'her teeth', exposure: 0.25, saturation: -0.3 }]]],
  ['the face is underexposed', [['adjust', { target: 'face', exposure: 0.5 }]]],
  ['open up the shadows a bit', [['adjust', { shadows: 0.15 }]]],
  ['pull the highlights down by 40 %', [['adjust', { highlights: -0.4 }]]],

  // Curves
  ['apply an s-curve', [['curves', sCurve(0.05)]]],
  ['gentle s curve', [['curves', sCurve(0.03)]]],
  ['strong s-curve in the sky', [['curves', { target: 'sky', ...sCurve(0.1) }]]],
  ['brighten the midtones', [['curves', middle(0.6)]]],
  ['darken the mid-tones a bit', [['curves', middle(0.45)]]],
  ['raise the midtones of the face', [['curves', { target: 'face', ...middle(0.6) }]]],
  ['boost the red channel', [['curves', middle(0.6, 'red')]]],
  ['lower the blue channel a little', [['curves', middle(0.45, 'blue')]]],
  ['invert the colours', [['curves', negative]]],
  ['make a negative of it', [['curves', negative]]],
  ['curve through 0 0, 0.5 0.6, 1 1', [['curves', middle(0.6)]]],

  // Not everywhere
  ['make it warmer but not the sky', [['adjust', { temperature: 0.3 }, but('sky')]]],
  ['brighten everything except the window', [['adjust', { exposure: 0.5 }, but('window')]]],
  ['add contrast everywhere but the face', [['adjust', { contrast: 0.3 }, but('face')]]],
  ['sepia, except for the umbrella', [['film-look', { look: 'sepia', amount: 1 }, but('umbrella')]]],
  ['add a sketch effect to everything else', [['stylise', { style: 'sketch', amount: 0.5 }, rest]], pointing],
  ['fill this from the sky', [['remove', { source: at('sky') }]], pointing],
];
