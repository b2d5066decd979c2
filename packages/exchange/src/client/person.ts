/**
 * A person as a client knows them: one reserve seed, and for each body the keys derived or made for
 * it (K-1 to K-4, DESIGN §4). The reserve key follows from seed and nonce; a device key is new.
 */
import { type MemberId, toHex } from "@nabat/kernel";
import type { BoxSecret } from "@nabat/platform/common/seal.ts";
import { reserveSecret, SEED_BYTES } from "@nabat/platform/common/seed.ts";
import {
  type DeviceAdd,
  deviceGrantBytes,
  deviceOwnBytes,
  type Enrolment,
  newKeysOwnBytes,
} from "@nabat/body/keys/acts.ts";
import { memberIdOf } from "@nabat/body/keys/enrol.ts";
import type { Signer, Tools } from "./tools.ts";

/** A device in one body: what signs, and what opens sealed things. */
export interface Device {
  readonly signer: Signer;
  readonly box: BoxSecret;
}

/** A person's keys in the body of one nonce. */
export interface BodyKeys {
  readonly nonce: string;
  readonly member: MemberId;
  readonly reserve: Signer;
  readonly device: Device;
}

/** A new device key with its box key. */
export function newDevice(tools: Tools): Device {
  return { signer: tools.signer(tools.random(32)), box: tools.box(tools.random(32)) };
}

export class Person {
  readonly name: string;
  readonly #tools: Tools;
  readonly #seed: Uint8Array;

  /** A person with a new seed, or with the one from their printed sheet (16 bytes). */
  constructor(tools: Tools, name: string, seed: Uint8Array = tools.random(SEED_BYTES)) {
    if (seed.length !== SEED_BYTES) throw new RangeError("not a seed");
    this.name = name;
    this.#tools = tools;
    this.#seed = seed;
  }

  /** Keys for a body: the reserve key of this seed, and a new device. */
  keysFor(nonce: string): BodyKeys {
    const reserve = this.#tools.signer(reserveSecret(this.#seed, nonce));
    return { nonce, reserve, device: newDevice(this.#tools), member: memberIdOf(this.#tools.sha256, reserve.key) };
  }
}

async function granted(signer: Signer, nonce: string, device: Device): Promise<Omit<DeviceAdd, "own" | "weak">> {
  const grant = await signer.sign(deviceGrantBytes(nonce, device.signer.key, device.box.box));
  return { device: device.signer.key, box: device.box.box, grant: toHex(grant) };
}

/** A device granted by `signer` (K-5), with its own word that names `member` (K-4), for `device.add`. */
export async function grantOf(signer: Signer, nonce: string, device: Device, member: MemberId): Promise<DeviceAdd> {
  const own = toHex(await device.signer.sign(deviceOwnBytes(nonce, device.signer.key, member)));
  return { ...(await granted(signer, nonce, device)), own, named: true };
}

/** The keys that a newcomer brings in (K-3, K-4). */
export async function enrolmentOf(keys: BodyKeys): Promise<Enrolment> {
  return { reserve: keys.reserve.key, ...(await granted(keys.reserve, keys.nonce, keys.device)) };
}

/** New keys of somebody who lost theirs, for `key.recover` (K-4, K-6). */
export async function newKeysOf(keys: BodyKeys): Promise<{ readonly enrol: Enrolment; readonly own: string }> {
  const { signer } = keys.device;
  const own = toHex(await signer.sign(newKeysOwnBytes(keys.nonce, signer.key, keys.reserve.key)));
  return { enrol: await enrolmentOf(keys), own };
}
