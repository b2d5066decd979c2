/** One's own way to membership and a vote (M-6, M-23 to M-28): what is missing, and who greets. An applicant reads it too, and of others nothing. */
import { greetersAt, hasVote, type Lacks, lacking } from "@nabat/body";
import type { BodyReader } from "./reader.ts";
import { type NewcomerLine, newcomerLine } from "./newcomers.ts";
import { mustRead, peopleOf, type Person } from "./shared.ts";

export interface OwnWay {
  /** The viewer's own line, with what their vote waits for. */
  readonly own: NewcomerLine;
  /** What membership still lacks, besides time. */
  readonly lacks: Lacks;
  /** Who was drawn to greet: whom to meet. */
  readonly greeters: readonly Person[];
}

/** The viewer's own way; `undefined` for who has a vote already, and for guests, who are on no way to one. */
export async function ownWayView(reader: BodyReader): Promise<OwnWay | undefined> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const me = viewer.member === undefined ? undefined : state.members.members.get(viewer.member);
  if (!me || (viewer.standing !== "member" && viewer.standing !== "applicant")) return undefined;
  if (hasVote(state, me.id, now)) return undefined;
  const greeters = greetersAt(state, now)?.members ?? [];
  const person = await peopleOf(reader, [
    ...[me.id, ...(me.invitedBy ? [me.invitedBy] : [])],
    ...[...(me.sponsors ?? []), ...(me.seenBy ?? []), ...greeters],
  ]);
  return {
    own: newcomerLine(reader, me, { text: person(me.id).name ?? "" }, person),
    lacks: lacking(state, me, now),
    greeters: greeters.map(person),
  };
}
