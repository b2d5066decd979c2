/** One scene: what the board does, what the record says, what was refused, where the remedy is, whether it held. */
import { Notice, Tag, useSay, untorn } from "@nabat/ui";
import type { MemberId } from "@nabat/kernel";
import { entriesView, type EntryLine, peopleOf } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { told } from "../frame.tsx";
import { sayEntry } from "../archive/say-entry.tsx";
import type { EveningScene as SceneShown, EveningTried } from "./evening-door.ts";
import { type EveningAt, Press } from "./evening-people.tsx";

/** So many lines of one side are shown; the others stand among the entries. */
const SHOWN = 8;
/** So far back a scene's entries are looked for. */
const MOST = 600;

const bare = (name: string): string => name.replace(/\s#\d+$/u, "");

/** Names by number, for sentences. */
export async function named(page: BodyPage, ids: readonly MemberId[]): Promise<(member: MemberId) => string> {
  const person = await peopleOf(page.reader, new Set(ids));
  return (member) => untorn(person(member).name ?? "") || page.say.t("person-unnamed");
}

/** Entries since the record had that size, oldest first; the clock's own left out. */
export async function doneSince(page: BodyPage, since: number): Promise<readonly EntryLine[]> {
  const { items } = await entriesView(page.reader, { limit: MOST });
  return items.filter((e) => e.index >= since && e.by).toReversed();
}

export function EveningScene(at: EveningAt & { scene: SceneShown; entries: readonly EntryLine[] }) {
  const say = useSay();
  const { t } = say;
  const { page, evening, scene, entries, name } = at;
  const honest = new Set<MemberId>([...at.room, ...evening.neighbours]);
  const isOurs = (e: EntryLine) => e.by !== undefined && honest.has(e.by.id) && !scene.theirs.includes(e.id);
  const theirs = entries.filter((e) => !isOurs(e));
  // What was there before they did anything is no answer to it.
  const begun = theirs[0]?.index ?? 0;
  const ours = entries.filter((e) => isOurs(e) && e.index > begun);
  const member = page.reader.viewer.standing === "member";
  const [first = "", second = "", third = ""] = evening.board.map(name);
  const people = {
    first,
    second,
    third,
    // Whose name a guest takes is said as it is, without the number that then tells the two apart.
    one: (scene.id === "guest" ? bare : String)(
      name(scene.whom ?? at.room[0] ?? evening.neighbours[0] ?? ("" as MemberId)),
    ),
    two: name(evening.neighbours[1] ?? ("" as MemberId)),
  };
  return (
    <div class="read">
      <p class="kicker">{t("evening-n", { n: scene.n, of: evening.of })}</p>
      <h1>{t(`evening-${scene.id}-name`, people)}</h1>
      <p class="lead">{t(`evening-${scene.id}-does`, people)}</p>
      <Stands at={at} member={member} people={people} />
      <h2>{t("evening-record")}</h2>
      <Lines lines={theirs} page={page} />
      {scene.tried.length > 0 && (
        <>
          <h2>{t("evening-refused")}</h2>
          <Refused tried={scene.tried} at={at} />
        </>
      )}
      {ours.length > 0 && (
        <>
          <h2>{t("evening-since")}</h2>
          <Lines lines={ours} page={page} last />
        </>
      )}
      <p class="links">
        <a href={`${page.base}/entries`}>{t("evening-entries")}</a>
      </p>
    </div>
  );
}

/** How it stands; what the room is asked while it is open. */
function Stands({
  at,
  member,
  people,
}: {
  at: EveningAt & { scene: SceneShown };
  member: boolean;
  people: Readonly<Record<string, string>>;
}) {
  const { t } = useSay();
  const { scene, evening, page } = at;
  const next = scene.n === evening.of ? t("evening-finish") : t("evening-next");
  if (scene.stands !== "open")
    return (
      <>
        <Notice tone={scene.stands === "held" ? "good" : "warn"} title={t(`evening-${scene.stands}`)}>
          <p>{t(`evening-${scene.id}-${scene.stands}`, people)}</p>
          <p>{t(`evening-${scene.id}-home`, people)}</p>
        </Notice>
        {member && <Press at={scene.id} what="next" label={next} main />}
      </>
    );
  return (
    <>
      <Notice title={t("evening-turn")}>
        <p>{t(`evening-${scene.id}-ask`, people)}</p>
        {scene.choices.length === 0 && (
          <p>
            <a class="btn" href={`${page.base}${scene.where}`}>
              {t(`evening-${scene.id}-where`)}
            </a>
          </p>
        )}
      </Notice>
      {member &&
        scene.choices.map((c) => (
          <section key={c} id={`choice-${c}`}>
            <Press at={scene.id} what={c} label={t(`evening-${scene.id}-${c}`, people)} />
            <Answer tried={scene.tried.filter((x) => x.choice === c)} />
          </section>
        ))}
      <details id="hint">
        <summary>{t("evening-hint")}</summary>
        <p>{t(`evening-${scene.id}-hint`, people)}</p>
      </details>
      {member && (
        <>
          {scene.choices.length === 0 && (
            <>
              <Press at={scene.id} what="follow" label={t("evening-follow")} main />
              <p class="soft small">{t("evening-follow-what")}</p>
            </>
          )}
          <Press at={scene.id} what="wait" label={t("practise-wait")} />
          <details id="other">
            <summary>{t("evening-other")}</summary>
            <p>{t("evening-show-what")}</p>
            <Press at={scene.id} what="show" label={t("evening-show")} />
            <p>{t("evening-leave-what")}</p>
            <Press at={scene.id} what="next" label={t("evening-leave")} />
          </details>
        </>
      )}
    </>
  );
}

/** Why a choice came to nothing, beside its button. */
function Answer({ tried }: { tried: readonly EveningTried[] }) {
  const say = useSay();
  const last = tried.at(-1);
  if (!last) return null;
  return (
    <Notice tone="warn" title={say.t("evening-choice-no")}>
      <p>{told(say, last)}</p>
    </Notice>
  );
}

/** Entries in words; of many, the first or the last of them. */
function Lines({ lines, page, last }: { lines: readonly EntryLine[]; page: BodyPage; last?: boolean }) {
  const say = useSay();
  const shown = last ? lines.slice(-SHOWN) : lines.slice(0, SHOWN);
  return (
    <>
      <ul class="ledger">
        {shown.map((e) => (
          <li key={e.id}>
            <a href={`${page.base}${e.path ?? (page.reader.mayReadRecord ? `/entries/${e.id}` : "")}`}>
              {sayEntry(say, e)}
            </a>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <p class="soft small">{say.t("evening-more", { n: lines.length - shown.length })}</p>
      )}
    </>
  );
}

/** What was tried in vain, each refusal once, with who tried it last. */
export function Refused({ tried, at }: { tried: readonly EveningTried[]; at: Pick<EveningAt, "name"> }) {
  const say = useSay();
  const { t } = say;
  const once = new Map(tried.map((x) => [told(say, x), x]));
  return (
    <ul class="ledger">
      {[...once].map(([sentence, x]) => (
        <li key={sentence}>
          <Tag kind="no">
            {t("evening-tried")} <bdi>{at.name(x.by)}</bdi>
          </Tag>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}
