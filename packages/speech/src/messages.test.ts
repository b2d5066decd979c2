/** The messages of all languages: the same ids, the same variables, readable by Fluent; a sentence for every refusal. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS, SENTENCES, sentences, template, TEMPLATES } from "@nabat/body";
import { NOTICE_KINDS } from "@nabat/record";
import { describe, expect, test } from "vitest";
import {
  chooseLocale,
  LOCALES,
  refusalMessage,
  refusalSentence,
  sayDate,
  saySentence,
  sayExactly,
  speak,
  TEXTS,
} from "./mod.ts";

const root = join(import.meta.dirname, "../../..");

function idsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map((m) => m[1] as string));
}

/** The variables a message names, wherever in it. */
function variables(texts: readonly string[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  for (const text of texts)
    for (const part of text.split(/^(?=[a-zA-Z][\w-]* =)/m)) {
      const id = /^([a-zA-Z][\w-]*) =/.exec(part)?.[1];
      if (id) out.set(id, new Set([...part.matchAll(/\$([a-zA-Z]+)/g)].map((m) => m[1] as string)));
    }
  return out;
}

test("every language says everything, and nothing twice", () => {
  const en = idsOf(TEXTS.en);
  expect(new Set(en).size).toBe(en.length);
  for (const locale of LOCALES) {
    const ids = idsOf(TEXTS[locale]);
    expect(ids.filter((id) => !en.includes(id))).toEqual([]);
    expect(en.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect([locale, id, speak(locale).has(id)]).toEqual([locale, id, true]);
  }
});

test("a translation names no variable that the original doesn't", () => {
  const en = variables(TEXTS.en);
  for (const locale of LOCALES)
    for (const [id, names] of variables(TEXTS[locale]))
      expect([id, [...names].filter((n) => !en.get(id)?.has(n))]).toEqual([id, []]);
});

/** What stands before the bracket that closes a call whose arguments begin here. */
function untilClosed(text: string): string {
  let depth = 0;
  for (const [n, c] of [...text].entries()) {
    if ("({[".includes(c)) depth += 1;
    if (")}]".includes(c) && depth-- === 0) return [...text].slice(0, n).join("");
  }
  return text;
}

/**
 * Refusals of the body's rules: rule, code and the facts that come with them; also those that choose
 * their code or are given their rule by the caller.
 */
function refusalsOfBody(): Map<string, { rule: string; code: string; facts: Set<string> }> {
  const out = new Map<string, { rule: string; code: string; facts: Set<string> }>();
  const add = (rule: string, code: string, facts: string) => {
    const key = `${rule} ${code}`;
    const found = out.get(key) ?? { rule, code, facts: new Set() };
    for (const m of facts.matchAll(/[{,]\s*(\w+)(?=\s*[:,}])/g)) found.facts.add(m[1] as string);
    out.set(key, found);
  };
  for (const file of readdirSync(join(root, "packages/body/src"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.includes(".test.")) continue;
    const code = readFileSync(join(root, "packages/body/src", file), "utf8");
    for (const m of code.matchAll(/refuse\(\s*"([A-Z]+-\d+)",/g)) {
      const rest = untilClosed(code.slice(m.index + m[0].length));
      const [chosen = ""] = rest.split("{");
      const facts = rest.slice(chosen.length);
      // In `status === "decided" ? "a" : "b"` the codes are the last two strings.
      const codes = [...chosen.matchAll(/"([a-z0-9-]+)"/g)].map((c) => c[1] as string);
      for (const c of chosen.includes("?") ? codes.slice(-2) : codes.slice(0, 1)) add(m[1] as string, c, facts);
    }
    for (const m of code.matchAll(/rule: "([A-Z]+-\d+)", code: "([a-z0-9-]+)"(.*)/g))
      add(m[1] as string, m[2] as string, `{${m[3]}`);
  }
  for (const rule of ["V-24", "O-7", "G-2"]) for (const c of ["teller-twice", "teller-not-a-member"]) add(rule, c, "");
  const elected = ["not-a-called-meeting", "in-the-hall-that-leads", "elect-tellers-first", "opened-it"];
  for (const rule of ["K-11", "K-12", "M-13"]) for (const c of [...elected, "not-an-elected-teller"]) add(rule, c, "");
  for (const c of ["speaks-only", "votes-in-the-hall", "stands-for-nobody", "cannot-be-undone", "not-in-the-table"])
    add("K-12", c, "{ until }");
  for (const c of ["votes-in-the-hall", "cannot-be-undone", "not-in-the-table"]) add("K-14", c, "{ until }");
  for (const c of ["votes-in-the-hall", "stands-for-nobody", "not-in-the-table"]) add("K-15", c, "{ until }");
  for (const rule of ["V-5", "V-7", "V-9"]) add(rule, "vote-not-over", "");
  for (const rule of ["V-13", "V-23", "G-32"]) add(rule, "must-be-secret", "");
  return out;
}

/** Refusals of rules with several codes for which the rule's general sentence says enough: what a person does is the same. */
const GENERAL_ENOUGH = new RegExp(
  [
    // Faults of a record or of a proof that a check finds: keep the copy, or bring the proof again.
    "F-1 (founding-addressed|no-founding|not-a-founding)",
    "F-10 (bad-evidence|evidence-of-another|no-evidence)",
    "F-11 (another-mother|another-type|bad-evidence|evidence-of-another|no-such-decision)",
    "F-12 existing-and-established",
    "R-(9|14|15|24|41|42|47) .*",
    "D-2 false-state",
    // What a program of ours never makes: begin again.
    "K-3 .*",
    "K-8 nothing-waits",
    // Between servers.
    "W-[12] .*",
  ]
    .map((p) => `^${p}$`)
    .join("|"),
);

/** Refusals written out in the code: rule and code. */
function refusalsInCode(): [string, string][] {
  const out = new Map<string, [string, string]>();
  for (const file of readdirSync(join(root, "packages"), { recursive: true, encoding: "utf8" })) {
    if (!/^[a-z]+\/src\/.*\.tsx?$/.test(file) || file.includes(".test.") || file.startsWith("testkit/")) continue;
    const code = readFileSync(join(root, "packages", file), "utf8");
    for (const m of code.matchAll(/refuse\(\s*"([A-Z]+-\d+)",\s*"([a-z0-9-]+)"/g))
      out.set(`${m[1]} ${m[2]}`, [m[1] as string, m[2] as string]);
    for (const m of code.matchAll(/rule: "([A-Z]+-\d+)", code: "([a-z0-9-]+)"/g))
      out.set(`${m[1]} ${m[2]}`, [m[1] as string, m[2] as string]);
  }
  return [...out.values()];
}

/**
 * Words by which a sentence tells somebody what they can do; a new sentence that does it in other words adds them here.
 * They are looked for in the whole message: it isn't checked that what they say helps.
 */
const VERBS = [
  "Add|Adopt|Agree|Answer|Appeal|Ask|Begin|Bring|Call|Carry|Change|Check|Choose|Close|Come|Confirm|Contest|Correct|Count",
  "Decide|Declare|Discuss|Don’t|Draw|Elect|End|Enter|Find|Found|Give|Go|Hear|Invite|Keep|Leave|Let|Load|Look|Make|Meet",
  "Move|Name|Offer|Open|Put|Raise|Read|Recompute|Refuse|Reveal|Say|Second|See|Send|Shorten|Show|Sign|Speak|Sponsor|Stand",
  "Start|Take|Tell|Try|Type|Use|Vote|Wait|Withdraw|Write",
].join("|");
const DOES = {
  en: new RegExp(
    `(?:^|[.:?)}\\]] )(?:Then |Or )?(?:${VERBS})\\b|[,;] (?:then |else )?(?:${VERBS.toLowerCase()})\\b|[Yy]ou can \\w|Nothing more is needed|nothing to do`,
    "u",
  ),
  // Imperatives end in -ez; what follows "vous" is none.
  fr: /(?<!\bvous (?:n[e’] ?)?)(?<!\p{L})(?!chez|assez|nez)\p{L}+ez(?!\p{L})|(?<!vous )\b(?:faites|dites)\b|vous pouvez (?!pas)|\bil faut\b|\bdoi(?:t|vent)\b|\bQue la personne\b|Rien (?:de plus|d’autre)|rien à faire/iu,
} as const;
/** What a sentence says of a fact that comes with it (S-30 to S-34). */
const MADE_OF: Readonly<Record<string, string>> = { what: "field", unit: "field", share: "num" };

describe.each(LOCALES)("refusals in %s", (locale) => {
  test("each offers something to do", () => {
    const messages = TEXTS[locale].flatMap((text) => text.split(/^(?=[a-zA-Z][\w-]* =)/m));
    const refusals = messages.filter((m) => /^refusal-(?!rule )/.test(m));
    expect(refusals.length).toBeGreaterThan(700);
    const without = refusals.filter((m) => !DOES[locale].test(m.slice(m.indexOf("=") + 1).trim()));
    expect(without).toEqual([]);
    expect(DOES[locale].test(locale === "en" ? "This text is too long." : "Ce texte est trop long.")).toBe(false);
  });
  test("each has a sentence of its own rule", () => {
    const found = refusalsInCode();
    expect(found.length).toBeGreaterThan(150);
    const unsaid = found.filter(([rule, code]) => refusalMessage(speak(locale), rule, code) === "refusal-general");
    expect(unsaid.map((r) => r.join(" "))).toEqual([]);
  });
  test("each of a body's rules has its own; the general one where a rule has only one, or where it says enough", () => {
    const found = [...refusalsOfBody().values()];
    expect(found.length).toBeGreaterThan(320);
    const alone = (rule: string) => found.filter((r) => r.rule === rule).length === 1;
    const unsaid = found.filter(({ rule, code }) => {
      const message = refusalMessage(speak(locale), rule, code);
      if (message === `refusal-${rule}-${code}`) return false;
      return message === "refusal-general" || !(alone(rule) || GENERAL_ENOUGH.test(`${rule} ${code}`));
    });
    expect(unsaid.map((r) => `${r.rule} ${r.code}`)).toEqual([]);
  });
  test("each names only facts that come with it", () => {
    const named = variables(TEXTS[locale]);
    const wrong = [...refusalsOfBody().values()].flatMap(({ rule, code, facts }) => {
      const message = refusalMessage(speak(locale), rule, code);
      return [...(named.get(message) ?? [])]
        .filter((v) => v !== "zone" && !facts.has(v) && !facts.has(MADE_OF[v] ?? v))
        .map((v) => `${message} $${v}`);
    });
    expect(wrong).toEqual([]);
  });
  test("S-31, S-34: what is too much or too long is named, with its unit", () => {
    const said = (rule: string, code: string, facts: object) =>
      refusalSentence({ rule, code, facts: facts as never }, locale);
    const notice = said("S-34", "too-long", { field: "convene.noticeDays", value: 60, most: 30 });
    const talk = said("S-34", "too-long", { field: "voting.discussionHours", value: 1000, most: 720 });
    const all = said("S-31", "majority-too-high", { where: "change", num: 1, den: 1, most: "3/4" });
    expect([notice, talk, all].join(" ")).not.toMatch(/⟦|\{|1\/1/);
    expect(notice).toContain(speak(locale).t("param-convene-noticeDays"));
    expect(notice).toMatch(/60 (days|jours)/);
    expect(talk).toContain(speak(locale).t("param-voting-discussionHours"));
    expect(talk).toMatch(/720 (hours|heures)/);
  });
  test("each says more than its rule, and ends with it", () => {
    for (const [rule, code] of refusalsInCode()) {
      const sentence = refusalSentence({ rule, code, facts: {} }, locale, { zone: "Europe/Paris" });
      expect(sentence).toMatch(new RegExp(`\\((rule|règle)\u00a0${rule}\\)$`));
      expect(sentence.length).toBeGreaterThan(30);
    }
  });
  test("the eight guarantees each have their own", () => {
    for (let n = 20; n <= 27; n++) expect(speak(locale).has(`refusal-S-${n}`)).toBe(true);
  });
  test("every kind of entry can be told", () => {
    const untold = [...KINDS.keys()].map((k) => k.replaceAll(".", "-")).filter((k) => !speak(locale).has(`entry-${k}`));
    expect(untold).toEqual([]);
    for (const kind of NOTICE_KINDS) expect(speak(locale).has(`entry-notice-${kind}`)).toBe(true);
  });
  test("the seven sentences of every template are whole", () => {
    for (const name of TEMPLATES) {
      const said = sentences(template(name, { zone: "Europe/Paris", languages: ["en"] })).map((s) =>
        saySentence(s, locale),
      );
      expect(said.length).toBe(SENTENCES.length);
      for (const sentence of said) {
        expect(sentence).not.toMatch(/⟦|\{|undefined|\?\?/);
        expect(sentence).toMatch(/^[A-ZÀ-Ý0-9].*\.$/s);
      }
    }
  });
});

test("dates are said as people say them, in the body's zone, in any year", () => {
  const now = Date.UTC(2026, 10, 23);
  expect(sayDate(Date.UTC(2026, 4, 3, 12, 5), "Europe/Paris", "en", now)).toBe("3 May at 14:05");
  expect(sayDate(Date.UTC(2026, 4, 3, 12, 5), "Europe/Paris", "fr", now)).toBe("3 mai à 14:05");
  expect(sayDate(Date.UTC(1921, 2, 1, 12, 0), "UTC", "en", now)).toBe("1 March 1921 at 12:00");
  expect(sayExactly(Date.UTC(1921, 2, 1, 12, 0), "UTC", "en")).toContain("1921");
  expect(
    refusalSentence(
      {
        rule: "M-14",
        code: "joined-after-call",
        facts: { joined: Date.UTC(2026, 4, 3), called: Date.UTC(2026, 4, 1) },
      },
      "en",
      { zone: "UTC" },
    ),
  ).toBe(
    "You can’t vote on this: you have a vote since 3 May 2026 at 00:00, after the vote was called on 1 May 2026 at 00:00. You can speak, and vote on what is called from now on. (rule\u00a0M-14)",
  );
});

test.each(LOCALES)("a rule and its number stay on one line in every text, but in a command to copy (%s)", (lang) => {
  const speech = speak(lang);
  const ids = TEXTS[lang].flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) =/gim)].map((m) => m[1] as string));
  const args = { rule: "V-16", roll: 9, n: 1, most: 2, left: 1, total: 3, names: "Ana", what: "both" };
  const citing = ids.map((id) => speech.t(id, args)).filter((said) => /(?<!-)(rule|règle)\s[A-Z]-\d/.test(said));
  expect(citing.length).toBeGreaterThan(8);
  expect(citing.filter((said) => /(?<!-)(rule|règle) [A-Z]-\d/.test(said))).toEqual([]);
  expect(speech.t("counting-take-check", { rule: "irv" })).toContain("--rule irv ");
});

test("an unknown refusal still makes a sentence with its rule", () => {
  expect(refusalSentence({ rule: "Z-9", code: "never", facts: {} }, "fr")).toContain("(règle\u00a0Z-9)");
});

test("the language follows choice, then cookie, then browser", () => {
  expect(chooseLocale({ query: "fr", cookie: "en", header: "en" })).toBe("fr");
  expect(chooseLocale({ cookie: "fr", header: "en" })).toBe("fr");
  expect(chooseLocale({ header: "fr-CA,fr;q=0.9,en;q=0.5" })).toBe("fr");
  expect(chooseLocale({ header: "de,nl" })).toBe("en");
  expect(chooseLocale({ query: "xx", header: "<script>" })).toBe("en");
});
