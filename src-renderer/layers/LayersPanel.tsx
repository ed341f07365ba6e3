import { useState } from 'react';
import { act } from '../state/ask.ts';
import { topLayer, useActiveCanvas, useProject } from '../state/select.ts';
import { announce } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { GroupRow } from './GroupRow.tsx';
import { GroupLook, LayerLook } from './LayerLook.tsx';
import { LayerRow, type RowActions } from './LayerRow.tsx';
import classes from './layers.module.css';
import { LayersBar } from './LayersBar.tsx';
import { LayerVersions } from './LayerVersions.tsx';
import { dropped, into, orderOf, rowsOf, stepped, type Order } from './order.ts';

/** The layers of the active canvas, topmost first; how the active one is seen; its versions. */
export function LayersPanel() {
  const studio = useStudio();
  const project = useProject();
  const canvas = useActiveCanvas();
  const [dragging, setDragging] = useState<string | null>(null);
  /** A group whose look is shown instead of the active layer's, until another layer becomes active. */
  const [chosen, setChosen] = useState<{ group: string; beside: string | undefined } | null>(null);
  if (!project || !canvas) return null;
  if (canvas.kind !== 'image') return <p className={classes.empty}>{t.layers.onlyPictures}</p>;
  const active = topLayer(project, canvas.id);
  const group = chosen?.beside === active?.id ? canvas.groups.find((g) => g.id === chosen?.group) : undefined;

  const arrange = async (order: Order | null, name: string) => {
    if (order && (await act(studio.layers.arrange({ canvas: canvas.id, layers: order }))))
      announce(t.layers.moved(name));
  };
  const order = orderOf(project, canvas.id);
  const actions: RowActions = {
    dragging,
    choose: (layer) => {
      setChosen(null);
      void act(studio.layers.activate({ layer: layer.id }));
    },
    drag: setDragging,
    step: (layer, by) => void arrange(stepped(order, layer.id, by), layer.name),
    drop: (target, above) => {
      const moved = project.layers.find((l) => l.id === dragging);
      setDragging(null);
      if (moved) void arrange(dropped(order, moved.id, target, above), moved.name);
    },
    dropInto: (group) => {
      const moved = project.layers.find((l) => l.id === dragging);
      setDragging(null);
      if (moved) void arrange(into(order, moved.id, group), moved.name);
    },
  };

  return (
    <div className={classes.panel} data-takes-layers>
      {group && <GroupLook key={group.id} canvas={canvas} group={group} />}
      {active && !group && <LayerLook key={active.id} canvas={canvas} layer={active} />}
      <ul className={classes.list} aria-label={t.layers.label}>
        {rowsOf(project, canvas).map((row) =>
          row.kind === 'layer' ? (
            <LayerRow
              key={row.layer.id}
              project={project}
              canvas={canvas}
              layer={row.layer}
              active={row.layer.id === active?.id && !group}
              actions={actions}
            />
          ) : (
            <GroupRow
              key={row.group.id}
              project={project}
              canvas={canvas}
              group={row.group}
              layers={row.layers}
              active={group ? null : (active?.id ?? null)}
              chosen={row.group.id === group?.id}
              onChoose={() => setChosen({ group: row.group.id, beside: active?.id })}
              actions={actions}
            />
          ),
        )}
      </ul>
      <LayersBar project={project} canvas={canvas} active={active} />
      {active && <LayerVersions project={project} canvas={canvas} layer={active} />}
    </div>
  );
}
