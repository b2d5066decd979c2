/** One call: what it is, who signed of how many, what stands in notice, the agenda. */
import { ActForm, Facts, Field, Hidden, Notice, PersonName, Time, useSay, When, Words } from "@nabat/ui";
import { sayZone } from "@nabat/speech";
import type { ActId } from "@nabat/kernel";
import {
  type CallShown,
  callShown,
  electionsView,
  motionsView,
  type NamedOnCall,
  namedOnCall,
  type PaperHall,
  paperHall,
  rollNames,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show, told } from "../frame.tsx";
import { AddItem, type Around, NamedHere, OpenIt, Signing } from "./call-forms.tsx";
import { Agenda, StageTag } from "./agenda.tsx";
import { OnPaper } from "./paper.tsx";
import { RecordLink } from "../record-link.tsx";

export function callPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/meetings/:id{[0-9a-f]{64}}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await callShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const paper = await paperHall(page.reader, view.id, page.deps.sha256);
      const named = page.reader.mayReadRecord ? await namedOnCall(page.reader, view.id) : undefined;
      const around: Around = {
        names: named?.mayName ? await rollNames(page.reader) : [],
        motions: view.you?.item.yes ? (await motionsView(page.reader, { status: "discussed", limit: 200 })).items : [],
        elections: view.you?.item.yes ? (await electionsView(page.reader, { status: "open", limit: 100 })).items : [],
        roll: view.you?.open.yes || paper?.open ? await rollNames(page.reader) : [],
      };
      return show(
        page,
        { title: view.title.text ?? page.say.t("meeting"), tab: "sittings", islands: ["sign", "live"] },
        <Call page={page} view={view} around={around} paper={paper} named={named} />,
      );
    }),
  );
}

function Call({
  page,
  view,
  around,
  paper,
  named,
}: {
  page: BodyPage;
  view: CallShown;
  around: Around;
  paper: PaperHall | undefined;
  named: NamedOnCall | undefined;
}) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const here = `${base}/meetings/${view.id}`;
  const body = page.reader.body;
  const { you } = view;
  const open = view.sittings.filter((s) => s.closed === undefined);
  return (
    <>
      <p class="kicker">{t("meeting-kind", { type: view.type })}</p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <p class="meta">
        <span>
          <StageTag line={view} />
        </span>
        <span>
          {t("called-by")} <PersonName of={view.caller} />, <Time at={view.called} />
        </span>
        <span>
          <RecordLink page={page} to={`/entries/${view.id}`}>
            {t("by-which-right")}
          </RecordLink>
        </span>
      </p>
      {open.map((s) => (
        <Notice key={s.id} tone="needs" title={t("call-now")}>
          <p>
            <a class="btn now" href={`${base}/sittings/${s.id}`}>
              {s.hall ? t("call-go-hall", { hall: s.hall }) : t("call-go")}
            </a>
          </p>
        </Notice>
      ))}
      <p class="lead when">
        <When at={view.starts} /> <span class="small soft">({sayZone(say.zone, say.locale)})</span>
        {view.placeGiven &&
          (view.place ? (
            <>
              , <Words of={view.place} />
            </>
          ) : (
            `, ${t("call-place-members")}`
          ))}
        {!view.placeGiven && `, ${t(page.reader.now < view.starts ? "call-place-later" : "call-place-none")}`}
      </p>
      <Words of={view.reason} block />
      <p class="soft read">{t(`meeting-type-${view.type}-what`)}</p>
      <Signing page={page} view={view} />
      {you?.open.yes && !view.onPaper && <OpenIt page={page} view={view} roll={around.roll} />}
      {you && !you.open.yes && !view.onPaper && (view.stage === "due" || view.stage === "called") && you.open.why && (
        <p class="soft read">{told(say, you.open.why)}</p>
      )}
      <section>
        <h2>{t("agenda")}</h2>
        <Agenda page={page} items={view.agenda} />
        {you?.item.yes && <AddItem page={page} view={view} around={around} />}
        {you && !you.item.yes && you.item.why && view.stage !== "over" && view.stage !== "held" && (
          <p class="small soft">{told(say, you.item.why)}</p>
        )}
      </section>
      {named && (named.people.length > 0 || named.mayName) && (
        <NamedHere page={page} view={view} named={named} roll={around.names} />
      )}
      {paper && <OnPaper page={page} view={view} hall={paper} roll={around.roll} />}
      <section>
        <h2>{t("call-notice")}</h2>
        <Facts
          rows={[
            [t("call-stands"), view.stands === undefined ? t("call-stands-not") : <Time at={view.stands} />],
            [t("call-notice-asked"), t("call-notice-days", { days: view.noticeDays })],
            [
              t("call-noticed"),
              <>
                {t("call-noticed-what")} <Time at={view.noticed} />
              </>,
            ],
            [t("call-items-until"), view.itemsUntil === undefined ? undefined : <Time at={view.itemsUntil} />],
            [t("call-halls"), view.halls.length > 0 ? view.halls.join(", ") : undefined],
            [t("calendar"), <a href={`/api/bodies/${body}/meetings/${view.id}.ics`}>{t("calendar-one")}</a>],
          ]}
        />
        {you?.place.yes && (
          <ActForm
            act="meeting.place"
            body={body}
            next={here}
            submit={t("call-place-do")}
            warning={t("call-place-warning")}
          >
            <Hidden name="call" value={view.id} />
            <Field
              name="place"
              label={t("call-place")}
              hint={t("call-place-hint")}
              text="members"
              required
              maxLength={300}
            />
          </ActForm>
        )}
      </section>
      {view.sittings.length > 0 && (
        <section>
          <h2>{t("call-sittings")}</h2>
          <ul class="ledger">
            {view.sittings.map((s) => (
              <li key={s.id}>
                <a class="title" href={`${base}/sittings/${s.id}`}>
                  <Words of={s.title} />
                </a>
                <p class="meta">
                  {s.hall && <span>{s.hall}</span>}
                  <span>
                    <Time at={s.opened} />
                  </span>
                  <span>
                    <a href={`${base}/sittings/${s.id}/minutes`}>{t("minutes")}</a>
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
