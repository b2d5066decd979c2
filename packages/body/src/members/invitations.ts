/** Handing out and ending invitations (M-3, M-4, F-7). */
import { type ActId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { decodes } from "../keys/enrol.ts";
import { invite, type Invite, inviteEnd, type InviteEnd } from "./acts.ts";
import { shutBy } from "../voice/links.ts";
import { needsVote } from "./no-vote.ts";
import type { Invitation } from "./part.ts";
import { DAY_MS } from "./settle.ts";

/** Longest term of an invitation, in ms (M-3). */
export const INVITATION_MS = 366 * DAY_MS;

/** An invitation that can be used now, or why not: M-5 (none, ended, expired, used), N-12 (a link whose guest was sent away). */
export function usable(state: State, id: ActId, at: Millis): Result<Invitation> {
  const standing = endable(state, id, at);
  if (standing.ok && standing.value.many && shutBy(state, id, at) !== undefined) return refuse("N-12", "link-shut");
  return standing;
}

/** An invitation that whoever made it can end, or why not (M-5): also a link that is shut, for it may serve again (N-12). */
export function endable(state: State, id: ActId, at: Millis): Result<Invitation> {
  const invitation = state.members.invitations.get(id);
  if (!invitation) return refuse("M-5", "no-such-invitation");
  if (invitation.ended) return refuse("M-5", "invitation-ended");
  if (at > invitation.until) return refuse("M-5", "invitation-expired", { until: invitation.until });
  if (!invitation.many && invitation.used > 0) return refuse("M-5", "invitation-used");
  return ok(invitation);
}

export const inviteKind = defineKind<Invite, undefined>({
  kind: "invite",
  schema: invite,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const { key, as, until, many } = act.data;
    if (!decodes(key)) return refuse("M-3", "no-such-key");
    if (until <= cx.at || until - cx.at > INVITATION_MS)
      return refuse("M-3", "term", { until, most: cx.at + INVITATION_MS });
    if (many && as !== "guest") return refuse("M-4", "group-link-makes-guests", { as });
    const adopted = state.founding.phase === "adopted";
    if (as === "founder" && adopted) return refuse("F-7", "adopted-already");
    if (as === "member" && !adopted) return refuse("F-7", "founders-first");
    const votes = as === "guest" ? ok(true as const) : needsVote(state, act.by, cx.at);
    if (!votes.ok) return votes;
    return admitted(as === "founder" ? "F-7" : "M-3", cameBy(state, act.by));
  },
  apply: (state, act, cx) => {
    const { key, as, until, many } = act.data;
    state.members.invitations.set(cx.id, { key, as, by: act.by, until, many: many === true, used: 0, ended: false });
  },
});

export const inviteEndKind = defineKind<InviteEnd, undefined>({
  kind: "invite.end",
  schema: inviteEnd,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const invitation = endable(state, act.data.invitation, cx.at);
    if (!invitation.ok) return invitation;
    if (invitation.value.by !== act.by) return refuse("M-3", "not-your-invitation");
    return admitted("M-3", act.data.invitation);
  },
  apply: (state, act) => {
    const invitation = state.members.invitations.get(act.data.invitation);
    if (invitation) invitation.ended = true;
  },
});
