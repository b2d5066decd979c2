/** Moving a motion: what it is about first, then its title and exact text. */
import { DAY_MS, DOOR_MS } from "@nabat/body";
import { GROUNDS } from "@nabat/body/archive/acts.ts";
import { STAY_GROUNDS } from "@nabat/body/voice/acts.ts";
import { CONTEST_GROUNDS } from "@nabat/body/motions/acts.ts";
import { ActForm, Empty, Field, Hidden, Meta, Notice, PersonName, Radios, Select, useSay, Words } from "@nabat/ui";
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
import { KeysOf } from "./keys-subject.tsx";

const SUBJECTS = [
  "text",
  "admission",
  "contest",
  "door",
  "guest-stay",
  "stay-again",
  "establish",
  "copy",
  "erasure",
  "restore",
  "keys",
  "end-office",
] as const;

/** Of whom those subjects that are about a person may name one, and which of these fit. */
const ABOUT: Readonly<
  Partial<
    Record<
      (typeof SUBJECTS)[number],
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

type FormSubject = (typeof SUBJECTS)[number];

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

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

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
        {subject === "guest-stay" && (
          <>
            <Radios
              name="subject.ground"
              legend={t("stay-ground")}
              options={STAY_GROUNDS.map((g) => ({ value: g, label: t(`stay-ground-${g}`) }))}
            />
            <p class="soft">{t("stay-end-what")}</p>
          </>
        )}
        {subject === "keys" && <KeysOf people={people} />}
        {subject === "contest" && (
          <>
            <p>{t("contest-what")}</p>
            <Radios
              name="subject.ground"
              legend={t("contest-ground")}
              options={CONTEST_GROUNDS.map((g) => ({
                value: g,
                label: t(`contest-ground-${g}`),
                hint: t(`contest-ground-${g}-what`),
              }))}
            />
          </>
        )}
        {subject === "door" && (
          <>
            <p>{t("door-what")}</p>
            <Field
              name="subject.places"
              label={t("door-places")}
              type="number"
              as="int"
              min={1}
              max={10000}
              value={10}
              required
            />
            <Field
              name="subject.until"
              label={t("door-term")}
              hint={t("door-term-hint")}
              type="date"
              as="day"
              min={isoDay(page.reader.now + DAY_MS)}
              max={isoDay(page.reader.now + DOOR_MS - DAY_MS)}
              value={isoDay(page.reader.now + 90 * DAY_MS)}
              required
            />
          </>
        )}
        {subject === "establish" && (
          <>
            <Radios
              name="subject.body"
              legend={t("new-body-type")}
              value="committee"
              options={(["committee", "council", "assembly"] as const).map((b) => ({
                value: b,
                label: t(`body-type-${b}`),
                hint: t(`body-type-${b}-what`),
              }))}
            />
            <Field
              name="subject.seats"
              label={t("new-seats")}
              type="number"
              as="int"
              min={1}
              max={10000}
              value={5}
              required
            />
            <Select
              name="subject.founder"
              label={t("new-founder")}
              hint={t("new-founder-hint")}
              options={[
                { value: "", label: t("new-founder-self") },
                ...founders
                  .filter((p) => p.id !== page.reader.viewer.member)
                  .map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) })),
              ]}
            />
          </>
        )}
        {office && (
          <>
            <p>
              {t("would-end-office")} <Words of={office.title} />, {t("would-end-office-held")}{" "}
              <PersonName of={office.holder} />.
            </p>
            <p class="soft">{t("end-office-secret")}</p>
            <Hidden name="subject.office" value={office.id} />
            <Hidden name="subject.holder" value={office.holder.id} />
          </>
        )}
        {subject === "copy" && (
          <Field name="subject.key" label={t("new-key")} hint={t("new-key-hint")} required maxLength={60} />
        )}
        {subject === "erasure" && (
          <Radios
            name="subject.ground"
            legend={t("new-ground")}
            options={GROUNDS.map((g) => ({ value: g, label: t(`ground-${g}`) }))}
          />
        )}
        {(subject === "erasure" || subject === "restore") && (
          <Field
            name="subject.attachments"
            label={t("new-hash")}
            hint={t("new-hash-hint")}
            as="list"
            required
            maxLength={64}
          />
        )}
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
