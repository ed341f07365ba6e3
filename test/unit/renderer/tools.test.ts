import { describe, expect, it } from 'vitest';
import { region as regionSchema, type RegionPart } from '../../../src-main/contract/region.ts';
import { boxTool } from '../../../src-renderer/tools/box.ts';
import { brushTool, eraserTool } from '../../../src-renderer/tools/brush.ts';
import { handTool } from '../../../src-renderer/tools/hand.ts';
import { lassoTool } from '../../../src-renderer/tools/lasso.ts';
import { pickerTool } from '../../../src-renderer/tools/picker.ts';
import { pointTool, wordsTool } from '../../../src-renderer/tools/point.ts';
import { polygonTool } from '../../../src-renderer/tools/polygon.ts';
import {
  modeOf,
  type Gesture,
  type Step,
  type Tool,
  type ToolContext,
  type ToolEvent,
} from '../../../src-renderer/tools/tool.ts';

const context: ToolContext = {
  picture: { width: 1000, height: 500 },
  pixel: 1,
  radius: 0.02,
  hardness: 1,
  shape: 'thing',
};
type Played = Partial<ToolEvent> & Pick<ToolEvent, 'type'>;
const usual = { at: { x: 0.5, y: 0.5 }, mode: 'replace', held: false, pressure: 1 } as const;

/** Plays events into a tool; answers its gestures and what it drew before the last event. */
function playIn<S>(how: ToolContext, tool: Tool<S>, ...events: Played[]) {
  let state = tool.idle;
  let drawn: RegionPart[] = [];
  const gestures: Gesture[] = [];
  const picks: NonNullable<Step<S>['pick']>[] = [];
  for (const event of events) {
    drawn = tool.draft(state, how);
    const step = tool.next(state, { ...usual, ...event }, how);
    state = step.state;
    if (step.gesture) gestures.push(step.gesture);
    if (step.pick) picks.push(step.pick);
  }
  for (const { part } of gestures) expect(regionSchema.safeParse({ parts: [part] }).success).toBe(true);
  return { gestures, picks, drawn, idle: state === tool.idle };
}
const play = <S>(tool: Tool<S>, ...events: Played[]) => playIn(context, tool, ...events);
const down = (x: number, y: number, more: Partial<ToolEvent> = {}): Played => ({
  type: 'down',
  at: { x, y },
  ...more,
});
const move = (x: number, y: number, more: Partial<ToolEvent> = {}): Played => ({
  type: 'move',
  at: { x, y },
  ...more,
});
const up = (x: number, y: number): Played => ({ type: 'up', at: { x, y } });

describe('the keys of the modes', () => {
  const press = (shiftKey: boolean, altKey: boolean, button = 0) =>
    modeOf({ shiftKey, altKey, button }, 'intersect');
  it('say it for as long as they are held; else the options do', () => {
    expect(press(false, false)).toEqual({ mode: 'intersect', held: false });
    expect(press(true, false)).toEqual({ mode: 'add', held: true });
    expect(press(false, true)).toEqual({ mode: 'subtract', held: true });
    expect(press(true, true)).toEqual({ mode: 'intersect', held: true });
    expect(press(false, false, 2)).toEqual({ mode: 'subtract', held: true });
    expect(press(true, false, 2)).toEqual({ mode: 'intersect', held: true });
  });
});

