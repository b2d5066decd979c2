/**
 * What a member's device asks for while it signs: what an invitation in its hand is good for, what
 * waits for its holder, the cast positions that a teller counts, the figures that a result declares.
 */
import * as z from "zod";
import { type ActId, fromHex, type Hash, type Refusal, utf8 } from "@nabat/kernel";
import {
  computeResult,
  deviceForm,
  isMember,
  keyHolder,
  mayDeclare,
  type Opening,
  resultData,
  voteOf,
} from "@nabat/body";
import { usable } from "@nabat/body/members/invitations.ts";
import { sha256, verifyAsync } from "@nabat/platform";
import { endedDeviceMine, endedStayMine, mineView, ownWayView, pendingView } from "@nabat/views";
import { houseStore } from "@nabat/clerk/house-store.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, askerOf, houseOf, notForThem, refuseWith } from "./deps.ts";
import { NO_FILTERS } from "./filters.ts";
import { problem, type Route, route } from "./route.ts";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const inBody = z.object({ body: hex64, id: hex64 });

/** Routes for devices. */
export function deviceRoutes(deps: ApiDeps): Route[] {
  const membersOnly: Omit<Refusal, "ok"> = { rule: "K-10", code: "members-only", facts: {} };
  return [
    route<{ body: string; id: string }, { proof: string }>({
      method: "get",
      path: "/api/bodies/:body/invitations/:id",
      tag: "members",
      summary:
        "What an invitation is good for; `proof` is its key's signature over `nabat invited <body> <id>`, in hex.",
      params: inBody,
      query: z.object({ proof: z.string().regex(/^[0-9a-f]{128}$/) }),
      answers: {
        200: {
          is: "As whom, until when, by whom, and whether it can still be used.",
          schema: z.looseObject({ as: z.string(), open: z.boolean() }),
        },
        404: { is: "No such invitation, or another key.", schema: problem },
      },
      handle: (c, { params, query }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const { state } = house;
          const invitation = state.members.invitations.get(params.id as ActId);
          const unknown = () => refuseWith(deps, c, 404, { rule: "M-5", code: "no-such-invitation", facts: {} });
          if (!invitation) return unknown();
          const holds = await verifyAsync(
            invitation.key,
            utf8(`nabat invited ${house.body} ${params.id}`),
            fromHex(query.proof),
          );
          if (!holds) return unknown();
          const name = state.members.members.get(invitation.by)?.name;
          const key = [...state.keys.keys].find(([, k]) => k.member === invitation.by)?.[0];
          // Whoever holds the link was given it by this person, so the name is theirs to read.
          const by = name && key ? await (await deps.reader(house.body, key))?.text(name) : undefined;
          return c.json({
            as: invitation.as,
            until: invitation.until,
            many: invitation.many,
            open: usable(state, params.id as ActId, house.moment()).ok,
            ...(by?.here ? { by: by.text } : {}),
          });
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/mine",
      tag: "reading",
      summary: "What waits for the one who asks.",
      params: z.object({ body: hex64 }),
      query: NO_FILTERS,
      answers: {
        200: {
          is: "What is needed of them, and what was decided lately.",
          schema: z.looseObject({ items: z.array(z.looseObject({ what: z.string(), path: z.string() })) }),
        },
        403: { is: "Not signed in.", schema: problem },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
          if (reader?.viewer.member && reader.mayRead) return c.json(await mineView(reader));
          // Whose stay was ended reads nothing more here, but that, and how to appeal (N-8).
          const ended = reader && (endedStayMine(reader) ?? (await endedDeviceMine(reader)));
          return ended ? c.json(ended) : refuseWith(deps, c, 403, membersOnly);
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/own-way",
      tag: "reading",
      summary: "The asker's own way to membership and a vote: what is missing, and who greets. Applicants read it too.",
      params: z.object({ body: hex64 }),
      query: NO_FILTERS,
      answers: {
        200: {
          is: "Their own line, nothing of others; of who has a vote since when.",
          schema: z.union([z.looseObject({ own: z.looseObject({}) }), z.looseObject({ votesFrom: z.int() })]),
        },
        403: { is: "Not signed in.", schema: problem },
        404: { is: "A guest, who is on no way to a vote.", schema: problem },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
          if (!reader?.viewer.member || !reader.mayRead) return refuseWith(deps, c, 403, membersOnly);
          const way = await ownWayView(reader);
          if (way) return c.json(way);
          const votesFrom = house.state.members.members.get(reader.viewer.member)?.votesFrom;
          return votesFrom === undefined || reader.viewer.standing !== "member"
            ? refuseWith(deps, c, 404, { rule: "M-23", code: "guest-no-way", facts: {} })
            : c.json({ votesFrom });
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/pending",
      tag: "members",
      summary:
        "What waits for a second signature (K-8), new keys for who lost theirs (K-6) too, and whether the asker may give it.",
      params: z.object({ body: hex64 }),
      query: NO_FILTERS,
      answers: {
        200: {
          is: "Oldest first.",
          schema: z.object({
            pending: z.array(z.looseObject({ id: z.string(), kind: z.string(), signed: z.boolean() })),
          }),
        },
        403: { is: "Not a member.", schema: problem },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
          return reader?.mayReadRecord
            ? c.json({ pending: await pendingView(reader, sha256) })
            : refuseWith(deps, c, 403, notForThem(reader?.viewer));
        }),
    }),
    route<{ body: string; id: string }>({
      method: "get",
      path: "/api/bodies/:body/votes/:id/casts",
      tag: "votes",
      summary: "Commitments and openings' hashes of a vote that is not declared yet: what a teller counts.",
      params: inBody,
      answers: {
        200: {
          is: "Positions cast, without who cast them.",
          schema: z.object({ casts: z.array(z.object({ commit: z.string(), opening: z.string() })) }),
        },
        403: { is: "Not a member.", schema: problem },
      },
      handle: (c, { params }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const asker = await askerOf(deps, c, house.body);
          const holder = asker && keyHolder(house.state, asker, house.moment());
          if (!holder || !isMember(house.state, holder, house.moment())) return refuseWith(deps, c, 403, membersOnly);
          const vote = voteOf(house.state, params.id as ActId);
          if (!vote.ok) return refuseWith(deps, c, 404, vote);
          const casts = [...vote.value.cast.values()].map(({ commit, opening }) => ({ commit, opening }));
          return c.json({ casts: casts.sort((a, b) => (a.commit < b.commit ? -1 : 1)) });
        }),
    }),
    route<{ body: string; id: string }>({
      method: "get",
      path: "/api/bodies/:body/votes/:id/result",
      tag: "votes",
      summary: "The result that a member may declare now: its data as the record gives it.",
      params: inBody,
      answers: {
        200: {
          is: "Counts, the whole, the outcome.",
          schema: z.looseObject({ vote: z.string(), outcome: z.string() }),
        },
        403: { is: "Not a member.", schema: problem },
        409: { is: "Not yet, with the rule.", schema: problem },
      },
      handle: (c, { params }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const { state } = house;
          const asker = await askerOf(deps, c, house.body);
          const holder = asker && keyHolder(state, asker, house.moment());
          if (!holder || !isMember(state, holder, house.moment())) return refuseWith(deps, c, 403, membersOnly);
          const found = voteOf(state, params.id as ActId);
          if (!found.ok) return refuseWith(deps, c, 404, found);
          const vote = found.value;
          const may = mayDeclare(state, vote, house.moment());
          if (!may.ok) return refuseWith(deps, c, 409, may);
          const store = houseStore(deps.clerk.store, house.body, { epoch: 0, holder: "" });
          const openings: ReadonlyMap<Hash, Opening> =
            deviceForm(vote) === "name"
              ? await store.openings([...vote.cast.values()].map((v) => v.opening))
              : new Map();
          const computed = computeResult(vote, { sha256, opening: (hash) => openings.get(hash) });
          return computed.ok ? c.json(resultData(vote.id, computed.value)) : refuseWith(deps, c, 409, computed);
        }),
    }),
  ];
}
