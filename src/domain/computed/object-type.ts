import { quoted } from '#fields/json-text.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { appLabel } from '#registry/app-label.ts';
import { type NamedModel, namedModel } from '../object-types/named-model.ts';
import { columnsPart } from './columns-part.ts';

/** Something about the model of an object type; null where the model is no more. */
const ofModel =
  (text: (model: NamedModel, app: string) => string): Computed =>
  ({ name, shapes }) =>
    columnsPart(name, ['app_label', 'model'], ([app, model]) => {
      const found = namedModel(shapes.registry, app!, model!);
      return found ? text(found, app!) : 'null';
    });

export const appNameOfType = ofModel((_model, app) => quoted(appLabel(app)));
export const modelName = ofModel(({ label }) => quoted(label));
export const modelDescription = ofModel(({ description }) => quoted(description));
export const modelNamePlural = ofModel(({ plural }) => quoted(plural));
/** Plugins have no models here. */
export const isPluginModel = ofModel(() => 'false');
/** The path of the model's list in the API. */
export const restApiEndpoint = ofModel(({ rest }) => (rest ? quoted(`/api/${rest}/`) : 'null'));