describe.each([
  ['point', pointTool],
  ['words', wordsTool],
])('%s', (_, tool) => {
  it('makes a point of a click, in the mode in which it was pressed', () => {
    const { gestures, idle } = play(tool, down(0.25, 0.75, { mode: 'add' }), { type: 'up' });
    expect(gestures).toEqual([{ part: { kind: 'point', x: 0.25, y: 0.75, sign: '+' }, mode: 'add' }]);
    expect(idle).toBe(true);
  });
  it('draws a minus while it takes away', () => {
    const { gestures, drawn } = play(tool, down(0.5, 0.5, { mode: 'subtract' }), { type: 'up' });
    expect(drawn).toMatchObject([{ sign: '-' }]);
    expect(gestures).toMatchObject([{ mode: 'subtract', part: { sign: '+' } }]);
  });
  it('forgives a shaking hand, not a drag', () => {
    expect(play(tool, { type: 'down' }, move(0.51, 0.5), { type: 'up' }).gestures[0]?.part).toMatchObject({
      x: 0.5,
      y: 0.5,
    });
    expect(play(tool, { type: 'down' }, move(0.6, 0.5), { type: 'up' }).gestures).toEqual([]);
  });
  it('ignores clicks beside the picture, cancelled ones, and the keys of other tools', () => {
    expect(play(tool, down(1.2, 0.5), { type: 'up' }).gestures).toEqual([]);
    expect(play(tool, { type: 'down' }, { type: 'cancel' }, { type: 'up' }).gestures).toEqual([]);
    expect(
      play(tool, { type: 'down' }, { type: 'back' }, { type: 'close' }, { type: 'up' }).gestures,
    ).toHaveLength(1);
  });
});

describe('box', () => {
  it('orders its corners and stays in the picture', () => {
    const { gestures, drawn } = play(boxTool, down(0.8, 1.3), move(0.2, 0.4), up(0.2, 0.4));
    expect(gestures).toEqual([{ part: { kind: 'box', x1: 0.2, y1: 0.4, x2: 0.8, y2: 1 }, mode: 'replace' }]);
    expect(drawn).toHaveLength(1);
  });
  describe.each(['rectangle', 'ellipse'] as const)('as a plain %s', (shape) => {
    const plain = (...events: Played[]) => {
      const { gestures, drawn } = playIn({ ...context, shape }, boxTool, ...events);
      const part = gestures[0]!.part;
      if (part.kind !== 'polygon') throw new Error('not an outline');
      const xs = part.points.map(([x]) => x * 1000);
      const ys = part.points.map(([, y]) => y * 500);
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(
        (v) => Math.round(v * 10) / 10,
      );
      const shoelace = part.points.reduce((sum, [x, y], i) => {
        const [u, v] = part.points[(i + 1) % part.points.length]!;
        return sum + (x * v - u * y) * 1000 * 500;
      }, 0);
      return { box, area: Math.abs(shoelace) / 2, drawn, part, mode: gestures[0]!.mode };
    };
    const share = shape === 'ellipse' ? Math.PI / 4 : 1;
    it('is what was drawn, on whole pixels', () => {
      const made = plain(down(0.2004, 0.3), move(0.6001, 0.7), up(0.6001, 0.7));
      expect(made.box).toEqual([200, 150, 600, 350]);
      expect(made.area).toBeCloseTo(400 * 200 * share, -2);
      expect(made.drawn).toEqual([made.part]);
      expect(made.mode).toBe('replace');
    });
    it('is even with Shift and about its start with Alt, once the drag has begun', () => {
      const even = { mode: 'add', held: true } as const;
      const last = (how: Partial<ToolEvent>) => ({ ...up(0.5, 0.6), ...how });
      expect(plain(down(0.4, 0.4), move(0.5, 0.6, even), last(even)).box).toEqual([400, 200, 500, 300]);
      const centred = { mode: 'subtract', held: true } as const;
      expect(plain(down(0.4, 0.4), last(centred)).box).toEqual([300, 100, 500, 300]);
      const both = { mode: 'intersect', held: true } as const;
      expect(plain(down(0.4, 0.4), last(both)).box).toEqual([300, 100, 500, 300]);
      // Held from the start it says what becomes of the selection.
      const added = plain(down(0.4, 0.4, even), { ...up(0.6, 0.6), ...even });
      expect([added.box, added.mode]).toEqual([[400, 200, 600, 300], 'add']);
    });
  });

  it('is no box when it is a slip or has no area', () => {
    expect(play(boxTool, { type: 'down' }, up(0.501, 0.501)).gestures).toEqual([]);
    expect(play(boxTool, { type: 'down' }, up(0.9, 0.5)).gestures).toEqual([]);
  });
});

