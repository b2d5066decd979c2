/** `nabat sign --submit` against a real clerk: an act with its words, by command line alone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { run } from "@nabat/cli/main.ts";
import { createClient, foundTogether, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { fromUtf8, toHex } from "@nabat/kernel";
import type { AttachmentRef } from "@nabat/record";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "nabat-sign-"));
const at = (name: string) => join(folder, name);
let server: Running;
let ada: Seat;

beforeAll(async () => {
  const config = readConfig({ data: at("data"), port: 0, refusalsPerMinute: 0, example: false }, {});
  server = await startServer(config, { log: createLog(() => undefined, Date.now), fastDatabase: true });
  const secrets = new Map<string, Uint8Array>();
  const tools = {
    ...nodeTools,
    signer: (secret: Uint8Array) => {
      const signer = nodeTools.signer(secret);
      secrets.set(signer.key, secret);
      return signer;
    },
  };
  const client = createClient({ url: server.url, tools });
  ada = await client.found(client.person("Ada"), {
    type: "assembly",
    name: textOf(tools, "House", "public"),
    purpose: textOf(tools, "To look after it."),
    text: textOf(tools, "Rules."),
    statutes: template("house", { zone: "UTC", languages: ["en"] }),
  });
  const bo = await client.join(client.person("Bo"), await invite(ada, "founder", Date.now() + 86_400_000));
  await foundTogether([ada, bo]);
  writeFileSync(at("key"), toHex(secrets.get(ada.device.signer.key) as Uint8Array));
}, 240_000);

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Ada's next act, to be signed. */
async function nextAct(kind: string, data: object) {
  const { seq } = await ada.http.must<{ seq: number }>("GET", `/api/bodies/${ada.body}?key=${ada.device.signer.key}`);
  return {
    v: 1,
    body: ada.body,
    seq: seq + 1,
    kind,
    by: ada.member,
    at: Date.now(),
    saw: await ada.watch.check(),
    data,
  };
}

/** Writes Ada's next act into a file and has it signed and sent. */
async function sign(kind: string, data: object, ...more: string[]) {
  writeFileSync(at("act.json"), JSON.stringify(await nextAct(kind, data)));
  let out = "";
  let err = "";
  const io = { out: (t: string) => (out += t), err: (t: string) => (err += t), watched: false, env: {} };
  const submit = ["--submit", `${server.url}/b/${ada.body}`];
  const status = await run(["sign", at("act.json"), "--key", at("key"), "--yes", ...submit, ...more], io);
  return { status, out, err };
}

const size = async () => (await ada.watch.check()).size;

it("a motion with its title and text from files; who may read them is said once", async () => {
  writeFileSync(at("title.txt"), "A bench in the yard\n");
  writeFileSync(at("text.txt"), "The house buys a bench.\r\n\r\nIt stands under the lime.\r\n");
  const files = ["--attach", `title=${at("title.txt")}`, "--attach", `text=${at("text.txt")}`];
  const moved = await sign("move", { subject: { type: "text" } }, ...files, "--json");
  expect([moved.status, moved.err]).toEqual([0, ""]);
  const { id, act } = JSON.parse(moved.out) as {
    id: string;
    act: { data: { title: AttachmentRef; text: AttachmentRef } };
  };
  expect(act.data.title).toMatchObject({ grade: "members", media: "text/plain", size: 19 });
  const read = async (ref: AttachmentRef) => {
    const got = await ada.attachment(ref.hash);
    return got.ok ? fromUtf8(got.value) : got.rule;
  };
  expect(await read(act.data.title)).toBe("A bench in the yard");
  expect(await read(act.data.text)).toBe("The house buys a bench.\n\nIt stands under the lime.");
  const said = await sign("say", { about: id }, "--attach", `text=${at("title.txt")}`, "--grade", "public", "--json");
  expect(said.status).toBe(0);
  const remark = JSON.parse(said.out) as { act: { data: { text: AttachmentRef } } };
  expect(remark.act.data.text.grade).toBe("public");
  expect(remark.act.data.text.hash).not.toBe(act.data.title.hash);
});

it("what the clerk refuses ends with 1, the rule and its sentence, in the language asked for", async () => {
  const before = await size();
  const text = { hash: "0".repeat(64), grade: "members", media: "text/plain", size: 3 };
  const title = ["--attach", `title=${at("title.txt")}`];
  const refused = await sign("move", { subject: { type: "text" }, text }, ...title);
  expect([refused.status, refused.out]).toEqual([1, ""]);
  expect(refused.err).toMatch(/\(rule\sR-16\)\n$/);
  const inFrench = await sign("move", { subject: { type: "text" }, text }, ...title, "--lang", "fr", "--json");
  expect(inFrench.status).toBe(1);
  expect(JSON.parse(inFrench.out)).toMatchObject({
    rule: "R-16",
    sentence: expect.stringContaining("(règle\u00a0R-16)"),
  });
  expect(await size()).toBe(before);
});

it("a page's text to sign elsewhere brings its attachments itself", async () => {
  const words = textOf(nodeTools, "As a page wrote it.");
  const { salt, bytes } = words.attachment;
  const attachments = [{ salt: Buffer.from(salt).toString("base64"), bytes: Buffer.from(bytes).toString("base64") }];
  const act = await nextAct("say", { about: ada.body, text: words.ref });
  writeFileSync(at("page.json"), JSON.stringify({ act, attachments }));
  const io = { out: () => undefined, err: () => undefined, watched: false, env: {} };
  const line = ["sign", at("page.json"), "--key", at("key"), "--yes", "--submit", `${server.url}/b/${ada.body}`];
  expect(await run(line, io)).toBe(0);
  expect((await ada.attachment(words.ref.hash)).ok).toBe(true);
});
