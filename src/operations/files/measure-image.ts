import { imageSize } from 'image-size';
import { readStored } from './file-store.ts';

/** What a stored image's file says of it. Width and height are undefined where the file is no image. */
export interface Measures {
  readonly size: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Measures a stored image; undefined where there is no file. */
export async function measureImage(root: string, path: string): Promise<Measures | undefined> {
  const content = await readStored(root, path);
  if (!content) return undefined;
  try {
    const { width, height } = imageSize(content);
    return { size: content.length, width, height };
  } catch {
    return { size: content.length, width: undefined, height: undefined };
  }
}
