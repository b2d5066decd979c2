/**
 * A body in a test: persons with real keys, and a house that puts their acts through the whole way:
 * sign → bytes → parse → verify (the act's and the nested signatures) → admit → enter. Nothing is mocked.
 *
 *   const house = House.found({ founder: "ana" });
 *   const bo = house.join("bo");
 *   const id = house.do(bo, "say", { about, text: house.text("…") });   // throws if refused
 *   const no = house.put(bo, "leave", {});                             // a Result
 */
import {
  type ActId,
  type BodyId,
  canonicalBytes,
  fromHex,
  fromUtf8,
  type Hash,
  type Millis,
  ok,
  refuse,
  type Refusal,
  type Result,
  toHex,
  utf8,
} from "@nabat/kernel";
import {
  type Act,
  type AttachmentRef,
  entryBytes,
  type Grade,
  GrowingTree,
  parseAct,
  type Signed,
  type UnsignedAct,
} from "@nabat/record";
import { admit, kindOf, nestedSignatures, type Occasion } from "@nabat/body/engine/admit.ts";
import { begin, enter } from "@nabat/body/engine/fold.ts";
import type { Admission, Evidence, Opening } from "@nabat/body/engine/kind.ts";
import { copyState, stateFromBytes, stateBytes } from "@nabat/body/engine/snapshot.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { type InvitedAs, joinBytes } from "@nabat/body/members/acts.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { Found } from "@nabat/body/founding/acts.ts";
import { adoptBody } from "@nabat/body/founding/effects.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { template, type TemplateName } from "@nabat/body/statutes/templates.ts";
import { openingBytes } from "@nabat/body/votes/acts.ts";
import { DAY, enrolmentOf, nonceOf, person, type Person, ref, START, text } from "./people.ts";
import { holds, keyFrom, sha256, signAct, type TestKey, verifyKey } from "./keys.ts";

export {
  BESIDE,
  DAY,
  enrolmentOf,
  grantOf,
  HOUR,
  newKeysOf,
  nonceOf,
  person,
  type Person,
  START,
  text,
} from "./people.ts";

export interface FoundOptions {
  readonly founder?: string;
  /** Tells bodies apart whose options are otherwise the same. */
  readonly label?: string;
  readonly template?: TemplateName;
  /** Adjusts the template's statutes. */
  readonly statutes?: (s: Statutes) => Statutes;
  /** Over the founding act's own data. */
  readonly data?: Partial<Found>;
  readonly at?: Millis;
  readonly evidence?: Evidence;
  readonly weak?: boolean;
  /** Adopt at once without a decision: for tests of other chapters than founding. */
  readonly adopted?: boolean;
}

/** An entry as the house kept it. */
export interface Kept {
  readonly at: Millis;
  readonly bytes: Uint8Array;
  readonly evidence?: Evidence;
  readonly admission: Admission;
  readonly id: ActId;
}

export interface PutOptions {
  /** Signing key; by default the person's device. */
  readonly key?: TestKey;
  /** Changes the act before it is signed. */
  readonly act?: Partial<UnsignedAct>;
  readonly evidence?: Evidence;
}

/** What an entered act came to. */
export interface Entered {
  readonly id: ActId;
  readonly admission: Admission;
}

export class House {
  readonly founder: Person;
  readonly nonce: string;
  readonly people = new Map<string, Person>();
  readonly entries: Kept[] = [];
  /** The tree of the entries' canonical bytes, so that authors can say truly what they saw. */
  readonly tree = new GrowingTree(sha256);
  /** Openings by attachment hash: what the caller of the rules may look up (votes by name). */
  readonly openings = new Map<Hash, Opening>();
  state: State;
  /** The clerk's clock. A practice body's own goes before it. */
  time: Millis;

  private constructor(founder: Person, state: State, at: Millis, first: Kept) {
    this.founder = founder;
    this.nonce = founder.nonce;
    this.people.set(founder.name, founder);
    this.state = state;
    this.time = at;
    this.#keep(first);
  }

  /** Founds a body. Throws where the founding is refused. */
  static found(options: FoundOptions = {}): House {
    const made = House.tryFound(options);
    if (!made.ok) throw new Error(`not founded: ${told(made)}`);
    return made.value;
  }

