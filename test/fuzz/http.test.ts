/**
 * Every route of the API and every page, fuzzed through HTTP: hostile addresses, queries, headers,
 * bodies and forms, as a stranger and as a member. An answer always comes, it is never a fault of the
 * server (5xx other than the stated 503), refusals name rule and sentence, and the server goes on.
 * fast-check prints seed and path of a failure; `npm run test:fuzz` runs sixty times as many.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, bring, type Hall, type Here, quiet, serverHere } from "../faults/hall.ts";
import { type Answer, raw } from "./wire.ts";
import { hostileJson, hostileText, RUNS } from "./values.ts";

let server: Here;
let hall: Hall;
let cookie = "";
let token = "";
let known: string[] = [];
const bugs: string[] = [];
let routes: { method: string; path: string }[] = [];

const PAGES = [
  "/",
  "/found",
  "/found/sentences",
  "/invited",
  "/invited/:body",
  "/example",
  "/mine",
  "/copies",
  "/count",
  "/healthz",
  "/assets/:id",
  "/service-worker.js",
  "/nabat.html",
  "/b/:body",
  ...[
    "motions",
    "motions/:id",
    "motions/new",
    "votes/:id",
    "votes/:id.csv",
    "decisions",
    "decisions.csv",
    "sittings",
    "sittings/:id",
    "members",
    "members.csv",
    "newcomers",
    "newcomers.csv",
    "sponsors",
    "sponsors.csv",
    "invite",
    "rules",
    "rules/change",
    "entries",
    "entries.csv",
    "entries/:id",
    "record",
    "chain",
    "founders",
    "keys",
    "lost",
    "new-keys",
    "new-keys.csv",
    "new-keys/ask",
    "me",
    "me.csv",
    "leave",
    "erase",
    "accounts",
    "calls",
    "calls/:id",
    "elections",
    "elections/:id",
    "sittings/:id/minutes",
    "sittings/:id/agenda",
    "health",
  ].map((p) => `/b/:body/${p}`),
];
const FORMS = [
  "/found",
  "/found/preview",
  "/copies",
  "/count",
  "/b/:body/motions",
  "/b/:body/rules/change",
  "/invited/:body",
  "/b/:body/anything/else",
];

beforeAll(async () => {
  server = await serverHere(
    {},
    { log: { ...quiet, error: (event, fields) => bugs.push(`${event} ${JSON.stringify(fields)}`) } },
  );
  hall = await assembly(server.url, 3, { open: true });
  const put = await bring(hall, { type: "text" }, "Something");
  token = await hall.founder.token();
  cookie = `nabat_${hall.body.slice(0, 16)}=${token}`;
  const { entries } = await hall.founder.get<{ entries: { id: string }[] }>("entries?limit=100");
  known = [
    hall.body,
    put.motion,
    put.vote,
    put.version,
    ...hall.seats.map((s) => s.member),
    ...hall.seats.map((s) => s.device.signer.key),
    ...entries.map((e) => e.id),
  ];
  const { paths } = (await ask(`${server.url}/api/openapi.json`)).json as {
    paths: Record<string, Record<string, unknown>>;
  };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{(\w+)\}/g, ":$1"),
    })),
  );
}, 60_000);
afterAll(() => server?.close());

/** Text as it may stand in a request line. */
const inPath = (text: string, encode: boolean) =>
  encode
    ? encodeURIComponent(text.toWellFormed())
    : [...text].map((c) => (c > " " && c < "\u007f" ? c : "%zz")).join("");

/** Dots in a path lead up and out of the API before anything else looks at it. */
function isApi(path: string): boolean {
  return URL.canParse(path, server.url) && new URL(path, server.url).pathname.startsWith("/api/");
}

