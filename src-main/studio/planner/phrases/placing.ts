/** Moving, scaling, turning, mirroring and copying a thing. */
import type { Invocation } from '../../../contract/index.ts';
import { degrees, percent, round } from './figures.ts';

export function placing(
  { command, args }: Extract<Invocation, { command: 'transform' | 'duplicate' }>,
  thing: string,
): string | undefined {
  const ways = shift(args.dx, args.dy);
  const parts: ((thing: string) => string)[] = [
    ...(ways
      ? [(it: string) => (command === 'duplicate' ? `duplicate ${it} ${ways}` : `move ${it} ${ways}`)]
      : []),
    ...(args.scale === undefined ? [] : [(it: string) => `scale ${it} to ${round(args.scale! * 100)} %`]),
    ...(args.degrees === undefined ? [] : [(it: string) => `rotate ${it} ${degrees(args.degrees!)}`]),
    ...(args.mirror === undefined
      ? []
      : [(it: string) => `flip ${it}${args.mirror === 'vertical' ? ' vertically' : ''}`]),
  ];
  if (parts.length === 0 || (command === 'duplicate' && !ways)) return undefined;
  return parts.map((say, i) => say(i === 0 ? thing : 'it')).join(' and ');
}

function shift(dx: number | undefined, dy: number | undefined): string {
  return [
    ...(dx === undefined ? [] : [`to the ${dx < 0 ? 'left' : 'right'} by ${percent(dx)}`]),
    ...(dy === undefined ? [] : [`${dy < 0 ? 'up' : 'down'} by ${percent(dy)}`]),
  ].join(' and ');
}
