/** Putting to all what a meeting decided or refused (B-9), and calling the vote of all (B-10). */
import { ActForm, FoldedAct, Hidden, useSay } from "@nabat/ui";
import type { DecisionShown } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { ClosesField, ModeField, NamedTeller, TellerFields, type VoteSetting } from "../votes/calling.tsx";

/** Asking that all vote on it. */
export function PutToAll({ page, decision, next }: { page: BodyPage; decision: DecisionShown; next: string }) {
  const { t } = useSay();
  const { put } = decision;
  if (!put || !decision.you.put) return null;
  return (
    <FoldedAct
      foldId="put"
      title={t("put-do")}
      says={`${t(decision.lost ? "put-what-lost" : "put-what", { needed: put.needed, has: put.has })}${put.before ? ` ${t("put-before")}` : ""}`}
      quiet
      act="put.all"
      body={page.reader.body}
      next={next}
      submit={t("put-do")}
      warning={t("put-warning")}
      of={{ result: decision.id }}
    />
  );
}

/** The vote over days on what was put to all (B-10). */
export function CallAgain({
  page,
  decision,
  call,
  setting,
}: {
  page: BodyPage;
  decision: DecisionShown;
  call: NonNullable<DecisionShown["you"]["call"]>;
  setting: VoteSetting;
}) {
  const { t } = useSay();
  return (
    <details id="call-again" open>
      <summary>{t("put-call-do")}</summary>
      <ActForm
        act="vote.open"
        body={page.reader.body}
        next={`${page.base}/votes/{id}`}
        submit={t("put-call-do")}
        warning={t(`put-call-warning${decision.lost ? "-lost" : decision.subject === "election" ? "-election" : ""}`)}
        data={{ zone: page.facts.zone }}
      >
        <Hidden name={decision.subject === "election" ? "election" : "motion"} value={decision.on} />
        <Hidden name="version" value={call.version} />
        <Hidden name="again" value={decision.id} />
        <ModeField modes={call.modes} />
        <ClosesField setting={setting} />
        {call.modes.includes("count") ? (
          <NamedTeller setting={setting} not={call.not} />
        ) : (
          call.modes.some((m) => m !== "name") && <TellerFields roll={setting.roll} not={call.not} />
        )}
      </ActForm>
    </details>
  );
}