function sound(what: string, answer: Answer): void {
  if (answer.status >= 500) {
    const problem = answer.type.includes("json") ? (JSON.parse(answer.text) as { rule?: string }) : undefined;
    const stated = answer.status === 503 && (problem === undefined || /^C-[25]$/.test(problem.rule ?? ""));
    expect([what, answer.status, stated, answer.text.slice(0, 300), bugs.at(-1)?.slice(0, 900)]).toEqual([
      what,
      503,
      true,
      expect.anything(),
      expect.anything(),
    ]);
  }
  // Without a word: a request line that Node itself can't read.
  if (answer.status === 400 && answer.text === "" && answer.type === "") return;
  if (answer.status >= 400 && isApi(what.split(" ")[1] ?? "")) {
    expect([what, answer.status, answer.type, answer.text.slice(0, 80)]).toEqual([
      what,
      expect.anything(),
      expect.stringContaining("json"),
      expect.stringContaining("{"),
    ]);
    const problem = JSON.parse(answer.text) as { rule: string; sentence: string };
    expect([what, problem.rule, problem.sentence]).toEqual([
      what,
      expect.stringMatching(/^[A-Z]{1,3}-\d+$/),
      expect.stringContaining(problem.rule),
    ]);
  }
  if (answer.type.includes("text/html"))
    expect([what, answer.text.includes("<script>alert(1)")]).toEqual([what, false]);
}

const value = fc.oneof(
  fc.nat(1000).map((n) => ({ known: n })),
  hostileText.map((text) => ({ text })),
);
const valueOf = (v: { known?: number; text?: string }) =>
  v.known === undefined ? (v.text ?? "") : (known[v.known % known.length] ?? "");
const query = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom(
        "limit",
        "after",
        "before",
        "q",
        "status",
        "kind",
        "by",
        "about",
        "at",
        "n",
        "of",
        "from",
        "to",
        "index",
        "size",
        "key",
        "proof",
        "lang",
        "address",
        "step",
        "template",
        "zone",
        "sitting",
        "motion",
        "vote",
        "rule",
        "as",
        "file",
      ),
      hostileText,
    ),
    value,
  ),
  { maxLength: 4 },
);
const who = fc.constantFrom("stranger", "cookie", "bearer", "forged");
const headersFor = (as: string): Record<string, string> =>
  as === "cookie"
    ? { Cookie: cookie }
    : as === "bearer"
      ? { Authorization: `Bearer ${token}` }
      : as === "forged"
        ? { Authorization: "Bearer ../../x", Cookie: `nabat_${hall.body.slice(0, 16)}="%00;` }
        : {};

function address(
  path: string,
  values: readonly { known?: number; text?: string }[],
  own: boolean,
  encode: boolean,
  q: readonly [string, { known?: number; text?: string }][],
): string {
  let n = 0;
  const filled = path.replaceAll(/:\w+(\{[^}]*\})?/g, (name) =>
    name === ":body" && own ? hall.body : inPath(valueOf(values[n++ % values.length] ?? {}), encode),
  );
  const asked = q.map(([name, v]) => `${inPath(name, true)}=${inPath(valueOf(v), encode)}`).join("&");
  return asked ? `${filled}?${asked}` : filled;
}

const wellPlaced = fc.record({
  values: fc.array(value, { minLength: 2, maxLength: 3 }),
  own: fc.boolean(),
  encode: fc.boolean(),
  q: query,
  as: who,
});

