/** One call: what it is, who signed of how many, what stands in notice, the agenda; its sheet on paper. */
import {
  ActForm,
  Facts,
  Field,
  Hidden,
  Notice,
  PersonName,
  QrCode,
  Select,
  Time,
  useSay,
  When,
  Words,
} from "@nabat/ui";
import { sayZone } from "@nabat/speech";
import type { ActId } from "@nabat/kernel";
import {
  type CallShown,
  callShown,
  electionsView,
  type ElectionLine,
  motionsView,
  type MotionLine,
  type Person,
  rollNames,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show, told } from "../frame.tsx";
import { gradeOf, TellerFields } from "../votes/vote-parts.tsx";
import { Agenda, StageTag } from "./agenda.tsx";

interface Around {
  readonly motions: readonly MotionLine[];
  readonly elections: readonly ElectionLine[];
  readonly roll: readonly Person[];
}

export function callPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/meetings/:id{[0-9a-f]{64}}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await callShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const around: Around = {
        motions: view.you?.item.yes ? (await motionsView(page.reader, { status: "discussed", limit: 200 })).items : [],
        elections: view.you?.item.yes ? (await electionsView(page.reader, { status: "open", limit: 100 })).items : [],
        roll: view.you?.open.yes ? await rollNames(page.reader) : [],
      };
      return show(
        page,
        { title: view.title.text ?? page.say.t("meeting"), tab: "sittings", islands: ["sign", "live"] },
        <Call page={page} view={view} around={around} />,
      );
    }),
  );
  app.get("/b/:body/meetings/:id{[0-9a-f]{64}}/sheet", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await callShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const link = `${page.deps.clerk.origin(c)}${page.base}/meetings/${view.id}`;
      return show(
        page,
        { title: page.say.t("call-sheet"), tab: "sittings", islands: ["print"] },
        <Sheet page={page} view={view} link={link} />,
      );
    }),
  );
}

