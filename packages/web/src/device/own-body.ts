/** What a device knows of a body that it holds a key in: who, with which key, what it last verified. */
import type { BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Receipt } from "@nabat/record";
import type { StoredDevice } from "@nabat/platform/browser/keys.ts";
import type { Shelf } from "./shelf.ts";

/** The record as this device last verified it; `note` is the signed checkpoint that says so. */
export interface SawNote {
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
}

export interface OwnBody {
  readonly body: BodyId;
  /** The body's public name when this device came in; pages show the present one. */
  readonly name: string;
  readonly member: MemberId;
  readonly device: StoredDevice;
  /** Key id only: the reserve key itself is on the person's sheet. Unknown on a device that another one granted. */
  readonly reserve?: KeyId;
  /** The body's nonce: keys are derived with it. */
  readonly nonce: string;
  /** The record keeper's key: its receipts and checkpoints are checked with it. */
  readonly clerk: KeyId;
  readonly epoch: number;
  readonly practice: boolean;
  readonly saw?: SawNote;
  /** Last `seq` of this device's key that the record keeper confirmed. */
  readonly seq: number;
  /** Two of the reserve words were typed back. */
  readonly safe: boolean;
  /** A few words' check of the seed: SHA-256 of body and words 3 and 9, so that the page can ask later. */
  readonly wordCheck?: readonly WordCheck[];
  readonly since: Millis;
}

/** SHA-256 of `salt word` in hex, and which word it is, from 1. */
export interface WordCheck {
  readonly place: number;
  readonly salt: string;
  readonly hash: Hash;
}

/** An act that was signed here and has not been confirmed yet. */
export interface KeptAct {
  readonly body: BodyId;
  readonly id: string;
  readonly act: string;
  readonly attachments: readonly { readonly salt: string; readonly bytes: string }[];
  /** Proof from outside the record, in base64. */
  readonly evidence?: string;
  /** In words, for the person. */
  readonly label: string;
  readonly next: string;
  readonly at: Millis;
}

/** An answer of the record keeper, with the act it answers: proof in the author's hands. */
export interface KeptReceipt {
  readonly act: string;
  readonly receipt: Receipt;
}

/** Two signed checkpoints that can't both be true. */
export interface Alarm {
  readonly body: BodyId;
  readonly old: string;
  readonly present: string;
  readonly proof: readonly string[];
  readonly code: string;
  readonly at: Millis;
}

/** Everything this device keeps, by name. */
export function ownThings(shelf: Shelf) {
  return {
    body: (body: string) => shelf.get<OwnBody>(`body/${body}`),
    bodies: () => shelf.all<OwnBody>("body/"),
    keepBody: (own: OwnBody) => shelf.put(`body/${own.body}`, own),
    forgetBody: (body: string) => shelf.remove(`body/${body}`),
    keepAct: (act: KeptAct) => shelf.put(`kept/${act.body}/${act.id}`, act),
    keptActs: (body: string) => shelf.all<KeptAct>(`kept/${body}/`),
    dropAct: (act: Pick<KeptAct, "body" | "id">) => shelf.remove(`kept/${act.body}/${act.id}`),
    keepReceipt: (kept: KeptReceipt) => shelf.put(`receipt/${kept.receipt.body}/${kept.receipt.act}`, kept),
    receipts: (body: string) => shelf.all<KeptReceipt>(`receipt/${body}/`),
    alarm: (body: string) => shelf.get<Alarm>(`alarm/${body}`),
    raise: (alarm: Alarm) => shelf.put(`alarm/${alarm.body}`, alarm),
    keepEvidence: (alarm: Alarm) => shelf.put(`evidence/${alarm.body}/${alarm.at}`, alarm),
    calm: (body: string) => shelf.remove(`alarm/${body}`),
    keepOpening: (vote: string, opening: KeptOpening) => shelf.put(`opening/${vote}`, opening),
    pairing: (body: string) => shelf.get<StoredDevice>(`pairing/${body}`),
    keepPairing: (body: string, device: StoredDevice) => shelf.put(`pairing/${body}`, device),
    /** What this device shows to come back with, until others have signed for it (K-6). */
    newKeys: (body: string) => shelf.get<KeptNewKeys>(`newkeys/${body}`),
    allNewKeys: () => shelf.all<KeptNewKeys>("newkeys/"),
    keepNewKeys: (body: string, keys: KeptNewKeys) => shelf.put(`newkeys/${body}`, keys),
    dropNewKeys: (body: string) => shelf.remove(`newkeys/${body}`),
    dropPairing: (body: string) => shelf.remove(`pairing/${body}`),
    opening: (vote: string) => shelf.get<KeptOpening>(`opening/${vote}`),
    /** The secret behind one's offer to count, by its commitment (V-51). */
    keepOffer: (body: string, offer: KeptOffer) => shelf.put(`offer/${body}/${offer.commit}`, offer),
    offer: (body: string, commit: string) => shelf.get<KeptOffer>(`offer/${body}/${commit}`),
    offers: (body: string) => shelf.all<KeptOffer>(`offer/${body}/`),
    /** For whom an invitation was meant, as the inviter noted it: it stays on this device. */
    keepInvited: (body: string, invitation: string, whom: string) => shelf.put(`invited/${body}/${invitation}`, whom),
    invited: (body: string, invitation: string) => shelf.get<string>(`invited/${body}/${invitation}`),
    dropOffer: (body: string, commit: string) => shelf.remove(`offer/${body}/${commit}`),
  };
}

/** One's own position, so that one can check it later. */
export interface KeptOpening {
  /** Of a ballot, its marks. */
  readonly choice: string | readonly string[];
  readonly salt: string;
  readonly commit: Hash;
  /** Where it was sealed: the number by which one finds it in the tellers' list (V-55). */
  readonly number?: string;
  /** In so many lists this device has found it, with the position taken. */
  readonly stood?: number;
}

/** New keys that others are to sign for: the code that is shown, and what belongs to the new sheet. */
export interface KeptNewKeys {
  readonly body: string;
  readonly code: string;
  readonly reserve: KeyId;
  readonly safe: boolean;
  readonly wordCheck?: readonly WordCheck[];
}

/** The secret behind an offer to count, and the commitment that the record holds of it. */
export interface KeptOffer {
  readonly commit: string;
  readonly secret: string;
}

export type OwnThings = ReturnType<typeof ownThings>;
