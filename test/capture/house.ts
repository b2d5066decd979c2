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
  refuse,
  type Result,
} from "@nabat/kernel";
import { type Act, attachmentRefs, type AttachmentRef, type Grade, type Signed } from "@nabat/record";
import { type Kept, placeFor } from "@nabat/clerk/room.ts";
import { bringingOf, sharers } from "@nabat/clerk/room-sharing.ts";
import { admit, type Kinds, type Occasion } from "@nabat/body/engine/admit.ts";
import { begin, enter } from "@nabat/body/engine/fold.ts";
import type { Opening } from "@nabat/body/engine/kind.ts";
import { copyState } from "@nabat/body/engine/snapshot.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { Enrolment } from "@nabat/body/keys/acts.ts";
import { joinBytes, type InvitedAs } from "@nabat/body/members/acts.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import { CLERK, deviceOf, type Hand, invitationKey, NONCE } from "./keyring.ts";
import { deviceGrantBytes, deviceOwnBytes, newKeysOwnBytes } from "@nabat/body/keys/acts.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Monday, 2 March 2026, midnight UTC: where every history begins. */
export const START: Millis = Date.UTC(2026, 2, 2);

/** The rules that a house goes by: the body's own, or those with one switched off. */
export interface Rules {
  readonly kinds: Kinds;
  /** What is done to the state before each act, where a rule is no kind's own. */
  readonly before?: (state: State) => void;
  /** The state as the rules see it when they admit an act of this kind; what it changes is written into the true one. */
  readonly view?: (state: State, act: Act) => State;
  /** How the record keeper shares out the room for contents, where otherwise than it does (C-2, N-6). */
  readonly room?: typeof placeFor;
  /** How large that room is, in bytes. */
  readonly quota?: number;
}

/** The rules as they are. */
export const AS_THEY_ARE: Rules = { kinds: KINDS };

/** An entered act. */
export interface Entry {
  readonly index: number;
  readonly at: Millis;
  readonly kind: string;
  readonly by: MemberId;
  /** Key that signed. */
  readonly key: KeyId;
  readonly id: ActId;
  readonly data: object;
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
/** The room for one body's contents, in bytes (C-2): as much as many weeks of words at everybody's pace. */
const QUOTA = 500_000_000;
/** A room so small that a flood of some days fills it. */
export const SMALL_ROOM = 30_000_000;

/** How many bytes of contents an act brings along, as it states itself. */
function bytesOf(data: object): number {
  return attachmentRefs(data as never).reduce((sum, { size }) => sum + size, 0);
}

export class House {
  state: State;
  time: Millis;
  readonly rules: Rules;
  /** What of the room for contents is used, in bytes: by all, and by guests. */
  kept: Kept = { all: 0, guests: 0, texts: new Map() };
  readonly entries: Entry[] = [];
  readonly openings: Map<Hash, Opening>;
  #made: number;

  protected constructor(state: State, time: Millis, rules: Rules, made = 1) {
    this.state = state;
    this.time = time;
    this.rules = rules;
    this.openings = new Map();
    this.#made = made;
  }

  /** A provisional body with its founder. Throws where the founding is refused. */
  static found(founder: Hand, statutes: Statutes, at: Millis = START, rules: Rules = AS_THEY_ARE): House {
    const house = new House(undefined as unknown as State, at, rules);
    house.begin(founder, statutes);
    return house;
  }

  /** Enters the founding act. */
  protected begin(founder: Hand, statutes: Statutes): void {
    const data = {
      nonce: NONCE,
      type: "assembly",
      name: this.text("public"),
      purpose: this.text("public"),
      statutes,
      text: this.text("public"),
      founder: this.enrolment(founder.reserve, founder.key),
      founderName: this.text(),
      clerk: CLERK,
    };
    const act = { v: 1, seq: 1, kind: "found", by: founder.member, at: this.time, data, proof: PROOF };
    const signed = this.seal(act as unknown as Act, founder.key);
    const made = begin(this.rules.kinds, signed, { at: this.time, sha256 });
    if (!made.ok) throw new Error(`not founded: ${made.rule} ${made.code}`);
    this.state = made.value.state;
  }

