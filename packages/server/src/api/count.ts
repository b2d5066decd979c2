/** Counting for whoever asks: papers in, every stage out, nothing stored. */
import { countedJson, listRules } from "@nabat/count";
import * as z from "zod";
import { askedOf, type CountBody, countBody } from "@nabat/count/asked/asked.ts";
import { countRefusal } from "@nabat/speech/count/refusal.ts";
import { type ApiDeps, refuseWith } from "./deps.ts";
import { problem, type Route, route } from "./route.ts";

const counted = z.looseObject({
  file: z.string(),
  rule: z.string(),
  seats: z.int(),
  winners: z.array(z.string()),
  stages: z.array(z.looseObject({ number: z.int(), kind: z.string() })),
});
const ruleShape = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  source: z.string(),
  arithmetic: z.string(),
  tieBreak: z.string(),
  options: z.array(z.string()),
});

/** Seconds after which somebody turned away may try again. */
const LATER = 5;

/** The routes. */
export function countRoutes(deps: ApiDeps): Route[] {
  return [
    route({
      method: "get",
      path: "/api/count/rules",
      tag: "counting",
      summary: "The rules that can be named, each with version, source, arithmetic and the options it reads.",
      answers: { 200: { is: "Rules.", schema: z.object({ rules: z.array(ruleShape) }) } },
      handle: (c) => c.json({ rules: listRules() }),
    }),
    route<unknown, unknown, CountBody>({
      method: "post",
      path: "/api/count",
      tag: "counting",
      summary:
        "Count papers by a rule. Answers with one element of what `nabat count --json` prints. Nothing is stored.",
      body: countBody,
      answers: {
        200: { is: "The winners in order of election, and every stage.", schema: counted },
        422: {
          is: "The papers can't be read (T-1, with the line), or are more than this server counts (T-3).",
          schema: problem,
        },
        429: { is: "Too many counts at once.", schema: problem },
      },
      async handle(c, { body }) {
        const answer = await deps.counter.count(askedOf(body), deps.address(c));
        if (answer === "busy") {
          c.header("Retry-After", String(LATER));
          return refuseWith(deps, c, 429, { rule: "API-5", code: "too-many", facts: { seconds: LATER } });
        }
        if (!answer.ok) {
          deps.limiter.spend(deps.address(c));
          const { rule, code, facts } = answer;
          return c.json({ rule, code, facts, sentence: countRefusal(answer, deps.locale(c)) }, 422);
        }
        return c.json({ file: body.file ?? `ballots.${body.format}`, ...countedJson(answer.value) });
      },
    }),
  ];
}
