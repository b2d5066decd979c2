/** Adding and ending devices (K-4, K-5, K-9, K-14). The reserve key and a member's own devices can, at once. */
import { type KeyId, type MemberId, type Millis, refuse } from "@nabat/kernel";
import { proofKey } from "@nabat/record";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { deviceAdd, type DeviceAdd, deviceEnd, type DeviceEnd } from "./acts.ts";
import { endKey, endWithOld } from "./effect.ts";
import { decodes, enterDevice, grantSignature, ownSignature } from "./enrol.ts";
import { sheetFound } from "./objecting.ts";
import { askingsFor, runningFor, wasSigned } from "./running.ts";
import { settleAskings } from "./settle.ts";

/** Devices of one member that may stand at once (K-5). */
export const MOST_DEVICES = 12;
/** With the reserve key so many: a thief who fills the list with devices of theirs doesn't shut the sheet out (K-5). */
export const MOST_WITH_THE_SHEET = 24;

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
    if (!state || !signer.ok) return [];
    const { nonce } = state.founding;
    return [
      grantSignature(nonce, signer.value, act.data),
      ownSignature(nonce, act.data, act.data.named ? act.by : undefined),
    ];
  },
  admit: (state, act, cx) => {
    if (weak(state, cx.key)) return refuse("K-9", "weak-key");
    if (!decodes(act.data.device)) return refuse("K-3", "no-such-key");
    if (state.keys.keys.has(act.data.device)) return refuse("K-1", "key-in-use");
    let standing = 0;
    for (const k of state.keys.keys.values())
      if (k.member === act.by && !k.reserve && (k.ended === undefined || k.ended > cx.at)) standing++;
    const most = state.keys.keys.get(cx.key)?.reserve ? MOST_WITH_THE_SHEET : MOST_DEVICES;
    if (standing >= most) return refuse("K-5", "devices-enough", { most });
    return admitted("K-5", cameBy(state, act.by));
  },
  apply: (state, act, cx) => {
    const signer = state.keys.keys.get(cx.key);
    if (signer?.reserve) sheetFound(state, act.by, cx.key, cx.at);
    enterDevice(state, act.by, act.data, act.data.weak === true, cx.at, signer?.of);
    const added = state.keys.keys.get(act.data.device);
    // What an old device adds while the old run out runs out with them.
    for (const r of runningFor(state, act.by, cx.at))
      if (added && r.before?.some((k) => k.key === cx.key)) endWithOld(r, act.data.device, added);
  },
});

/** When a key would end if nothing else is entered. What one word alone may do later is off with whatever its holder signs (K-18). */
function endsByItself(state: State, member: MemberId, device: KeyId, at: Millis): Millis | undefined {
  const later = askingsFor(state, member).filter((r) => !wasSigned(r, at));
  const old = later.flatMap((r) => r.before ?? []).find((k) => k.key === device);
  return old ? old.ended : state.keys.keys.get(device)?.ended;
}

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
    const { device } = act.data;
    const natural = endsByItself(state, act.by, device, cx.at);
    endKey(state, act.by, device, cx.at);
    if (device === cx.key || state.keys.keys.get(cx.key)?.reserve) return;
    // Ended by another device: which of the two is in whose hand, no rule can see (K-14).
    settleAskings(state, cx.at);
    const ended = { member: act.by, device, at: cx.at, ...(natural === undefined ? {} : { natural }) };
    state.keys.ended.set(cx.id, ended);
  },
});
