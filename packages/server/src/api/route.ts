/**
 * The route table: one declaration per endpoint gives the handler, the checks of its input, and its
 * part of the OpenAPI 3.1 document. Nothing is served under /api that isn't in the table.
 */
import type { Context, Hono } from "hono";
import * as z from "zod";

export interface Route<P = unknown, Q = unknown, B = unknown> {
  readonly method: "get" | "post" | "delete";
  /** With `:name` for path parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** JSON body; a handler that reads the body itself leaves it out and says `rawBody`. */
  readonly body?: z.ZodType<B>;
  readonly rawBody?: string;
  /** Status → what it means, and the schema of a JSON answer. */
  readonly answers: Readonly<
    Record<number, { readonly is: string; readonly schema?: z.ZodType; readonly media?: string }>
  >;
  readonly handle: (c: Context, input: { params: P; query: Q; body: B }) => Response | Promise<Response>;
}

/** Types a route and hands it back. */
export function route<P = unknown, Q = unknown, B = unknown>(r: Route<P, Q, B>): Route {
  return r as unknown as Route;
}

/** What every error of the API looks like. */
export const problem = z.object({ rule: z.string(), code: z.string(), sentence: z.string() });

/** Mounts the table. `refused` renders a problem in the asker's language. */
export function mount(
  app: Hono,
  routes: readonly Route[],
  refused: (c: Context, status: 400 | 413, rule: string, code: string, facts?: Record<string, string>) => Response,
): void {
  for (const r of routes) {
    app.on(r.method.toUpperCase(), r.path, async (c) => {
      const params = r.params?.safeParse(c.req.param());
      if (params && !params.success) return refused(c, 400, "API-1", "bad-address", firstIssue(params.error));
      const twice = r.query && Object.entries(c.req.queries()).find(([, values]) => values.length > 1)?.[0];
      if (twice !== undefined) return refused(c, 400, "API-1", "asked-twice", { field: twice.slice(0, 80) });
      const query = r.query?.safeParse(c.req.query());
      if (query && !query.success) {
        const { code, ...facts } = badQuery(r, query.error);
        return refused(c, 400, "API-1", code, facts);
      }
      let body: unknown;
      if (r.body) {
        let json: unknown;
        try {
          json = await c.req.json();
        } catch {
          return refused(c, 400, "API-2", "not-json");
        }
        const parsed = r.body.safeParse(json);
        if (!parsed.success) return refused(c, 400, "API-2", "bad-body", firstIssue(parsed.error));
        body = parsed.data;
      }
      return r.handle(c, { params: params?.data, query: query?.data, body });
    });
  }
}

function firstIssue(error: z.ZodError): Record<string, string> {
  const issue = error.issues[0];
  const extra = issue?.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [];
  return { field: issue ? [...issue.path, ...extra].join(".").slice(0, 80) || issue.code : "?" };
}

/** What a description says of one field. */
interface Bounds {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** What is wrong with a query: the field, and which filters or values there are, or between which bounds it must be. */
function badQuery(r: Route, error: z.ZodError): { code: string } & Record<string, string> {
  const issue = error.issues[0];
  const names = r.query instanceof z.ZodObject ? Object.keys(r.query.shape) : [];
  if (issue?.code === "unrecognized_keys")
    return { code: "no-such-filter", field: (issue.keys[0] ?? "").slice(0, 80), values: names.join(", ") };
  if (issue?.code === "invalid_value")
    return { code: "no-such-value", ...firstIssue(error), values: issue.values.map(String).join(", ") };
  const field = String(issue?.path[0] ?? "");
  const { properties = {} } = jsonSchema(r.query as z.ZodType) as { properties?: Record<string, Bounds> };
  const of: Bounds = properties[field] ?? {};
  if (of.type === "integer") {
    const { minimum, maximum } = of;
    const bounds: Record<string, string> = {};
    // A bound that numbers end at is none to tell of.
    if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) bounds["least"] = String(minimum);
    if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) bounds["most"] = String(maximum);
    const code = `bad-number${bounds["most"] ? "-between" : bounds["least"] ? "-from" : ""}`;
    return { code, ...firstIssue(error), ...bounds };
  }
  if (issue?.code === "too_big" && of.maxLength !== undefined)
    return { code: "too-long", ...firstIssue(error), most: String(of.maxLength) };
  return { code: "bad-query", ...firstIssue(error) };
}

/** The OpenAPI 3.1 document of the table. */
export function openapi(routes: readonly Route[], version: string, components: Record<string, unknown> = {}): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const r of routes) {
    // What a pattern ends in, such as `\\.ics`, is part of the address.
    const path = r.path.replace(
      /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
      (_, name: string, pattern?: string) => `{${name}}${/\\(\.\w+)\}$/.exec(pattern ?? "")?.[1] ?? ""}`,
    );
    const responses = Object.fromEntries(
      Object.entries({ ...usual(r), ...r.answers }).map(([status, a]) => [
        status,
        {
          description: a.is,
          ...(a.schema || a.media
            ? { content: { [a.media ?? "application/json"]: a.schema ? { schema: jsonSchema(a.schema) } : {} } }
            : {}),
        },
      ]),
    );
    (paths[path] ??= {})[r.method] = {
      operationId: operationOf(r.method, path),
      summary: r.summary,
      tags: [r.tag],
      parameters: [...parameters(r.params, "path"), ...parameters(r.query, "query")],
      ...(r.body
        ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(r.body) } } } }
        : r.rawBody
          ? { requestBody: { required: true, content: { [r.rawBody]: {} } } }
          : {}),
      responses,
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Nabat",
      version,
      description: "A body's record: acts in, everything computed from it out.",
      license: { name: "AGPL-3.0-or-later" },
    },
    servers: [{ url: "/" }],
    // Reading what isn't public asks for a session; signed acts need none.
    security: [{}, { token: [] }],
    tags: [...new Set(routes.map((r) => r.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "The token that POST /api/bodies/{body}/session gives; browsers hold it in a cookie instead.",
        },
      },
    },
  };
}

/** Answers that every endpoint of its form may give, beside its own. */
function usual(r: Route): Route["answers"] {
  const answers: Record<number, { readonly is: string; readonly schema: z.ZodType }> = {};
  const add = (status: number, is: string) => (answers[status] = { is, schema: problem });
  if (r.params || r.query || r.body || r.rawBody) add(400, "The address or what was sent can't be understood.");
  if (r.path.startsWith("/api/bodies/:body")) {
    add(404, "No such body is kept here.");
    add(503, "Can't be answered now; Retry-After says when.");
  }
  if (r.method === "post") {
    add(413, "Larger than anything that is taken.");
    add(429, "Too many refused requests from this address.");
  }
  return answers;
}

/** A name for programs that are made from this description: `get_bodies_body_votes_id`. */
function operationOf(method: string, path: string): string {
  return [method, ...path.split(/[^A-Za-z0-9]+/).filter((p) => p !== "" && p !== "api")].join("_");
}

function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
}

function parameters(schema: z.ZodType | undefined, where: "path" | "query"): unknown[] {
  if (!schema) return [];
  const s = jsonSchema(schema) as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(s.properties ?? {}).map(([name, of]) => ({
    name,
    in: where,
    required: where === "path" || (s.required ?? []).includes(name),
    schema: of,
  }));
}
