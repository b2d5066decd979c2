/**
 * Admission: the checks that every act passes before its chapter's rule sees it, in a fixed order,
 * so that a refusal names the first rule broken. Pure: the clerk, a member's page and the checker
 * run this same code.
 */
import { type Hash, ok, refuse, type Result } from "@nabat/kernel";
import type { Act, Signed } from "@nabat/record";
import * as z from "zod/mini";
import { opensNothing } from "../archive/openings.ts";
import { mayInTerms } from "../keys/terms.ts";
import { needsVote } from "../members/no-vote.ts";
import { keyHolder, standing } from "../members/standing.ts";
import { inPace } from "../voice/pace.ts";
import { stayEndedBy } from "../voice/stay-over.ts";
import { mayBeSaid } from "../voice/rules.ts";
import type { Admission, AnyKind, Context, Evidence, NestedSignature, Opening } from "./kind.ts";
import type { State } from "./state.ts";
import { surely } from "./sure.ts";

/** The table of kinds: composed in mod.ts from the chapters. */
export type Kinds = ReadonlyMap<string, AnyKind>;

/** What the caller adds to an authenticated act. */
export interface Occasion {
  readonly at: number;
  readonly sha256: Context["sha256"];
  readonly opening?: (ref: Hash) => Opening | undefined;
  readonly evidence?: Evidence;
}

/** The context that rules see. */
export function contextOf(signed: Signed<Act>, index: number, occasion: Occasion): Context {
  // Written out, not spread: this runs twice for every entry of a record.
  const { at, sha256, opening, evidence } = occasion;
  return { at, sha256, opening, evidence, id: signed.id, key: signed.key, index };
}

/** Finds the kind and checks the data's schema. Refuses R-7 (unknown kind) and R-3 (bad data). */
export function kindOf(kinds: Kinds, act: Act): Result<AnyKind> {
  const kind = kinds.get(act.kind);
  if (!kind) return refuse("R-7", "unknown-kind", { kind: act.kind });
  if (surely(kind.schema, act.data)) return ok(kind);
  const parsed = kind.schema.safeParse(act.data);
  if (!parsed.success) {
    const issue = (parsed.error as z.core.$ZodError).issues[0];
    // A field too many is named, not what the check calls it.
    if (issue?.code === "unrecognized_keys")
      return refuse("R-3", "unknown-field", {
        field: [...issue.path.map(String), issue.keys[0] ?? ""].join(".").slice(0, 80),
      });
    return refuse("R-3", "bad-data", {
      field: issue ? issue.path.map(String).join(".").slice(0, 80) || "data" : "data",
    });
  }
  return ok(kind);
}

/**
 * Signatures inside the data that must hold besides the act's own. The caller checks them (that may
 * be asynchronous) before {@link admit}; a false one is refused under its rule.
 */
export function nestedSignatures(
  kind: AnyKind,
  state: State | undefined,
  act: Act,
  sha256: Context["sha256"],
): readonly NestedSignature[] {
  return kind.nested?.(act, state, sha256) ?? [];
}

/**
 * Admits an authenticated act or refuses it. `state` is only read. Order: address, time (R-11; P-2),
 * key (K-1), standing (M-2, M-23), the key's terms (K-12), count, saw, founding (F-5), texts (N-1 to N-3, N-9; E-6),
 * then the chapter's own rule, and last the pace (N-4, N-5).
 */
export function admit(kinds: Kinds, state: State, signed: Signed<Act>, occasion: Occasion): Result<Admission> {
  const act = signed.document;
  const kind = kindOf(kinds, act);
  if (!kind.ok) return kind;
  if (act.kind === "found") return refuse("F-1", "founded-already");
  if (act.body !== state.body) return refuse("R-7", "another-body");
  if (occasion.at < state.at) return refuse("R-11", "time-ran-backward");
  const clock = state.practice.clock;
  if (clock !== undefined && occasion.at !== clock) return refuse("P-2", "not-its-clock", { clock });
  const known = checkSigner(state, signed, kind.value, occasion.at);
  if (!known.ok) return known;
  const last = state.seqs.get(signed.key) ?? 0;
  if (act.seq !== last + 1)
    return refuse("R-8", act.seq <= last ? "entered-already" : "gap", { expected: last + 1, got: act.seq });
  if (act.saw === undefined || act.saw.size > state.size) return refuse("R-9", "saw-the-future", { size: state.size });
  if (state.founding.phase === "provisional" && !kind.value.beforeAdoption)
    return refuse("F-5", "not-adopted-yet", { kind: act.kind });
  const said = mayBeSaid(state, act, occasion.at);
  if (!said.ok) return said;
  const texts = opensNothing(state, act);
  if (!texts.ok) return texts;
  const admission = kind.value.admit(state, act, contextOf(signed, state.size, occasion));
  if (!admission.ok) return admission;
  const pace = inPace(state, { by: act.by, kind: act.kind, data: act.data, key: signed.key }, occasion.at);
  return pace.ok ? admission : pace;
}

function checkSigner(state: State, signed: Signed<Act>, kind: AnyKind, at: number): Result<true> {
  if (kind.signer === "newcomer") return ok(true);
  const by = signed.document.by;
  const ended = kind.alsoEnded?.(state, signed.key, at) ? state.keys.keys.get(signed.key)?.member : undefined;
  const holder = keyHolder(state, signed.key, at) ?? ended;
  if (holder === undefined) {
    const key = state.keys.keys.get(signed.key);
    if (!key) return refuse("K-1", "unknown-key");
    return key.since > at
      ? refuse("K-2", "key-not-yet", { at: key.since })
      : refuse("K-2", "key-ended", { at: key.ended ?? at });
  }
  if (holder !== by) return refuse("K-1", "not-your-key");
  const has = standing(state, by, at);
  if (has === "left") {
    const sent = stayEndedBy(state.members.members.get(by)?.stay, at) !== undefined;
    return kind.alsoLeft ? ok(true) : refuse("M-16", sent ? "stay-ended" : "left");
  }
  if (has === "none") return refuse("M-2", "stranger");
  if (kind.signer !== "guest" && kind.signer !== "founder") {
    if (has !== "member") return refuse("M-2", "not-a-member", { standing: has });
    const votes = kind.signer === "voter" ? needsVote(state, by, at) : ok(true as const);
    if (!votes.ok) return votes;
  }
  const { data } = signed.document;
  return mayInTerms(state, { member: by, key: signed.key, kind: kind.kind, data }, at);
}
