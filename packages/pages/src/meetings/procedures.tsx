/**
 * What those present decide about their own meeting (G-30): what was put and waits for its vote, and a
 * form for each kind. Nobody in the chair can keep one from a vote.
 */
import type { ActId } from "@nabat/kernel";
import { ActForm, Field, Hidden, Meta, PersonName, Select, Tag, Time, useSay, Words } from "@nabat/ui";
import {
  courseShown,
  type CourseShown,
  motionsView,
  type MotionLine,
  type Person,
  type ProcedureShown,
  rollNames,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { oneOf } from "../query.ts";
import { gradeOf, localMoment } from "../votes/vote-parts.tsx";
import type { Meeting } from "./meeting.ts";

/** Kinds in the order in which a meeting needs them. */
export const PROCEDURES = [
  "proceed",
  "close-list",
  "time-limit",
  "overrule",
  "adjourn",
  "urgent",
  "agenda",
  "board",
  "exclude",
] as const;
type Kind = (typeof PROCEDURES)[number];
/** Those whose form is a reason alone stand on the meeting's page itself. */
const SHORT: readonly Kind[] = ["proceed", "close-list", "overrule"];

export function Procedures({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { course, page, here } = meeting;
  const member = course.you?.member && course.open;
  return (
    <section data-live="procedure">
      <h2>{t("procedure")}</h2>
      <p class="read soft">{t("procedure-what")}</p>
      {course.procedures.length > 0 && (
        <ul class="ledger">
          {course.procedures.map((p) => (
            <Put key={p.motion} meeting={meeting} p={p} />
          ))}
        </ul>
      )}
      {member && (
        <>
          {SHORT.map((what) => (
            <details key={what} id={`put-${what}`}>
              <summary>{t(`procedure-${what}`)}</summary>
              <ProcedureForm page={page} sitting={course.sitting} what={what} next={here} />
            </details>
          ))}
          <p class="links">
            {PROCEDURES.filter((w) => !SHORT.includes(w)).map((what) => (
              <a key={what} href={`${here}/put?what=${what}`}>
                {t(`procedure-${what}`)}
              </a>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

function Put({ meeting, p }: { meeting: Meeting; p: ProcedureShown }) {
  const { t } = useSay();
  const { page, here, course } = meeting;
  const body = page.reader.body;
  const next = here;
  return (
    <li>
      <p>
        <b>{t(`procedure-${p.what}`)}</b> <ProcedureFacts p={p} />
      </p>
      <Words of={p.reason} block />
      <Meta>
        <PersonName name={p.mover.name} />
        {p.vote ? <Tag kind="open">{t("status-voting")}</Tag> : t("procedure-seconded", p.seconded)}
      </Meta>
      {course.open && !p.vote && (
        <div class="row">
          {p.you.call && (
            <ActForm act="vote.open" body={body} next={next} submit={t("procedure-vote")} now>
              <Hidden name="motion" value={p.motion} />
              <Hidden name="version" value={p.version} />
              <Hidden name="sitting" value={course.leading} />
              {p.modes.length > 1 ? (
                <Select
                  name="mode"
                  label={t("call-mode")}
                  options={p.modes.map((m) => ({ value: m, label: t(`mode-${m}`) }))}
                  id={`mode-${p.motion.slice(0, 8)}`}
                />
              ) : (
                <Hidden name="mode" value={p.modes[0] ?? "hands"} />
              )}
            </ActForm>
          )}
          {p.you.second && (
            <ActForm quiet act="second" body={body} next={next} submit={t("second-do")}>
              <Hidden name="motion" value={p.motion} />
            </ActForm>
          )}
          {p.you.secret && (
            <ActForm quiet act="ask.secret" body={body} next={next} submit={t("procedure-secret")}>
              <Hidden name="motion" value={p.motion} />
            </ActForm>
          )}
          {p.you.withdraw && (
            <ActForm quiet act="withdraw" body={body} next={next} submit={t("withdraw-do")}>
              <Hidden name="motion" value={p.motion} />
            </ActForm>
          )}
        </div>
      )}
    </li>
  );
}

/** The persons, dates and figures that a procedural motion names. */
export function ProcedureFacts({ p }: { p: ProcedureShown }) {
  const { t } = useSay();
  return (
    <span class="dots">
      {p.chair && (
        <span>
          {t("chair")}: <PersonName name={p.chair.name} />
        </span>
      )}
      {p.secretary && (
        <span>
          {t("secretary")}: <PersonName name={p.secretary.name} />
        </span>
      )}
      {p.tellers && p.tellers.map((x) => <PersonName key={x.id} name={x.name} />)}
      {p.member && <PersonName name={p.member.name} />}
      {p.seconds !== undefined && <span>{t("procedure-seconds", { n: p.seconds })}</span>}
      {p.title && <Words of={p.title} />}
      {p.item && <Words of={p.item} />}
      {p.returns !== undefined && (
        <span>
          {t("procedure-returns")} <Time at={p.returns} />
        </span>
      )}
      {p.order && p.order.map((x, i) => <span key={i}>{x.text ?? ""}</span>)}
    </span>
  );
}

interface FormNeeds {
  readonly course?: CourseShown;
  readonly roll?: readonly Person[];
  readonly motions?: readonly MotionLine[];
  /** The motion or amendment that the address names. */
  readonly chosen?: string;
}

export function procedurePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}/put", (c) =>
    membersPage(c, deps, async (page) => {
      const id = c.req.param("id") as ActId;
      const course = await courseShown(page.reader, id, page.deps.sha256);
      if (!course) return notFound(c, deps, "thing");
      const what = oneOf(c, "what", PROCEDURES) ?? "proceed";
      const needs: FormNeeds = {
        course,
        ...(what === "board" || what === "exclude" ? { roll: await rollNames(page.reader) } : {}),
        ...(what === "urgent"
          ? {
              motions: (await motionsView(page.reader, { status: "discussed", kind: "all", limit: 200 })).items.filter(
                (m) => m.subject === "text" || m.subject === "amendment",
              ),
              chosen: c.req.query("motion"),
            }
          : {}),
      };
      const here = `${page.base}/sittings/${id}`;
      return show(
        page,
        { title: page.say.t(`procedure-${what}`), tab: "sittings", islands: ["sign"] },
        <div class="read">
          <p class="kicker">
            <a href={here}>
              <Words of={course.title} />
            </a>
          </p>
          <h1>{page.say.t(`procedure-${what}`)}</h1>
          <ProcedureForm page={page} sitting={id} what={what} next={here} needs={needs} />
        </div>,
      );
    }),
  );
}

function ProcedureForm({
  page,
  sitting,
  what,
  next,
  needs = {},
}: {
  page: BodyPage;
  sitting: ActId;
  what: Kind;
  next: string;
  needs?: FormNeeds;
}) {
  const { t } = useSay();
  const grade = gradeOf(page.reader);
  return (
    <ActForm
      act="move"
      body={page.reader.body}
      next={next}
      submit={t("procedure-do")}
      data={{ zone: page.facts.zone }}
      id={`form-${what}`}
    >
      <p>{t(`procedure-${what}-what`)}</p>
      <Hidden name="sitting" value={sitting} />
      <Hidden name="subject.type" value="procedure" />
      <Hidden name="subject.procedure.what" value={what} />
      <input type="hidden" name="title" value={t(`procedure-${what}`)} data-text={grade} />
      <Particulars page={page} what={what} needs={needs} />
      <Field
        name="text"
        label={t("reason")}
        hint={t("procedure-reason-hint")}
        text={grade}
        required
        maxLength={5000}
        id={`reason-${what}`}
      />
    </ActForm>
  );
}

function Particulars({ page, what, needs }: { page: BodyPage; what: Kind; needs: FormNeeds }) {
  const { t } = useSay();
  const p = "subject.procedure";
  const roll = (needs.roll ?? []).map((m) => ({ value: m.id as string, label: m.name ?? m.id.slice(0, 8) }));
  const none = { value: "", label: t("choose-none") };
  const waiting = (needs.course?.agenda ?? []).filter((i) => i.status === "waiting");
  switch (what) {
    case "time-limit":
      return (
        <Select
          name={`${p}.seconds`}
          as="int"
          label={t("procedure-limit")}
          value="180"
          options={[30, 60, 120, 180, 300, 600].map((n) => ({
            value: String(n),
            label: t("procedure-seconds", { n }),
          }))}
        />
      );
    case "board":
      return (
        <>
          <Select name={`${p}.chair`} label={t("chair")} options={roll} />
          <Select name={`${p}.secretary`} label={t("secretary")} options={[none, ...roll]} value="" />
          <Select
            name={`${p}.tellers`}
            label={t("teller-one")}
            hint={t("procedure-tellers-hint")}
            options={[none, ...roll]}
            value=""
            as="list"
            id="board-teller-1"
          />
          <Select
            name={`${p}.tellers`}
            label={t("teller-two")}
            options={[none, ...roll]}
            value=""
            as="list"
            id="board-teller-2"
          />
        </>
      );
    case "exclude":
      return <Select name={`${p}.member`} label={t("member")} options={roll} />;
    case "urgent": {
      const chosen = (needs.motions ?? []).find((m) => m.id === needs.chosen);
      return (
        <>
          <Field
            name={`${p}.title`}
            label={t("item-title")}
            text={gradeOf(page.reader)}
            required
            maxLength={200}
            value={chosen?.title.text}
          />
          <Select
            name={`${p}.motion`}
            label={t("item-motion-choose")}
            options={[
              { value: "", label: t("item-motion-none") },
              ...(needs.motions ?? []).map((m) => ({
                value: m.id as string,
                label: m.amends
                  ? t("minute-amendment", { title: m.title.text ?? "", motion: m.amends.title.text ?? "" })
                  : (m.title.text ?? m.id.slice(0, 8)),
              })),
            ]}
            value={chosen?.id ?? ""}
          />
        </>
      );
    }
    case "adjourn": {
      const open = (needs.course?.agenda ?? []).filter((i) => i.status === "waiting" || i.status === "open");
      return (
        <>
          <Select
            name={`${p}.item`}
            label={t("procedure-adjourn-what-of")}
            options={[
              { value: "", label: t("procedure-adjourn-whole") },
              ...open.map((i) => ({ value: i.id as string, label: i.title.text ?? "" })),
            ]}
            value=""
          />
          <Field
            name={`${p}.returns`}
            label={t("procedure-return-date")}
            type="datetime-local"
            as="moment"
            value={localMoment(page.reader.now + 7 * 86_400_000, page.facts.zone)}
            required
          />
        </>
      );
    }
    case "agenda":
      return (
        <>
          {waiting.map((item, n) => (
            <Select
              key={item.id}
              name={`${p}.order`}
              label={t("procedure-nth", { n: n + 1 })}
              as="list"
              value={item.id}
              options={[
                { value: "", label: t("procedure-put-off") },
                ...waiting.map((i) => ({ value: i.id as string, label: i.title.text ?? "" })),
              ]}
              id={`order-${n}`}
            />
          ))}
          {waiting.length === 0 && <p class="soft">{t("procedure-nothing-waits")}</p>}
          <p class="small soft">{t("procedure-aob-stays")}</p>
        </>
      );
    default:
      return null;
  }
}
