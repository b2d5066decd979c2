/**
 * A lot that several people draw together and anyone can draw again.
 *
 * 1. *Commit.* Everyone deals a secret to all (see shares.ts), publishes the commitment and hands out
 *    the shares. Holders check their shares. Who hasn't given everyone a good share by the close of
 *    commitments takes no part: nothing has been revealed yet, so leaving can't steer anything.
 * 2. *Reveal.* Everyone opens their secret. Who doesn't, or opens a false one, is opened by the
 *    others: any `threshold` of them put their shares together. So what is drawn was fixed when the
 *    commitments closed, and whoever reveals last has nothing left to choose.
 * 3. *Draw.* The seed is SHA-256 over the purpose and all secrets in the order of the people's ids.
 *
 * Fewer than `threshold` people together can neither learn nor change the outcome beforehand.
 */
import { ok, refuse, toHex, utf8, type Result, type Sha256 } from "@nabat/kernel";
import { checkSecret, checkShare, restoreSecret, type Commitment } from "./shares.ts";
import { lotOrder } from "./ties.ts";

/** One who takes part, after the close of commitments. */
export interface LotPart {
  readonly id: string;
  readonly commitment: Commitment;
  /** The opened secret, where the person opened it. */
  readonly secret?: string;
  /** Shares put together by the others, where not: holder's number (from 1, in the order of ids) and share. */
  readonly shares?: readonly (readonly [number, string])[];
}

/** What was drawn: the seed, and of each person whether they opened their secret or the others did. */
export interface LotDraw {
  readonly seed: string;
  readonly opened: readonly { readonly id: string; readonly by: "self" | "others" }[];
}

/**
 * Draws the seed. Refuses (T-2) a lot of fewer than two people, an id twice, a commitment of another
 * threshold, and a secret that neither its owner nor enough others opened.
 */
export function drawLot(
  purpose: string,
  parts: readonly LotPart[],
  threshold: number,
  sha256: Sha256,
): Result<LotDraw> {
  if (parts.length < 2) return refuse("T-2", "too-few-people", { people: parts.length });
  const sorted = [...parts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (new Set(sorted.map((p) => p.id)).size !== sorted.length) return refuse("T-2", "person-twice");
  const secrets: string[] = [];
  const opened: { id: string; by: "self" | "others" }[] = [];
  for (const part of sorted) {
    if (part.commitment.length !== threshold) return refuse("T-2", "other-threshold", { id: part.id });
    if (part.secret !== undefined && checkSecret(part.commitment, part.secret)) {
      secrets.push(part.secret);
      opened.push({ id: part.id, by: "self" });
      continue;
    }
    const good = (part.shares ?? []).filter(
      ([h, s], i, all) =>
        h >= 1 && h <= sorted.length && all.findIndex(([k]) => k === h) === i && checkShare(part.commitment, h, s),
    );
    if (good.length < threshold)
      return refuse("T-2", "not-opened", { id: part.id, shares: good.length, needed: threshold });
    secrets.push(restoreSecret(good.slice(0, threshold)));
    opened.push({ id: part.id, by: "others" });
  }
  const text = ["nabat lot 1", purpose, ...sorted.map((p, i) => `${p.id} ${secrets[i]}`)].join("\n");
  return ok({ seed: toHex(sha256(utf8(text))), opened });
}

/** The first `count` names of the order that a seed gives (see `lotOrder`); indices into `names`. */
export function chooseByLot(names: readonly string[], count: number, seed: string, sha256: Sha256): number[] {
  return lotOrder(names, seed, sha256).slice(0, count);
}
