/** A body's home: what needs you, what is open, what was decided, where it comes from. */
import { Day, Facts, Notice, PersonName, Time, useSay, useSigns, Words } from "@nabat/ui";
import {
  type BodyFacts,
  type BodyView,
  bodyView,
  type CameBack,
  cameBackHere,
  deviceNow,
  type OverKeysLine,
  overKeysView,
  stilledNow,
} from "@nabat/views";
import type { Hono } from "hono";
import type { VNode } from "preact";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show, stayIsOver } from "../frame.tsx";
import { DecisionItem } from "../binding/list.tsx";
import { Needs, NextMeeting, Provisional } from "./needs.tsx";
import { Open } from "./open.tsx";
import { MotionItem } from "../motions/motion-item.tsx";
import { RecordLink } from "../record-link.tsx";
import { CameBackNotice } from "../keys/came-back.tsx";
import { DeviceHere } from "../keys/device-here.tsx";
import { OverKeys } from "../keys/over-keys.tsx";
import { type Stilled, StilledHere } from "../voice/stilled.tsx";
import { SittingItem } from "../sittings/sitting-item.tsx";

export function bodyHome(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body", (c) =>
    bodyPage(c, deps, async (page) => {
      const view = await bodyView(page.reader);
      const back = view.mayRead ? await cameBackHere(page.reader) : undefined;
      const content = view.mayRead ? (
        <Home
          view={view}
          page={page}
          stilled={await stilledNow(page.reader)}
          keys={{ back, over: await overKeysView(page.reader) }}
        />
      ) : (
        <PublicHome view={view} page={page} over={stayIsOver(page)} />
      );
      const looks = view.mayRead && view.needs.some((n) => n.what === "number");
      const islands = [...(looks ? ["own-number"] : []), ...(back ? ["sign"] : []), "live"];
      return show(page, { title: page.say.t("home-title"), tab: "home", islands }, content);
    }),
  );
}

function PublicHome({ view, page, over }: { view: BodyFacts; page: BodyPage; over: boolean }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <div class="read">
      <h1>
        <Words of={view.name} />
      </h1>
      {view.purpose.text !== undefined && <p class="lead text">{view.purpose.text}</p>}
      {over && (
        <Notice tone="needs" title={t("stay-mine")}>
          <p>
            <a href={`${base}/stay`}>{t("stay-mine-see")}</a>
          </p>
        </Notice>
      )}
      <DeviceHere page={page} />
      <PublicFacts view={view} base={base} />
      <Notice title={t("home-stranger")}>
        {deviceNow(page.reader) === undefined && (
          <>
            <p>{t("home-stranger-what")}</p>
            <p>
              <a href={`${base}/lost`}>{t("lost-way")}</a>
            </p>
          </>
        )}
        <p>
          <a href={`${base}/rules`}>{t("home-rules")}</a>
        </p>
      </Notice>
    </div>
  );
}

function PublicFacts({ view, base }: { view: BodyFacts; base: string }) {
  const { t } = useSay();
  return (
    <Facts
      rows={[
        [t("home-kind"), t(`body-type-${view.type}`)],
        [t("home-founded"), <Day at={view.founded} />],
        [t("home-phase"), t(`phase-${view.phase}`)],
        [
          t("home-record"),
          <>
            <a href={`${base}/record`}>{t("home-entries", { count: view.size })}</a>.{" "}
            {view.witnesses > 0 ? t("home-witnesses", { count: view.witnesses }) : t("home-no-witnesses")}
          </>,
        ],
      ]}
    />
  );
}

