/**
 * What a clerk does by itself, none of which needs an act: prolong its leases, keep a checkpoint each
 * minute, forget expired sessions, drop the openings of votes whose contest term is over, and
 * what a decision took out of view and nobody brought back.
 */
import { erasable, goneByDecision } from "@nabat/body";
import type { BodyId, Log } from "@nabat/kernel";
import { faultCode } from "../api/take-act.ts";
import type { Clerk } from "@nabat/clerk/clerk.ts";
import type { House } from "@nabat/clerk/house.ts";

export interface Jobs {
  /** When each job last ran well, and how often it failed since. */
  facts(): Record<string, { readonly last: number | undefined; readonly failed: number }>;
  stop(): Promise<void>;
}

interface Job {
  readonly name: string;
  readonly every: number;
  readonly run: () => Promise<void>;
}

/** Starts the jobs. A failing job is logged and tried again at its next turn. */
export function startJobs(
  deps: { readonly clerk: Clerk; readonly log: Log; readonly now: () => number },
  more: readonly Job[] = [],
): Jobs {
  const { clerk, log, now } = deps;
  const jobs: readonly Job[] = [
    { name: "leases", every: clerk.leaseMs / 3, run: () => clerk.renew() },
    { name: "sessions", every: 3_600_000, run: () => clerk.store.sessions.sweep(now()) },
    { name: "checkpoints", every: 60_000, run: () => keepCheckpoints(clerk) },
    { name: "openings", every: 3_600_000, run: () => eraseOpenings(clerk) },
    { name: "out-of-view", every: 3_600_000, run: () => eraseDecided(clerk) },
    ...more,
  ];
  const facts = new Map(jobs.map((j) => [j.name, { last: undefined as number | undefined, failed: 0 }]));
  const underWay = new Set<Promise<void>>();
  const timers = jobs.map((job) =>
    setInterval(() => {
      const fact = facts.get(job.name);
      if (!fact) return;
      const work = job
        .run()
        .then(() => {
          fact.last = now();
          fact.failed = 0;
        })
        .catch((error: unknown) => {
          fact.failed += 1;
          log.warn("job.failed", { job: job.name, error });
        });
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    }, job.every).unref(),
  );
  return {
    facts: () => Object.fromEntries(facts),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

async function keepCheckpoints(clerk: Clerk): Promise<void> {
  for (const head of await clerk.store.ledger.listBodies()) {
    if (head.role !== "clerk") continue;
    const last = await clerk.store.ledger.checkpoint(head.body);
    if (last && last.size >= head.size) continue;
    const house = await houseIfFit(clerk, head.body);
    if (!house) continue;
    const { size } = house.durable;
    await clerk.store.ledger.keepCheckpoint(head.body, {
      size,
      note: await clerk.checkpoints.note(house),
      at: clerk.now(),
    });
  }
}

/** Openings go once nobody can contest the result any more (E-4); commitments and totals stay. */
async function eraseOpenings(clerk: Clerk): Promise<void> {
  const { store } = clerk;
  for (const head of await store.ledger.listBodies()) {
    const house = await houseIfFit(clerk, head.body);
    if (!house) continue;
    for (const { vote } of erasable(house.state, house.moment())) {
      const result = house.state.votes.votes.get(vote)?.result?.id;
      const done = `openings.${vote}`;
      if (!result || (await store.settings.get(head.body, done))) continue;
      const casts = ["vote.cast", "vote.card"].flatMap((kind) =>
        house.index.find({ kind, about: vote, limit: house.index.size }),
      );
      for (const index of casts) {
        for await (const row of store.ledger.readEntries(head.body, index, index + 1)) {
          const beside = await store.attachments.ofAct(head.body, row.actId);
          await store.attachments.erase(
            head.body,
            beside.map(({ hash }) => ({ hash, by: result })),
          );
        }
      }
      await store.settings.put(head.body, done, new Uint8Array([1]));
    }
  }
}

/** What a decision took out of view goes once no appeal can keep it (E-10). */
export async function eraseDecided(clerk: Clerk): Promise<void> {
  const { store } = clerk;
  for (const head of await store.ledger.listBodies()) {
    const house = await houseIfFit(clerk, head.body);
    if (!house) continue;
    for (const gone of goneByDecision(house.state, house.moment())) {
      const done = `out-of-view.${gone.by}.${gone.hash}`;
      if (await store.settings.get(head.body, done)) continue;
      await store.attachments.erase(head.body, [gone]);
      await store.settings.put(head.body, done, new Uint8Array([1]));
    }
  }
}

/** The house of a body, unless its record can't be had just now: one that is damaged or kept elsewhere must not hold up the others. */
async function houseIfFit(clerk: Clerk, body: BodyId): Promise<House | undefined> {
  try {
    return await clerk.house(body);
  } catch (error) {
    if (faultCode(error) === undefined) throw error;
    return undefined;
  }
}
