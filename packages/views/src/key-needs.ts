/** What keys and devices ask of somebody, and what the device that looks can do of all that needs them (K-6, K-12 to K-15, M-28). */
import {
  awaitsThird,
  BACK_MS,
  backStill,
  calls,
  endedLately,
  keysOf,
  keysOpen,
  mayConfirmCard,
  mayObjectTo,
  objectsFor,
  RECOVERY_MS,
  type Recovery,
  runningFor,
  type State,
  termsUntil,
  waitsUntil,
  wasSigned,
} from "@nabat/body";
import type { Hash, MemberId, Millis } from "@nabat/kernel";
import { cameBackHere } from "./came-back.ts";
import { deviceNow, mayHere } from "./device.ts";
import type { NEEDS } from "./needs.ts";
import { askingsNow } from "./new-keys.ts";
import { overKeysNow } from "./over-keys.ts";
import type { BodyReader } from "./reader.ts";

type What = (typeof NEEDS)[number];

export interface KeyNeed {
  readonly what: What;
  readonly path: string;
  readonly by?: Millis;
  readonly text?: Hash;
  readonly person?: MemberId;
}

/** New keys for oneself, to object to; for somebody, so that all know; those that one asked for and that are off; a device that another ended; cards to confirm (K-6, K-13, K-14, M-28). */
export function keyNeeds(reader: BodyReader, me: MemberId): KeyNeed[] {
  const { state, now, viewer } = reader;
  const out: KeyNeed[] = [];
  const { key } = viewer;
  const ended = key === undefined ? undefined : endedLately(state, key, now);
  if (ended) out.push({ what: "device-ended", path: "/keys", by: ended.at + RECOVERY_MS });
  const others: KeyNeed[] = [];
  for (const r of askingsNow(state, now)) {
    if (r.off) {
      if (r.member === me && clashed(state, r) && !out.some((n) => n.what === "keys-clash"))
        out.push({ what: "keys-clash", path: `/keys#${r.id.slice(0, 12)}` });
      const vain = viewer.standing === "member" ? askedInVain(state, r, me, now) : undefined;
      if (vain) out.push({ ...vain, path: `/new-keys#${r.id.slice(0, 12)}`, person: r.member });
      continue;
    }
    const until = objectedBy(r);
    if (r.member === me) {
      if (key !== undefined && mayObjectTo(state, r, key, now).ok)
        out.push({ what: "object", path: "/keys", by: until });
    } else if (viewer.standing === "member" && wasSigned(r, now) && now < until && (r.way !== "meeting" || r.few))
      others.push({ what: "new-keys", path: "/new-keys", by: until, person: r.member });
  }
  // Whoever has the new keys from its door, or waits for others', is told no more that a call names them.
  const has = runningFor(state, me, now).some((r) => r.way === "door");
  for (const { call, stage } of calls(state, now))
    if (!has && call.keys?.includes(me) && ["signing", "called", "due", "held"].includes(stage))
      out.push({ what: "keys-call", path: `/meetings/${call.id}`, text: call.title, by: call.starts });
  out.push(...overMine(reader), ...backByTheSheet(state, me));
  // After a fire one line says it of all; where others ask for other keys for the same person, one says it of both.
  if (others.length > 3)
    out.push({ what: "new-keys-many", path: "/new-keys", by: Math.min(...others.flatMap((o) => o.by ?? [])) });
  else out.push(...oncePerPerson(others));
  if (viewer.standing !== "member") return out;
  for (const m of state.members.members.values())
    if (m.cardBy !== undefined && awaitsThird(state, m, now) && mayConfirmCard(state, m.cardBy, me, now).ok)
      out.push({ what: "confirm-card", path: "/members#confirm", person: m.id });
  return out;
}

/** One for each person: the one that is over first. */
function oncePerPerson(needs: readonly KeyNeed[]): KeyNeed[] {
  return [...needs]
    .sort((a, b) => (a.by ?? 0) - (b.by ?? 0))
    .filter((n, i, all) => all.findIndex((o) => o.person === n.person) === i);
}

/** Until when the old keys object; to what a meeting of few decided the sheet, as long as its terms last (K-15). */
function objectedBy(r: Recovery): Millis {
  if (r.effective === undefined) return waitsUntil(r);
  return r.few ? (termsUntil(r) ?? r.effective) : r.effective + objectsFor(r);
}

/**
 * Those who stood for keys to which an old one objected, or which others' keys stopped: until a meeting is to decide over
 * them, or the person is back by their sheet. A leaving that a device of theirs signed since is told to them, too (K-7, K-13, K-15, K-16).
 */
