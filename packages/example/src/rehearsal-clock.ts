/** To which hour a rehearsal's clock goes on when somebody lets time pass: the next that matters, or an hour on. */
import { callStage, declarableFrom, fateAt, isOpen, type State } from "@nabat/body";
import type { Millis } from "@nabat/kernel";

const HOUR = 3_600_000;

/**
 * The next hour after `now` that changes what can be done: a called meeting begins or comes back, a called vote opens,
 * closes, can be declared, or its list has lain open, what was decided comes into force, new keys come in. While people sit together an hour at
 * most: a sitting ends by itself after a day.
 */
export function hourThatMatters(state: State, now: Millis): Millis {
  const hours: (Millis | undefined)[] = [];
  for (const call of state.meetings.calls.values())
    if (callStage(state, call, now) === "called") hours.push(call.starts);
  for (const course of state.meetings.courses.values()) hours.push(course.adjourned?.returns);
  for (const vote of state.votes.votes.values()) {
    if (vote.overtakenBy !== undefined) continue;
    const fate = fateAt(state, vote, now);
    const waits = fate?.is === "waiting" || fate?.is === "contested" ? fate.until : undefined;
    if (vote.result) hours.push(waits);
    else hours.push(vote.opens, vote.closes, declarableFrom(state, vote, now), waits);
  }
  for (const { from } of state.binding.decisions.values()) hours.push(from);
  for (const asked of state.keys.recoveries.values()) if (!asked.off) hours.push(asked.effective);
  const sits = [...state.meetings.courses.keys()].some((id) => isOpen(state, id, now));
  const next = Math.min(...hours.filter((at): at is Millis => at !== undefined && at > now));
  return (sits || !Number.isFinite(next) ? Math.min(next, now + HOUR) : next) as Millis;
}
