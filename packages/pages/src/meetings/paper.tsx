/** A hall on paper (B-13): entering its votes afterwards, and signing them as a teller. */
import { CountFields } from "../votes/count-fields.tsx";
import { ActButton, ActForm, Field, Hidden, PersonName, Select, Time, useSay, Words } from "@nabat/ui";
import type { CallShown, PaperHall, PaperItem, PaperShown, Person } from "@nabat/views";
import { ForceTag } from "../binding/decision.tsx";
import type { BodyPage } from "../frame.tsx";
import { localMoment, peopleToChoose } from "../form-values.ts";
import { electionNumbers, figures } from "../votes/figures.ts";

interface Props {
  readonly page: BodyPage;
  readonly view: CallShown;
  readonly hall: PaperHall;
  /** Everybody on the roll, to choose tellers from. */
  readonly roll: readonly Person[];
}

/** What was decided without any device, while it can be entered, and what waits for signatures. */
export function OnPaper({ page, view, hall, roll }: Props) {
  const { t } = useSay();
  const enters = hall.open && hall.items.length > 0 && page.reader.viewer.standing === "member";
  if (!enters && hall.waiting.length === 0) return null;
  return (
    <section id="on-paper">
      <h2>{t("paper-hall")}</h2>
      {hall.waiting.length > 0 && (
        <ul class="ledger">
          {hall.waiting.map((w) => (
            <Waiting key={w.id} page={page} view={view} paper={w} />
          ))}
        </ul>
      )}
      {enters && (
        <details>
          <summary>{t("paper-enter")}</summary>
          <p class="read">{t("paper-what")}</p>
          {hall.items.map((item, n) => (
            <details key={item.motion ?? item.election}>
              <summary>
                <Words of={item.title} />
              </summary>
              <Enter page={page} view={view} item={item} roll={roll} place={n} />
            </details>
          ))}
        </details>
      )}
    </section>
  );
}

function Enter({ page, view, item, roll, place }: Omit<Props, "hall"> & { item: PaperItem; place: number }) {
  const say = useSay();
  const { t } = say;
  const others = [
    { value: "", label: t("teller-choose") },
    ...peopleToChoose(roll.filter((p) => p.id !== page.reader.viewer.member)),
  ];
  const id = (name: string) => `paper-${place}-${name}`;
  return (
    <ActForm
      act="paper.vote"
      body={page.reader.body}
      next={`${page.base}/meetings/${view.id}#on-paper`}
      submit={t("paper-enter-do")}
      warning={t("paper-warning")}
    >
      {item.again && <p>{t("paper-again")}</p>}
      <Hidden name="call" value={view.id} />
      {item.motion && <Hidden name="motion" value={item.motion} />}
      {item.election && <Hidden name="election" value={item.election} />}
      <Hidden name="version" value={item.version} />
      <Select
        name="mode"
        label={t("call-mode")}
        options={(["hands", "paper"] as const).map((m) => ({ value: m, label: t(`mode-${m}`) }))}
        id={id("mode")}
      />
      <Field
        name="held"
        label={t("paper-held")}
        type="datetime-local"
        as="moment"
        value={localMoment(view.starts, say.zone, true)}
        required
        id={id("held")}
      />
      <div class="counts">
        <CountFields of={figures(say, item, false)} id={(key) => id(`counts-${key}`)} />
        <Field
          name="counts.invalid"
          label={t("part-invalid")}
          hint={t("paper-invalid-hint")}
          type="number"
          as="int"
          min={0}
          id={id("counts-invalid")}
        />
        <Field
          name="present"
          label={t("paper-present")}
          hint={t("paper-only-voters")}
          type="number"
          as="int"
          min={1}
          required
          id={id("present")}
        />
      </div>
      {[0, 1].map((n) => (
        <Select
          key={n}
          name="tellers"
          as="list"
          label={t("paper-teller", { n: n + 1 })}
          options={others}
          value=""
          required
          id={id(`teller-${n}`)}
        />
      ))}
    </ActForm>
  );
}

/** One vote that was entered: its count, who has signed, and the button of who hasn't. */
function Waiting({ page, view, paper }: { page: BodyPage; view: CallShown; paper: PaperShown }) {
  const say = useSay();
  const { t } = say;
  const signed = paper.tellers.filter((k) => k.signed).length;
  const line = paper.ballot
    ? electionNumbers(say, paper.ballot ? { ballot: paper.ballot } : {}, paper.counts, paper.present, paper.present)
    : figures(say, {}, false)
        .map((f) => `${f.label} ${paper.counts[f.key] ?? 0}`)
        .join(", ");
  return (
    <li>
      <p class="title">
        <Words of={paper.title} />
      </p>
      <p>{line}</p>
      <p class="meta">
        <span>{t("paper-headcount", { n: paper.present })}</span>
        <span>
          {t("paper-entered-by")} <PersonName of={paper.chair} />, <Time at={paper.at} />
        </span>
        <span>{t("paper-signed", { n: signed, of: paper.tellers.length })}</span>
      </p>
      {signed < paper.tellers.length && (
        <p class="small soft">
          {t("paper-missing")}{" "}
          {paper.tellers
            .filter((k) => !k.signed)
            .map((k, n) => (
              <span key={k.person.id}>
                {n > 0 && ", "}
                <PersonName of={k.person} />
              </span>
            ))}
        </p>
      )}
      {paper.decided && <Decided paper={paper} decided={paper.decided} base={page.base} />}
      {paper.sign.yes && (
        <ActButton
          act="paper.sign"
          body={page.reader.body}
          next={`${page.base}/meetings/${view.id}#on-paper`}
          submit={t("paper-sign-do")}
          warning={t("paper-sign-warning")}
          of={{ vote: paper.id }}
          now
        />
      )}
    </li>
  );
}

/** What its last signature decided: how it came out, whether and from when it is in force, and the vote itself. */
function Decided({
  paper,
  decided,
  base,
}: {
  paper: PaperShown;
  decided: NonNullable<PaperShown["decided"]>;
  base: string;
}) {
  const { t } = useSay();
  const { outcome, election, elected, stage, from } = decided;
  const names = elected.map((p) => p.name ?? "").join(", ");
  return (
    <p>
      <b>
        {elected.length > 0 ? t("election-elected", { names }) : t(`outcome-${election ? "election-" : ""}${outcome}`)}
      </b>{" "}
      {stage && <ForceTag line={{ stage }} />}{" "}
      {from !== undefined && (stage === "waits" || stage === "in-force") && (
        <>
          {t(stage === "waits" ? "force-until" : "force-since")} <Time at={from} />.{" "}
        </>
      )}
      <a href={`${base}/votes/${paper.id}`}>{t("vote-see")}</a>
    </p>
  );
}
