import type { Action } from '#operations/action.ts';
import { renderConfigActions, renderTemplateAction } from '../templates/render-actions.ts';
import { scriptDetail } from './scripts/script-detail.ts';
import { replaceScript, uploadScript } from './scripts/upload-script.ts';
import { syncActions, syncDataSource } from './sync-actions.ts';

/** Endpoints of customization beside lists and details. */
export const customisationActions: readonly Action[] = [
  ...syncActions,
  syncDataSource,
  renderTemplateAction,
  ...renderConfigActions,
  scriptDetail,
  uploadScript,
  replaceScript,
];
