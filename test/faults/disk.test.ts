/**
 * A full disk under a whole server (C-2): acts are answered 503 with words and nothing else, pages stay
 * readable, and with room again the very same act gets in, once. On a small file system of its own,
 * which takes root to mount.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { createClient, gather, nodeTools, textOf } from "@nabat/exchange/client/mod.ts";
import { startClerk } from "@nabat/testkit/process.ts";
import { describe, expect, it } from "vitest";
import { ask, assembly, atServer, post, send, serverHere, signed } from "./hall.ts";

describe.runIf(process.getuid?.() === 0)("a full disk", () => {
  it("C-2: acts and sign-ins wait, pages stay, and what was asked gets in once there is room", async () => {
    const place = mkdtempSync(join(tmpdir(), "nabat-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=220m", "tmpfs", place]);
    const data = join(place, "data");
    let clerk: Awaited<ReturnType<typeof startClerk>> | undefined;
    try {
      clerk = await startClerk(data, { NABAT_REFUSALS_PER_MINUTE: "0" });
      const { url } = clerk;
      const { founder, body } = await assembly(url, 3, { open: true });
      atServer(url, founder);
      const token = await founder.token();
      const about = (
        await founder.act("move", { title: founder.text("A"), text: founder.text("B"), subject: { type: "text" } })
      ).id;
      const content = gather({ about, text: textOf(nodeTools, "In spite of it all.") });
      const act = await signed(founder, "say", content.data as object);
      const before = (await ask(`${url}/api/bodies/${body}`)).json.size;

      const { bavail, bsize } = statfsSync(place);
      writeFileSync(join(place, "ballast"), Buffer.alloc(bavail * bsize - 20_000_000));
      await new Promise((r) => setTimeout(r, 200));
      for (let n = 0; n < 3; n++) {
        const answer = await send(url, body, act.text, content.attachments);
        expect([answer.status, answer.json?.rule, answer.json?.code]).toEqual([503, "C-2", "disk-full"]);
        expect(answer.json.sentence).toMatch(/no room left.*\(?.*C-2/i);
        expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
      }
      // Signing in to read takes next to nothing, and may go on.
      expect([200, 503]).toContain((await post(`${url}/api/bodies/${body}/session/challenge`, {})).status);
      const founding: string[] = [];
      const once = createClient({
        url,
        tools: nodeTools,
        async fetch(input, init) {
          const answer = await fetch(input, init);
          if (answer.status < 400) return answer;
          founding.push(`${answer.status} ${((await answer.json()) as { rule: string }).rule}`);
          throw new DOMException("once is enough", "AbortError");
        },
      });
      const t = (words: string) => textOf(nodeTools, words, "public");
      const statutes = template("house", { zone: "UTC", languages: ["en"] });
      await once
        .found(once.person("Late"), { type: "assembly", name: t("L"), purpose: t("P"), text: t("T"), statutes })
        .catch(() => undefined);
      expect(founding).toEqual(["503 C-2"]);
      for (const path of [
        "/",
        `/b/${body}`,
        `/b/${body}/motions/${about}`,
        `/api/bodies/${body}`,
        `/api/bodies/${body}/checkpoint`,
        `/api/bodies/${body}/export`,
      ]) {
        const page = await ask(url + path, { headers: { Cookie: `nabat_${body.slice(0, 16)}=${token}` } });
        expect([path, page.status]).toEqual([path, 200]);
      }

      rmSync(join(place, "ballast"));
      await new Promise((r) => setTimeout(r, 200));
      const entered = await send(url, body, act.text, content.attachments);
      expect([entered.status, entered.json.index]).toEqual([201, before]);
      expect((await send(url, body, act.text, content.attachments)).text).toBe(entered.text);
      expect((await ask(`${url}/api/bodies/${body}`)).json.size).toBe(before + 1);
    } finally {
      await clerk?.stop();
      const pid = join(data, "pg", "postmaster.pid");
      if (existsSync(pid)) process.kill(Number(readFileSync(pid, "utf8").split("\n")[0]), "SIGKILL");
      spawnSync("umount", ["-l", place]);
      rmSync(place, { recursive: true, force: true });
    }
  }, 120_000);
});

it("C-2: a body whose room is used up is told so; acts without contents go on, and erasing makes room", async () => {
  const server = await serverHere({ quotaBytes: 4_000 });
  try {
    const { founder, body, client } = await assembly(server.url, 3);
    atServer(server.url, founder);
    const about = (
      await founder.act("move", { title: founder.text("A"), text: founder.text("B"), subject: { type: "text" } })
    ).id;
    const large = textOf(nodeTools, "x".repeat(2_500));
    await founder.act("say", { about, text: large });
    const more = gather({ about, text: textOf(nodeTools, "y".repeat(2_500)) });
    const act = await signed(founder, "say", more.data as object);
    const answer = await send(server.url, body, act.text, more.attachments);
    expect([answer.status, answer.json?.rule, answer.json?.code]).toEqual([503, "C-2", "no-room"]);
    expect(answer.json.sentence).toMatch(/room/);
    // Without contents of its own an act gets in; after it, what was asked for needs another signature.
    const { seq } = await client.http.must<{ seq: number }>(
      "GET",
      `/api/bodies/${body}?key=${founder.device.signer.key}`,
    );
    expect(seq).toBe(JSON.parse(act.text).seq - 1);
    await founder.act("erase", { attachments: [large.ref.hash] });
    const again = await signed(founder, "say", more.data as object);
    expect((await send(server.url, body, again.text, more.attachments)).status).toBe(201);
  } finally {
    await server.close();
  }
}, 240_000);
