/**
 * The moves of the game: one function a move, which makes the acts that the rules ask for today. Who moves,
 * when and why stands elsewhere; when a rule changes the form of an act, only this file and `sealed.ts` change.
 */
import type { ActId } from "@nabat/kernel";
import type { Decision } from "@nabat/body/binding/part.ts";
import { ballotHash } from "@nabat/body/elections/queries.ts";
import type { MeetingType, Procedure } from "@nabat/body/meetings/acts.ts";
import type { Subject } from "@nabat/body/motions/acts.ts";
import { rollSize } from "@nabat/body/members/standing.ts";
import { askedOf } from "@nabat/body/statutes/queries.ts";
import { modesAllowed } from "@nabat/body/votes/forms.ts";
import { computeResult, resultData } from "@nabat/body/votes/computed.ts";
import { TELLERS_MS } from "@nabat/body/votes/lists.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import { HOUR } from "./house.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";
import { statutesAt } from "./rules.ts";

/** So many are asked, one after the other, whether they may count. */
const MOST_NAMED = 6;

/** What the honest will think of what is moved. */
export interface View {
  readonly appeal: number;
  readonly colludersFor: boolean;
  readonly ordinary?: boolean;
}

/** Moves a motion; everybody's mind is made up at once. */
export function move(world: World, by: Person, subject: Subject, view: View, sitting?: ActId): ActId | undefined {
  const { house, truth } = world;
  const id = world.act(by, "move", {
    title: house.text(),
    text: house.text(),
    subject,
    ...(sitting === undefined ? {} : { sitting }),
  });
  if (id !== undefined) truth.think(id, by, world.now, view);
  return id;
}

export function moveText(world: World, by: Person, view: View, sitting?: ActId): ActId | undefined {
  return move(world, by, { type: "text" }, view, sitting);
}

/** The text that a motion has now. */
export function versionOf(world: World, motion: ActId): string {
  return world.motion(motion)?.versions.at(-1)?.text ?? "0".repeat(64);
}

/** How many together call a meeting. */
export function callersNeeded(world: World): number {
  return askedOf(statutesAt(world).convene.signatures, rollSize(world.state, world.now));
}

/** Calls a meeting; `signers` sign it until it stands. */
export function callMeeting(
  world: World,
  by: Person,
  of: {
    readonly starts: number;
    readonly signers: readonly Person[];
    readonly type?: MeetingType;
    readonly items?: number;
  },
): ActId | undefined {
  const { house } = world;
  const call = world.act(by, "meeting.call", {
    title: house.text(),
    reason: house.text(),
    place: house.text(),
    type: of.type ?? "decide",
    starts: of.starts,
    ...(of.items === undefined ? {} : { itemsUntil: of.items }),
  });
  if (call === undefined) return undefined;
  for (const p of of.signers) {
    if (world.state.meetings.calls.get(call)?.stands !== undefined) break;
    if (p !== by) world.act(p, "meeting.sign", { call });
  }
  return call;
}

/** Puts something on a call's agenda. */
export function putItem(
  world: World,
  by: Person,
  call: ActId,
  of: { readonly motion?: ActId; readonly election?: ActId },
): ActId | undefined {
  return world.act(by, "meeting.item", { call, title: world.house.text(), ...of });
}

export function openSitting(world: World, by: Person, tellers: readonly Person[], call?: ActId): ActId | undefined {
  const id = world.act(by, "sitting.open", {
    title: world.house.text(),
    tellers: tellers.map((t) => t.member),
    ...(call === undefined ? {} : { call }),
  });
  return id;
}

/** Puts a procedural motion at a sitting. */
export function putProcedure(
  world: World,
  by: Person,
  sitting: ActId,
  procedure: Procedure,
  view: View,
): ActId | undefined {
  return move(world, by, { type: "procedure", procedure }, view, sitting);
}

/** Calls a vote in a sitting. */
export function callInside(
  world: World,
  by: Person,
  sitting: ActId,
  on: { readonly motion?: ActId; readonly election?: ActId },
  mode: "hands" | "paper" | "count" = "hands",
): ActId | undefined {
  const version = on.motion === undefined ? ballotOf(world, on.election) : versionOf(world, on.motion);
  return world.act(by, "vote.open", { ...on, version, mode, sitting });
}

export function ballotOf(world: World, election: ActId | undefined): string {
  const found = election === undefined ? undefined : world.state.elections.elections.get(election);
  return found ? ballotHash(sha256, world.state, found, world.now) : "0".repeat(64);
}

/** Calls a vote over days, for the shortest term unless `hours` more are said. */
export function callOutside(
  world: World,
  by: Person,
  on: { readonly motion?: ActId; readonly election?: ActId },
  of: { readonly tellers: readonly Person[]; readonly hoursMore?: number },
): ActId | undefined {
  const { state, now } = world;
  const motion = world.motion(on.motion);
  const mode = motion ? (modesAllowed(state, motion, false, rollSize(state, now), now)[0] ?? "count") : "count";
  const version = on.motion === undefined ? ballotOf(world, on.election) : versionOf(world, on.motion);
  const sealed = mode === "count";
  const closes = now + (sealed ? TELLERS_MS : 0) + (statutesAt(world).voting.hours + (of.hoursMore ?? 0)) * HOUR;
  const data = { ...on, version, mode, closes };
  if (!sealed) return world.act(by, "vote.open", data);
  for (const teller of of.tellers.slice(0, MOST_NAMED)) {
    const vote = world.act(by, "vote.open", { ...data, tellers: [teller.member] });
    // Another is asked only where this one may not count.
    if (vote !== undefined || !["V-24", "V-52", "O-7"].includes(world.lastRefusal?.rule ?? "")) return vote;
  }
  return undefined;
}

/** Calls the vote over days on what a meeting decided and was put to all. */
export function callAgain(world: World, by: Person, decision: Decision, tellers: readonly Person[]): ActId | undefined {
  const { state, now } = world;
  const first = world.vote(decision.vote);
  const motion = world.motion(decision.on);
  const standing = new Set((first?.ballot ?? []).map((c) => c.member));
  const teller = tellers.find((t) => !standing.has(t.member) && t.member !== motion?.mover);
  const mode = motion ? (modesAllowed(state, motion, false, rollSize(state, now), now)[0] ?? "count") : "count";
  const on = decision.election === true ? { election: decision.on } : { motion: decision.on };
  const closes = now + (mode === "count" ? TELLERS_MS : 0) + statutesAt(world).voting.hours * HOUR;
  return world.act(by, "vote.open", {
    ...on,
    version: first?.version,
    mode,
    closes,
    again: decision.id,
    ...(mode === "count" && teller ? { tellers: [teller.member] } : {}),
  });
}

/** Declares what the record gives; `undefined` where nothing can be declared yet. */
export function declare(world: World, by: Person, vote: ActId): ActId | undefined {
  const found = world.vote(vote);
  if (!found || found.result) return undefined;
  const computed = computeResult(found, { sha256, opening: (h) => world.house.openings.get(h) });
  if (!computed.ok) return undefined;
  return world.act(by, "result", resultData(vote, computed.value));
}

export function openElection(
  world: World,
  by: Person,
  of: {
    readonly seats: number;
    readonly termDays: number;
    readonly until: number;
    readonly powers?: readonly string[];
  },
): ActId | undefined {
  return world.act(by, "election.open", {
    title: world.house.text(),
    seats: of.seats,
    rule: "approval",
    termDays: of.termDays,
    powers: [...(of.powers ?? [])],
    nominationsUntil: of.until,
  });
}