describe('lasso', () => {
  const loop = [down(0.2, 0.2, { mode: 'intersect' }), move(0.8, 0.2), move(0.8001, 0.2), move(0.5, 1.4)];
  it('is the outline that was drawn, in the picture, without what says nothing', () => {
    const { gestures, drawn } = play(lassoTool, ...loop, up(0.5, 1.4));
    const part = { kind: 'polygon', points: [[0.2, 0.2], [0.8, 0.2], [0.5, 1]], sign: '+' }; // prettier-ignore
    expect(gestures).toEqual([{ part, mode: 'intersect' }]);
    expect(drawn).toEqual([part]);
  });
  it('is nothing when it is a slip or cancelled', () => {
    expect(play(lassoTool, down(0.5, 0.5), move(0.503, 0.5), up(0.503, 0.5)).gestures).toEqual([]);
    expect(play(lassoTool, down(0.5, 0.5), up(0.5, 0.5)).gestures).toEqual([]);
    expect(play(lassoTool, ...loop, { type: 'cancel' }, { type: 'up' }).gestures).toEqual([]);
  });
  it('keeps a very long loop inside the contract, from its beginning to its end', () => {
    const round = Array.from({ length: 25_000 }, (_, i) =>
      move(0.5 + 0.4 * Math.cos(i / 9), 0.5 + 0.4 * Math.sin(i / 9)),
    );
    const { gestures } = play(lassoTool, down(0.9, 0.5), ...round, move(0.1, 0.1), up(0.1, 0.1));
    const part = gestures[0]!.part as Extract<RegionPart, { kind: 'polygon' }>;
    expect([part.points[0], part.points.at(-1)]).toEqual([[0.9, 0.5], [0.1, 0.1]]); // prettier-ignore
    expect(part.points.length).toBeGreaterThan(4_000);
  });
});

describe('polygon', () => {
  const corners = [down(0.2, 0.2), { type: 'up' } as const, down(0.8, 0.2), down(0.8, 0.8)];
  const points = [[0.2, 0.2], [0.8, 0.2], [0.8, 0.8]]; // prettier-ignore
  const closings: [string, Played[]][] = [
    ['Enter', [{ type: 'close' }]],
    ['a double click', [down(0.802, 0.8)]],
    ['a click on the first corner', [down(0.205, 0.2)]],
  ];
  it.each(closings)('takes corner after corner until %s', (_, closing) => {
    const { gestures, idle } = play(polygonTool, ...corners, ...closing);
    expect(gestures).toEqual([{ part: { kind: 'polygon', points, sign: '+' }, mode: 'replace' }]);
    expect(idle).toBe(true);
  });
  it('follows the pointer to the next corner', () => {
    const { drawn } = play(polygonTool, ...corners, move(0.3, 1.2), { type: 'move' });
    expect(drawn).toEqual([{ kind: 'polygon', points: [...points, [0.3, 1]], sign: '+' }]);
  });
  it('takes corners back one by one, and itself with the first', () => {
    const back: Played = { type: 'back' };
    expect(
      play(polygonTool, ...corners, back, down(0.5, 0.9), { type: 'close' }).gestures[0]?.part,
    ).toMatchObject({
      points: [[0.2, 0.2], [0.8, 0.2], [0.5, 0.9]], // prettier-ignore
    });
    expect(play(polygonTool, ...corners, back, back, back).idle).toBe(true);
  });
  it('goes on where it would enclose nothing, and ends without a trace when cancelled', () => {
    expect(play(polygonTool, ...corners.slice(0, 3), { type: 'close' })).toMatchObject({
      gestures: [],
      idle: false,
    });
    expect(play(polygonTool, ...corners.slice(0, 3), down(0.8, 0.2))).toMatchObject({
      gestures: [],
      idle: false,
    });
    expect(play(polygonTool, ...corners, { type: 'cancel' })).toMatchObject({ gestures: [], idle: true });
  });
  it('has the mode of its first corner', () => {
    const first = down(0.2, 0.2, { mode: 'subtract' });
    expect(play(polygonTool, first, ...corners.slice(2), { type: 'close' }).gestures[0]?.mode).toBe(
      'subtract',
    );
  });
});

