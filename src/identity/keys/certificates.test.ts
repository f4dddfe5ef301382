import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { HttpError } from '#base/http-error.ts';
import { makeCertificate } from './make-certificate.ts';
import { algorithms, makeKeyVersion, readKeyVersion } from './make-key-version.ts';
import { certificateMembers, subjectIn } from './read-certificate.ts';

const subject = {
  commonName: 'Key, of "Müller" + co',
  alternativeNames: ['id.company', '192.0.2.1', '2001:db8::1'],
  validityDays: 30,
};

for (const algorithm of algorithms)
  test(`${algorithm}: a certificate is signed by its own key, and says what it was told`, async () => {
    const { certificate, privateJwk, publicJwk } = await makeKeyVersion(algorithm, subject);
    const read = new X509Certificate(certificate);
    assert.ok(read.checkPrivateKey(createPrivateKey({ key: privateJwk, format: 'jwk' })));
    assert.ok(read.verify(createPublicKey({ key: publicJwk, format: 'jwk' })));
    assert.equal(read.issuer, read.subject);
    assert.equal(read.ca, false);
    assert.ok(read.checkHost('id.company'));
    assert.ok(read.checkIP('2001:db8::1'));
    assert.equal((Date.parse(read.validTo) - Date.parse(read.validFrom)) / 86_400_000, 30);
    const again = subjectIn(certificate);
    assert.equal(again.commonName, subject.commonName);
    assert.equal(again.validityDays, 30);
    assert.equal(again.alternativeNames!.length, 3);
  });

test('a JWK tells the certificate, and its digests as others compute them', async () => {
  const { certificate } = await makeKeyVersion('ES256', subject);
  const { x5c, x5t, 'x5t#S256': x5t256 } = certificateMembers(certificate);
  const der = Buffer.from(x5c[0]!, 'base64');
  const digest = async (name: string) => Buffer.from(await crypto.subtle.digest(name, der)).toString('base64url');
  assert.equal(x5t, await digest('SHA-1'));
  assert.equal(x5t256, await digest('SHA-256'));
});

const pem = (key: ReturnType<typeof createPrivateKey>) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

test('what is brought along must belong together', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const own = await makeCertificate(privateKey, 'ES256', subject);
  const foreign = await makeCertificate(other, 'ES256', subject);
  assert.equal((await readKeyVersion(pem(privateKey), own)).certificate, new X509Certificate(own).toString());
  assert.ok((await readKeyVersion(pem(privateKey), subject)).certificate.startsWith('-----BEGIN CERTIFICATE-----'));
  const refused: [string, string, RegExp][] = [
    [pem(privateKey), foreign, /not that of the private key/],
    [pem(privateKey), 'none', /no certificate in PEM/],
    [pem(privateKey), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', /no certificate in PEM/],
    [pem(privateKey), own + foreign, /The certificate 2 of the chain has not signed the one before it/],
    ['none', own, /no private key in PEM/],
    [pem(generateKeyPairSync('ed25519').privateKey), own, /must be RSA of 2048 bits or more/],
    [pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey), own, /must be RSA of 2048 bits or more/],
  ];
  for (const [key, certificate, message] of refused)
    await assert.rejects(readKeyVersion(key, certificate), (error: HttpError) => {
      assert.ok(error instanceof HttpError);
      assert.equal(error.status, 400);
      assert.match(JSON.stringify(error.body), message);
      return true;
    });
});
