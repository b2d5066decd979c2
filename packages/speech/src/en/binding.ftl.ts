/** English: by which way decisions bind, from when, and putting to all. */
export const binding = `
entry-now-agree = { $who } agreed that { $titled } be decided now
entry-now-sign = { $who } signed for { $titled }
entry-now-back = { $who } took back their signature on { $titled }
entry-now-card = { $who } entered a signature of { $whom } on { $titled }
entry-put-all = { $who } asked that { $titled } be put to all
kind-now = signatures for a text
kind-put = putting to all
subject-end-office = end of an office
subject-long-end-office = End an office before its term is over
pending-now-card = A signature entered for a member without a device
need-put = A meeting voted on this; you may ask that all vote on it
need-call-again = Put to all: somebody must call the vote
need-agree = Others agree to vote on this now; agree, if you like
need-sign-text = Others have signed for this; sign, if you are for it
decision = The decision
decision-way = How it was decided
way-meeting = at a called meeting
way-days = in a vote over days
way-now = in a vote at once, since all had agreed to it
way-signed = by the signatures of more than half
way-paper = in a hall, on paper
way-all = in the vote of all, over days
decision-voted = Took part
decision-voted-n = { $voted } of { $whole }
decision-counted = Counted by
counted-caller = named by whoever called the vote
counted-members = added by other members
counted-lot = drawn by lot
counted-present = elected by those present
counted-opener = named by whoever opened the sitting
counted-hall = who counted in the hall and signed for it
counted-everyone = Everybody can count it: the positions are by name.
decision-force = Where it stands
force-in-force = in force
force-waits = waits
force-refused = refused
force-refused-what = A meeting didn’t carry it.
force-suspended = put to all
force-lost-suspended = refused, put to all
force-void = void
force-contested = count in doubt
force-lost-contested = refused, count in doubt
force-fell = fell
force-overturned = refused, then carried by all
force-since = since
force-until = until
force-waits-second = Fewer came to this second call than our rules ask: so it waits fourteen days, in which all can be asked.
force-waits-halls = It was counted in more than one hall: so it waits three days, in which all can be asked.
force-from = In force from
force-waits-few = It waits, because fewer than half took part.
force-waits-door = It waits three days, as all that opens our door to more at once does: in that time all can be asked.
force-waits-rules = It waits, because new rules are in force three days after they were decided.
force-waits-paper = It waits, because it was decided in a hall on paper.
force-suspended-what = Not in force: { $n ->
    [one] one member asked that all vote on it.
   *[other] { $n } members asked that all vote on it.
  }
force-suspended-lost-what = A meeting refused it, and { $n ->
    [one] one member asked that all vote on it.
   *[other] { $n } members asked that all vote on it.
  }
force-contested-what = Not in force: { $n ->
    [one] one member misses their number
   *[other] { $n } members miss their numbers
  } in the count.
force-contested-lost-what = A meeting refused it, and { $n ->
    [one] one member misses their number
   *[other] { $n } members miss their numbers
  } in that count.
force-contested-before = Not in force: it rests on a vote whose count is in doubt.
force-contested-see = What follows from that
force-void-what = The count of its vote could not be relied on. It is voted on again in person.
force-fell-what = It isn’t in force, and what it did is taken back.
force-fell-what-lost = That refusal doesn’t count: it is decided anew.
decision-put = Put to all
put-asked = { $has } of { $needed } have asked that all vote on it.
put-until = It can be asked until
put-do = Ask that all vote on it
put-what = What a meeting decided can be put to all, once. When { $needed ->
    [one] one member has
   *[other] { $needed } members have
  } asked, it is out of force until all have voted on it over days. { $has ->
    [0] Nobody has asked so far.
    [one] One has asked so far.
   *[other] { $has } have asked so far.
  }
put-what-lost = What a meeting refused can be put to all, once. When { $needed ->
    [one] one member has
   *[other] { $needed } members have
  } asked, all vote on it over days; carried by all, it is decided. { $has ->
    [0] Nobody has asked so far.
    [one] One has asked so far.
   *[other] { $has } have asked so far.
  }
put-before = All were to vote on this before, and that count fell. So it takes more than voted for it at the meeting.
put-warning = That you asked stays in the record, with your name.
put-since = It was put to all on
put-voting = All vote on it now
put-call = Any member may now call the vote of all, until
put-call-else = If nobody does, the decision is in force by itself from then on.
put-call-else-lost = If nobody does, it stays refused.
put-call-do = Call the vote of all
put-call-warning = All vote on what the meeting decided, word for word. If it is carried again, it is in force; else it falls.
put-call-warning-election = All vote on the same ballot as at the meeting. Whom they elect holds the office; where they elect nobody, nobody does.
put-call-warning-lost = All vote on what the meeting refused, word for word. If it is carried, it is decided; else it stays refused.
put-uncounted = The vote of all wasn’t counted. Any member may call another; where its count fell, this is decided anew at a called meeting.
put-nobody = It was put to all, and nobody called the vote within its week. So it stands.
put-nobody-lost = It was put to all, and nobody called the vote within its week. So it stays refused.
put-stands = All have voted, and it stands.
put-elected = All have voted. Whom they elected holds the office, whatever came out at the meeting.
put-stands-lost = All have voted, and it is refused.
put-fell-lost = All have voted, and carried it.
put-few = All were asked to vote, and too few did to change what the meeting decided. So it stands.
put-few-second = All were asked to vote, and fewer did than our rules ask. That settles nothing for what few decided at a second call.
put-few-until = It can be put to all again until
put-few-lost = All were asked to vote, and too few did to change what the meeting had refused. So it stays refused.
put-fell = All have voted, and it fell.
put-see = See the vote of all
result-by-all = This is how all voted on it. A meeting had voted on it before: that vote stands below, among the votes on this motion.
decisions = Decisions
decisions-lead = Everything that was decided, and what meetings refused: by which way, and whether it is in force.
decisions-find = Title
decisions-none = Nothing was decided yet. What is carried stands here, with how it was decided and from when it is in force.
decisions-way = How
decisions-force = Whether in force
decisions-wait = Not final yet
decisions-all = All decisions
decisions-took-part = { $voted } of { $whole } voted
decisions-election = election
motion-open-opinion = An opinion is being asked
opinions = Opinions asked
opinions-what = A sitting that nobody called in time with this on its agenda gives an opinion. It decides nothing.
opinion-sitting = Nobody called this sitting, so votes here are opinions and decide nothing, unless all members have agreed to decide now.
opinion-not-binding = An opinion: it decides nothing
opinion-stands = The motion stands as it did, whatever came out here.
outcome-opinion-carried = An opinion: those who voted are for it.
outcome-opinion-lost = An opinion: those who voted are against it.
outcome-opinion-tied = An opinion: as many for it as against it.
outcome-opinion-no-quorum = An opinion: few took part.
call-opinion = Nobody called this sitting in time with this on its agenda. So those present give an opinion, which decides nothing. To decide, call a meeting, vote over days, or let all agree to decide now.
call-opinion-do = Sign and ask for an opinion
call-opinion-open = Ask the sitting for its opinion
vote-now-what = All members had agreed to decide it at once.
vote-again-what = A meeting voted on this before, and it was put to all.
now = Decide without a meeting
now-how = How, and who has signed
now-sign = By signatures
now-sign-what = A plain text is decided when more than half of all members have signed for it. { $signed } of { $whole } have signed; with { $needed } signatures it is decided.
now-sign-from = Members can sign from
now-sign-do = Sign for it
now-sign-warning = You sign for exactly this text. With the last signature that is needed it is decided; until then you can take yours back.
now-sign-what-recall = More than half of the members end the office at any hour by signing for this. { $signed } of { $whole } have signed; with { $needed } signatures it ends at once.
now-sign-warning-recall = You sign with your name that this office ends. With the last signature that is needed it ends at once; until then you can take yours back.
now-signed-by = Signed by
now-agree = In a vote at once
now-agree-what = A vote can be held at once when all { $whole } members agree to it. { $agreed ->
    [0] Nobody has agreed so far.
    [one] One has agreed so far.
   *[other] { $agreed } have agreed so far.
  } It says nothing of how anybody will vote.
now-agree-do = Agree to decide now
now-agree-warning = You agree that exactly this text be decided now. How you vote is up to you, then.
now-agree-ballot-warning = You agree that exactly this ballot be voted on now. How you vote is up to you, then.
now-missing = Not yet
now-all = All have agreed to decide now
now-all-sitting = The vote can be called at any sitting, today too.
now-call = Call the vote at once
now-call-closes = Closes
now-call-closes-hint = A minute from now at least, a day at most, in the time of this group.
now-call-warning = All have agreed. Everybody votes by name, on their device.
now-back = Take it back
now-back-what = You have signed here. You can take it back until it is decided.
now-back-agreed-what = You have agreed to decide this now. You can take that back until it is decided.
now-back-do = Take back my signature
now-back-agreed-do = Take back my agreement
now-card = For a member with a card
now-card-what = Enter a code of the card, in the presence of whoever holds it. Another member confirms it.
now-card-do = Sign and enter it
now-card-kind = What for
now-card-sign = a signature for the text
now-card-agree = agreement to decide now
would-end-office = This office ends before its term is over:
would-end-office-held = held by
end-office-which-what = Choose the office that this motion would end.
end-office-none = Nobody holds an office, so there is none to end.
end-office-open = End it before its term is over
end-office-secret = A vote on it is secret, and at a meeting it can also come on as urgent. More than half of the members can end the office at any hour by signing this motion.
office-waits-unknown = begins when the election is in force: its count is in doubt, or it was put to all
office-waits = begins when the election is in force, on
office-ended = ended by decision
office-fell = never took office: that result was set aside
offices-coming = Elected, not in office yet
ways-text = It is decided at a meeting that is called in time, with it on the agenda, in a vote over days, by the signatures of more than half, or at once where all agree to it.
ways-again-text = It is decided at a called meeting, by hands or on paper, or by the signatures of more than half.
ways-again-other = It is decided at a called meeting, by hands or on paper.
ways-other = It is decided at a meeting that is called in time, with it on the agenda, in a vote over days, or at once where all agree to it.
ways-secret = It is decided at a meeting that is called in time, with it on the agenda, or in a vote over days.
ways-secret-meeting = It is decided at a meeting that is called in time, with it on the agenda.
ways-sections = It is decided at meetings that are called in time, with it on their agendas, one in each place.
ways-call = Call a meeting
`;
