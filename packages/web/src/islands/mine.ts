/** Mine: the bodies that this device holds a key in. They are joined here and nowhere else. */
import { desk } from "../page/desk.ts";
import { el, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";
import type { OwnBody } from "../device/own-body.ts";
import { signIn } from "../session/sign-in.ts";

/** What a body's server says needs this member. */
interface Waits {
  readonly items: readonly {
    readonly what: string;
    readonly path: string;
    readonly title?: { readonly text?: string } | string;
    readonly by?: number;
  }[];
}

async function waitsFor(own: OwnBody): Promise<Waits | undefined> {
  const { api } = desk();
  const path = `/api/bodies/${own.body}/mine`;
  try {
    let got = await api.bytes(path);
    if (!("bytes" in got) && (await signIn(api, own))) got = await api.bytes(path);
    return "bytes" in got ? (JSON.parse(new TextDecoder().decode(got.bytes)) as Waits) : undefined;
  } catch {
    return undefined;
  }
}

function line(own: OwnBody, short: boolean): HTMLElement {
  const made = el("li", {}, el("a", { class: "title", href: `/b/${own.body}` }, el("bdi", {}, own.name)));
  if (!own.safe)
    made.append(el("p", { class: "meta" }, el("a", { href: `/b/${own.body}/keys` }, t("island-not-safe"))));
  const list = el("ul", {});
  made.append(list);
  void waitsFor(own).then((waits) => {
    const items = (waits?.items ?? []).slice(0, short ? 3 : 50);
    for (const item of items) {
      const title = typeof item.title === "string" ? item.title : item.title?.text;
      list.append(
        el(
          "li",
          {},
          el("a", { href: `/b/${own.body}${item.path}` }, t(`island-need-${item.what}`)),
          title ? el("bdi", {}, `: ${title}`) : "",
        ),
      );
    }
    if (items.length === 0) list.remove();
    if (waits && items.length === 0 && !short) made.append(el("p", { class: "meta" }, t("island-nothing-waits")));
  });
  return made;
}

for (const { at, props } of mounts<{ short?: boolean }>("mine")) {
  void desk()
    .things.bodies()
    .then((bodies) => {
      if (bodies.length === 0) {
        if (!props.short) at.replaceChildren(el("p", { class: "empty" }, t("island-mine-none")));
        return;
      }
      const list = el("ul", { class: "ledger" });
      for (const own of bodies) list.append(line(own, props.short === true));
      at.replaceChildren(...(props.short ? [el("h2", {}, t("island-mine"))] : []), list);
    });
}
