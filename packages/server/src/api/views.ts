/**
 * The views of a body as JSON, the same that pages show, and its lists as CSV. Whoever may not read
 * entries gets 403 (M-3), but for the chain, whose ids and rules are public.
 */
import type { Context } from "hono";
import * as z from "zod";
import type { ActId, MemberId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import {
  accountsView,
  bodyChain,
  type BodyReader,
  cardsToConfirmPage,
  chainView,
  CursorLost,
  decisionsView,
  decisionView,
  doorView,
  foundersPage,
  guestView,
  invitationsView,
  mayReadFounders,
  mayReadGuest,
  membersView,
  motionsView,
  newcomersView,
  motionView,
  namedOnCall,
  newKeysView,
  rulesView,
  sittingsView,
  sponsorsView,
  sittingView,
  toCsv,
  votesView,
  voteView,
} from "@nabat/views";
import { guarded } from "./acts.ts";
import { type ApiDeps, askerOf, houseOf, notForThem, refuseWith } from "./deps.ts";
import { type ListQuery, listQuery, NO_FILTERS } from "./filters.ts";
import { problem, type Route, route } from "./route.ts";
import {
  accountTable,
  cardTable,
  carriedTable,
  decisionTable,
  electionTable,
  entryTable,
  founderTable,
  invitationTable,
  meetingTable,
  motionTable,
  newcomerTable,
  newKeysTable,
  officeTable,
  pendingTable,
  rollTable,
  sittingTable,
  sponsorTable,
  type Table,
  type TableQuery,
  voteTable,
} from "./tables.ts";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bodyParam = z.object({ body: hex64 });
const oneParam = bodyParam.extend({ id: hex64 });
/** Of a person. */
const memberParam = bodyParam.extend({ id: z.string().regex(/^[0-9a-f]{32}$/) });
type Query = ListQuery;

const list = z.looseObject({ items: z.array(z.looseObject({})), total: z.int(), next: z.string().optional() });
const one = z.looseObject({});

/** Who is given a view: whoever may read the record, members and named copy-holders; guests and applicants too; all. */
type Who = "record" | "let-in" | "all" | ((reader: BodyReader) => boolean);
type List = (reader: BodyReader, query: Query) => Promise<unknown>;
type One = (reader: BodyReader, id: ActId) => Promise<unknown>;

/** A table; `undefined` where it was asked for from a line that stands in its list no more. */
async function orLost(table: Promise<Table>): Promise<Table | undefined> {
  try {
    return await table;
  } catch (error) {
    if (error instanceof CursorLost) return undefined;
    throw error;
  }
}

/** Routes of the views. */
export function viewRoutes(deps: ApiDeps): Route[] {
  const reading = async (
    c: Context,
    work: (reader: BodyReader) => Promise<Response>,
    who: Who = "let-in",
  ): Promise<Response> =>
    guarded(deps, c, async () => {
      const house = await houseOf(deps, c);
      if (house instanceof Response) return house;
      const reader = await deps.reader(house.body, await askerOf(deps, c, house.body));
      const may =
        typeof who === "function"
          ? reader !== undefined && who(reader)
          : who === "all" || (who === "record" ? reader?.mayReadRecord : reader?.mayRead);
      if (!reader || !may) return refuseWith(deps, c, 403, notForThem(reader?.viewer));
      return work(reader);
    });
  const cursorLost = (c: Context) =>
    refuseWith(deps, c, 400, { rule: "API-1", code: "cursor-lost", facts: { field: "after" } });
  const lists = (name: string, summary: string, view: List, who: Who = "let-in", schema: z.ZodType = list): Route =>
    route<{ body: string }, Query>({
      method: "get",
      path: `/api/bodies/:body/${name}`,
      tag: "views",
      summary,
      params: bodyParam,
      query: listQuery(name),
      answers: {
        200: { is: "The view.", schema },
        403: { is: "Members only.", schema: problem },
        404: { is: "Not in the record.", schema: problem },
      },
      handle: (c, { query }) =>
        reading(
          c,
          async (reader) => {
            const found = await view(reader, query);
            if ((found as { lost?: true } | undefined)?.lost) return cursorLost(c);
            return found === undefined
              ? refuseWith(deps, c, 404, { rule: "API-3", code: "no-such-act", facts: {} })
              : c.json(found as never);
          },
          who,
        ),
    });
  const single = (
    name: string,
    summary: string,
    view: One,
    { params = oneParam, who }: { params?: z.ZodType<{ body: string; id: string }>; who?: Who } = {},
    may: (reader: BodyReader, id: ActId) => boolean = () => true,
  ): Route =>
    route<{ body: string; id: string }, unknown>({
      method: "get",
      path: `/api/bodies/:body/${name}/:id`,
      tag: "views",
      summary,
      params,
      query: NO_FILTERS,
      answers: {
        200: { is: "The view.", schema: one },
        403: { is: "Members only.", schema: problem },
        404: { is: "Not in the record.", schema: problem },
      },
      handle: (c, { params }) =>
        reading(
          c,
          async (reader) => {
            if (!may(reader, params.id as ActId)) return refuseWith(deps, c, 403, notForThem(reader.viewer));
            const found = await view(reader, params.id as ActId);
            return found
              ? c.json(found as never)
              : refuseWith(deps, c, 404, { rule: "API-3", code: "no-such-act", facts: {} });
          },
          who,
        ),
    });
  const csv = (
    name: string,
    summary: string,
    table: (reader: BodyReader, query: TableQuery) => Promise<Table>,
    who: Who = "let-in",
  ): Route =>
    route<{ body: string }, Query>({
      method: "get",
      path: `/api/bodies/:body/${name}.csv`,
      tag: "views",
      summary,
      params: bodyParam,
      query: listQuery(name),
      answers: { 200: { is: "The list.", media: "text/csv" }, 403: { is: "Members only.", schema: problem } },
      handle: (c, { query }) =>
        reading(
          c,
          async (reader) => {
            const made = await orLost(table(reader, query));
            if (!made) return cursorLost(c);
            const { header, rows } = made;
            return c.body(toCsv(header, rows), 200, {
              "Content-Type": "text/csv; charset=utf-8",
              "Content-Disposition": `attachment; filename="${name}.csv"`,
            });
          },
          who,
        ),
    });
  return [
    csv("roll", "The roll as CSV.", rollTable, "record"),
    csv("newcomers", "Who waits for a vote, and for what, as CSV.", newcomerTable, "record"),
    csv("sponsors", "Who may bring whom to a vote when, as CSV.", sponsorTable, "record"),
    csv("new-keys", "New keys and cards for somebody, as CSV.", newKeysTable, "record"),
    csv("motions", "Motions as CSV.", motionTable),
    csv("votes", "Votes with their counts as CSV.", voteTable),
    csv("decisions", "Decisions, by which way and from when in force, as CSV.", decisionTable),
    csv("sittings", "Sittings as CSV.", sittingTable),
    csv("meetings", "Calls of meetings as CSV.", meetingTable),
    csv("elections", "Elections as CSV.", electionTable),
    csv("offices", "Offices and their terms as CSV.", officeTable),
    csv(
      "entries",
      "The newest 20,000 entries as CSV: ?kind=, ?by=, ?about=, older ones by ?before=.",
      entryTable,
      "record",
    ),
    lists(
      "roll",
      "Everyone the body knows of: ?status=member|waiting|guest|applicant|left, ?at= a moment; waiting: members without a vote.",
      (r, q) => membersView(r, q as never),
      "record",
    ),
    lists(
      "newcomers",
      "Members and applicants on the way to a vote: ?status=seen|sponsor|place|card|time, what they wait for; with places, doors, greeters and bursts.",
      (r, q) => newcomersView(r, q as never),
      "record",
    ),
    lists(
      "sponsors",
      "Who may bring newcomers to a vote by their word, and from when without a place: ?status=free|brought|young.",
      (r, q) => sponsorsView(r, q as never),
      "record",
    ),
    lists(
      "motions",
      "Motions, newest first: ?status=, ?sitting=, ?kind=motions|amendments|all (motions alone unless told).",
      (r, q) => motionsView(r, q as never),
    ),
    single("motions", "One motion with its versions, remarks, votes and sections.", motionView),
    lists("votes", "Votes, newest first: ?motion=, ?sitting=, ?status=.", (r, q) => votesView(r, q as never)),
    single("votes", "One vote with its text, counts and result.", (r, id) => voteView(r, id, sha256)),
    lists(
      "decisions",
      "Decisions, newest first: ?status=waits|suspended|contested|in-force|refused|void|overturned|fell, ?way=meeting|days|now|signed|paper.",
      (r, q) => decisionsView(r, q as never),
    ),
    single(
      "decisions",
      "One decision: by which way, who counted, from when it is in force, who put it to all.",
      decisionView,
    ),
    lists("sittings", "Sittings, newest first: ?status=open|closed.", (r, q) => sittingsView(r, q as never)),
    single("sittings", "One sitting with its headcounts and what was put there.", sittingView),
    lists(
      "statutes",
      "The rules in force, or version ?n=, and how they came.",
      (r, { n }) => rulesView(r, n),
      "let-in",
      one,
    ),
    lists(
      "chain",
      "By which right this body exists, back to a founding; ?of= an act: by which right it was entered.",
      async (r, { of }) => (of ? { links: await chainView(r, of as ActId) } : bodyChain(r)),
      "all",
      one,
    ),
    lists(
      "founders",
      "Who is on the founders' list, and who has signed it: ?status=signed|not-signed|left.",
      (r, q) => foundersPage(r, sha256, q as never),
      mayReadFounders,
    ),
    lists(
      "new-keys",
      "New keys and cards for somebody: ?status=waits, coming, terms or off, ?member=.",
      (r, q) => newKeysView(r, q as never),
      "record",
    ),
    csv("invitations", "Invitations as CSV.", invitationTable, "record"),
    csv("founders", "The founders' list as CSV.", founderTable, mayReadFounders),
    csv("cards-to-confirm", "Newcomers' cards that wait for a third as CSV.", cardTable, "record"),
    csv("pending", "What waits for a second signature as CSV.", pendingTable, "record"),
    csv("accounts", "What sources say of events as CSV, a line for each account.", accountTable),
    csv("carried", "Items that wait for the next call as CSV.", carriedTable),
    lists(
      "invitations",
      "Invitations, the asker's own first: who made them, until when, who came by them.",
      invitationsView,
      "record",
    ),
    lists(
      "cards-to-confirm",
      "Newcomers' cards that wait for a third to confirm them, oldest first (M-28).",
      cardsToConfirmPage,
      "record",
    ),
    single(
      "doors",
      "The door of this sitting (K-11): who gives new keys there, how many places are left, whom the call names, for whom the asker can.",
      doorView,
      { who: "record" },
    ),
    single(
      "named",
      "Whom the call of this meeting names for new keys at its door, and until when others may be named (K-11).",
      namedOnCall,
      { who: "record" },
    ),
    single(
      "guests",
      "A guest or an applicant: what they said lately, whether they are still for a day, how their stay stands (N-8, N-9).",
      (r, id) => guestView(r, id as unknown as MemberId),
      { params: memberParam },
      (r, id) => mayReadGuest(r, id as unknown as MemberId),
    ),
    lists("accounts", "What sources say of an event, side by side: ?about=.", (r, q) => accountsView(r, q as never)),
  ];
}
