/** Oklab (B. Ottosson, "A perceptual color space for image processing", 2020): equal distances look equally different. */
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const coded = (value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
/** sRGB, 0..255, as Oklab. */
export function toLab(red, green, blue) {
  const [r, g, b] = [red, green, blue].map((value) => linear(value / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
/** `#rrggbb` as Oklab. */
export function hexToLab(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return toLab(value >> 16, (value >> 8) & 255, value & 255);
}
/** Oklab as `#rrggbb`, cut to what sRGB can show. */
export function labToHex([L, a, b]) {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const hex = rgb.map((value) =>
    Math.round(255 * Math.min(1, coded(Math.max(0, value))))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
/** How different two colours look; about 0.02 can just be seen. */
export const labDistance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
