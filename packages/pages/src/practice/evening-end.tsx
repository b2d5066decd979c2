/** The end of the evening: what was tried, what came of it, what each person did, and where it is described. */
import { Meta, Notice, Tag, useSay } from "@nabat/ui";
import type { MemberId } from "@nabat/kernel";
import type { EntryLine } from "@nabat/views";
import type { EveningAt } from "./evening-people.tsx";

const TAGS = { held: "done", lost: "no", left: "warn" } as const;

export function EveningEnd(at: EveningAt & { entries: readonly EntryLine[] }) {
  const say = useSay();
  const { t } = say;
  const { page, evening, entries, name, room } = at;
  const held = evening.done.filter((d) => d.ended === "held").length;
  const tried = evening.done.reduce((n, d) => n + d.tried.length, 0);
  return (
    <div class="read">
      <h1>{t("evening-end")}</h1>
      <p class="lead">{t("evening-end-lead", { held, of: evening.done.length, tried })}</p>
      <h2>{t("evening-end-tried")}</h2>
      <ul class="ledger">
        {evening.done.map((d) => (
          <li key={d.id}>
            <b>{t(`evening-${d.id}-name`, { one: d.whom ? name(d.whom) : "" })}</b>
            <Meta>
              <Tag kind={TAGS[d.ended]}>{t(`evening-was-${d.ended}`)}</Tag>
              {d.shown && t("evening-was-shown")}
              {d.tried.length > 0 && t("evening-was-refused", { n: d.tried.length })}
            </Meta>
            <p>{t(`evening-${d.id}-sum`)}</p>
            <p class="small soft">
              {t("evening-described", { page: t(`evening-book-${d.handbook}`), rules: d.rules.join(", ") })}
            </p>
          </li>
        ))}
      </ul>
      <h2>{t("evening-end-people")}</h2>
      <ul class="ledger">
        {[...room, ...evening.board, ...evening.neighbours].map((m) => (
          <li key={m}>
            <b>{name(m)}</b>
            <p>{whatTheyDid(say, m, entries, evening.board.includes(m))}</p>
            {page.reader.mayReadRecord && (
              <p class="small">
                <a href={`${page.base}/entries?by=${m}`}>{t("evening-entries")}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Notice title={t("evening-end-home")}>
        <p>{t("evening-end-home-what")}</p>
      </Notice>
      <form method="post" action="/evening">
        <input type="hidden" name="lang" value={say.locale} />
        <p>
          <button type="submit" class="wide">
            {t("evening-again")}
          </button>
        </p>
      </form>
      <p class="links">
        <a href="/found">{t("door-found")}</a>
        <a href="/example">{t("foot-example")}</a>
      </p>
    </div>
  );
}

/** The kinds of things one person did, each with how often. */
function whatTheyDid(
  { t }: ReturnType<typeof useSay>,
  member: MemberId,
  entries: readonly EntryLine[],
  board: boolean,
): string {
  const times = new Map<string, number>();
  for (const e of entries) {
    if (e.by?.id !== member) continue;
    const deed = DEEDS.find(([, kinds]) => kinds.includes(e.kind))?.[0] ?? "other";
    times.set(deed, (times.get(deed) ?? 0) + 1);
  }
  if (times.size === 0) return t(board ? "evening-did-nothing-board" : "evening-did-nothing");
  return [...times].map(([deed, n]) => t(`evening-did-${deed}`, { n })).join(" · ");
}

/** What people do, in the words of the last page, by the kinds of entries. */
const DEEDS: readonly (readonly [string, readonly string[]])[] = [
  ["moved", ["move"]],
  ["stood", ["second", "cosign", "meeting.sign", "teller.add", "now.sign", "now.agree"]],
  ["called", ["meeting.call", "vote.open", "sitting.open"]],
  ["put", ["put.all"]],
  ["voted", ["vote.cast"]],
  ["counted", ["tally", "result", "recount", "sitting.count"]],
  ["missed", ["number.missing", "opening.again"]],
  ["said", ["say"]],
  ["keys", ["key.recover", "key.object", "device.add", "device.end", "leave.undo"]],
  ["invited", ["invite", "vouch", "sponsor", "place", "seen"]],
];
