/** One request's meeting: all that its page and its projector show, read once. */
import type { ActId } from "@nabat/kernel";
import {
  type CourseShown,
  courseShown,
  minutesShown,
  type MinutesShown,
  type PendingLine,
  pendingView,
  type SittingView,
  sittingView,
  type VoteView,
  voteView,
} from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

/** One request's meeting. */
export interface Meeting {
  readonly page: BodyPage;
  readonly course: CourseShown;
  readonly sitting: SittingView;
  /** This page's address. */
  readonly here: string;
  /** Votes that are open or wait for their result, then the last one declared. */
  readonly votes: readonly VoteView[];
  readonly minutes: MinutesShown;
  /** Positions entered with a card that another teller must still confirm. */
  readonly pending: readonly PendingLine[];
}

/** Reads everything a meeting's page shows; `undefined` where there is no such sitting. */
export async function readMeeting(page: BodyPage, id: ActId): Promise<Meeting | undefined> {
  const course = await courseShown(page.reader, id, page.deps.sha256);
  const sitting = course && (await sittingView(page.reader, id));
  const minutes = course && (await minutesShown(page.reader, id));
  if (!course || !sitting || !minutes) return undefined;
  const votes: VoteView[] = [];
  for (const v of course.votes.toReversed()) {
    const view = await voteView(page.reader, v, page.deps.sha256);
    if (!view) continue;
    if (view.status === "open" || view.status === "counting") votes.push(view);
    else if (view.status === "declared" && votes.length === 0) {
      if (staysBefore(course, view)) votes.push(view);
      break;
    }
    if (votes.length > 4) break;
  }
  const pending = votes.some((v) => v.you.teller) ? await pendingView(page.reader, page.deps.sha256) : [];
  return { page, course, sitting, minutes, votes, pending, here: `${page.base}/sittings/${id}` };
}

/**
 * A declared result stays before the house until the next item is opened. Declared in the same moment, where a clock
 * stands still (a rehearsal), it belongs to the item only if that is what was voted on.
 */
export function staysBefore({ item, itemSince }: CourseShown, vote: VoteView): boolean {
  if (item === undefined || itemSince === undefined) return true;
  const at = vote.result?.at ?? 0;
  const about = item === "aob" ? undefined : (item.motion?.id ?? item.election?.id);
  const on = vote.amendment?.motion.id ?? vote.motion;
  return at > itemSince || (at === itemSince && about !== undefined && on === about);
}
