/**
 * Practising a meeting alone: a practice body under the same rules with invented members. They do
 * nothing by themselves; a button lets them. Plain forms: they work without script.
 */
import { ActForm, Hidden, Notice, useSay } from "@nabat/ui";
import type { BodyId } from "@nabat/kernel";
import type { Context, Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { formOf } from "../query.ts";

/** The part of the rehearsals that pages need. */
export interface RehearsalDoor {
  make(of: BodyId, language: "en" | "fr"): Promise<string | undefined>;
  has(body: BodyId): boolean;
  act(body: BodyId): Promise<number>;
  wait(body: BodyId): Promise<void>;
}

/** Sent by this server's own page, not by another's: a browser says so. */
function fromHere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  return site === undefined || site === "same-origin" || site === "none";
}

export function practisePages(app: Hono, deps: PagesDeps, door: RehearsalDoor): void {
  app.get("/b/:body/practise", (c) =>
    membersPage(c, deps, (page) =>
      show(
        page,
        { title: page.say.t("practise"), tab: "sittings", islands: ["sign"] },
        <Practise page={page} here={door.has(page.reader.body)} did={c.req.query("did")} />,
      ),
    ),
  );
  app.post("/b/:body/practise", (c) =>
    membersPage(c, deps, async (page) => {
      const { reader, base } = page;
      if (reader.viewer.standing !== "member" || !fromHere(c)) return c.redirect(`${base}/practise`, 303);
      const what = String((await formOf(c))["do"] ?? "");
      if (what === "make" && !door.has(reader.body))
        return c.redirect((await door.make(reader.body, page.say.locale)) ?? `${base}/practise`, 303);
      if (what === "act") return c.redirect(`${base}/practise?did=${await door.act(reader.body)}`, 303);
      if (what === "wait") await door.wait(reader.body);
      return c.redirect(`${base}/practise`, 303);
    }),
  );
}

function Practise({ page, here, did }: { page: BodyPage; here: boolean; did?: string }) {
  const { t } = useSay();
  const { base, reader } = page;
  const member = reader.viewer.standing === "member";
  const n = Number(did);
  return (
    <div class="read">
      <h1>{t(!here && page.facts.practice && member ? "clock-set" : "practise")}</h1>
      {here ? (
        <>
          <p class="lead">{t("practise-here")}</p>
          {did !== undefined && Number.isSafeInteger(n) && (
            <Notice tone={n > 0 ? "good" : "plain"}>
              <p>{t("practise-did", { n })}</p>
            </Notice>
          )}
          <Press what="act" label={t("practise-act")} main />
          <p class="soft small">{t("practise-act-what")}</p>
          <Press what="wait" label={t("practise-wait")} />
          <p class="soft small">{t("practise-wait-what")}</p>
          <ol>
            <li>{page.facts.phase === "provisional" ? t("practise-step-adopt") : <s>{t("practise-step-adopt")}</s>}</li>
            <li>
              <a href={`${base}/meetings/new`}>{t("practise-step-call")}</a>
            </li>
            <li>{t("practise-step-sign")}</li>
            <li>
              <a href={`${base}/meetings`}>{t("practise-step-open")}</a>
            </li>
            <li>{t("practise-step-hold")}</li>
          </ol>
        </>
      ) : (
        <>
          {!page.facts.practice && <p class="lead">{t("practise-lead")}</p>}
          {page.facts.practice ? (
            <>
              {member && <SetForward page={page} />}
              <p class="soft">{t("practise-gone")}</p>
              <p class="links">
                <a href="/mine">{t("nav-mine")}</a>
              </p>
            </>
          ) : member ? (
            <Press what="make" label={t("practise-make")} main />
          ) : (
            <>
              <p>{t("new-members-only-what")}</p>
              <p class="links">
                <a href={`${base}/meetings`}>{t("tab-meetings")}</a>
              </p>
            </>
          )}
        </>
      )}
    </div>
  );
}

const HOUR = 3_600_000;
/** How far on, in hours: a minute for what B-12 asks, the notice of a meeting, a term. */
const STEPS = [
  ["minute", 1 / 60],
  ["hour", 1],
  ["day", 24],
  ["week", 7 * 24],
] as const;

/** A practice group's own clock, set forward by any member (P-1, P-3). */
function SetForward({ page }: { page: BodyPage }) {
  const say = useSay();
  const { t } = say;
  return (
    <section id="clock" aria-label={t("clock-set")}>
      <p>{t("clock-set-what", { when: say.date(page.reader.now) })}</p>
      {STEPS.map(([step, hours]) => (
        <ActForm
          key={step}
          act="clock"
          body={page.reader.body}
          next={`${page.base}/practise#clock`}
          submit={t(`clock-set-${step}`)}
          quiet
        >
          <Hidden name="to" value={page.reader.now + hours * HOUR} as="int" />
        </ActForm>
      ))}
    </section>
  );
}

function Press({ what, label, main }: { what: string; label: string; main?: boolean }) {
  return (
    <form method="post" action="">
      <input type="hidden" name="do" value={what} />
      <p>
        <button type="submit" class={main ? "main wide" : "wide"}>
          {label}
        </button>
      </p>
    </form>
  );
}
