import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';

/** What a picture on an object's page is told. */
export interface PictureProperties {
  readonly model: ModelMeta;
  readonly object: RestObject;
}
