import { Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { ask } from '../state/ask.ts';
import { useProject } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { everything, find, photosOf } from './find.ts';
import { keep, none, type Picked } from './picking.ts';
import { SheetBar } from './SheetBar.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetTools } from './SheetTools.tsx';
import classes from './sheet.module.css';

const setPicked = (picked: Picked) => useStore.setState({ picked });

/** All photos of the project at once: found, sorted, put in order, and changed together. */
export function Sheet() {
  const studio = useStudio();
  const project = useProject();
  const batch = useStore((s) => s.batch);
  const [search, setSearch] = useState(everything);
  const [size, setSize] = useState(176);
  const chosen = useStore((s) => s.picked);
  const [renaming, setRenaming] = useState<string | null>(null);
  const photos = useMemo(() => (project ? photosOf(project) : []), [project]);
  const shown = useMemo(() => find(photos, search), [photos, search]);
  const picked = useMemo(
    () =>
      keep(
        shown.map(({ canvas }) => canvas.id),
        chosen,
      ),
    [shown, chosen],
  );
  const selected = shown.filter(({ canvas }) => picked.ids.includes(canvas.id));
  const sortable = search.sort === 'order' && search.text.trim() === '' && search.colour === null;

  // What can't be seen is not chosen: the chat speaks of what is.
  useEffect(() => {
    if (picked !== chosen) setPicked(picked);
  }, [picked, chosen]);
  useEffect(() => () => setPicked(none), []);

  const id = project?.id;
  useEffect(() => {
    if (id) void ask(studio.canvas.findColours());
  }, [studio, id]);

  return (
    <main className={classes.room} aria-label={t.sheet.label}>
      <SheetTools
        search={search}
        onSearch={setSearch}
        size={size}
        onSize={setSize}
        shown={shown.length}
        total={photos.length}
      />
      {shown.length === 0 ? (
        <div className={classes.nothing} role="status">
          <Text fw={500}>{t.sheet.nothing}</Text>
          <Text c="dimmed" fz="sm">
            {t.sheet.nothingHint}
          </Text>
        </div>
      ) : (
        <SheetGrid
          photos={shown}
          size={size}
          dated={search.sort === 'newest' || search.sort === 'oldest'}
          picked={picked}
          onPick={setPicked}
          sortable={sortable}
          toggles={batch !== null}
          renaming={renaming}
          onRename={setRenaming}
        />
      )}
      <SheetBar
        selected={selected}
        onPick={(ids) => setPicked({ ...picked, ids })}
        all={shown.map(({ canvas }) => canvas.id)}
        onRename={() => setRenaming(selected[0]?.canvas.id ?? null)}
      />
    </main>
  );
}
