/** Node's own server: listening as configured, and ending without cutting anybody off. */
import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import type { Config } from "../config.ts";
import type { Listener } from "./short-way.ts";

/** Connections that may wait to be taken: a hall's phones come back within seconds (the system may allow fewer). */
const BACKLOG = 8192;

/** Listens as configured; gives the server and its port. Throws {@link StartFault}. */
export function listen(listener: Listener, config: Config): Promise<{ server: HttpServer; port: number }> {
  const server =
    config.tlsCert && config.tlsKey
      ? createHttpsServer({ cert: readFileSync(config.tlsCert), key: readFileSync(config.tlsKey) }, listener)
      : createHttpServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portFault(error, config.port)));
    server.listen({ port: config.port, host: config.lan ? "0.0.0.0" : "127.0.0.1", backlog: BACKLOG }, () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}

/** A port that can't be had, in words; any other error as it is. */
function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new StartFault(
      `Port ${port} is taken by another program.`,
      "Stop that one, or choose another port with --port.",
    );
  if (error.code === "EACCES")
    return new StartFault(`Port ${port} may not be used by this user.`, "Choose one above 1023 with --port.");
  return error;
}

/** The server can't start here. `advice` is what whoever runs it can do. */
export class StartFault extends Error {
  readonly advice: string;
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

/** Longest that answers under way are waited for at the end, ms. */
const LAST_ANSWERS = 10_000;

/** Takes nothing new, lets answers under way end, and hangs up what only listens or does nothing. */
export function stopListening(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

/** The first address of this machine in a house's network. */
export function lanAddress(): string {
  for (const list of Object.values(networkInterfaces()))
    for (const a of list ?? []) if (a.family === "IPv4" && !a.internal) return a.address;
  return "127.0.0.1";
}
