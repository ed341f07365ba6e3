/**
 * What a shell or the terminal may ask of the engine beyond what a page may: these name paths.
 * Never reachable from a page.
 */
import * as z from 'zod';
import { imageFormat } from './app.ts';
import { request, type RequestTable } from './channel.ts';
import {
  graphCheckResult,
  graphExport,
  graphExportResult,
  graphList,
  graphRun,
  graphRunResult,
  graphSource,
} from './graph.ts';
import { project } from './document.ts';
import { plan, turn } from './invocation.ts';
import { media, servedType } from './media.ts';
import { hash, id, unit } from './primitives.ts';
import { region, rle } from './region.ts';
import { studioRequests } from './studio.ts';

const path = z.string().min(1).max(32_768);
const done = z.strictObject({});

/** A region as the terminal gives it: parts, and mask files as large as the picture. */
export const terminalRegion = z.strictObject({ region: region.optional(), maskPath: path.optional() });

export const privateRequests = {
  engine: {
    /** Reads files into the open project (or a new one); answers with the canvases made, in order. */
    importPaths: request(
      z.strictObject({ paths: z.array(path).min(1).max(1_000) }),
      z.strictObject({ canvases: z.array(id) }),
    ),
    /** Reads a mask into a canvas' selection; fitted to its picture. No canvas is made of it. */
    loadMask: request(z.strictObject({ path, canvas: id }), z.strictObject({ canvases: z.array(id) })),
    openProjectPath: request(z.strictObject({ path }), project),
    /** Where a file of the store lies, for the shells' `/media/` handler; `null` when there is none. */
    locate: request(
      z.strictObject({ hash }),
      z.strictObject({ path, type: servedType, bytes: z.int().min(0) }).nullable(),
    ),
    /** Copies a file of the store to a path of the user's choosing (written beside it, then renamed). */
    copyTo: request(z.strictObject({ hash, path }), done),
    /** Uses another folder for the user's data from the next start on. */
    setDataFolder: request(z.strictObject({ path }), done),
    /** Ends work, closes the project cleanly and lets the process end. */
    shutDown: request(z.strictObject({}).default({}), done),
    doctor: request(
      z.strictObject({}).default({}),
      z.strictObject({
        lines: z.array(z.strictObject({ topic: z.string(), value: z.string(), detail: z.array(z.string()) })),
      }),
    ),
  },
  /** One-shot work on files, outside any project: what the terminal does. */
  work: {
    plan: request(
      z.strictObject({ text: z.string(), image: path.optional(), ...terminalRegion.shape }),
      turn,
    ),
    run: request(
      z.strictObject({
        input: path,
        out: path,
        text: z.string().optional(),
        plan: plan.optional(),
        ...terminalRegion.shape,
        /** What the text or the plan names by its content (SHA-256): masks, other photos. */
        files: z.array(path).max(100).optional(),
        /** Another photo, for a step that needs one and names none. */
        photoPath: path.optional(),
        /** The place that removed things are filled from. */
        source: terminalRegion.optional(),
        format: imageFormat.optional(),
        quality: z.int().min(1).max(100).optional(),
        seed: z.int().min(0).optional(),
      }),
      z.strictObject({ out: path, media, plan }),
    ),
    segment: request(
      z.strictObject({ input: path, out: path, ...terminalRegion.shape }),
      z.strictObject({ out: path, area: unit, width: z.int(), height: z.int() }),
    ),
    encodeMask: request(z.strictObject({ input: path }), rle),
    decodeMask: request(z.strictObject({ rle, out: path }), z.strictObject({ out: path })),
  },
  graph: {
    list: request(z.strictObject({}).default({}), graphList),
    run: request(graphRun, graphRunResult),
    check: request(graphSource, graphCheckResult),
    export: request(graphExport, graphExportResult),
  },
} as const satisfies RequestTable;

export const engineRequests = { ...studioRequests, ...privateRequests } as const;
export type EngineRequests = typeof engineRequests;
