/**
 * A plain round-robin before several processes: each request goes to the next one, whatever it is about. One
 * that can't be reached is passed over, as any balancer does; what a process began to answer isn't sent again.
 */
import { createServer, request as send, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface RoundRobin {
  readonly url: string;
  readonly port: number;
  /** Ports of the processes behind it, in turn; may be changed at any time. */
  ports: number[];
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function roundRobin(ports: number[] = []): Promise<RoundRobin> {
  let turn = 0;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts);
      const tried = [...self.ports];
      const first = turn++;
      const attempt = (n: number): void => {
        const port = tried[(first + n) % tried.length];
        if (n >= tried.length || port === undefined) return void response.writeHead(502).end();
        const on = send(
          { port, host: "127.0.0.1", method: request.method, path: request.url, headers: request.headers },
          (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.on("error", () => response.destroy());
            answer.pipe(response);
          },
        );
        on.on("error", (error: NodeJS.ErrnoException) => {
          if (response.headersSent) return void response.destroy();
          if (error.code === "ECONNREFUSED") return attempt(n + 1);
          return void response.writeHead(502).end();
        });
        response.on("close", () => on.destroy());
        on.end(body);
      };
      attempt(0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const self: RoundRobin = {
    url: `http://127.0.0.1:${port}`,
    port,
    ports,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}
