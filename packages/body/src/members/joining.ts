/** Joining with an invitation (M-1, M-5 to M-7, M-10, F-7), and a guest's asking to become a member (M-17). */
import { type ActId, type KeyId, type MemberId, type Millis, ok, refuse } from "@nabat/kernel";
import { type Act, proofKey } from "@nabat/record";
import { bringIn, mayBring } from "../archive/own.ts";
import { defineKind, type NestedSignature } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { roomForGuest, roomToApply } from "../voice/links.ts";
import type { State } from "../engine/state.ts";
import { mayComeOn } from "../founding/list.ts";
import { checkEnrolment, enterKeys, grantSignature } from "../keys/enrol.ts";
import { apply, type Apply, join, joinBytes, type Join } from "./acts.ts";
import { beginAnew } from "./effects.ts";
import { usable } from "./invitations.ts";
import type { Member } from "./part.ts";
import { placeLeft } from "./seats.ts";
import { settle } from "./settle.ts";
import { standingOf } from "./standing.ts";

/** The invitation key's signature for this person on this device, for the caller to verify (M-5). */
function invitedSignature(state: State | undefined, act: Act<Join | Apply>, device: KeyId): readonly NestedSignature[] {
  const invitation = state?.members.invitations.get(act.data.invitation);
  if (!state || !invitation) return [];
  return [
    { key: invitation.key, message: joinBytes(state.body, act.by, device), signature: act.data.invited, rule: "M-5" },
  ];
}

/** A person as they come in. `status` decides the rest. */
export function newcomer(
  id: MemberId,
  by: ActId,
  at: Millis,
  of: Pick<Member, "name" | "status"> & Partial<Member>,
): Member {
  const byCard = of.card ? { byCard: true as const } : {};
  return { id, by, joined: at, vouchers: [], seen: false, decided: false, codes: [], card: false, ...byCard, ...of };
}

export const joinKind = defineKind<Join, undefined>({
  kind: "join",
  schema: join,
  signer: "newcomer",
  beforeAdoption: true,
  nested: (act, state) => [
    ...invitedSignature(state, act, act.data.enrol.device),
    ...(state ? [grantSignature(state.founding.nonce, act.data.enrol.reserve, act.data.enrol)] : []),
  ],
  admit: (state, act, cx) => {
    const invitation = usable(state, act.data.invitation, cx.at);
    if (!invitation.ok) return invitation;
    if (state.members.members.has(act.by)) return refuse("M-1", "known-already");
    const keys = checkEnrolment(state.keys.keys, act.data.enrol, cx.key, { by: act.by, sha256: cx.sha256 });
    if (!keys.ok) return keys;
    const { as } = invitation.value;
    const founds = as === "founder" ? mayComeOn(state, cx.at) : ok(true);
    if (!founds.ok) return founds;
    const names = mayBring(state, act.by, { name: act.data.name });
    if (!names.ok) return names;
    const way = invitation.value.many ? "links" : "personal";
    const room = as === "founder" ? ok(true as const) : roomForGuest(state, invitation.value.by, way, cx.at);
    if (!room.ok) return room;
    const place = as === "guest" ? ok(true as const) : placeLeft(state, cx.at);
    if (!place.ok) return place;
    return admitted(as === "founder" ? "F-7" : "M-5", act.data.invitation);
  },
  apply: (state, act, cx) => {
    const invitation = state.members.invitations.get(act.data.invitation);
    if (!invitation) throw new Error("join without its invitation");
    invitation.used += 1;
    if (!invitation.many) invitation.usedBy = act.by;
    bringIn(state, act.by, { name: act.data.name });
    const at = cx.at;
    const name = act.data.name.hash;
    const invitedBy = invitation.by;
    let member: Member;
    if (invitation.as === "founder")
      member = newcomer(act.by, cx.id, at, {
        name,
        invitedBy,
        status: "member",
        founder: true,
        from: at,
        fromIndex: cx.index,
      });
    else if (invitation.as === "member")
      member = newcomer(act.by, cx.id, at, { name, invitedBy, status: "applicant", applied: at });
    else {
      const link = invitation.many ? { link: act.data.invitation } : {};
      member = newcomer(act.by, cx.id, at, { name, invitedBy, status: "guest", ...link });
    }
    state.members.members.set(act.by, member);
    enterKeys(state, act.by, act.data.enrol, at);
    settle(state, member, at);
  },
});

export const applyKind = defineKind<Apply, undefined>({
  kind: "apply",
  schema: apply,
  signer: "guest",
  nested: (act, state) => {
    const device = proofKey(act.proof);
    return device.ok ? invitedSignature(state, act, device.value) : [];
  },
  admit: (state, act, cx) => {
    const guest = state.members.members.get(act.by);
    const has = standingOf(guest, cx.at);
    if (!guest || has !== "guest") return refuse("M-17", "not-a-guest", { standing: has });
    const invitation = usable(state, act.data.invitation, cx.at);
    if (!invitation.ok) return invitation;
    if (invitation.value.as !== "member")
      return refuse("M-17", "not-a-members-invitation", { as: invitation.value.as });
    const place = placeLeft(state, cx.at);
    if (!place.ok) return place;
    // Whoever invited them before loses one as they gain one: else somebody's guests would be nobody's.
    const room = roomToApply(state, guest, invitation.value.by, cx.at);
    if (!room.ok) return room;
    return admitted("M-17", act.data.invitation);
  },
  apply: (state, act, cx) => {
    const invitation = state.members.invitations.get(act.data.invitation);
    const member = state.members.members.get(act.by);
    if (!invitation || !member) throw new Error("apply without its invitation or guest");
    invitation.used += 1;
    if (!invitation.many) invitation.usedBy = act.by;
    beginAnew(member);
    member.status = "applicant";
    member.applied = cx.at;
    member.invitedBy = invitation.by;
    settle(state, member, cx.at);
  },
});
