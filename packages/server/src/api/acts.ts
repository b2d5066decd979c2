/** Taking acts in: founding a body, and every act after it. */
import type { Context } from "hono";
import * as z from "zod";
import { fromBase64, utf8 } from "@nabat/kernel";
import type { Attachment, Receipt } from "@nabat/record";
import { type ApiDeps, houseOf, problemOf, refuseWith } from "./deps.ts";
import { problem, type Route, route } from "./route.ts";
import { KeptElsewhere } from "../clerk/clerk.ts";
import { NotDurable, Overloaded } from "../clerk/house.ts";
import { DamagedRecord } from "../clerk/load.ts";

/** Media type of an act sent as its bare canonical bytes. */
export const ACT_MEDIA = "application/vnd.nabat.act+json";

const base64 = z.string().max(1_400_000).regex(/^[A-Za-z0-9+/]*={0,2}$/);
const attachment = z.strictObject({ salt: base64, bytes: base64 });
/** An act as its canonical text, with what stands beside it. */
export const submission = z.strictObject({
  act: z.string().max(20_000),
  attachments: z.array(attachment).max(20).default([]),
  evidence: z.string().max(300_000).optional(),
  code: z.string().max(100).optional(),
});
type SubmissionBody = z.infer<typeof submission>;

const receiptSchema = z.looseObject({ v: z.literal(1), receipt: z.enum(["entered", "refused"]), body: z.string(), act: z.string(), at: z.int() });
const bodyParam = z.object({ body: z.string().regex(/^[0-9a-f]{64}$/) });

/** Routes that take acts in. */
export function actRoutes(deps: ApiDeps): Route[] {
  return [
    route<unknown, unknown, SubmissionBody>({
      method: "post",
      path: "/api/bodies",
      tag: "acts",
      summary: "Found a body: the one act that needs no authority.",
      body: submission,
      answers: {
        201: { is: "Founded.", schema: z.object({ body: z.string(), receipt: receiptSchema }) },
        403: { is: "Founding here asks for the code printed at start.", schema: problem },
        422: { is: "Refused, with the rule.", schema: problem },
      },
      async handle(c, { body }) {
        if (deps.foundingCode !== undefined && body.code !== deps.foundingCode)
          return refuseWith(deps, c, 403, { rule: "C-1", code: "founding-code", facts: {} });
        const beside = decode(body);
        if (!beside) return refuseWith(deps, c, 400, { rule: "API-2", code: "not-base64", facts: {} });
        return guarded(deps, c, async () => {
          const founded = await deps.clerk.found(utf8(body.act), beside.attachments, beside.evidence);
          return founded.ok ? c.json(founded.value, 201) : refuseWith(deps, c, 422, founded);
        });
      },
    }),
    route({
      method: "post",
      path: "/api/bodies/:body/acts",
      tag: "acts",
      summary: `Send a signed act. Either this JSON, or the bare canonical act as ${ACT_MEDIA}.`,
      params: bodyParam,
      rawBody: "application/json",
      answers: {
        201: { is: "Entered; the receipt.", schema: receiptSchema },
        400: { is: "Not an act.", schema: problem },
        422: { is: "Refused: the signed receipt and the sentence.", schema: problem.extend({ receipt: receiptSchema }) },
        429: { is: "Too many refused requests from this address." },
        503: { is: "Could not be made durable now: send the same act again.", schema: problem },
      },
      async handle(c) {
        const address = deps.address(c);
        if (!deps.limiter.allowed(address)) return tooMany(deps, c, address);
        const house = await guarded(deps, c, () => houseOf(deps, c));
        if (house instanceof Response) return house;
        const sent = await readSubmission(c);
        if (!sent) return refuseWith(deps, c, 400, { rule: "API-2", code: "bad-body", facts: { field: "act" } });
        return guarded(deps, c, async () => {
          const answer = await deps.clerk.submit(house, sent.act, sent.attachments, sent.evidence);
          if (!answer.ok) return refuseWith(deps, c, answer.rule === "R-4" ? 413 : 400, answer);
          return answered(deps, c, answer.value, house.state.statutes.versions.at(-1)?.statutes.zone);
        });
      },
    }),
  ];
}

function answered(deps: ApiDeps, c: Context, receipt: Receipt, zone: string | undefined): Response {
  if (receipt.receipt === "entered" || !receipt.refusal) return c.json(receipt, 201);
  deps.limiter.spend(deps.address(c));
  return c.json({ receipt, ...problemOf(deps, c, receipt.refusal, zone) }, 422);
}

async function readSubmission(c: Context): Promise<{ act: Uint8Array; attachments: Attachment[]; evidence?: Uint8Array } | undefined> {
  if (c.req.header("Content-Type") === ACT_MEDIA) return { act: new Uint8Array(await c.req.arrayBuffer()), attachments: [] };
  try {
    const parsed = submission.safeParse(await c.req.json());
    const beside = parsed.success ? decode(parsed.data) : undefined;
    return parsed.success && beside ? { act: utf8(parsed.data.act), ...beside } : undefined;
  } catch {
    return undefined;
  }
}

function decode(body: SubmissionBody): { attachments: Attachment[]; evidence?: Uint8Array } | undefined {
  try {
    const attachments = body.attachments.map((a) => ({ salt: fromBase64(a.salt), bytes: fromBase64(a.bytes) }));
    return { attachments, ...(body.evidence ? { evidence: fromBase64(body.evidence) } : {}) };
  } catch {
    return undefined;
  }
}

function tooMany(deps: ApiDeps, c: Context, address: string): Response {
  c.header("Retry-After", String(deps.limiter.wait(address)));
  return refuseWith(deps, c, 429, { rule: "API-5", code: "too-many", facts: { seconds: deps.limiter.wait(address) } });
}

/** Faults of the world become answers that say what to do; bugs stay errors. */
export async function guarded<T>(deps: ApiDeps, c: Context, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof Overloaded ? "busy" : error instanceof KeptElsewhere ? "kept-elsewhere" : error instanceof DamagedRecord ? "damaged" : error instanceof NotDurable ? "not-durable" : undefined;
    if (!code) throw error;
    deps.log.error("acts.unavailable", { code, error, cause: error instanceof Error ? error.cause : undefined });
    c.header("Retry-After", code === "damaged" ? "600" : "2");
    return refuseWith(deps, c, 503, { rule: "C-2", code, facts: {} });
  }
}
