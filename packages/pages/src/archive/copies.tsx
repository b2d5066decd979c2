/** Records of others that this server follows: for the host of this server, who has its code. */
import { Empty, Field, Notice, Table, Time, useSay } from "@nabat/ui";
import type { Context, Hono } from "hono";
import type { Followed, PagesDeps } from "../deps.ts";
import { plainPage } from "../frame.tsx";
import { formOf } from "../query.ts";

type Wrong = "wrong-address" | "wrong-code" | "unreachable";

export function copyPages(app: Hono, deps: PagesDeps): void {
  const page = async (c: Context, kept: { address: string; wrong?: Wrong; done?: boolean }) => {
    const followed = await deps.followed();
    const code = deps.clerk.founding(c) === "code";
    return plainPage(c, deps, ({ t }) => ({
      options: { title: t("copies-title"), ...(kept.wrong ? { status: 422 as const } : {}) },
      content: <Copies followed={followed} code={code} kept={kept} />,
    }));
  };
  app.get("/copies", (c) => page(c, { address: c.req.query("address") ?? "", done: c.req.query("done") === "1" }));
  app.post("/copies", async (c) => {
    // A form of another site must not make this server call addresses of its choosing.
    if (!deps.clerk.ownPage(c)) return c.text("", 403);
    const form = await formOf(c);
    const address = String(form["address"] ?? "").trim();
    const found = /^(https?:\/\/[^\s/]+)\/b\/([0-9a-f]{64})\b/.exec(address);
    if (!found?.[1] || !found[2]) return page(c, { address, wrong: "wrong-address" });
    const outcome = await deps.follow(c, found[1], found[2], String(form["code"] ?? ""));
    return outcome === "done" ? c.redirect("/copies?done=1", 303) : page(c, { address, wrong: outcome });
  });
}

function Copies({
  followed,
  code,
  kept,
}: {
  followed: readonly Followed[];
  code: boolean;
  kept: { address: string; wrong?: Wrong; done?: boolean };
}) {
  const { t } = useSay();
  return (
    <>
      <div class="read">
        <h1>{t("copies-title")}</h1>
        <p class="lead">{t("copies-lead")}</p>
        {kept.done && <Notice tone="good" title={t("copies-done")} />}
      </div>
      {followed.length === 0 ? (
        <Empty>{t("copies-none")}</Empty>
      ) : (
        <Table
          columns={[
            { name: t("copies-group") },
            { name: t("copies-at") },
            { name: t("copies-seen") },
            { name: t("copies-size"), n: true },
            { name: t("copies-state") },
          ]}
          rows={followed.map((f) => [
            f.role === "copy" ? (
              <a href={`/b/${f.body}`}>{f.name ?? f.body.slice(0, 12)}</a>
            ) : (
              (f.name ?? <code>{f.body.slice(0, 12)}</code>)
            ),
            <a href={`${f.url}/b/${f.body}`}>{f.url}</a>,
            f.checkedAt === undefined ? t("copies-never") : <Time at={f.checkedAt} />,
            t("number", { n: f.size }),
            <Found followed={f} />,
          ])}
        />
      )}
      <form class="read" method="post" action="/copies">
        <Field
          name="address"
          label={t("copies-address")}
          hint={t("copies-address-hint")}
          value={kept.address}
          required
          maxLength={300}
          {...(kept.wrong && kept.wrong !== "wrong-code"
            ? { kept: { values: { address: kept.address }, wrong: { address: t(`copies-${kept.wrong}`) } } }
            : {})}
        />
        {code && (
          <Field
            name="code"
            label={t("copies-code")}
            hint={t("copies-code-hint")}
            required
            maxLength={20}
            {...(kept.wrong === "wrong-code" ? { kept: { wrong: { code: t("copies-wrong-code") } } } : {})}
          />
        )}
        <p>
          <button class="btn main" type="submit">
            {t("copies-do")}
          </button>
        </p>
      </form>
    </>
  );
}

function Found({ followed }: { followed: Followed }) {
  const { t } = useSay();
  if (followed.fork) {
    const head = (base64: string) => `data:text/plain;base64,${base64}`;
    return (
      <Notice tone="warn" title={t("copies-fork")} level={3}>
        <p>
          {t("copies-fork-files")}
          {t("colon")}
          <a href={head(followed.fork.older)} download="first.txt">
            {t("copies-older")}
          </a>
          ,{" "}
          <a href={head(followed.fork.newer)} download="second.txt">
            {t("copies-newer")}
          </a>
        </p>
      </Notice>
    );
  }
  if (followed.fault) return <>{t("copies-fault", { fault: followed.fault })}</>;
  return <>{t(followed.role === undefined ? "copies-never" : `copies-role-${followed.role}`)}</>;
}
