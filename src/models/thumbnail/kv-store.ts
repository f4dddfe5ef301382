import { longText } from '#fields/long-text/long-text.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const kvStore = model('thumbnail.kvstore', {
  key: 'none',
  className: 'KVStore',
  description: 'What is known about images that were made smaller.',
  fields: {
    key: text({ unique: true, max: 200, filter: false }),
    value: longText(),
  },
  graphql: false,
});
