import type { Model } from '#registry/model.ts';
import type { Components } from '../components.ts';
import { flagged, objectSchema, type Schema } from '../schema.ts';
import { servedProperty, servedRef } from '../served-property.ts';
import { takenProperty } from '../taken-property.ts';

type Property = readonly [name: string, schema: Schema, required: boolean];

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const boolean: Schema = { type: 'boolean' };
const moment: Schema = { type: 'string', format: 'date-time' };
const shown = (schema: Schema): Schema => flagged(schema, { readOnly: true });

/** The components that only special endpoints speak of: a function from a name to a reference. */
export function actionComponents(components: Components): (name: string) => Schema {
  const model = (path: string) => components.registry.byRest(path)!;
  const brief = (path: string, nullable = false) =>
    flagged(servedRef(components, model(path), 'brief'), { readOnly: true, nullable });
  const taken = (of: Model, names: readonly string[]): Property[] =>
    names.map((name) => [name, takenProperty(components, of.fields.get(name)!, 'plain'), false]);
  const served = (of: Model, name: string): Schema => servedProperty(components, of.fields.get(name)!);

  const made: Readonly<Record<string, () => Schema>> = {
    AvailableASN: () =>
      objectSchema([
        ['asn', shown(integer), true],
        ['description', text, false],
      ]),
    AvailableASNRequest: () => objectSchema([['description', text, false]]),
    AvailableIP: () =>
      objectSchema([
        ['family', shown(integer), true],
        ['address', shown(text), true],
        ['vrf', brief('ipam/vrfs', true), true],
        ['description', text, false],
      ]),
    AvailableIPRequestRequest: () => objectSchema([['prefix_length', integer, false]]),
    AvailablePrefix: () =>
      objectSchema([
        ['family', shown(integer), true],
        ['prefix', shown(text), true],
        ['vrf', brief('ipam/vrfs', true), true],
      ]),
    CreateAvailablePrefixRequest: () =>
      objectSchema([['prefix_length', integer, true], ...taken(model('ipam/prefixes'), prefixNames)]),
    AvailableVLAN: () =>
      objectSchema([
        ['vid', shown(integer), true],
        ['group', brief('ipam/vlan-groups', true), true],
      ]),
    CreateAvailableVLANRequest: () => {
      const [name, ...rest] = taken(model('ipam/vlans'), vlanNames);
      return objectSchema([[name![0], name![1], true], ...rest]);
    },
    RenderConfigInputRequest: () => objectSchema([['config_template_id', integer, false]]),
    RenderedConfig: () =>
      objectSchema([
        ['configtemplate', brief('extras/config-templates'), true],
        ['content', shown(text), true],
      ]),
    RackUnit: () =>
      objectSchema([
        ['id', shown({ type: 'number', format: 'double' }), true],
        ['name', shown(text), true],
        ['face', shown(face(components)), true],
        ['device', brief('dcim/devices'), true],
        ['occupied', shown(boolean), true],
        ['display', shown(text), true],
        ['description', shown(text), true],
      ]),
    Dashboard: () =>
      objectSchema([
        ['layout', {}, false],
        ['config', {}, false],
      ]),
    DashboardRequest: () =>
      objectSchema([
        ['layout', {}, false],
        ['config', {}, false],
      ]),
    PatchedDashboardRequest: () =>
      objectSchema([
        ['layout', {}, false],
        ['config', {}, false],
      ]),
    TokenProvision: () => {
      const token = model('users/tokens');
      return objectSchema([
        ['id', shown(integer), true],
        ...['url', 'display_url'].map((name) => [name, shown({ type: 'string', format: 'uri' }), true] as const),
        ['display', shown(text), true],
        ['version', served(token, 'version'), false],
        ['user', brief('users/users'), true],
        ['key', shown(text), true],
        ['created', shown(moment), true],
        ['expires', served(token, 'expires'), false],
        ['last_used', shown(moment), true],
        ['enabled', boolean, false],
        ['write_enabled', boolean, false],
        ['description', served(token, 'description'), false],
        ['token', shown(text), true],
      ]);
    },
    TokenProvisionRequest: () =>
      objectSchema([
        ...taken(model('users/tokens'), ['version', 'expires', 'enabled', 'write_enabled', 'description']),
        ...['username', 'password'].map((name) => [name, { ...text, writeOnly: true, minLength: 1 }, true] as const),
      ]),
    ScriptDetail: () => {
      const script = model('extras/scripts');
      return objectSchema([
        ['id', shown(integer), true],
        ...['url', 'display_url'].map((name) => [name, shown({ type: 'string', format: 'uri' }), true] as const),
        ...['module', 'name', 'description', 'vars'].map((name) => [name, served(script, name), true] as const),
        ['result', shown(servedRef(components, model('core/jobs'), 'full')), true],
        ['display', shown(text), true],
        ['is_executable', shown(boolean), true],
      ]);
    },
    ScriptInputRequest: () =>
      objectSchema([
        ['data', {}, true],
        ['commit', boolean, true],
        ['schedule_at', { ...moment, nullable: true }, false],
        ['interval', { ...integer, nullable: true }, false],
        ['notifications', { ...text, enum: ['always', 'on_failure', 'never'], default: 'always' }, false],
      ]),
    BackgroundTask: () => objectSchema(task.map(([name, schema]) => [name, schema, true])),
    BackgroundTaskRequest: () =>
      objectSchema(task.flatMap(([name, schema]) => (schema.readOnly ? [] : [[name, schema, true] as const]))),
  };
  return (name) => {
    const make = made[name];
    if (!make) throw new Error(`no component is called ${name}`);
    return components.ref(name, make);
  };
}

const prefixNames =
  'scope_type scope_id tenant vlan status role is_pool mark_utilized description owner comments tags custom_fields'.split(
    ' ',
  );
const vlanNames = 'name site tenant status role description tags custom_fields'.split(' ');

/** A face of a rack: the choices that a device has, of which a unit always has one. */
function face(components: Components): Schema {
  const field = components.registry.byRest('dcim/devices')!.fields.get('face')!;
  return servedProperty(components, { ...field, blank: false, null: false });
}

const task: readonly (readonly [name: string, schema: Schema])[] = [
  ['id', text],
  ['url', { type: 'string', format: 'uri', readOnly: true }],
  ['description', text],
  ['origin', text],
  ['func_name', text],
  ['args', { type: 'array', items: {}, readOnly: true }],
  ['kwargs', { type: 'object', additionalProperties: {}, readOnly: true }],
  ['result', text],
  ['timeout', integer],
  ['result_ttl', integer],
  ...['created_at', 'enqueued_at', 'started_at', 'ended_at'].map((name) => [name, moment] as const),
  ['worker_name', text],
  ['position', shown(integer)],
  ['status', shown(text)],
  ['meta', { type: 'object', additionalProperties: {} }],
  ['last_heartbeat', text],
  ...'finished queued failed started deferred canceled scheduled stopped'
    .split(' ')
    .map((state) => [`is_${state}`, boolean] as const),
];
