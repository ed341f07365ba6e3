/** The operators of a graph. */
export * from './attention.ts';
export * from './constants.ts';
export * from './conv.ts';
export * from './elementwise.ts';
export * from './linear.ts';
export * from './mask.ts';
export * from './norm.ts';
export * from './shape.ts';
