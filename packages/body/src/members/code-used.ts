/** A code of a card is used: spent, and a sign of its holder (M-20, K-18). */
import type { MemberId } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { noteAwake } from "../keys/settle.ts";
import { spendCode } from "./codes.ts";
import { noteSign } from "./resting.ts";

/** Spends this code of a card. Throws where nobody has that number: rules have checked it before. */
export function useCode(state: State, id: MemberId, code: string, cx: Context): void {
  const member = state.members.members.get(id);
  if (!member) throw new Error("a card of nobody");
  spendCode(state, member, code, cx.sha256, cx.at);
  noteAwake(state, id, cx.at);
  noteSign(member, cx.at);
}
