/**
 * The state: the fold of a record. One part per chapter; chapters meet only through these parts.
 * Everything here is plain data (Map, arrays, strings, safe integers, booleans), so that it can be
 * written canonically, hashed and kept as a snapshot.
 */
import type { ActId, BodyId, KeyId, Millis } from "@nabat/kernel";
import type { AccountsPart } from "../accounts/part.ts";
import type { ArchivePart } from "../archive/part.ts";
import type { BindingPart } from "../binding/part.ts";
import type { ElectionsPart } from "../elections/part.ts";
import type { FoundingPart } from "../founding/part.ts";
import type { KeysPart } from "../keys/part.ts";
import type { MeetingsPart } from "../meetings/part.ts";
import type { MembersPart } from "../members/part.ts";
import type { MotionsPart } from "../motions/part.ts";
import type { PracticePart } from "../practice/part.ts";
import type { SittingsPart } from "../sittings/part.ts";
import type { StatutesPart } from "../statutes/part.ts";
import type { VoicePart } from "../voice/part.ts";
import type { VotesPart } from "../votes/part.ts";

export interface State {
  /** The body's id: the id of its founding act. */
  body: BodyId;
  /** Entries folded. */
  size: number;
  /** Admission time of the last entry; never runs backward. */
  at: Millis;
  /** Version of the rules in force (a frozen module). */
  rules: number;
  /** Last `seq` entered per signing key. */
  seqs: Map<KeyId, number>;
  founding: FoundingPart;
  statutes: StatutesPart;
  members: MembersPart;
  keys: KeysPart;
  sittings: SittingsPart;
  motions: MotionsPart;
  votes: VotesPart;
  binding: BindingPart;
  meetings: MeetingsPart;
  elections: ElectionsPart;
  accounts: AccountsPart;
  archive: ArchivePart;
  practice: PracticePart;
  voice: VoicePart;
}

/** Where an act that others may point to stands. */
export interface Place {
  readonly id: ActId;
  readonly at: Millis;
}
