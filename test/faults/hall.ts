/**
 * What the fault, fuzz and load tests share: a server of one's own on a free port, an assembly that has
 * adopted its rules through the API, and requests sent as they are, without a client's help.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { MINUTE_MS } from "@nabat/body/binding/term.ts";
import {
  type Client,
  createClient,
  foundTogether,
  invite,
  nodeTools,
  positionOn,
  type Seat,
  signAct,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import type { Log } from "@nabat/kernel";
import { readConfig, type Running, startServer } from "@nabat/server";
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";

export const DAY = 86_400_000;
export const HOUR = DAY / 24;
export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A server in this process. */
export interface Here {
  readonly running: Running;
  readonly url: string;
  readonly data: string;
  /** Its database, for tests that tamper with it. */
  readonly database: TestDatabase;
  /** Puts its clock on, in ms. */
  wait(ms: number): void;
  /** Stops and starts it anew on the same database, at another port. */
  again(): Promise<Here>;
  close(): Promise<void>;
}

/** A server in this process on a new folder and an empty database; `close` ends it and removes both. */
export async function serverHere(
  settings: Readonly<Record<string, unknown>> = {},
  options: { log?: Log; now?: () => number } = {},
): Promise<Here> {
  const data = mkdtempSync(join(tmpdir(), "nabat-hall-"));
  const database = await freshDatabase();
  let waited = 0;
  const now = () => Date.now() + waited;
  const start = async (): Promise<Here> => {
    const config = readConfig(
      { port: 0, example: "", refusalsPerMinute: 0, databaseUrl: database.url, ...settings, data },
      {},
    );
    const running = await startServer(config, { log: quiet, now, ...options });
    const again = async () => {
      await running.close();
      return start();
    };
    const close = async () => {
      await running.close();
      await database.close();
      rmSync(data, { recursive: true, force: true });
    };
    const wait = (ms: number) => void (waited += ms);
    return { running, url: running.url, data, database, wait, again, close };
  };
  return start();
}

export interface Hall {
  readonly client: Client;
  readonly seats: readonly Seat[];
  readonly founder: Seat;
  readonly body: string;
}

/** A client that looks at the record before each signature. */
export function clientOf(url: string): Client {
  return createClient({ url, tools: nodeTools });
}

/** Founds an assembly of `size` people; with `adopt` they have all signed the founders' list; `names`: of those after Ana. */
export async function assembly(
  url: string,
  size: number,
  {
    adopt = true,
    open = false,
    code,
    mode = "name",
    names = [],
  }: { adopt?: boolean; open?: boolean; code?: string; mode?: "name" | "count"; names?: readonly string[] } = {},
): Promise<Hall> {
  const client = clientOf(url);
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  const founder = await client.found(
    client.person("Ana"),
    {
      type: "assembly",
      name: textOf(nodeTools, "House on the hill", "public"),
      purpose: textOf(nodeTools, "To look after it."),
      text: textOf(nodeTools, "Our rules."),
      statutes: {
        ...rules,
        voting: { ...rules.voting, mode },
        ...(open ? { entries: "public" as const } : {}),
      },
    },
    code ? { code } : {},
  );
  const seats = [founder];
  for (let n = 1; n < size; n++)
    seats.push(
      await client.join(client.person(names[n - 1] ?? `M${n}`), await invite(founder, "founder", Date.now() + DAY)),
    );
  const hall = { client, seats, founder, body: founder.body };
  if (adopt) await adoptRules(hall);
  return hall;
}

/** All on the founders' list sign it. */
export async function adoptRules({ seats }: Pick<Hall, "seats">): Promise<void> {
  await foundTogether(seats);
}

/** A vote that is open. */
export interface Put {
  readonly vote: string;
  readonly motion: string;
  readonly version: string;
}

