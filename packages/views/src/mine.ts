/** What needs this person, by date: votes open, counts to give, admissions to vouch for, keys to look at. */
import {
  actionsIn,
  amendmentsTo,
  amendmentWaits,
  byLists,
  contestUntil,
  calls,
  closedList,
  declarableFrom,
  firstListUntil,
  isOpen,
  LIST_MS,
  fateAt,
  forceStage,
  listsOf,
  lotFor,
  mayAccept,
  mayOpenFor,
  mayVouch,
  maySign,
  maySignList,
  outNote,
  sittingEnd,
  standing,
  stillUntil,
  statutesOf,
  voteStage,
  restsFrom,
  statutesAt,
  STAY_APPEAL_MS,
  stayEndedBy,
  WAIT_MS,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { lastDecisions } from "./binding.ts";
import type { NEEDS } from "./needs.ts";
import { bindingNeeds } from "./binding-needs.ts";
import { voteBehind } from "./force-shown.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead, peopleOf, type Shown, textsOf, votesHere } from "./shared.ts";
import { newcomerNeeds } from "./newcomer-needs.ts";
import { type DeviceNow, deviceNow, endedByNames, ownerOfDevice } from "./device.ts";
import { keyNeeds, sheetNeeds, signable } from "./key-needs.ts";
import { forMe, waitingNow } from "./pending.ts";
import { appealsNow } from "./voice.ts";
import { titleOf } from "./votes.ts";

export interface MineItem {
  readonly what: (typeof NEEDS)[number];
  /** Title of the motion or sitting, or name of the person. */
  readonly title: Shown;
  /** Page below `/b/:body`. */
  readonly path: string;
  /** Until when, where there is a term. */
  readonly by?: Millis;
  /** Of `number`: in how many lists there is to look. */
  readonly lists?: number;
  /** Of `reveal` and `greet`: the vote, or the draw of greeters, and the offer whose secret its lot waits for (V-54, M-25). */
  readonly lot?:
    | { readonly vote: ActId; readonly commit: Hash; readonly recount: boolean }
    | { readonly draw: ActId; readonly commit: Hash };
}

export interface MineView {
  /** The body's time zone, in which its dates are said. */
  readonly zone: string;
  readonly items: readonly MineItem[];
  /** Where this device has ended, or signs nothing of some things for now: it is told before it writes (K-2, K-12). */
  readonly device?: DeviceNow;
  /** Decided in the last fourteen days, newest first. */
  readonly decided: readonly {
    readonly motion: ActId;
    readonly title: Shown;
    readonly outcome: string;
    readonly at: Millis;
  }[];
}

interface Need extends Omit<MineItem, "title"> {
  readonly text?: Hash;
  readonly person?: MemberId;
}

/** What this viewer is needed for in this body; empty for strangers. */
export async function mineView(reader: BodyReader): Promise<MineView> {
  mustRead(reader);
  const me = reader.viewer.member;
  const needs =
    me === undefined
      ? []
      : [
          ...voteNeeds(reader, me),
          ...sittingNeeds(reader, me),
          ...meetingNeeds(reader, me),
          ...amendmentNeeds(reader, me),
          ...fallenNeeds(reader, me),
          ...hiddenNeeds(reader, me),
          ...personNeeds(reader, me),
          ...appealsNow(reader).map(({ member, by }): Need => ({
            what: "stay-appeal",
            path: `/guests/${member}`,
            person: member,
            by,
          })),
          ...keyNeeds(reader, me).map((need): Need => need),
          ...(await sheetNeeds(reader)).map((need): Need => need),
          ...newcomerNeeds(reader, me).map((need): Need => need),
          ...signatureNeeds(reader, me),
          ...foundingNeeds(reader, me),
          ...bindingNeeds(reader, me).map((need): Need => need),
        ].filter(({ what }) => signable(reader, what));
  // A meeting of this hour has no term and is first.
  const order = ({ what, by }: Need): number =>
    what === "meeting-held" || what === "meeting-due" ? 0 : (by ?? Number.MAX_SAFE_INTEGER);
  needs.sort((a, b) => order(a) - order(b));
  const { state, now } = reader;
  const decisions = lastDecisions(state);
  const results = [...state.votes.votes.values()].flatMap((v) => {
    const motion = state.motions.motions.get(v.motion);
    const decision = decisions.get(v.motion);
    // What all voted on since is told by their vote (B-11).
    if (decision && voteBehind(state, decision) !== v) return [];
    // An opinion decided nothing (B-3).
    return v.result && !v.opinion && motion && v.result.at > now - 14 * 86_400_000
      ? [{ motion: motion.id, hash: motion.title, outcome: v.result.outcome as string, at: v.result.at }]
      : [];
  });
  const text = await textsOf(reader, [...needs.flatMap((n) => n.text ?? []), ...results.map((r) => r.hash)]);
  const person = await peopleOf(
    reader,
    needs.flatMap((n) => n.person ?? []),
  );
  const device = deviceNow(reader);
  return {
    zone: statutesOf(state, now).zone,
    ...(device ? { device } : {}),
    items: needs.map(({ text: hash, person: id, ...rest }) => {
      const name = id && person(id).name;
      return { ...rest, title: hash ? text(hash) : name !== undefined ? { text: name } : {} };
    }),
    decided: results
      .sort((a, b) => b.at - a.at)
      .slice(0, 20)
      .map(({ hash, ...r }) => ({ ...r, title: text(hash) })),
  };
}

function voteNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, now, viewer } = reader;
  const out: Need[] = [];
  for (const vote of state.votes.votes.values()) {
    const title = titleOf(state, vote);
    const where = { path: `/votes/${vote.id}`, ...(title ? { text: title } : {}) };
    const stage = voteStage(state, vote, now);
    const fate = fateAt(state, vote, now);
    const may = actionsIn(state, vote, me, now, viewer.key);
    // At a sitting it decides at once; what came of it can be put to all for as long (V-63, B-9).
    const until = (vote.result?.at ?? 0) + WAIT_MS;
    const there = !byLists(vote) && vote.result && now < until && may.miss.ok ? until : undefined;
    // A declared result can still be contested by whom its list cheated, as long as they may say so (V-58).
    const look = byLists(vote) && vote.result && may.miss.ok ? contestUntil(state, vote) : there;
    const open = stage === "open" || stage === "counting" || stage === "called" || fate?.is === "contested";
    const waits = open || look !== undefined;
    if (!waits || viewer.standing !== "member") continue;
    const waiting = lotFor(state, vote, me, now);
    const commit = waiting?.lot.pool.get(me);
    const opens = vote.opens === undefined || now >= vote.opens ? {} : { by: vote.opens };
    if (waiting && commit)
      out.push({ what: "reveal", ...where, ...opens, lot: { vote: vote.id, commit, recount: waiting.recount } });
    else if (may.addTeller.ok) out.push({ what: "teller", ...where, ...opens });
    if (may.openAgain.ok) out.push({ what: "again", ...where });
    if (may.recount.ok) out.push({ what: "recount", ...where });
    // While the list lies open that decides unless numbers are missed in it (V-58).
    if (fate?.is === "waiting" && fate.until !== undefined && may.miss.ok && !may.tally.ok)
      out.push({ what: "number", ...where, by: fate.until, lists: listsOf(vote).length });
    if (look !== undefined) out.push({ what: "number", ...where, by: look, lists: listsOf(vote).length });
    if (may.cast.ok) out.push({ what: "vote", ...where, ...(vote.closes === undefined ? {} : { by: vote.closes }) });
    const from = declarableFrom(state, vote, now);
    const list = firstListUntil(vote, from, now);
    // What was handed in before the close may still arrive: till then nobody counts.
    if (stage === "counting" && byLists(vote) && vote.tellers.includes(me) && from !== undefined && now < from)
      out.push({ what: "tally-soon", ...where, by: from });
    if (may.tally.ok && !vote.tallies.has(me))
      out.push(list === undefined ? { what: "tally", ...where } : { what: "list", ...where, by: list });
    else if (may.declare.ok && (vote.caller === me || vote.tellers.includes(me)))
      out.push({ what: "declare", ...where });
  }
  return out;
}

