/**
 * From when a decision is in force (B-8, B-10): what it does is written with that moment, so that time
 * passing needs no act, and is moved when the decision is put to all.
 */
import { type ActId, type Hash, type Millis, type Sha256, unreachable } from "@nabat/kernel";
import { moveCopy, nameCopy } from "../archive/copies.ts";
import { bringBack, moveBack, moveOutOfView } from "../archive/out-of-view.ts";
import { takeOutOfView } from "../archive/queries.ts";
import { endOffice, moveEnd } from "../elections/ending.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { allowEstablish, moveEstablish } from "../founding/effects.ts";
import { allowKeys, moveKeys } from "../keys/decided.ts";
import { admitByDecision, endContested, moveAdmission, moveContest } from "../members/effects.ts";
import { openDoor } from "../members/doors.ts";
import { moveDoor } from "../members/vote-begins.ts";
import { doProcedure } from "../meetings/procedure.ts";
import { isAmendment, takeIn } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { adoptStatutes, moveStatutes } from "../statutes/effects.ts";
import { bringBackGuest, endStay, moveBringBack, moveStayEnd } from "../voice/stays.ts";

/** Does what a carried motion says, in force from `from`; `by` is the act that decided it (V-41). */
export function takeEffect(
  state: State,
  motion: Motion,
  by: ActId,
  {
    at,
    from,
    text,
    sha256,
  }: { readonly at: Millis; readonly from: Millis; readonly text: Hash; readonly sha256: Sha256 },
): void {
  const { subject } = motion;
  switch (subject.type) {
    case "text":
      return;
    case "amendment":
      if (isAmendment(motion)) takeIn(state, motion, by, at, sha256);
      return;
    case "statutes":
      return adoptStatutes(state, subject.changes, text, by, at, from);
    case "admission":
      return admitByDecision(state, subject.member, by, { at, from });
    case "contest":
      return endContested(state, subject.member, by, from);
    case "guest-stay":
      return endStay(state, subject.member, { by, from, motion: motion.id, ground: subject.ground }, at);
    case "stay-again":
      return bringBackGuest(state, subject.member, by, from);
    case "keys":
      return allowKeys(state, subject, by, { at, from });
    case "door":
      return openDoor(state, by, subject, from);
    case "establish":
      return allowEstablish(state, by, motion.id, subject, text, { at, from });
    case "erasure":
      return takeOutOfView(state, subject.attachments, { by, from, motion: motion.id, ground: subject.ground });
    case "restore":
      return bringBack(state, subject.attachments, by, { at, from });
    case "procedure":
      return doProcedure(state, motion, subject.procedure, by, at);
    case "copy":
      return nameCopy(state, subject.key, by, from);
    case "end-office":
      return endOffice(state, subject, by, from);
    default:
      return unreachable(subject);
  }
}

/** Moves what a decision does to another moment, or takes it back for good where there is none (B-10, B-11). */
export function moveEffect(state: State, motion: Motion, by: ActId, from: Millis | undefined): void {
  const { subject } = motion;
  switch (subject.type) {
    case "text":
    // What those present decided about their own meeting, or in a text, isn't put to all.
    case "amendment":
    case "procedure":
    case "statutes":
      return moveStatutes(state, by, from);
    case "admission":
      return moveAdmission(state, subject.member, by, from);
    case "contest":
      return moveContest(state, subject.member, by, from);
    case "guest-stay":
      return moveStayEnd(state, subject.member, by, from);
    case "stay-again":
      return moveBringBack(state, subject.member, by, from);
    case "keys":
      return moveKeys(state, by, from);
    case "door":
      return moveDoor(state, by, from ?? NEVER);
    case "establish":
      return moveEstablish(state, by, from);
    case "restore":
      return moveBack(state, subject.attachments, by, from);
    case "erasure":
      return moveOutOfView(state, subject.attachments, by, from);
    case "copy":
      return moveCopy(state, subject.key, by, from);
    case "end-office":
      return moveEnd(state, subject, by, from);
    default:
      return unreachable(subject);
  }
}
