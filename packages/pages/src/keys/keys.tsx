/** Keys: the sheet that brings one back, the second device, ending a device, objecting to a recovery. */
import { Day, Empty, Island, Notice, Tag, useSay, useSigns, ActButton, FoldedAct } from "@nabat/ui";
import { deviceNow, type KeysView, keysView } from "@nabat/views";
import { hasVote, offers } from "@nabat/body";
import type { Hono } from "hono";
import { OfferToCount } from "../votes/counting.tsx";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show } from "../frame.tsx";
import { DeviceHere } from "./device-here.tsx";
import { NewKeysItem } from "./new-keys.tsx";

export function keyPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/keys", (c) =>
    bodyPage(c, deps, async (page) => {
      const me = page.reader.viewer.member;
      const view = me === undefined ? undefined : await keysView(page.reader, me);
      return show(
        page,
        { title: page.say.t("keys-title"), tab: "me", islands: ["keys", "sign"] },
        <Keys page={page} view={view} />,
      );
    }),
  );
}

function Keys({ page, view }: { page: BodyPage; view?: KeysView }) {
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
      {view?.ended && (
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
      {view && view.askings.length > 0 && (
        <Notice
          tone={view.askings.some((k) => k.object.yes) ? "needs" : "plain"}
          title={t(
            view.askings.some((k) => k.object.yes)
              ? "recovery-title"
              : view.askings.every((k) => k.own)
                ? "recovery-own"
                : "recovery-was",
          )}
        >
          <ul class="ledger">
            {view.askings.map((k) => (
              <NewKeysItem key={k.id} page={page} line={k} next={`${base}/keys`} />
            ))}
          </ul>
        </Notice>
      )}
      {!view?.ended && <DeviceHere page={page} keys />}
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
