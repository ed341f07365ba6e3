/** Moves, scales, stretches and turns the active layer, or the thing that is selected on it. */
import type { Canvas, Project } from '../../../src-main/contract/document.ts';
import { chained, cornersOf, placementOf } from '../../../src-main/contract/placing.ts';
import {
  activeLayer,
  bundlesOf,
  canvasSize,
  lockOf,
  sheetOf,
  type Sheet,
} from '../../../src-main/contract/stack.ts';
import { changeSelection } from '../../canvas/selecting.ts';
import type { XY } from '../../canvas/view.ts';
import { act } from '../../state/ask.ts';
import { announce } from '../../state/store.ts';
import { t } from '../../strings/index.ts';
import { ink } from '../../theme/theme.ts';
import { studio } from '../../transport/studio.ts';
import {
  boxCorners,
  cursorOf,
  dragged,
  drawBox,
  gripAt,
  mapBetween,
  type Grip,
  type TurnedBox,
} from '../work/box.ts';
import { drawGuides, extentOf, guidesOf, settle, snap, type Guides } from '../work/snap.ts';
import type { Worker, WorkHost } from '../work/worker.ts';
import { movePlan } from './plan.ts';
import { pieceOf, type Piece } from './piece.ts';
import { hasMoved, moveTool, useMove } from './state.ts';

