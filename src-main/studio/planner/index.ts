/** From a sentence to a plan, without a model. */
export type { PlanContext } from './context.ts';
export { planText } from './grammar.ts';
export { phraseOf } from './phrases/index.ts';
