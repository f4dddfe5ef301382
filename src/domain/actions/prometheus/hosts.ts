import type { Action } from '#operations/action.ts';
import { customFieldFacts } from './custom-field-facts.ts';
import { contactFacts, serviceFacts, tagFacts } from './facts-by-object.ts';
import { hostFacts } from './host-facts.ts';
import { labels } from './labels.ts';
import { listedKeys } from './listed-keys.ts';
import { scrapeSettings } from './scrape-settings.ts';

/** Devices or virtual machines as targets: one for each way in which their config context wants them scraped. */
const hosts = (path: string, name: string): Action => ({
  path: `plugins/prometheus-sd/${path}`,
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const model = context.registry.get(name);
    const ids = await listedKeys(request, name);
    const [facts, tags, contacts, services, lines, contexts] = await Promise.all([
      hostFacts(context, name, ids),
      tagFacts(context, name, ids),
      contactFacts(context, name, ids),
      serviceFacts(context, name, ids),
      context.load(context.shapes.of(model, 'display'), ids),
      context.load(context.shapes.only(model, new Set(['config_context'])), ids),
    ]);
    const targets = ids.flatMap((id) => {
      const { custom, name: given, ...known } = facts.get(id) ?? {};
      const target = given ?? lines.get(id) ?? '';
      const found = labels({
        ...known,
        model: model.className,
        name: target,
        id,
        ...tags.get(id),
        ...services.get(id),
        ...contacts.get(id),
        ...customFieldFacts(custom ?? null),
      });
      const { config_context: settings } = JSON.parse(contexts.get(id) ?? '{}') as {
        config_context?: Record<string, unknown> | null;
      };
      return scrapeSettings(settings ?? {}).map(({ port, metrics_path: metrics, scheme }) => ({
        targets: [port ? `${target}:${port}` : target],
        labels: {
          ...found,
          ...(metrics ? { __metrics_path__: metrics } : {}),
          ...(scheme ? { __scheme__: scheme } : {}),
        },
      }));
    });
    return { status: 200, json: JSON.stringify(targets) };
  },
});

export const deviceTargets = hosts('devices', 'dcim.device');
export const virtualMachineTargets = hosts('virtual-machines', 'virtualization.virtualmachine');
