/** How an election came out, and who holds which office until when. */
import { ActForm, Day, Field, Hidden, Meta, PersonName, Table, Tag, useSay, Words } from "@nabat/ui";
import type { OfficeShown, RoundShown, VoteView } from "@nabat/views";
import { electionNumbers } from "../votes/figures.ts";
import { plainName } from "../form-values.ts";

/** The outcome in one sentence, all the numbers, and one line per candidate. */
export function ElectionResult({ view }: { view: VoteView }) {
  const say = useSay();
  const { result } = view;
  if (!result) return null;
  return (
    <section class="result">
      <Outcome rows={view.rows ?? []} outcome={result.outcome} standing={view.standing ?? "counts"} />
      <p>{electionNumbers(say, view, result.counts, result.present, result.whole)}</p>
      <MarksTable rows={view.rows ?? []} none={result.counts["none"] ?? 0} />
    </section>
  );
}

/** Who was elected, in one sentence, and whether that still counts. */
function Outcome({ rows, outcome, standing }: Pick<RoundShown, "rows" | "standing"> & { outcome: string }) {
  const { t } = useSay();
  const names = rows
    .filter((r) => r.place === "elected")
    .map((r) => plainName(r.person))
    .join(", ");
  if (standing === "void") return <h2 class="outcome">{t("election-void")}</h2>;
  if (standing === "aside" || standing === "followed")
    return (
      <>
        <h2 class="outcome">{t(`election-${standing}`)}</h2>
        <p>{names ? t("election-aside-what", { names }) : t(`outcome-election-${outcome}`)}</p>
      </>
    );
  return (
    <>
      <h2 class="outcome">
        {names
          ? t(standing === "all" ? "election-elected-all" : "election-elected", { names })
          : t(`outcome-election-${outcome}`)}
      </h2>
      {standing === "few" && <p>{t("put-few")}</p>}
    </>
  );
}

/** One vote of an election on its page: how it came out, and its marks. */
export function Round({ round: r, base }: { round: RoundShown; base: string }) {
  const { t } = useSay();
  const { present, whole, none, blank, invalid } = r;
  return (
    <section class="result">
      <Outcome {...r} />
      <p>{t("election-numbers", { present, whole, none, blank, invalid })}</p>
      <MarksTable rows={r.rows} none={none} />
      {r.empty > 0 && <p>{t("election-empty", { count: r.empty })}</p>}
      <p>
        <a href={`${base}/votes/${r.vote}`}>{t("vote-all")}</a>
      </p>
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
          <PersonName of={r.person} />,
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
        <PersonName of={office.holder} />
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
