/**
 * The projector: item, text, speaker, result, in letters that the last row reads; nothing else, and
 * nothing to press. It follows by itself, and without script the page asks again every ten seconds.
 */
import type { ActId } from "@nabat/kernel";
import { type BarPart, ResultBar, type Say, SayProvider, useSay, Words, untorn } from "@nabat/ui";
import type { Hono } from "hono";
import { renderToString } from "preact-render-to-string";
import type { PagesDeps } from "../deps.ts";
import { membersPage, notFound, POLICY } from "../frame.tsx";
import { electionNumbers } from "../votes/figures.ts";
import { numbers, POSITION_KEYS } from "../votes/result.tsx";
import { ChangeShown } from "../motions/amendments.tsx";
import { Would } from "../motions/would.tsx";
import { SpeechClock } from "./floor.tsx";
import { type Meeting, readMeeting, staysBefore } from "./meeting.ts";

export function projectorPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}/projector", (c) =>
    membersPage(c, deps, async (page) => {
      const meeting = await readMeeting(page, c.req.param("id") as ActId);
      if (!meeting) return notFound(c, deps, "thing");
      const html = renderToString(
        <SayProvider value={page.say}>
          <Screen
            meeting={meeting}
            deps={deps}
            say={page.say}
            theme={c.req.query("theme") === "light" ? "light" : "dark"}
          />
        </SayProvider>,
      );
      c.header("Content-Security-Policy", POLICY);
      c.header("X-Content-Type-Options", "nosniff");
      c.header("Referrer-Policy", "no-referrer");
      c.header("Cache-Control", "private, no-store");
      return c.html(`<!doctype html>${html}`);
    }),
  );
}

function Screen({
  meeting,
  deps,
  say,
  theme,
}: {
  meeting: Meeting;
  deps: PagesDeps;
  say: Say;
  theme: "light" | "dark";
}) {
  const scripts = ["live.js", "clock.js"].flatMap((name) => deps.assets(name) ?? []);
  return (
    <html lang={say.locale} dir="ltr" class={`projector ${theme}`}>
      <head>
        <meta charSet="utf-8" />
        <title>{meeting.sitting.title.text ?? say.t("sitting")}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="stylesheet" href={deps.assets("nabat.css") ?? "/assets/nabat.css"} />
        <link rel="icon" href="data:," />
        <noscript>
          <meta http-equiv="refresh" content="10" />
        </noscript>
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body data-body={meeting.page.reader.body} data-standing={meeting.page.reader.viewer.standing}>
        <main class="screen">
          <Shown meeting={meeting} />
        </main>
      </body>
    </html>
  );
}

function Shown({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { t } = say;
  const { course, votes, sitting, page } = meeting;
  const { item } = course;
  const [vote] = votes;
  const shown = vote && (vote.status !== "declared" || votedHere(meeting)) ? vote : undefined;
  const text = item && item !== "aob" ? (item.motion?.text ?? item.text) : undefined;
  const about = item && item !== "aob" ? (item.motion?.id ?? item.election?.id) : undefined;
  const other = shown !== undefined && shown.motion !== about;
  return (
    <>
      <p class="screen-kicker">
        <Words of={sitting.title} />
        {!course.open && `, ${t("sitting-closed")}`}
      </p>
      <h1>
        {item === "aob" ? (
          t("aob")
        ) : item ? (
          <Words of={item.title} />
        ) : shown ? (
          <Words of={shown.title} />
        ) : course.adjourned ? (
          `${t("adjourned-until")} ${say.date(course.adjourned.returns)}`
        ) : course.open ? (
          t("projector-pause")
        ) : (
          t("sitting-closed")
        )}
      </h1>
      {text && !shown?.amendment && !(shown?.status === "declared" && !other) && <Words of={text} block />}
      {other && item && (
        <h2>
          <Words of={shown.title} />
        </h2>
      )}
      {shown && shown.status !== "declared" && (
        <p class="screen-vote">
          {t("vote")} {t(`mode-${shown.mode}`)}
          {t("colon")}
          {t(`vote-stage-${shown.status}`)}
          {(shown.mode === "count" || shown.mode === "name") &&
            `. ${t("vote-cast-so-far", { n: shown.castCount, whole: shown.whole })}`}
        </p>
      )}
      {shown?.amendment && shown.status !== "declared" && <ChangeShown amendment={shown.amendment} />}
      {shown?.would && shown.status !== "declared" && (
        <Would page={page} of={{ id: shown.motion, would: shown.would, discussed: false }} />
      )}
      {shown?.ballot && shown.status !== "declared" && <Words of={shown.version.text} block />}
      {shown?.status === "declared" && shown.result && (
        <div class="screen-result">
          <p class="screen-outcome">
            {shown.ballot
              ? (shown.rows ?? []).some((r) => r.place === "elected")
                ? t("election-elected", {
                    names: (shown.rows ?? [])
                      .filter((r) => r.place === "elected")
                      .map((r) => untorn(r.person.name ?? ""))
                      .join(", "),
                  })
                : t(`outcome-election-${shown.result.outcome}`)
              : t(`outcome-${shown.opinion ? "opinion-" : shown.amendment ? "amendment-" : ""}${shown.result.outcome}`)}
          </p>
          {shown.opinion && <p>{t("opinion-not-binding")}</p>}
          {shown.ballot ? (
            <p>{electionNumbers(say, shown, shown.result.counts, shown.result.present, shown.result.whole)}</p>
          ) : (
            <>
              <p>{numbers(say, shown.result)}</p>
              <ResultBar id="screen" parts={barParts(say, shown.result)} sentence={numbers(say, shown.result)} />
            </>
          )}
        </div>
      )}
      {course.speaking && (
        <p class="screen-speaker">
          <b>{untorn(course.speaking.person.name ?? t("person-unnamed"))}</b>{" "}
          <SpeechClock speaking={course.speaking} now={page.reader.now} runs={!page.facts.practice} />
        </p>
      )}
    </>
  );
}

/** The bar's parts in the order in which the sentence says them; the last is who took no position. */
function barParts(say: Say, result: NonNullable<Meeting["votes"][number]["result"]>): BarPart[] {
  return [
    ...POSITION_KEYS.map((key) => ({ key, label: say.t(`part-${key}`), value: result.counts[key] ?? 0 })),
    { key: "none", label: say.t("part-none"), value: result.none },
  ];
}

/** The last declared result stays on the screen until the next item is opened. */
function votedHere(meeting: Meeting): boolean {
  const [vote] = meeting.votes;
  return vote?.result !== undefined && staysBefore(meeting.course, vote) && meeting.course.speaking === undefined;
}
