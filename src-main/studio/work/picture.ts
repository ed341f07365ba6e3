/** What the steps of a plan work on, and where their results go. */
import type { FileRef, Hash, Media, Region } from '../../contract/index.ts';
import type { Hosts } from '../processes/hosts.ts';

/** A medium as a task reads it, with what a decoder said about it. `hash` is set once it lies in a store. */
export interface Workpiece extends Pick<Media, 'kind'> {
  file: FileRef;
  width?: number | undefined;
  height?: number | undefined;
  hash?: Hash;
}

/** A region that was looked up: an 8-bit alpha plane as large as its picture. */
export interface Found {
  file: FileRef;
  hash?: Hash;
  width: number;
  height: number;
  bounds: { x1: number; y1: number; x2: number; y2: number } | null;
  /** Share of the picture, 0..1. */
  area: number;
  /** It was found by a name, and that may mean something else: `sure`, 0..1, how likely it doesn't. */
  doubt?: { sure: number; others: Found[] };
}

/**
 * A place to work: the hosts, and what becomes of their results. A project keeps them in its media store;
 * the terminal keeps them in a folder that is thrown away.
 */
export interface Bench {
  hosts: Hosts;
  /** A new empty folder for the results of one task. */
  staging(): Promise<string>;
  /** A task's folder is done with: whatever it still holds is of no use. */
  release(folder: string): Promise<void>;
  /** Takes a picture over from a staging folder. */
  keepPicture(path: string, signal: AbortSignal): Promise<Workpiece>;
  /** Takes a mask over from a staging folder. */
  keepMask(path: string, size: { width: number; height: number }): Promise<{ file: FileRef; hash?: Hash }>;
  /** The file behind a hash that a region or a step names. @throws StudioError 'not-found' */
  mediaFile(hash: Hash): Promise<Workpiece>;
  /** A region that was looked up before on this very picture, if this bench remembers it. */
  recall?(picture: Workpiece, region: Region): Found | undefined;
  /** Keeps in mind what was looked up. */
  remember?(picture: Workpiece, region: Region, found: Found): void;
}

/** How the work goes on: stopped by the signal, `progress` with a share of 0..1 that never goes back. */
export interface Watch {
  signal: AbortSignal;
  progress(share: number): void;
}

/** The part of a watch between two shares of the whole. */
export const between = (watch: Watch, from: number, to: number): Watch => ({
  signal: watch.signal,
  progress: (share) => watch.progress(from + (to - from) * share),
});
