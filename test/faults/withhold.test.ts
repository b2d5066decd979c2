/** W-2: a host withholds one content, and only openly; what it withholds isn't served, and the record says why. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { createClient, nodeTools, textOf } from "@nabat/exchange/client/mod.ts";
import { readConfig, startServer } from "@nabat/server";
import { withhold } from "@nabat/clerk/withhold.ts";
import { expect, it } from "vitest";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

it("W-2: the notice stands in the record and on its page; the content answers 451", async () => {
  const data = mkdtempSync(join(tmpdir(), "nabat-withhold-"));
  const server = await startServer(readConfig({ data, port: 0, example: "" }, {}), { log: quiet, fastDatabase: true });
  try {
    const client = createClient({ url: server.url, tools: nodeTools });
    const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
    const seat = await client.found(client.person("Ada"), {
      type: "assembly",
      name: t("House", "public"),
      purpose: t("To speak."),
      text: t("Rules."),
      statutes: { ...template("house", { zone: "UTC", languages: ["en"] }), entries: "public" },
    });
    const { id } = await seat.act("say", { about: seat.body, text: t("Words that a court forbids here.", "public") });
    const entry = await seat.get<{ act: { data: { text: { hash: string } } } }>(`acts/${id}`);
    const { hash } = entry.act.data.text;
    const what = {
      body: seat.body,
      attachment: hash as never,
      duty: "Order 12/26 of the court.",
      appeal: "The court.",
    };
    expect(await withhold(server.clerk, { ...what, until: Date.now() - 1 })).toMatchObject({ ok: false, rule: "W-2" });
    expect((await seat.attachment(hash)).ok).toBe(true);
    expect(await withhold(server.clerk, { ...what, until: Date.now() + 86_400_000 })).toMatchObject({ ok: true });
    expect(await seat.attachment(hash)).toMatchObject({ ok: false, rule: "W-2" });
    const page = await (await fetch(`${server.url}/b/${seat.body}/record`)).text();
    expect(page).toContain("Order 12/26 of the court.");
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
});
