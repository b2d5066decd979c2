/** Who has a card and no device: whom members can enter a leaving, its taking back, or an appeal for (M-16, K-16, N-8). */
import { appealsByCard, BACK_MS, leftByCard, mayLeaveByCard, STAY_APPEAL_MS } from "@nabat/body";
import type { MemberId, Millis } from "@nabat/kernel";
import { waitingNow } from "./pending.ts";
import type { BodyReader } from "./reader.ts";
import { mustReadRecord, peopleOf, type Person } from "./shared.ts";

/** Somebody, and until when it can be done. */
export interface Until {
  readonly person: Person;
  readonly until: Millis;
}

export interface ByCardView {
  /** May leave by their card. */
  readonly leave: readonly Person[];
  /** Left by their card; another code of it takes it back. */
  readonly back: readonly Until[];
  /** Their stay was ended; they may appeal with a code. */
  readonly appeal: readonly Until[];
}

/** Whom it is about now. */
export function byCardNow({ state, now }: Pick<BodyReader, "state" | "now">) {
  const asked = new Set(waitingNow(state, now).flatMap((w) => (w.kind === "leave.card" ? [w.data.member] : [])));
  const leave: MemberId[] = [...state.members.members.keys()].filter(
    (id) => !asked.has(id) && mayLeaveByCard(state, id, now).ok,
  );
  const back = leftByCard(state, now).map((m) => ({ member: m.id, until: (m.left ?? now) + BACK_MS }));
  const appeal = appealsByCard(state, now).map(({ member, end }) => ({ member, until: end.from + STAY_APPEAL_MS }));
  return { leave, back, appeal };
}

/** The same with names, for pages. Only for whoever reads the record. */
export async function byCardView(reader: BodyReader): Promise<ByCardView> {
  mustReadRecord(reader);
  const { leave, back, appeal } = byCardNow(reader);
  const person = await peopleOf(reader, [...leave, ...[...back, ...appeal].map((b) => b.member)]);
  const until = (b: { readonly member: MemberId; readonly until: Millis }) => ({
    person: person(b.member),
    until: b.until,
  });
  return { leave: leave.map(person), back: back.map(until), appeal: appeal.map(until) };
}