function askedInVain(state: State, r: Recovery, me: MemberId, now: Millis): Pick<KeyNeed, "what" | "by"> | undefined {
  if (r.by !== me && r.second !== me) return undefined;
  const member = state.members.members.get(r.member);
  const left = backStill(state, r.member, now);
  const why = r.off?.because;
  if (why !== "objected" && why !== "clash" && !(left && why === "left")) return undefined;
  // Who came back with the sheet needs no meeting.
  if (!member || (!left && backSince(state, r.member, r.off?.at ?? now))) return undefined;
  if (overWhose(state, r.member).some((m) => m.at >= (left ? (member.left ?? now) : (r.off?.at ?? now))))
    return undefined;
  if (!keysOpen(state, r.member, now).ok) return undefined;
  return left ? { what: "keys-left", by: (member.left ?? now) + BACK_MS } : { what: "keys-off" };
}

/** Have they taken a leaving back with their sheet, and come in with it since then (K-16)? */
function backSince(state: State, member: MemberId, since: Millis): boolean {
  const away = state.members.members.get(member)?.away ?? [];
  return away.length > 0 && keysOf(state, member).some(({ key }) => !key.reserve && !key.of && key.since >= since);
}

/** Motions over the keys of this person, whatever became of them. */
function overWhose(state: State, member: MemberId) {
  return [...state.motions.motions.values()].filter((m) => m.subject.type === "keys" && m.subject.member === member);
}

const isOpenMotion = ({ status }: { readonly status: string }) => status === "standing" || status === "voting";

/** Two pairs stood for different keys of this person, and no meeting is to decide yet: they are told (K-7). */
function clashed(state: State, r: Recovery): boolean {
  return r.off?.because === "clash" && !overWhose(state, r.member).some((m) => m.at >= (r.off?.at ?? 0));
}

/** What a meeting is to decide, or has decided, over the keys of whoever looks (K-15). */
function overMine(reader: BodyReader): KeyNeed[] {
  return overKeysNow(reader).map(({ motion, title, call, decided }) => ({
    what: decided ? "over-keys-decided" : "over-keys",
    path: `/motions/${motion}`,
    text: title,
    ...(decided ? { by: decided.from } : call ? { by: call.starts } : {}),
  }));
}

/** Whoever moved that a meeting decide over somebody's keys is told that they are back by their sheet (K-16). */
function backByTheSheet(state: State, me: MemberId): KeyNeed[] {
  return [...state.motions.motions.values()].flatMap((m) => {
    if (m.subject.type !== "keys" || m.mover !== me || !isOpenMotion(m)) return [];
    const { member } = m.subject;
    return backSince(state, member, m.at)
      ? [{ what: "keys-back" as const, path: `/motions/${m.id}`, person: member }]
      : [];
  });
}

/** By which kind of act one does what is needed; what is only to be looked at has none. */
const DONE_BY: Readonly<Partial<Record<What, string>>> = {
  vote: "vote.cast",
  tally: "tally",
  list: "tally",
  teller: "teller.add",
  reveal: "teller.reveal",
  again: "opening.again",
  recount: "recount",
  declare: "result",
  headcount: "sitting.count",
  vouch: "vouch",
  see: "seen",
  place: "place",
  greet: "greet.reveal",
  "greet-draw": "greet.draw",
  "greet-offer": "teller.offer",
  "confirm-card": "card.confirm",
  "close-list": "list.close",
  "sign-list": "list.sign",
  invite: "invite",
  sign: "meeting.sign",
  "meeting-due": "sitting.open",
  accept: "nomination.accept",
  amendment: "accept",
  appeal: "appeal",
  "keys-off": "move",
  "keys-left": "move",
  "keys-back": "withdraw",
  cosign: "cosign",
  "cosign-seen": "cosign",
  "cosign-card": "cosign",
  "cosign-list": "cosign",
  "cosign-vote": "cosign",
  "cosign-now": "cosign",
  "cosign-still": "cosign",
  "cosign-keys": "cosign",
  "cosign-card-again": "cosign",
  put: "put.all",
  "call-again": "vote.open",
  agree: "now.agree",
  "sign-text": "now.sign",
  "sign-paper": "paper.sign",
};

/** Could the device that looks do this, as far as its keys go? Nobody is called to what would be refused (K-2, K-12). */
export function signable(reader: BodyReader, what: What): boolean {
  const kind = DONE_BY[what];
  return kind === undefined || mayHere(reader, kind).ok;
}

/** What the sheet is for: devices that hold each other back (K-14); others that stand where one came in with it (K-5, K-16). */
export async function sheetNeeds(reader: BodyReader): Promise<KeyNeed[]> {
  const device = deviceNow(reader);
  if (device?.is === "devices") return [{ what: "devices-held", path: "/keys#use-sheet", by: device.until }];
  const back = await cameBackHere(reader);
  return back ? [{ what: "came-back", path: "/keys#came-back" }] : [];
}