function sittingNeeds(reader: BodyReader, me: MemberId): Need[] {
  const out: Need[] = [];
  for (const s of reader.state.sittings.sittings.values())
    if (sittingEnd(s, reader.now) === undefined && s.tellers.includes(me) && !s.counts.has(me))
      out.push({ what: "headcount", path: `/sittings/${s.id}`, text: s.title });
  return out;
}

/** Calls to sign, meetings within a week, candidacies to accept. */
function meetingNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, now, viewer } = reader;
  if (viewer.standing !== "member") return [];
  const out: Need[] = [];
  for (const { call, stage } of calls(state, now)) {
    if (stage === "signing" && maySign(state, call, me, now).ok)
      out.push({ what: "sign", path: `/meetings/${call.id}`, text: call.title, by: call.starts });
    const where = { path: `/meetings/${call.id}`, text: call.title };
    if (stage === "held") {
      const open = call.sittings.find((s) => isOpen(state, s, now));
      out.push({ what: "meeting-held", ...where, ...(open ? { path: `/sittings/${open}` } : {}) });
    } else if (stage === "due") {
      // To others it is a meeting that is coming, until anybody may open it (G-27).
      const halls = call.halls.length > 0 ? call.halls : [undefined];
      const may = halls.some((h) => mayOpenFor(state, { call: call.id, ...(h ? { hall: h } : {}) }, me, now).ok);
      out.push(may ? { what: "meeting-due", ...where } : { what: "meeting", ...where, by: call.starts });
    }
    if (stage === "called" && call.starts < now + 7 * 86_400_000)
      out.push({ what: "meeting", ...where, by: call.starts });
  }
  for (const election of state.elections.elections.values())
    if (mayAccept(state, election, me, now).ok)
      out.push({
        what: "accept",
        path: `/elections/${election.id}`,
        text: election.title,
        ...(election.nominationsUntil === undefined ? {} : { by: election.nominationsUntil }),
      });
  return out;
}

