/**
 * The secret of an offer to count, revealed by itself where a lot waits for it (V-54, V-59, M-25): nobody need
 * think of it. Nothing of a vote is in it; who offered has agreed to it then.
 */
import { signAndSend } from "../act/send.ts";
import { desk } from "./desk.ts";
import { t } from "./say.ts";

/** What a body's server says of the lots that wait for this member. */
interface Mine {
  readonly items: readonly {
    readonly what: string;
    readonly lot?:
      | { readonly vote: string; readonly commit: string; readonly recount: boolean }
      | { readonly draw: string; readonly commit: string };
  }[];
}

/** Reveals what this device can, in one body. */
export async function revealAll(body: string): Promise<void> {
  const { things, api } = desk();
  const kept = await things.offers(body);
  if (kept.length === 0) return;
  const got = await api.bytes(`/api/bodies/${body}/mine`);
  if (!("bytes" in got)) return;
  const { items } = JSON.parse(new TextDecoder().decode(got.bytes)) as Mine;
  for (const { lot } of items) {
    const offer = lot && kept.find((o) => o.commit === lot.commit);
    if (!lot || !offer) continue;
    const { secret } = offer;
    const act =
      "draw" in lot
        ? { kind: "greet.reveal", data: { draw: lot.draw, secret }, next: `/b/${body}/newcomers` }
        : {
            kind: "teller.reveal",
            data: { vote: lot.vote, secret, ...(lot.recount ? { recount: true } : {}) },
            next: `/b/${body}/votes/${lot.vote}`,
          };
    const sent = await signAndSend(desk(), body, { ...act, attachments: [], label: t("island-need-reveal") });
    if (sent.is === "entered") await things.dropOffer(body, offer.commit);
  }
}
