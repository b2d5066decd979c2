/** What became of the new keys with which this device waits: nobody signed, one did, they come in, are in, or come to nothing (K-6, K-7, K-13). */
import type { BodyFacts } from "../api/client.ts";
import type { Desk } from "../act/send.ts";
import { moment, t } from "../page/say.ts";

/** `off`: they don't come in; `in`: this device can go in. */
export interface Fate {
  readonly is: "none" | "asked" | "coming" | "in" | "off";
  readonly says: string;
}

/** What the record keeper's facts of that device say, in words. */
export function fateIn(facts: Omit<BodyFacts, "body">): Fate {
  if (facts.member && facts.standing !== "stranger") return { is: "in", says: t("island-keys-in") };
  if (facts.from !== undefined)
    return { is: "coming", says: t("island-recover-from", { when: moment(facts.from, facts.zone ?? "UTC") }) };
  if (facts.keysOff !== undefined)
    return {
      is: "off",
      says: [offBecause(facts.keysOff), facts.keysLeft ? t("island-keys-left") : ""].join(" ").trim(),
    };
  return facts.keysAsked ? { is: "asked", says: t("island-keys-asked") } : { is: "none", says: t("island-keys-none") };
}

function offBecause(why: string): string {
  if (why === "objected" || why === "clash") return t("island-recover-off");
  // What follows says how one comes back.
  return t(why === "left" ? "island-keys-off-left" : "island-keys-off-other");
}

/** Asks for it; `undefined` where no new keys wait on this device. Throws `Unreachable`. */
export async function fateOfNewKeys(
  { api, things }: Pick<Desk, "api" | "things">,
  body: string,
): Promise<Fate | undefined> {
  const device = await things.pairing(body);
  if (!device || !(await things.newKeys(body))) return undefined;
  return fateIn(await api.facts(body, device.key));
}
