import { randomToken } from '#access/token.ts';
import { HttpError } from '#base/http-error.ts';
import { permittedKeys } from '#operations/write/check-permission.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { toldTokens } from './told-tokens.ts';

const secret = 'secret';

/** Tokens: made for oneself or, with permission, for others; their secret is made here and told once. */
export const tokenRules: ModelRules = {
  async prepare(drafts, context) {
    await requireGrant(drafts, context);
    for (const draft of drafts) {
      if (draft.isNew) make(draft, context);
      else draft.set('user', draft.was('user'));
    }
  },

  async validate(drafts, context) {
    const moments = drafts.map((draft) => (draft.isNew ? draft.get('expires') : null));
    const past = await context.rows(
      'select w.place - 1 from unnest($1::timestamptz[]) with ordinality w(moment, place) where w.moment <= $2::timestamptz',
      [`{${moments.map((moment) => (moment === null ? 'null' : `"${moment}"`)).join(',')}}`, context.now],
    );
    for (const [place] of past)
      drafts[Number(place)]!.errors.add(
        'expires',
        `Expiration time must be in the future. Current server time is ${context.now.slice(0, 19)} (${context.settings.TIME_ZONE}).`,
      );
    for (const draft of drafts)
      if (!fits(draft)) draft.errors.add(wholeObject, 'Constraint “enforce_version_dependent_fields” is violated.');
  },

  saved(drafts, context) {
    const told = toldTokens(context.sql);
    for (const draft of drafts) if (draft.notes.has(secret)) told.set(draft.key!, draft.notes.get(secret) as string);
  },
};

function make(draft: Draft, { settings, now }: WriteContext): void {
  const version = draft.get('version') === '1' ? 1 : 2;
  if (version === 2 && Object.keys(settings.API_TOKEN_PEPPERS).length === 0) {
    draft.errors.add(wholeObject, 'Unable to save v2 tokens: API_TOKEN_PEPPERS is not defined.');
    return;
  }
  const token = randomToken(version, settings);
  draft.notes.set(secret, token.secret);
  draft.set('plaintext', token.plaintext);
  draft.set('key', token.key);
  draft.set('hmac_digest', token.hmac_digest);
  if (version === 2) draft.set('pepper_id', String(token.pepper_id));
  draft.set('created', now);
  if (!draft.given('allowed_ips')) draft.set('allowed_ips', '{}');
}

/** A v1 token is its text alone; a v2 token is a key and a digest made with a pepper. */
function fits(draft: Draft): boolean {
  const has = (name: string) => draft.get(name) !== null;
  const ofDigest = ['key', 'pepper_id', 'hmac_digest'];
  return draft.get('version') === '1'
    ? has('plaintext') && !ofDigest.some(has)
    : !has('plaintext') && ofDigest.every(has);
}

/** Throws 403 where a token is for somebody else for whom the asker may make none. */
async function requireGrant(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const others = new Set(
    drafts.flatMap((draft) => (draft.isNew && draft.get('user') !== context.asker.userId ? [draft.get('user')!] : [])),
  );
  if (others.size === 0) return;
  const model = context.registry.get('users.user');
  const granted = await permittedKeys(context, { model, action: 'grant_token', keys: [...others] });
  if (granted.size < others.size)
    throw new HttpError(403, 'This user does not have permission to create tokens for other users.');
}