/** Moves a motion, and all sign that it be decided now (B-5). */
async function moveForNow({ seats, founder }: Pick<Hall, "seats" | "founder">, subject: object, words: string) {
  const text = founder.text(words);
  const { id: motion } = await founder.act("move", { title: founder.text(`${words} (title)`), text, subject });
  const version = text.ref.hash;
  const waiting = [...seats];
  const work = async (): Promise<void> => {
    for (let seat = waiting.shift(); seat; seat = waiting.shift()) await seat.act("now.agree", { motion, version });
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return { motion, version };
}

/** Moves it, all sign that it be decided now, and calls the vote by name, for an hour or until all have voted. */
export async function bring(
  hall: Pick<Hall, "seats" | "founder">,
  subject: object,
  words: string,
  closes = Date.now() + HOUR,
): Promise<Put> {
  const of = await moveForNow(hall, subject, words);
  const { id: vote } = await hall.founder.act("vote.open", { ...of, mode: "name", closes });
  return { vote, ...of };
}

/** The same at a sitting, by show of hands, all there and all for it; `wait` puts the server's clock on. */
export async function decideTogether(
  hall: Pick<Hall, "seats" | "founder">,
  subject: object,
  words: string,
  wait: (ms: number) => void,
): Promise<Put> {
  const { founder, seats } = hall;
  const [, one, two] = seats as [Seat, Seat, Seat];
  const sitting = await founder.act("sitting.open", { title: founder.text(words), tellers: [one.member, two.member] });
  const of = await moveForNow(hall, subject, words);
  wait(MINUTE_MS);
  const { id: vote } = await founder.act("vote.open", { ...of, mode: "hands", sitting: sitting.id });
  await founder.act("vote.close", { vote });
  const [whole, present] = [seats.length, seats.length];
  const counts = { for: present, against: 0, abstain: 0, "taking-part": 0 };
  for (const teller of [one, two]) await teller.act("tally", { vote, counts, present });
  await founder.act("result", { vote, counts, whole, present, outcome: "carried" });
  return { vote, ...of };
}

/** What `vote.cast` holds of a position. */
export async function positionFor(seat: Seat, put: Put, choice: "for" | "against" = "for"): Promise<object> {
  const ballot = { vote: put.vote, version: put.version, mode: "name" as const, boxes: [] };
  return { vote: put.vote, version: put.version, ...(await positionOn(seat, ballot as never, choice)) };
}

/** An act signed by hand, at the present head, over whatever is wanted. */
export async function signed(
  seat: Seat,
  kind: string,
  data: object,
  change: Readonly<Record<string, unknown>> = {},
  signer = seat.device.signer,
): Promise<{ text: string; id: string }> {
  let facts = await ask(`${baseOf(seat)}?key=${signer.key}`);
  for (let tries = 0; facts.status === 503 && tries < 200; tries++) {
    await new Promise((r) => setTimeout(r, 100));
    facts = await ask(`${baseOf(seat)}?key=${signer.key}`);
  }
  const { seq, size, root } = facts.json as { seq: number; size: number; root: string };
  const act = {
    v: 1,
    body: seat.body,
    seq: seq + 1,
    kind,
    by: seat.member,
    at: Date.now(),
    saw: { size, root },
    data,
    ...change,
  };
  return signAct(nodeTools, act as never, signer);
}

const bases = new WeakMap<object, string>();
function baseOf(seat: Seat): string {
  const known = bases.get(seat.http);
  if (!known) throw new Error("tell the seat's server first: atServer(url, seat)");
  return `${known}/api/bodies/${seat.body}`;
}

/** Tells where a seat's requests by hand go. */
export function atServer(url: string, ...seats: readonly Seat[]): void {
  for (const seat of seats) bases.set(seat.http, url);
}

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line no-explicit-any -- what a server answers is looked at field by field
  readonly json: any;
}

/** One request, its answer read whole. */
export async function ask(url: string, init: RequestInit = {}): Promise<Said> {
  const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000), ...init });
  const text = await answer.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: answer.status, headers: answer.headers, text, json };
}

/** Sends JSON. */
export function post(url: string, content: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Said> {
  const body = typeof content === "string" ? content : JSON.stringify(content);
  return ask(url, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body });
}

/** Sends an act's text to its body. */
export function send(
  url: string,
  body: string,
  text: string,
  attachments: readonly unknown[] = [],
  more: object = {},
): Promise<Said> {
  return post(`${url}/api/bodies/${body}/acts`, { act: text, attachments, ...more });
}
