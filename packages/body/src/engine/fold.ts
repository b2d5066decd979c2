/**
 * The fold: the state is a function of the entries alone. `enter` applies one admitted entry;
 * `foldEntry` admits and applies, as a checker does. Both own the state they are given.
 */
import { type BodyId, ok, refuse, type Result } from "@nabat/kernel";
import type { Act, Notice, Signed } from "@nabat/record";
import { admitNotice, applyNotice } from "../archive/notices.ts";
import { foundBody } from "../founding/found.ts";
import { noteSigner } from "../keys/settle.ts";
import { noteSign } from "../members/resting.ts";
import { admit, contextOf, kindOf, type Kinds, type Occasion } from "./admit.ts";
import { isMoment } from "./fields.ts";
import type { Admission } from "./kind.ts";
import { settleBegun } from "../statutes/effects.ts";
import { noteSpoken, numberNewcomers } from "../voice/rules.ts";
import type { State } from "./state.ts";

/** Makes the state from a founding act: the one act that needs no authority (F-1). */
export function begin(
  kinds: Kinds,
  signed: Signed<Act>,
  occasion: Occasion,
): Result<{ state: State; admission: Admission }> {
  const kind = kindOf(kinds, signed.document);
  if (!kind.ok) return kind;
  if (signed.document.kind !== "found") return refuse("F-1", "not-a-founding");
  if (!isMoment(occasion.at)) return refuse("R-11", "no-such-moment");
  if (signed.document.body !== undefined || signed.document.saw !== undefined)
    return refuse("F-1", "founding-addressed");
  if (signed.document.seq !== 1) return refuse("R-8", "gap", { expected: 1, got: signed.document.seq });
  const made = foundBody(signed as unknown as Parameters<typeof foundBody>[0], contextOf(signed, 0, occasion));
  if (!made.ok) return made;
  const state = made.value.state;
  state.body = signed.id as unknown as BodyId;
  state.seqs.set(signed.key, 1);
  state.size = 1;
  state.at = occasion.at;
  return ok(made.value);
}

/** Applies an admitted act. `admission` must come from {@link admit} on this very state. */
export function enter(kinds: Kinds, state: State, signed: Signed<Act>, occasion: Occasion, admission: Admission): void {
  const kind = kinds.get(signed.document.kind);
  if (!kind) throw new Error(`no kind ${signed.document.kind}`);
  settleBegun(state, occasion.at);
  noteSpoken(state, signed.document, signed.key, occasion.at);
  kind.apply(state, signed.document, contextOf(signed, state.size, occasion), admission.effect);
  numberNewcomers(state, signed.document.by);
  const author = state.members.members.get(signed.document.by);
  if (author) noteSign(author, occasion.at);
  noteSigner(state, signed.key, signed.document.by, occasion.at);
  state.seqs.set(signed.key, signed.document.seq);
  state.size += 1;
  state.at = occasion.at;
}

/** Admits and applies an act, as a checker does with an entry. */
export function foldAct(kinds: Kinds, state: State, signed: Signed<Act>, occasion: Occasion): Result<Admission> {
  const admitted = admit(kinds, state, signed, occasion);
  if (admitted.ok) enter(kinds, state, signed, occasion, admitted.value);
  return admitted;
}

/** Admits and applies a server's notice. */
export function foldNotice(state: State, signed: Signed<Notice>, at: number): Result<true> {
  if (signed.document.body !== state.body) return refuse("R-7", "another-body");
  if (at < state.at) return refuse("R-11", "time-ran-backward");
  if (!isMoment(at)) return refuse("R-11", "no-such-moment");
  if (!isMoment(signed.document.at)) return refuse("R-15", "bad-data", { notice: String(signed.document.notice) });
  const clock = state.practice.clock;
  if (clock !== undefined && at !== clock) return refuse("P-2", "not-its-clock", { clock });
  const admitted = admitNotice(state, signed, at);
  if (!admitted.ok) return admitted;
  applyNotice(state, signed, at);
  state.size += 1;
  state.at = at;
  return ok(true);
}
