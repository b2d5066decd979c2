/** English: amendments, their pages and refusals. */
export const amendments = `
amendment = Amendment
amendments = Amendments
amendments-what = Each changes one place of the text. They are voted on one by one, before the motion.
amendments-none = Nobody has put an amendment yet.
amendments-hidden = { $n ->
    [one] One that is settled
   *[other] { $n } that are settled
  }
amendments-all = Show all { $n } amendments
amend-put = Put an amendment
amend-put-what = Choose a paragraph to change or strike, or a place for new words.
amend-change = Change
amend-change-n = Change paragraph { $n }
amend-insert = Insert here
amend-insert-first = Insert before the first paragraph
amend-insert-n = Insert after paragraph { $n }
amend-to = An amendment to “{ $title }”
amend-how = What it does
amend-how-replace = New words in their place
amend-how-strike = Strike them
amend-how-insert = New words between
amend-until = Last paragraph
amend-now = As it stands now
amend-words = The new words
amend-words-hint = Exactly these take their place. An empty line begins a new paragraph.
amend-reason = Why they should go
amend-reason-hint = What you write here doesn’t come into the text. Others read it before they vote.
amend-title = In a few words
amend-title-hint = So that it can be called up in the hall: “Five firms instead of three”.
amend-default-replace = Other words for paragraph { $n }
amend-default-strike = Without paragraph { $n }
amend-default-insert = More after paragraph { $n }
amend-warning = You sign exactly this change of this text. If others second it, it is voted on before the motion itself.
amend-do = Sign and put it
amend-place-replace = { $count ->
    [one] Paragraph { $from } gets other words
   *[other] Paragraphs { $from } to { $to } get other words
  }
amend-place-strike = { $count ->
    [one] Paragraph { $from } is struck
   *[other] Paragraphs { $from } to { $to } are struck
  }
amend-place-insert = { $after ->
    [0] New words before the first paragraph
   *[other] New words after paragraph { $after }
  }
amend-would = What would change
amend-changed = What changed
amend-beside = Others at the same place
amend-beside-what = Only one of them can come into the text. Those left fall when one is carried or taken in.
amend-fallen-motion-decided = It fell: its motion is decided or withdrawn.
amend-fallen-another-text = It fell: the motion got another text from its mover.
amend-fallen-place-changed = It fell: another amendment changed the same place first.
amend-first = Enough members have seconded it: it is voted on before the motion.
amend-needs-second = { $need ->
    [one] One other member must second it; then it is voted on before the motion.
   *[other] { $need } others must second it ({ $has } have); then it is voted on before the motion.
  }
accept-do = Take it into my motion
accept-warning = The text of your motion changes at once, without a vote. Everyone sees what changed. Whoever seconded the old text must second this one.
text-amended = The text with { $count ->
    [one] one amendment
   *[other] { $count } amendments
  } in it
version-amended = with “{ $title }”
status-accepted = taken in
status-fallen = fallen
status-waiting-amendments = waiting
subject-amendment = amendment
motions-kind = What
motions-kind-motions = motions
motions-kind-amendments = amendments
motions-kind-all = both
amend-tag-first = before the motion
amendments-count = { $n ->
    [one] one amendment
   *[other] { $n } amendments
  }
amendments-wait = { $n ->
    [one] One amendment waits
   *[other] { $n } amendments wait
  }
amend-next = Before the motion: an amendment
amend-let-in = Not without the house
amend-let-in-do = Ask those present to let it in
amend-not-now = No amendment can be put now
amend-not-now-what = Members put amendments, to an ordinary text, until the vote on it is called.
amend-other-place = Another place
amend-show = Show
amend-changed-already = changed by an amendment already
minute-amendment = { $title } (amendment to { $motion })
outcome-amendment-carried = The amendment is carried.
outcome-amendment-lost = The amendment is lost.
outcome-amendment-no-quorum = Too few took part: nothing is decided.
outcome-amendment-tied = As many for as against: the amendment is not carried.
amend-why = Why
refusal-V-5-amended-by-vote = The members have changed this text by vote, so it can’t be written over. Put an amendment, or move another motion.
refusal-V-5-amendment-waits = Others have seconded an amendment to this text. Take it in, or let it be voted on; then you can put a new version.
refusal-V-5-amendments-are-put-anew = An amendment isn’t revised. Withdraw it and put it anew.
refusal-V-45 = This amendment can’t be put. Load the motion anew and choose the place again.
refusal-V-45-texts-only = Only a plain text can be amended, and not an amendment itself. Move a motion of your own, or put another amendment to the motion.
refusal-V-45-not-in-sections = This text is put to many sittings, which all decide on the same version. Ask its mover for a new version.
refusal-V-45-vote-not-over = The vote on this motion is called, so its text doesn’t change any more. Vote against it, or move another.
refusal-V-45-too-many-waiting = You have { $most } amendments to this motion waiting. Withdraw one, or let them be voted on first.
refusal-V-46 = This amendment can’t change its motion any more. Move a motion of your own.
refusal-V-46-motion-decided = Its motion is decided or withdrawn, so there is no text left to change. Move a motion of your own.
refusal-V-46-another-text = The motion has another text by now. Read it, and put your amendment to that one.
refusal-V-46-place-changed = Another amendment has changed this place already. Put yours to another place, or move to reject the motion.
refusal-V-46-place-voted-on = Another amendment to the same place is being voted on. Wait for its result.
refusal-V-47 = Only whoever moved the motion takes an amendment into it without a vote. Call the vote on it.
refusal-V-47-not-an-amendment = This isn’t an amendment, so nobody can take it into another text. Second it, or call the vote.
refusal-V-47-not-the-mover = Only whoever moved the motion takes an amendment into it without a vote. Second it, or call the vote on it.
refusal-V-47-seconded-rival = Others have seconded another amendment to the same place, which would fall. Let the members vote on it first.
refusal-V-47-vote-not-over = A vote on it is open, so the members decide now. Wait for the result.
refusal-V-48-too-many-changes = This text carries { $most } amendments and takes no more. Ask its mover for a new version.
refusal-V-49-amendment-first = An amendment that others have seconded comes before its motion. Call the vote on the amendment; at a sitting, those present can proceed without it.
refusal-V-50 = This amendment can’t be voted on at this meeting. Put it on the agenda of the next one, with its motion.
refusal-V-50-amendment-after-notice = This amendment was put after { MOMENT($until, $zone) }, when notice was over: who stayed away couldn’t know of it. Those present can let it in as urgent. Ask them to.
refusal-V-50-motion-not-here = Its motion isn’t on this agenda, or is done. Put it to a motion that is still to be voted on here.
refusal-V-50-had-notice = This amendment had its notice, so it needs no letting in. Call the vote on it while its item is under way.
refusal-G-24-comes-with-its-motion = An amendment comes onto the agenda with its motion, not by itself. Put the motion on the agenda.
`;
