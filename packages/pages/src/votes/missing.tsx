/** A number that is missing in a list: saying so, what it leads to, and counting once more (V-58 to V-60). */
import { ActButton, ActForm, Facts, Hidden, Notice, People, Select, useSay } from "@nabat/ui";
import type { CountingShown, RecountShown, VoteView } from "@nabat/views";
import { peopleToChoose } from "../form-values.ts";
import type { WorkProps } from "./position.tsx";

export interface CountingProps extends WorkProps {
  readonly counting: CountingShown;
}

/** What of a vote a list is held against, by whoever looks. */
export function heldAgainst(view: VoteView): object {
  const { castCount, ballot, seats, rule } = view;
  return { castCount, ballot: ballot?.map((b) => ({ key: b.key, member: b.person.id })), seats, rule };
}

function lotFacts({ offered, needed, of, revealed }: NonNullable<RecountShown["lot"]>): Record<string, number> {
  return { offered, needed, of, revealed };
}

/** Saying that one's number is missing, and before that what it leads to. */
export function Missing({ page, view, next, counting }: CountingProps) {
  const { t } = useSay();
  const leads = counting.you.missLeads;
  const grave = leads && ["void", "void-anyway", "many", "lists"].includes(leads.to);
  return (
    <details id="number-missing">
      <summary>{t("telling-missing")}</summary>
      <p class="read">{t("telling-missing-what")}</p>
      {leads && (
        <Notice tone={grave ? "warn" : "plain"} title={t("telling-leads")} level={3}>
          <p>{t(`telling-leads-${leads.to}`, { offered: leads.offered, needed: leads.needed })}</p>
        </Notice>
      )}
      <ActForm
        act="number.missing"
        body={page.reader.body}
        next={next}
        submit={t("telling-missing-do")}
        warning={t("telling-missing-warning")}
      >
        <Hidden name="vote" value={view.id} />
        <Select
          name="teller"
          label={t("telling-missing-in")}
          options={peopleToChoose(counting.lists.flatMap((l) => l.tellers))}
          id="missing-in"
        />
      </ActForm>
    </details>
  );
}

/** Counting once more: who is drawn, or why nobody is yet, and what those who missed a number and those drawn do. */
export function Again({ page, view, next, counting }: CountingProps) {
  const say = useSay();
  const { t } = say;
  const { again, you, fate, until } = counting;
  if (!again) return null;
  const body = page.reader.body;
  return (
    <>
      <h3>{t("telling-again")}</h3>
      <p class="read">{t("telling-again-what", { n: again.of })}</p>
      {again.lot && fate === "contested" && until !== undefined && (
        <p class="read">
          {t(again.lot.enough ? "telling-again-lot" : "telling-again-few", {
            ...lotFacts(again.lot),
            when: say.date(until),
          })}
        </p>
      )}
      {again.drawn.length > 0 && (
        <>
          <Facts rows={[[t("telling-again-drawn"), <People of={again.drawn} />]]} />
          <p class="read">
            {t("telling-again-opened", { opened: again.opened, of: again.of })}{" "}
            {fate === "contested" && until !== undefined && t("telling-again-until", { when: say.date(until) })}
          </p>
        </>
      )}
      {again.said.map(({ by, upheld }) => (
        <p key={by.id}>{t("telling-again-said", { name: by.name ?? "", n: upheld, of: again.opened })}</p>
      ))}
      {you.openAgain && (
        <ActButton
          act="opening.again"
          body={body}
          next={next}
          submit={t("telling-open-again")}
          warning={t("telling-open-again-what")}
          of={{ vote: view.id }}
          data={{ special: "opening.again", tellers: JSON.stringify(again.boxes) }}
        />
      )}
      {you.recount && (
        <ActButton
          act="recount"
          body={body}
          next={next}
          submit={t("telling-recount-do")}
          warning={t("telling-recount-what")}
          of={{ vote: view.id }}
          data={{
            special: "recount",
            file: again.file,
            hash: again.list,
            counts: JSON.stringify(again.counts),
            of: JSON.stringify(heldAgainst(view)),
            complaints: JSON.stringify(again.complaints ?? []),
          }}
        />
      )}
    </>
  );
}
