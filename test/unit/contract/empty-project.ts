import type { Project } from '../../../src-main/contract/document.ts';

/** A project as it is once it has been made. */
export const emptyProject: Project = {
  id: 'p',
  opened: 'o',
  revision: 0,
  name: 'Holiday',
  readOnly: null,
  warning: null,
  canvases: [],
  layers: [],
  versions: [],
  regions: [],
  media: [],
  messages: [],
  active: null,
  draft: '',
  history: [],
  undo: null,
  redo: null,
};
