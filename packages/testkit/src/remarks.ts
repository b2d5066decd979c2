/**
 * A house whose members have remarks signed beforehand, for benches that measure how acts are taken in and
 * not how they are made. Each request is used once and in order: a key's acts are numbered.
 */
import { template } from "@nabat/body";
import { createClient, gather, invite, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";
import { requestFor } from "./process.ts";

const DAY = 86_400_000;

export interface Remarks {
  /** HTTP requests by turn and member, in the order in which each member sends them. */
  readonly requests: readonly (readonly (readonly Buffer[])[])[];
  /** Entries of the record now. */
  readonly size: () => Promise<number>;
}

/** Founds a house of `members` at `url`, and signs `each` remarks of each member for every turn. */
export async function remarks(
  url: string,
  { members, each, turns }: { readonly members: number; readonly each: number; readonly turns: number },
): Promise<Remarks> {
  const client = createClient({ url, tools: nodeTools, recheckMs: 600_000 });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Bench", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: template("house", { zone: "UTC", languages: ["en"] }),
  });
  const seats: Seat[] = [founder];
  for (let i = 1; i < members; i++)
    seats.push(await client.join(client.person(`M${i}`), await invite(founder, "founder", Date.now() + DAY)));
  await founder.watch.check();
  const saw = await founder.watch.saw();
  const requests: Buffer[][][] = Array.from({ length: turns }, () => seats.map(() => []));
  for (const [place, seat] of seats.entries()) {
    const { body, member: by, device } = seat;
    const { seq } = await client.http.must<{ seq: number }>("GET", `/api/bodies/${body}?key=${device.signer.key}`);
    for (let n = 0; n < each * turns; n++) {
      const words = t(`Remark ${n} of ${seat.name}, about as long as people write on a phone.`);
      const { data, attachments } = gather({ about: body, text: words });
      const unsigned = {
        v: 1,
        body,
        seq: seq + n + 1,
        kind: "say",
        by,
        at: Date.now(),
        saw,
        data: data as never,
      } as const;
      const act = await signAct(client.tools, unsigned, device.signer);
      requests[Math.floor(n / each)]?.[place]?.push(requestFor(body, act.text, attachments));
    }
  }
  return { requests, size: async () => (await client.facts(founder.body)).size };
}
