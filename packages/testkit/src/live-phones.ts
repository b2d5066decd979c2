/**
 * Many phones with a live page open, as the live island makes them behave: each listens on a connection of
 * its own, comes back when it lost the network, and reads its page anew once the record has grown, spread
 * by the island's own rules (`packages/web/src/page/pace.ts`). For load tests and benches.
 */
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { askAfter, believed, readAfter, returnAfter } from "@nabat/web/page/pace.ts";
import { dice } from "./chance.ts";

export interface Hall {
  readonly port: number;
  readonly body: string;
  /** The page they have open. */
  readonly path: string;
  /** `Cookie` fields of members; phone n uses n modulo their number. */
  readonly cookies: readonly string[];
}

interface Phone {
  socket?: Socket;
  tries: number;
  many: number;
  /** Size of the record that its page shows, and the largest it heard of. */
  shown: number;
  heard: number;
  reading: boolean;
}

export class LivePhones {
  readonly #phones: Phone[];
  readonly #hall: Hall;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #dice = dice("live phones");
  #closed = false;
  /** When each came back, ms of `performance.now()`, since the last `drop`. */
  returns: number[] = [];
  /** Page readings that were put off, and those that failed otherwise. */
  putOff = 0;
  failed = 0;
  read = 0;

  constructor(count: number, hall: Hall) {
    this.#hall = hall;
    this.#phones = Array.from({ length: count }, () => ({
      tries: 0,
      many: count,
      shown: 0,
      heard: 0,
      reading: false,
    }));
  }

  /** Opens all pages, so many at a time: the doors of a hall. */
  async open(width = 200): Promise<void> {
    const queue = [...this.#phones.keys()];
    await Promise.all(
      Array.from({ length: width }, async () => {
        for (let n = queue.pop(); n !== undefined; n = queue.pop()) await this.#connect(n);
      }),
    );
  }

  /** All of them lose the network in one moment, half without a word; each comes back by itself. */
  drop(): void {
    this.returns = [];
    for (const [n, phone] of this.#phones.entries()) {
      const { socket } = phone;
      delete phone.socket;
      if (n % 2 === 0) socket?.resetAndDestroy();
      else socket?.destroy();
      this.#later(n);
    }
  }

  /** How many listen now, and of how many the page shows a record of at least `size`. */
  listening(): number {
    return this.#phones.filter((p) => p.socket && p.heard > 0).length;
  }
  showing(size: number): number {
    return this.#phones.filter((p) => p.shown >= size).length;
  }

  close(): void {
    this.#closed = true;
    for (const phone of this.#phones) phone.socket?.destroy();
    this.#agent.destroy();
  }

  #later(n: number): void {
    const phone = this.#phones[n] as Phone;
    if (this.#closed) return;
    setTimeout(() => void this.#connect(n), returnAfter(phone.tries++, phone.many, this.#dice()));
  }

  #connect(n: number): Promise<void> {
    const phone = this.#phones[n] as Phone;
    if (this.#closed || phone.socket) return Promise.resolve();
    const { port, body, cookies } = this.#hall;
    return new Promise((done) => {
      const socket = connect(port, "127.0.0.1");
      phone.socket = socket;
      let first = true;
      let held = "";
      socket.on("data", (chunk: Buffer) => {
        held += chunk.toString("latin1");
        const lines = held.split("\n");
        held = lines.pop() ?? "";
        for (const line of lines) {
          const found = /^data: \{"size":(\d+),"listening":(\d+)\}/.exec(line);
          if (!found) continue;
          if (first) this.returns.push(performance.now());
          first = false;
          this.#grown(n, Number(found[1]), Number(found[2]));
        }
        done();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => {
        done();
        if (phone.socket !== socket) return;
        delete phone.socket;
        this.#later(n);
      });
      socket.write(
        `GET /api/bodies/${body}/live HTTP/1.1\r\nHost: x\r\nCookie: ${cookies[n % cookies.length] ?? ""}\r\n\r\n`,
      );
    });
  }

  #grown(n: number, size: number, listening: number): void {
    const phone = this.#phones[n] as Phone;
    phone.tries = 0;
    phone.many = believed(phone.many, listening);
    const before = phone.heard;
    phone.heard = Math.max(phone.heard, size);
    // The page came with what the first event says.
    if (phone.shown === 0) phone.shown = size;
    else if (size > before && !phone.reading) {
      phone.reading = true;
      setTimeout(() => this.#read(n), readAfter(phone.many, this.#dice()));
    }
  }

  #read(n: number): void {
    const phone = this.#phones[n] as Phone;
    if (this.#closed) return;
    const { port, path, cookies } = this.#hall;
    phone.reading = false;
    const size = phone.heard;
    const again = (seconds?: number) => {
      phone.reading = true;
      setTimeout(() => this.#read(n), askAfter(seconds, this.#dice()));
    };
    const headers = { Cookie: cookies[n % cookies.length] ?? "", Accept: "text/html", "Nabat-Live": "1" };
    const asked = request({ port, host: "127.0.0.1", path, agent: this.#agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode === 200) {
          this.read += 1;
          phone.shown = Math.max(phone.shown, size);
        } else {
          if (answer.statusCode === 503) this.putOff += 1;
          else this.failed += 1;
          again(Number(answer.headers["retry-after"]) || undefined);
        }
      });
    });
    asked.on("error", () => {
      if (this.#closed) return;
      // A kept connection that had ended meanwhile: browsers ask once more on another.
      if (asked.reusedSocket) return this.#read(n);
      this.failed += 1;
      again();
    });
    asked.end();
  }
}

/** The largest share of moments that fall into one window of `width` ms; 0 where there are none. */
export function crowd(moments: readonly number[], width: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let most = 0;
  for (let from = 0, to = 0; from < sorted.length; from++) {
    while (to < sorted.length && (sorted[to] as number) < (sorted[from] as number) + width) to += 1;
    most = Math.max(most, to - from);
  }
  return sorted.length === 0 ? 0 : most / sorted.length;
}
