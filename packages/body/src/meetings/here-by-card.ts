/** Who has a card and no device is in the hall too (G-44): one who runs the sitting enters it with a code of the card. */
import { type ActId, type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { mayStandFor } from "../keys/stand-for.ts";
import { codesServe, hasCard, hasCode } from "../members/codes.ts";
import { membersAt } from "../members/standing.ts";
import { maySignHere } from "./electing.ts";
import type { Course } from "./part.ts";
import { leadingCourse, presides } from "./queries.ts";

/** May `by` enter for holders of cards that they are in this hall: opener, teller or chair there, who stands for others (G-44, K-12)? */
export function runsForCards(state: State, sitting: ActId, by: MemberId, at: Millis): Result<true> {
  return presides(state, sitting, by) ? mayStandFor(state, by, at) : refuse("G-44", "not-running-it");
}

/** May `by` enter that this card's holder is there (G-44)? Refuses G-5, G-44, K-12, V-32. */
export function mayEnterHere(
  state: State,
  data: { readonly sitting: ActId; readonly member: MemberId; readonly code: string },
  by: MemberId,
  cx: Context,
): Result<Course> {
  const course = maySignHere(state, data.sitting, data.member, cx.at, undefined);
  if (!course.ok) return course.code === "here-already" ? refuse("G-44", "there-already") : course;
  const runs = runsForCards(state, data.sitting, by, cx.at);
  if (!runs.ok) return runs;
  const member = state.members.members.get(data.member);
  if (!member || !hasCard(state, data.member, cx.at)) return refuse("V-32", "no-card");
  const serve = codesServe(state, data.member, cx.at);
  if (!serve.ok) return serve;
  return hasCode(state, member, data.code, cx.sha256, cx.at) ? course : refuse("V-32", "code-not-on-the-card");
}

/** Members with a card who aren't entered as there yet: whom a form offers. */
export function cardsNotHere(state: State, sitting: ActId, at: Millis): MemberId[] {
  const { here } = leadingCourse(state, sitting);
  return membersAt(state, at)
    .map((m) => m.id)
    .filter((id) => !here.has(id) && hasCard(state, id, at) && codesServe(state, id, at).ok);
}
