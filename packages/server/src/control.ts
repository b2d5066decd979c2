/**
 * The host's hand on a running server: a socket that only whoever may read the data folder can reach, and
 * no network at all. `nabat handover` and `nabat withhold` ask here, so that nobody has to stop the server
 * for them. One line of JSON in, one out.
 */
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BodyId, type Hash, type KeyId, type Log, ok, refuse, type Result } from "@nabat/kernel";
import { keyId } from "@nabat/body/engine/fields.ts";
import * as z from "zod";
import { type Clerk, KeptElsewhere } from "@nabat/clerk";
import { handOver } from "@nabat/clerk/handover.ts";
import { withhold } from "@nabat/clerk/withhold.ts";
import type { Processes } from "./processes/mod.ts";
import { type Args, speak } from "@nabat/speech";

/** Bytes that a socket's address holds. */
const LONGEST = 107;
/** Longest request, and how long one is waited for, ms. */
const MOST_BYTES = 65_536;
const WAIT_MS = 10_000;

const id = z.string().regex(/^[0-9a-f]{64}$/);
const request = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("handover"), body: id, to: z.string() }),
  z.strictObject({
    do: z.literal("withhold"),
    body: id,
    attachment: id,
    duty: z.string(),
    until: z.int(),
    appeal: z.string(),
  }),
]);
export type ControlRequest = z.infer<typeof request>;

export interface Control {
  readonly path: string;
  close(): Promise<void>;
}

/** The server of this folder has ended, or never answers. */
export class NoAnswer extends Error {
  readonly id: string;
  readonly args: Args;

  /** `id`: the message of `speech` that says why. */
  constructor(id: string, args: Args) {
    super(speak("en").t(id, args));
    this.id = id;
    this.args = args;
  }
}

/** Where the socket of a data folder stands: in it, or where its path is too long in a folder of ours. */
export function controlPath(data: string): string {
  const near = join(resolve(data), "control");
  if (Buffer.byteLength(near) <= LONGEST) return near;
  const mark = createHash("sha256").update(resolve(data)).digest("hex").slice(0, 16);
  return join(resolve(tmpdir()), `nabat-control-${mark}`, "control");
}

/** Opens the socket; `undefined` where it can't be had (the server runs on without it). */
export async function openControl(
  data: string,
  log: Log,
  act: (line: string) => Promise<unknown>,
): Promise<Control | undefined> {
  const path = controlPath(data);
  try {
    if (!path.startsWith(resolve(data))) ownFolder(join(path, ".."));
    if (await answers(path)) throw new Error("another server answers there");
    // Left by one that was killed.
    rmSync(path, { force: true });
    return await listen(path, log, act);
  } catch (error) {
    log.warn("control.none", { error });
    return undefined;
  }
}

function listen(path: string, log: Log, act: (line: string) => Promise<unknown>): Promise<Control> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.setEncoding("utf8").setTimeout(WAIT_MS, () => socket.destroy());
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    let said = "";
    const hear = (part: string): void => {
      said += part;
      if (said.length > MOST_BYTES) return void socket.destroy();
      const end = said.indexOf("\n");
      if (end < 0) return;
      socket.off("data", hear);
      socket.setTimeout(0);
      act(said.slice(0, end)).then(
        (answer) => socket.end(`${JSON.stringify(answer)}\n`),
        (error: unknown) => {
          log.error("control.failed", { error });
          socket.end(`${JSON.stringify({ failed: error instanceof Error ? error.message : String(error) })}\n`);
        },
      );
    };
    socket.on("data", hear);
  });
  return new Promise((done, fail) => {
    server.once("error", fail);
    // Nobody else on this machine may reach it, not for a moment.
    const mask = process.umask(0o177);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      done({
        path,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of open) socket.destroySoon();
          }),
      });
    });
    process.umask(mask);
  });
}

/** The host's hand where several processes serve: the one that keeps the body does what is asked. */
export async function handOf(clerk: Clerk, processes: Processes | undefined, line: string): Promise<unknown> {
  try {
    return await byHand(clerk, line);
  } catch (error) {
    if (!(error instanceof KeptElsewhere) || !processes || error.holder === undefined) throw error;
    const { body } = JSON.parse(line) as { body: BodyId };
    return await processes.control(body, error.holder, line);
  }
}

/** Does what one line asks; refuses what isn't asked in the right form, and what the notice's own rules refuse. */
export async function byHand(clerk: Clerk, line: string): Promise<Result<number>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse("R-3", "bad-data", { field: "request" });
  }
  const parsed = request.safeParse(value);
  if (!parsed.success) return refuse("R-3", "bad-data", { field: parsed.error.issues[0]?.path.join(".") || "request" });
  const asked = parsed.data;
  if (asked.do === "withhold")
    return withhold(clerk, { ...asked, body: asked.body as BodyId, attachment: asked.attachment as Hash });
  return keyId.safeParse(asked.to).success
    ? handOver(clerk, asked.body as BodyId, asked.to as KeyId)
    : refuse("R-3", "bad-data", { field: "to" });
}

/** Asks the server that runs on `data`; `undefined` where none does. Throws {@link NoAnswer}. */
export function askControl(data: string, asked: ControlRequest): Promise<Result<number> | undefined> {
  return new Promise((done, fail) => {
    const socket = connect(controlPath(data)).setEncoding("utf8");
    let said = "";
    let reached = false;
    socket.on("connect", () => {
      reached = true;
      socket.write(`${JSON.stringify(asked)}\n`);
    });
    socket.on("data", (part: string) => (said += part));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (!reached && ["ENOENT", "ECONNREFUSED", "ENOTSOCK"].includes(error.code ?? "")) return done(undefined);
      fail(new NoAnswer("usage-server-asked", { data, why: error.message }));
    });
    socket.on("close", () => {
      const answer = readAnswer(said);
      if (answer === undefined) return fail(new NoAnswer("usage-server-ended", { data }));
      if ("failed" in answer) return fail(new NoAnswer("usage-server-failed", { data, why: answer.failed }));
      done(answer.ok ? ok(answer.value) : answer);
    });
  });
}

function readAnswer(said: string): Result<number> | { readonly failed: string } | undefined {
  try {
    return JSON.parse(said) as Result<number> | { readonly failed: string };
  } catch {
    return undefined;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.on("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => done(false));
  });
}

function ownFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  // Somebody else's folder of this name would let them speak for the host.
  if (!stat.isDirectory() || stat.uid !== process.getuid?.()) throw new Error(`${path} belongs to somebody else`);
  chmodSync(path, 0o700);
}
