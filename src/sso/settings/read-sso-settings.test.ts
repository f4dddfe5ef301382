import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { readSsoSettings } from './read-sso-settings.ts';
import { SsoSettingError } from './sso-setting-error.ts';

const read = (social: Record<string, unknown>) =>
  readSsoSettings(
    {
      ...defaultSettings,
      REMOTE_AUTH_BACKEND: ['social_core.backends.open_id_connect.OpenIdConnectAuth'],
      SOCIAL_AUTH: {
        SOCIAL_AUTH_OIDC_ENDPOINT: 'https://idp.example/',
        SOCIAL_AUTH_OIDC_KEY: 'key',
        SOCIAL_AUTH_PIPELINE: [
          'social_core.pipeline.social_auth.social_details',
          'social_core.pipeline.mail.mail_validation',
        ],
        ...social,
      },
    },
    () => undefined,
  );

test('mail_validation is a step that asks nothing of those who come from a provider', () => {
  for (const forced of [undefined, false, 'false', ''])
    assert.equal(read({ SOCIAL_AUTH_FORCE_EMAIL_VALIDATION: forced }).pipelines.get('oidc')!.length, 2);
});

for (const name of ['SOCIAL_AUTH_FORCE_EMAIL_VALIDATION', 'SOCIAL_AUTH_OIDC_FORCE_EMAIL_VALIDATION'])
  test(`${name} with it is refused at the start`, () => {
    for (const forced of [true, 'True'])
      assert.throws(
        () => read({ [name]: forced }),
        (error: Error) => error instanceof SsoSettingError && /no login waits for a mail here/.test(error.message),
      );
    assert.ok(read({ [name]: true, SOCIAL_AUTH_PIPELINE: ['social_core.pipeline.social_auth.social_uid'] }));
  });
