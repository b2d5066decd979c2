/**
 * Rehearsals: a practice body under a body's own rules, with invented members whose keys live in this
 * server's memory and nowhere else. They do nothing by themselves: only when somebody presses the
 * button do they sign, second, stand, vote and count what waits for them. They act through this
 * server's own API like anybody else.
 */
import { sentences, statutesOf } from "@nabat/body";
import { type Client, createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { type BodyId, toBase64 } from "@nabat/kernel";
import { type Locale, speak, statutesText } from "@nabat/speech";
import type { BodyReader } from "@nabat/views";
import { hourThatMatters } from "./rehearsal-clock.ts";
import { type Now, rehearsalSteps } from "./rehearsal-steps.ts";

const NAMES = ["Amal", "Bruno", "Céleste", "Dunja", "Emil", "Fatou"] as const;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Rehearsals kept at once: keys in memory are few, and a practice body stays on disk. */
const MOST = 20;

export interface Rehearsals {
  /** Makes one after these rules; the path of the invitation for who asked. `undefined`: one was made a moment ago. */
  make(of: BodyId, language: Locale): Promise<string | undefined>;
  /** Is this a rehearsal whose invented members are still here? */
  has(body: BodyId): boolean;
  /** The invented members do what waits for them; how many things they did. */
  act(body: BodyId): Promise<number>;
  /** The clock goes on: to the next hour that matters, or by an hour. */
  wait(body: BodyId): Promise<void>;
}

export interface RehearsalDeps {
  /** A stranger's reader of a body kept here. */
  readonly reader: (body: BodyId) => Promise<BodyReader | undefined>;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly code: string | undefined;
  readonly now: () => number;
}

/** The rehearsals of this server; gone with it. */
export function createRehearsals(deps: RehearsalDeps): Rehearsals {
  const kept = new Map<BodyId, readonly Seat[]>();
  /** When each body last made one: a rehearsal a minute is enough. */
  const made = new Map<BodyId, number>();
  const client: Client = createClient({
    url: "http://rehearsal.invalid",
    tools: nodeTools,
    recheckMs: MINUTE,
    now: deps.now,
    fetch: async (input, init) => deps.fetch(new Request(input as string, init)),
  });
  const stateOf = async (body: BodyId): Promise<Now> => {
    const reader = await deps.reader(body);
    if (!reader) throw new Error("a rehearsal that isn't kept here");
    return reader;
  };
  return {
    has: (body) => kept.has(body),
    async make(of, language) {
      const [oldest] = kept.keys();
      if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
      const rules = await deps.reader(of);
      if (!rules || deps.now() - (made.get(of) ?? -MINUTE) < MINUTE) return undefined;
      made.set(of, deps.now());
      const { t } = speak(language);
      const statutes = statutesOf(rules.state, rules.now);
      const name = await rules.text(rules.state.founding.name);
      const founder = await client.found(
        client.person(NAMES[0]),
        {
          type: "assembly",
          name: textOf(nodeTools, t("rehearsal-name", { name: name.here ? name.text : "" }), "public"),
          purpose: textOf(nodeTools, t("rehearsal-purpose"), "public"),
          text: textOf(nodeTools, statutesText(sentences(statutes), language), "public"),
          statutes,
          practice: true,
          clock: deps.now(),
        },
        deps.code === undefined ? {} : { code: deps.code },
      );
      const { now } = await stateOf(founder.body);
      const seats = [founder];
      for (const person of NAMES.slice(1))
        seats.push(await client.join(client.person(person), await invite(founder, "founder", now + DAY)));
      kept.set(founder.body, seats);
      const secret = nodeTools.random(32);
      const { id } = await founder.act("invite", {
        key: nodeTools.signer(secret).key,
        as: "founder",
        until: now + DAY,
      });
      // The secret goes to whoever asked, behind the `#` of their own address bar.
      return `/invited/${founder.body}#${id}.${toBase64(secret).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    },
    async act(body) {
      const seats = kept.get(body);
      if (!seats) return 0;
      return rehearsalSteps(seats, () => stateOf(body));
    },
    async wait(body) {
      const [founder] = kept.get(body) ?? [];
      if (!founder) return;
      const { state, now } = await stateOf(body);
      await founder.put("clock", { to: hourThatMatters(state, now) });
    },
  };
}
