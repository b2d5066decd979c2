/** Persons of a test's body with their keys, and texts as attachments beside the record. */
import { type Hash, type KeyId, type MemberId, type Millis, toHex, utf8 } from "@nabat/kernel";
import { type Attachment, type AttachmentRef, attachmentHash, type Grade } from "@nabat/record";
import { deviceGrantBytes, deviceOwnBytes, type Enrolment, newKeysOwnBytes } from "@nabat/body/keys/acts.ts";
import { keyFrom, memberIdOf, sha256, type TestKey } from "./keys.ts";

/** In ms. */
export const HOUR = 3600_000;
/** In ms. */
export const DAY = 24 * HOUR;
/** Where a test's clock begins unless it says otherwise: 2026-03-02 18:00 UTC. */
export const START: Millis = Date.UTC(2026, 2, 2, 18);

/** A person in one body: a reserve key, a device, and the member id that follows from the first. */
export interface Person {
  readonly name: string;
  readonly nonce: string;
  readonly member: MemberId;
  readonly reserve: TestKey;
  readonly device: TestKey;
  readonly box: string;
}

/** 32 hex characters that follow from a label. */
export function nonceOf(label: string): string {
  return toHex(sha256(utf8(`nonce ${label}`)).subarray(0, 16));
}

/** The person that `name` stands for in the body of `nonce`. `sheet` makes other keys for the same name. */
export function person(name: string, nonce: string, sheet = ""): Person {
  const reserve = keyFrom(`${name}/${nonce}/${sheet}/reserve`);
  const device = keyFrom(`${name}/${nonce}/${sheet}/device`);
  const box = toHex(sha256(utf8(`${name}/${nonce}/${sheet}/box`)));
  return { name, nonce, reserve, device, box, member: memberIdOf(reserve) };
}

/** The keys that a newcomer brings in (K-3, K-4). */
export function enrolmentOf(p: Person, weak = false): Enrolment {
  return {
    reserve: p.reserve.id,
    device: p.device.id,
    box: p.box,
    grant: p.reserve.signHex(deviceGrantBytes(p.nonce, p.device.id, p.box)),
    ...(weak ? { weak: true as const } : {}),
  };
}

/** New keys of somebody who lost theirs, whose number is `p.member`, for `key.recover` (K-4, K-6). */
export function newKeysOf(p: Person, weak = false): { member: MemberId; enrol: Enrolment; own: string } {
  const own = p.device.signHex(newKeysOwnBytes(p.nonce, p.device.id, p.reserve.id));
  return { member: p.member, enrol: enrolmentOf(p, weak), own };
}

/** A second device's grant by `signer` (K-5) and its own word (K-4), for `device.add`; with `member` it names whose it is. */
export function grantOf(
  nonce: string,
  signer: TestKey,
  device: TestKey,
  member?: MemberId,
): { device: KeyId; box: string; grant: string; own: string; named?: true } {
  const box = toHex(sha256(utf8(`box ${device.id}`)));
  const grant = signer.signHex(deviceGrantBytes(nonce, device.id, box));
  const own = device.signHex(deviceOwnBytes(nonce, device.id, member));
  return { device: device.id, box, grant, own, ...(member === undefined ? {} : { named: true }) };
}

/** Every attachment that was made here, by its hash: what stands beside the records. */
export const BESIDE = new Map<Hash, Attachment>();

/** An attachment as it stands beside the record, and its reference. */
export const ref = (
  text: string,
  grade: Grade,
  salted = "",
  bytes = utf8(text),
): { ref: AttachmentRef; salt: Uint8Array; bytes: Uint8Array } => {
  const salt = sha256(utf8(`salt ${grade} ${salted} ${text}`)).subarray(0, 16);
  const hash = attachmentHash(sha256, { salt, bytes });
  BESIDE.set(hash, { salt, bytes });
  return { ref: { hash, grade, media: "text/plain", size: bytes.length }, salt, bytes };
};

/** A text as an attachment's reference; the same text, grade and `salted` give the same hash. */
export function text(words: string, grade: Grade = "members", salted = ""): AttachmentRef {
  return ref(words, grade, salted).ref;
}
