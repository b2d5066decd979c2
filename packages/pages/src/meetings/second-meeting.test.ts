/** What a hall says besides the vote: what the matter does while it is talked of, and where too few came the second call (V-76). */
import { LOCALES, speak } from "@nabat/speech";
import { figures, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const look = looker(pages);

test.each(LOCALES)(
  "V-76: before the vote what it would do; after one with too few the days, everywhere (%s)",
  async (lang) => {
    const m = new Meeting(NINE);
    const { t } = speak(lang);
    const motion = m.move({ subject: { type: "statutes", changes: { convene: { noticeDays: 2 } } } as never });
    const call = m.convene({ days: 10 });
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    const see = async (path: string) => look(m, m.person(0), path, lang);
    const talked = await see(`/sittings/${sitting}`);
    expect(talked.said).toContain(t("would"));
    expect(talked.html).not.toContain('id="call-few-again"');
    const result = m.decide(motion, sitting, figures({ for: 3 }), 3);
    const vote = m.house.state.votes.results.get(result);
    const days = t("vote-second-call-rules");
    for (const path of [`/sittings/${sitting}`, `/motions/${motion}`, `/votes/${vote}`])
      expect([path, (await see(path)).said.includes(days)]).toEqual([path, true]);
    // The same again at once isn't the first thing offered.
    expect((await see(`/sittings/${sitting}`)).said).toContain(t("call-few-again-what"));
  },
);
