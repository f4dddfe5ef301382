import { shaping } from '../parameters.ts';
import { takenRef } from '../taken-property.ts';
import { type Addressed, type Making, named } from './endpoint.ts';

/** Scripts: listed and shown like other models, run by a POST; their modules are uploaded as files. */
export function scriptEndpoints({ components, model, served: whole, parts }: Making): Addressed[] {
  const upload = model('extras/scripts/upload');
  const served = whole('extras/scripts/upload');
  const taken = (patched: boolean) => takenRef(components, upload, { form: 'plain', patched });
  const key = named('id', 'The key, or the name of the file.');
  return [
    [
      'extras/scripts/upload',
      {
        post: [
          'create',
          {
            summary: 'Upload a module of scripts.',
            body: { schema: taken(false), required: true },
            responses: { 201: served },
          },
        ],
      },
    ],
    [
      'extras/scripts/upload/{id}',
      {
        put: [
          'update',
          {
            summary: 'Replace a module of scripts.',
            parameters: [key],
            body: { schema: taken(false), required: true },
            responses: { 200: served },
          },
        ],
        patch: [
          'partial_update',
          {
            summary: 'Change a module of scripts.',
            parameters: [key],
            body: { schema: taken(true), required: false },
            responses: { 200: served },
          },
        ],
      },
    ],
    [
      'extras/scripts/{id}',
      {
        get: [
          'retrieve',
          {
            summary: 'Get one script.',
            parameters: [named('id', 'The key, or `<module>.<name>`.'), ...shaping],
            responses: { 200: whole('extras/scripts') },
          },
        ],
        post: [
          'run',
          {
            summary: 'Run one script.',
            parameters: [named('id', 'The key, or `<module>.<name>`.')],
            body: { schema: parts('ScriptInputRequest'), required: true },
            responses: { 200: parts('ScriptDetail') },
          },
        ],
      },
    ],
  ];
}
