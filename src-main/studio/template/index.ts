/** Plans as text: the paper's form, the released code's letters, and back. */
export { formatPlan, type TemplateForm } from './format.ts';
export { looksLikeTemplate, parsePlan, type Parsed } from './parse.ts';
export { formatCommand, type CommandFiles } from './command.ts';
export { parseRegion } from './region-parse.ts';
