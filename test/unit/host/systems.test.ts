import { describe, expect, it } from 'vitest';
import { systems } from '../../../src-main/host/systems.ts';

describe('the systems of a host', () => {
  const names = systems.flatMap(({ tasks }) => tasks.map(({ name }) => name));

  it('have names of their own', () => expect(new Set(names).size).toBe(names.length));

  it.each(systems.map((system) => [system.tasks[0]!.name.split('.')[0], system] as const))(
    '%s implements what it declares, and nothing else',
    async (_, { tasks, load }) => {
      expect(Object.keys(await load()).sort()).toEqual(tasks.map(({ name }) => name).sort());
    },
  );
});
