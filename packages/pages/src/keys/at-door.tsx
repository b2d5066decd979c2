/** The door of a meeting: two elected tellers give new keys and cards to who stands before them (K-11, K-17, M-13). */
import { Empty, Facts, People, PersonName, useSay } from "@nabat/ui";
import type { ActId } from "@nabat/kernel";
import {
  cardsToConfirm,
  type CardToConfirm,
  doorView,
  type DoorView,
  type NewKeysLine,
  newKeysView,
  type PendingLine,
  pendingView,
} from "@nabat/views";
import type { Hono } from "hono";
import type { ComponentChildren } from "preact";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, notFound, recordOnly, show, told } from "../frame.tsx";
import { NewcomerCard } from "../members/door.tsx";
import { AnotherCard, AskForm } from "./ask.tsx";
import { NewKeysItem } from "./new-keys.tsx";
import { Pending } from "./pending.tsx";

export function doorPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}/door", (c) =>
    recordOnly(c, deps, async (page) => {
      const sitting = c.req.param("id") as ActId;
      const view = await doorView(page.reader, sitting);
      if (!page.reader.state.sittings.sittings.has(sitting)) return notFound(c, deps, "thing");
      const { items } = await newKeysView(page.reader, { limit: 200 });
      const here = items.filter((k) => k.sitting === sitting);
      const waiting = here.filter((k) => k.stage === "waits");
      const given = here.filter((k) => k.stage === "coming" || k.stage === "terms");
      return show(
        page,
        { title: page.say.t("at-door-title"), tab: "sittings", islands: ["sign", "card"] },
        <Door
          page={page}
          sitting={sitting}
          view={view}
          waiting={waiting}
          given={given}
          cards={{
            pending: (await pendingView(page.reader, deps.sha256)).filter((p) => p.kind === "card"),
            third: await cardsToConfirm(page.reader),
          }}
        />,
      );
    }),
  );
}

function Door({
  page,
  sitting,
  view,
  waiting,
  given,
  cards: made,
}: {
  page: BodyPage;
  sitting: ActId;
  view: DoorView | undefined;
  waiting: readonly NewKeysLine[];
  given: readonly NewKeysLine[];
  /** Newcomers' cards: those that wait for the other teller, and for a third (M-13, M-28). */
  cards: { readonly pending: readonly PendingLine[]; readonly third: readonly CardToConfirm[] };
}) {
  const say = useSay();
  const { t } = say;
  const here = `${page.base}/sittings/${sitting}/door`;
  const back = `${page.base}/sittings/${sitting}`;
  if (!view)
    return (
      <div class="read">
        <h1>{t("at-door-title")}</h1>
        <Empty href={back} step={t("at-door-back")}>
          {t("at-door-none")}
        </Empty>
      </div>
    );
  const cards = view.people.filter((p) => p.card);
  return (
    <div class="read">
      <h1>{t("at-door-title")}</h1>
      <p class="lead">{t("at-door-lead")}</p>
      <Facts
        rows={[
          [t("at-door-tellers"), <People of={view.tellers} />],
          [t("at-door-places"), t("at-door-places-left", { left: view.left, most: view.most })],
          [t("at-door-named"), view.named.length > 0 ? <People of={view.named} /> : t("at-door-named-none")],
        ]}
      />
      {waiting.length > 0 && (
        <section>
          <h2>{t("pending-title")}</h2>
          <ul class="ledger">
            {waiting.map((k) => (
              <NewKeysItem key={k.id} page={page} line={k} next={here} main />
            ))}
          </ul>
        </section>
      )}
      <Pending page={page} pending={made.pending} next={here} />
      {made.third.length > 0 && (
        <section>
          <h2>{t("confirm-title")}</h2>
          <p>
            {t("at-door-third")} <People of={made.third.map((c) => c.person)} />.{" "}
            <a href={`${page.base}/members#confirm`}>{t("tab-members")}</a>
          </p>
        </section>
      )}
      {given.length > 0 && (
        <section>
          <h2>{t("at-door-given")}</h2>
          <p>{t("at-door-given-what")}</p>
          <ul class="ledger">
            {given.map((k) => (
              <li key={k.id}>
                <a class="title" href={`${page.base}/new-keys#${k.id.slice(0, 12)}`}>
                  {t(`new-keys-${k.what}`)} <PersonName of={k.person} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.decides.map((d) => (
        <p key={d.motion} class="notice">
          {t("at-door-decides")} <PersonName of={d.person} />.{" "}
          <a href={`${page.base}/motions/${d.motion}`}>{t("at-door-decides-see")}</a>
        </p>
      ))}
      {!view.you && <p>{t("at-door-not-you")}</p>}
      {view.you && view.people.length === 0 && (
        <Empty href={`${page.base}/new-keys`} step={t("new-keys-title")}>
          {t("at-door-full")}
        </Empty>
      )}
      {view.you && view.people.length > 0 && (
        <section>
          <h2>{t("at-door-give")}</h2>
          <Folded when={waiting.some((k) => k.you.yes)} title={t("at-door-give-other")}>
            <p>{t("at-door-give-what")}</p>
            <AskForm page={page} people={view.people} next={here} of={{ sitting }} now />
            <p class="small soft">{t("at-door-missing")}</p>
          </Folded>
          {cards.length > 0 && <AnotherCard page={page} people={cards} next={here} sitting={sitting} />}
          <p class="small">
            <a href={`${page.base}/new-keys/ask?two`}>{t("at-door-not-here")}</a>
          </p>
        </section>
      )}
      {view.not.length > 0 && (
        <details open={view.people.length === 0}>
          <summary>{t("at-door-cant")}</summary>
          <ul class="ledger">
            {view.not.map(({ person, why, motion }) => (
              <li key={person.id}>
                <span class="title">
                  <PersonName of={person} />
                </span>
                <p class="small">{told(say, why)}</p>
                {motion && (
                  <p class="small">
                    {t("at-door-cant-motion")} <a href={`${page.base}/motions/${motion}`}>{t("at-door-cant-see")}</a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.you && (
        <section>
          <h2>{t("at-door-newcomer")}</h2>
          <p>{t("invite-no-phone")}</p>
          <NewcomerCard page={page} next={here} sitting={sitting} />
        </section>
      )}
      <p>
        <a href={back}>{t("at-door-back")}</a>
      </p>
    </div>
  );
}

/** Folded away while something else is first to be done here. */
function Folded({ when, title, children }: { when: boolean; title: string; children: ComponentChildren }) {
  if (!when) return <>{children}</>;
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
