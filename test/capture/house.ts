/**
 * A body without signatures: acts go straight to the rules, as already authenticated ones do, under keys and
 * ids that are made up and apart. Thousands a second. Everything else is the body's own code.
 */
import {
  type ActId,
  type BodyId,
  type Hash,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  type Result,
  toHex,
  utf8,
} from "@nabat/kernel";
import { type Act, type AttachmentRef, type Signed, toMultikey } from "@nabat/record";
import { admit, type Kinds, type Occasion } from "@nabat/body/engine/admit.ts";
import { begin, enter } from "@nabat/body/engine/fold.ts";
import type { Opening } from "@nabat/body/engine/kind.ts";
import { copyState } from "@nabat/body/engine/snapshot.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { memberIdOf } from "@nabat/body/keys/enrol.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { sha256 } from "@nabat/testkit/keys.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Monday, 2 March 2026, midnight UTC: where every history begins. */
export const START: Millis = Date.UTC(2026, 2, 2);

/** Keys and number of one who signs. */
export interface Hand {
  readonly member: MemberId;
  readonly key: KeyId;
  readonly reserve: KeyId;
}

/** The hand that a label stands for. */
export function handOf(label: string): Hand {
  const key = (what: string): KeyId => toMultikey(sha256(utf8(`${label} ${what}`)));
  const reserve = key("reserve");
  return { member: memberIdOf(sha256, reserve), key: key("device"), reserve };
}

/** An entered act. */
export interface Entry {
  readonly index: number;
  readonly at: Millis;
  readonly kind: string;
  readonly by: MemberId;
  readonly id: ActId;
}

const NO_ROOT = "0".repeat(64) as Hash;
const NO_SIGNATURE = "0".repeat(128);
const PROOF = {
  type: "DataIntegrityProof",
  cryptosuite: "eddsa-jcs-2022",
  verificationMethod: "",
  proofPurpose: "assertionMethod",
  proofValue: "",
} as const;
const NO_BYTES = new Uint8Array();

export class House {
  state: State;
  time: Millis;
  /** The table of kinds: the body's, or one with a rule switched off. */
  kinds: Kinds;
  readonly entries: Entry[] = [];
  readonly openings: Map<Hash, Opening>;
  #made: number;

  private constructor(state: State, time: Millis, kinds: Kinds, made = 1) {
    this.state = state;
    this.time = time;
    this.kinds = kinds;
    this.openings = new Map();
    this.#made = made;
  }

  /** A provisional body with its founder. Throws where the founding is refused. */
  static found(founder: Hand, statutes: Statutes, at: Millis = START, kinds: Kinds = KINDS): House {
    const house = new House(undefined as unknown as State, at, kinds);
    const data = {
      nonce: "0".repeat(32),
      type: "assembly",
      name: house.text("public"),
      purpose: house.text("public"),
      statutes,
      text: house.text("public"),
      founder: enrolment(founder),
      founderName: house.text(),
      clerk: toMultikey(sha256(utf8("clerk"))),
    };
    const act = { v: 1, seq: 1, kind: "found", by: founder.member, at, data, proof: PROOF } as unknown as Act;
    const made = begin(kinds, house.#signed(act, founder.key), { at, sha256 });
    if (!made.ok) throw new Error(`not founded: ${made.rule} ${made.code}`);
    house.state = made.value.state;
    return house;
  }

  /** The same house once more: what is done to the copy leaves this one as it is. */
  copy(): House {
    const copied = new House(copyState(this.state), this.time, this.kinds, this.#made);
    for (const [hash, opening] of this.openings) copied.openings.set(hash, opening);
    return copied;
  }

  get body(): BodyId {
    return this.state.body;
  }

  /** An id that nothing has yet. */
  newId(): ActId {
    return (this.#made++).toString(16).padStart(64, "0") as ActId;
  }

  /** A text nobody brought in before. */
  text(grade: "members" | "public" | "closed" = "members", media = "text/plain"): AttachmentRef {
    return { hash: `f${this.newId().slice(1)}` as Hash, grade, media, size: 10 } as AttachmentRef;
  }

  #signed(act: Act, key: KeyId): Signed<Act> {
    return { document: act, id: this.newId(), key, message: NO_BYTES, signature: NO_BYTES };
  }

  /** What the rules are told besides the act. */
  occasion(): Occasion {
    return { at: this.time, sha256, opening: (hash) => this.openings.get(hash) };
  }

  /** Enters an act, or gives the refusal and leaves the state as it was. */
  put(by: Hand, kind: string, data: object): Result<ActId> {
    const act = {
      v: 1,
      body: this.body,
      seq: (this.state.seqs.get(by.key) ?? 0) + 1,
      kind,
      by: by.member,
      at: this.time,
      saw: { size: this.state.size, root: NO_ROOT },
      data,
      proof: PROOF,
    } as unknown as Act;
    const signed = this.#signed(act, by.key);
    const occasion = this.occasion();
    const admitted = admit(this.kinds, this.state, signed, occasion);
    if (!admitted.ok) return admitted;
    this.entries.push({ index: this.state.size, at: this.time, kind, by: by.member, id: signed.id });
    enter(this.kinds, this.state, signed, occasion, admitted.value);
    return ok(signed.id);
  }

  /** Brings a founder onto the list of a provisional body. Throws where that is refused. */
  bringFounder(by: Hand, hand: Hand): void {
    const key = toMultikey(sha256(utf8(`invitation ${hand.member}`)));
    const invitation = this.must(by, "invite", { key, as: "founder", until: this.time + WEEK });
    this.must(hand, "join", { invitation, invited: NO_SIGNATURE, enrol: enrolment(hand), name: this.text() });
  }

  /** As {@link put}; throws where it is refused. */
  must(by: Hand, kind: string, data: object): ActId {
    const done = this.put(by, kind, data);
    if (!done.ok) throw new Error(`${kind} refused: ${done.rule} ${done.code} ${JSON.stringify(done.facts)}`);
    return done.value;
  }
}

function enrolment(hand: Hand): object {
  return { reserve: hand.reserve, device: hand.key, box: toHex(sha256(utf8(hand.key))), grant: NO_SIGNATURE };
}
