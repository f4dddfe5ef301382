import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

/**
 * A request by way of a proxy: told the whole address for http (RFC 9112, 3.2.2), asked for a tunnel for https
 * (RFC 9110, 9.3.6). The proxy looks names up.
 */
export async function throughProxy(proxy: URL, url: URL, options: RequestOptions): Promise<ClientRequest> {
  const send = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  const credentials = proxy.username
    ? `Basic ${Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`).toString('base64')}`
    : undefined;
  const authorization = credentials ? { 'proxy-authorization': credentials } : {};
  if (url.protocol === 'http:')
    return send({
      ...options,
      ...place(proxy),
      path: url.href,
      headers: { ...(options.headers as object), host: url.host, ...authorization },
    });
  const target = `${url.hostname}:${url.port || 443}`;
  const tunnel = send({
    ...place(proxy),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...authorization },
    signal: options.signal,
    agent: false,
  });
  const socket = await new Promise<Socket>((resolve, reject) => {
    tunnel.once('error', reject);
    tunnel.once('connect', (answer: IncomingMessage, opened: Socket) => {
      if (answer.statusCode === 200) return resolve(opened);
      opened.destroy();
      reject(new Error(`the proxy answers ${answer.statusCode}`));
    });
    tunnel.end();
  });
  return httpsRequest(url, { ...options, createConnection: () => connect({ socket, servername: url.hostname }) });
}

const place = (proxy: URL) => ({
  hostname: proxy.hostname,
  port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
});
