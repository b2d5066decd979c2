/** The part "Check": a record from disk, recomputed here; its head compared; an older copy held against it. */
import { useState } from "preact/hooks";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { useSay } from "@nabat/ui/say.ts";
import type { Progress } from "./check-job.ts";
import { FileField } from "./fields.tsx";
import { CompareCopies } from "./compare-view.tsx";
import { HeadView } from "./head-view.tsx";
import { ProgressView } from "./progress-view.tsx";
import { type Given, givenOf, openGiven } from "./record-file.ts";
import { checkAside } from "./run-check.ts";
import type { CheckShown, Loaded } from "./shell.ts";
import { ArchiveNotice, VerdictView } from "./verdict-view.tsx";

/** The part that opens a record. `take` gets what was opened; `read` goes on to reading it. */
export function CheckView({
  loaded,
  take,
  read,
}: {
  loaded?: Loaded;
  take: (loaded?: Loaded) => void;
  read: () => void;
}) {
  const { t } = useSay();
  const [given, setGiven] = useState<Given>();
  const [progress, setProgress] = useState<Progress>();
  const [shown, setShown] = useState<CheckShown>();
  const [wrong, setWrong] = useState<string>();
  const [thread, setThread] = useState<string>();
  const choose = (files: readonly File[]) => {
    setGiven(givenOf(files));
    setShown(undefined);
    setWrong(undefined);
    take(undefined);
  };
  const run = async () => {
    if (given === undefined) return setWrong(t("one-check-none"));
    setShown(undefined);
    take(undefined);
    setProgress({ what: "reading", done: 0, of: 1 });
    try {
      const { came, thread: ran } = await checkAside({ given }, setProgress);
      setThread(ran);
      if (came.is === "archive") setShown({ is: "archive", refusal: came.refusal });
      else {
        const { verdict, head, state, manifest, layout } = came;
        setShown({ is: "verdict", verdict });
        if (head) take({ given, opened: await openGiven(given, layout), verdict, head, state, manifest });
      }
    } catch (error) {
      setShown({ is: "broken" });
      console.error(error);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <div class="read">
      {!loaded && <p class="soft">{t("one-lead")}</p>}
      <h1 tabIndex={-1}>{t("one-check-title")}</h1>
      <p class="lead">{t("one-check-lead")}</p>
      <FileField id="record" label={t("one-check-file")} accept=".tar,application/x-tar" take={choose} wrong={wrong} />
      <details>
        <summary>{t("one-check-folder")}</summary>
        <FileField id="record-folder" label={t("one-check-folder")} folder take={choose} />
      </details>
      <p>
        <button type="button" class="main wide" disabled={progress !== undefined} onClick={() => void run()}>
          {t("one-check-do")}
        </button>
      </p>
      {progress && <ProgressView of={progress} />}
      <div role="status" id="verdict" data-thread={thread}>
        {thread === "page" && <p class="small soft">{t("one-check-thread-page")}</p>}
        {shown?.is === "archive" && <ArchiveNotice refusal={shown.refusal} />}
        {shown?.is === "broken" && <Notice tone="warn" title={t("one-check-broken")} />}
        {shown?.is === "verdict" && <VerdictView verdict={shown.verdict} loaded={loaded} />}
      </div>
      {loaded && (
        <>
          <p>
            <button type="button" onClick={read}>
              {t("one-tab-read")}
            </button>
          </p>
          <HeadView loaded={loaded} />
          <CompareCopies newer={loaded.given} />
        </>
      )}
    </div>
  );
}
