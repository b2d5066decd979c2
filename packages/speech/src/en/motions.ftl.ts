/** English: motions. */
export const motions = `
motion = Motion
motions-new = Move a motion
motions-first = Move the first motion
motions-find = Title or name
motions-none = No motion yet. A motion is how anything gets decided: its exact text is discussed, then voted on.
motion-version = version { $n }
motion-entry = its entry
motion-vote-open = The vote is open
motion-vote-called = A vote is called
motion-vote-opens = It opens on
motion-sections = In many sittings
motion-sections-what = One text is put to several sittings. It is adopted once every one of them has adopted this same version.
motion-votes = Votes on this motion
motion-vote-all = vote of all
section-adopted = adopted
section-refused = not adopted
section-waiting = not yet decided
status-open = open
status-discussed = under discussion
status-voting = vote open
status-called = vote called, opens later
status-counting = vote closed, being counted
status-carried = carried
status-lost = lost
status-withdrawn = withdrawn
subject-text = decision
subject-statutes = our rules
subject-admission = admission
subject-contest = contested admission
subject-establish = another body
subject-erasure = taking out of view
subject-restore = bringing back
subject-copy = copy-holder
subject-long-text = Decide something (ordinary motion)
subject-long-admission = Admit someone who asks to be a member
subject-long-contest = Contest an admission
subject-long-establish = Establish a committee, council or assembly
subject-long-copy = Name a server that holds a copy of the record
subject-long-erasure = Take a text out of view
subject-long-restore = Bring back a text that was taken out of view
subject-long-statutes = Change our rules
closes = closes on
opens = opens on
you-voted = you have voted
would = What it would do
would-admission = It admits as a member:
would-contest = It ends the membership, just begun, of:
would-establish = It establishes another body ({ $type }) with { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }. The text above is its mandate.
would-copy = The server with this key may read all entries and keep a copy:
would-erasure = { $count ->
    [one] One text is taken out of view, since { $ground }. Its place, this decision and the reasons above stay.
   *[other] { $count } texts are taken out of view, since { $ground }. Their places, this decision and the reasons above stay.
  } For thirty days an appeal may be made; else they are gone after that.
would-restore = { $count ->
    [one] One text that was taken out of view is shown again, and for a year no decision takes it away.
   *[other] { $count } texts that were taken out of view are shown again, and for a year no decision takes them away.
  }
new-ground = On which ground
result-by = Once it is seconded it has a result, at the latest by
result-by-seconded = It has a result at the latest by
seconded-by = Seconded by
second-do = Second it
call-vote = Call the vote
call-vote-sitting = Take the vote at the sitting
call-ready = A vote can be called
call-not-yet = Before a vote can be called
spoilt-fallen = The vote on this was void
spoilt-see = See that vote
motion-again = To be decided in person
motion-again-how = The count of its vote could not be relied on, so that vote decides nothing.
motion-uncounted-how = No teller gave a list of its last vote in time, so nothing is decided. Its mover can call another vote, and so can any member who neither called the last one nor was to count it. Somebody else counts it.
call-warning = The vote is called on version { $n }, exactly as it stands. It can’t be changed while the vote is open. Who joins from now on can’t vote on it.
call-do = Sign and call the vote
call-at-sitting = The vote is taken at the sitting “{ $title }” and counted by its tellers.
call-mode = How we vote
call-closes = Closes
call-closes-hint-others = This vote is called for the shortest term: { $hours ->
    [1] an hour
   *[other] { $hours } hours
  } from now, and an hour more at most.
call-closes-hint = At least { $hours ->
    [1] an hour
   *[other] { $hours } hours
  } from now, in the time of this group.
call-closes-before = It opens { $before ->
    [1] an hour
   *[other] { $before } hours
  } after the call, and stays open for { $open ->
    [1] an hour
   *[other] { $open } hours
  }.
mode-hands = by show of hands
mode-paper = secretly, on paper
mode-count = on devices, by count
mode-name = on devices, by name
mode-mixed = hands or paper in the hall, devices outside it
teller = Teller
tellers = Tellers
teller-choose = choose
teller-one = First teller
teller-two = Second teller
teller-hint-two = Choose both.
teller-hint = Two members who count, best of different opinions.
teller-hint-cards = Two members who enter votes for who has no device. You can leave both empty.
revise = Put a new version
revise-do = Sign the new version
revise-warning = The old version stays in the record, and everyone sees what changed. The time for discussion and the seconders begin anew.
ask-secret = Ask for a secret vote
ask-secret-what = The vote is secret then: on paper at a meeting, or on devices, by count. { $need ->
    [one] One member is enough to ask, and nobody can refuse it.
   *[other] Nobody can refuse it once { $need } members ask; { $have } have so far.
  }
ask-secret-do = Ask for it
secret-asked = { $have ->
    [one] One member asked for a secret vote
   *[other] { $have } members asked for a secret vote
  }, and so it is: on paper at a meeting, or on devices, by count (rule V-23).
withdraw = Withdraw the motion
withdraw-do = Withdraw it
withdraw-warning = A withdrawn motion stays in the record. It can’t be taken up again; anyone can move it anew.
remarks = Discussion
remarks-none = Nobody has spoken yet.
remarks-all = Show all { $n } remarks
say-label = Say something
say-send = Sign and say it
minority = Minority statements
minority-what = Whoever didn’t agree can put their own words beside the decision. Nobody can refuse them.
minority-write = Write a minority statement
minority-label = Your statement
minority-send = Sign the statement
versions = Versions
versions-all = Show all { $n } versions
version = Version { $n }
new-members-only = Members move motions
new-members-only-what = You can read and discuss. To move a motion you need to be a member and use a device that is known here (rule M-2).
new-subject-other = Something other than an ordinary decision?
new-nobody = There is nobody this could be about.
new-person = Who
new-body-type = What kind of body
new-seats = How many seats
new-founder = Who founds it
new-founder-hint = Only they enter, in the first thirty days, which group came of the decision.
new-founder-self = I, who move this
would-founded-by = It is founded by
new-key = Key of that server
new-key-hint = It begins with z6Mk. Whoever keeps that server finds it on its first page.
new-hash = Mark of the text
new-hash-hint = You find it on the page of the entry that brought the text in.
motion-title = Title
motion-title-hint = So that people know at a glance what it is about.
motion-text = Exact text
motion-text-hint = This is what will be voted on, word for word. Say who does what by when.
move-do = Sign and move
move-warning = You sign exactly this title and text. Others can discuss them at once; you can put new versions until the vote is called.
`;
