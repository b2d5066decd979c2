/** Taking acts in: founding a body, and every act after it. */
import type { Context } from "hono";
import * as z from "zod";
import { utf8 } from "@nabat/kernel";
import { type ApiDeps, refuseWith } from "./deps.ts";
import { ACT_MEDIA, decode, submission, type SubmissionBody } from "./submission.ts";
import { faultOf, takeAct } from "./take-act.ts";
import { problem, type Route, route } from "./route.ts";

const receiptSchema = z.looseObject({
  v: z.literal(1),
  receipt: z.enum(["entered", "refused"]),
  body: z.string(),
  act: z.string(),
  at: z.int(),
});
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
        422: {
          is: "Refused: the signed receipt and the sentence.",
          schema: problem.extend({ receipt: receiptSchema }),
        },
        429: { is: "Too many refused requests from this address." },
        503: { is: "Could not be made durable now: send the same act again.", schema: problem },
      },
      async handle(c) {
        const taken = await takeAct(deps, {
          body: c.req.param("body") ?? "",
          media: c.req.header("Content-Type") ?? "",
          bytes: async () => new Uint8Array(await c.req.arrayBuffer()),
          address: deps.address(c),
          locale: () => deps.locale(c),
        });
        if (taken.retryAfter) c.header("Retry-After", String(taken.retryAfter));
        return c.json(taken.content as never, taken.status);
      },
    }),
  ];
}

/** Faults of the world become answers that say what to do; bugs stay errors. */
export async function guarded<T>(deps: ApiDeps, c: Context, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    const fault = faultOf(deps, error);
    c.header("Retry-After", String(fault.retryAfter));
    return refuseWith(deps, c, 503, { rule: "C-2", code: fault.code, facts: {} });
  }
}
