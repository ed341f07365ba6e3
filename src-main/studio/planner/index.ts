/** From a sentence to a plan, without a model. */
export { planText, type PlanContext } from './grammar.ts';
export { phraseOf } from './phrases/index.ts';
