/** The part "Read": the record in hand as lists, from the state that was recomputed and the texts beside it. */
import { useState } from "preact/hooks";
import { sentences, type State, standing, statutesAt } from "@nabat/body";
import { saySentence } from "@nabat/speech";
import { Meta } from "@nabat/ui/parts/lists.tsx";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { Time } from "@nabat/ui/parts/time.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { EntriesList } from "./entries-view.tsx";
import { GroupName, TextOf, useTexts } from "./group-name.tsx";
import { More } from "./more.tsx";
import { MotionItem } from "./motion-view.tsx";
import type { Loaded } from "./shell.ts";

/** Lines shown at first, and with each "more". */
const PORTION = 50;

/** The part that reads. */
export function BrowseView({ loaded }: { loaded?: Loaded }) {
  const { t } = useSay();
  return (
    <div>
      <h1 tabIndex={-1}>{loaded?.state ? <GroupName loaded={loaded} /> : t("one-read-title")}</h1>
      {loaded === undefined && <p class="lead">{t("one-read-none")}</p>}
      {loaded && !loaded.verdict.ok && <Notice tone="needs" title={t("one-read-fault")} />}
      {loaded?.state && <Read loaded={loaded} state={loaded.state} />}
      {loaded && (
        <>
          <h2 id="read-entries">{t("one-read-entries")}</h2>
          <EntriesList loaded={loaded} />
        </>
      )}
    </div>
  );
}

function Read({ loaded, state }: { loaded: Loaded; state: State }) {
  const { t, locale } = useSay();
  const { purpose } = state.founding;
  const rules = statutesAt(state, Math.max(state.at, Date.now()))?.statutes;
  const texts = useTexts(loaded, [purpose]);
  return (
    <>
      <p class="lead">
        <TextOf texts={texts} hash={purpose} />
      </p>
      {rules && (
        <details>
          <summary>{t("one-read-rules")}</summary>
          <ol class="sentences">
            {sentences(rules).map((s) => (
              <li key={s.id}>{saySentence(s, locale)}</li>
            ))}
          </ol>
        </details>
      )}
      <h2>{t("one-read-motions")}</h2>
      <Motions loaded={loaded} state={state} />
      <h2>{t("one-read-members")}</h2>
      <Members loaded={loaded} state={state} />
    </>
  );
}

function Motions({ loaded, state }: { loaded: Loaded; state: State }) {
  const { t } = useSay();
  const [most, setMost] = useState(PORTION);
  const all = [...state.motions.motions.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const shown = all.slice(0, most);
  const names = shown.flatMap((m) => state.members.members.get(m.mover)?.name ?? []);
  const texts = useTexts(loaded, [
    ...shown.flatMap((m) => [m.title, ...m.versions.slice(-1).map((v) => v.text)]),
    ...names,
  ]);
  if (all.length === 0) return <p>{t("one-read-none-motions")}</p>;
  return (
    <>
      <ul class="ledger" id="motions">
        {shown.map((m) => (
          <MotionItem key={m.id} motion={m} state={state} texts={texts} />
        ))}
      </ul>
      <More shown={shown.length} of={all.length} more={() => setMost(most + PORTION)} />
    </>
  );
}

function Members({ loaded, state }: { loaded: Loaded; state: State }) {
  const { t } = useSay();
  const [most, setMost] = useState(PORTION);
  const all = [...state.members.members.values()].sort((a, b) => a.joined - b.joined || (a.id < b.id ? -1 : 1));
  const shown = all.slice(0, most);
  const texts = useTexts(
    loaded,
    shown.map((m) => m.name),
  );
  const now = state.practice.clock ?? state.at;
  return (
    <>
      <ul class="ledger" id="members">
        {shown.map((m) => (
          <li key={m.id}>
            <b class="title">
              <TextOf texts={texts} hash={m.name} />
            </b>
            <Meta>
              <span>{t(`standing-${standing(state, m.id, now)}`)}</span>
              <Time at={m.joined} />
            </Meta>
          </li>
        ))}
      </ul>
      <More shown={shown.length} of={all.length} more={() => setMost(most + PORTION)} />
    </>
  );
}
