/** The facts of minutes in sentences (G-43): the same words on the page, on paper and in the text file. */
import { sayZone } from "@nabat/speech";
import type { Say } from "@nabat/ui";
import type { MinutedBoard, MinutedLine, MinutesShown, Person } from "@nabat/views";
import { plainName } from "../form-values.ts";
import { numbers } from "../votes/result.tsx";

/** One line of minutes as a sentence, with its numbers and their whole. */
export function minuteWords(say: Say, l: MinutedLine): string {
  const { t } = say;
  const title = l.aob
    ? t("aob")
    : l.procedure && !l.rows
      ? t(`procedure-${l.procedure}`)
      : l.amends
        ? t("minute-amendment", { title: l.title?.text ?? "", motion: l.amends.text ?? "" })
        : (l.title?.text ?? t(`text-${l.title?.why ?? "missing"}`));
  switch (l.what) {
    case "result":
      return l.result
        ? t("minute-result", {
            title,
            outcome: outcome(say, l),
            numbers: figures(say, l),
            by: l.counted && l.counted.length > 0 ? ` ${t("minute-counted-by", { names: names(l.counted) })}` : "",
            differ: l.differ ? ` ${t("minute-differ")}` : "",
            opinion: l.opinion ? ` ${t("vote-opinion")}.` : "",
            later: l.later ? ` ${t(`minute-later-${l.later}`)}` : "",
          })
        : t("minute-vote", { title, mode: t(`mode-${l.mode ?? "hands"}`) });
    case "vote":
      return t("minute-vote", { title, mode: t(`mode-${l.mode ?? "hands"}`) });
    case "moved":
    case "procedure":
      return t("minute-moved", { title, mover: l.mover?.name ?? t("person-unnamed"), text: l.text?.text ?? "" });
    case "board":
      return l.board
        ? t("minute-board", {
            board: boardWords(say, l.board),
            by: l.board.behind === undefined ? "" : ` ${t("minute-board-by", { n: l.board.behind })}`,
          })
        : t("minute-board-alone");
    case "item-put-off":
    case "adjourned":
      return l.returns === undefined
        ? t(`minute-${l.what}`, { title })
        : t(`minute-${l.what}-until`, { title, when: say.date(l.returns) });
    default:
      return t(`minute-${l.what}`, { title });
  }
}

const names = (people: readonly Person[]): string => people.map(plainName).join(", ");

/** "Chair: Ana, Secretary: Eva, Tellers: Cleo, Dan". */
function boardWords({ t }: Say, { chair, secretary, tellers }: MinutedBoard): string {
  const part = (key: string, people: readonly Person[]) => `${t(key)}${t("colon")}${names(people)}`;
  return [
    part("chair", [chair]),
    ...(secretary ? [part("secretary", [secretary])] : []),
    ...(tellers.length > 0 ? [part("tellers", tellers)] : []),
  ].join("; ");
}

function outcome(say: Say, l: MinutedLine): string {
  const elected = (l.rows ?? [])
    .filter((r) => r.place === "elected")
    .map((r) => r.person.name ?? r.person.id.slice(0, 8));
  if (l.rows)
    return elected.length > 0
      ? say.t("election-elected", { names: elected.join(", ") })
      : say.t(`outcome-election-${l.result?.outcome ?? "reopened"}`);
  return say.t(`outcome-${l.opinion ? "opinion-" : l.amends ? "amendment-" : ""}${l.result?.outcome ?? "lost"}`);
}

function figures(say: Say, l: MinutedLine): string {
  if (!l.result) return "";
  if (!l.rows) return numbers(say, l.result);
  const head =
    l.result.present === undefined
      ? say.t("count-whole", { whole: l.result.whole })
      : say.t("count-present", { n: l.result.present, whole: l.result.whole });
  const parts = [
    ...l.rows.map((r) => `${r.person.name ?? r.person.id.slice(0, 8)} ${r.marks}`),
    `${say.t("figure-none")} ${l.result.counts["none"] ?? 0}`,
    `${say.t("figure-blank")} ${l.result.counts["blank"] ?? 0}`,
  ];
  return say.t("count-line", { head, parts: parts.join(", ") });
}

/** The minutes as a plain text file. */
export function minutesText(say: Say, m: MinutesShown, body: string, link: string): string {
  const { t } = say;
  const name = (p: { readonly name?: string; readonly id: string }) => p.name ?? p.id.slice(0, 8);
  const lines = [
    `${t("minutes")}${t("colon")}${m.title.text ?? ""}`,
    body,
    `${t("minutes-opened")} ${say.date(m.opened)} (${sayZone(say.zone, say.locale)})${m.place?.text ? `, ${m.place.text}` : ""}${m.hall ? `, ${m.hall}` : ""}`,
    ...(m.ended ? [t(`minutes-ended-${m.ended.how}`, { when: say.date(m.ended.at) })] : [t("minutes-goes-on")]),
    ...(m.call ? [`${t("minutes-called")}${t("colon")}${name(m.call.caller)}`] : []),
    `${t("chair")}${t("colon")}${name(m.chair)} (${t(m.elected ? "board-elected" : "board-provisional")})`,
    ...(m.secretary ? [`${t("secretary")}${t("colon")}${name(m.secretary)}`] : []),
    `${t("tellers")}${t("colon")}${m.tellers.map(name).join(", ")}`,
    "",
    ...m.lines.map((l, i) => `${i + 1}. ${say.date(l.at)}  ${minuteWords(say, l)}`),
    "",
    t("minutes-presence"),
    ...m.presence.map(
      (p) =>
        `${say.date(p.at)}  ${t("minutes-presence-line", { name: name(p.by), present: p.present, guests: p.guests, remote: p.remote })}`,
    ),
    ...(m.carried.length > 0 ? ["", t("minutes-carried"), ...m.carried.map((c) => `- ${c.title.text ?? ""}`)] : []),
    ...(m.unvoted.length > 0 ? ["", t("minutes-unvoted"), ...m.unvoted.map((u) => `- ${u.title.text ?? ""}`)] : []),
    "",
    ...[m.chair, ...(m.secretary ? [m.secretary] : []), ...m.tellers].map(
      (p) => `${name(p)}: ______________________________`,
    ),
    "",
    link,
  ];
  return `${lines.join("\r\n")}\r\n`;
}