  /** The same house once more: what is done to the copy leaves this one as it is. */
  copy(): House {
    const copied = new House(copyState(this.state), this.time, this.rules, this.#made);
    for (const [hash, opening] of this.openings) copied.openings.set(hash, opening);
    copied.kept = this.kept;
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
  text(grade: Grade = "members", media = "text/plain", size = 10): AttachmentRef {
    return { hash: `f${this.newId().slice(1)}` as Hash, grade, media, size } as AttachmentRef;
  }

  /** The act as the rules get it: its signature checked, which here means believed. */
  protected seal(act: Act, key: KeyId): Signed<Act> {
    return { document: act, id: this.newId(), key, message: NO_BYTES, signature: NO_BYTES };
  }

  /** A signature inside an act's data; here none is made, for none is checked. */
  protected signature(_key: KeyId, _message: () => Uint8Array): string {
    return NO_SIGNATURE;
  }

  /** The act that was sealed last was entered; whoever keeps a record writes it down. */
  protected keep(): void {}

  /** Bytes that stand beside the record, as an attachment's reference. */
  attach(_bytes: Uint8Array, grade: Grade, media: string): AttachmentRef {
    return this.text(grade, media);
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
    this.rules.before?.(this.state);
    const signed = this.seal(act, by.key);
    const occasion = this.occasion();
    const { kinds, view } = this.rules;
    const admitted = admit(kinds, view?.(this.state, signed.document) ?? this.state, signed, occasion);
    if (!admitted.ok) return admitted;
    this.entries.push({ index: this.state.size, at: this.time, kind, by: by.member, key: by.key, id: signed.id, data });
    const bytes = bytesOf(data);
    // Who invited a guest isn't told apart here: `kept` holds no sums of them.
    const { inviter: _, ...bringing } = bringingOf(this.state, signed.document, bytes, this.time);
    const among = (): number => sharers(this.state, this.time);
    const place = (this.rules.room ?? placeFor)(this.rules.quota ?? QUOTA, this.kept, bringing, among);
    if ("full" in place) return refuse("C-2", "no-room");
    const texts = new Map(this.kept.texts);
    if (place.placed === "texts") texts.set(bringing.by, (texts.get(bringing.by) ?? 0) + bytes);
    const lists = (this.kept.lists ?? 0) + (place.placed === "lists" ? bytes : 0);
    this.kept = { all: this.kept.all + bytes, guests: this.kept.guests + (bringing.guest ? bytes : 0), texts, lists };
    enter(kinds, this.state, signed, occasion, admitted.value);
    this.keep();
    return ok(signed.id);
  }

  /** New keys as they are brought in (K-3, K-4): a reserve key that grants a device. */
  enrolment(reserve: KeyId, device: KeyId): Enrolment {
    return { reserve, ...this.grant(reserve, device) } as Enrolment;
  }

  /** New keys of somebody who lost theirs, with the new device's own word (K-4). */
  newKeys(reserve: KeyId, device: KeyId): { readonly enrol: Enrolment; readonly own: string } {
    const own = this.signature(device, () => newKeysOwnBytes(NONCE, device, reserve));
    return { enrol: this.enrolment(reserve, device), own };
  }

  /** A device's grant by a reserve key or another device (K-5), and its own word (K-4). */
  further(signer: KeyId, device: KeyId): object {
    return { ...this.grant(signer, device), own: this.signature(device, () => deviceOwnBytes(NONCE, device)) };
  }

  /** A device's grant by a reserve key or another device (K-5). */
  grant(signer: KeyId, device: KeyId): { readonly device: KeyId; readonly box: string; readonly grant: string } {
    const { box } = deviceOf(device);
    return { device, box, grant: this.signature(signer, () => deviceGrantBytes(NONCE, device, box)) };
  }

  /** Hands out an invitation; `undefined` where it is refused. */
  invite(by: Hand, as: InvitedAs, of: { readonly until?: Millis; readonly many?: true } = {}): Result<ActId> {
    const key = invitationKey(this.state.size);
    const { until = this.time + WEEK, many } = of;
    return this.put(by, "invite", { key, as, until, ...(many ? { many } : {}) });
  }

  /** The data of a `join` on an invitation by whoever has these new keys. */
  joining(hand: Hand, invitation: ActId): object {
    return {
      invitation,
      invited: this.invited(hand, invitation),
      enrol: this.enrolment(hand.reserve, hand.key),
      name: this.text(),
    };
  }

  /** The invitation key's signature for this person on this device. */
  invited(hand: Hand, invitation: ActId): string {
    const { key } = this.state.members.invitations.get(invitation) ?? { key: hand.key };
    return this.signature(key, () => joinBytes(this.body, hand.member, hand.key));
  }

  /** Brings a founder onto the list of a provisional body. Throws where that is refused. */
  bringFounder(by: Hand, hand: Hand): void {
    const invitation = this.invite(by, "founder");
    if (!invitation.ok) throw new Error(`invite refused: ${invitation.rule} ${invitation.code}`);
    this.must(hand, "join", this.joining(hand, invitation.value));
  }

  /** As {@link put}; throws where it is refused. */
  must(by: Hand, kind: string, data: object): ActId {
    const done = this.put(by, kind, data);
    if (!done.ok) throw new Error(`${kind} refused: ${done.rule} ${done.code} ${JSON.stringify(done.facts)}`);
    return done.value;
  }
}
