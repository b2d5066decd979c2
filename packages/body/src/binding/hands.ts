/** Writing down who agreed to decide now and who signed (B-5, B-6). */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { noteSign } from "../members/resting.ts";
import { bindVersion } from "../motions/amending.ts";
import { motionCarried, takeBack } from "./decided.ts";
import type { Hands } from "./part.ts";
import { signaturesNeeded, signedFor } from "./ways.ts";

function give(hands: Map<ActId, Hands>, on: ActId, version: Hash, by: MemberId): Hands {
  const known = hands.get(on);
  // Those given for an older text count no more.
  const given = known?.version === version ? known : { version, by: [] };
  if (!given.by.includes(by)) given.by.push(by);
  hands.set(on, given);
  return given;
}

/** Notes an agreement to decide now, and when it was given (B-5). */
export function agree(state: State, on: ActId, version: Hash, by: MemberId, at: Millis): void {
  const given = give(state.binding.agreed, on, version, by);
  (given.at ??= new Map()).set(by, at);
}

/** A vote was called by it: agreements are for one vote (B-5). */
export function useUp(state: State, on: ActId): void {
  state.binding.agreed.delete(on);
}

/** Notes a signature for a text; the one that makes it enough decides it (B-6). */
export function signFor(state: State, on: ActId, version: Hash, by: MemberId, cx: Context): void {
  // Who signs is awake, and counted with those who are (M-20, O-14).
  const signer = state.members.members.get(by);
  if (signer) noteSign(signer, cx.at);
  give(state.binding.signed, on, version, by);
  const motion = state.motions.motions.get(on);
  if (!motion) return;
  const { needed, whole } = signaturesNeeded(state, motion, cx.at);
  const signed = signedFor(state, motion, version, cx.at).length;
  if (signed < needed) return;
  takeBack(state, motion.decidedBy);
  bindVersion(state, motion, cx.id);
  bind(state, motion.title, cx.id);
  motionCarried(state, motion, cx.id, { way: "signed", voted: signed, whole, text: version }, cx);
}