/** Motions of one's own with amendments that wait and are not being voted on: take one in, or let it come to a vote. */
function amendmentNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, viewer } = reader;
  if (viewer.standing !== "member") return [];
  return [...state.motions.motions.values()]
    .filter(
      (m) =>
        m.mover === me &&
        m.status === "standing" &&
        amendmentsTo(state, m).some((a) => a.votes.length === 0 && amendmentWaits(state, a)),
    )
    .map((m) => ({ what: "amendment", path: `/motions/${m.id}#amendments`, text: m.title }));
}

/** Positions that fell, since a called meeting decides: until it has, or another vote is called (V-71). */
function fallenNeeds({ state, now }: BodyReader, me: MemberId): Need[] {
  return [...state.votes.votes.values()].flatMap((vote) => {
    const by = vote.overtakenBy === undefined ? undefined : state.votes.votes.get(vote.overtakenBy);
    if (!by || by.result || !vote.cast.has(me) || voteStage(state, by, now) === "overtaken") return [];
    const title = titleOf(state, vote);
    return [{ what: "fell" as const, path: `/votes/${by.id}`, ...(title ? { text: title } : {}) }];
  });
}

/** One's own words that a decision took out of view, while an appeal may be made (E-8). */
function hiddenNeeds({ state, now }: BodyReader, me: MemberId): Need[] {
  return [...state.archive.outOfView].flatMap(([hash]) => {
    const note = state.archive.owners.get(hash) === me ? outNote(state, hash, now) : undefined;
    return note?.stage === "out"
      ? [{ what: "appeal" as const, path: "/record#out-of-view", text: hash, by: note.until }]
      : [];
  });
}

function personNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, now } = reader;
  const out: Need[] = [];
  const asked = statutesAt(state, now)?.statutes.admission.vouchers ?? 0;
  for (const [id, m] of state.members.members)
    if (standing(state, id, now) === "applicant" && m.vouchers.length < asked && mayVouch(state, id, me, now).ok)
      out.push({ what: "vouch", path: "/members?status=applicant", person: id });
  const myself = state.members.members.get(me);
  out.push(...ownStay(reader, me));
  const still = stillUntil(state, me, now);
  if (still !== undefined) out.push({ what: "stilled", path: "/me", by: still });
  if (myself?.asks) {
    const by = restsFrom(myself);
    out.push({ what: "stay", path: `/members#${me.slice(0, 12)}`, ...(by === undefined || by <= now ? {} : { by }) });
  }
  return out;
}

/** A guest is told of what would end their stay, and of what was decided until it does (N-8). */
function ownStay({ state, now }: BodyReader, me: MemberId): Need[] {
  if (standing(state, me, now) !== "guest") return [];
  const decided = lastDecisions(state);
  return [...state.motions.motions.values()].flatMap((m) => {
    if (m.subject.type !== "guest-stay" || m.subject.member !== me) return [];
    const decision = decided.get(m.id);
    const stage = decision && !decision.lost ? forceStage(decision, now) : undefined;
    const open = m.status === "standing" || m.status === "voting";
    if (!open && stage !== "waits" && stage !== "suspended" && stage !== "contested") return [];
    const by = stage === "waits" && decision?.from !== undefined ? { by: decision.from } : {};
    return [{ what: "stay-moved" as const, path: `/motions/${m.id}`, text: m.title, ...by }];
  });
}

