import { SettingError, type Settings } from '#base/settings.ts';
import { alphanumeric } from './alphanumeric.ts';
import { common } from './common.ts';
import { minimumLength } from './minimum-length.ts';
import { numeric } from './numeric.ts';
import { similarity } from './similarity.ts';
import type { PasswordOwner, Problem, Validator } from './validator.ts';

const django = 'django.contrib.auth.password_validation';

/** The rules that AUTH_PASSWORD_VALIDATORS may name. */
const validators: Readonly<Record<string, Validator>> = {
  [`${django}.UserAttributeSimilarityValidator`]: similarity,
  [`${django}.MinimumLengthValidator`]: minimumLength,
  [`${django}.CommonPasswordValidator`]: common,
  [`${django}.NumericPasswordValidator`]: numeric,
  'utilities.password_validation.AlphanumericPasswordValidator': alphanumeric,
};

type Configured = Settings['AUTH_PASSWORD_VALIDATORS'];

/** What is wrong with a new password under the configured rules, in their order. */
export async function passwordProblems(
  password: string,
  { AUTH_PASSWORD_VALIDATORS: configured }: Pick<Settings, 'AUTH_PASSWORD_VALIDATORS'>,
  owner: Partial<PasswordOwner> = {},
): Promise<string[]> {
  const whole = { username: '', first_name: '', last_name: '', email: '', ...owner };
  const problems: string[] = [];
  for (const rule of rulesOf(configured)) {
    const problem = await rule(password, whole);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

const made = new WeakMap<Configured, readonly Problem[]>();

/** The rules of the setting. Throws a SettingError that names what is unknown, or whose value can't be. */
export function rulesOf(configured: Configured): readonly Problem[] {
  const rules = made.get(configured) ?? configured.map(ruleOf);
  made.set(configured, rules);
  return rules;
}

function ruleOf({ NAME, OPTIONS = {} }: Configured[number]): Problem {
  const where = 'AUTH_PASSWORD_VALIDATORS';
  const validator = Object.hasOwn(validators, NAME) ? validators[NAME] : undefined;
  if (!validator) throw new SettingError(`${where}: NAME`, NAME, `one of ${Object.keys(validators).join(', ')}`);
  for (const [name, value] of Object.entries(OPTIONS)) {
    const option = Object.hasOwn(validator.options, name) ? validator.options[name] : undefined;
    const known = Object.keys(validator.options).join(', ');
    if (!option) throw new SettingError(`${where}: an option of ${NAME}`, name, known || 'left out, for it has none');
    if (!option[1](value)) throw new SettingError(`${where}: ${name} of ${NAME}`, value, option[0]);
  }
  return validator.make(OPTIONS);
}
