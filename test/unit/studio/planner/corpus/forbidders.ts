/** What isn't to be done is said beside what is: found missing when others tried the planner. */
import { type Case } from './case.ts';

export const forbidders: Case[] = [
  ["make it a little darker but don't crop it", [['adjust', { exposure: -0.25 }]]],
  ["make it twice as big but don't blur it", [['resize', { factor: 2 }]]],
  ['remove nothing, just brighten the sky', [['adjust', { target: 'sky', exposure: 0.5 }]]],
  ['remove the lamp post and fill the hole', [['remove', { target: 'lamp post' }]]],
  ["remove the dog but don't blur it", [['remove', { target: 'dog' }]]],
  ["make it warmer, don't overdo it", [['adjust', { temperature: 0.3 }]]],
  ['crop it to a square without stretching it', [['crop', { aspect: 1 }]]],
  ["don't remove anything", 'refused'],
  ['remove nothing', 'refused'],
  ['fill the hole', 'refused'],
];
