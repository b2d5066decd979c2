/**
 * Out of whose share of the room an entry's bytes come (C-2, N-6). Shares are those of who has a vote: nobody comes to one
 * in a day, so that puppets make nobody's share smaller. Who has none shares with who invited them.
 */
import type { MemberId } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import { hasVote, standing, type State } from "@nabat/body";
import type { Bringing } from "./room.ts";

type Signed = Pick<Act, "kind" | "by" | "data">;

/** Who invited whoever signs this; of a card, who enters it. */
export function inviterOf(state: State, act: Signed): MemberId | undefined {
  if (act.kind === "card") return act.by;
  const known = state.members.members.get(act.by);
  return known ? known.invitedBy : state.members.invitations.get(act.data["invitation"] as never)?.by;
}

/** Does a guest bring this in: a guest or applicant, or whoever joins as one? */
export function byGuest(state: State, act: Signed, at: number): boolean {
  if (standing(state, act.by, at) !== "none") return standing(state, act.by, at) !== "member";
  return state.members.invitations.get(act.data["invitation"] as never)?.as === "guest";
}

/** Who has a vote now: among so many shares are made. */
export function sharers(state: State, at: number): number {
  let n = 0;
  for (const id of state.members.members.keys()) if (hasVote(state, id, at)) n++;
  return n;
}

/** Whose share is used by this person: their own with a vote; else that of who invited them, or invited that one, and has one. */
export function sharerOf(state: State, id: MemberId, at: number): MemberId {
  const { members } = state.members;
  let one = id;
  for (let steps = 0; steps < members.size && !hasVote(state, one, at); steps++) {
    const by = members.get(one)?.invitedBy;
    if (by === undefined) break;
    one = by;
  }
  return one;
}

/** What an act brings in, as the room is asked for it. */
export function bringingOf(state: State, act: Signed, bytes: number, at: number): Bringing {
  const inviter = inviterOf(state, act);
  const vote = state.votes.votes.get(act.data["vote"] as never);
  return {
    kind: act.kind,
    by: sharerOf(state, act.by, at),
    guest: byGuest(state, act, at),
    bytes,
    inviter: inviter === undefined ? undefined : sharerOf(state, inviter, at),
    ...(vote?.opinion ? { opinion: true } : {}),
  };
}
