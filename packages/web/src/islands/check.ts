/**
 * Checks the record in the browser: first that it has honestly grown since this device last looked,
 * then, for records that a phone can carry, everything anew by the rules. The rules come on demand.
 */
import { Unreachable } from "../api/client.ts";
import { lookAtGrowth } from "../act/growth.ts";
import { followHandover } from "../act/handover.ts";
import type { SawNote } from "../device/own-body.ts";
import { browserShelf } from "../device/shelf.ts";
import { alarmNotice } from "../page/alarm.ts";
import { desk, pageBody } from "../page/desk.ts";
import { announce, button, el, mounts, notice } from "../page/dom.ts";
import { clockNow, t } from "../page/say.ts";

/** Largest record that a page recomputes as a whole. */
const MOST = 20_000;

async function run(body: string, at: HTMLElement): Promise<void> {
  const { api, things } = desk();
  const bar = el("progress", { max: "1", value: "0" });
  const said = el("p", { role: "status" }, "…");
  at.replaceChildren(el("div", { "data-keep": true }, said, bar));
  const shelf = browserShelf();
  const facts = await api.facts(body);
  const own = await things.body(body);
  const keeper =
    own && facts.epoch > own.epoch
      ? await followHandover(api, own)
      : { clerk: own?.clerk ?? facts.clerk, epoch: facts.epoch };
  const looked = own?.saw ?? (await shelf.get<SawNote>(`looked/${body}`));
  const growth = await lookAtGrowth(
    api,
    { body: facts.body as never, clerk: keeper.clerk, ...(looked ? { saw: looked } : {}) },
    Date.now(),
  );
  if (growth.is === "contradiction") {
    if (own) await things.raise(growth.alarm);
    announce(alarmNotice(growth.alarm));
    return at.replaceChildren();
  }
  if (growth.is === "unsigned") return at.replaceChildren(notice("needs", t("island-unsigned-record")));
  const { size } = growth.saw;
  const grown = looked ? t("island-check-grown", { count: growth.added }) : t("island-check-first");
  const finish = (tone: "good" | "warn" | "needs", ...sentences: string[]) => {
    const made = notice(tone, sentences[0] ?? "", ...sentences.slice(1).map((s) => el("p", {}, s)));
    at.replaceChildren(
      made,
      el(
        "p",
        {},
        button(t("island-check-again"), () => void start(body, at)),
      ),
    );
    made.tabIndex = -1;
    made.focus();
  };
  const remember = async () => {
    if (own) await things.keepBody({ ...own, ...keeper, saw: growth.saw });
    await shelf.put(`looked/${body}`, growth.saw);
  };
  if (size > MOST) {
    await remember();
    return finish("good", t("island-check-large", { count: size }), grown);
  }
  const { recompute } = await import("../check/recompute.ts");
  const came = await recompute(api, body, growth.saw, (done, of) => {
    said.textContent = t("island-check-progress", { done, of });
    bar.max = of;
    bar.value = done;
  });
  if (came.is === "not-yours") {
    await remember();
    return finish("good", t("island-check-not-read"), grown);
  }
  if (came.is === "fault") {
    const { index, rule } = came;
    return finish(
      "needs",
      index === undefined ? t("island-check-fault-record", { rule }) : t("island-check-fault", { index, rule }),
      t("island-check-fault-do"),
    );
  }
  await remember();
  finish(
    "good",
    t("island-check-good", { when: clockNow(Date.now()), count: came.entries }),
    grown,
    t("island-check-witnesses", { n: came.witnesses }),
  );
}

async function start(body: string, at: HTMLElement): Promise<void> {
  try {
    await run(body, at);
  } catch (error) {
    at.replaceChildren(
      notice("warn", t(error instanceof Unreachable ? "island-unreachable" : "island-broken")),
      el(
        "p",
        {},
        button(t("island-check-do"), () => void start(body, at), "main"),
      ),
    );
    if (!(error instanceof Unreachable)) throw error;
  }
}

const body = pageBody();
if (body)
  for (const { at } of mounts("check"))
    at.replaceChildren(
      el(
        "p",
        {},
        button(t("island-check-do"), () => void start(body, at), "main"),
      ),
    );
