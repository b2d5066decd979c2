/** What a motion on each subject asks for, beside its title and text: a ground, a number, an office, whose keys. */
import { DAY_MS, DOOR_MS } from "@nabat/body";
import { GROUNDS } from "@nabat/body/archive/acts.ts";
import { STAY_GROUNDS } from "@nabat/body/voice/acts.ts";
import { CONTEST_GROUNDS } from "@nabat/body/motions/acts.ts";
import { Field, Hidden, PersonName, Radios, Select, useSay, Words } from "@nabat/ui";
import { type MemberLine, type OfficeShown, type Person } from "@nabat/views";
import { type BodyPage } from "../frame.tsx";
import { KeysOf } from "./keys-subject.tsx";

/** What a motion may be about, as the form offers it; rules have a form of their own. */
export const SUBJECTS = [
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

export type FormSubject = (typeof SUBJECTS)[number];

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The fields of one subject; nothing for an ordinary motion. */
export function SubjectFields({
  page,
  subject,
  people,
  founders,
  office,
}: {
  page: BodyPage;
  subject: FormSubject;
  /** Whom it may name. */
  people: readonly MemberLine[];
  /** Who may be named to found a body. */
  founders: readonly Person[];
  /** The office that it would end. */
  office?: OfficeShown;
}) {
  const { t } = useSay();
  return (
    <>
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
    </>
  );
}
