/**
 * The frame around every page: language, header fields, the body's own navigation, islands' scripts.
 * Pages carry no inline script and no inline style; the policy below is the strictest that works.
 */
import { stayEndedBy } from "@nabat/body";
import { chooseLocale, type Locale, LOCALES, refusalSentence, sayZone, speak } from "@nabat/speech";
import { type NavLink, Layout, type Say, sayIn, SayProvider, type Signs, SignsProvider, wholeRules } from "@nabat/ui";
import { bodyFacts, mayHere, mineView } from "@nabat/views";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { BodyPage } from "./body-page.ts";
import type { PagesDeps } from "./deps.ts";
import { DeviceHere } from "./keys/device-here.tsx";

export type { BodyPage } from "./body-page.ts";

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: "English", fr: "Français" };
const LANGUAGE_COOKIE = "nabat-lang";

/** The language of a request: `?lang=`, then the cookie, then the browser's wish. */
export function localeOf(c: Context): Locale {
  const query = c.req.query("lang");
  return chooseLocale({ query, cookie: getCookie(c, LANGUAGE_COOKIE), header: c.req.header("accept-language") });
}

/** The pages of a body, as its column of links names them. */
export const TABS = ["home", "motions", "sittings", "members", "rules", "entries", "record", "me"] as const;
export type Tab = (typeof TABS)[number];

export interface PageOptions {
  readonly title: string;
  readonly status?: 200 | 403 | 404 | 410 | 413 | 422 | 429;
  /** Names of islands whose scripts the page wants: `sign`, `check` … */
  readonly islands?: readonly string[];
  readonly mine?: boolean;
  readonly tab?: Tab;
}

/** A page that is about no body. */
export function plainPage(
  c: Context,
  deps: PagesDeps,
  build: (say: Say) => { options: PageOptions; content: VNode },
): Response | Promise<Response> {
  const say = sayIn(speak(localeOf(c)), deps.clerk.zone, deps.clerk.now());
  const { options, content } = build(say);
  return send(c, deps, say, options, content);
}

/** A page about a body: prepares who looks and how to speak; answers 404 where the body isn't here. */
export async function bodyPage(
  c: Context,
  deps: PagesDeps,
  build: (page: BodyPage) => Promise<Response> | Response,
): Promise<Response> {
  const reader = await deps.reader(c, c.req.param("body") ?? "");
  if (!reader) return notFound(c, deps, "body");
  const facts = await bodyFacts(reader);
  const say = sayIn(speak(localeOf(c)), facts.zone, reader.now);
  return build({ c, deps, reader, facts, say, base: `/b/${reader.body}` });
}

/** A body page that only those may see who may read its entries; a stranger is told how to come in. */
export function membersPage(
  c: Context,
  deps: PagesDeps,
  build: (page: BodyPage) => Promise<Response> | Response,
): Promise<Response> {
  return bodyPage(c, deps, (page) => {
    if (page.reader.mayRead) return build(page);
    const { t } = page.say;
    return show(page, { title: t("closed-title"), status: 403 }, <ClosedHere page={page} />);
  });
}

/** A page of the record itself or of its roll: guests and applicants, who were let in to speak, don't see these. */
export function recordOnly(
  c: Context,
  deps: PagesDeps,
  build: (page: BodyPage) => Promise<Response> | Response,
): Promise<Response> {
  return membersPage(c, deps, (page) => {
    if (page.reader.mayReadRecord) return build(page);
    return show(page, { title: page.say.t("closed-title"), status: 403 }, <ClosedHere page={page} />);
  });
}

/** Was the stay of the one who looks ended (N-8)? Then they read why, and may appeal. */
export function stayIsOver({ reader }: BodyPage): boolean {
  const { viewer, state, now } = reader;
  const member = viewer.member === undefined ? undefined : state.members.members.get(viewer.member);
  return viewer.standing === "stranger" && stayEndedBy(member?.stay, now) !== undefined;
}

/** Who may not read on here: a guest and an applicant are told what is theirs, a stranger how to come in, or back. */
function ClosedHere({ page }: { page: BodyPage }) {
  const { t } = page.say;
  const { standing } = page.reader.viewer;
  const has = standing === "guest" || standing === "applicant" ? standing : "stranger";
  return (
    <div class="read">
      <h1>{t("closed-title")}</h1>
      {stayIsOver(page) && (
        <p>
          <a href={`${page.base}/stay`}>{t("stay-mine-see")}</a>
        </p>
      )}
      <DeviceHere page={page} />
      <p class="lead">{t(has === "stranger" ? "closed-lead" : "closed-lead-let-in")}</p>
      <p>{t(has === "stranger" ? "closed-how" : `closed-how-${has}`)}</p>
      {has === "stranger" && (
        <p>
          <a href={`${page.base}/lost`}>{t("lost-way")}</a>
        </p>
      )}
      <p class="row">
        <a class="btn" href={page.base}>
          {t(has === "stranger" ? "closed-back" : "closed-home")}
        </a>
        {has === "applicant" && (
          <a class="btn" href={`${page.base}/me#vote`}>
            {t("own-vote-title")}
          </a>
        )}
        {has === "stranger" && (
          <a class="btn" href={`${page.base}/keys#back`}>
            {t("back-title")}
          </a>
        )}
      </p>
    </div>
  );
}

