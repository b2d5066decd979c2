/** Rules of erasure, declarations of state, witnesses and copies (E, D, W). See docs/protocol/archive.md. */
import { refuse } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy, statutesBy } from "../engine/right.ts";
import { stateHash } from "../engine/snapshot.ts";
import { newCopy } from "../motions/subjects.ts";
import { statutesOf } from "../statutes/queries.ts";
import {
  type Appeal,
  appeal,
  type CopyName,
  copyName,
  type Erase,
  erase,
  type StateDeclared,
  stateDeclared,
  type WitnessName,
  witnessName,
} from "./acts.ts";
import { appealsNeeded, mayAppeal, takenBy } from "./out-of-view.ts";
import { bringIn, mayBring } from "./own.ts";
import { mayErase, noteErased } from "./queries.ts";

/** A state is declared again only once the record has grown by this share, 1/n (D-3): it costs a pass over the whole state. */
const GROWTH = 100;

/** Most co-signers that one member names, and in all (W-4): a checkpoint carries no more lines. */
const WITNESSES_EACH = 3;
const WITNESSES = 60;

export const archiveRules: readonly AnyKind[] = [
  defineKind<Erase, undefined>({
    kind: "erase",
    schema: erase,
    signer: "guest",
    // Who left keeps the right to have their own words erased.
    alsoLeft: true,
    beforeAdoption: true,
    admit: (state, act, cx) => {
      for (const hash of act.data.attachments) {
        const may = mayErase(state, act.by, hash, cx.at);
        if (!may.ok) return may;
      }
      return admitted("E-1", cameBy(state, act.by));
    },
    apply: (state, act, cx) => {
      for (const hash of act.data.attachments) noteErased(state, hash, cx.id, cx.at, "author");
    },
  }),
  defineKind<Appeal, undefined>({
    kind: "appeal",
    schema: appeal,
    signer: "guest",
    // Who left keeps the right to speak for their own words.
    alsoLeft: true,
    admit: (state, act, cx) => {
      const may = mayAppeal(state, act.data.attachment, act.by, cx.at);
      return may.ok ? admitted("E-8", takenBy(may.value).by) : may;
    },
    apply: (state, act, cx) => {
      const { attachment } = act.data;
      const out = state.archive.outOfView.get(attachment);
      if (!out) throw new Error("nothing to appeal for");
      const author = state.archive.owners.get(attachment) === act.by;
      if (!author) out.appeals.push(act.by);
      if (author || out.appeals.length >= appealsNeeded(state, cx.at)) out.appealed = cx.at;
    },
  }),
  defineKind<StateDeclared, undefined>({
    kind: "state",
    schema: stateDeclared,
    signer: "member",
    admit: (state, act, cx) => {
      const { size, state: hash } = act.data;
      if (size !== state.size) return refuse("D-2", "another-size", { size: state.size });
      const last = state.archive.declared?.size;
      const next = last === undefined ? 0 : last + Math.max(1, Math.floor(last / GROWTH));
      if (size < next) return refuse("D-3", "declared-lately", { next });
      return stateHash(cx.sha256, state) === hash
        ? admitted("D-2", cameBy(state, act.by))
        : refuse("D-2", "false-state");
    },
    apply: (state, act, cx) => {
      state.archive.declared = { ...act.data, by: cx.id };
    },
  }),
  defineKind<WitnessName, undefined>({
    kind: "witness",
    schema: witnessName,
    signer: "member",
    admit: (state, act) => {
      if (act.data.key === state.founding.clerk) return refuse("W-4", "the-clerk-itself");
      if (state.archive.witnesses.has(act.data.key)) return refuse("W-4", "named-already");
      if ((state.archive.namedBy?.get(act.by) ?? 0) >= WITNESSES_EACH)
        return refuse("W-4", "enough-of-yours", { most: WITNESSES_EACH });
      if (state.archive.witnesses.size >= WITNESSES) return refuse("W-4", "enough", { most: WITNESSES });
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("W-4", cameBy(state, act.by)) : texts;
    },
    apply: (state, act, cx) => {
      state.archive.witnesses.set(act.data.key, cx.id);
      const named = (state.archive.namedBy ??= new Map());
      named.set(act.by, (named.get(act.by) ?? 0) + 1);
      bringIn(state, act.by, act.data);
    },
  }),
  defineKind<CopyName, undefined>({
    kind: "copy",
    schema: copyName,
    signer: "member",
    admit: (state, act, cx) => {
      if (statutesOf(state, cx.at).clerk.copies !== "any-member") return refuse("W-5", "by-decision");
      const fresh = newCopy(state, act.data.key, cx.at);
      if (!fresh.ok) return fresh;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("W-5", statutesBy(state, cx.at)) : texts;
    },
    apply: (state, act, cx) => {
      state.archive.copies.set(act.data.key, cx.id);
      bringIn(state, act.by, act.data);
    },
  }),
];
