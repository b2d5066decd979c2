/** Before the first scene: who is in the room, how others come in, and the list of founders that each signs. */
import { ActButton, Facts, Notice, QrCode, useSay } from "@nabat/ui";
import type { MemberId } from "@nabat/kernel";
import type { BodyPage } from "../frame.tsx";
import type { EveningShown } from "./evening-door.ts";

export interface EveningAt {
  readonly page: BodyPage;
  readonly evening: EveningShown;
  /** Who came in from the room. */
  readonly room: readonly MemberId[];
  readonly name: (member: MemberId) => string;
}

/** One button that moves the evening on, in the scene that this page shows. */
export function Press({ what, at, label, main }: { what: string; at?: string; label: string; main?: boolean }) {
  return (
    <form method="post" action="">
      <input type="hidden" name="do" value={what} />
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      <p>
        <button type="submit" class={main ? "main wide" : "wide"}>
          {label}
        </button>
      </p>
    </form>
  );
}

/** Whoever has the link and isn't in yet. */
export function Come({ full }: { full: boolean }) {
  const { t } = useSay();
  return (
    <div class="read">
      <h1>{t("evening-title")}</h1>
      <p class="lead">{t("evening-lead")}</p>
      {full && (
        <Notice tone="warn">
          <p>{t("evening-full")}</p>
        </Notice>
      )}
      <Press what="in" label={t("evening-in")} main />
      <p class="soft small">{t("evening-in-what")}</p>
    </div>
  );
}

/** Who plays whom. */
export function Who({ evening, room, name }: Omit<EveningAt, "page">) {
  const { t } = useSay();
  const list = (who: readonly MemberId[]) => who.map(name).join(", ");
  return (
    <Facts
      rows={[
        [t("evening-room"), room.length > 0 && list(room)],
        [t("evening-board"), list(evening.board)],
        [t("evening-neighbours"), evening.neighbours.length > 0 && list(evening.neighbours)],
      ]}
    />
  );
}

/** How others come in: a code for their phones, and the address it holds. */
function Others({ page }: { page: BodyPage }) {
  const { t } = useSay();
  const link = `${page.deps.clerk.origin(page.c)}${page.base}/evening`;
  return (
    <section>
      <h2>{t("evening-others")}</h2>
      <p>{t("evening-others-what")}</p>
      <QrCode text={link} label={t("evening-qr")} />
      <p class="small">
        <span class="key">{link}</span>
      </p>
    </section>
  );
}

export function Gathering(at: EveningAt) {
  const { t } = useSay();
  const member = at.page.reader.viewer.standing === "member";
  return (
    <div class="read">
      <h1>{t("evening-title")}</h1>
      <p class="lead">{t("evening-lead")}</p>
      <p>{t("evening-how")}</p>
      <Who {...at} />
      {member && <Press what="open" label={t(at.room.length > 1 ? "evening-open" : "evening-open-alone")} main />}
      <p class="soft small">{t("evening-open-what")}</p>
      <Others page={at.page} />
    </div>
  );
}

export function Ready(at: EveningAt) {
  const { t } = useSay();
  const { reader, base } = at.page;
  const list = reader.state.founding.list;
  const me = reader.viewer.member;
  const signed = (m: MemberId): boolean => list?.signed.has(m) === true;
  const waits = at.room.filter((m) => list?.people.includes(m) === true && !signed(m));
  const mine = me !== undefined && waits.includes(me);
  return (
    <div class="read">
      <h1>{t("evening-title")}</h1>
      <p class="lead">{t("evening-ready")}</p>
      <Who {...at} />
      {mine && list && (
        <>
          <p>{t("evening-sign-what")}</p>
          <ActButton
            now
            act="list.sign"
            body={reader.body}
            next={`${base}/evening`}
            submit={t("evening-sign")}
            of={{ list: list.id }}
          />
        </>
      )}
      {waits.length > 0 && <p>{t("evening-unsigned", { names: waits.map(at.name).join(", "), n: waits.length })}</p>}
      {reader.viewer.standing === "member" && !mine && <Press what="next" label={t("evening-first")} main />}
    </div>
  );
}
