/** The sheet on a device that is in use: it ends other devices so that none objects, and what holds devices back (K-5, K-14). */
import { Island, useSay } from "@nabat/ui";
import type { KeysView } from "@nabat/views";

/** Nothing where the sheet is good for nothing more on this device. `open`: that is what one comes here for. */
export function UseSheet({ view, open = false }: { view: KeysView; open?: boolean }) {
  const { t, day } = useSay();
  const is = view.side?.is;
  const anew = is === "new" || is === "door";
  const held = is === "devices";
  const others = view.devices.filter((d) => !d.here && !d.reserve && d.ended === undefined && !d.coming);
  if (!anew && !held && others.length === 0) return null;
  const devices = others.map((d) => ({
    key: d.key,
    label: `${t("device-other")}, ${t("device-since")} ${day(d.since)}, ${t("device-acts", { n: d.acts })}`,
  }));
  const form = (
    <>
      <p>{t(anew ? "use-sheet-anew" : held ? "use-sheet-held" : "use-sheet-what")}</p>
      <Island name="use-sheet" props={{ devices, held, anew }} />
      <noscript>
        <p class="notice">{t("form-needs-script")}</p>
      </noscript>
    </>
  );
  if (open || held)
    return (
      <section id="use-sheet">
        <h2>{t("use-sheet-title")}</h2>
        {form}
      </section>
    );
  return (
    <details id="use-sheet" data-keep>
      <summary>{t("use-sheet-title")}</summary>
      {form}
    </details>
  );
}
