/** Adding and ending devices (K-4, K-5, K-9). The reserve key and a member's own devices can, at once. */
import { type KeyId, refuse } from "@nabat/kernel";
import { proofKey } from "@nabat/record";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { deviceAdd, type DeviceAdd, deviceEnd, type DeviceEnd } from "./acts.ts";
import { decodes, enterDevice, grantSignature } from "./enrol.ts";
import { endsFor } from "./recovery.ts";

/** Devices of one member that may stand at once (K-5). */
export const MOST_DEVICES = 12;

function weak(state: State, key: KeyId): boolean {
  return state.keys.keys.get(key)?.weak === true;
}

export const deviceAddKind: AnyKind = defineKind<DeviceAdd, undefined>({
  kind: "device.add",
  schema: deviceAdd,
  signer: "guest",
  beforeAdoption: true,
  nested: (act, state) => {
    const signer = proofKey(act.proof);
    return state && signer.ok ? [grantSignature(state.founding.nonce, signer.value, act.data)] : [];
  },
  admit: (state, act, cx) => {
    if (weak(state, cx.key)) return refuse("K-9", "weak-key");
    if (!decodes(act.data.device)) return refuse("K-3", "no-such-key");
    if (state.keys.keys.has(act.data.device)) return refuse("K-1", "key-in-use");
    let standing = 0;
    for (const k of state.keys.keys.values())
      if (k.member === act.by && !k.reserve && (k.ended === undefined || k.ended > cx.at)) standing++;
    if (standing >= MOST_DEVICES) return refuse("K-5", "devices-enough", { most: MOST_DEVICES });
    return admitted("K-5", cameBy(state, act.by));
  },
  apply: (state, act, cx) => {
    const signer = state.keys.keys.get(cx.key);
    enterDevice(state, act.by, act.data, act.data.weak === true, cx.at, signer?.votesFrom);
    const ends = endsFor(state, act.by, cx.at);
    const added = state.keys.keys.get(act.data.device);
    if (added && ends !== undefined && (added.ended === undefined || added.ended > ends)) added.ended = ends;
  },
});

export const deviceEndKind: AnyKind = defineKind<DeviceEnd, undefined>({
  kind: "device.end",
  schema: deviceEnd,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const key = state.keys.keys.get(act.data.device);
    if (!key || key.member !== act.by || key.since > cx.at) return refuse("K-5", "not-your-device");
    if (key.reserve) return refuse("K-5", "reserve-stays");
    if (key.ended !== undefined && key.ended <= cx.at) return refuse("K-2", "key-ended", { at: key.ended });
    if (weak(state, cx.key) && act.data.device !== cx.key) return refuse("K-9", "weak-key");
    return admitted("K-5", cameBy(state, act.by));
  },
  apply: (state, act, cx) => {
    const key = state.keys.keys.get(act.data.device);
    if (key) key.ended = cx.at;
  },
});
