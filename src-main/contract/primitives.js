import * as z from 'zod';
/** SHA-256 of a file's bytes, lower-case hex. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');
/** Opaque identifier, made by the engine. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
/** Integer microseconds; frame numbers are derived from timestamps, never the other way. */
export const microseconds = z.int().min(0);
/** A coordinate normalised by the medium's width or height: 0..1. */
export const unit = z.number().min(0).max(1);
/** Milliseconds since the epoch. */
export const timestamp = z.int().min(0);
/** `#rrggbb`. */
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb');
export const pixels = z.int().min(1).max(65_535);
