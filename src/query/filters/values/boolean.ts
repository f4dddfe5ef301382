const words: Readonly<Record<string, 'true' | 'false'>> = {
  true: 'true',
  True: 'true',
  2: 'true',
  false: 'false',
  False: 'false',
  3: 'false',
};

/** Django's NullBooleanSelect: only these words are an answer; any other (`1`, `yes`, `TRUE`) asks nothing. */
export const booleanWord = (text: string): 'true' | 'false' | undefined =>
  Object.hasOwn(words, text) ? words[text] : undefined;
