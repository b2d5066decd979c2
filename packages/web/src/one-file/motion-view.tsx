/** One motion in the list: its title, how it stands, its text, and every result with all counts. */
import { forceStage, motionStage, type State, voteStage } from "@nabat/body";
import { POSITIONS } from "@nabat/body/votes/acts.ts";
import type { ActId, Hash } from "@nabat/kernel";
import { Meta } from "@nabat/ui/parts/lists.tsx";
import { Tag } from "@nabat/ui/parts/notice.tsx";
import type { Shown } from "@nabat/ui/parts/texts.tsx";
import { Time } from "@nabat/ui/parts/time.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { TextOf } from "./group-name.tsx";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;
type Vote = State["votes"]["votes"] extends Map<ActId, infer V> ? V : never;

/** A motion as a line of a ledger. */
export function MotionItem({
  motion: m,
  state,
  texts,
}: {
  motion: Motion;
  state: State;
  texts: ReadonlyMap<Hash, Shown>;
}) {
  const { t } = useSay();
  const now = state.practice.clock ?? state.at;
  const stage = motionStage(state, m, now);
  const mover = state.members.members.get(m.mover)?.name;
  const decided = [...state.binding.decisions.values()].findLast((d) => d.on === m.id);
  const force = decided && forceStage(decided, now);
  // Its own votes, those that gave an opinion, and those on what was put to all.
  const votes = [...m.votes, ...m.opinions, ...(decided?.again ?? [])].flatMap((id) => state.votes.votes.get(id) ?? []);
  const last = m.versions.at(-1);
  return (
    <li>
      <b class="title">
        <TextOf texts={texts} hash={m.title} />
      </b>
      <Meta>
        <Tag kind={stage === "carried" ? "done" : stage === "lost" ? "no" : stage === "withdrawn" ? "plain" : "open"}>
          {t(`status-${stage}`)}
        </Tag>
        {mover && <TextOf texts={texts} hash={mover} />}
        <Time at={m.at} />
      </Meta>
      {decided && (
        <p>
          <Tag kind={force === "in-force" ? "done" : force === "fell" ? "no" : "warn"}>{t(`force-${force}`)}</Tag>{" "}
          {t(`way-${decided.way}`)}, {t("decision-voted-n", { voted: decided.voted, whole: decided.whole })}.
        </p>
      )}
      {votes.map((v) =>
        v.result ? (
          <Result key={v.id} vote={v} />
        ) : voteStage(state, v, now) === "open" ? (
          <p key={v.id}>{t("one-read-vote-open")}</p>
        ) : null,
      )}
      {last && (
        <details>
          <summary>{t("one-read-text")}</summary>
          <TextOf texts={texts} hash={last.text} block />
        </details>
      )}
    </li>
  );
}

/** A declared result: the outcome, all counts, the whole. */
function Result({ vote }: { vote: Vote }) {
  const { t } = useSay();
  const r = vote.result;
  if (!r) return null;
  const keys = [...POSITIONS, ...Object.keys(r.counts).filter((k) => !(POSITIONS as readonly string[]).includes(k))];
  const parts = keys.flatMap((key) => {
    const n = r.counts[key];
    if (n === undefined) return [];
    return [(POSITIONS as readonly string[]).includes(key) ? t(`count-${key}`, { n }) : t("count-other", { n, key })];
  });
  const head =
    r.present === undefined
      ? t("count-of", { n: Object.values(r.counts).reduce((a, b) => a + b, 0), whole: r.whole })
      : t("count-present", { n: r.present, whole: r.whole });
  return (
    <p>
      <b>{t(`outcome-${r.opinion ? "opinion-" : ""}${r.outcome}`)}</b> {r.opinion && `${t("opinion-not-binding")}. `}
      {t("count-line", { head, parts: parts.join(", ") })}
    </p>
  );
}