/** Sends a page of a body, with its own links and, for members, how many things need them. */
export async function show(page: BodyPage, options: PageOptions, content: VNode): Promise<Response> {
  const { reader, facts, say, base } = page;
  const needs = reader.mayRead && reader.viewer.member ? (await mineView(reader)).items.length : 0;
  const href: Readonly<Record<Tab, string>> = {
    home: base,
    motions: `${base}/motions`,
    sittings: `${base}/meetings`,
    members: `${base}/members`,
    rules: `${base}/rules`,
    entries: `${base}/entries`,
    record: `${base}/record`,
    me: `${base}/me`,
  };
  const tabs = reader.mayReadRecord
    ? TABS
    : reader.mayRead
      ? (["home", "motions", "sittings", "rules", "record", "me"] as const)
      : (["home", "rules", "record"] as const);
  const links: NavLink[] = tabs.map((tab) => ({
    href: href[tab],
    label: say.t(tab === "sittings" ? "tab-meetings" : `tab-${tab}`),
    current: tab === options.tab,
    ...(tab === "home" && needs > 0 ? { needs } : {}),
  }));
  const where = { name: facts.name.text ?? say.t("body-unnamed"), href: base, links };
  const evening = facts.practice && (await page.deps.evening?.has(reader.body)) === true;
  const forward = evening
    ? { href: `${base}/evening`, label: say.t("evening-back") }
    : reader.viewer.standing === "member"
      ? { href: `${base}/practise`, label: say.t("practice-forward") }
      : {};
  const says = say.t("practice-band", { when: say.date(facts.now) });
  const practice = facts.practice ? { says, ...forward } : undefined;
  return send(page.c, page.deps, say, { ...options, islands: ["session", ...(options.islands ?? [])] }, content, {
    where,
    practice,
    privately: facts.entries === "members",
    body: reader.body,
    standing: reader.viewer.standing,
    signs: signsHere(page),
  });
}

/** What the device that looks can't sign now: its forms say so instead of being filled in for nothing (K-2, K-12, K-14, K-15). */
function signsHere({ reader, say, base }: BodyPage): Signs {
  return (kind, data) => {
    const may = mayHere(reader, kind, data);
    return may.ok ? undefined : { why: told(say, may), href: `${base}/keys` };
  };
}

interface Around {
  readonly where?: { readonly name: string; readonly href: string; readonly links: readonly NavLink[] };
  readonly practice?: Parameters<typeof Layout>[0]["practice"];
  readonly privately?: boolean;
  readonly body?: string;
  readonly standing?: string;
  readonly signs?: Signs;
}

function send(
  c: Context,
  deps: PagesDeps,
  say: Say,
  options: PageOptions,
  content: VNode,
  { signs = () => undefined, ...around }: Around = {},
): Response {
  const asked = c.req.query("lang");
  if (asked === say.locale) setCookie(c, LANGUAGE_COOKIE, asked, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
  const islands = options.islands ?? [];
  const scripts = (islands.length > 0 ? ["early", ...islands] : []).flatMap((name) => deps.assets(`${name}.js`) ?? []);
  const html = renderToString(
    <SayProvider value={say}>
      <Layout
        title={around.where ? `${options.title} · ${around.where.name}` : options.title}
        css={deps.assets("nabat.css") ?? "/assets/nabat.css"}
        scripts={scripts}
        languages={LOCALES.map((locale) => ({ locale, name: LANGUAGE_NAMES[locale], href: inLanguage(c, locale) }))}
        mine={options.mine}
        foot={<Foot deps={deps} say={say} dated={around.where !== undefined} />}
        {...around}
      >
        <SignsProvider value={signs}>{content}</SignsProvider>
      </Layout>
    </SayProvider>,
  );
  c.header("Content-Security-Policy", POLICY);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Vary", "Cookie, Accept-Language");
  c.header("Cache-Control", "private, no-store");
  return c.html(`<!doctype html>${wholeRules(withSign(html, islands, deps))}`, options.status ?? 200);
}

/** A page on which a button signs has the script that does it, whoever put the button there: what every page may show, no page knows of. */
function withSign(html: string, islands: readonly string[], deps: PagesDeps): string {
  if (islands.includes("sign") || !html.includes(' data-act="')) return html;
  const src = deps.assets("sign.js");
  return src === undefined ? html : html.replace("</head>", `<script type="module" src="${src}"></script></head>`);
}

/** Who keeps the record and, on pages that say dates, in which zone they are said. */
function Foot({ deps, say, dated }: { deps: PagesDeps; say: Say; dated: boolean }) {
  return (
    <>
      <p>
        {say.t("foot-keeper", { name: deps.clerk.name, version: deps.clerk.version })}
        {dated && ` ${say.t("foot-zone", { place: sayZone(say.zone, say.locale) })}`}
      </p>
      <div class="links">
        <a href="/">{say.t("foot-what")}</a>
        <a href="/example">{say.t("foot-example")}</a>
        <a href="/count">{say.t("counting-foot")}</a>
      </div>
    </>
  );
}

function inLanguage(c: Context, locale: Locale): string {
  const url = new URL(c.req.url);
  url.searchParams.set("lang", locale);
  return url.pathname + url.search;
}

/** A plain "not here" that says where to go. */
export function notFound(c: Context, deps: PagesDeps, what: "body" | "thing"): Response | Promise<Response> {
  return plainPage(c, deps, (say) => ({
    options: { title: say.t("missing-title"), status: 404 },
    content: (
      <div class="read">
        <h1>{say.t("missing-title")}</h1>
        <p class="lead">{say.t(`missing-${what}`)}</p>
        <p>
          <a class="btn" href="/">
            {say.t("missing-home")}
          </a>
        </p>
      </div>
    ),
  }));
}

/** The sentence of a refusal in the page's language and the body's zone. */
export function told(
  say: Say,
  refusal: { readonly rule: string; readonly code: string; readonly facts: Record<string, string | number | boolean> },
): string {
  return refusalSentence(refusal, say.locale, { zone: say.zone });
}
