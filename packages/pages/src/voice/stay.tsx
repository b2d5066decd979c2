/** For a guest whose stay was ended: on which ground, with which reasons, and how to appeal (N-8). */
import { GUEST_BYTES, STAY_APPEAL_MS } from "@nabat/body";
import { ActForm, Day, Empty, Facts, Field, useSay, Words } from "@nabat/ui";
import { type StayShown, stayShown } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, bodyPage, show } from "../frame.tsx";

export function stayPage(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/stay", (c) =>
    bodyPage(c, deps, async (page) => {
      const me = page.reader.viewer.member;
      const stay = me && (await stayShown(page.reader, me));
      const { t } = page.say;
      return show(
        page,
        { title: t(stay ? "stay-mine" : "stay-here"), islands: ["sign"] },
        <MyStay page={page} {...(stay ? { stay } : {})} />,
      );
    }),
  );
}

function MyStay({ page, stay }: { page: BodyPage; stay?: StayShown }) {
  const { t, day } = useSay();
  if (!stay)
    return (
      <div class="read">
        <h1>{t("stay-here")}</h1>
        <Empty href={page.base} step={t("closed-back")}>
          {t("stay-none")}
        </Empty>
      </div>
    );
  return (
    <div class="read">
      <h1>{t("stay-mine")}</h1>
      <p class="lead">{t("stay-mine-lead")}</p>
      <StayEnded stay={stay} own />
      {stay.appealed && <p>{t("stay-appeal-decides", { until: day(stay.until + STAY_APPEAL_MS) })}</p>}
      {!stay.appealed && page.reader.now <= stay.until && (
        <section>
          <h2>{t("stay-appeal")}</h2>
          <p>{t("stay-appeal-what")}</p>
          <ActForm act="stay.appeal" body={page.reader.body} next={`${page.base}/stay`} submit={t("stay-appeal-do")}>
            <Field
              name="text"
              label={t("stay-appeal-words")}
              hint={t("optional")}
              text="members"
              lines={6}
              maxLength={GUEST_BYTES}
            />
          </ActForm>
        </section>
      )}
    </div>
  );
}

/** What was decided, and how an appeal stands. */
export function StayEnded({ stay, own }: { stay: StayShown; own?: boolean }) {
  const { t } = useSay();
  return (
    <>
      <Facts
        rows={[
          [t("stay-ground"), t(`stay-ground-${stay.ground}`)],
          [t("stay-since"), <Day at={stay.from} />],
          [t("stay-title"), <Words of={stay.title} />],
          [t("stay-appeal-until"), stay.appealed ? undefined : <Day at={stay.until} />],
          [t("stay-appealed"), stay.appealed && <Day at={stay.appealed.at} />],
        ]}
      />
      <h3>{t("stay-reasons")}</h3>
      <Words of={stay.reasons} block />
      {stay.appealed?.words && (
        <>
          <h3>{t(own ? "stay-own-words" : "stay-their-words")}</h3>
          <Words of={stay.appealed.words} block />
        </>
      )}
    </>
  );
}
