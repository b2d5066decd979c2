/**
 * One line between two processes of a server: TLS 1.3 under a key that both derive from the server's own
 * (RFC 8446, external pre-shared key; RFC 5869), so that nobody else joins in or listens, on one machine or
 * between several. Frames that are sent in one turn of the loop go out in one write.
 */
import { hkdfSync } from "node:crypto";
import { connect, createServer, type Server, type TLSSocket } from "node:tls";
import type { SigningKey } from "@nabat/platform";
import { type Frame, frameBytes, FrameReader } from "./frame.ts";

const CIPHERS = "TLS_AES_128_GCM_SHA256";
const TLS = { ciphers: CIPHERS, minVersion: "TLSv1.3", maxVersion: "TLSv1.3" } as const;
const IDENTITY = "nabat";
/** How long a process is waited for until it is taken to be gone, in ms. */
const CONNECT_MS = 1500;
/** How long one that connected has to show that it holds the key, in ms. */
const HANDSHAKE_MS = 5000;
/** How often each side makes itself heard where it has nothing to say, in ms. */
const BEAT_MS = 1000;
/**
 * Beats without a word after which the other side is taken to be gone: a process that was stopped, or a machine
 * that lost its power or its network, ends no connection. Somewhat less than a lease lasts (C-8). Counted in
 * beats of this side's own, so that a process that was itself stopped doesn't blame the others.
 */
const SILENT_BEATS = 4;
const BEAT = { beat: true } as const;

/** The other process can't be reached: nothing was asked. */
export class LineLost extends Error {}
/** The line broke before the answer was there: what was asked may or may not have been done. */
export class LineBroke extends LineLost {}

/** Key of the lines of one server: 32 bytes from its signing key. */
export function lineKey(key: SigningKey): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key.secret(), new Uint8Array(0), "nabat processes v1", 32));
}

/** An open line. Frames of both directions are handed to `heard` as they come. */
export class Line<In = unknown> {
  readonly #socket: TLSSocket;
  #out: Uint8Array[] = [];
  #scheduled = false;
  #open = true;
  #silent = 0;

  constructor(socket: TLSSocket, heard: (frame: Frame<In>, line: Line<In>) => void, closed: (line: Line<In>) => void) {
    this.#socket = socket;
    const reader = new FrameReader<In | typeof BEAT>();
    socket.setNoDelay(true);
    const beats = setInterval(() => this.#beat(), BEAT_MS).unref();
    socket.on("data", (part: Buffer) => {
      this.#silent = 0;
      try {
        for (const frame of reader.push(part)) if (!isBeat(frame.header)) heard(frame as Frame<In>, this);
      } catch (error) {
        socket.destroy(error instanceof Error ? error : undefined);
      }
    });
    // An error closes it: what matters is said then.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(beats);
      this.#open = false;
      closed(this);
    });
  }

  get open(): boolean {
    return this.#open;
  }

  /** Sends; false where the line is gone. */
  send(header: object, bytes: Uint8Array = NONE): boolean {
    if (!this.#open) return false;
    this.#out.push(...frameBytes({ header, bytes }));
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
    return true;
  }

  /** Resolves when the other side has taken most of what was sent. */
  async taken(): Promise<void> {
    if (this.#open && this.#socket.writableNeedDrain)
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.#socket.off("drain", done).off("close", done);
          resolve();
        };
        this.#socket.once("drain", done).once("close", done);
      });
  }

  close(): void {
    this.#flush();
    this.#socket.end();
    // Where the other side is gone, nothing ends it.
    setTimeout(() => this.#socket.destroy(), 1000).unref();
  }

  #beat(): void {
    this.#silent += 1;
    if (this.#silent > SILENT_BEATS) return void this.#socket.destroy();
    this.send(BEAT);
    return undefined;
  }

  #flush(): void {
    this.#scheduled = false;
    const out = this.#out;
    if (out.length === 0) return;
    this.#out = [];
    if (this.#open) this.#socket.write(out.length === 1 ? (out[0] as Uint8Array) : Buffer.concat(out));
  }
}

const NONE = new Uint8Array(0);

function isBeat(header: unknown): boolean {
  return typeof header === "object" && header !== null && "beat" in header;
}

/** Opens a line to a process. Throws {@link LineLost}. */
export function openLine<In>(
  to: { readonly host: string; readonly port: number },
  key: Uint8Array,
  heard: (frame: Frame<In>, line: Line<In>) => void,
  closed: (line: Line<In>) => void,
): Promise<Line<In>> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      ...to,
      ...TLS,
      // The key is what proves the other side; a name has no part in it.
      checkServerIdentity: () => undefined,
      pskCallback: () => ({ identity: IDENTITY, psk: key }),
    });
    const failed = (error?: Error): void => {
      socket.destroy();
      const why = error ? ` (${error.message})` : "";
      reject(new LineLost(`another process of this server doesn't answer at ${to.host}:${to.port}${why}`));
    };
    socket.setTimeout(CONNECT_MS, () => failed());
    socket.once("error", failed);
    socket.once("secureConnect", () => {
      socket.setTimeout(0).off("error", failed);
      resolve(new Line(socket, heard, closed));
    });
  });
}

/** Listens for lines of this server's other processes. */
export function lineServer<In>(
  key: Uint8Array,
  heard: (frame: Frame<In>, line: Line<In>) => void,
  closed: (line: Line<In>) => void,
  opened: (line: Line<In>) => void,
): Server {
  const server = createServer(
    // Somebody who connects and says nothing would otherwise hold up the end of this process for two minutes.
    { ...TLS, handshakeTimeout: HANDSHAKE_MS, pskCallback: (_, identity) => (identity === IDENTITY ? key : null) },
    (socket) => opened(new Line(socket, heard, closed)),
  );
  // Somebody who doesn't hold the key: turned away by TLS itself.
  server.on("tlsClientError", (_, socket) => socket.destroy());
  return server;
}
