/** What a vote still waits for, in words, and the one act by which who looks can help (M-23 to M-28). */
import { ActButton, Day, useSay } from "@nabat/ui";
import type { NewcomerLine } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

type Wait = NewcomerLine["waits"][number];

/** One thing that is missing; with the day, where time alone brings it. */
export function WaitWords({ wait }: { wait: Wait }) {
  const { t } = useSay();
  const from = "from" in wait ? wait.from : undefined;
  return (
    <>
      {t(`vote-wait-${wait.what}`)}
      {wait.what === "place" && wait.hall && <> {t("vote-wait-place-hall")}</>}
      {from !== undefined && (
        <>
          {" "}
          {t(wait.what === "place" ? "vote-wait-place-from" : "vote-wait-from")} <Day at={from} />
        </>
      )}
    </>
  );
}

/** What is missing to be a member, apart from the vote: so many who vouch, being met, a vote of the assembly (M-6). */
export function Lacking({ of }: { of: NonNullable<NewcomerLine["lacks"]> }) {
  const { t } = useSay();
  const lacks = [
    ...(of.vouchers > 0 ? [t("lacks-vouchers", { n: of.vouchers })] : []),
    ...(of.seen ? [t("lacks-seen")] : []),
    ...(of.decision ? [t("lacks-decision")] : []),
  ];
  return <>{lacks.length > 0 ? `${t("lacks-for")} ${lacks.join(", ")}` : t("lacks-time")}</>;
}

/** All that is missing, one beside the other. */
export function Waits({ waits }: { waits: readonly Wait[] }) {
  const { t } = useSay();
  return (
    <>
      {t("vote-waits-for")}{" "}
      {waits.map((wait, n) => (
        <>
          {n > 0 && ", "}
          <WaitWords wait={wait} />
        </>
      ))}
    </>
  );
}

/** What the viewer can do for this newcomer now: vouch, enter having met them, give their word, have them take the place that is free. */
export function Helping({ page, line, next }: { page: BodyPage; line: NewcomerLine; next: string }) {
  const { t } = useSay();
  const { body } = page.reader;
  const { may } = line;
  const of = { member: line.id };
  return (
    <>
      {may.vouch && (
        <ActButton
          quiet
          act="vouch"
          body={body}
          next={next}
          submit={t("vouch-do")}
          warning={t("vouch-warning")}
          of={of}
        />
      )}
      {may.sponsor && line.waits.some((w) => w.what === "sponsor" || w.what === "place") && (
        <ActButton
          quiet
          act="sponsor"
          body={body}
          next={next}
          submit={t("sponsor-do")}
          warning={t("sponsor-warning")}
          of={of}
        />
      )}
      {may.place && (
        <ActButton
          quiet={!line.you}
          act="place"
          body={body}
          next={next}
          submit={t(line.you ? "place-do-own" : "place-do")}
          warning={t(`place-what-${may.place}`)}
          of={of}
        />
      )}
    </>
  );
}
