/** The invented people of each evening, one thing after another: seats whose keys follow from what is kept, scenes' stages, what a scene sees. */
import { type Client, createClient, nodeTools, type Seat } from "@nabat/exchange/client/mod.ts";
import type { BodyId } from "@nabat/kernel";
import type { Store } from "@nabat/store";
import type { BodyReader } from "@nabat/views";
import { BOARD, NEIGHBOURS, seatOf } from "./cast.ts";
import type { Kept, Under } from "./keep.ts";
import type { Seen } from "./scenes/scene.ts";
import { type Now, Stage } from "./stage.ts";
import { MINUTE } from "./time.ts";

export interface EveningDeps {
  readonly store: Store;
  /** A stranger's reader of a body kept here. */
  readonly reader: (body: BodyId) => Promise<BodyReader | undefined>;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly code: string | undefined;
  readonly now: () => number;
  /** IANA zone of the evening's body. */
  readonly zone: string;
  /** False: no evening is begun here. */
  readonly enabled: boolean;
}

export interface Troupe {
  readonly deps: EveningDeps;
  readonly client: Client;
  look(body: BodyId): Promise<Now>;
  /** One thing after another in one evening, whoever presses. */
  inTurn<T>(body: BodyId, work: () => Promise<T>): Promise<T>;
  /** The invented people who have come in: the board, then the neighbours. */
  cast(body: BodyId, kept: Kept): Promise<Seat[]>;
  stage(body: BodyId, kept: Kept, under: Pick<Under, "memo">): Promise<Stage>;
  seen(body: BodyId, kept: Kept, memo: Readonly<Record<string, string>>): Promise<Seen>;
}

/** All evenings' people on this server. */
export function createTroupe(deps: EveningDeps): Troupe {
  const client: Client = createClient({
    url: "http://evening.invalid",
    tools: nodeTools,
    recheckMs: MINUTE,
    now: deps.now,
    fetch: async (input, init) => deps.fetch(new Request(input as string, init)),
  });
  const casts = new Map<BodyId, Seat[]>();
  const queues = new Map<BodyId, Promise<unknown>>();

  const look = async (body: BodyId): Promise<Now> => {
    const reader = await deps.reader(body);
    if (!reader) throw new Error("an evening that isn't kept here");
    return { state: reader.state, now: reader.now };
  };
  const cast = async (body: BodyId, kept: Kept): Promise<Seat[]> => {
    const words = [...BOARD, ...NEIGHBOURS.slice(0, kept.neighbours)];
    const seats = casts.get(body) ?? [];
    const { nonce } = await client.facts(body);
    for (const word of words.slice(seats.length)) seats.push(await seatOf(client, body, nonce, kept.seed, word));
    casts.set(body, seats);
    return seats;
  };
  return {
    deps,
    client,
    look,
    cast,
    inTurn(body, work) {
      const next = (queues.get(body) ?? Promise.resolve()).then(work, work);
      queues.set(
        body,
        next.catch(() => undefined),
      );
      return next;
    },
    async stage(body, kept, under) {
      const seats = await cast(body, kept);
      const { nonce } = await client.facts(body);
      return new Stage({
        client,
        body,
        nonce,
        seed: kept.seed,
        language: kept.language,
        board: seats.slice(0, BOARD.length),
        neighbours: seats.slice(BOARD.length),
        look: () => look(body),
        memo: { ...under.memo },
      });
    },
    async seen(body, kept, memo) {
      const { state, now } = await look(body);
      const seats = await cast(body, kept);
      const board = new Set(seats.slice(0, BOARD.length).map((s) => s.member));
      // Whom they brought in belongs to them.
      for (const m of state.members.members.values()) if (m.invitedBy && board.has(m.invitedBy)) board.add(m.id);
      return { state, now, memo, board };
    },
  };
}
