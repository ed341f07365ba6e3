import { describe, expect, it } from 'vitest';
import { unwrap, type Invocation, type Plan, type Region } from '../../../../src-main/contract/index.ts';
import { planTurn } from '../../../../src-main/studio/chat/turn.ts';

const box: Region = { parts: [{ kind: 'box', x1: 0.1, y1: 0.1, x2: 0.4, y2: 0.4 }] };
const planned = (text: string, about: { selection?: Region; lastPlan?: Plan } = {}): Invocation[] => {
  const { selection = null, lastPlan } = about;
  const turn = planTurn(text, { kind: 'image', selection: selection && { region: selection }, lastPlan });
  return unwrap(turn).plan!.steps.map((step) => step.invocation);
};
const planOf = (text: string, selection?: Region): Plan =>
  unwrap(planTurn(text, { kind: 'image', selection: selection ? { region: selection } : null })).plan!;

describe('the rest', () => {
  it('is what lies around the place that was worked on last', () => {
    const lastPlan = planOf('make this black and white', box);
    expect(planned('blur the rest', { lastPlan })).toMatchObject([
      { command: 'blur-background', region: box },
    ]);
    expect(planned('make everything else warmer', { lastPlan })).toMatchObject([
      { command: 'adjust', region: { ...box, inverted: true } },
    ]);
  });

  it('is what lies around the thing that was named last', () => {
    const [blurred] = planned('blur the rest', { lastPlan: planOf('make the dog black and white') });
    expect(blurred).toMatchObject({
      command: 'blur-background',
      region: { parts: [{ kind: 'words', text: 'dog' }] },
    });
  });

  it('is what lies around the selection, where there is one, and the background where there was nothing', () => {
    const there: Region = { parts: [{ kind: 'point', x: 0.8, y: 0.8, sign: '+' }] };
    const lastPlan = planOf('make this black and white', box);
    expect(planned('blur the rest', { selection: there, lastPlan })).toMatchObject([{ region: there }]);
    expect(planned('blur the rest', { lastPlan: planOf('make it warmer') })[0]).not.toHaveProperty('region');
  });

  it('leaves alone what speaks of no rest', () => {
    const lastPlan = planOf('make this black and white', box);
    expect(planned('make it warmer', { lastPlan })[0]).not.toHaveProperty('region');
  });
});

describe('what a system says of what is plugged in', () => {
  it.each(['remove printer', 'please delete bluetooth headset', 'Remove device.', 'delete printer driver'])(
    '“%s” never means what is selected',
    (text) => expect(planned(text, { selection: box })[0]).not.toHaveProperty('region'),
  );
  it.each(['remove the printer', 'remove this printer', 'delete my keyboard', 'remove dog', 'blur printer'])(
    '“%s” does',
    (text) => expect(planned(text, { selection: box })[0]).toMatchObject({ region: box }),
  );
});
