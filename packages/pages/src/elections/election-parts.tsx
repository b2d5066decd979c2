/** How an election came out, and who holds which office until when. */
import { ActForm, Day, Field, Hidden, Meta, PersonName, Table, Tag, useSay, Words } from "@nabat/ui";
import type { OfficeShown, VoteView } from "@nabat/views";
import { electionNumbers } from "../votes/figures.ts";
import { plainName } from "../form-values.ts";

/** The outcome in one sentence, all the numbers, and one line per candidate. */
export function ElectionResult({ view }: { view: VoteView }) {
  const say = useSay();
  const { t } = say;
  const { result } = view;
  if (!result) return null;
  const elected = (view.rows ?? []).filter((r) => r.place === "elected").map((r) => plainName(r.person));
  return (
    <section class="result">
      <h2 class="outcome">
        {result.outcome === "elected" && elected.length > 0
          ? t("election-elected", { names: elected.join(", ") })
          : t(`outcome-election-${result.outcome}`)}
      </h2>
      <p>{electionNumbers(say, view, result.counts, result.present, result.whole)}</p>
      <MarksTable rows={view.rows ?? []} none={result.counts["none"] ?? 0} />
    </section>
  );
}

/** Candidates with their marks, in order; "none of these" is the line they must be above. */
export function MarksTable({ rows, none }: { rows: NonNullable<VoteView["rows"]>; none: number }) {
  const { t } = useSay();
  return (
    <Table
      columns={[
        { name: t("election-candidate") },
        { name: t("election-marks"), n: true },
        { name: t("election-place") },
      ]}
      rows={[
        ...rows.map((r) => [
          <PersonName name={r.person.name} />,
          t("number", { n: r.marks }),
          <Tag kind={r.place === "elected" ? "done" : r.place === "tied" ? "warn" : "plain"}>
            {t(`place-${r.place}`)}
          </Tag>,
        ]),
        [t("figure-none"), t("number", { n: none }), t("figure-none-what")],
      ]}
    />
  );
}

/** One office in a ledger; its holder may resign it here. */
export function OfficeItem({
  office,
  base,
  body,
  member = false,
}: {
  office: OfficeShown;
  base: string;
  body: string;
  /** Whoever looks is a member, and may move that it end (O-14). */
  member?: boolean;
}) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={`${base}/elections/${office.id}`}>
        <Words of={office.title} />
      </a>
      <Meta>
        <PersonName name={office.holder.name} />
        {office.stage === "held" ? (
          <>
            {t("office-until")} <Day at={office.until} />
          </>
        ) : office.stage === "waits" ? (
          <>
            {office.since === undefined ? (
              t("office-waits-unknown")
            ) : (
              <>
                {t("office-waits")} <Day at={office.since} />
              </>
            )}
          </>
        ) : (
          <>
            {t(`office-${office.stage}`)}
            {office.ended !== undefined && (
              <>
                , <Day at={office.ended} />
              </>
            )}
          </>
        )}
        {office.powers.length > 0 && office.powers.map((p) => t(`power-${p}`)).join(", ")}
      </Meta>
      {member && office.stage === "held" && !office.mayResign && (
        <p class="small no-print">
          <a href={`${base}/motions/new?subject=end-office&office=${office.id}&holder=${office.holder.id}`}>
            {t("end-office-open")}
          </a>
        </p>
      )}
      {office.mayResign && (
        <details id={`resign-${office.id.slice(0, 8)}`}>
          <summary>{t("office-resign")}</summary>
          <ActForm
            quiet
            act="resign"
            body={body}
            next={`${base}/elections/${office.id}`}
            submit={t("office-resign-do")}
            warning={t("office-resign-warning")}
          >
            <Hidden name="office" value={office.id} />
            <Field
              name="reason"
              label={t("reason")}
              hint={t("optional")}
              text="members"
              maxLength={2000}
              id={`resign-reason-${office.id.slice(0, 8)}`}
            />
          </ActForm>
        </details>
      )}
    </li>
  );
}
