/** Who agreed to decide now or signed for a text, and what that comes to (B-5 to B-7). */
import {
  allAgreed,
  mayAgree,
  mayCall,
  maySignFor,
  mayTakeBack,
  motionStage,
  motionToDecide,
  notAgreed,
  signaturesNeeded,
  signedFor,
  signFrom,
  standingHands,
  wholeRoll,
  codesOf,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { peopleOf, type Person, readable, votesHere } from "./shared.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

/** Who agreed to vote at once on a text or a ballot (B-5). */
export interface AgreeShown {
  /** How many agreed. */
  readonly has: number;
  /** By name for whoever may read the record; else oneself alone (N-11, K-10). */
  readonly agreed: readonly Person[];
  readonly missing: readonly Person[];
  readonly whole: number;
  readonly all: boolean;
  readonly may: boolean;
  readonly yours: boolean;
}

/** How a motion may be decided at once: by the signatures of more than half, or in a vote that all agreed to hold now. */
export interface NowShown {
  /** Of a plain text, and of a recall (O-14). */
  readonly sign?: {
    /** It ends an office: so many of the roll, at any hour. */
    readonly recall: boolean;
    /** How many signed. */
    readonly has: number;
    /** By name for whoever may read the record; else oneself alone: a signature for a text is a position (N-11). */
    readonly signed: readonly Person[];
    readonly needed: number;
    readonly whole: number;
    /** Nobody signs before. */
    readonly from?: Millis;
    readonly may: boolean;
    readonly not?: WhyNot;
    readonly yours: boolean;
  };
  readonly agree: AgreeShown & {
    /** A vote by name may be called at once, outside a sitting. */
    readonly byName: boolean;
    readonly not?: WhyNot;
  };
  readonly mayBack: boolean;
  /** Members with a card who haven't given theirs: another member enters it, a further one confirms. */
  readonly cards: { readonly agree: readonly Person[]; readonly sign: readonly Person[] };
}

/** How this motion may be decided at once; `undefined` where it can't be: decided, or about a meeting's course. */
export async function nowShown(reader: BodyReader, id: ActId): Promise<NowShown | undefined> {
  const { state, now, viewer } = reader;
  const m = state.motions.motions.get(id);
  const last = m?.versions.at(-1);
  // Over keys those decide who met, and nobody at once (K-15).
  if (!m || !last || m.subject.type === "keys" || !motionToDecide(state, m, now)) return undefined;
  if (m.subject.type === "procedure" || m.sections.length > 0) return undefined;
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const version = last.text;
  const recall = m.subject.type === "end-office";
  const bySigning = recall || m.subject.type === "text";
  const signed = signedFor(state, m, version, now);
  const agreed = standingHands(state, state.binding.agreed.get(id), version, now);
  const missing = notAgreed(state, id, version, now);
  const sign = me && maySignFor(state, id, version, me, now);
  const agree = me && mayAgree(state, id, version, me, now);
  const called = me && mayCall(state, { motion: id, version, mode: "name", closes: now + 3_600_000 }, me, now);
  const from = signFrom(m);
  const holders = [...state.members.members.values()].filter(
    (x) => (codesOf(state, x, now)?.length ?? 0) > 0 && x.id !== me,
  );
  const may = (who: MemberId, check: typeof mayAgree) => check(state, id, version, who, now).ok;
  const canSign = holders.filter((x) => bySigning && may(x.id, maySignFor)).map((x) => x.id);
  const canAgree = holders.filter((x) => missing.includes(x.id) && may(x.id, mayAgree)).map((x) => x.id);
  const person = await peopleOf(reader, [...signed, ...agreed, ...missing, ...canSign, ...canAgree]);
  return {
    ...(bySigning
      ? {
          sign: {
            recall,
            has: signed.length,
            signed: readable(reader, signed).map(person),
            ...signaturesNeeded(state, m, now),
            ...(from !== undefined && now < from ? { from } : {}),
            // A vote that is closed decides it, as soon as it is counted; a recall waits for none.
            may: (sign?.ok ?? false) && (recall || motionStage(state, m, now) !== "counting"),
            ...(sign && !sign.ok ? { not: whyNot(sign) } : {}),
            yours: me !== undefined && signed.includes(me),
          },
        }
      : {}),
    agree: {
      has: agreed.length,
      agreed: readable(reader, agreed).map(person),
      missing: readable(reader, missing).map(person),
      whole: wholeRoll(state, now),
      all: allAgreed(state, id, version, now),
      byName: called?.ok ?? false,
      may: agree?.ok ?? false,
      ...(agree && !agree.ok ? { not: whyNot(agree) } : {}),
      yours: me !== undefined && agreed.includes(me),
    },
    mayBack: me !== undefined && (agreed.includes(me) || signed.includes(me)) && mayTakeBack(state, id, me, now).ok,
    cards: {
      agree: me && votesHere(reader) ? canAgree.map(person) : [],
      sign: me && votesHere(reader) ? canSign.map(person) : [],
    },
  };
}

/** Who agreed to vote on this ballot at once, at any sitting (B-5, O-6). */
export async function ballotAgreed(
  reader: BodyReader,
  election: ActId,
  version: Hash,
  ready: boolean,
): Promise<AgreeShown> {
  const { state, now, viewer } = reader;
  const agreed = standingHands(state, state.binding.agreed.get(election), version, now);
  const missing = notAgreed(state, election, version, now);
  const person = await peopleOf(reader, [...agreed, ...missing]);
  const yours = viewer.member !== undefined && agreed.includes(viewer.member);
  return {
    has: agreed.length,
    agreed: readable(reader, agreed).map(person),
    missing: readable(reader, missing).map(person),
    whole: wholeRoll(state, now),
    all: allAgreed(state, election, version, now),
    may: ready && votesHere(reader) && !yours,
    yours,
  };
}
