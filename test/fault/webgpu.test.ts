/** One small graph on WebGPU, on a graphics card made of software, in a process of its own: drivers take theirs down. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Where Debian's Chromium, which the tests' set-up installs, has its Vulkan: a loader and a driver. */
const vulkan = '/usr/lib/chromium';
const software = join(vulkan, 'vk_swiftshader_icd.json');

describe.skipIf(!existsSync(software))(`WebGPU on SwiftShader (needs ${software})`, () => {
  it('answers as the CPU does', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'programs', 'webgpu.ts')], {
      env: { ...process.env, VK_ICD_FILENAMES: software, LD_LIBRARY_PATH: vulkan },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    const { worst, scale, nodes } = JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, number>;
    expect(nodes).toBeGreaterThan(20);
    expect(scale).toBeGreaterThan(0.05);
    expect(worst! / scale!).toBeLessThan(1e-3);
    expect(worst).toBeGreaterThanOrEqual(0);
  });
});
