/** What pages show of how a body grows (M-23 to M-27): bursts and common sponsors. Nothing follows from it by itself. */
import type { MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Member } from "./part.ts";
import { rollSize, standingOf } from "./standing.ts";

/** Newcomers within so long are shown as a burst, in ms. */
export const BURST_MS = 30 * 24 * 3600_000;
/** So many by one sponsor, or so many that are more than one part in so many of the roll, are shown. */
export const BURST = { byOne: 3, partOf: 10 } as const;

/** Newcomers who came by one sponsor. */
export interface CommonSponsor {
  readonly sponsor: MemberId;
  readonly newcomers: readonly MemberId[];
}

/** Who came as member, by invitation or card, in the 30 days before `at`. */
export interface Burst {
  readonly since: Millis;
  readonly newcomers: readonly MemberId[];
  readonly roll: number;
  /** More than a tenth of the roll, and three at least. */
  readonly many: boolean;
  /** Who brought three or more of them, most first. */
  readonly sponsors: readonly CommonSponsor[];
}

/** The word by which somebody came: the one that their vote rests on, else who invited. */
export function broughtInBy(member: Member): MemberId | undefined {
  return member.sponsor ?? member.invitedBy;
}

/** Newcomers of the last 30 days, and who brought many of them. */
export function burstAt(state: State, at: Millis): Burst {
  const since = at - BURST_MS;
  const came = [...state.members.members.values()].filter((m) => {
    const has = standingOf(m, at);
    return !m.founder && m.applied !== undefined && m.applied > since && (has === "applicant" || has === "member");
  });
  const by = new Map<MemberId, MemberId[]>();
  for (const m of came) {
    const sponsor = broughtInBy(m);
    if (sponsor) by.set(sponsor, [...(by.get(sponsor) ?? []), m.id]);
  }
  const roll = rollSize(state, at);
  return {
    since,
    newcomers: came.map((m) => m.id),
    roll,
    many: came.length >= BURST.byOne && came.length * BURST.partOf > roll,
    sponsors: [...by]
      .filter(([, newcomers]) => newcomers.length >= BURST.byOne)
      .map(([sponsor, newcomers]) => ({ sponsor, newcomers }))
      .sort((a, b) => b.newcomers.length - a.newcomers.length),
  };
}
