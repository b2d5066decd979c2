/** A motion in a list, with where it stands. */
import { Meta, PersonName, Tag, type TagKind, Time, useSay, Words } from "@nabat/ui";
import type { MotionLine, MotionStatus } from "@nabat/views";
import { ForceTag } from "../binding/decision.tsx";
import { numbers } from "../votes/result.tsx";

const TAGS: Readonly<Record<MotionStatus, TagKind>> = {
  discussed: "open",
  voting: "open",
  counting: "open",
  carried: "done",
  lost: "no",
  withdrawn: "plain",
  accepted: "done",
  fallen: "plain",
};

/** Where a motion stands; a vote that was called and opens later isn't open. */
export function StatusTag({ line }: { line: Pick<MotionLine, "status" | "opens"> }) {
  const { t } = useSay();
  const later = line.status === "voting" && line.opens !== undefined;
  return <Tag kind={TAGS[line.status]}>{t(later ? "status-called" : `status-${line.status}`)}</Tag>;
}

/** One motion in a ledger. */
export function MotionItem({ line, base }: { line: MotionLine; base: string }) {
  const say = useSay();
  const { t } = say;
  return (
    <li>
      <a class="title" href={`${base}/motions/${line.id}`}>
        <Words of={line.title} />
      </a>
      <Meta>
        <StatusTag line={line} />
        {line.force !== undefined && line.force !== "in-force" && <ForceTag line={{ stage: line.force }} />}
        {line.amends ? (
          <a href={`${base}/motions/${line.amends.id}`}>{t("amend-to", { title: line.amends.title.text ?? "" })}</a>
        ) : (
          line.subject !== "text" && t(`subject-${line.subject}`)
        )}
        {line.amendments > 0 && t("amendments-count", { n: line.amendments })}
        {line.result && numbers(say, line.result)}
        {line.opens !== undefined && (
          <>
            {t("opens")} <Time at={line.opens} />
          </>
        )}
        {line.vote?.closes !== undefined && (
          <>
            {t("closes")} <Time at={line.vote.closes} />
          </>
        )}
        {line.vote?.yours && t("you-voted")}
        <>
          {t("by")} <PersonName of={line.mover} />
        </>
        <Time at={line.at} />
      </Meta>
    </li>
  );
}
