/** What waits for a house's writer, and what one group of it becomes on its way to the disk. */
import type { ActId, Hash, MemberId, Result } from "@nabat/kernel";
import type { Notice, Receipt, Signed } from "@nabat/record";
import type { Evidence, Opening } from "@nabat/body";
import type { IndexedEntry, KeptEvidence } from "./house-ports.ts";
import { readOpening } from "./house-store.ts";
import type { Authenticated, Brought } from "./intake.ts";

export interface Submission {
  readonly item: Authenticated;
  readonly evidence?: KeptEvidence & { readonly read: Evidence };
}

export type Waiting =
  | {
      readonly type: "act";
      readonly submission: Submission;
      readonly done: (r: Receipt) => void;
      readonly fail: (e: Error) => void;
    }
  | {
      readonly type: "notice";
      readonly signed: Signed<Notice>;
      readonly attachments: readonly Brought[];
      readonly done: (r: Result<number>) => void;
      readonly fail: (e: Error) => void;
    }
  | {
      readonly type: "over";
      readonly make: (head: Head) => Promise<Result<Signed<Notice>>>;
      readonly done: (r: Result<number>) => void;
      readonly fail: (e: Error) => void;
    };

/** Size of the record and its root. */
export interface Head {
  readonly size: number;
  readonly root: Hash;
}

/** What was staged in this group and is answered once it is durable. */
export interface Staged {
  readonly entry: IndexedEntry;
  answer: () => void;
}

/** The opening that came with an act, where it is one that members may read: a bad one is refused at once (V-30). */
export function openingAmong(attachments: readonly Brought[]): (ref: Hash) => Opening | undefined {
  return (ref) => {
    const found = attachments.find((a) => a.hash === ref && a.grade === "members");
    return found && readOpening(found.bytes);
  };
}

export function weight(attachments: readonly { readonly bytes: Uint8Array }[]): number {
  return attachments.reduce((n, a) => n + a.bytes.length, 0);
}

export interface Beside {
  readonly attachments: (Brought & { act: ActId })[];
  readonly evidence: (KeptEvidence & { act: ActId })[];
  readonly erasures: { hash: Hash; by: ActId }[];
  /** Bytes of the attachments, and those of guests among them. */
  weight: number;
  guests: number;
  /** Bytes of tellers' lists in the part that is kept for counting. */
  lists: number;
  /** What texts used of the kept part that is shared out, by whose share it is, this group's with it (C-2). */
  texts: Map<MemberId, number>;
  /** Bytes of guests, and of newcomers' names, by who invited them. */
  invited: Map<MemberId, number>;
  names: Map<MemberId, number>;
}
