/** Sizes in pixels, upscaling, straightening, perspective, a larger canvas, cropping. */
import { large, pointing, type Case } from './case.ts';

const all = (share: number) => ({ left: share, right: share, top: share, bottom: share });

export const geometry: Case[] = [
  // Pixels
  ['enlarge it by 20 %', [['resize', { factor: 1.2 }]]],
  ['shrink the photo by 20 %', [['resize', { factor: 0.8 }]]],
  ['reduce the size by 30 %', [['resize', { factor: 0.7 }]]],
  ['shrink it to 20 %', [['resize', { factor: 0.2 }]]],
  ['resize to 1920x1080', [['resize', { width: 1920, height: 1080 }]]],
  ['resize it to 1920 x 1080 pixels', [['resize', { width: 1920, height: 1080 }]]],
  ['make it 800 pixels wide', [['resize', { width: 800 }]]],
  ['make it 1200 px tall', [['resize', { height: 1200 }]]],
  ['scale to a width of 1000', [['resize', { width: 1000 }]]],
  ['set the height to 600 pixels', [['resize', { height: 600 }]]],
  ['scale down to 640 by 480', [['resize', { width: 640, height: 480 }]]],
  ['shrink it to 300 pixels wide', [['resize', { width: 300 }]]],
  ['I need it 2048px wide', [['resize', { width: 2048 }]]],
  ['resize to 4k', [['resize', { width: 3840 }]]],
  ['resize to 2000 px', 'refused'],
  ['resize to 10 cm', 'refused'],
  ['make the longest side 2048 px', [['resize', { width: 2048 }]], large],
  ['make the longest side 2048 px', 'refused'],
  ['scale it to 50%', [['resize', { factor: 0.5 }]]],

  // Upscaling
  ['upscale', [['upscale', { factor: 2 }]]],
  ['upscale 4x', [['upscale', { factor: 4 }]]],
  ['upscale by 3', [['upscale', { factor: 3 }]]],
  ['increase the resolution', [['upscale', { factor: 2 }]]],
  ['make it higher resolution', [['upscale', { factor: 2 }]]],
  ['super resolution', [['upscale', { factor: 2 }]]],
  ['quadruple the resolution', [['upscale', { factor: 4 }]]],

  // Straightening
  ['straighten', [['straighten']]],
  ['straighten the horizon', [['straighten']]],
  ['level the horizon', [['straighten']]],
  ['the horizon is crooked', [['straighten']]],
  ['make the horizon straight', [['straighten']]],
  ['the picture is tilted', [['straighten']]],
  ['straigten it', [['straighten']]],
  ['straighten it by 2 degrees', [['straighten', { degrees: 2 }]]],
  ['straighten 1.5° counterclockwise', [['straighten', { degrees: -1.5 }]]],
  ['tilt it 3 degrees to the left', [['straighten', { degrees: -3 }]]],

  // Perspective
  ['fix the perspective', [['perspective', { upright: 'auto' }]]],
  ['correct the converging lines', [['perspective', { upright: 'auto' }]]],
  ['fix the keystone', [['perspective', { upright: 'auto' }]]],
  ['the building is leaning backwards', [['perspective', { upright: 'auto' }]]],
  ['widen the top by 20%', [['perspective', { vertical: 0.2 }]]],
  ['widen the bottom a bit', [['perspective', { vertical: -0.15 }]]],
  ['make the left side wider', [['perspective', { horizontal: 0.3 }]]],

  // A larger canvas
  ['extend the canvas to the left', [['extend', { left: 0.25 }]]],
  ['extend it by 20% on the right', [['extend', { right: 0.2 }]]],
  ['outpaint', [['extend', all(0.25)]]],
  ['uncrop', [['extend', all(0.25)]]],
  ['uncrop the top', [['extend', { top: 0.25 }]]],
  ['add more space above', [['extend', { top: 0.25 }]]],
  ['add some room on both sides', [['extend', { left: 0.25, right: 0.25 }]]],
  ['extend the picture in all directions by 10%', [['extend', all(0.1)]]],
  ['zoom out', [['extend', all(0.25)]]],
  ['expand to 16:9', [['extend', { aspect: 16 / 9 }]]],
  ['make it 16:9 without cropping', [['extend', { aspect: 16 / 9 }]]],
  ['fill it out to a square', [['extend', { aspect: 1 }]]],
  ['extend downwards a bit', [['extend', { bottom: 0.1 }]]],
  ['add 30 percent at the top and bottom', [['extend', { top: 0.3, bottom: 0.3 }]]],
  ['extend left by 400 px', [['extend', { left: 0.1 }]], large],
  ['extend the canvas by 100 pixels', 'refused'],

  // Cropping and what else is asked of a frame
  ['crop to portrait 4:5', [['crop', { aspect: 0.8 }]]],
  ['crop to 3x4', [['crop', { aspect: 0.75 }]]],
  ['crop tightly around this', [['crop']], pointing],
  ['square it off', 'refused'],
  ['crop a bit off the left', 'refused'],
  ['stretch it', 'refused'],
  ['add a white border', 'refused'],
  ['make it landscape', 'refused'],
  ['crop it for instagram', 'refused'],
];
