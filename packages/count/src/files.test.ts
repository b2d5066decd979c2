/** Files: BLT with all that real ones hold, CSV, JSON; parsers neither hang nor throw on anything. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBlt } from "./blt-read.ts";
import { writeBlt } from "./blt-write.ts";
import { countProfile } from "./count.ts";
import { readCsv } from "./csv-read.ts";
import { profileFromJson, profileToJson, readJson } from "./json-read.ts";
import { paperAt, type Profile, profileOf } from "./profile.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function blt(text: string): Profile {
  const r = readBlt(bytes(text));
  if (!r.ok) throw new Error(`${r.code} ${JSON.stringify(r.facts)}`);
  return r.value.profile;
}
const fault = (text: string) => {
  const r = readBlt(bytes(text));
  return r.ok ? "read" : `${r.rule} ${r.code} ${r.facts["line"]}`;
};
const names = (p: Profile): string[] => p.candidates.map((c) => c.name);
const papers = (p: Profile) => Array.from(p.papers.weights, (_, i) => paperAt(p.papers, i));

describe("BLT", () => {
  test("withdrawn, comments, weights, equal ranks, gaps, blank papers, several on a line", () => {
    const p = blt(
      '4 2 # four stand\n-2\n3 1 2=3 4 0 /* a /* nested */ comment */ 2 - 4 0\n1 0\n0\n"A" # first\n"B"\n"C"\n"D"\n"Title"\n"source"',
    );
    expect(papers(p)).toEqual([
      { count: 3, ranks: [[0], [1, 2], [3]] },
      { count: 2, ranks: [[], [3]] },
      { count: 1, ranks: [] },
    ]);
    expect(p.candidates[1]).toEqual({ name: "B", withdrawn: true });
    expect([p.title, p.notes]).toEqual(["Title", ["source"]]);
  });

  test("equal papers are merged while they are read; the paper asked for is found", () => {
    const r = readBlt(bytes('2 1\n1 1 0\n2 2 0\n1 1 0\n0\n"A"\n"B"\n""'), 4);
    expect(r.ok && r.value.profile.papers.weights).toEqual(new Float64Array([2, 2]));
    expect(r.ok && r.value.wanted).toBe(0);
  });

  test.each([
    ['"A"\n"B"\n"T"', ["A", "B"]],
    ["Ann One (Lab)\nBob Two (SNP)\nSome Ward", ["Ann One (Lab)", "Bob Two (SNP)"]],
    ['"A" "B"\n"T"', ["A", "B"]],
    ['"A" "B" "T"', ["A", "B"]],
    ['"Ann" "Labour"\n"Bob" "SNP"\n"Ward"', ['Ann "Labour"', 'Bob "SNP"']],
    ['"""Ann"" ""Labour"""\n"Bob ""Independent"""\n"Ward"', ['Ann "Labour"', 'Bob "Independent"']],
    ["'A'\n“B”\nT", ["A", "B"]],
    ['"Robert "Bob" Smith"\nB"\n"T"', ['Robert "Bob" Smith', "B"]],
    ["A,\nB,\nT,", ["A", "B"]],
    ["# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\nWard", ["Ann", "Bob"]],
  ])("names written %j", (tail, expected) => expect(names(blt(`2 1\n1 1 0\n0\n${tail}\n`))).toEqual(expected));

  test("commas at the ends of lines, a byte order mark, carriage returns, Windows-1252", () => {
    expect(papers(blt("\ufeff2 1,\r\n5 2 1 0,\r\n0,\r\nA,\r\nB,\r\n"))).toEqual([{ count: 5, ranks: [[1], [0]] }]);
    const latin = new Uint8Array([...bytes("1 1\n1 1 0\n0\n"), 0x22, 0xe9, 0x22]);
    const r = readBlt(latin);
    expect(r.ok && names(r.value.profile)).toEqual(["é"]);
  });

  test("options of other counters: nick, tie, withdrawn, paper numbers", () => {
    const p = blt('3 1\n[nick a b c]\n[withdrawn b]\n[tie c a b]\n(1) a c 0\n(2) c=a 0\n0\n"A"\n"B"\n"C"\n"T"');
    expect(papers(p)).toEqual([
      { count: 1, ranks: [[0], [2]] },
      { count: 1, ranks: [[2, 0]] },
    ]);
    expect(p.tieOrder).toEqual([2, 0, 1]);
    expect(p.candidates[1]!.withdrawn).toBe(true);
  });

  test("a paper of weight 0 counts for nothing and doesn't end the papers", () => {
    const p = blt('3 1\n0 1 2 0\n3 1 0\n0 2=3 - 1 0 # none\n2 2 3 0\n0 0\n0\n"A"\n"B"\n"C"\n"T"');
    expect([papers(p), names(p), p.title]).toEqual([
      [
        { count: 3, ranks: [[0]] },
        { count: 2, ranks: [[1], [2]] },
      ],
      ["A", "B", "C"],
      "T",
    ]);
    expect(names(blt("2 1\n1 1 0\n0\n1\n2\n"))).toEqual(["1", "2"]);
  });
  test("a paper may go on below where a long line was broken, indented, or one number a line", () => {
    const long = Array.from({ length: 30 }, (_, i) => i + 1);
    const tail = Array.from({ length: 40 }, (_, i) => `"N${i}"`).join("\n");
    const p = blt(`40 1\n1 ${long.join(" ")}\n31 32 33 0\n0\n${tail}`);
    expect(papers(p)[0]!.ranks.flat()).toEqual(Array.from({ length: 33 }, (_, i) => i));
    expect(papers(blt("3 1\n2 1\n  2 3 0\n0\nA\nB\nC"))).toEqual([{ count: 2, ranks: [[0], [1], [2]] }]);
    expect(papers(blt("3\n1\n2\n1\n3\n0\n0\nA\nB\nC"))).toEqual([{ count: 2, ranks: [[0], [2]] }]);
  });
  test("comments of both kinds among the names; commas between them; carriage returns alone", () => {
    for (const tail of [
      '/* end */\n"A" /* one */\n"B" # two\nC # three\n"T" # title',
      '"A", "B", "C"\n/* a\nb */ "T"',
      '"A" /* /* */ "x" */\n/**/"B"\nC\nT',
    ]) {
      const p = blt(`3 1\n1 1 0\n0 ${tail}`);
      expect([names(p), p.title], tail).toEqual([["A", "B", "C"], "T"]);
    }
    expect(names(blt('3 1\n1 1 0\n0\n"A /* x */"\nFlat #2\n"C # d"'))).toEqual(["A /* x */", "Flat #2", "C # d"]);
    expect(names(blt('2 1\n1 1 0\n0\n"Ann", "Labour"\n"Bob","Greens"\n"T"'))).toEqual(['Ann "Labour"', 'Bob "Greens"']);
    const old = blt("3 1\r# c\r2 1 0\r0\rA\rB\rC\rT");
    expect([names(old), old.title]).toEqual([["A", "B", "C"], "T"]);
  });
  test("a candidate marked twice on a paper keeps the first mark, and it is counted", () => {
    const r = readBlt(bytes('3 1\n4 1 2 1 3 0\n1 2=2 0\n0\n"A"\n"B"\n"C"'));
    expect(r.ok && r.value.repeated).toBe(5);
    expect(r.ok && papers(r.value.profile)).toEqual([
      { count: 4, ranks: [[0], [1], [2]] },
      { count: 1, ranks: [[1]] },
    ]);
  });

  test.each([
    ["", "T-1 empty 1"],
    ["x 1", "T-1 candidates-count 1"],
    ["2", "T-1 seats-count 1"],
    ["2 0", "T-1 seats-count 1"],
    ["2 1\n1 3 0\n0\nA\nB", "T-1 no-such-candidate 2"],
    ["2 1\n\n1 1 x 0\n0\nA\nB", "T-1 bad-token 3"],
    ["2 1\n1.5 1 0\n0\nA\nB", "T-1 bad-weight 2"],
    ["2 1\n1 1 0\n", "T-1 no-end-of-papers 3"],
    ["2 1\n1 1 2", "T-1 unfinished-paper 2"],
    ['2 1\n1 1 0\n0\n"A"\n', "T-1 names-missing 4"],
    ["2 1\n/* open\n1 1 0", "T-1 unfinished-comment 2"],
    ["2 1\n[odd 1]\n0\nA\nB", "T-1 unknown-option 2"],
    ["2 1\n-3\n0\nA\nB", "T-1 no-such-candidate 2"],
    ["4 1\n3 1\n4 2 0\n0\nA\nB\nC\nD", "T-1 paper-not-closed 2"],
    ["4 2\r\n3 1 2\r\n4 2 1 0\r\n0\r\nA\r\nB\r\nC\r\nD", "T-1 paper-not-closed 2"],
    ["2 1\n1 1=0\n0\nA\nB", "T-1 bad-token 2"],
    ["2 1\n1 1= 0\n0\nA\nB", "T-1 bad-token 2"],
    ["2 1\n0 3 0\n0\nA\nB", "T-1 no-such-candidate 2"],
    ["2 1\n9007199254740991 1 0\n9007199254740991 2 0\n0\nA\nB", "T-1 out-of-range 3"],
    ["2 1\n1 1 0\n0\nA\n/* open\nB", "T-1 unfinished-comment 5"],
  ])("refuses %j as %s", (text, expected) => expect(fault(text)).toBe(expected));

  test("any bytes: read or refused with a line, never thrown", () => {
    const soup = fc
      .array(
        fc.constantFrom(
          "1",
          "2",
          "0",
          "3",
          " ",
          "\n",
          "-",
          "=",
          "#",
          "/*",
          "*/",
          "(",
          ")",
          "[",
          "]",
          '"',
          "A",
          ",",
          "9999999999999999999",
          "\r",
          "\t",
          "tie",
          "\u0000",
          "é",
        ),
        { maxLength: 60 },
      )
      .map((a) => bytes(`3 2\n${a.join("")}`));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), soup), (b) => {
        const r = readBlt(b);
        if (!r.ok) expect(r.facts["line"]).toBeGreaterThanOrEqual(1);
        else countProfile(r.value.profile, "scottish-stv");
        const c = readCsv(b);
        if (!c.ok) expect(c.facts["line"]).toBeGreaterThanOrEqual(1);
        else countProfile(c.value.profile, "majority-judgment");
      }),
      { numRuns: 2000 },
    );
  });

  test("written and read again it is the same profile", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((s) => s.replace(/[\p{C}\p{Z}"“”'\\#,]/gu, ""))
      .filter((s) => s !== "");
    const one = fc.integer({ min: 2, max: 8 }).chain((n) =>
      fc.record({
        names: fc.array(name, { minLength: n, maxLength: n }),
        out: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
        seats: fc.integer({ min: 1, max: 5 }),
        papers: fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 1e6 }),
            order: fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i)),
            gap: fc.boolean(),
          }),
          { minLength: 1, maxLength: 10 },
        ),
      }),
    );
    fc.assert(
      fc.property(one, (e) => {
        const profile = profileOf(
          e.names.map((n, i) => (e.out[i] ? { name: n, withdrawn: true } : { name: n })),
          e.seats,
          e.papers.map((p) => ({
            count: p.count,
            ranks:
              p.gap && p.order.length > 2
                ? [[], [p.order[0]!, p.order[1]!], ...p.order.slice(2).map((c) => [c])]
                : p.order.map((c) => [c]),
          })),
          { title: "T" },
        );
        expect(blt(writeBlt(profile))).toEqual(profile);
        const again = profileFromJson(JSON.parse(JSON.stringify(profileToJson(profile))));
        expect(again.ok && again.value).toEqual(profile);
      }),
      { numRuns: 200 },
    );
  });
});

