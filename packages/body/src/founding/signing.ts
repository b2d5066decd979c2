/** What signatures under the closed list do: they adopt the body (F-6), or bring in who signs later (F-18). */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { endVote, settleVote } from "../members/vote-begins.ts";
import { adoptBody } from "./effects.ts";
import { closedList, signatures } from "./list.ts";

/** The act that signed, left or confirmed a card, with its moment and place in the record. */
export interface By {
  readonly id: ActId;
  readonly at: Millis;
  readonly index: number;
}

/** Enters a person's signature, and what follows from it. */
export function enterSignature(state: State, member: MemberId, by: By): void {
  const list = state.founding.list;
  if (!list) throw new Error("a signature without a list");
  list.signed.set(member, by.id);
  if (state.founding.phase === "adopted") bindFounder(state, member, by);
  else adoptIfSigned(state, by);
}

/**
 * Adopts the body once more than half of those on the list have signed (F-6). Asked after each signature,
 * and after somebody left: so nobody who goes holds up those who stay.
 */
export function adoptIfSigned(state: State, by: By): void {
  const list = closedList(state, by.at);
  if (!list || state.founding.phase === "adopted") return;
  const { signed, needed } = signatures(state, list, by.at);
  if (signed < needed) return;
  adoptBody(state, by.id, by.at);
  for (const id of list.people) {
    if (list.signed.has(id)) bindFounder(state, id, by);
    else onlyListed(state, id);
  }
}

/** From now on this person is a member (F-6, F-18). Does nothing to who has left. */
function bindFounder(state: State, id: MemberId, by: By): void {
  const member = state.members.members.get(id);
  if (!member || member.status === "left") return;
  member.status = "member";
  member.founder = true;
  member.from = by.at;
  member.fromIndex = by.index;
  endVote(member);
  settleVote(state, member, by.at);
}

/** Who hasn't signed is no member, and counted nowhere (F-18): they read and speak like guests. */
export function onlyListed(state: State, id: MemberId): void {
  const member = state.members.members.get(id);
  if (!member || member.status === "left") return;
  member.status = "guest";
  delete member.founder;
  delete member.from;
  delete member.fromIndex;
  endVote(member);
}
