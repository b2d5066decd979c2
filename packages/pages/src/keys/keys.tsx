/** Keys: the sheet that brings one back, the second device, ending a device, objecting to a recovery. */
import { Day, Empty, Island, Notice, Tag, useSay, useSigns, ActButton, FoldedAct } from "@nabat/ui";
import {
  type CameBack,
  cameBackHere,
  deviceNow,
  type KeysView,
  keysView,
  type OverKeysLine,
  overKeysView,
} from "@nabat/views";
import { hasVote, offers } from "@nabat/body";
import type { Hono } from "hono";
import { OfferToCount } from "../votes/counting.tsx";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show } from "../frame.tsx";
import { CameBackNotice } from "./came-back.tsx";
import { DeviceHere } from "./device-here.tsx";
import { NewKeysItem } from "./new-keys.tsx";
import { OverKeys } from "./over-keys.tsx";
import { UseSheet } from "./use-sheet.tsx";

/** What stands over what is asked for in one's name: whether it can be stopped, and whether it is over. */
function askedTitle({ askings }: KeysView): string {
  if (askings.some((k) => k.object.yes)) return "recovery-title";
  if (askings.every((k) => k.own)) return "recovery-own";
  return askings.every((k) => k.stage === "off") ? "recovery-past" : "recovery-was";
}

export function keyPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/keys", (c) =>
    bodyPage(c, deps, async (page) => {
      const me = page.reader.viewer.member;
      const view = me === undefined ? undefined : await keysView(page.reader, me);
      return show(
        page,
        { title: page.say.t("keys-title"), tab: "me", islands: ["keys", "sign"] },
        <Keys page={page} view={view} back={await cameBackHere(page.reader)} over={await overKeysView(page.reader)} />,
      );
    }),
  );
}

function Keys({
  page,
  view,
  back,
  over,
}: {
  page: BodyPage;
  view?: KeysView;
  back: CameBack | undefined;
  over: readonly OverKeysLine[];
}) {
  const { t, date } = useSay();
  const { base, reader, facts } = page;
  const signs = useSigns();
  // An ended device brings in no other and stands for nobody: it comes in anew itself.
  const ended = deviceNow(reader)?.is === "ended";
  const body = reader.body;
  const offered = reader.viewer.member !== undefined && offers(reader.state, reader.viewer.member, reader.now);
  const standing = view?.devices.filter((d) => d.ended === undefined && !d.reserve && !d.coming) ?? [];
  return (
    <div class="read">
      <h1>{t("keys-title")}</h1>
      <p class="lead">{t("keys-lead")}</p>
      {view?.ended && deviceNow(reader)?.is !== "left" && (
        <Notice tone="needs" title={t("device-ended-title")}>
          <p>{t("device-ended-what", { until: date(view.ended.until) })}</p>
          <ActButton
            act="key.object"
            body={body}
            next={`${base}/keys`}
            submit={t("device-ended-object")}
            now
            warning={t("device-ended-warning")}
            of={{ of: view.ended.id }}
          />
        </Notice>
      )}
      {back && (
        <div id="came-back">
          <CameBackNotice page={page} back={back} next={`${base}/keys`} />
        </div>
      )}
      <OverKeys page={page} over={over} />
      {view && view.askings.length > 0 && (
        <Notice tone={view.askings.some((k) => k.object.yes) ? "needs" : "plain"} title={t(askedTitle(view))}>
          <ul class="ledger">
            {view.askings.map((k) => (
              <NewKeysItem key={k.id} page={page} line={k} next={`${base}/keys`} />
            ))}
          </ul>
        </Notice>
      )}
      {(!view?.ended || deviceNow(reader)?.is === "left") && <DeviceHere page={page} keys />}
      {view && !ended && <UseSheet view={view} open={back !== undefined} />}
      <section id="sheet">
        <h2>{t("sheet-title")}</h2>
        <p>{t("sheet-what")}</p>
        <Island name="sheet" props={{ body, name: facts.name.text ?? "", ended }} />
      </section>
      {reader.viewer.member !== undefined &&
        hasVote(reader.state, reader.viewer.member, reader.now) &&
        facts.phase === "adopted" &&
        !signs("teller.offer") && (
          <section id="offer">
            <h2>{t("offer-title")}</h2>
            <OfferToCount page={page} next={`${base}/keys`} offered={offered} />
          </section>
        )}
      <section id="devices">
        <h2>{t("devices-title")}</h2>
        {!view ? (
          !ended && <Empty>{t("devices-stranger")}</Empty>
        ) : (
          <ul class="ledger">
            {view.devices.map((d) => (
              <li key={d.key}>
                <span class="title">
                  {t(
                    d.sheet
                      ? `device-reserve-${d.sheet}`
                      : d.reserve
                        ? "device-reserve"
                        : d.here
                          ? "device-here"
                          : "device-other",
                  )}
                </span>
                <p class="meta">
                  {d.ended !== undefined ? (
                    <span>
                      <Tag kind="no">{t("device-ended")}</Tag> <Day at={d.ended} />
                    </span>
                  ) : (
                    <span>
                      {d.coming ? (
                        <Tag kind="warn">{t("device-coming")}</Tag>
                      ) : (
                        <Tag kind={d.weak ? "warn" : "done"}>{t(d.weak ? "device-weak" : "device-stands")}</Tag>
                      )}
                      {d.ends !== undefined && (
                        <>
                          {" "}
                          {t("device-ends")} <Day at={d.ends} />
                        </>
                      )}
                    </span>
                  )}
                  <span>
                    {t("device-since")} <Day at={d.since} />
                  </span>
                  <span>{t("device-acts", { n: d.acts })}</span>
                  <code>{d.key.slice(0, 16)}…</code>
                </p>
                {d.ended === undefined && !d.reserve && !d.coming && (
                  <FoldedAct
                    title={t("device-end")}
                    quiet
                    act="device.end"
                    body={body}
                    next={`${base}/keys`}
                    submit={t("device-end-do")}
                    warning={standing.length === 1 ? t("device-end-last") : t("device-end-warning")}
                    of={{ device: d.key }}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {(ended || !signs("device.add")) && (
        <section id="add">
          <h2>{t("device-add")}</h2>
          <p>{t("device-add-what")}</p>
          <Island name="device" props={{ body, nonce: reader.state.founding.nonce, ended }} />
        </section>
      )}
      <section id="back">
        <h2>{t("back-title")}</h2>
        <p>{t("back-what")}</p>
        <ul>
          <li>{t("back-sheet")}</li>
          <li>{t("back-device")}</li>
          <li>{t("back-members")}</li>
          <li>{t("back-tellers")}</li>
        </ul>
        <p>
          <a href={`${base}/lost`}>{t("lost-title")}</a>
        </p>
        <Island
          name="restore"
          props={{ body, nonce: reader.state.founding.nonce, ended, stands: !signs("key.recover") }}
        />
        <noscript>
          <p class="notice">{t("form-needs-script")}</p>
        </noscript>
      </section>
    </div>
  );
}
