/** Putting a procedural motion (G-30): its form, with what each kind of it names. */
import type { ActId } from "@nabat/kernel";
import { ActForm, Field, Hidden, type Option, Select, useSay, Words } from "@nabat/ui";
import {
  courseShown,
  type CourseShown,
  memberNames,
  motionsView,
  type MotionLine,
  type Person,
  rollNames,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { gradeOf, localMoment, peopleToChoose } from "../form-values.ts";
import { NotYet } from "../not-yet.tsx";
import { oneOf } from "../query.ts";

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
export type Kind = (typeof PROCEDURES)[number];

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
      if (page.reader.viewer.standing !== "member") {
        const title = page.say.t("procedure");
        return show(page, { title, tab: "sittings" }, <NotYet page={page} title={title} />);
      }
      const what = oneOf(c, "what", PROCEDURES) ?? "proceed";
      const needs: FormNeeds = {
        course,
        ...(what === "board" ? { roll: await rollNames(page.reader) } : {}),
        ...(what === "exclude" ? { roll: await memberNames(page.reader) } : {}),
        ...(what === "urgent"
          ? {
              motions: (await motionsView(page.reader, { status: "discussed", kind: "all", limit: 200 })).items.filter(
                (m) => m.subject === "text" || m.subject === "amendment" || m.subject === "end-office",
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

/** The form; `needs`: what its particulars choose from. */
export function ProcedureForm({
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
  const roll = peopleToChoose(needs.roll ?? []);
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
      return <BoardFields course={needs.course} roll={roll} none={none} />;
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

/** Who presides, writes and counts: as it is now, until somebody else is chosen. */
function BoardFields({ course, roll, none }: { course?: CourseShown; roll: readonly Option[]; none: Option }) {
  const { t } = useSay();
  const p = "subject.procedure";
  // Where nobody was elected to count, a board without tellers could never be voted on (G-44).
  const first = course?.tellersFirst !== undefined;
  const tellers = [first ? { value: "", label: t("teller-choose") } : none, ...roll];
  return (
    <>
      <Select name={`${p}.chair`} label={t("chair")} options={roll} value={course?.chair.id} />
      <Select
        name={`${p}.secretary`}
        label={t("secretary")}
        options={[none, ...roll]}
        value={course?.secretary?.id ?? ""}
      />
      {(["one", "two"] as const).map((nth, n) => (
        <Select
          key={nth}
          name={`${p}.tellers`}
          label={t(`teller-${nth}`)}
          hint={n === 0 ? t(first ? "procedure-tellers-needed" : "procedure-tellers-hint") : undefined}
          options={tellers}
          value=""
          required={first}
          as="list"
          id={`board-teller-${n + 1}`}
        />
      ))}
      <Select
        name={`${p}.counts`}
        label={t("procedure-counts")}
        hint={t("procedure-counts-hint")}
        options={[none, ...roll]}
        value=""
      />
    </>
  );
}
