import { describe, expect, it } from 'vitest';
import { region as regionSchema, type RegionPart } from '../../../src-main/contract/region.ts';
import { boxTool } from '../../../src-renderer/tools/box.ts';
import { brushTool, eraserTool } from '../../../src-renderer/tools/brush.ts';
import { handTool } from '../../../src-renderer/tools/hand.ts';
import { pointTool } from '../../../src-renderer/tools/point.ts';
import type { Gesture, Tool, ToolContext, ToolEvent } from '../../../src-renderer/tools/tool.ts';

const context: ToolContext = { picture: { width: 1000, height: 500 }, pixel: 1, radius: 0.02 };
type Played = Partial<ToolEvent> & Pick<ToolEvent, 'type'>;

/** Plays events into a tool; answers its gestures and what it drew before the last event. */
function play<S>(tool: Tool<S>, ...events: Played[]) {
  let state = tool.idle;
  let drawn: RegionPart[] = [];
  const gestures: Gesture[] = [];
  for (const event of events) {
    drawn = tool.draft(state);
    const step = tool.next(state, { at: { x: 0.5, y: 0.5 }, add: false, minus: false, ...event }, context);
    state = step.state;
    if (step.gesture) gestures.push(step.gesture);
  }
  for (const { part } of gestures) expect(regionSchema.safeParse({ parts: [part] }).success).toBe(true);
  return { gestures, drawn, idle: state === tool.idle };
}

describe('point', () => {
  it('makes a plus point of a click, anew', () => {
    const { gestures, idle } = play(pointTool, { type: 'down', at: { x: 0.25, y: 0.75 } }, { type: 'up' });
    expect(gestures).toEqual([{ part: { kind: 'point', x: 0.25, y: 0.75, sign: '+' }, mode: 'replace' }]);
    expect(idle).toBe(true);
  });
  it('joins with Shift and takes away with Alt', () => {
    expect(play(pointTool, { type: 'down', add: true }, { type: 'up' }).gestures[0]?.mode).toBe('extend');
    const minus = play(pointTool, { type: 'down', minus: true }, { type: 'up' }).gestures[0];
    expect(minus).toMatchObject({ mode: 'extend', part: { sign: '-' } });
  });
  it('forgives a shaking hand, not a drag', () => {
    const shaken = play(
      pointTool,
      { type: 'down' },
      { type: 'move', at: { x: 0.51, y: 0.5 } },
      { type: 'up' },
    );
    expect(shaken.gestures[0]?.part).toMatchObject({ x: 0.5, y: 0.5 });
    const dragged = play(
      pointTool,
      { type: 'down' },
      { type: 'move', at: { x: 0.6, y: 0.5 } },
      { type: 'up' },
    );
    expect(dragged.gestures).toEqual([]);
  });
  it('ignores clicks beside the picture and cancelled ones', () => {
    expect(play(pointTool, { type: 'down', at: { x: 1.2, y: 0.5 } }, { type: 'up' }).gestures).toEqual([]);
    expect(play(pointTool, { type: 'down' }, { type: 'cancel' }, { type: 'up' }).gestures).toEqual([]);
  });
});

describe('box', () => {
  it('orders its corners and stays in the picture', () => {
    const { gestures, drawn } = play(
      boxTool,
      { type: 'down', at: { x: 0.8, y: 1.3 } },
      { type: 'move', at: { x: 0.2, y: 0.4 } },
      { type: 'up', at: { x: 0.2, y: 0.4 } },
    );
    expect(gestures).toEqual([{ part: { kind: 'box', x1: 0.2, y1: 0.4, x2: 0.8, y2: 1 }, mode: 'replace' }]);
    expect(drawn).toHaveLength(1);
  });
  it('is no box when it is a slip or has no area', () => {
    expect(play(boxTool, { type: 'down' }, { type: 'up', at: { x: 0.501, y: 0.501 } }).gestures).toEqual([]);
    expect(play(boxTool, { type: 'down' }, { type: 'up', at: { x: 0.9, y: 0.5 } }).gestures).toEqual([]);
  });
  it('takes away as an outline, since a box has no sign', () => {
    const { gestures } = play(boxTool, { type: 'down', minus: true }, { type: 'up', at: { x: 0.7, y: 0.8 } });
    expect(gestures[0]).toMatchObject({ mode: 'extend', part: { kind: 'polygon', sign: '-' } });
  });
});

describe('brush and eraser', () => {
  const stroke: Played[] = [
    { type: 'down', at: { x: 0.1, y: 0.1 } },
    { type: 'move', at: { x: 0.1004, y: 0.1 } },
    { type: 'move', at: { x: 0.2, y: 0.1 } },
    { type: 'up' },
  ];
  it('draws a stroke with the brush’s radius and leaves out what says nothing', () => {
    const { gestures, drawn } = play(brushTool, ...stroke);
    const part = {
      kind: 'stroke',
      points: [
        [0.1, 0.1],
        [0.2, 0.1],
      ],
      radius: 0.02,
      sign: '+',
    };
    expect(gestures).toEqual([{ part, mode: 'extend' }]);
    expect(drawn).toEqual([part]);
  });
  it('erases, and each does the other’s work with Alt', () => {
    expect(play(eraserTool, ...stroke).gestures[0]?.part).toMatchObject({ sign: '-' });
    const alt: Played[] = [{ type: 'down', minus: true }, { type: 'up' }];
    expect(play(brushTool, ...alt).gestures[0]?.part).toMatchObject({ sign: '-' });
    expect(play(eraserTool, ...alt).gestures[0]?.part).toMatchObject({ sign: '+' });
  });
  it('keeps every point inside the picture and their number inside the contract', () => {
    const many = Array.from({ length: 21_000 }, (_, i): Played => ({
      type: 'move',
      at: { x: i % 2, y: -1 },
    }));
    const { gestures } = play(brushTool, { type: 'down' }, ...many, { type: 'up' });
    expect(gestures).toHaveLength(1);
  });
});

it('the hand says nothing', () => {
  expect(play(handTool, { type: 'down' }, { type: 'move' }, { type: 'up' }).gestures).toEqual([]);
});
