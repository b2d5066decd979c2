/** What is open on a body's home: votes, and what is under discussion. Before the adoption there is only the founding: see `Provisional`. */
import { Empty, Meta, Tag, Time, useSay, useSigns, Words } from "@nabat/ui";
import type { BodyView, VoteLine } from "@nabat/views";
import { MotionItem } from "../motions/motion-item.tsx";

export function Open({ view, base }: { view: BodyView; base: string }) {
  const { t } = useSay();
  const member = view.you.standing === "member" && !useSigns()("move");
  const first = view.decided.length === 0 && view.waiting.length === 0;
  return (
    <section>
      <h2>{t("home-open")}</h2>
      {view.open.length === 0 && view.openVotes.length === 0 ? (
        <Empty href={member ? `${base}/motions/new` : undefined} step={t(first ? "motions-first" : "motions-new")}>
          {t("home-open-none")}
        </Empty>
      ) : (
        <>
          <ul class="ledger">
            {view.openVotes.map((v) => (
              <OpenVote key={v.id} vote={v} base={base} />
            ))}
            {view.open.map((m) => (
              <MotionItem key={m.id} line={m} base={base} />
            ))}
          </ul>
          <p class="row">
            {view.openTotal > view.open.length && (
              <a class="btn" href={`${base}/motions?status=open`}>
                {t("home-open-all", { count: view.openTotal })}
              </a>
            )}
            {member && (
              <a class="btn" href={`${base}/motions/new`}>
                {t("motions-new")}
              </a>
            )}
          </p>
        </>
      )}
    </section>
  );
}

/** A vote to which no open motion leads: of an election, or on what was put to all. */
function OpenVote({ vote, base }: { vote: VoteLine; base: string }) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={`${base}/votes/${vote.id}`}>
        <Words of={vote.title} />
      </a>
      <Meta>
        <Tag kind="open">{t(vote.status === "called" ? "status-called" : "status-voting")}</Tag>
        {vote.again !== undefined && t("motion-vote-all")}
        {vote.election !== undefined && t("decisions-election")}
        {vote.closes !== undefined && (
          <>
            {t("closes")} <Time at={vote.closes} />
          </>
        )}
      </Meta>
    </li>
  );
}
