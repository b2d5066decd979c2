/** English refusals: by which way decisions bind, from when, and putting to all. */
export const refusalsBinding = `
refusal-B-5-agreed-already = You have agreed already that this be decided now. Others can agree too. Ask them.
refusal-B-5-not-decided-at-once = A matter of how a meeting goes is decided at that meeting. Put it there.
refusal-B-5-nothing-given = You have neither agreed nor signed here, so there is nothing to take back. Agree, or leave it as it is.
refusal-B-6-plain-texts-only = Only a plain text, or the end of an office, is decided by signatures. Put this on the agenda of a meeting, or call a vote over days.
refusal-B-6-an-hour-first = A text stands for an hour before anybody signs for it, so that all can read it. Sign from { MOMENT($from, $zone) } on.
refusal-B-6-signed-already = You have signed for this text already. Others can sign too. Ask them.
refusal-B-7-secrecy-was-asked = { $asked ->
    [one] A member has asked for a secret vote, and by our rules one is enough, so nothing is decided here by signatures. Call a secret vote.
   *[other] { $asked } members have asked for a secret vote, and by our rules that is enough, so nothing is decided here by signatures. Call a secret vote.
  }
refusal-B-9-no-such-decision = There is no such decision here. Look at the list of decisions.
refusal-B-9-not-by-a-meeting = Only what a meeting decided can be put to all; this was before all already. You can move something else.
refusal-B-9-put-already = This was put to all already, and that happens once. Look at the decision for the vote over days.
refusal-B-9-too-late = This could be put to all until { MOMENT($until, $zone) }. You can move something else.
refusal-B-9-asked-already = You have asked already that this be put to all. Others can ask too. Ask them.
refusal-B-10-not-put-to-all = Only what was put to all is voted on again over days. Ask first that it be put to all.
refusal-B-10-settled = All have voted on this already, so it isn’t voted on again. You can move something else.
refusal-B-10-decided-anew = This was decided anew since its count fell, so it isn’t voted on over days. See what was decided, on its own page.
refusal-B-10-nobody-called = A vote over days on this could be called until { MOMENT($until, $zone) }, and nobody did, so the decision stands. You can move something else.
refusal-B-10-another-motion = That decision was about something else. Load the page anew, and call the vote from there.
refusal-B-10-over-days-only = What was put to all is voted on over days, not at a sitting. Choose an hour at which the vote closes.
refusal-B-12-a-minute-first = A minute lies between a text and its vote, so that those in the hall can read it. Call the vote from { MOMENT($from, $zone) } on.
refusal-B-12-a-minute-to-vote = Whoever votes on a device has a minute at least. It can close from { MOMENT($least, $zone) } on. Close it then.
refusal-O-6-needs-a-call = Nobody is elected at a sitting that nobody called. Call a meeting with this election on its agenda, or vote over days.
refusal-O-14-all-recalled = There is nothing left of this election to put to all: more than half recalled whoever it elected. Open a new election; there anybody may stand.
refusal-O-14-recalled-from-it = More than half recalled this person from a seat of this election. Open a new election, where anybody may stand, or nominate somebody else.
refusal-O-14-no-such-office = There is no such office here. Look at the list of offices.
refusal-O-14-not-held = This office isn’t held any more, or not yet, so it can’t be ended. Look at the list of offices.
refusal-O-15-term-too-long = An office is held for { $most } days at most. Choose a shorter term; who holds it can be elected again.
refusal-F-10-out-of-force = The decision to establish this group is out of force for now: its count is in doubt, or it was put to all. Found it once it is in force.
refusal-F-11-out-of-force = The decision to establish that group is out of force for now: its count is in doubt, or it was put to all. Enter it once it is in force.
refusal-F-10-not-in-force-yet = The decision to establish this group is in force from { MOMENT($from, $zone) } on. Found it then.
refusal-F-11-not-in-force-yet = The decision to establish that group is in force from { MOMENT($from, $zone) } on. Enter it then.
refusal-V-14-at-called-sittings = A text put to many sittings is voted on where its sittings were called in time, with it on the agenda. Call a meeting for it.
`;
