/** Putting an amendment: first the place in the text, then the new words. Works without script up to signing. */
import type { ActId } from "@nabat/kernel";
import { ActForm, Field, Hidden, Notice, Select, useSay } from "@nabat/ui";
import { mayAmendNow, type NumberedParagraph, paragraphsToAmend, textsOf } from "@nabat/views";
import type { Context, Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { gradeOf } from "../form-values.ts";
import { TitleField } from "../title-field.tsx";

type Motion = NonNullable<ReturnType<BodyPage["reader"]["state"]["motions"]["motions"]["get"]>>;
type Place = { readonly what: "replace" | "strike"; readonly from: number; readonly to: number } | Inserted;
interface Inserted {
  readonly what: "insert";
  readonly after: number;
}

interface Amending {
  readonly page: BodyPage;
  readonly motion: Motion;
  readonly title: string;
  readonly paragraphs: readonly NumberedParagraph[];
  /** `/b/<id>/motions/<id>`. */
  readonly here: string;
}

export function amendPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/motions/:id/amend", (c) =>
    membersPage(c, deps, async (page) => {
      const motion = page.reader.state.motions.motions.get(c.req.param("id") as ActId);
      const paragraphs = motion && (await paragraphsToAmend(page.reader, motion));
      if (!motion || !paragraphs) return notFound(c, deps, "thing");
      const title = (await textsOf(page.reader, [motion.title]))(motion.title).text ?? "";
      const of: Amending = { page, motion, title, paragraphs, here: `${page.base}/motions/${motion.id}` };
      const place = placeAsked(c, paragraphs.length);
      return show(
        page,
        { title: page.say.t("amend-put"), tab: "motions", islands: ["sign"] },
        <div class="read">
          <h1>{page.say.t("amend-put")}</h1>
          <p class="lead">
            <a href={of.here}>{page.say.t("amend-to", { title })}</a>
          </p>
          {!mayAmendNow(page.reader, motion) && (
            <Notice tone="warn" title={page.say.t("amend-not-now")}>
              <p>{page.say.t("amend-not-now-what")}</p>
            </Notice>
          )}
          {place ? <PutAmendment of={of} place={place} /> : <ChoosePlace of={of} />}
        </div>,
      );
    }),
  );
}

/** The place that the address names, within the text; `undefined` where it names none. */
function placeAsked(c: Context, most: number): Place | undefined {
  const whole = (name: string): number => Number(c.req.query(name) ?? "x");
  const what = c.req.query("what");
  if (what === "insert") {
    const after = whole("after");
    return Number.isSafeInteger(after) && after >= 0 && after <= most ? { what, after } : undefined;
  }
  const [from, to] = [whole("from"), whole("to")];
  if ((what !== "replace" && what !== "strike") || !Number.isSafeInteger(from) || !Number.isSafeInteger(to))
    return undefined;
  return from >= 1 && from <= to && to <= most ? { what, from, to } : undefined;
}

function ChoosePlace({ of }: { of: Amending }) {
  const { t } = useSay();
  const at = (query: string): string => `${of.here}/amend?${query}`;
  const insert = (n: number) => (
    <a href={at(`what=insert&after=${n}`)} aria-label={n === 0 ? t("amend-insert-first") : t("amend-insert-n", { n })}>
      + {t("amend-insert")}
    </a>
  );
  return (
    <>
      <p>{t("amend-put-what")}</p>
      <ol class="paragraphs">
        <li class="between">{insert(0)}</li>
        {of.paragraphs.map((p) => (
          <>
            <li key={p.n} class="paragraph">
              <span class="n" aria-hidden="true">
                {p.n}
              </span>
              <div class="text">{p.words}</div>
              {p.changed ? (
                <span class="small soft">{t("amend-changed-already")}</span>
              ) : (
                <a href={at(`what=replace&from=${p.n}&to=${p.n}`)} aria-label={t("amend-change-n", { n: p.n })}>
                  {t("amend-change")}
                </a>
              )}
            </li>
            <li key={`after-${p.n}`} class="between">
              {insert(p.n)}
            </li>
          </>
        ))}
      </ol>
    </>
  );
}

function PutAmendment({ of, place }: { of: Amending; place: Place }) {
  const { t } = useSay();
  const { page, motion, paragraphs, here } = of;
  const taken = place.what === "insert" ? [] : paragraphs.slice(place.from - 1, place.to);
  const near = place.what === "insert" ? paragraphs.slice(Math.max(0, place.after - 1), place.after + 1) : [];
  const words = taken.map((p) => p.words).join("\n\n");
  const n = place.what === "insert" ? place.after : place.from;
  const grade = gradeOf(page.reader);
  return (
    <>
      {place.what !== "insert" && <How of={of} place={place} />}
      <div class="sheet">
        <h2 class="kicker">{t("amend-now")}</h2>
        {place.what === "insert" ? (
          <>
            {place.after === 0 && <p class="insertion">{t("amend-insert-first")}</p>}
            {near.map((p) => (
              <div key={p.n}>
                <div class="text">{p.words}</div>
                {p.n === place.after && <p class="insertion">{t("amend-insert-n", { n: place.after })}</p>}
              </div>
            ))}
          </>
        ) : (
          <div class="text">{words}</div>
        )}
      </div>
      <ActForm
        act="move"
        body={page.reader.body}
        next={`${page.base}/motions/{id}`}
        submit={t("amend-do")}
        warning={t("amend-warning")}
      >
        <Hidden name="subject.type" value="amendment" />
        <Hidden name="subject.motion" value={motion.id} />
        <Hidden name="subject.base" value={motion.versions.at(-1)?.base ?? ""} />
        <Hidden name="subject.place.what" value={place.what} />
        {place.what === "insert" ? (
          <Hidden name="subject.place.after" value={place.after} as="int" />
        ) : (
          <>
            <Hidden name="subject.place.from" value={place.from} as="int" />
            <Hidden name="subject.place.to" value={place.to} as="int" />
          </>
        )}
        <Field
          name="text"
          label={t(place.what === "strike" ? "amend-reason" : "amend-words")}
          hint={t(place.what === "strike" ? "amend-reason-hint" : "amend-words-hint")}
          text={grade}
          lines={place.what === "strike" ? 4 : 8}
          required
          maxLength={100_000}
          value={place.what === "replace" ? words : undefined}
        />
        <TitleField
          label={t("amend-title")}
          hint={t("amend-title-hint")}
          grade={grade}
          value={t(`amend-default-${place.what}`, { n })}
        />
      </ActForm>
      <p>
        <a href={`${here}/amend`}>{t("amend-other-place")}</a>
      </p>
    </>
  );
}

/** Other words or none, and up to which paragraph: an ordinary form, so that it works without script. */
function How({ of, place }: { of: Amending; place: Exclude<Place, Inserted> }) {
  const { t } = useSay();
  return (
    <form method="get" action={`${of.here}/amend`} class="filter">
      <input type="hidden" name="from" value={place.from} />
      <Select
        name="what"
        label={t("amend-how")}
        value={place.what}
        options={(["replace", "strike"] as const).map((w) => ({ value: w, label: t(`amend-how-${w}`) }))}
      />
      <Select
        name="to"
        label={t("amend-until")}
        value={String(place.to)}
        options={of.paragraphs.slice(place.from - 1).map((p) => ({ value: String(p.n), label: String(p.n) }))}
      />
      <button type="submit" data-no-sign>
        {t("amend-show")}
      </button>
    </form>
  );
}
