/**
 * A count as one SVG picture that prints: black on white, nothing told by colour alone. Stage counts
 * show a bar for each candidate and stage with the quota as a line; majority judgment a bar of grades
 * with the middle marked; pairwise counts a grid. Title and description carry the same in words.
 */
import type { CountFacts } from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";
import { rowOrder, voteStages } from "./layout.ts";
import { Bars } from "./picture-bars.tsx";
import { Grades } from "./picture-grades.tsx";
import { Pairs } from "./picture-pairs.tsx";

export interface CountPictureProps {
  readonly result: CountFacts;
  readonly locale: Locale;
  /** Unique on the page: title and description hang on it. */
  readonly id?: string;
  /** The stages stand in words beside the picture: its description need not say them all again. */
  readonly beside?: boolean;
}

/** The picture in a frame that can be moved sideways, by keyboard too. */
export function CountFigure(props: CountPictureProps) {
  return (
    <div class="count-scroll" tabIndex={0} role="region" aria-labelledby={`${props.id ?? "count"}-title`}>
      <CountPicture {...props} />
    </div>
  );
}

/** The picture. */
export function CountPicture({ result, locale, id = "count", beside = false }: CountPictureProps) {
  const of = { result, locale, id, beside, rows: rowOrder(result) };
  const grades = result.stages.find((s) => s.kind === "grades");
  if (grades) return <Grades of={of} stage={grades} />;
  const pairs = result.stages.findLast((s) => s.kind === "pairwise");
  if (pairs) return <Pairs of={of} stage={pairs} />;
  return <Bars of={of} stages={voteStages(result)} />;
}
