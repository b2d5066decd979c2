/** What pages say of lists with numbers at a sitting (V-63): to who voted, to its tellers, to others; in every language. */
import { LOCALES } from "@nabat/speech";
import { DAY, figures, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const MINUTE = 60_000;
const look = looker(pages);

test.each(LOCALES)(
  "V-63: a sealed vote at a meeting shows its list, who misses a number says so, others look (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(3) });
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const vote = a.call(motion, sitting, "count");
    for (const n of [0, 1, 2, 3, 4, 5, 6]) a.cast(vote, a.person(n), n < 4 ? "for" : "against");
    const see = async (n: number, path = `/votes/${vote}`) => (await look(a, a.person(n), path, lang)).said;
    const open = await see(5);
    a.house.wait(2 * MINUTE);
    a.house.do(a.person(0), "vote.close", { vote });
    const lines = a.lines(vote).map(([number, choice], n) => [number, n === 5 ? "for" : choice] as const);
    const counts = figures({ for: 5, against: 2 });
    const mayCount = await see(1);
    a.house.do(a.person(1), "tally", { vote, counts, ...a.listing(vote, lines) });
    const counted = [await see(1), await see(2), await see(5)];
    a.house.do(a.person(2), "tally", { vote, counts: figures({ for: 4, against: 3 }), ...a.listing(vote) });
    const differ = await see(5);
    a.house.do(a.person(2), "tally", { vote, counts, ...a.listing(vote, lines) });
    const before = await see(5);
    const csv = (await look(a, a.person(5), `/votes/${vote}.csv`, lang)).said;
    for (const [number, choice] of lines) expect(csv).toContain(`${number},${String(choice)}`);
    const result = a.declare(vote);
    const declared = [await see(5), await see(5, ""), await see(8), await see(8, "")];
    a.house.do(a.person(5), "number.missing", { vote, teller: a.person(1).member });
    const missed = [await see(5), await see(5, ""), await see(8), await see(8, `/motions/${motion}`)];
    a.house.wait(2 * DAY);
    const fell = [await see(8), await see(8, `/motions/${motion}`), await see(8, "/decisions")];
    expect(a.house.state.binding.decisions.get(result)?.contested).toBeDefined();
    if (lang !== "en") return;
    expect(open).not.toContain("Lists of numbers");
    expect(mayCount).toContain("until the result is declared you can count again");
    expect(counted[0]).toContain("List of numbers by bo");
    // Who counts sees the others' list when they have counted themselves.
    expect(counted[1]).not.toContain("List of numbers by bo");
    expect(counted[2]).toContain("tell its tellers now: they can count again");
    expect(differ).toContain("List of numbers by cem");
    expect(before).toContain("List of numbers by bo, cem");
    expect(declared[0]).toContain("My number is missing, or stands with another position");
    expect(declared[1]).toContain("Look for your number in the list");
    expect(declared[2]).not.toContain("My number is missing");
    expect(declared[3]).not.toContain("Look for your number in the list");
    expect(missed[0]).toContain("You have said that your number is missing.");
    expect(missed[1]).not.toContain("Look for your number in the list");
    expect(missed[2]).toContain("Numbers are missing: too few can count once more");
    expect(missed[3]).toContain("in doubt");
    expect(fell[0]).toContain("This count doesn’t stand");
    expect(fell[0]).toContain("This vote is void.");
    expect(fell[0]).not.toContain("The motion is carried.");
    expect(fell[2]).toContain("void at a called meeting");
    expect(fell[1]).toContain("It is voted on again in person.");
  },
);
