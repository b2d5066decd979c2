/** Agendas with their texts, and what waits for the next call (G-24, G-33). */
import { type AgendaLine, carriedOver } from "@nabat/body";
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { may } from "./may.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import type { May } from "./may.ts";

export interface AgendaShown {
  readonly id: ActId;
  readonly title: Shown;
  readonly text?: Shown;
  readonly by: Person;
  readonly at: Millis;
  readonly status: "waiting" | "open" | "done" | "put-off";
  readonly urgent: boolean;
  readonly returns?: Millis;
  /** The meeting it was carried over from. */
  readonly from?: { readonly id: ActId; readonly title: Shown };
  readonly motion?: {
    readonly id: ActId;
    readonly title: Shown;
    readonly text: Shown;
    readonly version: number;
    readonly status: string;
  };
  readonly election?: {
    readonly id: ActId;
    readonly title: Shown;
    readonly seats: number;
    readonly candidates: number;
  };
  /** Can be decided at this meeting, binding or as an opinion; else the rule in the way. */
  readonly decides?: May & { readonly opinion?: boolean };
}

/** An agenda with its texts, in its order. */
export async function agendaShown(reader: BodyReader, agenda: readonly AgendaLine[]): Promise<AgendaShown[]> {
  const { state } = reader;
  const hashes: Hash[] = [];
  for (const { item } of agenda) {
    hashes.push(item.title, ...(item.text ? [item.text] : []));
    const motion = item.motion && state.motions.motions.get(item.motion);
    const last = motion && motion.versions.at(-1);
    if (motion) hashes.push(motion.title, ...(last ? [last.text] : []));
    const election = item.election && state.elections.elections.get(item.election);
    if (election) hashes.push(election.title);
    const from = item.from && state.meetings.calls.get(item.from);
    if (from) hashes.push(from.title);
  }
  const text = await textsOf(reader, hashes);
  const person = await peopleOf(
    reader,
    agenda.map((l) => l.item.by),
  );
  return agenda.map(({ item, decides }) => {
    const motion = item.motion && state.motions.motions.get(item.motion);
    const last = motion && motion.versions.at(-1);
    const election = item.election && state.elections.elections.get(item.election);
    const from = item.from && state.meetings.calls.get(item.from);
    return {
      id: item.id,
      title: text(item.title),
      ...(item.text ? { text: text(item.text) } : {}),
      by: person(item.by),
      at: item.at,
      status: item.status,
      urgent: item.urgent,
      ...(item.returns === undefined ? {} : { returns: item.returns }),
      ...(from ? { from: { id: from.id, title: text(from.title) } } : {}),
      ...(motion && last
        ? {
            motion: {
              id: motion.id,
              title: text(motion.title),
              text: text(last.text),
              version: last.n,
              status: motion.status,
            },
          }
        : {}),
      ...(election
        ? {
            election: {
              id: election.id,
              title: text(election.title),
              seats: election.seats,
              candidates: election.candidates.filter((c) => c.accepted !== undefined && c.declined === undefined)
                .length,
            },
          }
        : {}),
      ...(decides ? { decides: { ...may(decides), ...(decides.ok ? { opinion: decides.value.opinion } : {}) } } : {}),
    };
  });
}

/** What waits for the next call: put off, not reached, or interrupted. */
export async function carriedView(reader: BodyReader): Promise<AgendaShown[]> {
  mustRead(reader);
  return agendaShown(
    reader,
    carriedOver(reader.state, reader.now).map((item) => ({ item })),
  );
}
