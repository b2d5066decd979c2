/**
 * What a host does on its own machine (C-3, W-1, W-2) is asked of the running server through a socket in
 * its data folder: under load, without stopping anything, and by nobody from elsewhere.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@nabat/cli/main.ts";
import { newSigningKey } from "@nabat/platform";
import { askControl, controlPath } from "@nabat/server/control.ts";
import { startClerk } from "@nabat/testkit/process.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, type Hall, type Here, post, serverHere } from "./hall.ts";

let server: Here;
let hall: Hall;
beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 3, { open: true });
}, 240_000);
afterAll(() => server?.close());

async function nabat(...argv: string[]) {
  let out = "";
  let err = "";
  const io = { out: (t: string) => (out += t), err: (t: string) => (err += t), watched: false, env: {} };
  const status = await run([...argv, "--json"], io);
  return { status, err, json: out.startsWith("{") ? JSON.parse(out) : undefined };
}

/** One line sent to the socket as it is; what comes back. */
function raw(line: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(controlPath(server.data)).setEncoding("utf8");
    let said = "";
    socket.on("data", (part: string) => (said += part));
    socket.on("close", () => done(said));
    socket.on("error", () => undefined);
    socket.write(line);
  });
}

describe("the host's hand on a running server", () => {
  it("withholds one content (W-2), which is not served from then on", async () => {
    const words = hall.founder.text("Words that a court forbids here.", "public");
    await hall.founder.act("rename", { name: words });
    const at = `${server.url}/api/bodies/${hall.body}/attachments/${words.ref.hash}`;
    expect((await ask(at)).status).toBe(200);
    const args = [
      "withhold",
      hall.body,
      words.ref.hash,
      "--data",
      server.data,
      "--duty",
      "Order 12/26",
      "--appeal",
      "The court",
    ];
    const late = await nabat(...args, "--until", "2001-01-01");
    expect([late.status, late.json.rule]).toEqual([1, "W-2"]);
    const done = await nabat(...args, "--until", new Date(Date.now() + 86_400_000).toISOString());
    expect([done.status, done.json?.ok]).toEqual([0, true]);
    expect([(await ask(at)).status, (await ask(at)).json?.rule]).toEqual([451, "W-2"]);
  });

  it("is reached by whoever may read its folder, and through no address", async () => {
    expect(statSync(controlPath(server.data)).mode & 0o777).toBe(0o600);
    const asked = { do: "handover", body: hall.body, to: newSigningKey().key };
    for (const path of ["/control", "/api/control", "/handover", `/api/bodies/${hall.body}/handover`, "/api/handover"])
      expect([path, (await post(server.url + path, asked)).status]).toEqual([path, 404]);
    expect((await ask(`${server.url}/api/bodies/${hall.body}`)).json.epoch).toBe(0);
  });

  it("what isn't a request is refused, what never ends is cut off, and it answers the next one", async () => {
    for (const line of ["{\n", "[]\n", "null\n", '{"do":"found"}\n', `{"do":"handover","body":"${hall.body}"}\n`])
      expect([line, JSON.parse(await raw(line)).rule]).toEqual([line, "R-3"]);
    expect(await raw("x".repeat(100_000))).toBe("");
    const unknown = { do: "handover", body: "0".repeat(64), to: newSigningKey().key } as const;
    expect(await askControl(server.data, unknown)).toMatchObject({ ok: false, rule: "API-3" });
    const noKey = { do: "handover", body: hall.body, to: "z6Mkno" } as const;
    expect(await askControl(server.data, noKey)).toMatchObject({ ok: false, rule: "R-3" });
  });

  it("W-1: hands the record over in the midst of what members send; nothing is entered after", async () => {
    const sent: { ok: boolean; index: number; code: string | undefined }[] = [];
    let stop = false;
    const load = hall.seats.map(async (seat, n) => {
      for (let i = 0; !stop; i++) {
        try {
          const { index } = await seat.act("rename", { name: seat.text(`Name ${n} ${i}`) });
          sent.push({ ok: true, index, code: undefined });
        } catch (error) {
          const { refusal } = error as { refusal?: { rule: string; code: string } };
          if (refusal?.rule === "C-3") return void sent.push({ ok: false, index: -1, code: refusal.code });
          throw error;
        }
      }
    });
    while (sent.length < 10) await new Promise((r) => setTimeout(r, 10));
    const to = newSigningKey().key;
    const done = await nabat("handover", hall.body, "--to-key", to, "--data", server.data);
    expect([done.status, done.json?.ok]).toEqual([0, true]);
    await Promise.race([Promise.all(load), new Promise((r) => setTimeout(r, 30_000))]);
    stop = true;
    await Promise.all(load);
    expect(sent.filter((s) => !s.ok).map((s) => s.code)).toEqual(["moved-house", "moved-house", "moved-house"]);
    expect(Math.max(...sent.map((s) => s.index))).toBeLessThan(done.json.index);
    const facts = (await ask(`${server.url}/api/bodies/${hall.body}`)).json;
    expect([facts.clerk, facts.epoch, facts.size]).toEqual([to, 1, done.json.index + 1]);
    expect((await nabat("handover", hall.body, "--to-key", to, "--data", server.data)).json.rule).toBe("C-3");
    // And so it stands after a start.
    server = await server.again();
    expect((await ask(`${server.url}/api/bodies/${hall.body}`)).json.clerk).toBe(to);
    expect((await nabat("verify", `${server.url}/b/${hall.body}`)).json).toMatchObject({ ok: true });
  }, 120_000);

  it("a socket left by a killed server is in nobody's way, nor is a file of that name", async () => {
    const data = mkdtempSync(join(tmpdir(), "nabat-control-"));
    try {
      writeFileSync(join(data, "control"), "not a socket");
      for (let n = 0; n < 2; n++) {
        const clerk = await startClerk(data);
        const asked = { do: "handover", body: "0".repeat(64), to: newSigningKey().key } as const;
        expect(await askControl(data, asked)).toMatchObject({ ok: false, rule: "API-3" });
        await clerk.kill();
        expect(await askControl(data, asked)).toBeUndefined();
      }
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }, 120_000);
});
