/**
 * Meetings and elections as JSON, the same that pages show, and meetings as iCalendar. Whoever may not
 * read entries gets 403 (K-10). A calendar of a members' body needs a session like everything else of
 * it: an address with a token in it would be a key that calendars' servers keep.
 */
import type { Context } from "hono";
import * as z from "zod";
import { statutesOf } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { chooseLocale, speak } from "@nabat/speech";
import {
  type BodyReader,
  bodyFacts,
  callShown,
  callsView,
  carriedView,
  courseShown,
  electionShown,
  electionsView,
  minutesShown,
  officesView,
} from "@nabat/views";
import { wayOf } from "../http/own-addresses.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, askerOf, houseOf, refuseWith } from "./deps.ts";
import { calendar } from "./calendar.ts";
import { type ListQuery, listQuery, NO_FILTERS } from "./filters.ts";
import { problem, type Route, route } from "./route.ts";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bodyParam = z.object({ body: hex64 });
const oneParam = bodyParam.extend({ id: hex64 });
type Query = ListQuery;

const list = z.looseObject({ items: z.array(z.looseObject({})), total: z.int(), next: z.string().optional() });
const one = z.looseObject({});
/** Calls in a calendar file, at most. */
const CALENDAR_MOST = 300;

/** Routes of meetings, sittings' courses and minutes, elections and offices. */
export function meetingRoutes(deps: ApiDeps): Route[] {
  const reading = async (c: Context, work: (reader: BodyReader) => Promise<Response>): Promise<Response> =>
    guarded(deps, c, async () => {
      const house = await houseOf(deps, c);
      if (house instanceof Response) return house;
      const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
      if (!reader?.mayRead) return refuseWith(deps, c, 403, { rule: "K-10", code: "members-only", facts: {} });
      return work(reader);
    });
  const missing = (c: Context) => refuseWith(deps, c, 404, { rule: "API-3", code: "no-such-act", facts: {} });
  const many = (path: string, summary: string, view: (reader: BodyReader, query: Query) => Promise<unknown>): Route =>
    route<{ body: string }, Query>({
      method: "get",
      path: `/api/bodies/:body/${path}`,
      tag: "meetings",
      summary,
      params: bodyParam,
      query: listQuery(path),
      answers: { 200: { is: "The view.", schema: list }, 403: { is: "Members only.", schema: problem } },
      handle: (c, { query }) =>
        reading(c, async (reader) => {
          const found = await view(reader, query);
          return (found as { lost?: true }).lost
            ? refuseWith(deps, c, 400, { rule: "API-1", code: "cursor-lost", facts: { field: "after" } })
            : c.json(found as never);
        }),
    });
  const single = (path: string, summary: string, view: (reader: BodyReader, id: ActId) => Promise<unknown>): Route =>
    route<{ body: string; id: string }>({
      method: "get",
      path: `/api/bodies/:body/${path}`,
      tag: "meetings",
      summary,
      params: oneParam,
      query: NO_FILTERS,
      answers: {
        200: { is: "The view.", schema: one },
        403: { is: "Members only.", schema: problem },
        404: { is: "Not in the record.", schema: problem },
      },
      handle: (c, { params }) =>
        reading(c, async (reader) => {
          const found = await view(reader, params.id as ActId);
          return found ? c.json(found as never) : missing(c);
        }),
    });
  const ics = async (c: Context, reader: BodyReader, ids: readonly ActId[]): Promise<Response> => {
    const facts = await bodyFacts(reader);
    const calls = (await Promise.all(ids.map((id) => callShown(reader, id)))).flatMap((call) => call ?? []);
    if (ids.length === 1 && calls.length === 0) return missing(c);
    const origin = deps.addresses.shown(wayOf(c), c.req.header("Host"));
    const { t } = speak(chooseLocale({ query: statutesOf(reader.state, reader.now).languages[0] ?? "" }));
    return c.body(
      calendar(calls, {
        name: facts.name.text ?? "Nabat",
        now: reader.now,
        link: (id) => `${origin}/b/${reader.body}/meetings/${id}`,
        stage: (stage) => t(`call-stage-${stage}`),
      }),
      200,
      {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="meetings.ics"',
      },
    );
  };
  const calendarAnswers = {
    200: { is: "The calendar.", media: "text/calendar" },
    403: { is: "Members only.", schema: problem },
  } as const;
  return [
    route<{ body: string }>({
      method: "get",
      path: "/api/bodies/:body/meetings.ics",
      tag: "meetings",
      summary: "Meetings as iCalendar, newest 300; of a public body anyone may subscribe.",
      params: bodyParam,
      answers: calendarAnswers,
      handle: (c) =>
        reading(c, async (reader) =>
          ics(
            c,
            reader,
            (await callsView(reader, { limit: CALENDAR_MOST })).items.map((i) => i.id),
          ),
        ),
    }),
    route<{ body: string; id: string }>({
      method: "get",
      path: "/api/bodies/:body/meetings/:id{[0-9a-f]{64}\\.ics}",
      tag: "meetings",
      summary: "One meeting as iCalendar.",
      params: bodyParam.extend({ id: z.string().regex(/^[0-9a-f]{64}\.ics$/) }),
      answers: { ...calendarAnswers, 404: { is: "Not in the record.", schema: problem } },
      handle: (c, { params }) => reading(c, async (reader) => ics(c, reader, [params.id.slice(0, 64) as ActId])),
    }),
    many("meetings", "Calls of meetings, those coming up first: ?when=coming|past.", (r, q) =>
      callsView(r, q as never),
    ),
    single("meetings/:id", "One call with its signatures and agenda.", callShown),
    route<{ body: string }>({
      method: "get",
      path: "/api/bodies/:body/carried",
      tag: "meetings",
      summary: "Items that wait for the next call.",
      params: bodyParam,
      query: NO_FILTERS,
      answers: { 200: { is: "The items.", schema: one }, 403: { is: "Members only.", schema: problem } },
      handle: (c) => reading(c, async (reader) => c.json({ items: await carriedView(reader) } as never)),
    }),
    single("sittings/:id/course", "What is before the house, who speaks and waits, what the asker may do.", (r, id) =>
      courseShown(r, id, sha256),
    ),
    single("sittings/:id/minutes", "The minutes as far as the sitting has come.", minutesShown),
    many("elections", "Elections, newest first: ?status=open|decided.", (r, q) => electionsView(r, q as never)),
    single("elections/:id", "One election with candidates, votes and result.", (r, id) => electionShown(r, id, sha256)),
    route<{ body: string }>({
      method: "get",
      path: "/api/bodies/:body/offices",
      tag: "meetings",
      summary: "Who holds, or held, which office until when.",
      params: bodyParam,
      query: NO_FILTERS,
      answers: { 200: { is: "The offices.", schema: one }, 403: { is: "Members only.", schema: problem } },
      handle: (c) => reading(c, async (reader) => c.json({ items: await officesView(reader) } as never)),
    }),
  ];
}
