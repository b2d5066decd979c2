/**
 * Makes the examples at first need, when somebody opens that door: the present-day house in the
 * visitor's language, then the worked cases. It acts through this server's own API like anybody else;
 * the invented people's keys are thrown away afterwards, so that nobody can act in the example.
 */
import { HOUSE_LANGUAGES, type HouseLanguage, houseOf40 } from "./data.ts";
import { CASES, playPart } from "./cases/mod.ts";
import { createClient, nodeTools } from "@nabat/exchange/client/mod.ts";
import type { BodyId, Log } from "@nabat/kernel";
import type { Store } from "@nabat/store";
import { type Examples, keepExamples, keepProgress, readExamples, readProgress } from "./examples.ts";
import { decidingPlays } from "./deciding.ts";
import { meetingPlays } from "./meeting.ts";
import { peoplePlays } from "./people.ts";
import { playHouse } from "./player.ts";

/** How often other processes of the server are told how far a making is, and when that is too old to be true, in ms. */
const PUBLISH_MS = 1000;
const STALE_MS = 30_000;
/** How old the last look at the record may be when an invented person signs, in ms. */
const RECHECK_MS = 60_000;

/** The examples as the door shows them; `making` while the house is being played. */
export interface ExamplesShown extends Pick<Examples, "present" | "cases"> {
  readonly making?: { readonly done: number; readonly of: number };
}

export interface ExampleMaker {
  /** What there is, for a visitor of this language; what is missing is begun. */
  look(language: string): Promise<ExamplesShown>;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface MakerDeps {
  readonly store: Store;
  readonly log: Log;
  /** This server's own application. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly code: string | undefined;
  /** False: what is there is shown, nothing is made. */
  readonly enabled: boolean;
  readonly now: () => number;
  /** Takes or keeps the shift of making examples; false where another process of this server has it. Left out where there is only this one. */
  readonly shift?: () => Promise<boolean>;
}

/** The maker of this server's examples. */
export function createExampleMaker(deps: MakerDeps): ExampleMaker {
  const { store, log } = deps;
  const ended = new AbortController();
  let making: Promise<void> | undefined;
  let progress: ExamplesShown["making"];
  let failed = false;
  let published = 0;

  /** Says how far the making is: here, and now and then to the other processes, which keeps the shift as well. */
  const tell = (now: { readonly done: number; readonly of: number }): void => {
    progress = now;
    if (!deps.shift || deps.now() - published < PUBLISH_MS) return;
    published = deps.now();
    void Promise.all([keepProgress(store, { ...now, at: published }), deps.shift()]).catch((error: unknown) =>
      log.warn("example.progress", { error }),
    );
  };
  /** How far another process is. */
  const elsewhere = async (): Promise<ExamplesShown["making"]> => {
    const kept = deps.shift && (await readProgress(store));
    return kept && deps.now() - kept.at < STALE_MS ? { done: kept.done, of: kept.of } : undefined;
  };

  const client = createClient({
    url: "http://example.invalid",
    tools: nodeTools,
    recheckMs: RECHECK_MS,
    now: deps.now,
    fetch: async (input, init) => {
      ended.signal.throwIfAborted();
      const answer = await deps.fetch(new Request(input as string, init));
      if (init?.method === "POST" && answer.status === 201 && String(input).endsWith("/api/bodies"))
        await begun(((await answer.clone().json()) as { body: BodyId }).body);
      return answer;
    },
  });

  /** Notes a body before anything more happens in it: where the server stops now, the next start knows that it is half-made. */
  const begun = async (body: BodyId): Promise<void> => {
    const kept = await readExamples(store);
    await keepExamples(store, { ...kept, unfinished: [...(kept.unfinished ?? []), body] });
  };

  /** What an interrupted making left stays out of sight, and is told once; it is made anew. */
  const dropUnfinished = async (): Promise<void> => {
    const { unfinished, ...kept } = await readExamples(store);
    if (!unfinished || unfinished.length === 0) return;
    log.warn("example.interrupted", { bodies: unfinished.length, first: unfinished[0] });
    await keepExamples(store, kept);
  };

  /** A whole example is shown from now on, with the bodies that were made for it. */
  const finished = async (change: (kept: Examples) => Examples): Promise<void> => {
    const { unfinished: _, ...kept } = await readExamples(store);
    await keepExamples(store, change(kept));
  };

  const makeHouse = async (language: HouseLanguage): Promise<void> => {
    const started = deps.now();
    const house = houseOf40();
    const played = await playHouse(
      client,
      house,
      language,
      { ...peoplePlays, ...decidingPlays, ...meetingPlays },
      {
        ...(deps.code === undefined ? {} : { code: deps.code }),
        progress: (done, of) => tell({ done, of }),
      },
    );
    const [founder] = played.seats.values();
    if (!founder) throw new Error("the example house has no founder");
    await finished((kept) => ({
      ...kept,
      present: kept.present ?? founder.body,
      houses: { ...kept.houses, [language]: founder.body },
    }));
    log.info("example.made", { language, ms: deps.now() - started });
  };

  const makeCases = async (): Promise<void> => {
    for (const theCase of CASES) {
      const kept = await readExamples(store);
      if (kept.cases.some((c) => c.id === theCase.name)) continue;
      const { body } = await playPart(theCase, client, deps.code === undefined ? {} : { code: deps.code });
      const made = { id: theCase.name, body, name: theCase.title };
      await finished((now) => ({ ...now, cases: [...now.cases, made] }));
    }
  };

  const make = async (language: HouseLanguage): Promise<void> => {
    try {
      await dropUnfinished();
      if (!(await readExamples(store)).houses?.[language]) await makeHouse(language);
      progress = undefined;
      await makeCases();
    } catch (error) {
      if (ended.signal.aborted) return;
      failed = true;
      log.error("example.failed", { error, stack: error instanceof Error ? error.stack : undefined });
    } finally {
      progress = undefined;
    }
  };

  return {
    async look(asked) {
      const language = HOUSE_LANGUAGES.find((l) => l === asked) ?? "en";
      const kept = await readExamples(store);
      const present: BodyId | undefined = kept.houses?.[language] ?? kept.present;
      const missing =
        kept.houses?.[language] === undefined || CASES.some((c) => !kept.cases.some((k) => k.id === c.name));
      const free = deps.enabled && missing && !making && !failed && !ended.signal.aborted;
      if (free && (deps.shift === undefined || (await deps.shift())) && !making) {
        if (kept.houses?.[language] === undefined) progress = { done: 0, of: houseOf40().events.length };
        making = make(language).finally(() => (making = undefined));
      }
      const shown = progress ?? (missing ? await elsewhere() : undefined);
      return {
        cases: kept.cases,
        ...(present ? { present } : {}),
        ...(shown && !kept.houses?.[language] ? { making: shown } : {}),
      };
    },
    async idle() {
      await making;
    },
    async stop() {
      ended.abort();
      await making;
    },
  };
}
