/**
 * Texts that are no texts, addresses and contents of another form, and who may found here, through HTTP
 * as anyone can send it. Scripts stay words; refusals name their rule in a sentence.
 */
import { fromHex, toHex, utf8 } from "@nabat/kernel";
import { createClient, nodeTools, textOf } from "@nabat/exchange/client/mod.ts";
import { sha256 } from "@nabat/platform";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hall, ask, assembly, post, type Said, serverHere } from "./hall.ts";

let server: Awaited<ReturnType<typeof serverHere>>;
let hall: Hall;

beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 3);
}, 240_000);
afterAll(() => server?.close());

/** Rule and code, with the sentence there and the rule named in it. */
function told(said: Said): string {
  expect([said.text, typeof said.json?.sentence]).toEqual([said.text, "string"]);
  expect(said.json.sentence.length).toBeGreaterThan(20);
  expect(said.json.sentence).toContain(said.json.rule);
  return `${said.status} ${said.json.rule} ${said.json.code}`;
}

describe("texts that are no texts", () => {
  const script = `<script>alert("ha")</script><img src=x onerror=alert(1)>"'&{{7*7}}`;

  it("R-16: scripts stay words on pages, and downloads in the API, under a policy that runs nothing", async () => {
    const open = await assembly(server.url, 3, { open: true });
    const { id } = await open.founder.act("move", {
      title: textOf(nodeTools, script, "public"),
      text: textOf(nodeTools, script, "public"),
      subject: { type: "text" },
    });
    await open.founder.act("rename", { name: textOf(nodeTools, script, "public") });
    const token = await open.founder.token();
    const cookie = `nabat_${open.body.slice(0, 16)}=${token}`;
    for (const path of [`motions/${id}`, "motions", "entries", `entries/${id}`, "members", "me", ""]) {
      const page = await ask(`${server.url}/b/${open.body}${path ? `/${path}` : ""}`, { headers: { Cookie: cookie } });
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.text).not.toContain("<script>alert");
      expect(page.text).not.toMatch(/<img src=x/);
      const policy = page.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      // No inline script at all: a module from this server, or nothing.
      for (const tag of page.text.match(/<script\b[^>]*>/g) ?? []) expect(tag).toMatch(/src="\/assets\/[^"]+"/);
      if (path.startsWith("motions/")) expect(page.text).toContain("&lt;script>alert");
    }
    const { act } = (await ask(`${server.url}/api/bodies/${open.body}/acts/${id}`)).json;
    const file = await ask(`${server.url}/api/bodies/${open.body}/attachments/${act.data.text.hash}`);
    expect(file.text).toBe(script);
    expect(file.headers.get("Content-Disposition")).toBe("attachment");
    expect(file.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(file.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(file.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    const salt = Buffer.from(file.headers.get("Nabat-Salt") ?? "", "base64");
    expect(toHex(sha256(Buffer.concat([salt, utf8(script)])))).toBe(act.data.text.hash);
    const q = await ask(`${server.url}/b/${open.body}/motions?q=${encodeURIComponent(script)}`, {
      headers: { Cookie: cookie },
    });
    expect(q.text).not.toContain("<script>alert");
    const csv = await ask(`${server.url}/api/bodies/${open.body}/motions.csv`);
    expect(csv.headers.get("Content-Disposition")).toContain("attachment");
  });

  it("API-1, API-2: addresses and contents of another form", async () => {
    const at = `${server.url}/api/bodies/${hall.body}`;
    expect(told(await ask(`${at}/proof/consistency?from=x`))).toMatch(/^400 API-1/);
    expect(told(await ask(`${at}/entries?limit=100000`))).toMatch(/^400 API-1|^403/);
    expect(told(await post(`${at}/session`, "{not json"))).toBe("400 API-2 not-json");
    expect(told(await post(`${at}/session`, { key: "z6Mk" }))).toBe("400 API-2 bad-body");
    expect(told(await post(`${at}/acts`, { act: 7 }))).toBe("400 API-2 bad-body");
    expect(
      told(await post(`${server.url}/api/bodies`, { act: "", attachments: [{ salt: "=a=", bytes: "" }] })),
    ).toMatch(/^400 API-2/);
    const tile = await ask(`${at}/tile/0/x001/000`);
    expect(told(tile)).toBe("404 R-38 no-such-tile");
  });

  it("C-1: founding elsewhere than on this machine takes the printed code; guesses are counted (API-5)", async () => {
    const strict = await serverHere({ address: "https://nabat.example", refusalsPerMinute: 5 });
    try {
      const code = strict.running.foundingCode ?? "";
      expect(code).toMatch(/^[0-9a-f]{8}$/);
      const founded = await assembly(strict.url, 1, { adopt: false, code });
      expect(founded.body).toMatch(/^[0-9a-f]{64}$/);
      expect(told(await post(`${strict.url}/api/bodies`, { act: "{}" }))).toBe("403 C-1 founding-code");
      for (let n = 0; n < 4; n++) await post(`${strict.url}/api/bodies`, { act: "{}", code: `0000000${n}` });
      const stopped = await post(`${strict.url}/api/bodies`, { act: "{}", code: "00000009" });
      expect(told(stopped)).toBe("429 API-5 too-many");
      expect(Number(stopped.headers.get("Retry-After"))).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });

  it("F-3: a founding that names another server; fromHex keys that are none (K-3)", async () => {
    const client = createClient({ url: server.url, tools: nodeTools });
    const t = (text: string) => textOf(nodeTools, text, "public");
    const { template } = await import("@nabat/body");
    const founding = {
      type: "assembly" as const,
      name: t("X"),
      purpose: t("Y"),
      text: t("Z"),
      statutes: template("house", { zone: "UTC", languages: ["en"] }),
    };
    const other = nodeTools.signer(fromHex("11".repeat(32))).key;
    await expect(client.found(client.person("A"), { ...founding, clerk: other })).rejects.toMatchObject({
      refusal: { rule: "F-3" },
      status: 422,
    });
  });
});
