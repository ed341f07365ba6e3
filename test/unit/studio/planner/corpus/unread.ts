/** Sentences that aren't read yet. What they should become stands in their sets; until then they must be refused. */
export const unread: ReadonlySet<string> = new Set([
  'make everyone but me blurry',
  'helo, culd you plese tern the pitcure to the left',
  'I want to put out the garbage from the street',
]);
