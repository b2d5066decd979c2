/** Questions to the state, one file per chapter. */
export * from "./founding/list.ts";
export * from "./founding/queries.ts";
export * from "./members/eligibility.ts";
export { ASK_AGAIN_MS, lastSign, mayAskRest, SILENT_MS } from "./members/resting.ts";
export * from "./members/standing.ts";
export * from "./members/bursts.ts";
export * from "./members/doors.ts";
export * from "./members/greeters.ts";
export * from "./members/no-vote.ts";
export { maySponsor, mayTakePlace, readyForPlace, type Takes } from "./members/placing.ts";
export { mayVouch } from "./members/vouching.ts";
export { amongHalf, isNewcomer, maySee, maySeeAlone, SEEN_BY_LIST_LEAST } from "./members/seeing.ts";
export * from "./members/sponsors.ts";
export { type Lacks, lacking } from "./members/settle.ts";
export { CARD_SHOWN_MS, voteWaits, type VoteWait } from "./members/vote-begins.ts";
export * from "./votes/electorate.ts";
export * from "./statutes/changes.ts";
export * from "./statutes/check.ts";
export * from "./statutes/harder.ts";
export * from "./statutes/needs.ts";
export * from "./statutes/queries.ts";
export * from "./statutes/sentences.ts";
export * from "./statutes/templates.ts";
export * from "./keys/queries.ts";
export * from "./keys/decided.ts";
export { castInTerms } from "./votes/took-part.ts";
export * from "./keys/door.ts";
export { type Asking, mayAsk as mayAskKeys, maySecondAsking } from "./keys/asking.ts";
export { mayObjectByCard, mayObjectTo } from "./keys/objecting.ts";
export * from "./keys/running.ts";
export { aloneFrom, mayStandFor, onceAMonth } from "./keys/stand-for.ts";
export { type Column, columnOf, mayInTerms, type Side, sideOf } from "./keys/terms.ts";
export type { DecidedKeys, EndedDevice, OffBecause, Recovery } from "./keys/part.ts";
export { codesOf, hasCard } from "./members/codes.ts";
export { awaitsThird, holderOf, mayConfirmCard } from "./members/confirming.ts";
export { mayUndoLeaving } from "./members/coming-back.ts";
export { leftByCard, mayLeaveByCard, mayUndoByCard } from "./members/leaving-by-card.ts";
export { keyMark } from "./keys/mark.ts";
export { isThere } from "./votes/pending.ts";
export { BACK_MS, backStill, standingIfBack } from "./members/left-by-device.ts";
export { electedTellers } from "./members/tellers.ts";
export { mayName, namingPlaces, nameUntil } from "./meetings/naming.ts";
export { mayCosign } from "./keys/cosign.ts";
export * from "./keys/pending.ts";
export * from "./members/settle.ts";
export * from "./practice/queries.ts";
export * from "./accounts/queries.ts";
export * from "./archive/copies.ts";
export * from "./archive/out-of-view.ts";
export * from "./archive/positions.ts";
export * from "./archive/queries.ts";
export * from "./motions/amending.ts";
export * from "./motions/may.ts";
export * from "./motions/paragraphs.ts";
export * from "./motions/queries.ts";
export * from "./motions/sections.ts";
export * from "./sittings/queries.ts";
export * from "./voice/queries.ts";
export { endable, usable } from "./members/invitations.ts";
export { mayEnterHall, mayEnterPaper, maySignPaper } from "./binding/paper.ts";
export { isSigned, onPaper, PAPER_MS, paperWaits } from "./binding/paper-waits.ts";
export { givenBy } from "./binding/doubt.ts";
export * from "./binding/put-all.ts";
export * from "./binding/term.ts";
export * from "./binding/ways.ts";
export type { Decision, WaitingPaper, Way } from "./binding/part.ts";
export { knownFrom } from "./engine/in-force.ts";
export * from "./elections/calling.ts";
export { roundNow } from "./elections/again.ts";
export * from "./elections/may.ts";
export {
  ballotHash,
  electionFacts,
  type ElectionFacts,
  electionOf,
  electionReckoning,
  offices,
  type OfficeStage,
  officeStage,
  powerOf,
  standing as standingFor,
} from "./elections/queries.ts";
export * from "./elections/reckon.ts";
export * from "./meetings/carry.ts";
export * from "./meetings/chairing.ts";
export {
  type Calling as MeetingCalling,
  callingBy,
  mayCallMeeting,
  mayPlace,
  mayPutItem,
  maySign,
} from "./meetings/calling.ts";
export * from "./meetings/deciding.ts";
export { mayCloseCourse, mayOpenFor, otherHalls, secondsNeeded } from "./meetings/opening.ts";
export * from "./meetings/shares.ts";
export { mayForce, mayPutProcedure, procedureHolds } from "./meetings/procedure.ts";
export * from "./meetings/minutes.ts";
export * from "./meetings/queries.ts";
export * from "./meetings/views.ts";
export type * from "./meetings/part.ts";
export type { Candidate, Election, Office } from "./elections/part.ts";
export * from "./votes/amendments-first.ts";
export * from "./votes/changing-rules.ts";
export * from "./votes/second-call.ts";
export { noticeOver } from "./votes/ready.ts";
export * from "./votes/bound.ts";
export * from "./votes/course.ts";
export * from "./votes/list-figures.ts";
export * from "./votes/lists.ts";
export * from "./votes/lot.ts";
export * from "./votes/sealed.ts";
export * from "./votes/tellers.ts";
export { failedOn, uncountedOn } from "./votes/uncounted.ts";
export { electionToDecide, fallenOn, heldAgain, motionToDecide } from "./votes/to-decide.ts";
export * from "./meetings/electing.ts";
export { cardsNotHere, runsForCards } from "./meetings/here-by-card.ts";
export * from "./votes/may-call.ts";
export * from "./votes/forms.ts";
export * from "./votes/may-cast.ts";
export * from "./votes/computed.ts";
export * from "./votes/may-count.ts";
export * from "./votes/outcome.ts";
export * from "./votes/outcome-of.ts";
export * from "./votes/parts.ts";
export type { Outcome } from "./votes/part.ts";
export * from "./votes/queries.ts";
export * from "./votes/turn.ts";