describe("fuzz", () => {
  it("reading: every address of API and pages, with hostile parts and queries (API-1, API-3)", async () => {
    const reads = [...routes.filter((r) => r.method === "GET").map((r) => r.path), ...PAGES];
    expect(reads.length).toBeGreaterThan(50);
    for (const path of reads) {
      await fc.assert(
        fc.asyncProperty(wellPlaced, async ({ values, own, encode, q, as }) => {
          const to = address(path, values, own || values.length > 2, encode, q);
          sound(`GET ${to}`, await raw(server.url, "GET", to, headersFor(as)));
        }),
        { numRuns: RUNS(8) },
      );
    }
  }, 900_000);

  it("writing: every route that takes something, with hostile JSON, bytes and types (API-2)", async () => {
    const writes = routes.filter((r) => r.method !== "GET");
    expect(writes.length).toBeGreaterThan(6);
    for (const { method, path } of writes) {
      const body = fc.oneof(
        hostileJson.map((v) => JSON.stringify(v)),
        fc
          .dictionary(
            fc.constantFrom(
              "act",
              "attachments",
              "evidence",
              "code",
              "key",
              "challenge",
              "at",
              "signature",
              "url",
              "body",
              "size",
              "line",
              "rule",
              "files",
              "text",
              "name",
            ),
            hostileJson,
          )
          .map((v) => JSON.stringify(v)),
        fc.constantFrom("", "{", "[".repeat(50_000), '{"act":'.repeat(5000), "null", '"a"', "\ufeff{}"),
        fc.uint8Array({ maxLength: 200 }),
      );
      const type = fc.constantFrom(
        "application/json",
        "application/vnd.nabat.act+json",
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "a/b;c=d",
        "",
      );
      await fc.assert(
        fc.asyncProperty(wellPlaced, body, type, async ({ values, own, encode, q, as }, content, media) => {
          const to = address(path, values, own || values.length > 2, encode, q);
          const headers = {
            ...headersFor(as),
            "Content-Type": media,
            "Content-Length": String(Buffer.byteLength(content)),
          };
          sound(
            `${method} ${to} ${media} ${String(content).slice(0, 100)}`,
            await raw(server.url, method, to, headers, content),
          );
        }),
        { numRuns: RUNS(8) },
      );
    }
    // No session was ended by any of it but by a right DELETE.
    token = await (
      await import("../faults/hall.ts")
    )
      .clientOf(server.url)
      .seat(hall.founder.body, hall.founder.keys)
      .then((s) => s.token());
  }, 900_000);

  it("forms of pages: hostile fields, files and half a form", async () => {
    const fields = fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          "template",
          "name",
          "purpose",
          "zone",
          "language",
          "existing",
          "existing.since",
          "quorum",
          "share",
          "address",
          "code",
          "rule",
          "seats",
          "file",
          "text",
          "voting.mode",
          "terms",
          "lang",
        ),
        hostileText,
      ),
      hostileText,
      { maxKeys: 6 },
    );
    for (const path of FORMS) {
      await fc.assert(
        fc.asyncProperty(
          wellPlaced,
          fields,
          fc.constantFrom("urlencoded", "multipart", "broken", "json"),
          async ({ values, own, encode, as }, form, how) => {
            const to = address(path, values, own, encode, []);
            const parts = Object.entries(form);
            const [media, content] =
              how === "urlencoded"
                ? [
                    "application/x-www-form-urlencoded",
                    new URLSearchParams(
                      parts.map(([k, v]): [string, string] => [k.toWellFormed(), v.toWellFormed()]),
                    ).toString(),
                  ]
                : how === "json"
                  ? ["application/json", JSON.stringify(form)]
                  : [
                      "multipart/form-data; boundary=xx",
                      parts
                        .map(
                          ([k, v]) =>
                            `--xx\r\nContent-Disposition: form-data; name="${k.replaceAll(/["\r\n]/g, "")}"; filename="a.blt"\r\n\r\n${v}\r\n`,
                        )
                        .join("") + (how === "broken" ? "--x" : "--xx--\r\n"),
                    ];
            const headers = {
              ...headersFor(as),
              "Content-Type": media as string,
              "Content-Length": String(Buffer.byteLength(content as string)),
            };
            sound(
              `POST ${to} ${media} ${String(content).slice(0, 200)}`,
              await raw(server.url, "POST", to, headers, content as string),
            );
          },
        ),
        { numRuns: RUNS(6) },
      );
    }
  }, 900_000);

  it("after all of it the server is well, the record stands, and no bug was logged", async () => {
    expect((await ask(`${server.url}/healthz`)).json).toMatchObject({ ok: true });
    const { index } = await hall.founder.act("rename", { name: hall.founder.text("Unharmed") });
    expect(index).toBeGreaterThan(0);
    expect(bugs.filter((b) => b.startsWith("bug")).slice(0, 2)).toEqual([]);
  });
});
