/**
 * The arrows of the house: which layer may import which. A layer is the longest prefix below that a path starts with.
 * `test/unit/layers.test.ts` proves that a wrong import fails the lint.
 */
import { dirname, relative, resolve } from 'node:path';

const declaration = /^src-main\/systems\/[^/]+\/index\.ts$/;

/** layer → what it may import besides itself. `systems/*` stands for declarations (`index.ts`) only. */
export const arrows = {
  'src-main/contract': [],
  'src-main/process': ['src-main/contract'],
  'src-main/runtime': ['src-main/contract'],
  'src-main/systems': ['src-main/runtime', 'src-main/contract'],
  'src-main/host': ['src-main/systems', 'src-main/runtime', 'src-main/process', 'src-main/contract'],
  'src-main/studio': ['declarations', 'src-main/process', 'src-main/contract'],
  'src-main/server': ['src-main/studio', 'src-main/contract'],
  'src-main/cli': ['src-main/server', 'src-main/studio', 'src-main/contract', 'build.mjs'],
  'src-main/shell': ['src-main/studio', 'src-main/contract'],
  'src-renderer': ['src-main/contract'],
};

/** Packages that only some layers may touch; `@x/` stands for all of a scope. */
const packages = {
  electron: ['src-main/shell'],
  'onnxruntime-node': ['src-main/runtime'],
  sharp: ['src-main/runtime', 'src-main/systems'],
  mediabunny: ['src-main/systems'],
  '@mediabunny/server': ['src-main/systems'],
  ws: ['src-main/server'],
  'node:sqlite': ['src-main/studio'],
  systeminformation: ['src-main/studio'],
  react: ['src-renderer'],
  'react-dom': ['src-renderer'],
  zustand: ['src-renderer'],
  '@mantine/': ['src-renderer'],
  '@tabler/': ['src-renderer'],
  '@tanstack/': ['src-renderer'],
  fabric: ['src-renderer'],
  'wavesurfer.js': ['src-renderer'],
};

/** What any Node runs to find the pinned one: it loads by computed paths, and nothing imports it. */
const launcher = 'src-main/cli/bin.mjs';

const layerOf = (path) =>
  Object.keys(arrows)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

/** Why `from` must not import `specifier` (a path from the root, or a package), or `null`. */
export function violation(from, specifier) {
  const layer = layerOf(from);
  if (!layer) return null;
  if (!specifier.startsWith('.')) {
    const name = Object.keys(packages).find(
      (p) => specifier === p || specifier.startsWith(p.endsWith('/') ? p : `${p}/`),
    );
    if (!name || packages[name].includes(layer)) return null;
    return `${layer} may not import ${name}: only ${packages[name].join(', ')} may.`;
  }
  const target = relative(process.cwd(), resolve(dirname(resolve(from)), specifier)).replaceAll('\\', '/');
  const targetLayer = layerOf(target);
  const allowed = arrows[layer];
  if (targetLayer === layer) {
    // A declaration is read by the studio, so it must not pull a pipeline in.
    return declaration.test(from) ? `${from} is a declaration: it may only import src-main/contract.` : null;
  }
  if (allowed.includes(target) || (targetLayer && allowed.includes(targetLayer))) {
    if (declaration.test(from) && targetLayer !== 'src-main/contract')
      return `${from} is a declaration: it may only import src-main/contract.`;
    return null;
  }
  if (allowed.includes('declarations') && declaration.test(target)) return null;
  return `${layer} may not import ${target}: only ${[layer, ...allowed].join(', ')}.`;
}

const computed = 'What is imported must be readable from the source: use import with a plain string.';

export const layersRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = relative(context.cwd, context.filename).replaceAll('\\', '/');
    const isOurs = from !== launcher && layerOf(from) !== undefined;
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = violation(from, node.source.value);
      if (message) context.report({ node, message });
    };
    const checkDynamic = (node) => {
      if (typeof node.source.value === 'string') check(node);
      else if (isOurs) context.report({ node, message: computed });
    };
    const checkRequire = (node) => {
      if (isOurs) context.report({ node, message: computed });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: checkDynamic,
      // Bundles have no `require`, and what it loads can't be seen from here.
      'ImportSpecifier[imported.name="createRequire"]': checkRequire,
      'MemberExpression[property.name="createRequire"]': checkRequire,
      'CallExpression[callee.name="require"]': checkRequire,
    };
  },
};
