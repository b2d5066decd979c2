/** What each teller of a vote counted, part by part. */
import type { PartShown, VoteView } from "@nabat/views";
import { Notice, PersonName, type Say, Table, Time, useSay } from "@nabat/ui";
import type { BodyPage } from "../frame.tsx";
import { figures } from "./figures.ts";

/** A teller who has not counted yet doesn't see what the others counted: each counts alone first. */
export function yetToCount(page: BodyPage, view: VoteView): boolean {
  return view.parts.some((p) => p.mayTally && !p.tallies.some((tally) => tally.by.id === page.reader.viewer.member));
}

/** What each teller counted, part by part; where they differ it is said. `elsewhere`: lists stand on the page of the vote, not on this one. */
export function Tallies({ view, elsewhere }: { view: VoteView; elsewhere?: boolean }) {
  const say = useSay();
  const { t } = say;
  return (
    <>
      {view.parts
        .filter((p) => p.tallies.length > 0)
        .map((part) => {
          const keys = figures(
            say,
            view,
            part.tallies.some((k) => k.counts["invalid"] !== undefined),
          );
          const sealed = view.counting !== undefined && (part.key === "devices" || view.mode === "count");
          const differ =
            new Set(part.tallies.map((k) => keys.map((f) => k.counts[f.key] ?? 0).join() + (k.present ?? ""))).size > 1;
          return (
            <section key={part.key}>
              <h2>{view.parts.length > 1 ? t("tallies-of", { part: partName(say, part) }) : t("tallies")}</h2>
              {differ && (
                <Notice tone="warn" title={t("sitting-differ")} level={3}>
                  <p>{t(view.result ? "tallies-differ-declared" : "tallies-differ")}</p>
                </Notice>
              )}
              <Table
                caption={t(sealed ? (elsewhere ? "tallies-what-lists-there" : "tallies-what-lists") : "tallies-what")}
                columns={[
                  { name: t("teller") },
                  ...keys.map((f) => ({ name: f.label, n: true })),
                  { name: t("present"), n: true },
                ]}
                rows={part.tallies.map((tally) => [
                  <>
                    <PersonName of={tally.by} />, <Time at={tally.at} />
                  </>,
                  ...keys.map((f) => t("number", { n: tally.counts[f.key] ?? 0 })),
                  tally.present === undefined ? "–" : t("number", { n: tally.present }),
                ])}
              />
            </section>
          );
        })}
    </>
  );
}

/** The name of a part: the hall, another hall, or the devices of those outside. */
export function partName(say: Say, part: PartShown): string {
  return part.key === "devices" ? say.t("part-of-devices") : part.hall === "" ? say.t("part-of-hall") : part.hall;
}
