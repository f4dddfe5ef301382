import { extname } from 'node:path';
import { imageSize } from 'image-size';
import type { Field } from '#fields/field.ts';
import { keepNew, removeFile } from '#operations/files/file-store.ts';
import type { UploadedFile } from '#operations/files/uploaded-file.ts';
import { imageNote } from '#operations/write/accept.ts';
import type { Draft } from '#operations/write/draft.ts';
import type { Deleted, ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';

/** What an image's file may be called. */
const extensions = new Set('avif bmp gif heic heif icns ico jpe jpeg jpg jxl png tga tif tiff webp'.split(' '));

const imagesOf = (model: Model): Field[] => [...model.fields.values()].filter(({ kind }) => kind.name === 'image');

/**
 * Images: files that are images, measured, kept below MEDIA_ROOT under the path that `pathOf` says, and gone when they
 * are replaced, or with their object. A file is kept before the rows are written, and taken back where they are not.
 */
export function imageRules(
  model: string,
  pathOf: (draft: Draft, file: UploadedFile, context: WriteContext) => string,
): ModelRules {
  return {
    validate(drafts) {
      for (const draft of drafts)
        for (const field of imagesOf(draft.model)) {
          const file = draft.notes.get(imageNote(field)) as UploadedFile | undefined;
          const fault = file && measure(draft, file);
          if (fault) draft.errors.add(field.name, fault);
        }
    },

    async derive(drafts, context) {
      const root = context.settings.MEDIA_ROOT;
      for (const draft of drafts)
        for (const field of imagesOf(draft.model)) {
          const file = draft.notes.get(imageNote(field)) as UploadedFile | undefined;
          if (!file) continue;
          const path = await keepNew(root, pathOf(draft, file, context), file.content);
          context.afterwards({ undone: () => removeFile(root, path) });
          draft.columns.set(columnOf(field)!, path);
        }
    },

    saved(drafts, context) {
      const replaced = drafts.flatMap((draft) =>
        imagesOf(draft.model).flatMap(({ name }) => (draft.changed(name) && draft.was(name)) || []),
      );
      removeAfterwards(context, replaced);
    },

    deleted(rows: readonly Deleted[], context) {
      const images = imagesOf(context.registry.get(model));
      removeAfterwards(
        context,
        images.flatMap((field) => rows.flatMap(({ columns }) => columns.get(columnOf(field)!) || [])),
      );
    },
  };
}

/** Removes files once nothing names them any more. One that can't be removed is left over; what was written holds. */
function removeAfterwards(context: WriteContext, paths: readonly string[]): void {
  if (paths.length === 0) return;
  const root = context.settings.MEDIA_ROOT;
  context.afterwards({
    async committed() {
      for (const path of paths)
        await removeFile(root, path).catch((error: Error) =>
          console.error(`${path} was not removed: ${error.message}`),
        );
    },
  });
}

/** Notes an image's size where the model keeps it. Returns what is wrong with the file. */
function measure(draft: Draft, { filename, content }: UploadedFile): string | undefined {
  if (content.length === 0) return 'The submitted file is empty.';
  const extension = extname(filename).slice(1).toLowerCase();
  if (!extensions.has(extension))
    return `File extension “${extension}” is not allowed. Allowed extensions are: ${[...extensions].join(', ')}.`;
  try {
    const { width, height } = imageSize(content);
    if (draft.model.fields.has('image_width')) {
      draft.set('image_width', String(width));
      draft.set('image_height', String(height));
      draft.set('image_size', String(content.length));
    }
    return undefined;
  } catch {
    return 'Upload a valid image. The file you uploaded was either not an image or a corrupted image.';
  }
}

/** A name as it may stand in a path: letters, digits, `-`, `_` and `.` alone. */
const validName = (name: string): string =>
  name
    .trim()
    .replaceAll(' ', '_')
    .replace(/[^-\p{L}\p{N}_.]/gu, '')
    .replace(/^\.{1,2}$/, '') || 'unnamed';

const baseName = (filename: string): string => filename.replaceAll('\\', '/').split('/').at(-1)!;

/** `devicetype-images/<file>`. */
export const deviceTypeImage = (_draft: Draft, { filename }: UploadedFile): string =>
  `devicetype-images/${validName(baseName(filename)).slice(-60)}`;

const attached = new Set(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'webp']);

/** `image-attachments/<model>_<id>_<name>.<extension>`. */
export function attachmentImage(draft: Draft, { filename }: UploadedFile, { contentTypes }: WriteContext): string {
  const file = baseName(filename);
  const extension = extname(file);
  const stem = validName(draft.get('name') || file.slice(0, file.length - extension.length));
  const kind = extension.slice(1).toLowerCase();
  const model = contentTypes.name(draft.get('object_type') ?? '')?.split('.')[1];
  return `image-attachments/${model}_${draft.get('object_id')}_${stem}${attached.has(kind) ? `.${kind}` : ''}`;
}
