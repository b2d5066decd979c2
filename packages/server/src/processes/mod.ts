/**
 * Many processes over one database (rules C-6 to C-9): each takes any request, one keeps each body. Put
 * together here from its parts: where a body is kept (`places`), the lines to the others (`peers`), what is
 * answered to them (`desk`), what is passed on to them (`pass-on`, `wrong-door`) and live pages (`listeners`).
 */
import type { Clerk } from "@nabat/clerk";
import type { BodyId, Log } from "@nabat/kernel";
import type { SigningKey } from "@nabat/platform";
import type { Locale } from "@nabat/speech";
import type { Hono } from "hono";
import type { ApiDeps } from "../api/deps.ts";
import { type Taken, takeAct } from "../api/take-act.ts";
import type { Listener } from "../http/short-way.ts";
import { Desk } from "./desk.ts";
import { answerHere } from "./here.ts";
import { lineKey } from "./line.ts";
import { Listeners } from "./listeners.ts";
import { type ActAsked, PassOn } from "./pass-on.ts";
import { Peers } from "./peers.ts";
import { Places } from "./places.ts";
import { wrongDoor } from "./wrong-door.ts";

/** How often a process says again where it is reached, in ms. */
const ENROL_MS = 3_600_000;

export interface ProcessesDeps {
  readonly clerk: Clerk;
  readonly key: SigningKey;
  /** This process' name in its leases. */
  readonly holder: string;
  readonly log: Log;
  readonly api: ApiDeps;
  readonly app: Pick<Hono, "fetch">;
  readonly secure: boolean;
  /** Address at which other processes reach this one; port 0: any free one. */
  readonly host: string;
  readonly port: number;
  readonly control: (line: string) => Promise<unknown>;
}

/** The processes of one server, seen from one of them. */
export interface Processes {
  /** Puts itself before a listener: what another process must answer is passed on. */
  before(next: Listener): Listener;
  grown(body: BodyId, size: number): void;
  left(body: BodyId): void;
  /** The host's hand on a body that another process keeps, by that one's name. */
  control(body: BodyId, holder: string, line: string): Promise<unknown>;
  /** The public facts of a body, from whoever keeps it; nothing where that can't be had now. */
  publicFacts(body: BodyId): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** How many other processes have a line here. */
  lines(): number;
  /** Finishes what others asked for, and takes nothing new from them. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Joins the other processes of this server. Throws where the place for them can't be listened at. */
export async function joinProcesses(deps: ProcessesDeps): Promise<Processes> {
  const { clerk, api, app, log, holder } = deps;
  const key = lineKey(deps.key);
  const places = new Places(clerk);
  const take = (asked: ActAsked): Promise<Taken> =>
    takeAct(api, { ...asked, bytes: async () => asked.bytes, locale: () => asked.locale as Locale });
  const desk = new Desk({
    key,
    log,
    holds: (body) => clerk.holds(body),
    size: async (body) => (await clerk.house(body).catch(() => undefined))?.durable.size,
    hub: api.hub,
    app,
    take,
    control: deps.control,
  });
  const listeners: Listeners = new Listeners({ clerk, hub: api.hub, places, peers: () => peers });
  const peers: Peers = new Peers({
    settings: clerk.store.settings,
    holder,
    key,
    now: () => clerk.now(),
    told: (answer) => listeners.told(answer),
    lost: (other) => listeners.lost(other),
  });
  const passOn = new PassOn({
    places,
    peers,
    leaseMs: clerk.leaseMs,
    take,
    answerHere: (request, asker) => answerHere(app, request, asker),
  });
  const place = await desk.listen(deps.host, deps.port);
  await peers.enrol(place);
  const timer = setInterval(
    () => void peers.enrol(place).catch((error: unknown) => log.warn("processes.enrol", { error })),
    ENROL_MS,
  ).unref();
  return {
    before: (next) =>
      wrongDoor({ api, places, passOn, listeners, secure: deps.secure, port: () => api.addresses.port() }, next),
    grown: (body, size) => desk.grown(body, size),
    left: (body) => desk.left(body),
    control: (body, other, line) => passOn.control(body, other, line),
    async publicFacts(body) {
      const plain = { method: "GET", url: `/api/bodies/${body}`, headers: [], bytes: new Uint8Array(0) };
      try {
        const answer = await passOn.http(body, plain, { address: "?", from: "elsewhere", port: 0 }, 0);
        const parts: Uint8Array[] = [];
        for await (const part of answer.parts) parts.push(part);
        return answer.status === 200
          ? (JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>)
          : undefined;
      } catch (error) {
        log.warn("processes.facts", { error });
        return undefined;
      }
    },
    lines: () => desk.lines(),
    stop: () => {
      passOn.stop();
      return desk.stop();
    },
    async close() {
      clearInterval(timer);
      listeners.close();
      await peers.close();
      desk.close();
    },
  };
}
