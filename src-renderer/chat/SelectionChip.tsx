import { CloseButton } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import type { Project, Selection } from '../../src-main/contract/document.ts';
import { perform } from '../actions/perform.ts';
import { changeSelection } from '../canvas/selecting.ts';
import { showsTint } from '../canvas/tint.ts';
import { act } from '../state/ask.ts';
import { mediaOf, thumbOf, topLayer, useProject, versionOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { clockSpan, percent } from '../strings/format.ts';
import { useStudio } from '../transport/studio.ts';
import choicesClasses from './choices.module.css';
import classes from './chat.module.css';
import { Choices } from './Choices.tsx';
import { useTarget } from './target.ts';

/** What "this" means at the moment, in words. */
export function describeSelection({ region, area }: Selection): string {
  if (region.time) return t.chat.chipTime(...clockSpan(region.time));
  return t.chat.chip(percent(area));
}

/** In the composer: what "this" will mean; of several photos, in how many of them something is selected. */
export function SelectionChip() {
  const studio = useStudio();
  const project = useProject();
  const { canvases, named } = useTarget();
  const selected = canvases.filter(({ selection }) => selection && (selection.area || selection.region.time));
  const [first] = selected;
  if (!first) return null;
  const clear = () => {
    if (!named) return void perform('deselect');
    for (const { id } of selected) void act(studio.selection.set({ canvas: id, region: null }));
  };
  const { others } = first.selection!;
  const chip = (
    <span className={classes.selectionChip} {...(!named && showsTint)}>
      <IconFocus2 size={14} stroke={1.8} aria-hidden />
      {canvases.length > 1
        ? t.batch.selectedIn(selected.length, canvases.length)
        : describeSelection(first.selection!)}
      <CloseButton size={18} iconSize={12} aria-label={t.chat.chipClear} onClick={clear} />
    </span>
  );
  const picture = others?.length && canvases.length === 1 ? pictureOf(project, first.id) : null;
  if (!picture) return chip;
  return (
    <>
      {chip}
      <div className={choicesClasses.unsure}>
        <span>{t.doubt.unsure}</span>
        <Choices
          picture={picture}
          choices={others!}
          chosen={null}
          size={40}
          onChoose={({ mask: hash }) =>
            void changeSelection(() => ({ parts: [{ kind: 'mask', hash, sign: '+' }] }))
          }
        />
      </div>
    </>
  );
}

/** The picture that a canvas shows, small. */
function pictureOf(project: Project | null, canvas: string): string | null {
  const layer = project && topLayer(project, canvas);
  const version = layer && versionOf(project, layer.version);
  return version ? thumbOf(mediaOf(project, version.media)) : null;
}
