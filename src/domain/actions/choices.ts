import { choicePairs } from '#fields/choice-list/choice-list.ts';
import type { Action } from '#operations/action.ts';
import { pageEnvelope, pageWindow } from '#operations/read/page-envelope.ts';
import { findRow } from './find-row.ts';
import { permitted } from './permitted.ts';

const model = 'extras.customfieldchoiceset';

/** The choices that a custom field's choice set offers: values with their labels, searched by `q`, page by page. */
export const choiceSetChoices: Action = {
  model,
  path: 'choices',
  methods: ['GET'],
  async run(request) {
    const { context, path, query, settings } = request;
    const where = permitted(request, model);
    const [base, extra, isSorted] = await findRow(request, {
      model,
      select: 't.base_choices, t.extra_choices, t.order_alphabetically',
      where,
    });
    const choices = [...(context.shapes.baseChoices(base ?? null)?.all() ?? []), ...(extra ? choicePairs(extra) : [])];
    if (isSorted === 't') choices.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

    // ---- Search and page
    const q = query.get('q')?.toLowerCase();
    const found = q
      ? choices.filter(([value, label]) => value.toLowerCase().includes(q) || label.toLowerCase().includes(q))
      : choices;
    const page = pageWindow(query, settings);
    const shown = found.slice(page.offset, page.limit === undefined ? undefined : page.offset + page.limit);
    const texts = shown.map(([id, display]) => JSON.stringify({ id, display }));
    const envelope = { ...page, count: found.length, address: `${context.base}${path}`, query };
    return { status: 200, json: pageEnvelope(envelope, texts) };
  },
};