function Call({ page, view, around }: { page: BodyPage; view: CallShown; around: Around }) {
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
          {t("called-by")} <PersonName name={view.caller.name} />, <Time at={view.called} />
        </span>
        <span>
          <a href={`${base}/entries/${view.id}`}>{t("by-which-right")}</a>
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
        {!view.placeGiven && `, ${t("call-place-later")}`}
      </p>
      <Words of={view.reason} block />
      <p class="soft read">{t(`meeting-type-${view.type}-what`)}</p>
      <Signing page={page} view={view} />
      {you?.open.yes && <OpenIt page={page} view={view} roll={around.roll} />}
      {you && !you.open.yes && (view.stage === "due" || view.stage === "called") && you.open.why && (
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

function Signing({ page, view }: { page: BodyPage; view: CallShown }) {
  const { t } = useSay();
  const here = `${page.base}/meetings/${view.id}`;
  const names = view.signers.map((p, i) => (
    <span key={p.id}>
      {i > 0 && ", "}
      <PersonName name={p.name} />
    </span>
  ));
  return (
    <section>
      <h2>{view.office ? t("call-by-office-title") : t("call-signed-of", view.signatures)}</h2>
      <p>
        {t("call-signed-by")} {names}
      </p>
      {view.you?.sign.yes && (
        <ActForm
          act="meeting.sign"
          body={page.reader.body}
          next={here}
          submit={t("call-sign")}
          now
          warning={t("call-sign-warning")}
        >
          <Hidden name="call" value={view.id} />
        </ActForm>
      )}
      {view.stage === "signing" && (
        <p class="no-print">
          <a class="btn" href={`${here}/sheet`}>
            {t("call-sheet")}
          </a>{" "}
          <span class="small soft">{t("call-pass-on")}</span>
        </p>
      )}
    </section>
  );
}

function OpenIt({ page, view, roll }: { page: BodyPage; view: CallShown; roll: readonly Person[] }) {
  const { t } = useSay();
  const halls = view.you?.freeHalls ?? [];
  return (
    <Notice tone="needs" title={t("call-open")}>
      <p>{t("call-open-what")}</p>
      <ActForm
        act="sitting.open"
        body={page.reader.body}
        next={`${page.base}/sittings/{id}`}
        submit={t("call-open-do")}
        now
      >
        <Hidden name="call" value={view.id} />
        <input type="hidden" name="title" value={view.title.text ?? t("meeting")} data-text={gradeOf(page.reader)} />
        {halls.length > 0 && (
          <Select name="hall" label={t("hall")} options={halls.map((h) => ({ value: h, label: h }))} />
        )}
        <TellerFields roll={roll} />
      </ActForm>
    </Notice>
  );
}

function AddItem({ page, view, around }: { page: BodyPage; view: CallShown; around: Around }) {
  const { t } = useSay();
  const grade = gradeOf(page.reader);
  const here = `${page.base}/meetings/${view.id}`;
  return (
    <details id="add-item" open={view.agenda.length === 0 && view.yours}>
      <summary>{t("item-add")}</summary>
      <ActForm act="meeting.item" body={page.reader.body} next={here} submit={t("item-add-do")}>
        <Hidden name="call" value={view.id} />
        <Field
          name="title"
          label={t("item-title")}
          hint={t("item-title-hint")}
          text={grade}
          required
          maxLength={200}
          id="item-title"
        />
        <Field
          name="text"
          label={t("item-text-label")}
          hint={t("optional")}
          text={grade}
          lines={4}
          maxLength={100_000}
          id="item-text"
        />
        {view.type !== "inform" && around.motions.length > 0 && (
          <Select
            name="motion"
            label={t("item-motion-choose")}
            hint={t("item-motion-hint")}
            value=""
            options={[
              { value: "", label: t("item-motion-none") },
              ...around.motions.map((m) => ({ value: m.id as string, label: m.title.text ?? m.id.slice(0, 8) })),
            ]}
            id="item-motion"
          />
        )}
        {view.type === "decide" && around.elections.length > 0 && (
          <Select
            name="election"
            label={t("item-election-choose")}
            value=""
            options={[
              { value: "", label: t("item-election-none") },
              ...around.elections.map((e) => ({ value: e.id as string, label: e.title.text ?? e.id.slice(0, 8) })),
            ]}
            id="item-election"
          />
        )}
      </ActForm>
      <p class="small">
        <a href={`${page.base}/motions/new`}>{t("item-motion-new")}</a>
        {view.type === "decide" && (
          <>
            {" · "}
            <a href={`${page.base}/elections/new`}>{t("item-election-new")}</a>
          </>
        )}
      </p>
    </details>
  );
}

/** A sheet to pass round: who has no device in hand signs on paper, then on their own device. */
function Sheet({ page, view, link }: { page: BodyPage; view: CallShown; link: string }) {
  const { t, zone, locale } = useSay();
  return (
    <>
      <p class="no-print">
        <a href={`${page.base}/meetings/${view.id}`}>{t("call-sheet-back")}</a> · {t("print-how")}
      </p>
      <h1>
        <Words of={view.title} />
      </h1>
      <p class="lead">
        {page.facts.name.text}. {t("meeting-kind", { type: view.type })}: <When at={view.starts} /> (
        {sayZone(zone, locale)})
        {view.place && (
          <>
            , <Words of={view.place} />
          </>
        )}
      </p>
      <Words of={view.reason} block />
      {view.agenda.length > 0 && (
        <>
          <h2>{t("agenda")}</h2>
          <Agenda page={page} items={view.agenda} brief />
        </>
      )}
      <h2>{t("call-sheet-sign")}</h2>
      <p>{t("call-sheet-what", { needed: view.signatures.needed, has: view.signatures.has })}</p>
      <div class="two">
        <QrCode text={link} label={t("call-sheet-qr")} />
        <p class="key small">{link}</p>
      </div>
      <table class="sign-sheet">
        <thead>
          <tr>
            <th>{t("call-sheet-name")}</th>
            <th>{t("call-sheet-signature")}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 14 }, (_, i) => (
            <tr key={i}>
              <td>{i + 1}.</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