test("names that end in a backslash, look like comments or hold quotes come back from BLT as they were", () => {
  for (const name of [
    "A\\",
    "\\",
    '"',
    "# no comment",
    "/* none */",
    "1 2 0",
    "-",
    "O'Neil",
    "'q'",
    "שרה",
    "A, B",
    "",
  ]) {
    const p = profileOf([name, "B"], 1, [{ count: 2, ranks: [[0]] }], { title: name });
    expect(blt(writeBlt(p)), name).toEqual(p);
  }
});

describe("JSON", () => {
  const text = JSON.stringify({
    seats: 1,
    candidates: ["Ann", "Bob"],
    papers: [{ count: 2, ranks: [[0]] }, { ranks: [[1], [0]] }, { count: 3, ranks: [[0]] }],
  });
  test("the paper asked for is found", () => {
    const pattern = (want: number) => {
      const r = readJson(bytes(text), want);
      return r.ok ? r.value.wanted : r.code;
    };
    expect([1, 2, 3, 4, 6, 7].map(pattern)).toEqual([0, 0, 1, 0, 0, undefined]);
  });
  test("bytes that are no UTF-8, and papers beyond the exact whole numbers, are refused", () => {
    const broken = bytes(text);
    broken[text.indexOf("Ann")] = 0xe9;
    expect(readJson(broken)).toMatchObject({ code: "not-json" });
    const huge = { seats: 1, candidates: ["A"], papers: [9007199254740991, 1].map((count) => ({ count, ranks: [0] })) };
    expect(profileFromJson(huge)).toMatchObject({ code: "bad-field", facts: { what: "count" } });
  });
});

