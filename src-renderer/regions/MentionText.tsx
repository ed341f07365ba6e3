import { Fragment } from 'react';
import { useRegions } from './shown.ts';
import { piecesOf } from './mention.ts';
import { RegionChip } from './RegionChip.tsx';

/** A text in which regions are chips; those that are gone, or of another picture, stay as they were written. */
export function MentionText({ text }: { text: string }) {
  const regions = useRegions();
  return piecesOf(text, regions).map((piece, i) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{piece}</Fragment>
    ) : (
      <RegionChip key={i} region={piece.region} />
    ),
  );
}
