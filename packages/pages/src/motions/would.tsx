/** What a motion would do if it is carried, beyond its text. */
import { mayNameChild } from "@nabat/body";
import type { MemberId } from "@nabat/kernel";
import { ActForm, Field, Hidden, Notice, People, PersonName, Time, useSay, Words } from "@nabat/ui";
import type { Would as Shown } from "@nabat/views";
import { type BodyPage, told } from "../frame.tsx";
import { RecordLink } from "../record-link.tsx";
import { ChangeNeeds, RuleChanges } from "../statutes/rule-words.tsx";

/** A carried decision to establish another group, not yet used: whoever is to do it founds it from here (F-10, F-11). */
function MayBeFounded({ page, motion, type }: { page: BodyPage; motion: string; type: string }) {
  const say = useSay();
  const { t } = say;
  const { body, state, viewer } = page.reader;
  // Nobody founds on what isn't in force yet (B-8, F-11).
  const found = [...state.founding.mayEstablish].find(
    ([, may]) => may.motion === motion && may.from <= page.reader.now,
  );
  if (!found || viewer.standing !== "member") return null;
  const [result] = found;
  const names = mayNameChild(state, result, viewer.member ?? ("" as MemberId), page.reader.now);
  // Who founds it for the mover has its number named by them (F-11).
  if (!names.ok) return <p class="soft">{told(say, names)}</p>;
  return (
    <>
      <p>
        <a class="btn" href={`/found?mother=${body}&result=${result}&type=${type}`}>
          {t("establish-found")}
        </a>
      </p>
      <ActForm act="established" body={body} next={page.base} submit={t("establish-enter")}>
        <Hidden name="result" value={result} />
        <Field name="body" label={t("establish-which")} hint={t("establish-which-hint")} required maxLength={64} />
      </ActForm>
    </>
  );
}

/** A motion as far as what it does goes; `here`: this is its own page. */
export interface WouldOf {
  readonly id: string;
  readonly would: Shown;
  readonly discussed: boolean;
  readonly here?: boolean;
  readonly level?: 2 | 3;
}

/** For an ordinary text nothing: people do it. For anything else the same wherever one votes on it as on its page. */
export function Would({ page, of }: { page: BodyPage; of: WouldOf }) {
  const { t } = useSay();
  const { would, here = false, level = 2 } = of;
  if (would.subject === "text" || would.subject === "amendment" || would.subject === "procedure") return null;
  return (
    <Notice title={t("would")} level={level}>
      {would.office && (
        <>
          <p>
            {t("would-end-office")}{" "}
            <a href={`${page.base}/elections/${would.office.id}`}>
              <Words of={would.office.title} />
            </a>
            , {t("would-end-office-held")} <PersonName of={would.member} />.
          </p>
          <p class="soft">{t("end-office-secret")}</p>
        </>
      )}
      {would.member && !would.office && (
        <p>
          {t(`would-${would.subject}`)} <PersonName of={would.member} />
          {would.before && (
            <>
              , {t("would-keys-before")} <People of={would.before} />
            </>
          )}
          .{" "}
          {would.mark && (
            <>
              {t("new-keys-mark")} <code>{would.mark}</code>.{" "}
            </>
          )}
          {would.ground ? (
            <>
              {t("stay-ground")}
              {t("colon")}
              {t(`stay-ground-${would.ground}`)}.
            </>
          ) : (
            <RecordLink
              page={page}
              to={would.subject === "keys" ? "/new-keys" : `/members#${would.member.id.slice(0, 12)}`}
            >
              {t(would.subject === "keys" ? "new-keys-title" : "tab-members")}
            </RecordLink>
          )}
        </p>
      )}
      {would.contest && (
        <>
          <p>
            {t("contest-ground")}
            {t("colon")}
            {t(`contest-ground-${would.contest.ground}`)}. {t(`contest-ground-${would.contest.ground}-what`)}
          </p>
          <p class="soft">{t("contest-what")}</p>
          <p>
            {would.contest.heard === undefined ? (
              <>
                {t("contest-not-heard")} <Time at={would.contest.from} />.
              </>
            ) : (
              <a href={here ? "#remarks" : `${page.base}/motions/${of.id}#remarks`}>{t("contest-heard")}</a>
            )}
          </p>
        </>
      )}
      {would.door && (
        <>
          <p>
            {t("would-door", { places: would.door.places })} <Time at={would.door.until} />.
          </p>
          <p class="soft">{t("door-what")}</p>
          {would.door.waiting > 0 && (
            <p>
              <RecordLink page={page} to="/newcomers" plain>
                {t("door-waiting", { n: would.door.waiting })}
              </RecordLink>
            </p>
          )}
        </>
      )}
      {would.body && (
        <p>{t("would-establish", { type: t(`body-type-${would.body.type}`), seats: would.body.seats })}</p>
      )}
      {would.body?.founder && (
        <p>
          {t("would-founded-by")} <PersonName of={would.body.founder} />.
        </p>
      )}
      {would.body && here && <MayBeFounded page={page} motion={of.id} type={would.body.type} />}
      {would.copy && (
        <p>
          {t("would-copy")} <code>{would.copy}</code>
        </p>
      )}
      {would.erases && (
        <p>{t("would-erasure", { count: would.erases.count, ground: t(`ground-${would.erases.ground}`) })}</p>
      )}
      {would.restores !== undefined && <p>{t("would-restore", { count: would.restores })}</p>}
      {would.rules && <RuleChanges changes={would.rules} />}
      {would.needs && of.discussed && <ChangeNeeds needs={would.needs} />}
    </Notice>
  );
}
