/** The device that looks is told what it is before it writes: ended, or held from some things for now (K-2, K-12, K-14 to K-16). */
import { sayList } from "@nabat/speech";
import { ActButton, Notice, useSay } from "@nabat/ui";
import { deviceNow, type DeviceNow } from "@nabat/views";
import type { BodyPage } from "../body-page.ts";

/** What it reads of a page; the frame shows it, so it asks the frame for nothing. */
type Where = Pick<BodyPage, "base" | "reader" | "endedBy">;

/** Nothing where nothing is withheld. `keys`: on the page of keys itself, to which it leads else. */
export function DeviceHere({ page, keys }: { page: Where; keys?: boolean }) {
  const { t, date } = useSay();
  const device = deviceNow(page.reader);
  if (!device) return null;
  if (device.is === "left") return <Left page={page} device={device} />;
  if (device.is === "ended") return <Ended page={page} device={device} {...(keys ? { keys } : {})} />;
  return (
    <Notice tone="warn" title={t("terms-title")}>
      <p>{t(`terms-${device.is}`, { until: date(device.until) })}</p>
      {SHEET_HELPS.has(device.is) && (
        <p>
          <a href={`${page.base}/keys#use-sheet`}>{t("use-sheet-title")}</a>
        </p>
      )}
      {!keys && (
        <p>
          <a href={`${page.base}/keys`}>{t("keys-title")}</a>
        </p>
      )}
    </Notice>
  );
}

/** Anything signed with the sheet, or coming in anew with it, ends what holds this device (K-12, K-14). */
const SHEET_HELPS: ReadonlySet<DeviceNow["is"]> = new Set(["devices", "new", "door"]);

/** Somebody signed with one of their devices that they leave: another takes it back with a tap, or the sheet (K-16). */
function Left({ page, device }: { page: Where; device: Extract<DeviceNow, { readonly is: "left" }> }) {
  const { t, date } = useSay();
  const { base, reader } = page;
  const here = device.back !== undefined;
  return (
    <Notice tone={here ? "needs" : "warn"} title={t("device-left-title")}>
      <p>{t(here ? "device-left-what" : "device-left-here", { at: date(device.at) })}</p>
      {device.back !== undefined && (
        <>
          <p>{t("device-left-until", { until: date(device.back) })}</p>
          <ActButton
            act="leave.undo"
            body={reader.body}
            next={`${base}/keys`}
            submit={t("device-left-undo")}
            now
            warning={t("device-ended-warning")}
            of={{}}
          />
        </>
      )}
      <p>
        {t(here ? "device-left-sheet-too" : "device-left-sheet", { until: date(device.sheet) })}{" "}
        <a href={`${base}/lost`}>{t("lost-way")}</a>
      </p>
    </Notice>
  );
}

type EndedNow = Extract<DeviceNow, { readonly is: "ended" }>;

function Ended({ page, device, keys }: { page: Where; device: EndedNow; keys?: boolean }) {
  const { t, date, locale } = useSay();
  const { base, reader, endedBy = [] } = page;
  // The page of keys has the button itself, above.
  const button = device.objects !== undefined && !(keys && reader.viewer.member !== undefined);
  return (
    <Notice tone={device.sheet === undefined && !button ? "warn" : "needs"} title={t("device-over-title")}>
      <p>
        {t(`device-over-${device.by}`, { at: date(device.at) })}
        {endedBy.length > 0 && ` ${t("device-over-by", { names: sayList(endedBy, locale) })}`}
      </p>
      {button && (
        <p>
          {t("device-over-objects", { until: date(device.objects ?? device.at) })}{" "}
          <a href={`${base}/keys`}>{t("keys-title")}</a>
        </p>
      )}
      {device.sheet !== undefined && (
        <p>
          {t(button ? "device-over-sheet-too" : "device-over-sheet", { until: date(device.sheet) })}{" "}
          <a href={`${base}/lost`}>{t("lost-way")}</a>
        </p>
      )}
      {device.objects === undefined && device.sheet === undefined && (
        <p>
          {t("device-over-anew")} {!keys && <a href={`${base}/keys`}>{t("keys-title")}</a>}
        </p>
      )}
    </Notice>
  );
}
