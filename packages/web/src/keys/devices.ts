/**
 * More devices for one member (K-4, K-5) and the ways back: a new device shows a code that an old one grants; the
 * sheet's words let a device in at once, and take a leaving back that wasn't theirs (K-16); without either, it shows
 * new keys that others sign for (K-6).
 */
import { type BodyId, isKeyId, type KeyId, type MemberId, toHex } from "@nabat/kernel";
import { deviceGrantBytes, deviceOwnBytes, newKeysOwnBytes } from "@nabat/body/keys/grant-bytes.ts";
import { deviceSign, newDevice, reserveKey, signBytes, type StoredDevice } from "@nabat/platform/browser/mod.ts";
import { type Desk, type Sent, signAndSend } from "../act/send.ts";
import type { BodyFacts } from "../api/client.ts";
import type { OwnBody, OwnThings } from "../device/own-body.ts";
import { insecure, newcomer } from "./newcomer.ts";
import { longHex, newKeysCode, shortHex } from "./new-keys-code.ts";
import type { Sheet } from "./sheet.ts";

const PREFIX = "nabat-device";

/** What a new device shows of itself; `own`: its own word that it comes in (K-4). */
export interface PairingDevice {
  readonly device: KeyId;
  readonly box: string;
  readonly own: string;
  /** Its word names the member (K-4). */
  readonly named?: true;
}

/** What a new device shows: for which body, its two public keys, and its own word. */
export function pairingCode(body: string, { device, box, own }: PairingDevice): string {
  return [PREFIX, body.slice(0, 16), device, box, shortHex(own)].join(".");
}

/** The waiting device, with its own word that it comes in as a further one; of `member` alone, where it knows whose it is. */
export async function pairingOf(device: StoredDevice, nonce: string, member?: MemberId): Promise<PairingDevice> {
  const own = toHex(await deviceSign(device, deviceOwnBytes(nonce, device.key, member)));
  return { device: device.key, box: device.box, own, ...(member === undefined ? {} : { named: true }) };
}

/** Reads a code for this body; `undefined` where it is none. */
export function readPairingCode(text: string, body: string): PairingDevice | undefined {
  const [prefix, of, key = "", box = "", short = ""] = text.trim().split(".");
  const own = longHex(short);
  if (prefix !== PREFIX || of !== body.slice(0, 16) || !isKeyId(key) || !/^[0-9a-f]{64}$/.test(box)) return undefined;
  return own === undefined ? undefined : { device: key, box, own };
}

/** An old device grants a new one. */
export async function grantDevice(
  desk: Desk,
  own: OwnBody,
  device: PairingDevice,
  label: string,
  next: string,
): Promise<Sent> {
  const grant = toHex(await deviceSign(own.device, deviceGrantBytes(own.nonce, device.device, device.box)));
  return signAndSend(desk, own.body, { kind: "device.add", data: { ...device, grant }, attachments: [], label, next });
}

/** The keys of a device that waits to be granted; made at the first call, kept until it is. */
export async function waitingDevice(things: OwnThings, body: string): Promise<StoredDevice> {
  const kept = await things.pairing(body);
  if (kept) return kept;
  const made = await newDevice();
  await things.keepPairing(body, made);
  return made;
}

function ownOf(facts: BodyFacts, device: StoredDevice, member: string, safe: boolean, since: number): OwnBody {
  return {
    body: facts.body as BodyId,
    name: facts.name ?? "",
    member: member as MemberId,
    device,
    nonce: facts.nonce,
    clerk: facts.clerk,
    epoch: facts.epoch,
    practice: facts.practice,
    seq: facts.seq ?? 0,
    safe,
    since,
  };
}

/** Takes a granted device into use: true once the record knows it. */
export async function takeGranted(desk: Desk, body: string): Promise<boolean> {
  const device = await waitingDevice(desk.things, body);
  const facts = await desk.api.facts(body, device.key);
  if (!facts.member || facts.standing === "stranger") return false;
  const fresh = await desk.things.newKeys(body);
  // A second device is a way back of its own, so the two words are asked on the first one.
  const own = ownOf(facts, device, facts.member, fresh?.safe ?? true, desk.now());
  const sheet = fresh ? { reserve: fresh.reserve, ...(fresh.wordCheck ? { wordCheck: fresh.wordCheck } : {}) } : {};
  await desk.things.keepBody({ ...own, ...sheet });
  await desk.things.dropPairing(body);
  await desk.things.dropNewKeys(body);
  return true;
}

/** Makes new keys from a sheet, on this device, for others to sign for (K-6); kept until they have. Gives the code to show. */
export async function makeNewKeys(desk: Desk, body: string, sheet: Sheet): Promise<string> {
  const facts = await desk.api.facts(body);
  const made = await newcomer(sheet.seed, facts.nonce, await waitingDevice(desk.things, body));
  const { seed: _, ...safe } = sheet;
  const own = toHex(await deviceSign(made.device, newKeysOwnBytes(facts.nonce, made.device.key, made.reserve)));
  const code = newKeysCode(body, { enrol: made.enrol, own });
  await desk.things.keepNewKeys(body, { body, code, reserve: made.reserve, ...safe });
  return code;
}

