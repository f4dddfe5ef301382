import { HttpError } from '#base/http-error.ts';

/** A topology that paths cannot describe: whoever asks for it is refused. */
export class UnsupportedPath extends HttpError {
  constructor(message: string) {
    super(400, message);
  }
}
