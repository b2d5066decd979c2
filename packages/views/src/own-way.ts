/** One's own way to membership and a vote (M-6, M-23 to M-28): what is missing, and who greets. An applicant reads it too, and of others nothing. */
import { couldGreet, drawWaiting, greetersAt, hasVote, type Lacks, lacking, mayDraw, REVEAL_MS } from "@nabat/body";
import type { Millis } from "@nabat/kernel";
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
  /**
   * Where nobody is drawn: what that waits for (M-25). `offers`: so many more must offer; `draw`: anybody draws;
   * `lot`: it is being drawn, until then.
   */
  readonly greeting?:
    | { readonly is: "offers"; readonly more: number }
    | { readonly is: "draw" }
    | { readonly is: "lot"; readonly until: Millis };
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
    ...(greeters.length > 0 ? {} : { greeting: greetingNow(reader) }),
  };
}

function greetingNow({ state, now }: BodyReader): NonNullable<OwnWay["greeting"]> {
  const lot = drawWaiting(state, now);
  if (lot) return { is: "lot", until: lot.at + REVEAL_MS };
  const may = mayDraw(state, now);
  if (may.ok || may.code !== "too-few-offered") return { is: "draw" };
  const needed = Number(may.facts["least"] ?? 3);
  return { is: "offers", more: Math.max(1, needed - couldGreet(state, now).length) };
}