const noLines: Guides = { x: [], y: [] };
const arrows: Record<string, XY> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function moveWorker({ stage, now }: WorkHost): Worker {
  let drag: { grip: Grip; from: XY; box: TurnedBox } | null = null;
  let lines = noLines;
  let piece: Piece | null = null;
  /** What is being moved: another one begins anew. */
  let target = '';
  const px = () => 1 / stage.view.scale;
  const state = () => useMove.getState();
  const seen = () => {
    const found = now();
    const layer = found && activeLayer(found.project, found.canvas);
    const sheet = layer && sheetOf(found.project, found.canvas, layer);
    return sheet ? { ...found, sheet, lock: lockOf(found.canvas, sheet.layer) } : null;
  };

  const draw = () => {
    const { box, from, about } = state();
    const overlay = (context: CanvasRenderingContext2D, pixel: number) => {
      if (!box || !from) return;
      if (about === 'thing' && piece) {
        context.save();
        context.transform(...mapBetween(from, box));
        context.drawImage(piece.image, piece.x, piece.y, piece.width, piece.height);
        context.restore();
      }
      drawGuides(context, lines, stage.picture, pixel, ink.accent);
      drawBox(context, box, pixel, ink.accent);
    };
    stage.setDraft({ overlay: box ? overlay : null });
  };

  const show = (box: TurnedBox) => {
    useMove.setState({ box });
    const { from, about } = state();
    const sheet = seen()?.sheet;
    if (about === 'layer' && from && sheet) {
      const map = chained(sheet.map, mapBetween(from, box));
      stage.stack.move(hasMoved(state()) ? { id: sheet.layer.id, map } : null);
    }
    draw();
  };

  const begin = () => {
    stage.stack.move(null);
    drag = piece = null;
    const found = seen();
    const { mask, bounds } = found?.canvas.selection ?? {};
    // What is locked has nothing to take hold of; the options say why.
    if (!found || found.lock) useMove.setState({ about: null, box: null, from: null });
    else if (mask && bounds) {
      const { width, height } = canvasSize(found.project, found.canvas);
      const box = boxOfBounds(bounds, width, height);
      useMove.setState({ about: 'thing', box, from: box });
      const mine = target;
      void pieceOf(stage, found.sheet.layer.id, mask, bounds).then((made) => {
        if (target !== mine) return;
        piece = made;
        draw();
      });
    } else {
      const box = boxOfSheet(found.sheet);
      useMove.setState({ about: 'layer', box, from: box });
    }
    draw();
  };

  const refresh = () => {
    const found = seen();
    const key = found
      ? JSON.stringify([
          found.sheet.layer.id,
          found.sheet.version.id,
          found.sheet.map,
          found.lock?.id ?? null,
          found.canvas.selection?.mask ?? null,
          found.canvas.selection?.bounds ?? null,
        ])
      : 'nothing';
    if (key === target) return;
    target = key;
    begin();
  };

  const cancel = () => {
    const { from } = state();
    if (from) show(from);
  };

  const commit = async () => {
    const { box, from, about, copy } = state();
    const found = seen();
    if (!box || !from || !found || !hasMoved(state())) return;
    const { sheet, canvas } = found;
    if (about === 'layer') {
      const placement = placementOf(chained(sheet.map, mapBetween(from, box)), sheet.size);
      announce(t.move.done(sheet.layer.name));
      if (!(await act(studio().layers.place({ layer: sheet.layer.id, placement })))) cancel();
      return;
    }
    const region = canvas.selection?.region;
    if (!region) return;
    const plan = movePlan(from, box, stage.picture, region, copy);
    useMove.setState({ box: from });
    draw();
    announce(t.move.done(t.move.thing));
    await act(studio().chat.perform({ canvas: canvas.id, plan }));
  };

  const press = (at: XY) => {
    const { box, about } = state();
    const found = seen();
    if (!found) return;
    const grip = box && gripAt(box, at, px());
    if (box && grip) drag = { grip, from: at, box };
    else if (hasMoved(state())) void commit();
    else if (about !== 'thing') {
      const id = stage.stack.layerAt(at.x, at.y);
      if (id && id !== found.sheet.layer.id) void act(studio().layers.activate({ layer: id }));
    }
  };

  moveTool.current = { commit, cancel, put: show };
  refresh();

  return {
    pointer({ type, at, shift, alt }) {
      if (type === 'down') press(at);
      else if (type === 'move' && drag) {
        const rules = { constrained: shift, centred: alt, proportional: state().about === 'thing' };
        let next = dragged(drag.box, drag.grip, drag.from, at, rules, px());
        const found = now();
        lines = noLines;
        if (drag.grip.kind === 'move' && found) {
          const met = snap(extentOf(boxCorners(next)), guides(found.project, found.canvas), px());
          next = { ...next, x: next.x + met.by.x, y: next.y + met.by.y };
          lines = met.lines;
          const left = settle(extentOf(boxCorners(drag.box)), extentOf(boxCorners(next)), lines);
          next = { ...next, x: next.x + left.x, y: next.y + left.y };
        }
        show(next);
      } else if (type === 'up' || type === 'cancel') {
        if (type === 'cancel' && drag) show(drag.box);
        drag = null;
        lines = noLines;
        draw();
      }
    },
    hover(at) {
      const { box } = state();
      return at && box ? cursorOf(drag?.grip ?? gripAt(box, at, px()), box) : 'default';
    },
    key({ key, shiftKey }) {
      const { box, about } = state();
      const arrow = arrows[key];
      if (key === 'Enter') void commit();
      else if (key === 'Escape' && hasMoved(state())) cancel();
      else if (key === 'Escape' && about === 'thing') void changeSelection(() => null);
      else if (box && arrow) {
        const step = shiftKey ? 10 : 1;
        show({ ...box, x: box.x + arrow.x * step, y: box.y + arrow.y * step });
      } else return false;
      return true;
    },
    refresh,
    stop() {
      void commit();
      target = 'stopped';
      moveTool.current = null;
      stage.stack.move(null);
      stage.setDraft({ overlay: null });
      useMove.setState({ about: null, box: null, from: null });
    },
  };
}

/** The box around a layer as it lies on the canvas. */
function boxOfSheet({ map, size }: Sheet): TurnedBox {
  const { x, y, scaleX, scaleY, degrees } = placementOf(map, size);
  return { x, y, width: scaleX * size.width, height: scaleY * size.height, degrees };
}

const boxOfBounds = (
  { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
  width: number,
  height: number,
): TurnedBox => ({
  x: ((x1 + x2) / 2) * width,
  y: ((y1 + y2) / 2) * height,
  width: (x2 - x1) * width,
  height: (y2 - y1) * height,
  degrees: 0,
});

/** The lines of the canvas and of what else lies on it. */
function guides(project: Project, canvas: Canvas): Guides {
  const active = activeLayer(project, canvas)?.id;
  const others = bundlesOf(project, canvas)
    .flatMap(({ sheets }) => sheets)
    .filter(({ layer, still }) => layer.id !== active && !still)
    .map(({ map, size }) => extentOf(cornersOf(map, size)));
  return guidesOf(canvasSize(project, canvas), others);
}
