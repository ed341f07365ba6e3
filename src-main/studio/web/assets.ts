/** The built page's files, listed once: what isn't on the list doesn't exist, so no address can leave the folder. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface Asset {
  path: string;
  type: string;
}

/** Path of the address (`/assets/index-1a2b.js`) → file. Files of other types, such as source maps, are left out. */
export function listAssets(folder: string): ReadonlyMap<string, Asset> {
  const found = new Map<string, Asset>();
  const visit = (path: string, address: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name);
      const name = `${address}/${entry.name}`;
      const type = types[extname(entry.name)];
      if (entry.isDirectory()) visit(file, name);
      else if (entry.isFile() && type) found.set(name, { path: file, type });
    }
  };
  visit(folder, '');
  return found;
}
