/** What a body's home asks of the person looking: the meeting to come to, the steps of a founding, what waits for them. */
import { Meta, Notice, Time, untorn, useSay, When, Words } from "@nabat/ui";
import type { BodyView } from "@nabat/views";

/** The next meeting, or the one that is held now, and what is on it. */
export function NextMeeting({ meeting, base }: { meeting: NonNullable<BodyView["meeting"]>; base: string }) {
  const { t } = useSay();
  const open = meeting.agenda.filter((i) => i.status === "waiting" || i.status === "open");
  return (
    <section class="next-meeting">
      <div>
        <h2>{t(meeting.stage === "held" ? "home-meeting-now" : "home-meeting")}</h2>
        <p class="lead">
          <a href={meeting.open ? `${base}/sittings/${meeting.open}` : `${base}/meetings/${meeting.id}`}>
            <Words of={meeting.title} />
          </a>
        </p>
        <p class="when">
          <When at={meeting.starts} />
        </p>
      </div>
      {open.length > 0 && (
        <ol>
          {open.slice(0, 7).map((i) => (
            <li key={i.id}>
              <Words of={i.title} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function Provisional({ view, base }: { view: BodyView; base: string }) {
  const { t } = useSay();
  return (
    <Notice title={t("provisional-title")}>
      <p>{t("provisional-what")}</p>
      <ol>
        <li>
          <a href={`${base}/keys`}>{t("provisional-keys")}</a>
        </li>
        <li>
          <a href={`${base}/invite`}>{t("provisional-invite")}</a>{" "}
          <span class="soft">{t("provisional-joined", { count: view.roll })}</span>
        </li>
        <li>
          <a href={`${base}/founders`}>
            {view.signatures
              ? t("provisional-sign", { signed: view.signatures.signed, on: view.signatures.on })
              : t("provisional-close")}
          </a>
        </li>
      </ol>
    </Notice>
  );
}

type Need = BodyView["needs"][number];

/** Of these the hour says when it begins, not until when it can be done. */
const BEGINS: ReadonlySet<Need["what"]> = new Set(["meeting", "tally-soon"]);

/** What home itself says of one's keys, with what can be done, before this list. */
const TOLD_ABOVE: ReadonlySet<Need["what"]> = new Set(["came-back", "over-keys", "over-keys-decided"]);

/** What waits for whoever looks. Where one's number is to be looked for, this device knows whether it did: that stands apart. */
export function Needs({ view, base }: { view: BodyView; base: string }) {
  const { t } = useSay();
  if (view.you.standing === "stranger") return null;
  const numbers = view.needs.filter((n) => n.what === "number");
  const others = view.needs.filter((n) => n.what !== "number" && !TOLD_ABOVE.has(n.what));
  const told = view.needs.some((n) => TOLD_ABOVE.has(n.what));
  return (
    <>
      {others.length > 0 ? (
        <Notice tone="needs" title={t("needs-title", { count: others.length })}>
          <NeedList of={others} base={base} />
        </Notice>
      ) : (
        <p class="soft" data-needs-none hidden={numbers.length > 0 || told}>
          {t("needs-none")}
        </p>
      )}
      {numbers.length > 0 && (
        <div data-numbers>
          <Notice title={t("needs-numbers")}>
            <NeedList of={numbers} base={base} />
          </Notice>
        </div>
      )}
    </>
  );
}

function NeedList({ of, base }: { of: readonly Need[]; base: string }) {
  const { t } = useSay();
  return (
    <ul class="ledger">
      {of.map((item) => (
        <li
          key={item.what + item.path + (item.title.text ?? "")}
          {...(item.lists === undefined ? {} : { "data-look": item.path.split("/").at(-1), "data-lists": item.lists })}
        >
          <a class="title" href={base + item.path}>
            {t(`need-${item.what}`)}
            {item.title.text !== undefined && (
              <>
                {t("colon")}
                <bdi>{untorn(item.title.text)}</bdi>
              </>
            )}
          </a>
          {item.by !== undefined && (
            <Meta>
              <span>
                {t(BEGINS.has(item.what) ? "need-begins" : "need-by")} <Time at={item.by} />
              </span>
            </Meta>
          )}
        </li>
      ))}
    </ul>
  );
}
