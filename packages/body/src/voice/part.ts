/** State of the voice chapter: how much each has entered lately, numbers that tell persons apart, a guest's stay. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { StayGround } from "./acts.ts";

/** A decision that ended a guest's stay; its motion gives the reasons (N-8). */
export interface StayEnd extends InForceFrom {
  readonly motion: ActId;
  readonly ground: StayGround;
}

/** What was decided about a guest's stay (N-8): each decision with the moment from which it is in force. */
export interface Stay {
  ends: readonly StayEnd[];
  /** Decisions that brought them back. */
  backs: readonly InForceFrom[];
  /** The guest's appeal against the last ending, with their own words where they gave some. */
  appealed?: { readonly at: Millis; readonly text?: Hash };
}

/** Two members had a guest be still for a day (N-9). */
export interface Stilled {
  readonly from: Millis;
  readonly until: Millis;
  readonly by: readonly [MemberId, MemberId];
}

export interface VoicePart {
  /**
   * Per person and kind: the moment at which all of the day's pace is theirs again (N-4). Who entered nothing
   * lately isn't here.
   */
  paces: Map<MemberId, Map<string, Millis>>;
  /** The same of all guests together (N-5). */
  together: Map<string, Millis>;
  /** When what is over was last thrown away. */
  swept: Millis;
  /** The how-manieth to come in each is, from 1: tells equal names apart and never changes (N-10). */
  numbers: Map<MemberId, number>;
}

/** The part of a body in which nobody has spoken yet. */
export function noVoice(founder: MemberId, at: Millis): VoicePart {
  return { paces: new Map(), together: new Map(), swept: at, numbers: new Map([[founder, 1]]) };
}
