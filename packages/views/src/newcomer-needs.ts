/** What a newcomer's own way to a vote asks of them, and what others' asks of who greets (M-12, M-24 to M-26). */
import {
  burstAt,
  drawWaiting,
  greetersAt,
  hasVote,
  HEARD_MS,
  isNewcomer,
  mayDraw,
  lacking,
  mayRevealGreeter,
  maySee,
  maySeeAlone,
  mayTakePlace,
  missedAt,
  offers,
  REVEAL_MS,
  type State,
  voteWaits,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";

/** What waits for a newcomer or a greeter, for the list of what needs them. */
export interface NewcomerNeed {
  readonly what:
    | "see"
    | "place"
    | "own-way"
    | "own-vote"
    | "contested"
    | "greet"
    | "greet-draw"
    | "greet-offer"
    | "burst";
  readonly path: string;
  readonly text?: Hash;
  readonly person?: MemberId;
  readonly by?: Millis;
  readonly lot?: { readonly draw: ActId; readonly commit: Hash };
}

/** In order of urgency: an admission of one's own that is contested, a lot, one's own vote, newcomers to see. */
export function newcomerNeeds(reader: BodyReader, me: MemberId): NewcomerNeed[] {
  const { state, now, viewer } = reader;
  const out: NewcomerNeed[] = [];
  for (const m of state.motions.motions.values()) {
    const open = m.status === "standing" || m.status === "voting";
    if (m.subject.type === "contest" && m.subject.member === me && open && m.heard === undefined)
      out.push({ what: "contested", path: `/motions/${m.id}#remarks`, text: m.title, by: m.at + HEARD_MS });
  }
  const draw = drawWaiting(state, now);
  const commit = draw?.pool.get(me);
  if (draw && commit && mayRevealGreeter(state, me, now).ok)
    out.push({ what: "greet", path: "/newcomers#greeters", by: draw.at + REVEAL_MS, lot: { draw: draw.id, commit } });
  const own = state.members.members.get(me);
  if (own && (viewer.standing === "member" || viewer.standing === "applicant")) {
    const lacks = lacking(state, own, now);
    const waits = voteWaits(state, own, now).some((w) => w.what !== "time");
    if (mayTakePlace(state, me, now).ok) out.push({ what: "place", path: "/me#vote" });
    else if (lacks.vouchers > 0 || lacks.seen || lacks.decision) out.push({ what: "own-way", path: "/me#vote" });
    else if (waits) out.push({ what: "own-vote", path: "/me#vote" });
  }
  out.push(...greetingNeeds(state, me, now), ...burstNeeds(reader));
  // On a list one was drawn to greet; in a body of few anybody may, and is asked by the newcomer.
  if (!greetersAt(state, now)?.members.includes(me) || !maySeeAlone(state, me, now).ok) return out;
  for (const [id, m] of state.members.members)
    if (isNewcomer(state, id, now) && m.status !== "guest" && !m.seen && maySee(state, id, me, now).ok)
      out.push({ what: "see", path: "/newcomers?status=seen", person: id });
  return out;
}

/** Where newcomers wait to be met and nobody is drawn to: whoever votes may draw some, or offer (M-25). */
function greetingNeeds(state: State, me: MemberId, now: Millis): NewcomerNeed[] {
  if (!hasVote(state, me, now) || maySeeAlone(state, me, now).ok || !waitToBeMet(state, now)) return [];
  const may = mayDraw(state, now);
  if (may.ok) return [{ what: "greet-draw", path: "/newcomers#greeters" }];
  const could = may.code === "too-few-offered" && !offers(state, me, now) && !missedAt(state, now).has(me);
  return could ? [{ what: "greet-offer", path: "/keys#offer" }] : [];
}

function waitToBeMet(state: State, now: Millis): boolean {
  return [...state.members.members.values()].some((m) => voteWaits(state, m, now).some((w) => w.what === "seen"));
}

/** Many who came at once, or many by one: for every member, while it is shown (M-26). */
function burstNeeds({ state, now, viewer }: BodyReader): NewcomerNeed[] {
  if (viewer.standing !== "member") return [];
  const { many, sponsors } = burstAt(state, now);
  return many || sponsors.length > 0 ? [{ what: "burst", path: "/newcomers#bursts" }] : [];
}
