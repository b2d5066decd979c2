/** Rules of plain elections (O-1 to O-13). See docs/protocol/elections.md. */
import type { ActId } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { statutesNow } from "../statutes/queries.ts";
import {
  electionOpen,
  type ElectionOpen,
  nominate,
  type Nominate,
  nominationAccept,
  type NominationAccept,
  nominationDecline,
  type NominationDecline,
  resign,
  type Resign,
} from "./acts.ts";
import {
  CANDIDATES_MOST,
  lastToGiveWay,
  mayAccept,
  mayDecline,
  mayNominate,
  mayOpenElection,
  mayResign,
} from "./may.ts";
import type { Election } from "./part.ts";
import { candidacyOf, electionOf } from "./queries.ts";

function mustFind(state: State, id: ActId): Election {
  const election = state.elections.elections.get(id);
  if (!election) throw new Error(`no election ${id}`);
  return election;
}

export const electionRules: readonly AnyKind[] = [
  defineKind<ElectionOpen, undefined>({
    kind: "election.open",
    schema: electionOpen,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayOpenElection(state, act.data, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("O-1", cameBy(state, act.by)) : texts;
    },
    apply: (state, act, cx) => {
      const { title, seats, rule, termDays, powers, nominationsUntil, sitting } = act.data;
      state.elections.elections.set(cx.id, {
        id: cx.id,
        by: act.by,
        at: cx.at,
        title: title.hash,
        seats,
        rule,
        termDays,
        powers: [...powers],
        ...(nominationsUntil === undefined ? {} : { nominationsUntil }),
        ...(sitting === undefined ? {} : { sitting }),
        statutes: statutesNow(state, cx.at).n,
        round: 1,
        open: seats,
        runoff: false,
        candidates: [],
        secret: false,
        votes: [],
        elected: [],
        uncontested: false,
        status: "nominating",
      });
      bringIn(state, act.by, act.data);
    },
  }),
  defineKind<Nominate, undefined>({
    kind: "nominate",
    schema: nominate,
    signer: "member",
    admit: (state, act, cx) => {
      const election = electionOf(state, act.data.election);
      if (!election.ok) return election;
      const may = mayNominate(state, election.value, act.data.candidate, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("O-2", election.value.id) : texts;
    },
    apply: (state, act, cx) => {
      const election = mustFind(state, act.data.election);
      const { candidate, text } = act.data;
      const away = election.candidates.length < CANDIDATES_MOST ? undefined : lastToGiveWay(election);
      election.candidates = election.candidates.filter((c) => c !== away);
      election.candidates.push({
        member: candidate,
        nominatedBy: act.by,
        key: `c${1 + Math.max(0, ...election.candidates.map((c) => Number(c.key.slice(1))))}`,
        ...(text ? { text: text.hash } : {}),
        // Who names themselves has accepted (O-5).
        ...(candidate === act.by ? { accepted: cx.at } : {}),
      });
      bringIn(state, act.by, act.data);
    },
  }),
  defineKind<NominationAccept, undefined>({
    kind: "nomination.accept",
    schema: nominationAccept,
    signer: "member",
    admit: (state, act, cx) => {
      const election = electionOf(state, act.data.election);
      if (!election.ok) return election;
      const may = mayAccept(state, election.value, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("O-5", election.value.id) : texts;
    },
    apply: (state, act, cx) => {
      const own = mustFind(state, act.data.election).candidates.find((c) => c.member === act.by);
      if (!own) throw new Error("no candidate");
      own.accepted = cx.at;
      if (act.data.text) own.words = act.data.text.hash;
      bringIn(state, act.by, act.data);
    },
  }),
  defineKind<NominationDecline, undefined>({
    kind: "nomination.decline",
    schema: nominationDecline,
    signer: "member",
    admit: (state, act, cx) => {
      const election = electionOf(state, act.data.election);
      if (!election.ok) return election;
      const may = mayDecline(state, election.value, act.by, cx.at);
      return may.ok ? admitted("O-4", election.value.id) : may;
    },
    apply: (state, act, cx) => {
      const own = candidacyOf(mustFind(state, act.data.election), act.by);
      if (!own) throw new Error("no candidate");
      own.declined = cx.at;
    },
  }),
  defineKind<Resign, undefined>({
    kind: "resign",
    schema: resign,
    signer: "member",
    admit: (state, act, cx) => {
      const office = mayResign(state, act.data.office, act.by, cx.at);
      if (!office.ok) return office;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("O-12", office.value.result) : texts;
    },
    apply: (state, act, cx) => {
      const office = mayResign(state, act.data.office, act.by, cx.at);
      if (!office.ok) throw new Error("no office");
      office.value.resigned = cx.at;
      bringIn(state, act.by, act.data);
    },
  }),
];
