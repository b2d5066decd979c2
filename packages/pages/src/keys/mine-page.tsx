/** What is somebody’s own: for whom the body knows; others are told how to come in. */
import type { MemberId } from "@nabat/kernel";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show } from "../frame.tsx";

/** A page for someone whom the body knows; others are told how to come in. */
export function minePage(
  c: Parameters<typeof bodyPage>[0],
  deps: PagesDeps,
  build: (page: BodyPage, me: MemberId) => Promise<Response>,
): Promise<Response> {
  return bodyPage(c, deps, (page) => {
    const me = page.reader.viewer.member;
    if (me !== undefined && page.reader.mayRead) return build(page, me);
    const { t } = page.say;
    return show(
      page,
      { title: t("tab-me"), tab: "me", status: 403 },
      <div class="read">
        <h1>{t("tab-me")}</h1>
        <p class="lead">{t("me-stranger")}</p>
        <p class="row">
          <a class="btn" href={`${page.base}/keys#back`}>
            {t("back-title")}
          </a>
          <a class="btn" href="/invited">
            {t("door-invited")}
          </a>
        </p>
      </div>,
    );
  });
}
