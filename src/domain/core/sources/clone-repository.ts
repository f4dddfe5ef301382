import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFolder } from './local-folder.ts';
import { type Opening, type OpenSource, type Source, SourceError } from './source.ts';

/** Takes a copy of a repository's newest commit, by the program `git`. Throws a SourceError with what git says. */
export async function cloneRepository(source: Source, opening: Opening): Promise<OpenSource> {
  const { url, parameters } = source;
  const remote = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[^/]+@[^/]+:/.test(url);
  if (!remote || /^file:/i.test(url)) await localFolder(url, opening);
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-git-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const { branch } = parameters;
  const chosen = typeof branch === 'string' && branch !== '' ? [`--branch=${branch}`] : [];
  const shallow = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? ['--depth=1'] : [];
  const options = ['--quiet', '--single-branch', '--no-tags', ...shallow, ...chosen];
  try {
    await git(['clone', ...options, '--', url, folder], { source, opening });
  } catch (error) {
    await close();
    throw error;
  }
  return { folder, close };
}

/** Never asks anybody, runs nothing that a repository or this machine's settings name, and makes no links. */
function git(args: readonly string[], { source, opening }: { source: Source; opening: Opening }): Promise<void> {
  const settings = {
    'core.symlinks': 'false',
    'core.hooksPath': '/dev/null',
    'credential.helper': '',
    'safe.directory': '*',
    ...proxyOf(source.url, opening.proxies),
    ...loginOf(source),
  };
  const configured = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const { PATH, HOME, SSH_AUTH_SOCK, http_proxy, https_proxy, all_proxy, no_proxy } = process.env;
  const kept = { PATH, HOME, SSH_AUTH_SOCK, http_proxy, https_proxy, all_proxy, no_proxy };
  const env = {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: String(configured.length / 2),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    LC_ALL: 'C',
  };
  return new Promise((resolve, reject) => {
    execFile('git', args, { env, signal: opening.signal, maxBuffer: 1_000_000 }, (error, _out, said) => {
      if (!error) return resolve();
      if (error.code === 'ENOENT')
        return reject(new SourceError('The program git, which reads such sources, is missing.'));
      reject(new SourceError(`Fetching remote data failed: ${withoutSecrets(said.trim() || error.message, source)}`));
    });
  });
}

function proxyOf(url: string, proxies: Readonly<Record<string, string>>): Record<string, string> {
  const scheme = /^(https?):/i.exec(url)?.[1]?.toLowerCase();
  const proxy = scheme && (proxies[scheme] ?? proxies.all);
  return proxy ? { 'http.proxy': proxy } : {};
}

/** Name and password are told to the host of the address alone, and stand in no list of processes. */
function loginOf({ url, parameters: { username, password } }: Source): Record<string, string> {
  const at = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
  if (at?.username !== '' || typeof username !== 'string' || username === '') return {};
  const login = Buffer.from(`${username}:${typeof password === 'string' ? password : ''}`).toString('base64');
  return { [`http.${at.origin}/.extraHeader`]: `Authorization: Basic ${login}` };
}

function withoutSecrets(text: string, { url, parameters: { password } }: Source): string {
  const shown = typeof password === 'string' && password !== '' ? text.replaceAll(password, '…') : text;
  const own = URL.canParse(url) ? new URL(url).password : '';
  return (own === '' ? shown : shown.replaceAll(own, '…')).slice(0, 2000);
}