/** Of a device that has ended, or in whose member's name another left, and that reads nothing more: that, and what can be done; `undefined`: it is none. */
export async function endedDeviceMine(reader: BodyReader): Promise<MineView | undefined> {
  const device = ownerOfDevice(reader) === undefined ? undefined : deviceNow(reader);
  if (device?.is !== "ended" && device?.is !== "left") return undefined;
  const zone = statutesOf(reader.state, reader.now).zone;
  return { zone, device, items: await endedNeeds(reader, device), decided: [] };
}

/** What whoever lost their place here can still say against it, first of all: that it wasn't them who left, or that the new keys aren't theirs. */
async function endedNeeds(
  reader: BodyReader,
  device: Extract<DeviceNow, { readonly is: "ended" | "left" }>,
): Promise<MineItem[]> {
  if (device.is === "left")
    return device.back === undefined
      ? [{ what: "left-sheet", title: {}, path: "/lost", by: device.sheet }]
      : [{ what: "left-undo", title: {}, path: "/keys", by: device.back }];
  if (device.objects !== undefined) return [{ what: "object", title: {}, path: "/keys", by: device.objects }];
  if (device.sheet === undefined) return [];
  const by = (await endedByNames(reader)).join(", ");
  return [{ what: "keys-changed", title: by === "" ? {} : { text: by }, path: "/lost", by: device.sheet }];
}

/** Of whoever's stay was ended, all that is said to them here: that it was, why, and until when they may appeal; `undefined`: it wasn't. */
export function endedStayMine({ state, now, viewer }: BodyReader): MineView | undefined {
  const stay = viewer.member === undefined ? undefined : state.members.members.get(viewer.member)?.stay;
  const end = stayEndedBy(stay, now);
  if (!end) return undefined;
  const until = end.from + STAY_APPEAL_MS;
  const appealed = stay?.appealed !== undefined && stay.appealed.at >= end.from;
  const by = !appealed && now <= until ? { by: until } : {};
  return {
    zone: statutesOf(state, now).zone,
    items: [{ what: "stay-ended", title: {}, path: "/stay", ...by }],
    decided: [],
  };
}

/** What a second signature is for: the line says it, so that nobody signs unseen. */
const SIGNED: Readonly<Record<string, Need["what"]>> = {
  seen: "cosign-seen",
  card: "cosign-card",
  "leave.card": "cosign-leave",
  "list.card": "cosign-list",
  "vote.card": "cosign-vote",
  "now.card": "cosign-now",
  "guest.still": "cosign-still",
  "key.recover": "cosign-keys",
  "card.again": "cosign-card-again",
};

/** Second signatures that are this member's to give (K-8); new keys for somebody, if they know the person (K-6). */
function signatureNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, now } = reader;
  if (!votesHere(reader)) return [];
  return waitingNow(state, now)
    .filter((line) => forMe(state, line, me, now))
    .map(({ kind, data }) => {
      const [first] = data.members ?? [];
      const person = data.member ?? first;
      return {
        what: SIGNED[kind] ?? ("cosign" as const),
        path:
          kind === "list.card"
            ? "/founders"
            : kind === "leave.card"
              ? "/by-card"
              : kind === "guest.still"
                ? `/guests/${data.member ?? ""}`
                : kind === "now.card"
                  ? `/motions/${data.motion ?? ""}#now`
                  : kind === "key.recover" || kind === "card.again"
                    ? "/new-keys"
                    : data.vote === undefined
                      ? "/members"
                      : `/votes/${data.vote}`,
        ...(data.name ? { text: data.name.hash } : person === undefined ? {} : { person }),
      };
    });
}

/** The founders' list: to sign it, and for the founder to bring others onto it and close it (F-14 to F-18). */
function foundingNeeds(reader: BodyReader, me: MemberId): Need[] {
  const { state, now, viewer } = reader;
  const path = "/founders";
  const closed = closedList(state, now);
  if (closed)
    return maySignList(state, closed.id, me, now, viewer.key).ok
      ? [{ what: "sign-list", path, by: closed.at + LIST_MS }]
      : [];
  const { founder, closedBy = [] } = state.founding;
  // Where the founder has had their turn, it is for the others to close it.
  if (state.founding.phase !== "provisional" || viewer.standing !== "member") return [];
  if (founder !== me && (!closedBy.includes(founder) || closedBy.includes(me))) return [];
  if (state.members.members.size < 2) return [{ what: "invite", path: "/invite" }];
  return founder === me && closedBy.includes(me) ? [] : [{ what: "close-list", path }];
}
