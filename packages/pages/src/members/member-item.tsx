/** One of the roll: since when, by whom, what their vote waits for, and what the viewer can do for them (M-5 to M-9). */
import { ActButton, Day, Meta, PersonName, useSay, Words } from "@nabat/ui";
import type { MemberLine } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { Waits } from "./waits.tsx";

/** `asked`: the day as of which the roll is looked at, if any. */
export function MemberItem({
  page,
  line: m,
  asked,
}: {
  page: BodyPage;
  line: MemberLine;
  asked: { readonly on?: string };
}) {
  const { t } = useSay();
  const { base } = page;
  return (
    <li id={m.id.slice(0, 12)}>
      <span class="title">
        {m.standing === "guest" || m.standing === "applicant" || m.stayEnded ? (
          <a href={`${base}/guests/${m.id}`}>
            <Words of={m.name} />
          </a>
        ) : (
          <Words of={m.name} />
        )}
        {m.you && ` (${t("person-you")})`}
      </span>
      <Meta>
        {m.standing === "applicant" && m.since !== undefined ? (
          <>
            {t("member-member-from")} <Day at={m.since} />
          </>
        ) : (
          (m.standing !== "member" || asked.on !== undefined) &&
          t(`standing-short-${m.stayEnded ? "sent-away" : m.standing}`)
        )}
        <>
          {t("member-joined")} <Day at={m.joined} />
        </>
        {m.left !== undefined && (
          <>
            {t("member-left")} <Day at={m.left} />
          </>
        )}
        {m.standing === "member" && m.votesFrom !== undefined && m.votesFrom > page.reader.now && (
          <>
            {t("member-votes-from")} <Day at={m.votesFrom} />
          </>
        )}
        {m.standing === "member" && m.votesFrom === undefined && m.waits.length > 0 && <Waits waits={m.waits} />}
        {m.card && !m.confirmedBy && t(m.toConfirm ? "member-card-waits" : "member-card")}
        {m.card && m.confirmedBy && (
          <>
            {t("member-card-confirmed")} <PersonName of={m.confirmedBy} />
          </>
        )}
        {m.card && <a href={`${base}/entries?kind=vote.card`}>{t("member-card-entered")}</a>}
        {m.card && m.standing !== "left" && page.reader.viewer.standing === "member" && (
          <a href={`${base}/by-card?member=${m.id}`}>{t("member-card-leaves")}</a>
        )}
        {m.backByCard !== undefined && (
          <a href={`${base}/by-card?member=${m.id}#back`}>
            {t("member-card-back")} <Day at={m.backByCard} />
          </a>
        )}
        {m.invitedBy && (
          <>
            {t("member-invited-by")} <PersonName of={m.invitedBy} />
          </>
        )}
        {m.sponsor && m.sponsor.id !== m.invitedBy?.id && (
          <>
            {t("newcomer-sponsors")} <PersonName of={m.sponsor} />
          </>
        )}
        {m.rests !== undefined && (
          <>
            {t(m.rests <= page.reader.now ? "member-rests" : "member-would-rest")} <Day at={m.rests} />
          </>
        )}
        {m.rests === undefined && m.asked !== undefined && (
          <>
            {t("member-asked")} <Day at={m.asked} />
          </>
        )}
        {m.vouchers.length > 0 && t("member-vouched", { names: m.vouchers.map((v) => v.name ?? "…").join(", ") })}
        <a href={`${base}/entries/${m.act}`}>{t("by-which-right")}</a>
      </Meta>
      {m.you && m.asked !== undefined && (
        <ActButton
          act="rest.here"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("rest-here-do")}
          warning={t("rest-here-warning")}
          of={{}}
        />
      )}
      {m.mayAsk && (
        <ActButton
          quiet
          act="rest.ask"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("rest-ask-do")}
          warning={t("rest-ask-warning")}
          of={{ member: m.id }}
        />
      )}
      {m.mayVouch && (
        <ActButton
          quiet
          act="vouch"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("vouch-do")}
          warning={t("vouch-warning")}
          of={{ member: m.id }}
        />
      )}
    </li>
  );
}