describe('brush and eraser', () => {
  const stroke: Played[] = [down(0.1, 0.1), move(0.1004, 0.1), move(0.2, 0.1), { type: 'up' }];
  const points = [[0.1, 0.1], [0.2, 0.1]]; // prettier-ignore
  it('draws a stroke with the brush’s radius and leaves out what says nothing', () => {
    const { gestures, drawn } = play(brushTool, ...stroke);
    const part = { kind: 'stroke', points, radius: 0.02, sign: '+' };
    expect(gestures).toEqual([{ part, mode: 'add' }]);
    expect(drawn).toEqual([part]);
  });
  it('is as soft as the brush, and as wide as the pen was pressed at each point', () => {
    const pressed = stroke.map((event, i) => ({ ...event, pressure: [0.25, 0.3, 0.75, 0][i]! }));
    const { gestures } = playIn({ ...context, hardness: 0.5 }, brushTool, ...pressed);
    expect(gestures[0]?.part).toMatchObject({ points, hardness: 0.5, pressures: [0.25, 0.75] });
  });
  it('erases, and each does the other’s work with Alt', () => {
    const alt: Played[] = [{ type: 'down', mode: 'subtract', held: true }, { type: 'up' }];
    expect(play(eraserTool, ...stroke).gestures[0]?.mode).toBe('subtract');
    expect(play(eraserTool, ...stroke).drawn).toMatchObject([{ sign: '-' }]);
    expect(play(brushTool, ...alt).gestures[0]?.mode).toBe('subtract');
    expect(play(eraserTool, ...alt).gestures[0]?.mode).toBe('add');
  });
  it('cuts to a stroke only when asked to', () => {
    expect(play(brushTool, { type: 'down', mode: 'intersect' }, { type: 'up' }).gestures[0]?.mode).toBe(
      'intersect',
    );
    expect(play(eraserTool, { type: 'down', mode: 'intersect' }, { type: 'up' }).gestures[0]?.mode).toBe(
      'subtract',
    );
  });
  it('keeps every point inside the picture and their number inside the contract', () => {
    const many = Array.from({ length: 21_000 }, (_, i): Played => move(i % 2, -1, { pressure: 0.5 }));
    const { gestures } = play(brushTool, { type: 'down' }, ...many, { type: 'up' });
    expect(gestures).toHaveLength(1);
  });
});

describe('picker', () => {
  it('asks for the colour where it was pressed, and says whether it is to select', () => {
    const plain = play(pickerTool, down(0.3, 0.4), move(0.301, 0.4), up(0.301, 0.4));
    expect(plain.picks).toEqual([{ at: { x: 0.3, y: 0.4 }, mode: 'replace', held: false }]);
    const held = play(pickerTool, down(0.3, 0.4, { mode: 'add', held: true }), { type: 'up' });
    expect(held.picks).toMatchObject([{ mode: 'add', held: true }]);
    expect([...plain.gestures, ...held.gestures]).toEqual([]);
  });
  it('picks nothing beside the picture or after a drag', () => {
    expect(play(pickerTool, down(-0.1, 0.4), { type: 'up' }).picks).toEqual([]);
    expect(play(pickerTool, down(0.3, 0.4), move(0.5, 0.4), { type: 'up' }).picks).toEqual([]);
    expect(play(pickerTool, down(0.3, 0.4), { type: 'cancel' }, { type: 'up' }).picks).toEqual([]);
  });
});

it('the hand says nothing', () => {
  expect(play(handTool, { type: 'down' }, { type: 'move' }, { type: 'up' }).gestures).toEqual([]);
});