  /** Founds a body, or gives the refusal. */
  static tryFound(options: FoundOptions = {}): Result<House> {
    const name = options.founder ?? "ana";
    const nonce = options.data?.nonce ?? nonceOf(options.label ?? name);
    const founder = person(name, nonce);
    const base = template(options.template ?? "house", { zone: "Europe/Paris", languages: ["en"] });
    const at = options.at ?? options.data?.clock ?? START;
    const data: Found = {
      nonce,
      type: "assembly",
      name: text(`Body of ${name}`, "public"),
      purpose: text("To look after the house", "public"),
      statutes: options.statutes ? options.statutes(base) : base,
      text: text("Our rules in seven sentences", "public"),
      founder: enrolmentOf(founder, options.weak),
      founderName: text(name),
      clerk: keyFrom("clerk").id,
      ...options.data,
    };
    const act = signAct({ v: 1, seq: 1, kind: "found", by: founder.member, at, data }, founder.device);
    const bytes = canonicalBytes(act);
    const checked = authenticate(bytes, undefined);
    if (!checked.ok) return checked;
    const made = begin(KINDS, checked.value, {
      at,
      sha256,
      ...(options.evidence ? { evidence: options.evidence } : {}),
    });
    if (!made.ok) return made;
    const kept = {
      at,
      bytes,
      admission: made.value.admission,
      id: checked.value.id,
      ...(options.evidence ? { evidence: options.evidence } : {}),
    };
    const house = new House(founder, made.value.state, at, kept);
    if (options.adopted) house.adoptAtOnce();
    return ok(house);
  }

  get body(): BodyId {
    return this.state.body;
  }

  /** The present moment of the body: a practice body's own clock, else the clerk's. */
  get now(): Millis {
    return this.state.practice.clock ?? this.time;
  }

  /** Lets time pass on the clerk's clock, in ms. */
  wait(ms: number): void {
    this.time += ms;
  }

  /** Adopts without a decision; {@link refold} does not know of it. For tests of other chapters. */
  adoptAtOnce(): void {
    adoptBody(this.state, "0".repeat(64) as ActId, this.now);
  }

  /** The person of that name in this body, with keys of their own. */
  person(name: string, sheet = ""): Person {
    const known = this.people.get(name + sheet);
    if (known) return known;
    const made = person(name, this.nonce, sheet);
    this.people.set(name + sheet, made);
    return made;
  }

  /** A signed act, ready to send. `seq` counts on by itself. */
  sign(by: Person, kind: string, data: object, options: PutOptions = {}): Act {
    const key = options.key ?? by.device;
    return signAct(
      {
        v: 1,
        body: this.body,
        seq: (this.state.seqs.get(key.id) ?? 0) + 1,
        kind,
        by: by.member,
        at: this.now,
        saw: { size: this.tree.size, root: toHex(this.tree.root()) as Hash },
        data: data as UnsignedAct["data"],
        ...options.act,
      },
      key,
    );
  }

  /** Puts bytes through: parse, verify, admit, enter. A refusal leaves the state as it was. */
  submit(bytes: Uint8Array, evidence?: Evidence): Result<Entered> {
    const checked = authenticate(bytes, this.state);
    if (!checked.ok) return checked;
    const signed = checked.value;
    const at = this.now;
    const occasion: Occasion = {
      at,
      sha256,
      opening: (hash) => this.openings.get(hash),
      ...(evidence ? { evidence } : {}),
    };
    const admitted = admit(KINDS, this.state, signed, occasion);
    if (!admitted.ok) return admitted;
    enter(KINDS, this.state, signed, occasion, admitted.value);
    this.#keep({ at, bytes, admission: admitted.value, id: signed.id, ...(evidence ? { evidence } : {}) });
    return ok({ id: signed.id, admission: admitted.value });
  }

