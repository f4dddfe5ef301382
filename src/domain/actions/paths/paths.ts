import type { Action } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { readCablePaths } from './cable-path.ts';
import { nodeTexts } from './node-texts.ts';

/** Every cable path that leads through an object, which begins none itself. */
const pathsThrough = (model: string): Action => ({
  model,
  path: 'paths',
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const where = permitted(request, model);
    const [id] = await findRow(request, { model, select: 't.id', where });
    const node = `${context.contentTypes.id(model)}:${id}`;
    const paths = await readCablePaths(context, 'p._nodes @> array[$1]::varchar[]', [node]);
    const textsOf = await nodeTexts(
      context,
      paths.flatMap(({ steps }) => steps.flat()),
      (name) => context.shapes.of(context.registry.get(name), 'brief'),
    );
    const texts = paths.map(
      ({ id: key, steps, isActive, isComplete, isSplit }) =>
        `{"id":${key},"path":[${steps.map((step) => `[${textsOf(step).join(',')}]`).join(',')}],` +
        `"is_active":${isActive},"is_complete":${isComplete},"is_split":${isSplit}}`,
    );
    return { status: 200, json: `[${texts.join(',')}]` };
  },
});

export const pathActions: readonly Action[] = [
  'dcim.frontport',
  'dcim.rearport',
  'circuits.circuittermination',
  'circuits.virtualcircuittermination',
].map(pathsThrough);
