/** A frame with handles: what is in it stays. Commits as a plan of `straighten` and `crop`. */
import { layersOn, sheetOf } from '../../../src-main/contract/stack.ts';
import type { XY } from '../../canvas/view.ts';
import { act } from '../../state/ask.ts';
import { announce, useStore } from '../../state/store.ts';
import { t } from '../../strings/index.ts';
import { ink } from '../../theme/theme.ts';
import { studio } from '../../transport/studio.ts';
import { cursorOf, drawBox, gripAt, type Grip, type TurnedBox } from '../work/box.ts';
import type { Worker, WorkHost } from '../work/worker.ts';
import { roomOf, shaped, stretched, within } from './frame.ts';
import { cropPlan } from './plan.ts';
import { cropTool, useCrop, type CropBox } from './state.ts';

const asBox = ({ x1, y1, x2, y2 }: CropBox): TurnedBox => ({
  x: (x1 + x2) / 2,
  y: (y1 + y2) / 2,
  width: x2 - x1,
  height: y2 - y1,
  degrees: 0,
});

const arrows: Record<string, XY> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function cropWorker({ stage, now }: WorkHost): Worker {
  let drag: { grip: Grip; from: XY; box: CropBox } | null = null;
  let size = '';
  const px = () => 1 / stage.view.scale;
  const state = () => useCrop.getState();
  const room = () => roomOf(stage.picture, state().degrees);

  const show = (change: Partial<ReturnType<typeof state>>) => {
    useCrop.setState(change);
    const { box, degrees } = state();
    stage.tilt(degrees);
    stage.setDraft({ overlay: box && ((context, pixel) => drawFrame(context, box, pixel)) });
  };
  const begin = () => show({ degrees: 0, aspect: null, box: roomOf(stage.picture, 0) });

  const commit = () => {
    const { box, degrees } = state();
    const found = now();
    if (!found || !box) return;
    const turned = Math.abs(degrees) > 0.01;
    const whole = room();
    const cut = (['x1', 'y1', 'x2', 'y2'] as const).some((side) => Math.abs(box[side] - whole[side]) > 0.5);
    if (!turned && !cut) return;
    const plan = cropPlan(box, stage.picture, degrees, cut);
    // All of the canvas is cropped, whichever layer is the active one: the others go with the lowest.
    const [lowest] = layersOn(found.project, found.canvas.id);
    const layer = lowest && sheetOf(found.project, found.canvas, lowest)?.still ? lowest.id : undefined;
    void act(studio().chat.perform({ canvas: found.canvas.id, plan, ...(layer && { layer }) }));
    announce(t.crop.done);
    useStore.setState({ tool: 'point' });
  };
  const cancel = () => begin();

  cropTool.current = {
    commit,
    cancel,
    shape: (aspect) => show({ aspect, box: aspect === null ? state().box : shaped(room(), aspect) }),
    turn: (degrees) => {
      const { box, aspect } = state();
      const next = roomOf(stage.picture, degrees);
      show({ degrees, box: aspect === null || !box ? next : within(shaped(next, aspect), next) });
    },
  };
  const refresh = () => {
    const { width, height } = stage.picture;
    if (size === `${width} ${height}`) return;
    size = `${width} ${height}`;
    begin();
  };
  refresh();

  return {
    pointer({ type, at }) {
      const { box, aspect } = state();
      if (!box) return;
      if (type === 'down') {
        const grip = gripAt(asBox(box), at, px(), false);
        if (grip) drag = { grip, from: at, box };
      } else if (type === 'move' && drag) {
        const by = { x: at.x - drag.from.x, y: at.y - drag.from.y };
        if (drag.grip.kind === 'side')
          show({
            box: stretched(
              drag.box,
              drag.grip,
              {
                x: held(drag.grip.x, drag.box.x1, drag.box.x2) + by.x,
                y: held(drag.grip.y, drag.box.y1, drag.box.y2) + by.y,
              },
              aspect,
              room(),
            ),
          });
        else show({ box: within(shifted(drag.box, by), room()) });
      } else if (type === 'up') drag = null;
      else if (type === 'cancel' && drag) {
        show({ box: drag.box });
        drag = null;
      }
    },
    hover(at) {
      const { box } = state();
      return at && box ? cursorOf(drag?.grip ?? gripAt(asBox(box), at, px(), false), asBox(box)) : 'default';
    },
    key({ key, shiftKey }) {
      const { box } = state();
      const arrow = arrows[key];
      if (key === 'Enter') commit();
      else if (key === 'Escape') {
        begin();
        useStore.setState({ tool: 'point' });
      } else if (box && arrow) {
        const step = shiftKey ? 10 : 1;
        show({ box: within(shifted(box, { x: arrow.x * step, y: arrow.y * step }), room()) });
      } else return false;
      return true;
    },
    refresh,
    stop() {
      cropTool.current = null;
      stage.tilt(0);
      stage.setDraft({ overlay: null });
      useCrop.setState({ box: null, aspect: null, degrees: 0 });
    },
  };

  function drawFrame(context: CanvasRenderingContext2D, box: CropBox, pixel: number) {
    const { width, height } = stage.picture;
    const far = 4 * Math.max(width, height);
    context.beginPath();
    context.rect(-far, -far, width + 2 * far, height + 2 * far);
    context.rect(box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
    context.fillStyle = 'rgb(0 0 0 / 55%)';
    context.fill('evenodd');
    context.beginPath();
    for (const third of [1 / 3, 2 / 3]) {
      const x = box.x1 + (box.x2 - box.x1) * third;
      const y = box.y1 + (box.y2 - box.y1) * third;
      context.moveTo(x, box.y1);
      context.lineTo(x, box.y2);
      context.moveTo(box.x1, y);
      context.lineTo(box.x2, y);
    }
    context.strokeStyle = 'rgb(255 255 255 / 45%)';
    context.lineWidth = pixel;
    context.stroke();
    drawBox(context, asBox(box), pixel, ink.accent, false);
  }
}

const held = (side: number, low: number, high: number) =>
  side < 0 ? low : side > 0 ? high : (low + high) / 2;

const shifted = (box: CropBox, { x, y }: XY): CropBox => ({
  x1: box.x1 + x,
  y1: box.y1 + y,
  x2: box.x2 + x,
  y2: box.y2 + y,
});
