/** Pages put together with what they need of the clerk. */
import type { Context, Hono } from "hono";
import { statutesAt } from "@nabat/body";
import { type Follower, readState, Unreachable } from "@nabat/exchange";
import { type BodyId, isHash, type KeyId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { originOf } from "@nabat/record";
import { askerOf, type ApiDeps } from "./api/deps.ts";
import { faultOf } from "./api/take-act.ts";
import type { Assets } from "./assets.ts";
import { wayOf, fromOwnPage } from "./http/own-addresses.ts";
import type { ExampleMaker } from "@nabat/example/make.ts";
import type { BodyReader } from "@nabat/views";
import type { Followed, PublicBody } from "@nabat/pages/deps.ts";
import type { EveningDoor } from "@nabat/pages/practice/evening-door.ts";
import type { RehearsalDoor } from "@nabat/pages/practice/practise.tsx";
import { pages } from "@nabat/pages/mod.ts";

/** The pages' part of the application. */
export function composePages(
  deps: ApiDeps,
  assets: Assets,
  examples: Pick<ExampleMaker, "look">,
  follower: Follower,
  practice: { readonly rehearsals?: RehearsalDoor; readonly evening?: EveningDoor } = {},
): Hono {
  const { clerk, config } = deps;
  const { store } = clerk;
  return pages(
    {
      reader: async (c, body) =>
        isHash(body) ? deps.reader(body as BodyId, await askerOf(deps, c, body as BodyId)) : undefined,
      clerk: {
        name: config.name,
        version: deps.version,
        key: clerk.key.key,
        founding: () => (deps.foundingCode === undefined ? "open" : "code"),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
        now: () => clerk.now(),
        origin: (c: Context) => deps.addresses.shown(wayOf(c), c.req.header("Host")),
        ownPage: (c: Context) => fromOwnPage(deps.addresses, c),
        bodies: () => publicBodies(deps),
      },
      sha256,
      assets: (name) => assets.href(name),
      recordFacts: async (body) => {
        const house = await clerk.house(body);
        const latest = await store.cosignatures.latest(body);
        const backup = await store.settings.get(null, "backup.last");
        return {
          ...(house ? { root: house.durable.root, origin: originOf(body) } : {}),
          heard: new Map(latest.map((l) => [l.witness as KeyId, { at: l.at, size: l.size }])),
          ...(backup ? { backup: Number(new TextDecoder().decode(backup)) } : {}),
        };
      },
      followed: () => followedRecords(deps),
      async follow(_c, url, body, code) {
        if (deps.foundingCode !== undefined && code !== deps.foundingCode) return "wrong-code";
        try {
          await follower.follow(url, body as BodyId);
          return "done";
        } catch (error) {
          if (error instanceof Unreachable) return "unreachable";
          throw error;
        }
      },
      examples: (language) => examples.look(language),
      count: (c, asked) => deps.counter.count(asked, deps.address(c)),
      ...(practice.evening ? { evening: practice.evening } : {}),
    },
    practice.rehearsals,
  );
}

async function followedRecords(deps: ApiDeps): Promise<Followed[]> {
  const out: Followed[] = [];
  for (const f of await deps.clerk.store.follows.list()) {
    const state = readState(f);
    const reader = state?.role === "copy" ? await readerIfFit(deps, f.body) : undefined;
    const name = await reader?.text(reader.state.founding.name);
    out.push({
      body: f.body,
      url: f.url,
      size: f.size,
      ...(name?.here ? { name: name.text } : {}),
      ...(f.checkedAt === null ? {} : { checkedAt: f.checkedAt }),
      ...(f.fault === null ? {} : { fault: f.fault }),
      ...(state ? { role: state.role } : {}),
      ...(state?.fork ? { fork: state.fork } : {}),
    });
  }
  return out;
}

/** A stranger's reader of a body; nothing where its record can't be shown just now: other bodies must not suffer for it. */
async function readerIfFit(deps: ApiDeps, body: BodyId): Promise<BodyReader | undefined> {
  try {
    return await deps.reader(body);
  } catch (error) {
    faultOf(deps, error);
    return undefined;
  }
}

/** Bodies whose record is open to all. Those of members are found by their own members, never listed. */
async function publicBodies(deps: ApiDeps): Promise<PublicBody[]> {
  const out: PublicBody[] = [];
  for (const head of await deps.clerk.store.ledger.listBodies()) {
    if (head.practice) continue;
    if (head.role === "clerk" && deps.publicFacts && !deps.clerk.holds(head.body)) {
      const facts = await deps.publicFacts(head.body);
      if (facts?.["entries"] === "public" && typeof facts["name"] === "string")
        out.push({ body: head.body, name: facts["name"], practice: false, type: String(facts["type"]) });
      continue;
    }
    const reader = await readerIfFit(deps, head.body);
    if (!reader || statutesAt(reader.state, reader.now)?.statutes.entries !== "public") continue;
    const name = await reader.text(reader.state.founding.name);
    if (name.here) out.push({ body: head.body, name: name.text, practice: false, type: reader.state.founding.type });
  }
  return out;
}
