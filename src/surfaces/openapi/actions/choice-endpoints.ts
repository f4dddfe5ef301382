import { shaping } from '../parameters.ts';
import { type Addressed, listOf, type Making } from './endpoint.ts';

/** Choices of custom fields. */
export function choiceEndpoints({ below }: Making): Addressed[] {
  return [
    below('extras/custom-field-choice-sets', 'choices', (key) => ({
      get: [
        'retrieve',
        {
          summary: 'The choices of the set, page by page.',
          parameters: [key, ...shaping],
          responses: {
            200: {
              type: 'object',
              properties: {
                count: { type: 'integer' },
                next: { type: 'string', nullable: true },
                previous: { type: 'string', nullable: true },
                results: listOf({
                  type: 'object',
                  properties: { id: { type: 'string' }, display: { type: 'string' } },
                  required: ['display', 'id'],
                }),
              },
              required: ['count', 'results'],
            },
          },
        },
      ],
    })),
  ];
}
