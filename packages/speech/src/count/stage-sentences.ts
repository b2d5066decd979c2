/** One stage in words: who is elected or goes out, with how many papers, and where those go. */
import type { Args } from "../fluent.ts";
import type { Locale } from "../locale.ts";
import { sayAmount, sayList, sayName } from "./amounts.ts";
import type { CountFacts, StageFacts } from "./facts.ts";
import { countSpeech } from "./speech.ts";

/** Pairs beyond this many aren't spelled out; the table has them all. */
const MOST_PAIRS = 45;

/** The sentence of a stage, without its number. */
export function stageSentence(result: CountFacts, stage: StageFacts, locale: Locale): string {
  const speech = countSpeech(locale);
  const t = (id: string, args?: Args): string => speech.t(id, args);
  const name = (c: number): string => sayName(result.candidates[c] ?? "?");
  const names = (list: readonly number[]): string => sayList(list.map(name), locale);
  const amount = (a: string | undefined): string => sayAmount(a ?? "0", locale);
  const subject = stage.subject === undefined ? "" : name(stage.subject);
  const standing = (): string =>
    sayList(
      (stage.votes ?? []).flatMap((v, c) => (v === "" ? [] : [t("standing", { name: name(c), votes: amount(v) })])),
      locale,
    );
  const moves = (): string => {
    const parts: string[] = [];
    const of = (stage.transfers ?? []).reduce((sum, m) => sum + m.papers, 0);
    for (const m of stage.transfers ?? []) {
      if (m.to < 0) parts.push(t("move-none", { papers: m.papers, of }));
      else parts.push(t(parts.length === 0 ? "move-first" : "move", { papers: m.papers, of, name: name(m.to) }));
    }
    return sayList(parts, locale);
  };
  const has = (stage.transfers ?? []).length > 0 ? "moves" : "none";
  const elected =
    stage.elected.length > 0 && stage.kind !== "fill"
      ? ` ${t("elected", { count: stage.elected.length, names: names(stage.elected) })}`
      : "";
  const pairs = (strict: boolean): string => {
    const parts: string[] = [];
    stage.matrix?.forEach((row, a) => {
      for (let b = a + 1; b < row.length; b++) {
        if (result.withdrawn.includes(a) || result.withdrawn.includes(b)) continue;
        const [x, y] = [row[b]!, stage.matrix![b]![a]!];
        const [w, l] = x >= y ? [a, b] : [b, a];
        const args = { name: name(w), other: name(l), for: Math.max(x, y), against: Math.min(x, y) };
        parts.push(t(strict ? "path" : x === y ? "level" : "beats", args));
      }
    });
    return sayList(parts.length > MOST_PAIRS ? [...parts.slice(0, MOST_PAIRS), "…"] : parts, locale);
  };
  switch (stage.kind) {
    case "first":
      return t(result.rule === "meek-stv" ? "first-meek" : "first", { standing: standing() }) + elected;
    case "surplus": {
      if ((stage.values ?? []).every((v) => /^0(\.0*)?$/.test(v.to)))
        return t("surplus-none", { name: subject }) + elected;
      const values = (stage.values ?? []).map((v, i) =>
        t(i === 0 && stage.values!.length === 1 ? "value" : "value-from", {
          to: amount(v.to),
          from: amount(v.from),
          whole: isWhole(v.to),
        }),
      );
      return (
        t("surplus", {
          name: subject,
          surplus: amount(surplusOf(result, stage)),
          papers: stage.papers ?? 0,
          values: sayList(values, locale),
          moves: moves(),
        }) + elected
      );
    }
    case "exclude":
      if (result.rule === "meek-stv") return t("exclude-meek", { name: subject }) + elected;
      return t("exclude", { name: subject, papers: stage.papers ?? 0, has, moves: moves() }) + elected;
    case "exclude-only":
      return t("exclude-only", { name: subject });
    case "barred":
      return t("barred", { names: names(stage.excluded), has, moves: moves() }) + elected;
    case "fill":
      return t("fill", { count: stage.elected.length, names: names(stage.elected) });
    case "iterate":
      return t("iterate", { quota: amount(stage.quota) }) + elected;
    case "tally":
      return t("tally", { standing: standing() });
    case "pairwise":
      return t("pairwise", { standing: pairs(false) });
    case "paths":
      return t("paths", { standing: pairs(true) });
    case "lock":
      return t(stage.locked ? "lock-yes" : "lock-no", {
        name: subject,
        other: name(stage.other ?? 0),
        for: amount(stage.figure),
        against: amount(stage.against),
      });
    case "grades": {
      const list = (stage.votes ?? []).flatMap((g, c) =>
        g === "" ? [] : [t("grade-of", { name: name(c), grade: g })],
      );
      return t("grades", { standing: sayList(list, locale) });
    }
    case "order": {
      const list = (stage.order ?? []).map((p) => (p.length === 1 ? names(p) : t("order-level", { names: names(p) })));
      return t("order", { names: list.join(" › ") }) + elected;
    }
    case "select":
      return t(selectId(result, stage), {
        name: subject,
        figure: amount(stage.figure),
        papers: stage.papers ?? 0,
        rest: amount(stage.rest),
      });
    case "complete":
      return t("complete", { rest: amount(stage.rest) });
    case "reopen":
      return t("reopen", { name: subject });
    default:
      return stage.kind;
  }
}

/** Whether an amount is one whole vote, as a choice of a message. */
export function isWhole(amount: string): "yes" | "no" {
  return /^1(\.0*)?$/.test(amount) ? "yes" : "no";
}

function selectId(result: CountFacts, stage: StageFacts): string {
  if (stage.figure === "") return "select-none";
  // Added by number of papers, when equal shares bought no more.
  if (stage.papers !== undefined) return "select-most";
  return `select-${result.rule}`;
}

/** What the transferring candidate had above the quota: the moved votes, with what was cut off. */
function surplusOf(result: CountFacts, stage: StageFacts): string {
  const before = result.stages[result.stages.indexOf(stage) - 1]?.votes?.[stage.subject ?? -1];
  if (!before || !stage.quota) return "0";
  return subtract(before, stage.quota);
}

/** a − b of exact amounts, as an exact amount. */
function subtract(a: string, b: string): string {
  const read = (x: string): [bigint, bigint] => {
    const f = /^(\d+)(?:\/(\d+)|\.(\d+))?$/.exec(x);
    if (!f) return [0n, 1n];
    if (f[3] !== undefined) return [BigInt(f[1]! + f[3]), 10n ** BigInt(f[3].length)];
    return [BigInt(f[1]!), BigInt(f[2] ?? "1")];
  };
  const [n, d] = read(a);
  const [m, e] = read(b);
  if (d === e && /\.\d+$/.test(a)) {
    const places = a.length - a.indexOf(".") - 1;
    const digits = String(n - m).padStart(places + 1, "0");
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  const top = n * e - m * d;
  const bottom = d * e;
  return top % bottom === 0n ? String(top / bottom) : `${top}/${bottom}`;
}