/** A desk at which the sheet's reserve key signs in the device's stead: its own count, no trace of its secret kept. */
function sheetDesk(desk: Desk, own: OwnBody, reserve: ReturnType<typeof reserveKey>): Desk {
  return {
    ...desk,
    signer: () => ({ key: reserve.key, sign: (message) => signBytes(reserve.secret, message) }),
    things: {
      ...desk.things,
      body: async () => ({ ...own, device: { ...own.device, key: reserve.key } }),
      keepBody: async () => undefined,
    },
  };
}

/** Ends these devices by the sheet: what it ended objects to nothing (K-14). Stops where one isn't entered. */
async function endAll(
  asReserve: Desk,
  body: string,
  devices: readonly string[],
  label: string,
): Promise<Sent | undefined> {
  let last: Sent | undefined;
  for (const device of devices) {
    last = await signAndSend(asReserve, body, {
      kind: "device.end",
      data: { device },
      attachments: [],
      label,
      next: `/b/${body}/keys`,
    });
    // What has ended already needs no ending: the keys that this device had, where the sheet called them off (K-13).
    if (last.is !== "entered" && !(last.is === "refused" && last.code === "key-ended")) return last;
  }
  return last;
}

/**
 * Comes back with the sheet's seed: the reserve key of this body grants this device. The reserve key
 * lives in memory for this one act. `unknown` where no member has this reserve key. `endOthers`: the same
 * sheet ends every device that stood before, so that none of them objects (K-14).
 */
export async function comeBack(
  desk: Desk,
  body: string,
  seed: Uint8Array,
  { label, endOthers = false }: { readonly label: string; readonly endOthers?: boolean },
): Promise<Sent | "unknown"> {
  const plain = await desk.api.facts(body);
  const reserve = reserveKey(seed, plain.nonce);
  const facts = await desk.api.facts(body, reserve.key);
  if (!facts.member || (facts.standing === "stranger" && !facts.mayUndoLeaving)) return "unknown";
  // A key that was shown to others may be known already, theirs or another's (K-1): this one nobody has seen.
  const device = await newDevice();
  const grant = toHex(signBytes(reserve.secret, deviceGrantBytes(facts.nonce, device.key, device.box)));
  const { own: itself, named } = await pairingOf(device, facts.nonce, facts.member as MemberId);
  const own: OwnBody = { ...ownOf(facts, device, facts.member, true, desk.now()), reserve: reserve.key };
  const asReserve = sheetDesk(desk, own, reserve);
  if (facts.mayUndoLeaving) {
    const undo = { kind: "leave.undo", data: {}, attachments: [], label, next: `/b/${body}` };
    const back = await signAndSend(asReserve, body, undo);
    if (back.is !== "entered") return back;
  }
  const sent = await signAndSend(asReserve, body, {
    kind: "device.add",
    data: {
      device: device.key,
      box: device.box,
      grant,
      own: itself,
      ...(named ? { named } : {}),
      ...(insecure() ? { weak: true } : {}),
    },
    attachments: [],
    label,
    next: `/b/${body}`,
  });
  if (sent.is !== "entered") return sent;
  await desk.things.keepBody({ ...own, seq: 0 });
  await desk.things.dropPairing(body);
  await desk.things.dropNewKeys(body);
  // Where one isn't ended, this device is in all the same: its pages say which others stand.
  if (endOthers) await endAll(asReserve, body, facts.devices ?? [], label);
  return sent;
}

/**
 * Signs with the sheet on a device that is in use: ends these devices, or, where there are none, says only that its
 * holder is there. Either ends what two devices hold against each other (K-14). `unknown`: it isn't this member's sheet.
 */
export async function signWithSheet(
  desk: Desk,
  own: OwnBody,
  seed: Uint8Array,
  { label, devices }: { readonly label: string; readonly devices: readonly string[] },
): Promise<Sent | "unknown"> {
  const reserve = reserveKey(seed, own.nonce);
  const facts = await desk.api.facts(own.body, reserve.key);
  if (facts.member !== own.member) return "unknown";
  const asReserve = sheetDesk(desk, { ...own, seq: facts.seq ?? 0 }, reserve);
  const ended = await endAll(asReserve, own.body, devices, label);
  const here = { kind: "rest.here", data: {}, attachments: [], label, next: `/b/${own.body}/keys` };
  const sent = ended ?? (await signAndSend(asReserve, own.body, here));
  // All its words were typed just now: nobody need ask whether they are on paper.
  const { wordCheck: _, ...kept } = (await desk.things.body(own.body)) ?? own;
  await desk.things.keepBody({ ...kept, reserve: reserve.key, safe: true });
  return sent;
}
