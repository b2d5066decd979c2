/** Rules of the founders' list: closing it (F-14), opening it again (F-15), signing it (F-16), by card (F-17). */
import { type ActId, ok } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { type AnyPendingKind, definePending, letWait } from "../keys/pending.ts";
import { spendCode } from "../members/codes.ts";
import {
  listCard,
  type ListCard,
  listClose,
  type ListClose,
  listOpen,
  type ListOpen,
  listSign,
  type ListSign,
} from "./acts.ts";
import { mayCloseList, mayListCard, mayOpenList, maySignList, peopleOn } from "./list.ts";
import { enterSignature } from "./signing.ts";

const closeKind = defineKind<ListClose, undefined>({
  kind: "list.close",
  schema: listClose,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayCloseList(state, act.by, cx.at, cx.sha256, act.data.people);
    return may.ok ? admitted("F-14", state.body as unknown as ActId) : may;
  },
  apply: (state, act, cx) => {
    // In an order of its own: a state read from a snapshot keeps its members in another.
    const people = peopleOn(state, cx.at).toSorted();
    state.founding.list = { id: cx.id, by: act.by, at: cx.at, people, signed: new Map() };
  },
});

const openKind = defineKind<ListOpen, undefined>({
  kind: "list.open",
  schema: listOpen,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayOpenList(state, act.data.list, act.by, cx.at);
    return may.ok ? admitted("F-15", act.data.list) : may;
  },
  apply: (state, act) => {
    const { openedBy = [], closedBy = [], list } = state.founding;
    state.founding.openedBy = [...openedBy, act.by];
    // Who thought better of their own closing hasn't had their turn.
    if (list && list.by !== act.by && !closedBy.includes(list.by)) state.founding.closedBy = [...closedBy, list.by];
    delete state.founding.list;
  },
});

const signKind = defineKind<ListSign, undefined>({
  kind: "list.sign",
  schema: listSign,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = maySignList(state, act.data.list, act.by, cx.at, cx.key);
    return may.ok ? admitted("F-16", act.data.list) : may;
  },
  apply: (state, act, cx) => enterSignature(state, act.by, cx),
});

const cardKind = defineKind<ListCard, undefined>({
  kind: "list.card",
  schema: listCard,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayListCard(state, act.data, act.by, cx.at, cx.sha256);
    return may.ok ? admitted("F-17", act.data.list) : may;
  },
  apply: letWait,
});

export const listRules: readonly AnyKind[] = [closeKind, openKind, signKind, cardKind];

export const listPending: readonly AnyPendingKind[] = [
  definePending<ListCard>({
    kind: "list.card",
    admit: (state, first, by, cx) => {
      const may = mayListCard(state, first.data, by, cx.at, cx.sha256);
      return may.ok ? ok({ rule: "F-17", from: first.data.list }) : may;
    },
    apply: (state, first, _by, cx) => {
      const member = state.members.members.get(first.data.member);
      if (!member) throw new Error("a card for nobody");
      spendCode(state, member, first.data.code, cx.sha256, cx.at);
      enterSignature(state, member.id, cx);
    },
  }),
];
