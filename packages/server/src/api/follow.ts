/** Following and cosigning: this server as a copy-holder and witness of others, and others of this one. */
import * as z from "zod";
import { type BodyId, canonicalBytes, fromUtf8, type KeyId, toBase64, utf8 } from "@nabat/kernel";
import { isCopyHolder } from "@nabat/body";
import { formatCheckpoint, type Notice, originOf } from "@nabat/record";
import { type Follower, readCosigned, readState, Unreachable } from "@nabat/exchange";
import { sha256, verifyRaw } from "@nabat/platform";
import type { House } from "@nabat/clerk/house.ts";
import { fromOwnPage } from "../http/own-addresses.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, houseOf, refuseWith } from "./deps.ts";
import { problem, type Route, route } from "./route.ts";
import { witnessRoute } from "./witness.ts";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bodyParam = z.object({ body: hex64 });
const followBody = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(300),
  body: hex64,
  code: z.string().max(100).optional(),
});
const cosignatureBody = z.strictObject({ size: z.int().min(1), line: z.string().max(1000) });
const roundSchema = z.looseObject({ body: z.string(), is: z.string(), size: z.int() });

/** Routes of following. */
export function followRoutes(deps: ApiDeps, follower: Follower): Route[] {
  const { store } = deps.clerk;
  return [
    route<unknown, unknown, z.infer<typeof followBody>>({
      method: "post",
      path: "/api/follow",
      tag: "following",
      summary: "Have this server follow a record: check its growth, cosign, and keep a copy where it may read.",
      body: followBody,
      answers: {
        200: { is: "The first round.", schema: roundSchema },
        403: { is: "Asks for the code printed at start.", schema: problem },
        503: { is: "The other server does not answer.", schema: problem },
      },
      async handle(c, { body }) {
        // Another site's script must not make this server call addresses of its choosing.
        if (!fromOwnPage(deps.addresses, c))
          return refuseWith(deps, c, 403, { rule: "C-1", code: "another-site", facts: {} });
        if (deps.foundingCode !== undefined && body.code !== deps.foundingCode)
          return refuseWith(deps, c, 403, { rule: "C-1", code: "founding-code", facts: {} });
        try {
          return c.json(await follower.follow(body.url.replace(/\/+$/, ""), body.body as BodyId));
        } catch (error) {
          if (!(error instanceof Unreachable)) throw error;
          return refuseWith(deps, c, 503, { rule: "C-5", code: "unreachable", facts: {} });
        }
      },
    }),
    route({
      method: "get",
      path: "/api/follows",
      tag: "following",
      summary: "Records that this server follows, when it last looked, and what it found wrong.",
      answers: {
        200: { is: "Followed records.", schema: z.object({ follows: z.array(z.looseObject({ body: z.string() })) }) },
      },
      async handle(c) {
        const list = await store.follows.list();
        return c.json({
          follows: list.map((f) => ({
            body: f.body,
            url: f.url,
            since: f.since,
            checkedAt: f.checkedAt,
            size: f.size,
            fault: f.fault,
            role: readState(f)?.role,
            fork: readState(f)?.fork,
          })),
        });
      },
    }),
    route<{ body: string }>({
      method: "get",
      path: "/api/bodies/:body/followers",
      tag: "following",
      summary: "Servers that cosign this record: up to which size, and when.",
      params: bodyParam,
      answers: {
        200: {
          is: "Cosigners, latest first.",
          schema: z.object({ followers: z.array(z.looseObject({ key: z.string() })) }),
        },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const latest = await store.cosignatures.latest(house.body);
          const { archive } = house.state;
          const followers = latest.map((l) => ({
            key: l.witness,
            size: l.size,
            at: l.at,
            named: archive.witnesses.has(l.witness as never),
            copy: isCopyHolder(house.state, l.witness as KeyId, house.moment()),
          }));
          return c.json({ followers });
        }),
    }),
    route<{ body: string }, unknown, z.infer<typeof cosignatureBody>>({
      method: "post",
      path: "/api/bodies/:body/cosignatures",
      tag: "following",
      summary: "Give a cosignature line (C2SP tlog-cosignature) over this record's checkpoint at a size.",
      params: bodyParam,
      body: cosignatureBody,
      answers: { 204: { is: "Kept." }, 422: { is: "Does not hold.", schema: problem } },
      handle: (c, { body }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          if (body.size > house.durable.size)
            return refuseWith(deps, c, 422, {
              rule: "R-32",
              code: "no-such-size",
              facts: { size: house.durable.size },
            });
          const text = formatCheckpoint({
            origin: originOf(house.body),
            size: body.size,
            root: house.tree.rootAt(body.size),
          });
          const read = readCosigned(sha256, verifyRaw, text, body.line);
          if (!read.ok) return refuseWith(deps, c, 422, read);
          if (!(await mayCosign(deps, house, read.value.key)))
            return refuseWith(deps, c, 422, { rule: "W-4", code: "not-named", facts: { most: MOST_UNNAMED } });
          const note = utf8(body.line.endsWith("\n") ? body.line : `${body.line}\n`);
          await store.cosignatures.keep(house.body, {
            size: body.size,
            witness: read.value.key,
            note,
            at: deps.clerk.now(),
          });
          return c.body(null, 204);
        }),
    }),
    route<{ body: string }>({
      method: "get",
      path: "/api/bodies/:body/handovers",
      tag: "following",
      summary: "Notices that handed this record from clerk to clerk, oldest first, in base64.",
      params: bodyParam,
      answers: { 200: { is: "Notices.", schema: z.object({ notices: z.array(z.string()) }) } },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const notices: string[] = [];
          for (const index of house.index.find({ kind: "notice.handover", limit: 1000 }).reverse()) {
            for await (const row of store.ledger.readEntries(house.body, index, index + 1)) {
              const { notice } = JSON.parse(fromUtf8(row.bytes)) as { notice: Notice };
              notices.push(toBase64(canonicalBytes(notice)));
            }
          }
          return c.json({ notices });
        }),
    }),
    witnessRoute(deps, follower),
  ];
}

/** Servers that nobody named but that cosign a record all the same: at most so many are kept. */
const MOST_UNNAMED = 32;

async function mayCosign(deps: ApiDeps, house: House, key: KeyId): Promise<boolean> {
  const { witnesses, copies } = house.state.archive;
  if (witnesses.has(key) || copies.has(key)) return true;
  const unnamed = (await deps.clerk.store.cosignatures.latest(house.body)).filter(
    (l) => !witnesses.has(l.witness as KeyId) && !copies.has(l.witness as KeyId),
  );
  return unnamed.length < MOST_UNNAMED || unnamed.some((l) => l.witness === key);
}
