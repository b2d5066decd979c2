/**
 * The drill of ten thousand reconnects: a hall full of live pages loses the network in one moment while the
 * meeting goes on. Says how long it takes until all are back and have caught up, how long a member who
 * presses something waits meanwhile, and what the server's memory comes to.
 */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { crowd, type Hall, LivePhones } from "./live-phones.ts";
import { quantile } from "./process.ts";

export interface DrillOptions extends Hall {
  readonly pid: number;
  readonly phones: number;
  /** How often all lose the network. */
  readonly rounds: number;
  /** Lets the record grow by one entry; gives its size. */
  readonly grow: () => Promise<number>;
  /** How many listen, by the server's own word. */
  readonly listening: () => Promise<number>;
}

export interface Round {
  /** Seconds from the drop until all listened again, and until every page had caught up. */
  readonly back: number;
  readonly caughtUp: number;
  /** Largest share of the returns in half a second. */
  readonly crowd: number;
  /** A member's page meanwhile: how many were read, and how long they took, ms. */
  readonly pages: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly failed: number;
  /** Live pages' own readings, and how many of them were put off. */
  readonly read: number;
  readonly putOff: number;
  /** Resident memory of the server at the end of the round, MiB. */
  readonly memory: number;
  /** How many the server says are listening. */
  readonly listening: number;
}

/** Resident memory of a process, MiB; Linux only. */
export function residentMiB(pid: number, peak = false): number {
  const field = peak ? "VmHWM" : "VmRSS";
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** A member with a finger on the glass: reads the page five times a second until told to stop. */
function presser(hall: Hall): () => Promise<{ times: number[]; failed: number }> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let failed = 0;
  const under = new Set<Promise<void>>();
  const once = () => {
    const began = performance.now();
    const ask = (done: () => void): void => {
      const headers = { Cookie: hall.cookies[0] ?? "", Accept: "text/html" };
      const asked = request({ port: hall.port, host: "127.0.0.1", path: hall.path, agent, headers }, (answer) => {
        answer.resume();
        answer.on("end", () => {
          if (answer.statusCode === 200) times.push(performance.now() - began);
          else failed += 1;
          done();
        });
      });
      asked.on("error", () => {
        // A kept connection that had ended meanwhile: browsers ask once more on another.
        if (asked.reusedSocket) return ask(done);
        failed += 1;
        done();
      });
      asked.end();
    };
    const asked = new Promise<void>(ask);
    under.add(asked);
    void asked.finally(() => under.delete(asked));
  };
  const ticking = setInterval(once, 200);
  return async () => {
    clearInterval(ticking);
    await Promise.all(under);
    agent.destroy();
    return { times: times.sort((a, b) => a - b), failed };
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

/** Runs the drill; `each` is told of every round as it ends. */
export async function returnDrill(o: DrillOptions, each: (round: Round) => void = () => undefined): Promise<Round[]> {
  const phones = new LivePhones(o.phones, o);
  const rounds: Round[] = [];
  try {
    await phones.open();
    await until(() => phones.listening() === o.phones);
    for (let n = 0; n < o.rounds; n++) {
      const stop = presser(o);
      phones.putOff = 0;
      phones.read = 0;
      const began = performance.now();
      phones.drop();
      const size = await o.grow();
      await until(() => phones.listening() === o.phones);
      const back = performance.now() - began;
      await until(() => phones.showing(size) === o.phones);
      const caughtUp = performance.now() - began;
      const { times, failed } = await stop();
      const round = {
        back: back / 1000,
        caughtUp: caughtUp / 1000,
        crowd: crowd(phones.returns, 500),
        pages: times.length,
        median: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        slowest: times.at(-1) ?? 0,
        failed: failed + phones.failed,
        read: phones.read,
        putOff: phones.putOff,
        memory: residentMiB(o.pid),
        listening: await o.listening(),
      };
      rounds.push(round);
      each(round);
    }
    return rounds;
  } finally {
    phones.close();
  }
}
