import { Fragment } from 'react';
import { useStore } from '../state/store.ts';
import { useRegions } from './shown.ts';
import { goneIn, piecesOf } from './mention.ts';
import { GoneChip, RegionChip } from './RegionChip.tsx';

/**
 * A text in which regions are chips, also those that are gone; those of another picture stay as they were written, and
 * so does what named none when it was said: a region that got the same number later is another one. `known`: the ids of
 * those that were meant, `null` where nobody knows.
 */
export function MentionText({ text, known }: { text: string; known: readonly string[] | null }) {
  const all = useRegions();
  const there = useStore((s) => s.project?.regions);
  const regions = known ? all.filter(({ id }) => known.includes(id)) : all;
  const pieces = piecesOf(text, regions);
  const gone = goneIn(pieces, known?.filter((id) => !there?.some((one) => one.id === id)).length ?? 0);
  return pieces.map((piece, i) => {
    if (typeof piece !== 'string') return <RegionChip key={i} region={piece.region} />;
    return gone.has(i) ? <GoneChip key={i} text={piece} /> : <Fragment key={i}>{piece}</Fragment>;
  });
}