describe("CSV", () => {
  const csv = (text: string, form?: "scores") => {
    const r = readCsv(bytes(text), form ? { form } : {});
    if (!r.ok) throw new Error(`${r.code} ${JSON.stringify(r.facts)}`);
    return r.value.profile;
  };
  test("a column per candidate with ranks, counts, gaps and quoted names", () => {
    const p = csv('papers,"Ann, A.",Bob,Cy\n3,1,2,\n1,1,,3\n2,2,1,2\n');
    expect(names(p)).toEqual(["Ann, A.", "Bob", "Cy"]);
    expect(papers(p)).toEqual([
      { count: 3, ranks: [[0], [1]] },
      { count: 1, ranks: [[0], [], [2]] },
      { count: 2, ranks: [[1], [0, 2]] },
    ]);
  });
  test("crosses, semicolons", () => {
    const p = csv("Ann;Bob;Cy\nx;;x\n;x;\n");
    expect([p.form, papers(p)]).toEqual([
      "marked",
      [
        { count: 1, ranks: [[0, 2]] },
        { count: 1, ranks: [[1]] },
      ],
    ]);
  });
  test("scores and grades", () => {
    const p = csv("Ann,Bob\n5,0\n3,3\n", "scores");
    const r = countProfile(p, "score");
    expect(r.stages[0]!.votes).toEqual(["8", "3"]);
    const g = csv("#form: grades\n#grades: good, fair, poor\nAnn,Bob\nfair,good\nPOOR,good\n");
    expect(countProfile(g, "majority-judgment").stages[0]!.votes).toEqual(["poor", "good"]);
  });
  test("a column per preference with names; money, groups, withdrawn and reopen lines", () => {
    expect(names(csv("choice 1,choice 2\nBob,Ann\nAnn|Bob,\n"))).toEqual(["Ann", "Bob"]);
    const p = csv(
      "#seats: 2\n#budget: 100\n#costs: 60, 50, 30\n#groups: w=Ann|Cy\n#withdrawn: Bob\n#reopen: Cy\nAnn,Bob,Cy\nx,x,\n",
    );
    expect(p.candidates).toEqual([
      { name: "Ann", groups: ["w"], cost: 60 },
      { name: "Bob", withdrawn: true, cost: 50 },
      { name: "Cy", reopen: true, groups: ["w"], cost: 30 },
    ]);
    expect([p.seats, p.budget]).toEqual([2, 100]);
  });
  test("rows of numbers with candidates below", () => {
    const p = csv(
      '3,2,\n10,1,2,\n4,3,\n"Candidate 1","Ann","Labour",\n"Candidate 2","Bob","SNP",\n"Candidate 3","Cy","",\n"Some ward",',
    );
    expect([names(p), p.seats, p.title]).toEqual([["Ann", "Bob", "Cy"], 2, "Some ward"]);
  });
  test("refuses with the line", () => {
    const line = (text: string) => {
      const r = readCsv(bytes(text));
      return r.ok ? "read" : `${r.code} ${r.facts["line"]}`;
    };
    expect(line("Ann,Bob\n1,2\n1,zwei\n")).toBe("bad-cell 3");
    expect(line("n,Ann\n-1,1\n")).toBe("bad-weight 2");
    expect(line('Ann\n"1\n')).toBe("unfinished-quote 2");
    expect(line("Ann,Bob\n1,2,3\n")).toBe("row-length 2");
    expect(line("")).toBe("empty 1");
    for (const odd of ["0x2", "1e1", "2.5", " ", "９"]) {
      expect(line(`n,Ann,Bob\n${odd},1,2\n`), odd).toBe("bad-weight 2");
      if (odd.trim() !== "") expect(line(`Ann,Bob\n1,2\n${odd},1\n`), odd).toBe("bad-cell 3");
    }
    expect(papers(csv("n,Ann,Bob\n3.0,1.0,2.0\n"))).toEqual([{ count: 3, ranks: [[0], [1]] }]);
    expect(line("n,Ann\n9007199254740991,1\n1,1\n")).toBe("out-of-range 3");
    expect(line('Ann,Bob\n1,2\n"1"2,1\n')).toBe("text-after-quote 3");
    expect(line("choice 1,choice 2\nAnn,Bob\nAnn|,Bob\n")).toBe("bad-cell 3");
    expect(line("3,1\n2,1.5,2\n1,A\n2,B\n3,C\n")).toBe("no-such-candidate 2");
  });
  test("a candidate named twice in a row keeps the first place, and it is counted", () => {
    const r = readCsv(bytes("n,choice 1,choice 2,choice 3\n4,Ann,Bob,Ann\n1,Bob,,\n"));
    expect(r.ok && [r.value.repeated, papers(r.value.profile)[0]]).toEqual([4, { count: 4, ranks: [[0], [1]] }]);
    const n = readCsv(bytes('2,1\n3,1,2,1\n"c","Ann"\n"c","Bob"\n'));
    expect(n.ok && [n.value.repeated, papers(n.value.profile)[0]]).toEqual([3, { count: 3, ranks: [[0], [1]] }]);
  });
});
