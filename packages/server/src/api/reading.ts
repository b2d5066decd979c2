/** Reading a body: entries, attachments, evidence, live growth. */
import { clerksUpTo } from "@nabat/body/founding/queries.ts";
import { outNote } from "@nabat/body";
import { streamSSE } from "hono/streaming";
import { statedHead } from "@nabat/body/checker/head.ts";
import * as z from "zod";
import { bundleFromStore, RULE_HEADER } from "@nabat/exchange";
import { type ActId, type Hash, type MemberId, toBase64, toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { GRADES } from "@nabat/record";
import { gatherParentEvidence } from "@nabat/clerk/evidence.ts";
import { DamagedRecord } from "@nabat/clerk/load.ts";
import { entryBytesAt, mayReadEntries, mayReadGrade, readsAll, untouched, viewerOf } from "../reading/reader.ts";
import { mayHavePosition, positionsFor } from "../reading/positions.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, askerOf, houseOf, notForThem, refuseWith } from "./deps.ts";
import { ENTRY_KINDS } from "./filters.ts";
import { problem, type Route, route } from "./route.ts";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bodyParam = z.object({ body: hex64 });
const entrySchema = z.looseObject({ index: z.int(), at: z.int(), id: z.string() });

const entriesQuery = z.strictObject({
  lang: z.string().max(20).optional(),
  before: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  kind: z.enum(ENTRY_KINDS).optional(),
  by: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  about: hex64.optional(),
});

/** Routes that read. */
export function readingRoutes(deps: ApiDeps): Route[] {
  const { store } = deps.clerk;
  return [
    route<{ body: string }, z.infer<typeof entriesQuery>>({
      method: "get",
      path: "/api/bodies/:body/entries",
      tag: "record",
      summary: "Entries, newest first, by kind, author or subject.",
      params: bodyParam,
      query: entriesQuery,
      answers: {
        200: { is: "Entries.", schema: z.object({ entries: z.array(entrySchema), next: z.int().optional() }) },
        403: { is: "Members only.", schema: problem },
      },
      handle: (c, { query }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
          if (!reader?.mayReadRecord) return refuseWith(deps, c, 403, notForThem(reader?.viewer));
          const { by, about, lang: _, ...rest } = query;
          const entries = await reader.entries({
            ...rest,
            ...(by ? { by: by as MemberId } : {}),
            ...(about ? { about: about as ActId } : {}),
          });
          const last = entries.at(-1);
          return c.json({ entries, ...(last && entries.length === query.limit ? { next: last.index } : {}) });
        }),
    }),
    route<{ body: string; id: string }>({
      method: "get",
      path: "/api/bodies/:body/acts/:id",
      tag: "record",
      summary: "One entry, with the right it rests on.",
      params: bodyParam.extend({ id: hex64 }),
      answers: { 200: { is: "The entry.", schema: entrySchema }, 404: { is: "Not in the record.", schema: problem } },
      handle: (c, { params }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
          if (!reader?.mayReadRecord) return refuseWith(deps, c, 403, notForThem(reader?.viewer));
          const entry = await reader.entry(params.id as ActId);
          return entry ? c.json(entry) : refuseWith(deps, c, 404, { rule: "API-3", code: "no-such-act", facts: {} });
        }),
    }),
    route<{ body: string; hash: string }>({
      method: "get",
      path: "/api/bodies/:body/attachments/:hash",
      tag: "record",
      summary: "An attachment's bytes, its salt in the header Nabat-Salt (base64).",
      params: bodyParam.extend({ hash: hex64 }),
      answers: {
        200: { is: "The bytes.", media: "*/*" },
        403: { is: "Not for you.", schema: problem },
        410: { is: "Erased, or taken out of view by decision.", schema: problem },
        451: { is: "Not served here, by a published notice.", schema: problem },
      },
      handle: (c, { params }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const hash = params.hash as Hash;
          const withheld = house.state.archive.withheld.get(hash);
          if (withheld && withheld.until > house.moment())
            return refuseWith(deps, c, 451, { rule: "W-2", code: "withheld", facts: { until: withheld.until } });
          if (house.state.archive.erased.has(hash))
            return refuseWith(deps, c, 410, { rule: "E-1", code: "erased", facts: {} });
          const viewer = viewerOf(house.state, house.moment(), await askerOf(deps, c, house.body));
          const out = outNote(house.state, hash, house.moment());
          if (out && !readsAll(house.state, viewer, hash, house.moment()))
            return refuseWith(deps, c, 410, {
              rule: "E-11",
              code: out.stage === "gone" ? "gone" : "out-of-view",
              facts: { by: out.by, ground: out.ground, until: out.until },
            });
          const found = await store.attachments.get(house.body, hash);
          if (found && !mayReadGrade(house.state, viewer, found.grade, house.moment()))
            return refuseWith(deps, c, 403, notForThem(viewer));
          if (found && !(await mayHavePosition(store, house, viewer, found))) {
            c.header(RULE_HEADER, "N-11");
            return refuseWith(deps, c, 403, { rule: "N-11", code: "not-yours-to-read", facts: {} });
          }
          if (!found?.bytes || !found.salt)
            return refuseWith(deps, c, 404, { rule: "R-16", code: "attachment-missing", facts: {} });
          if (!untouched(found))
            throw new DamagedRecord(`attachment ${hash} of ${house.body} was altered on disk. Restore it from a copy.`);
          // Never as a page: an attachment is a download, whatever its author called it.
          return c.body(found.bytes as Uint8Array<ArrayBuffer>, 200, {
            "Content-Type": found.media === "text/plain" ? "text/plain; charset=utf-8" : found.media,
            "Content-Disposition": "attachment",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Nabat-Salt": toBase64(found.salt),
            "Cache-Control": "private, no-cache",
          });
        }),
    }),
    route<{ body: string; result: string }>({
      method: "get",
      path: "/api/bodies/:body/evidence/:result",
      tag: "record",
      summary: "Evidence that a carried decision here establishes another body; goes with its founding act.",
      params: bodyParam.extend({ result: hex64 }),
      answers: {
        200: { is: "Evidence in base64.", schema: z.object({ evidence: z.string() }) },
        404: { is: "No such decision.", schema: problem },
      },
      handle: (c, { params }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const viewer = viewerOf(house.state, house.moment(), await askerOf(deps, c, house.body));
          if (!mayReadEntries(house.state, viewer, house.moment())) return refuseWith(deps, c, 403, notForThem(viewer));
          const evidence = await gatherParentEvidence(
            house,
            params.result as ActId,
            await deps.clerk.checkpoints.note(house),
            (index) => entryBytesAt(store, house, index),
            async (id) => (await store.ledger.findAct(house.body, id))?.index,
          );
          return evidence.ok ? c.json({ evidence: toBase64(evidence.value) }) : refuseWith(deps, c, 404, evidence);
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/export",
      tag: "record",
      summary: "The whole record as one file: tar in the C2SP tlog-tiles layout, with the attachments you may read.",
      params: bodyParam,
      answers: {
        200: { is: "The bundle.", media: "application/x-tar" },
        403: { is: "Members only.", schema: problem },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const viewer = viewerOf(house.state, house.moment(), await askerOf(deps, c, house.body));
          if (!mayReadEntries(house.state, viewer, house.moment())) return refuseWith(deps, c, 403, notForThem(viewer));
          const checkpoint = await deps.clerk.checkpoints.cosigned(house);
          // A copy may hold entries beyond the last checkpoint it was given: the bundle ends where that does.
          const head = statedHead(checkpoint);
          if (!head.ok) throw new Error("the checkpoint kept here can't be read");
          const { size } = head.value.checkpoint;
          const root = toHex(head.value.checkpoint.root) as Hash;
          const given = await positionsFor(store, house, viewer);
          const readable = GRADES.filter((grade) => mayReadGrade(house.state, viewer, grade, house.moment()));
          const whole = { public: true, members: given.all.named, closed: given.all.sealed };
          const clerkKeys = clerksUpTo(house.state, size);
          const made = deps.clerk.now();
          const pieces = bundleFromStore({
            sha256,
            store,
            body: house.body,
            size,
            root,
            checkpoint,
            clerkKeys,
            grades: readable.filter((grade) => whole[grade]),
            read: readable,
            ...(given.reader === undefined ? {} : { reader: given.reader }),
            made,
            without: (hash, grade) =>
              given.without(hash, grade) ||
              (outNote(house.state, hash, house.moment()) !== undefined &&
                !readsAll(house.state, viewer, hash, house.moment())),
          });
          c.header("Content-Type", "application/x-tar");
          c.header("Content-Disposition", `attachment; filename="nabat-${house.body.slice(0, 12)}-${size}.tar"`);
          return c.body(streamOf(pieces, (error) => deps.log.error("export.broken", { error })));
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/live",
      tag: "reading",
      summary: "Server-sent events: the record's size when it has grown, at most twice a second.",
      params: bodyParam,
      answers: { 200: { is: "A stream of `size` events.", media: "text/event-stream" } },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          return streamSSE(c, async (stream) => {
            await new Promise<void>((resolve) => {
              const leave = deps.hub.join(house.body, house.durable.size, (chunk) => void stream.write(chunk), resolve);
              stream.onAbort(() => {
                leave();
                resolve();
              });
            });
          });
        }),
    }),
  ];
}

/** Pieces as a stream that takes its time from its reader; a fault breaks it off instead of ending it. */
function streamOf(pieces: AsyncGenerator<Uint8Array>, broken: (error: unknown) => void): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(out) {
      try {
        const { done, value } = await pieces.next();
        if (done) out.close();
        else out.enqueue(value);
      } catch (error) {
        broken(error);
        out.error(error);
      }
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}
