/**
 * The device that is looking, as it is told before it writes: that it was ended, that another signed that they
 * leave, or what it signs nothing of for now (K-2, K-12, K-14 to K-16). Nothing is offered to it that the rules then refuse.
 */
import {
  BACK_MS,
  backStill,
  endedLately,
  keyHolder,
  mayInTerms,
  mayStillObject,
  mayUndoLeaving,
  RECOVERY_MS,
  runningFor,
  type Side,
  sideOf,
  standingIfBack,
  type State,
  termsUntil,
} from "@nabat/body";
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";

/** What the device that looks is to its member's keys; `ended`: its keys ended at `at`. */
export type DeviceNow =
  | { readonly is: Side["is"]; readonly until: Millis }
  | {
      readonly is: "ended";
      readonly at: Millis;
      /** New keys that others asked for, or another of one's own devices, ended it. */
      readonly by: "keys" | "device";
      /** Until when this device may say that it was not its member; absent: no longer. */
      readonly objects?: Millis;
      /** Until when the old sheet may (K-13). */
      readonly sheet?: Millis;
      /** Who asked for the new keys, while something can still be said against them. */
      readonly asked?: readonly MemberId[];
    }
  | {
      /** A device of theirs signed at `at` that they leave (K-16). */
      readonly is: "left";
      readonly at: Millis;
      /** Until when this one may take that back; absent: it signed it, or no longer. */
      readonly back?: Millis;
      /** Until when the sheet may. */
      readonly sheet: Millis;
    };

/** `undefined`: nothing is withheld from the device that looks, or it is no device of this body. */
export function deviceNow({
  state,
  now,
  viewer: { key },
}: Pick<BodyReader, "state" | "now" | "viewer">): DeviceNow | undefined {
  const known = key === undefined ? undefined : state.keys.keys.get(key);
  if (key === undefined || !known) return undefined;
  const left = leftNow(state, known.member, key, now);
  if (left) return left;
  if (known.ended === undefined || known.ended > now) {
    const side = keyHolder(state, key, now) === undefined ? undefined : sideOf(state, known.member, key, now);
    return side && { is: side.is, until: side.until };
  }
  const lately = endedLately(state, key, now);
  const running = runningFor(state, known.member, now).find((r) => r.before?.some((k) => k.key === key));
  const sheet = running && (running.way !== "meeting" || running.few) ? termsUntil(running) : undefined;
  const by = (lately ?? [...state.keys.ended.values()].some((e) => e.device === key)) ? "device" : "keys";
  const objects = objectsTill(lately?.at, running);
  const still = mayStillObject(state, key, now) && objects !== undefined ? { objects } : {};
  const asked = running ? { asked: running.second === undefined ? [running.by] : [running.by, running.second] } : {};
  return { is: "ended", at: known.ended, by, ...still, ...(sheet === undefined ? {} : { sheet }), ...asked };
}

/** Whose names the device that looks reads though it has ended: those who asked for the keys that ended it (K-13). */
export function namedToEnded(reader: Pick<BodyReader, "state" | "now" | "viewer">): readonly MemberId[] {
  const device = deviceNow(reader);
  return (device?.is === "ended" && device.asked) || [];
}

/** The names of those who asked for the keys that ended the device that looks (K-13); empty where none are to be said. */
export async function endedByNames(reader: BodyReader): Promise<readonly string[]> {
  const names = namedToEnded(reader).flatMap((id) => reader.state.members.members.get(id)?.name ?? []);
  if (names.length === 0) return [];
  const texts = await reader.texts(names);
  return names.flatMap((name) => {
    const found = texts.get(name);
    return found?.here ? [found.text] : [];
  });
}

/** While whoever left by a device's signature may be brought back by what its member has (K-16). */
function leftNow(state: State, id: MemberId, key: KeyId, now: Millis): DeviceNow | undefined {
  const member = state.members.members.get(id);
  if (member?.left === undefined || !backStill(state, id, now) || standingIfBack(member, now) === "left")
    return undefined;
  const back = mayUndoLeaving(state, member, key, now).ok ? { back: member.left + RECOVERY_MS } : {};
  return { is: "left", at: member.left, ...back, sheet: member.left + BACK_MS };
}

type Running = ReturnType<typeof runningFor>[number];

function objectsTill(ended: Millis | undefined, running: Running | undefined): Millis | undefined {
  if (ended !== undefined) return ended + RECOVERY_MS;
  return running?.effective === undefined ? undefined : running.effective + RECOVERY_MS;
}

/** Kinds that a device signs though it has ended: only that this was not its member, or a sheet's taking back (K-13, K-14, K-16). */
const ENDED_SIGNS: ReadonlySet<string> = new Set(["key.object", "leave.undo", "stay.appeal"]);

/** May the device that looks sign this kind now, as far as its keys go? Refuses K-2, K-12, K-14, K-15. */
export function mayHere({ state, now, viewer }: BodyReader, kind: string, data?: unknown): Result<true> {
  const { key } = viewer;
  const known = key === undefined ? undefined : state.keys.keys.get(key);
  if (key === undefined || !known) return ok(true);
  if (known.ended !== undefined && known.ended <= now)
    return ENDED_SIGNS.has(kind) ? ok(true) : refuse("K-2", "key-ended", { at: known.ended });
  if (keyHolder(state, key, now) === undefined) return ok(true);
  return mayInTerms(state, { member: known.member, key, kind, ...(data === undefined ? {} : { data }) }, now);
}

/** Whose device is looking, also where it has ended and reads nothing any more. */
export function ownerOfDevice({ state, viewer: { key } }: BodyReader): MemberId | undefined {
  return key === undefined ? undefined : state.keys.keys.get(key)?.member;
}
