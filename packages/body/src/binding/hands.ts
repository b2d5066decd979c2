/** Writing down who agreed to decide now and who signed (B-5, B-6). */
import type { ActId, Hash, MemberId } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { bindVersion } from "../motions/amending.ts";
import { motionCarried, takeBack } from "./decided.ts";
import type { Hands } from "./part.ts";
import { signaturesNeeded, standingHands } from "./ways.ts";

function give(hands: Map<ActId, Hands>, on: ActId, version: Hash, by: MemberId): void {
  const known = hands.get(on);
  // Those given for an older text count no more.
  if (known?.version === version) {
    if (!known.by.includes(by)) known.by.push(by);
  } else hands.set(on, { version, by: [by] });
}

/** Notes an agreement to decide now (B-5). */
export function agree(state: State, on: ActId, version: Hash, by: MemberId): void {
  give(state.binding.agreed, on, version, by);
}

/** Notes a signature for a text; the one that makes it enough decides it (B-6). */
export function signFor(state: State, on: ActId, version: Hash, by: MemberId, cx: Context): void {
  give(state.binding.signed, on, version, by);
  const { needed, whole } = signaturesNeeded(state, cx.at);
  const signed = standingHands(state, state.binding.signed.get(on), version, cx.at).length;
  const motion = state.motions.motions.get(on);
  if (!motion || signed < needed) return;
  takeBack(state, motion.decidedBy);
  bindVersion(state, motion, cx.id);
  bind(state, motion.title, cx.id);
  motionCarried(state, motion, cx.id, { way: "signed", voted: signed, whole, text: version }, cx);
}
