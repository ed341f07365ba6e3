/**
 * What a piece's pixel looks like at its new place. What is of the old ground becomes of the new one, in each channel
 * by itself; the thing that lies on it only gets the new light, which has no colour of its own: a white rim stays white
 * on red ground as on green.
 */

/** A pixel is half of the old ground when it differs by about this much in brightness or colour (the full scale is 1). */
const likeLight = 0.35;
const likeColour = 0.15;
/** Grounds that differ by more than this in brightness are rather another material than in another light. */
const mostGain = 1.5;

const mean = (rgb: Float64Array): number => (rgb[0]! + rgb[1]! + rgb[2]!) / 3;

/**
 * Changes `own` (red, green, blue, from 0 to `most`).
 * @param theirs what the new ground has along the outline near here, in the same units
 * @param ours what the piece has there
 * @param strength how much of the change is done, 0..1
 */
export function relight(
  own: Float64Array,
  theirs: Float64Array,
  ours: Float64Array,
  strength: number,
  most: number,
): void {
  const [here, was, is] = [mean(own), mean(ours), mean(theirs)];
  let kinship = ((here - was) / (likeLight * most)) ** 2;
  let turned = 0;
  for (let c = 0; c < 3; c++) {
    kinship += ((own[c]! - here - ours[c]! + was) / (likeColour * most)) ** 2;
    turned += ((theirs[c]! - is - ours[c]! + was) / (likeColour * most)) ** 2;
  }
  const ground = Math.exp(-kinship);
  const ratio = was > 0 ? Math.min(mostGain, Math.max(1 / mostGain, is / was)) : 1;
  const light = 1 + (ratio - 1) * Math.exp(-turned);
  // No channel may reach its end before the others: that would be a tint.
  const room = most / Math.max(1, own[0]!, own[1]!, own[2]!);
  const gain = Math.max(1, room) < light ? Math.max(1, room) : light;
  for (let c = 0; c < 3; c++) {
    const value = own[c]!;
    // Other light multiplies, so that dark grass in the sun gets its contrast too.
    const times = ours[c]! > 0 ? Math.min(1.5, value / ours[c]!) : 1;
    const laid = ground * (theirs[c]! - ours[c]!) * times + (1 - ground) * value * (gain - 1);
    own[c] = Math.min(most, Math.max(0, value + strength * laid));
  }
}
