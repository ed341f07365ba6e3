/** The graph builder: tensors, operators and modules that become ONNX models. */
export * from './architecture.ts';
export * from './config.ts';
export * from './fit.ts';
export * from './graph.ts';
export * from './ops/index.ts';
export * from './scope.ts';
export * from './types.ts';
