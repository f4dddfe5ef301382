import { makePassword } from '#access/password.ts';
import { passwordProblems } from '#access/password-validators/password-problems.ts';
import type { PasswordOwner } from '#access/password-validators/validator.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Users: names that differ in more than case, passwords that are good and kept as hashes, preferences for each. */
export const userRules: ModelRules = {
  async validate(drafts, context) {
    for (const draft of drafts) {
      // NetBox lets whoever may change users make themselves superusers.
      const gained = draft.flag('is_superuser') || !draft.isNew;
      if (!context.asker.isSuperuser && gained && draft.changed('is_superuser'))
        draft.errors.add('is_superuser', 'Only superusers may give or take superuser status.');
      if (draft.given('password') && draft.get('password'))
        for (const problem of await passwordProblems(draft.get('password')!, context.settings, ownerOf(draft)))
          draft.errors.add(wholeObject, problem);
      if (!/^[\p{L}\p{N}_.@+-]+$/u.test(draft.get('username') ?? ''))
        draft.errors.add(
          'username',
          'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.',
        );
    }
    await refuseTaken(
      drafts.filter((draft) => !draft.errors.any && draft.changed('username')),
      context,
    );
  },

  async derive(drafts) {
    for (const draft of drafts) {
      const [name, domain] = split(draft.get('email') ?? '');
      draft.set('email', domain === undefined ? name : `${name}@${domain.toLowerCase()}`);
    }
    const changing = drafts.filter(
      (draft) => draft.given('password') && draft.get('password') !== draft.was('password'),
    );
    const hashes = await Promise.all(changing.map((draft) => makePassword(draft.get('password')!)));
    for (const [index, draft] of changing.entries()) draft.set('password', hashes[index]!);
  },

  async saved(drafts, context) {
    const fresh = drafts.filter(({ isNew }) => isNew);
    if (fresh.length === 0) return;
    await context.rows('insert into users_userconfig (user_id, data) select unnest($1::bigint[]), $2::jsonb', [
      `{${fresh.map(({ key }) => key).join(',')}}`,
      JSON.stringify(context.settings.DEFAULT_USER_PREFERENCES),
    ]);
  },
};

const ownerOf = (draft: Draft): PasswordOwner => ({
  username: draft.get('username') ?? '',
  first_name: draft.get('first_name') ?? '',
  last_name: draft.get('last_name') ?? '',
  email: draft.get('email') ?? '',
});

/** An address's name and its domain, which counts in lower case. */
function split(email: string): [name: string, domain?: string] {
  const at = email.lastIndexOf('@');
  return at < 0 ? [email] : [email.slice(0, at), email.slice(at + 1)];
}

async function refuseTaken(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  const names = drafts.map((draft) => draft.get('username')!.toLowerCase());
  const rows = await context.rows(
    `select lower(u.username) from users_user u join json_array_elements_text($1) w(name) on upper(u.username) = upper(w.name)
     where not (u.id = any($2::bigint[]))`,
    [JSON.stringify(names), `{${drafts.flatMap(({ key }) => key ?? []).join(',')}}`],
  );
  const taken = new Set(rows.map(([name]) => name!));
  for (const [index, draft] of drafts.entries()) {
    if (taken.has(names[index]!)) draft.errors.add(wholeObject, 'A user with this username already exists.');
    taken.add(names[index]!);
  }
}
