/**
 * Compiles `assembly/` to `compiled.ts`: `npm run simd`. What is compiled lies in the repository, so that everything
 * runs from the sources as they are; a test compiles it anew and compares.
 */
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

/** @returns {Promise<string>} the text of `compiled.ts` */
export async function compile() {
  const { main } = await import('assemblyscript/asc');
  const lines = ['/** WebAssembly of what lies in `assembly/`, in Base64: `npm run simd` writes this. */'];
  const names = readdirSync(join(folder, 'assembly')).filter((name) => name.endsWith('.ts'));
  for (const name of names.sort()) {
    let bytes;
    const { error, stderr } = await main(
      [name, '--outFile', 'out.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert'],
      {
        readFile: (file) => {
          try {
            return readFileSync(join(folder, 'assembly', file), 'utf8');
          } catch {
            return null; // asked for: it looks in several places
          }
        },
        writeFile: (file, data) => void (file === 'out.wasm' && (bytes = data)),
        listFiles: () => null,
      },
    );
    if (error || !bytes) throw new Error(`${name}: ${stderr}`, { cause: error });
    const text = Buffer.from(bytes).toString('base64');
    lines.push(`export const ${name.replace('.ts', '')} =\n  '${text}';`);
  }
  return `${lines.join('\n\n')}\n`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1]))
  writeFileSync(join(folder, 'compiled.ts'), await compile());
