/** Calling a meeting (G-20 to G-24): what for, when, what those who come may still change, and the first items. */
import { ActForm, Field, Radios, useSay } from "@nabat/ui";
import { sayZone } from "@nabat/speech";
import { callSetting, type CallSetting } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show, told } from "../frame.tsx";
import { NotYet } from "../not-yet.tsx";
import { anEvening, gradeOf } from "../form-values.ts";
import { TitleField } from "../title-field.tsx";

const HOUR = 3_600_000;

export function newCall(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/meetings/new", (c) =>
    membersPage(c, deps, (page) =>
      show(
        page,
        { title: page.say.t("meeting-new"), tab: "sittings", islands: ["sign"] },
        <NewCall page={page} setting={callSetting(page.reader)} />,
      ),
    ),
  );
}

function NewCall({ page, setting }: { page: BodyPage; setting?: CallSetting }) {
  const say = useSay();
  const { t } = say;
  const { base, facts } = page;
  const grade = gradeOf(page.reader);
  if (!setting || facts.phase !== "adopted") return <NotYet page={page} title={t("meeting-new")} />;
  // On the full hour after the least notice, with time to sign.
  const earliest = setting.earliest + (setting.noticeDays > 0 ? 2 : 1) * HOUR;
  return (
    <div class="read">
      <h1>{t("meeting-new")}</h1>
      <p class="lead">{setting.byOffice ? t("call-by-office") : t("call-by-signatures", { needed: setting.needed })}</p>
      {!setting.may.yes && setting.may.why && <p>{told(say, setting.may.why)}</p>}
      <ActForm
        act="meeting.call"
        body={page.reader.body}
        next={`${base}/meetings/{id}`}
        submit={t(setting.needed > 1 ? "call-do-sign" : "call-do-call")}
        warning={t("call-warning-once")}
        data={{ zone: facts.zone, special: "meeting.call", grade }}
      >
        <TitleField label={t("call-title")} hint={t("call-title-hint")} grade={grade} />
        <Radios
          name="type"
          legend={t("call-type")}
          value="decide"
          options={(["decide", "consult", "inform"] as const).map((type) => ({
            value: type,
            label: t("meeting-kind", { type }),
            hint: t(`meeting-type-${type}-what`),
          }))}
        />
        <Field
          name="reason"
          label={t("call-reason")}
          hint={t("call-reason-hint")}
          text={grade}
          lines={4}
          required
          maxLength={20_000}
        />
        <Field
          name="starts"
          label={t("call-starts")}
          hint={t("call-starts-hint", {
            zone: sayZone(facts.zone, say.locale),
            when: say.date(setting.earliest),
            days: setting.noticeDays,
          })}
          type="datetime-local"
          as="moment"
          value={anEvening(earliest, facts.zone)}
          required
        />
        <Field name="place" label={t("call-place")} hint={t("call-place-hint")} text="members" maxLength={300} />
        <Field
          name="-items"
          label={t("call-first-items")}
          hint={t("call-first-items-hint")}
          lines={4}
          maxLength={5000}
        />
        <details>
          <summary>{t("call-more")}</summary>
          <Field
            name="itemsUntil"
            label={t("call-items-until")}
            hint={t("call-items-until-hint", { days: setting.noticeDays > 0 ? 1 : 0 })}
            type="datetime-local"
            as="moment"
          />
          <Field name="halls" label={t("call-halls")} hint={t("call-halls-hint")} as="list" maxLength={400} />
        </details>
      </ActForm>
    </div>
  );
}