  #keep(kept: Kept): void {
    this.entries.push(kept);
    this.tree.appendEntry(entryBytes({ at: kept.at, act: JSON.parse(fromUtf8(kept.bytes)) as Act }));
  }

  /** Signs an act and puts it through. */
  put(by: Person, kind: string, data: object, options: PutOptions = {}): Result<Entered> {
    return this.submit(canonicalBytes(this.sign(by, kind, data, options)), options.evidence);
  }

  /** As {@link put}; throws where it is refused; gives the act's id. */
  do(by: Person, kind: string, data: object, options: PutOptions = {}): ActId {
    const done = this.put(by, kind, data, options);
    if (!done.ok) throw new Error(`${kind} refused: ${told(done)}`);
    return done.value.id;
  }

  /** A text as an attachment's reference. */
  text(words: string, grade: Grade = "members"): AttachmentRef {
    return text(words, grade);
  }

  /** Hands out an invitation; the key is what the link carries. */
  invite(
    by: Person,
    as: InvitedAs,
    options: { label?: string; until?: Millis; many?: true } = {},
  ): { id: ActId; key: TestKey } {
    const key = keyFrom(`invitation ${options.label ?? this.state.size} ${this.nonce}`);
    const id = this.do(by, "invite", {
      key: key.id,
      as,
      until: options.until ?? this.now + 7 * DAY,
      ...(options.many ? { many: true } : {}),
    });
    return { id, key };
  }

  /** The data of a `join` by this person on that invitation. */
  joinData(p: Person, invitation: { id: ActId; key: TestKey }, weak = false): object {
    return {
      invitation: invitation.id,
      invited: invitation.key.signHex(joinBytes(this.body, p.member, p.device.id)),
      enrol: enrolmentOf(p, weak),
      name: text(p.name, "members", p.reserve.id),
    };
  }

  /** Brings a person in: as founder while provisional, else as member (an applicant at first) or guest. */
  join(name: string, as?: InvitedAs, by: Person = this.founder): Person {
    const p = this.person(name);
    const invitation = this.invite(by, as ?? (this.state.founding.phase === "provisional" ? "founder" : "member"), {
      label: name,
    });
    this.do(p, "join", this.joinData(p, invitation));
    return p;
  }

  /**
   * Members who have a vote from now on, whatever they still wait for; {@link refold} does not know of it. For tests of
   * other chapters; the real way is in `newcomers.ts`.
   */
  giveVote(...people: readonly Person[]): void {
    for (const { member: id, name } of people) {
      const member = this.state.members.members.get(id);
      if (!member || (member.status !== "applicant" && member.status !== "member"))
        throw new Error(`${name} is no member`);
      if (member.from === undefined || member.from > this.now)
        Object.assign(member, { from: this.now, fromIndex: this.state.size - 1 });
      Object.assign(member, { votesFrom: this.now, votesIndex: this.state.size - 1, voteBy: "door" });
    }
  }

  /** A newcomer who is a member and has a vote at once, in one line: {@link join} and {@link giveVote}. */
  voter(name: string, by: Person = this.founder): Person {
    const p = this.join(name, "member", by);
    this.giveVote(p);
    return p;
  }

  /** A commitment to a position and its sealed opening, for `vote.cast` (V rules). */
  position(
    vote: ActId,
    choice: string | readonly string[],
    label = "",
    grade: Grade = "closed",
  ): { commit: Hash; opening: AttachmentRef } {
    const salt = toHex(sha256(utf8(`salt ${vote} ${label}`)).subarray(0, 16));
    const number = grade === "closed" ? toHex(sha256(utf8(`number ${vote} ${label}`)).subarray(0, 16)) : undefined;
    const bytes = openingBytes(vote, choice, salt, number);
    const attached = ref(`opening ${vote} ${label} ${String(choice)}`, grade, "", bytes).ref;
    this.openings.set(attached.hash, { choice, salt, ...(number === undefined ? {} : { number }) });
    return { commit: toHex(sha256(bytes)) as Hash, opening: { ...attached, media: "application/json" } };
  }

  /** The state folded anew from the entries' bytes, `through` a snapshot after so many entries. */
  refold(through?: number): State {
    const [first, ...rest] = this.entries;
    if (!first) throw new Error("an empty house");
    const founding = parseAct(sha256, first.bytes);
    if (!founding.ok) throw new Error("a bad founding");
    const made = begin(KINDS, founding.value, {
      at: first.at,
      sha256,
      ...(first.evidence ? { evidence: first.evidence } : {}),
    });
    if (!made.ok) throw new Error(`founding refused: ${told(made)}`);
    let state = made.value.state;
    for (const kept of rest) {
      if (state.size === through) state = stateFromBytes(stateBytes(state));
      const checked = authenticate(kept.bytes, state);
      if (!checked.ok) throw new Error(`refold: ${told(checked)}`);
      const occasion: Occasion = {
        at: kept.at,
        sha256,
        opening: (hash) => this.openings.get(hash),
        ...(kept.evidence ? { evidence: kept.evidence } : {}),
      };
      const admitted = admit(KINDS, state, checked.value, occasion);
      if (!admitted.ok) throw new Error(`refold: ${told(admitted)}`);
      enter(KINDS, state, checked.value, occasion, admitted.value);
    }
    return state;
  }

  /** A copy of the state, to compare with later. */
  snapshot(): State {
    return copyState(this.state);
  }
}

/** Parses an act and verifies its own and its nested signatures, as a clerk does. Refuses, and a nested signature's rule. */
export function authenticate(bytes: Uint8Array, state: State | undefined): Result<Signed<Act>> {
  const parsed = parseAct(sha256, bytes);
  if (!parsed.ok) return parsed;
  if (!holds(parsed.value)) return refuse("R-6", "bad-signature");
  const kind = kindOf(KINDS, parsed.value.document);
  if (!kind.ok) return kind;
  for (const nested of nestedSignatures(kind.value, state, parsed.value.document, sha256))
    if (!verifyKey(nested.key, nested.message, fromHex(nested.signature)))
      return refuse(nested.rule, "bad-nested-signature");
  return parsed;
}

/** A refusal in one line, for test messages. */
export function told(refusal: Refusal): string {
  return `${refusal.rule} ${refusal.code} ${JSON.stringify(refusal.facts)}`;
}

/** The rule of a refusal, or `entered` where there was none: for short assertions. */
export function ruleOf(result: Result<unknown>): string {
  return result.ok ? "entered" : result.rule;
}
