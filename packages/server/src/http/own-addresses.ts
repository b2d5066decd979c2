/**
 * The addresses at which this server is reached: what a form's origin and a signed reading challenge are
 * held against (C-1, K-10). They come from the settings, the certificate, the machine's network and the
 * port, never from a request's Host header, which anybody writes as they like.
 */
import { X509Certificate } from "node:crypto";
import { hostname, networkInterfaces } from "node:os";
import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { type From, passedOn, type Way } from "./asker.ts";

export interface AddressSettings {
  /** Public address, where one was configured. */
  readonly address?: string | undefined;
  readonly lan: boolean;
  /** The certificate that is served, PEM. */
  readonly certificate?: string | undefined;
  /** Names and addresses of this machine in its network; read from the system where left out. */
  readonly machine?: () => readonly string[];
}

export interface OwnAddresses {
  /** Tells the port once it is known. */
  listening(port: number): void;
  /** Is `origin` (`https://name:port`) this server, for whoever comes that way? */
  has(way: Way, origin: string): boolean;
  /** The address to show: the one asked at, where that is this server's, else its own. `host` is untrusted. */
  shown(way: Way, host: string | undefined): string;
  /** The port it listens at; 0 before it does. */
  port(): number;
}

export function ownAddresses(settings: AddressSettings): OwnAddresses {
  const { lan, certificate, machine = ofThisMachine } = settings;
  const configured = settings.address === undefined ? undefined : new URL(settings.address).origin;
  const shownAddress = settings.address?.replace(/\/+$/, "");
  const named = certificate === undefined ? undefined : new X509Certificate(certificate);
  const scheme = named ? "https:" : "http:";
  let port = 0;
  const has = ({ from, port: asked = port }: Way, origin: string): boolean => {
    if (from === "inside" || origin === configured) return true;
    let url: URL;
    try {
      url = new URL(origin);
    } catch {
      return false;
    }
    const at = Number(url.port || (scheme === "https:" ? 443 : 80));
    if (url.origin !== origin || url.protocol !== scheme || at !== asked) return false;
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    // Its own loopback is each machine's own: from elsewhere that name means another server.
    if (isLoopback(host)) return from === "machine";
    if (named && (isIP(host) ? named.checkIP(host) : named.checkHost(host)) !== undefined) return true;
    return lan && machine().includes(host);
  };
  return {
    listening: (at) => void (port = at),
    has,
    port: () => port,
    shown(way, host) {
      if (shownAddress !== undefined) return shownAddress;
      const asked = `${scheme}//${host ?? ""}`;
      if (host !== undefined && has(way, asked)) return asked;
      const own = lan ? (machine().find((name) => isIP(name) === 4) ?? "127.0.0.1") : "127.0.0.1";
      return `${scheme}//${own}:${way.port ?? port}`;
    },
  };
}

/** Where a request comes from. One that a proxy passed on comes from elsewhere. */
export function wayOf(c: Context): Way {
  const along = passedOn(c.env);
  if (along) return along;
  let remote: string | undefined;
  try {
    remote = getConnInfo(c).remote.address;
  } catch {
    // Asked by this process itself: there is no connection.
    return { from: "inside" };
  }
  return {
    from: fromOfSocket(remote, {
      "x-forwarded-for": c.req.header("X-Forwarded-For"),
      forwarded: c.req.header("Forwarded"),
    }),
  };
}

/** Where a connection comes from, by its other end and the request's headers. */
export function fromOfSocket(
  remote: string | undefined,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): From {
  if (headers["x-forwarded-for"] !== undefined || headers["forwarded"] !== undefined) return "elsewhere";
  return remote !== undefined && isLoopback(remote.replace(/^::ffff:/, "")) ? "machine" : "elsewhere";
}

/** May a request with this Origin header do what a page of this server does? Programs send none. */
export function fromOwnPage(addresses: OwnAddresses, c: Context): boolean {
  const origin = c.req.header("Origin");
  return origin === undefined || addresses.has(wayOf(c), origin);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function ofThisMachine(): readonly string[] {
  const name = hostname().toLowerCase();
  const numbers = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter((a) => !a.internal).map((a) => a.address),
  );
  return [...numbers, name, `${name}.local`];
}
