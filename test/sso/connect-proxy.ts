import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after } from 'node:test';

export interface ConnectProxy {
  /** `http://127.0.0.1:…` */
  readonly address: string;
  /** What it was asked for: `CONNECT host:port`, `GET http://…`. */
  readonly asked: string[];
  /** The Proxy-Authorization of the last request. */
  readonly credentials: () => string | undefined;
}

/** A proxy as companies have them, which takes names that end with `.test` for this machine; until the tests are over. */
export async function startProxy(): Promise<ConnectProxy> {
  const asked: string[] = [];
  let credentials: string | undefined;
  const here = (host: string) => (host.endsWith('.test') ? '127.0.0.1' : host);
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    credentials = incoming.headers['proxy-authorization'];
    const { hostname, port, pathname, search } = new URL(incoming.url!);
    const { method, headers } = incoming;
    const onward = request({ host: here(hostname), port, path: pathname + search, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket, head) => {
    asked.push(`CONNECT ${incoming.url}`);
    credentials = incoming.headers['proxy-authorization'];
    const { hostname, port } = new URL(`http://${incoming.url}`);
    const onward = connect(Number(port || 80), here(hostname), () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [onward, socket])
      one.on('error', () => {
        onward.destroy();
        socket.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close().closeAllConnections());
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    credentials: () => credentials,
  };
}
