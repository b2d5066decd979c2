/** New keys and cards for somebody: the list that everybody sees, and objecting to one (K-6, K-11, K-13, K-15, K-17). */
import {
  ActLink,
  ActButton,
  ActForm,
  Empty,
  Field,
  Filter,
  Hidden,
  Meta,
  PersonName,
  Tag,
  Time,
  useSay,
} from "@nabat/ui";
import {
  CHOICES,
  NEW_KEYS_COLUMNS,
  newKeysRow,
  newKeysView,
  type NewKeysLine,
  type NewKeysStage,
  type Page,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show, told } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";

export function newKeysPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "new-keys",
    open: recordOnly,
    choices: CHOICES["new-keys"],
    view: newKeysView,
    show: (page, list, asked) =>
      show(
        page,
        { title: page.say.t("new-keys-title"), tab: "members", islands: ["sign"] },
        <NewKeys page={page} list={list} asked={asked} />,
      ),
    columns: NEW_KEYS_COLUMNS,
    row: newKeysRow,
  });
}

function NewKeys({
  page,
  list,
  asked,
}: {
  page: BodyPage;
  list: Page<NewKeysLine>;
  asked: { readonly status?: NewKeysStage; readonly q?: string };
}) {
  const { t } = useSay();
  const here = `${page.base}/new-keys`;
  return (
    <>
      <h1>{t("new-keys-title")}</h1>
      <p class="lead">{t("new-keys-lead")}</p>
      {page.reader.viewer.standing === "member" && page.facts.phase === "adopted" && (
        <p class="row">
          <ActLink main act="key.recover" href={`${here}/ask`}>
            {t("new-keys-ask")}
          </ActLink>
        </p>
      )}
      <Filter
        action={here}
        q={asked.q}
        label={t("members-find")}
        choices={[
          amongAll(
            { name: "status", label: t("list-status"), all: t("new-keys-all"), value: asked.status },
            CHOICES["new-keys"].status,
            (s) => t(`new-keys-stage-${s}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={asked.status !== undefined || asked.q !== undefined}
        all={here}
        none={
          <Empty href={page.reader.viewer.standing === "member" ? `${here}/ask` : undefined} step={t("new-keys-ask")}>
            {t("new-keys-none")}
          </Empty>
        }
        line={(k) => <NewKeysItem key={k.id} page={page} line={k} next={here} />}
      />
    </>
  );
}

const TONES = { waits: "open", coming: "warn", terms: "plain", off: "no" } as const;

/** One asking: for whom, by whom, how far it is, until when the old may object; and what the viewer may do with it. */
export function NewKeysItem({
  page,
  line: k,
  next,
  main = false,
}: {
  page: BodyPage;
  line: NewKeysLine;
  next: string;
  /** Confirming is the first thing to do on this page. */
  main?: boolean;
}) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  return (
    <li id={k.id.slice(0, 12)}>
      <span class="title">
        {t(`new-keys-${k.what}`)} <PersonName of={k.person} /> {k.yours && `(${t("person-you")})`}
      </span>
      <Meta>
        <Tag kind={TONES[k.stage]}>{t(`new-keys-stage-${k.stage}`)}</Tag>
        <>
          {t(`new-keys-way-${k.alone ? "alone" : k.way}`)} <PersonName of={k.by} />
          {k.second && (
            <>
              {` ${t("and")} `}
              <PersonName of={k.second} />
            </>
          )}
        </>
        <Time at={k.at} />
        <a href={`${base}/entries/${k.id}`}>{t("by-which-right")}</a>
      </Meta>
      <p class="read">
        <Until line={k} />
      </p>
      {k.mark && k.stage !== "off" && (
        <p class="read">
          {t("new-keys-mark")} <code>{k.mark}</code>. {k.stage === "waits" && t("new-keys-mark-what")}
        </p>
      )}
      {(k.stage === "off" || k.few) && k.meetingMay && reader.viewer.standing === "member" && (
        <p>
          <a href={`${base}/motions/new?subject=keys`}>{t("new-keys-by-meeting")}</a>
        </p>
      )}
      {k.others > 0 && k.stage !== "off" && <p class="read wrong">{t("new-keys-others")}</p>}
      {k.object.yes && (
        <ActButton
          act="key.object"
          body={reader.body}
          next={next}
          submit={t("new-keys-not-me")}
          now
          warning={t("new-keys-not-me-warning")}
          of={{ of: k.id }}
        />
      )}
      {!k.object.yes && k.yours && !k.own && k.object.why && k.stage !== "off" && (
        <p class="small soft">{told(say, k.object.why)}</p>
      )}
      {k.you.yes && (
        <ActButton
          quiet={!main}
          act="cosign"
          body={reader.body}
          next={next}
          submit={t("new-keys-second")}
          warning={t(
            k.others > 0 ? "new-keys-second-others" : `new-keys-second-warning${k.way === "two" ? "" : "-here"}`,
          )}
          of={{ of: k.id }}
        />
      )}
      {!k.you.yes && k.stage === "waits" && k.you.why && <p class="small soft">{told(say, k.you.why)}</p>}
      {k.byCard && (
        <details>
          <summary>{t("card-object")}</summary>
          <p class="read">{t("card-object-what")}</p>
          <ActForm quiet act="card.object" body={reader.body} next={next} submit={t("card-object-do")}>
            <Hidden name="of" value={k.id} />
            <Hidden name="member" value={k.person.id} />
            <Field name="code" label={t("card-code")} required maxLength={24} id={`object-${k.id.slice(0, 8)}`} />
          </ActForm>
        </details>
      )}
    </li>
  );
}

/** What comes next, and until when one may object. */
function Until({ line: k }: { line: NewKeysLine }) {
  const { t, date, now } = useSay();
  switch (k.stage) {
    case "waits":
      // The term runs on while nobody else signs anything; as soon as somebody does, it is that of any other (K-18).
      if (k.byItself !== undefined && k.atLeast !== undefined)
        return (
          <>
            {t(now < k.atLeast ? "new-keys-says-waits-least" : "new-keys-says-waits-still", { until: date(k.atLeast) })}{" "}
            {t("new-keys-says-by-itself", { until: date(k.waitsUntil ?? k.at), from: date(k.byItself) })}
          </>
        );
      return (
        <>{t(`new-keys-says-waits${k.way === "two" ? "" : `-${k.way}`}`, { until: date(k.waitsUntil ?? k.at) })}</>
      );
    case "coming":
      if (k.objectUntil === undefined) return <>{t("new-keys-says-coming-all", { from: date(k.effective ?? k.at) })}</>;
      return <>{t("new-keys-says-coming", { from: date(k.effective ?? k.at), until: date(k.objectUntil ?? k.at) })}</>;
    case "terms":
      return (
        <>
          {k.objectUntil === undefined
            ? t(k.way === "meeting" ? `new-keys-says-met${k.few ? "-few" : ""}` : "new-keys-says-terms-all", {
                until: date(k.termsUntil ?? k.at),
              })
            : t(now < k.objectUntil ? "new-keys-says-terms" : "new-keys-says-terms-sheet", {
                until: date(k.termsUntil ?? k.at),
                objects: date(k.objectUntil),
              })}
        </>
      );
    case "off":
      return <>{t(`new-keys-off-${k.because ?? "objected"}`)}</>;
  }
}
