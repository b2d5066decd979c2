/** The cases that replay today, and how one is run: played, read back, and its whole record recomputed. */
import { KINDS } from "@nabat/body";
import { bundleReader, check as checkRecord } from "@nabat/body/checker/mod.ts";
import { openUrl } from "@nabat/exchange";
import type { BodyId } from "@nabat/kernel";
import type { Client } from "@nabat/exchange/client/mod.ts";
import { n1n1 } from "./n1-1.ts";
import { n1n6 } from "./n1-6.ts";
import { n2c1 } from "./n2-c1.ts";
import { n2c10 } from "./n2-c10.ts";
import { n2c5 } from "./n2-c5.ts";
import { n4w2 } from "./n4-w2.ts";
import { n4w3 } from "./n4-w3.ts";
import { n5w4 } from "./n5-w4.ts";
import { n6b } from "./n6-b.ts";
import { n6k } from "./n6-k.ts";
import { type Case, type Outcome, Stage, type StageOptions } from "./stage.ts";

export type { Case, Failed, Outcome, StageOptions } from "./stage.ts";

/** In the order of the page about them. */
export const CASES: readonly Case[] = [n5w4, n1n1, n4w2, n2c10, n6k, n2c1, n1n6, n2c5, n6b, n4w3];

/** Plays a case only to be looked at: without what is there for its size. Gives the body to show first; throws where a number isn't met. */
export async function playPart(theCase: Case, client: Client, options: StageOptions = {}): Promise<{ body: BodyId }> {
  const stage = new Stage(client, theCase, { ...options, small: true });
  await theCase.play(stage);
  const { failed } = stage.outcome();
  const door = stage.bodies[theCase.door];
  if (failed || !door) throw new Error(`${theCase.name} did not come out: ${JSON.stringify(failed)}`);
  return { body: door.body };
}

/** Plays a case against the clerk at `url`, then recomputes each of its records from its entries, as a member may read them. */
export async function playCase(
  theCase: Case,
  client: Client,
  url: string,
  options: StageOptions = {},
): Promise<Outcome> {
  const stage = new Stage(client, theCase, options);
  await theCase.play(stage);
  for (const { body, reader } of stage.bodies) {
    const base = `${url.replace(/\/+$/, "")}/api/bodies/${body}`;
    const { source } = await openUrl({ base, body, token: await reader.token() });
    const { sha256, verify } = client.tools;
    const deps = { kinds: KINDS, sha256, verify, read: bundleReader(sha256, verify) };
    const { verdict, checker } = await checkRecord(source, deps);
    stage.check("verify", { ok: true }, verdict.ok ? { ok: true } : { ok: false, fault: verdict.fault });
    // Nothing that a source tells as decided stands in the record as an opinion (B-3).
    const opinions = [...(checker?.state?.votes.votes.values() ?? [])].filter((v) => v.opinion).length;
    stage.check("binds", 0, opinions);
  }
  return stage.outcome();
}
