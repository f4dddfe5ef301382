import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { columnsPart } from '../computed/columns-part.ts';

/** The image's name, else its file's, without the model and id that stored files begin with. */
export const imageAttachment: DisplayBehaviour = () =>
  columnsPart('display', ['name', 'image', 'object_type_id', 'object_id'], ([name, image, type, id], context) => {
    if (name) return name;
    const file = image!.replace(/^.*\//, '');
    const model = (context.contentTypes.name(type!) ?? '').split('.')[1];
    const prefix = `${model}_${id}_`;
    return file.startsWith(prefix) ? file.slice(prefix.length) : file;
  });
