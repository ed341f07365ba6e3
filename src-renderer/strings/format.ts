/** Numbers, dates and times as a person reads them, in the language in use. */
import { locale, t } from './index.ts';

/** A number in the language in use. */
export const number = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale(), options).format(value);

/** A share 0..1: `12 %`, `< 1 %`, `100 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 1) return '< 1 %';
  return `${Math.round(value)} %`;
}

/** A figure with a real minus, without thousands: `0.5`, `−3`, `1200`. */
export const figure = (value: number, digits = 2): string => {
  const text = number(Math.abs(value), { maximumFractionDigits: digits, useGrouping: false });
  return value < 0 && text !== '0' ? `−${text}` : text;
};

/** The same with a sign both ways: `+0.5`, `−3`, `0`. */
export const signed = (value: number, digits = 2): string => {
  const text = figure(value, digits);
  return value > 0 && text !== '0' ? `+${text}` : text;
};

/** A signed value -1..1 as `+20 %`. */
export function signedPercent(value: number): string {
  const rounded = Math.round(value * 100);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)} %`;
}

/** Bytes in decimal units: `44 MB`, `1.7 GB`. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = value < 10 && unit > 1 ? 1 : 0;
  return `${number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${units[unit]}`;
}

/** A day and a time, short: `25 Nov 2026, 14:05`. */
export const dateTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** A day: `25 Nov 2026`. */
export const date = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at);

/** A time of the day: `14:05`. */
export const time = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(at);

/** How long something took, in milliseconds: `0.4 s`, `12 s`, `3 min 5 s`. */
export function took(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return t.units.seconds(number(seconds, { maximumFractionDigits: 1 }));
  const whole = Math.round(seconds);
  if (whole < 60) return t.units.seconds(number(whole));
  return t.units.minutes(number(Math.floor(whole / 60)), number(whole % 60));
}

/** Shorter than this, tenths of a second say too little. */
const SHORT = 1_000_000;

const point = (): string => number(0.5).charAt(1);

/** Microseconds as `0:07.4`, `1:02:03.0`; with hundredths in something that lasts less than a second: `0:00.25`. */
export function clock(microseconds: number, duration = SHORT): string {
  const digits = duration < SHORT ? 2 : 1;
  const parts = Math.floor(microseconds / 10 ** (6 - digits));
  const seconds = Math.floor(parts / 10 ** digits);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours ? `${hours}:${two(minutes)}` : String(minutes);
  return `${head}:${two(seconds % 60)}${point()}${String(parts % 10 ** digits).padStart(digits, '0')}`;
}

/** Both ends of a span of time (microseconds). */
export const clockSpan = ({ start, end }: { start: number; end: number }): [string, string] => [
  clock(start, end - start),
  clock(end, end - start),
];
