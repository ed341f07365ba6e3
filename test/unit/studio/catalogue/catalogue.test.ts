import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageEditing, invocation, type Pack } from '../../../../src-main/contract/index.ts';
import { createCatalogue } from '../../../../src-main/studio/catalogue/index.ts';
import { edits } from '../../../../src-main/systems/classic/index.ts';

const models = fileURLToPath(new URL('../../../../models', import.meta.url));
const catalogue = createCatalogue(models);

/** Every module/command pair of the contract. */
const pairs = invocation.options.flatMap((option) =>
  (option === imageEditing ? imageEditing.options : [option]).map((o) => {
    const { module, command } = (o as (typeof imageEditing.options)[number]).shape;
    return `${module.value}/${command.value}`;
  }),
);

/** What a pack can be good for besides a command: it serves other packs, or it plans. */
const roles: ReadonlySet<string> = new Set(['features/embed', 'language/plan', 'language/ground']);

describe('the manifests of models/', () => {
  it('are all read', () => {
    expect(catalogue.packs.length).toBe(readdirSync(models).filter((name) => name.endsWith('.json')).length);
    expect(catalogue.packs.length).toBeGreaterThan(12);
  });

  it.each(catalogue.packs.map((pack) => [pack.id, pack] as const))(
    '%s says what it does, truly',
    (_, pack) => {
      for (const pair of pack.does) expect(pairs.includes(pair) || roles.has(pair), pair).toBe(true);
      expect(pack.source).toMatch(/^[\w.-]+\/[\w.-]+$/);
      expect(pack.licence.url).toMatch(/^https:/);
      expect(pack.memory).toBeGreaterThanOrEqual(pack.download / 4);
      expect(new Set(pack.files).size).toBe(pack.files.length);
      for (const file of pack.files) expect(file).not.toMatch(/^\/|\.\.|\\/);
      if (/NC|non-commercial/.test(pack.licence.name)) expect(pack.licence.commercial).toBe(false);
      // No version of the studio has installed a pack yet, and none may claim so before one can.
      expect(pack.available).toBe(false);
    },
  );

  it('have ids and names of their own', () => {
    for (const key of ['id', 'name'] as const)
      expect(new Set(catalogue.packs.map((pack) => pack[key])).size).toBe(catalogue.packs.length);
  });
});

describe('who does what', () => {
  it('knows the pairs of the contract', () => {
    expect(pairs).toContain('image-editing/remove');
    expect(pairs).toContain('audio-generation/generate');
    expect(pairs.length).toBe(37);
  });

  it.each(pairs)('%s is done by classic or by a pack', (pair) => {
    const [module, command] = pair.split('/') as [never, never];
    const who = catalogue.whoDoes({ module, command });
    if (who === 'classic') expect([...edits, 'segment']).toContain(command);
    else expect(who.packs.length).toBeGreaterThan(0);
  });

  it('sends what needs a model to packs, the smallest first', () => {
    const who = catalogue.whoDoes({ module: 'image-editing', command: 'add' });
    expect(who).toMatchObject({
      packs: [{ id: 'stable-diffusion-inpainting' }, { id: 'gligen-inpainting-text-box' }],
    });
    expect(catalogue.whoDoes({ module: 'image-editing', command: 'remove' })).toBe('classic');
    expect(catalogue.packsFor('no-such-module', 'x')).toEqual([]);
  });
});

describe('a catalogue that is damaged', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vitrail-catalogue-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const pack: Pack = catalogue.packs[0]!;
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  it('reads what is there and nothing else', () => {
    write(`${pack.id}.json`, pack);
    write('README.md', 'not a manifest');
    expect(createCatalogue(folder).packs).toEqual([pack]);
  });

  it.each<[string, string, unknown, string]>([
    ['broken JSON', 'x.json', '{', 'x.json'],
    ['a field that is missing', `${pack.id}.json`, { ...pack, download: undefined }, 'download'],
    ['a field too many', `${pack.id}.json`, { ...pack, colour: 'red' }, 'colour'],
    ['a name that is not its own', 'other.json', pack, pack.id],
  ])('names the manifest with %s', (_, name, content, part) => {
    write(name, content);
    expect(() => createCatalogue(folder)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'damaged' }) }),
    );
    expect(() => createCatalogue(folder)).toThrow(part);
  });

  it('says so when the folder is missing', () => {
    expect(() => createCatalogue(join(folder, 'gone'))).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'not-found' }) }),
    );
  });
});
