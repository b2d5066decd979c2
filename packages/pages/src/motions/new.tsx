/** Moving a motion: what it is about first, then its title and exact text. */
import { ActForm, Empty, Field, Hidden, Meta, Notice, PersonName, Select, useSay, Words } from "@nabat/ui";
import {
  type BodyReader,
  memberNames,
  membersView,
  type MemberLine,
  type MembersQuery,
  type OfficeShown,
  officesView,
  type Person,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { NotYet } from "../not-yet.tsx";
import { oneOf } from "../query.ts";
import { gradeOf } from "../form-values.ts";
import { TitleField } from "../title-field.tsx";
import { type FormSubject, SubjectFields, SUBJECTS } from "./subject-fields.tsx";

/** Of whom those subjects that are about a person may name one, and which of these fit. */
const ABOUT: Readonly<
  Partial<
    Record<
      FormSubject,
      { readonly among: readonly NonNullable<MembersQuery["status"]>[]; readonly fits?: (m: MemberLine) => boolean }
    >
  >
> = {
  admission: { among: ["applicant", "waiting"] },
  contest: { among: ["member", "applicant"], fits: (m) => m.contestable },
  // Whose keys are open, also whoever left by a device that somebody else may have held (K-15).
  keys: { among: ["member", "left"], fits: (m) => m.standing === "member" || m.keysDecidable === true },
  "guest-stay": { among: ["guest", "applicant"], fits: (m) => m.stayCanEnd === true },
  "stay-again": { among: ["left"], fits: (m) => m.stayEnded === true },
};

/** Those whom a motion on this subject may name. */
async function peopleFor(reader: BodyReader, subject: FormSubject): Promise<readonly MemberLine[]> {
  const { among, fits } = ABOUT[subject] ?? { among: [] };
  const lists = await Promise.all(among.map((status) => membersView(reader, { status, limit: 1000 })));
  return lists.flatMap((l) => l.items).filter(fits ?? (() => true));
}

export function newMotion(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/motions/new", (c) =>
    membersPage(c, deps, async (page) => {
      const title = page.say.t("motions-new");
      if (page.facts.phase === "provisional" || page.reader.viewer.standing !== "member")
        return show(page, { title, tab: "motions" }, <NotYet page={page} title={title} />);
      const subject: FormSubject = oneOf(c, "subject", SUBJECTS) ?? "text";
      const people = await peopleFor(page.reader, subject);
      const held = subject === "end-office" ? (await officesView(page.reader)).filter((o) => o.stage === "held") : [];
      const founders = subject === "establish" ? await memberNames(page.reader) : [];
      return show(
        page,
        { title, tab: "motions", islands: ["sign"] },
        <NewMotion page={page} subject={subject} people={people} held={held} founders={founders} />,
      );
    }),
  );
}

function NewMotion({
  page,
  subject,
  people,
  held,
  founders,
}: {
  page: BodyPage;
  subject: FormSubject;
  people: readonly MemberLine[];
  held: readonly OfficeShown[];
  /** Who may be named to found a body. */
  founders: readonly Person[];
}) {
  const { t } = useSay();
  const { base, c } = page;
  const sitting = c.req.query("sitting");
  const grade = gradeOf(page.reader);
  const office = held.find((o) => o.id === c.req.query("office") && o.holder.id === c.req.query("holder"));
  if (subject === "end-office" && !office) return <WhichOffice page={page} held={held} />;
  return (
    <div class="read">
      <h1>{t("motions-new")}</h1>
      <details open={subject !== "text"}>
        <summary>{t("new-subject-other")}</summary>
        <ul>
          {SUBJECTS.map((s) => (
            <li key={s}>
              {s === subject ? (
                <b>{t(`subject-long-${s}`)}</b>
              ) : (
                <a href={`${base}/motions/new?subject=${s}${sitting ? `&sitting=${encodeURIComponent(sitting)}` : ""}`}>
                  {t(`subject-long-${s}`)}
                </a>
              )}
            </li>
          ))}
          <li>
            <a href={`${base}/rules/change`}>{t("subject-long-statutes")}</a>
          </li>
        </ul>
      </details>
      <ActForm
        act="move"
        body={page.reader.body}
        next={`${base}/motions/{id}`}
        submit={t("move-do")}
        warning={t("move-warning")}
        data={{ zone: page.facts.zone, ...(subject === "keys" ? { special: "keys.subject" } : {}) }}
      >
        <Hidden name="subject.type" value={subject} />
        {sitting && /^[0-9a-f]{64}$/.test(sitting) && <Hidden name="sitting" value={sitting} />}
        <TitleField label={t("motion-title")} hint={t("motion-title-hint")} grade={grade} />
        <Field
          name="text"
          label={t("motion-text")}
          hint={t("motion-text-hint")}
          text={grade}
          lines={10}
          required
          maxLength={100_000}
        />
        {ABOUT[subject] &&
          subject !== "keys" &&
          (people.length === 0 ? (
            <Notice>
              <p>{t("new-nobody")}</p>
            </Notice>
          ) : (
            <Select
              name="subject.member"
              label={t("new-person")}
              value={c.req.query("member")}
              options={people.map((p) => ({ value: p.id as string, label: p.name.text ?? p.id.slice(0, 8) }))}
            />
          ))}
        <SubjectFields page={page} subject={subject} people={people} founders={founders} office={office} />
      </ActForm>
    </div>
  );
}

/** An office is chosen before a motion that would end it is written (O-14). */
function WhichOffice({ page, held }: { page: BodyPage; held: readonly OfficeShown[] }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <div class="read">
      <h1>{t("subject-long-end-office")}</h1>
      {held.length === 0 ? (
        <Empty href={`${base}/elections`} step={t("elections")}>
          {t("end-office-none")}
        </Empty>
      ) : (
        <>
          <p>{t("end-office-which-what")}</p>
          <ul class="ledger">
            {held.map((o) => (
              <li key={o.result + o.holder.id}>
                <a class="title" href={`${base}/motions/new?subject=end-office&office=${o.id}&holder=${o.holder.id}`}>
                  <Words of={o.title} />
                </a>
                <Meta>
                  <PersonName of={o.holder} />
                </Meta>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
