/** BASE_PATH as the server wrote it into `<base>`, without the slash at its end. */
export const basePath = new URL(document.baseURI).pathname.replace(/\/[^/]*$/, '');
