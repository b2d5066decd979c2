/** The page of a guest or an applicant for members: who they are, what they said, still for a day, the end of their stay (N-8, N-9). */
import { mayVouch, standing } from "@nabat/body";
import { isMemberId } from "@nabat/kernel";
import { ActButton, Day, Facts, Meta, Notice, People, PersonName, Time, useSay, Words } from "@nabat/ui";
import { guestView, type GuestView, mayReadGuest } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, recordOnly, show } from "../frame.tsx";
import { StayEnded } from "./stay.tsx";

export function guestPage(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/guests/:id", (c) =>
    membersPage(c, deps, async (own) => {
      const id = c.req.param("id");
      if (!isMemberId(id)) return notFound(c, deps, "thing");
      const see = async (page: BodyPage) => {
        const view = await guestView(page.reader, id);
        if (!view) return notFound(c, deps, "thing");
        return show(
          page,
          { title: view.person.name ?? page.say.t("person-unnamed"), tab: "members", islands: ["sign"] },
          <Guest page={page} view={view} />,
        );
      };
      return mayReadGuest(own.reader, id) ? see(own) : recordOnly(c, deps, see);
    }),
  );
}

function Guest({ page, view }: { page: BodyPage; view: GuestView }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <div class="read">
      <h1>
        <PersonName of={view.person} />
      </h1>
      <Facts
        rows={[
          [t("member-joined"), <Day at={view.joined} />],
          [t("member-invited-by"), view.invitedBy && <PersonName of={view.invitedBy} />],
          [
            t("guest-stilled"),
            view.stilled?.now && (
              <>
                <Time at={view.stilled.until} />. {t("guest-stilled-by")} <People of={view.stilled.by} />.
              </>
            ),
          ],
        ]}
      />
      {view.stay && (
        <Notice title={t("stay-ended")}>
          <StayEnded stay={view.stay} />
          <p>
            <a href={`${base}/motions/${view.stay.motion}`}>{t("stay-decision")}</a>
          </p>
        </Notice>
      )}
      <Welcome page={page} view={view} />
      {view.you.appeal && (
        <p>
          <a href={`${base}/by-card?member=${view.person.id}#appeal`}>{t("by-card-appeal")}</a>
        </p>
      )}
      <Still page={page} view={view} />
      {view.you.end && (
        <section>
          <h2>{t("stay-end")}</h2>
          <p>{t("stay-end-what")}</p>
          <p>
            <a class="btn" href={`${base}/motions/new?subject=guest-stay&member=${view.person.id}`}>
              {t("stay-end-move")}
            </a>
          </p>
        </section>
      )}
      {view.you.back && (
        <p>
          <a class="btn" href={`${base}/motions/new?subject=stay-again&member=${view.person.id}`}>
            {t("stay-back-move")}
          </a>
        </p>
      )}
      <section>
        <h2>{t("guest-said")}</h2>
        {view.remarks.length === 0 && <p class="soft">{t("guest-said-nothing")}</p>}
        {view.remarks.map((r) => (
          <article class="remark" key={r.id}>
            <Meta>
              <Time at={r.at} />
            </Meta>
            <Words of={r.text} block />
          </article>
        ))}
      </section>
    </div>
  );
}

/** What one can do so that they become a member, before what silences them. */
function Welcome({ page, view }: { page: BodyPage; view: GuestView }) {
  const { t } = useSay();
  const { reader, base } = page;
  const { member } = reader.viewer;
  if (view.stay || member === undefined || reader.viewer.standing !== "member") return null;
  const { id } = view.person;
  const vouches =
    mayVouch(reader.state, id, member, reader.now).ok && standing(reader.state, id, reader.now) === "applicant";
  return (
    <section>
      <h2>{t("guest-welcome")}</h2>
      <p>
        {t("guest-welcome-what")} <a href={`${base}/newcomers`}>{t("guest-welcome-newcomers")}</a>
      </p>
      {vouches && (
        <ActButton
          act="vouch"
          body={reader.body}
          next={`${base}/guests/${id}`}
          submit={t("vouch-do")}
          warning={t("vouch-warning")}
          of={{ member: id }}
        />
      )}
    </section>
  );
}

/** Two members have a guest be still for a day, once: the first asks, another confirms. */
function Still({ page, view }: { page: BodyPage; view: GuestView }) {
  const { t } = useSay();
  const { reader, base } = page;
  const next = `${base}/guests/${view.person.id}`;
  if (reader.viewer.standing !== "member" || (!view.you.still && !view.asked)) return null;
  return (
    <section>
      <h2>{t("guest-still")}</h2>
      <p>{t("guest-still-what")}</p>
      {view.asked && (
        <p>
          {t("guest-still-asked")} <PersonName of={view.asked.by} />.
        </p>
      )}
      {view.asked?.yours && <p class="soft">{t("pending-signed")}</p>}
      {view.you.confirm && view.asked && (
        <ActButton
          act="cosign"
          body={reader.body}
          next={next}
          submit={t("guest-still-confirm")}
          warning={t("guest-still-warning")}
          of={{ of: view.asked.id }}
        />
      )}
      {view.you.still && (
        <ActButton
          quiet
          act="guest.still"
          body={reader.body}
          next={next}
          submit={t("guest-still-do")}
          warning={t("guest-still-warning")}
          of={{ member: view.person.id }}
        />
      )}
    </section>
  );
}
