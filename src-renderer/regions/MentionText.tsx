import { Fragment } from 'react';
import { useRegions } from './shown.ts';
import { piecesOf } from './mention.ts';
import { RegionChip } from './RegionChip.tsx';

/**
 * A text in which regions are chips; those that are gone, or of another picture, stay as they were written, and so does
 * what named none when it was said: a region that got the same number later is another one. `known`: the ids of those
 * that were meant, `null` where nobody knows.
 */
export function MentionText({ text, known }: { text: string; known: readonly string[] | null }) {
  const all = useRegions();
  const regions = known ? all.filter(({ id }) => known.includes(id)) : all;
  return piecesOf(text, regions).map((piece, i) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{piece}</Fragment>
    ) : (
      <RegionChip key={i} region={piece.region} />
    ),
  );
}