function Home({
  view,
  page,
  stilled,
  keys,
}: {
  view: BodyView;
  page: BodyPage;
  stilled?: Stilled;
  /** What is told of one's own keys before all else. */
  keys: { readonly back: CameBack | undefined; readonly over: readonly OverKeysLine[] };
}) {
  const { t, day } = useSay();
  const signs = useSigns();
  const { base } = page;
  return (
    <>
      <div class="read">
        <h1>
          <Words of={view.name} />
        </h1>
        {view.purpose.text !== undefined && <p class="lead text">{view.purpose.text}</p>}
        {view.you.standing !== "stranger" && (
          <p class="meta">
            <span>{view.you.name === undefined ? t("home-you-unnamed") : t("home-you", { name: view.you.name })}</span>
            <span>
              {view.you.standing === "applicant" && view.you.since !== undefined
                ? t("standing-applicant-from", { when: day(view.you.since) })
                : t(`standing-${view.you.standing}`)}
            </span>
          </p>
        )}
      </div>
      {view.phase === "provisional" && <Provisional view={view} base={base} />}
      {view.meeting && <NextMeeting meeting={view.meeting} base={base} />}
      {stilled && <StilledHere stilled={stilled} />}
      {keys.back && <CameBackNotice page={page} back={keys.back} next={base} />}
      <OverKeys page={page} over={keys.over} />
      <DeviceHere page={page} />
      <Needs view={view} base={base} />
      {view.sittings.length > 0 && (
        <section>
          <h2>{t("home-sitting-now")}</h2>
          <ul class="ledger">
            {view.sittings.map((s) => (
              <SittingItem key={s.id} line={s} base={base} />
            ))}
          </ul>
        </section>
      )}
      {view.phase === "adopted" && <Open view={view} base={base} />}
      {view.waiting.length > 0 && (
        <section>
          <h2>{t("decisions-wait")}</h2>
          <ul class="ledger">
            {view.waiting.map((d) => (
              <DecisionItem key={d.id} line={d} base={base} />
            ))}
          </ul>
          <p class="links">
            <a href={`${base}/decisions`}>{t("decisions-all")}</a>
          </p>
        </section>
      )}
      {view.decided.length > 0 && (
        <section>
          <h2>{t("home-decided")}</h2>
          <ul class="ledger">
            {view.decided.map((m) => (
              <MotionItem key={m.id} line={m} base={base} />
            ))}
          </ul>
          <p class="links">
            <a href={`${base}/motions`}>{t("home-decided-all")}</a>
            <a href={`${base}/decisions`}>{t("decisions-all")}</a>
          </p>
        </section>
      )}
      <section>
        <h2>{t("home-who")}</h2>
        <Facts
          rows={[
            ...view.offices.map((o): readonly [string, VNode] => [
              o.title.text ?? t("offices"),
              <a href={`${base}/elections/${o.id}`}>
                <PersonName of={o.holder} />{" "}
                <span class="soft">
                  {t("office-until")} <Day at={o.until} />
                </span>
              </a>,
            ]),
            [
              t("home-offices"),
              view.offices.length === 0 && view.phase === "adopted" ? (
                <a href={`${base}/elections`}>{t("home-offices-none")}</a>
              ) : undefined,
            ],
            [
              t("home-members"),
              <RecordLink page={page} to="/members" plain>
                {t("home-members-count", { count: view.members, guests: view.guests })}
              </RecordLink>,
            ],
            [
              t("home-voters"),
              view.members > view.roll ? (
                <RecordLink page={page} to="/newcomers" plain>
                  {t("members-voting", { roll: view.roll, waiting: view.members - view.roll })}
                </RecordLink>
              ) : undefined,
            ],
            [
              t("home-from"),
              <>
                {t("home-founded-by")} <PersonName of={view.founder} />, <Day at={view.founded} />.{" "}
                <RecordLink page={page} to="/chain">
                  {t("home-chain")}
                </RecordLink>
              </>,
            ],
            [
              t("home-record"),
              <>
                <RecordLink page={page} to="/entries" plain>
                  {t("home-entries", { count: view.size })}
                </RecordLink>
                , {t("home-last")} <Time at={view.at} />.{" "}
                {view.witnesses > 0 ? t("home-witnesses", { count: view.witnesses }) : t("home-no-witnesses")}
              </>,
            ],
            [t("tab-rules"), <a href={`${base}/rules`}>{t("home-rules")}</a>],
            [t("home-accounts"), <a href={`${base}/accounts`}>{t("home-accounts-what")}</a>],
          ]}
        />
        {view.children.length > 0 && (
          <>
            <h3>{t("home-children")}</h3>
            <ul class="ledger">
              {view.children.map((child) => (
                <li key={child.body}>
                  <a class="title" href={`/b/${child.body}`}>
                    <Words of={child.name} />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {view.you.standing === "member" && !signs("invite", { as: "guest" }) && (
          <p class="row">
            <a class="btn" href={`${base}/invite`}>
              {t("invite-title")}
            </a>
          </p>
        )}
      </section>
    </>
  );
}
