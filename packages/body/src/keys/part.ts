/** State of the keys chapter. */
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Enrolment } from "./acts.ts";

export interface DeviceKey {
  readonly member: MemberId;
  /** X25519 public key in hex; empty for a reserve key. */
  readonly box: string;
  readonly reserve: boolean;
  readonly weak: boolean;
  readonly since: Millis;
  /** When it ended, if it did. */
  ended?: Millis;
  /** A recovered key votes only on what was called after this (K-6). */
  readonly votesFrom?: Millis;
}

export interface Recovery {
  readonly member: MemberId;
  readonly enrol: Enrolment;
  readonly at: Millis;
  readonly cosigned: MemberId[];
  /** When it takes effect; set once enough have cosigned. */
  effective?: Millis;
  off?: boolean;
}

/** An act waiting for a second signature: kind, who began it, and its data. */
export interface Pending {
  readonly kind: string;
  readonly by: MemberId;
  readonly at: Millis;
  readonly data: unknown;
}

export interface KeysPart {
  keys: Map<KeyId, DeviceKey>;
  recoveries: Map<ActId, Recovery>;
  pending: Map<ActId, Pending>;
}
