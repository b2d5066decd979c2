/** English: calls, the meeting while it is held, projector, minutes. */
export const hall = `
tab-meetings = Meetings
meeting = Meeting
meeting-call = the call
meeting-kind = { $type ->
    [consult] Meeting to consult
    [inform] Meeting to inform
   *[decide] Meeting to decide
  }
meeting-type-decide = decides
meeting-type-consult = consults
meeting-type-inform = informs
meeting-type-decide-what = What is on the agenda in time is decided here, and those who come can still change the order, put things off and bring in what is urgent.
meeting-type-consult-what = Those who come give their opinion by vote. It binds nobody. What they can still change is what the reason says.
meeting-type-inform-what = Nothing is voted on but the course of the meeting itself. Something has been decided already; the reason says what, and what can still be changed.
meetings-lead = A meeting is called by members, with notice and an agenda. No officer can put it off or strike anything from it.
meetings-provisional = This group isn’t adopted yet
meetings-provisional-do = First the founders sign their list
meetings-find = Title of the meeting
meetings-coming = coming up
meetings-past = past
meetings-none = No meeting has been called yet. Members call one by signing together.
meetings-carried = Waiting for the next meeting
meetings-carried-what = What was put off or not reached comes onto the next agenda by itself.
meetings-more = More
meetings-sittings = All sittings, and opening one without a call
meetings-calendar = Calendar file of all meetings (iCalendar)
meetings-calendar-public = Your calendar can subscribe to this address.
meetings-calendar-members = Only members get this file, from a device of theirs. It can’t be subscribed to: an address that opens a members’ calendar would be a key lying about.
meeting-new = Call a meeting
calendar = Calendar
calendar-one = This meeting for my calendar
print-how = To print, or to keep it as a PDF, use your browser’s Print.
reason = Reason
choose-none = nobody
agenda = Agenda
aob = Any other business
aob-what = Comes last on every agenda and can’t be struck off: whatever anyone wants to say. Nothing that needs notice is decided here.
called-by = called by
call-by-office = You hold an office that may call meetings: the call stands at once.
call-by-office-title = Called by an office
call-by-signatures = { $needed ->
    [one] You can call this meeting alone.
   *[other] A call stands when { $needed } members have signed it. Yours is the first signature.
  }
call-title = What is the meeting called?
call-title-hint = For instance: General meeting of December.
call-type = What is it for?
call-reason = Why, and what can those who come still change?
call-reason-hint = In your own words. Everybody reads this with the call.
call-starts = Beginning
call-starts-hint = In the time of this group: { $zone }. { $days ->
    [0] Our rules ask for no notice
    [one] Our rules ask for one day of notice
   *[other] Our rules ask for { $days } days of notice
  }: not before { $when }.
call-place = Place
call-place-hint = Only members see it. It can also be given later, once.
call-place-do = Sign and give the place
call-place-warning = The place is given once and can’t be changed.
call-place-later = the place is given later
call-place-none = no place was given
call-place-members = the place is for members
call-first-items = First items of the agenda
call-first-items-hint = One a line. You sign each of them after the call. More, with texts, can follow on the page of the call.
call-more = Members’ items, several halls
call-items-until = Members’ items until
call-items-until-hint = { $days ->
    [0] Until then any member puts items on the agenda, and they can be decided. Empty: only those who sign the call.
   *[other] Until then any member puts items on the agenda, and they can be decided. A day before the meeting at the latest. Empty: only those who sign the call.
  }
call-halls = Halls
call-halls-hint = Only where it is held in several at once: short names in small letters with dashes, between commas.
call-do-sign = Sign the call
call-do-call = Sign and call
call-warning-once = Hour and kind can’t be changed afterwards. Those present can adjourn; nobody else can put it off.
call-signed-of = Signed by { $has } of { $needed }
call-signed-by = Signatures:
call-items = { $count ->
    [0] no item yet
    [one] one item
   *[other] { $count } items
  }
call-sign = Sign this call
call-sign-warning = Your name stands under the call, for all members to see. It can’t be taken back.
call-pass-on = Pass on this page’s address, or the printed sheet.
call-sheet = Sheet to collect signatures
call-sheet-back = Back to the call
call-sheet-sign = I want this meeting to be held
call-sheet-what = { $has ->
    [0] Nobody has signed so far
    [one] One member has signed so far
   *[other] { $has } members have signed so far
  }, of { $needed } needed. This paper collects who wants it; each then signs with their own device. Only those signatures count.
call-sheet-qr = Leads to this call
call-sheet-name = Name
call-sheet-signature = Signature
call-stage-signing = signatures wanted
call-stage-lapsed = not signed in time
call-stage-called = called
call-stage-due = its hour has come
call-stage-held = being held now
call-stage-adjourned = adjourned
call-stage-interrupted = broken off
call-stage-over = over
call-stage-not-held = not held
call-stage-on-paper = held on paper
call-now = This meeting is being held now
call-go = Go in
call-go-hall = Go in: { $hall }
call-open = The meeting can be opened
call-open-what = Whoever opens presides until those present elect a board and tellers. Until then two whom you name count heads.
call-open-do = Sign and open the meeting
call-notice = Notice
call-stands = The call stands since
call-stands-not = not yet: signatures are missing
call-notice-asked = Our rules ask for
call-notice-days = { $days ->
    [0] no notice
    [one] one day of notice
   *[other] { $days } days of notice
  }
call-noticed = Texts
call-noticed-what = What came or changed later can be talked of and not decided:
call-sittings = Sittings of this meeting
hall = Hall
halls = Halls
hall-led = The agenda and the list of speakers are led in another hall
hall-led-go = Go to the hall that leads
item-add = Add an item
item-add-do = Sign and put it on the agenda
item-title = Item
item-title-hint = In one line.
item-text-label = Text or explanation
item-text = Text
item-motion = Motion
item-motion-choose = Motion to decide on
item-motion-hint = Its exact text is what will be voted on.
item-motion-none = none: to talk about
item-motion-new = Move a new motion first
item-election = Election: { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }, { $candidates ->
    [0] nobody stands yet
    [one] one stands
   *[other] { $candidates } stand
  }
item-election-choose = Election to hold
item-election-none = none
item-election-new = Open an election first
item-by = put by
item-from = Carried over from
item-urgent = urgent
item-open = now
item-done = done
item-put-off = put off
item-returns = returns on { $when }
item-decides = to decide
item-opinion = opinion, decides nothing
item-cannot = can’t be decided here
item-open-do = Open: { $title }
item-open-aob = Open any other business
item-close-do = Close this item
now-item = Before the house
now-nothing = Nothing is before the house yet
now-over = Over
debate-over = The debate is over: the vote is next.
tellers-first = Those present first elect who counts
tellers-first-what = Until then no other vote can be called here (rule G-44). Put a chair and two tellers; those who agree second it.
tellers-first-voting = The board is being voted on. Once it is counted, everything else can be.
call-few-again = Vote on it here once more
call-few-again-what = Too few took part in the last vote on it. Another comes out otherwise only where more have come since.
tellers-first-put = A board with tellers has been put: read it, and second it if you agree
tellers-stand = { $n ->
    [one] { $names } counts here and stands in this election
   *[other] { $names } count here and stand in this election
  }, and nobody counts their own votes (rule O-7). First elect tellers who don’t stand.
sitting-adjourned = adjourned
adjourned-title = Adjourned
adjourned-until = Adjourned until
adjourned-what = What is left returns by itself then.
interrupted-title = Broken off
interrupted-what = What was not reached counts as neither decided nor refused. Any member can take the meeting up again within a day; else it comes onto the next agenda.
call-in-sitting-warning = By show of hands or on paper the tellers count those in the hall, and who takes part from outside votes on their device. On devices, everybody votes on their own.
vote-in-the-hall = You are counted in the hall
vote-opinion = An opinion: it decides nothing
vote-weight = Weight
vote-remotes = { $n ->
    [one] One member takes part from outside and votes on a device.
   *[other] { $n } members take part from outside and vote on their devices.
  }
tallies-differ = The outcome stands only if it is the same under each count. Else count again first.
tallies-differ-declared = The outcome is the same under each count, so it stands. The difference stays in the record.
tallies-of = What each teller counted: { $part }
tally-yours-of = Your count: { $part }
tally-again = Count again
part-of-hall = in the hall
part-of-devices = on devices
count-whole = Of { $whole }
floor = The floor
floor-nobody = Nobody is speaking.
floor-left = { $time } left
floor-over = time is over
floor-limit = Each speaks for { $time } at most.
floor-list-closed = The list of speakers is closed.
floor-more = … and { $n } more
floor-ask = Ask for the floor
floor-ask-for = A member without a device asks for the floor
floor-ask-for-do = Put on the list
floor-leave = Take me off the list
floor-place = You are number { $n } on the list.
floor-end = I have finished
floor-cut = End this speech
floor-give = Give the floor to { $name }
turn-cut-short = was cut short
turn-first = first time
procedure = How we go on
procedure-what = Anyone present puts such a motion; it is voted on as soon as a minute has passed, so that all can read it. The chair can’t keep it from a vote: once two have seconded it, they call the vote themselves.
procedure-proceed = Go to the vote
procedure-proceed-what = The debate on this item ends, and the vote is next.
procedure-close-list = Close the list of speakers
procedure-close-list-what = Who is on it still speaks. Nobody is added.
procedure-time-limit = Limit the time
procedure-time-limit-what = From now on each speaks for so long at most.
procedure-limit = Each speaks for
procedure-seconds = { $n ->
    [30] half a minute
    [60] one minute
    [120] two minutes
    [180] three minutes
    [300] five minutes
    [600] ten minutes
   *[other] { $n } seconds
  }
procedure-overrule = Set a ruling of the chair aside
procedure-overrule-what = Say which ruling, and what shall count instead. If it is carried, the tellers needn’t wait for the chair any more.
procedure-adjourn = Adjourn
procedure-adjourn-what = With a reason and a date. What is put off returns by itself on that day.
procedure-adjourn-what-of = What
procedure-adjourn-whole = the whole meeting
procedure-return-date = Returns on
procedure-returns = returns on
procedure-urgent = Take up something urgent
procedure-urgent-what = It comes on before the next item. A plain text can be decided with it; what needs notice can’t.
procedure-agenda = Change the order
procedure-agenda-what = Items in the order you want. What is left out is put off to the next meeting.
procedure-nth = Number { $n }
procedure-put-off = put off
procedure-nothing-waits = No item waits.
procedure-aob-stays = Any other business stays last. It can’t be struck off.
procedure-board = Elect the board
procedure-board-what = Who presides and who writes, elected by those present. One person who objects is enough for a secret vote.
procedure-tellers-hint = Only if others shall count from now on.
procedure-board-behind = { $of ->
    [0] Nobody has signed yet that they are there.
    [one] { $has } of the one member who signed that they are there stands behind these tellers.
   *[other] { $has } of the { $of } members who signed that they are there stand behind these tellers.
  } When more than half of them do, two at least, this board is elected at once, without a count (rule G-46). Seconding it is standing behind it.
procedure-tellers-needed = Two members who count votes from now on, best of different opinions. Nobody was elected to count here yet, so both are needed.
procedure-exclude = Put somebody outside the hall
procedure-exclude-what = For this meeting only. Vote and seat stay: the vote can be cast from outside.
procedure-reason-hint = It stands in the minutes.
procedure-do = Sign and put it
procedure-vote = Call the vote on it
procedure-secret = Ask that it be secret
procedure-seconded = { $has ->
    [0] nobody has seconded it yet
    [one] seconded by one member
   *[other] seconded by { $has } members
  } (from { $needed } on they can call it themselves)
presence-remote = { $n ->
    [one] One member takes part from outside.
   *[other] { $n } members take part from outside.
  }
presence-you-hall = You take part in the hall, and the tellers count you there.
presence-card = Somebody with a card is here
presence-card-what = Take one code from the card. It is used up by this, and shows that they are there, as others’ devices do.
presence-card-do = Enter that they are here
presence-here-what = { $n ->
    [0] Nobody has signed yet.
    [one] One member has signed so far.
   *[other] { $n } members have signed so far.
  } When half of all members have, or after a quarter of an hour, those present elect who counts.
presence-you-remote = You take part from outside the hall: from the next vote on your device counts.
presence-go-remote = I take part from outside the hall
presence-go-remote-what = From the next vote on you vote on your device, and your hand in the hall isn’t counted.
presence-come-back = I am in the hall
board = Board
chair = Chair
secretary = Secretary
board-elected = elected by those present
board-provisional = provisionally, until a board is elected
board-outside = Outside the hall
board-overruled = A ruling of the chair was set aside: the tellers can act at once where the chair doesn’t.
powers = What the chair may do
powers-what = These seven things and no other. Each can be set aside by those present.
powers-rest = What the chair leaves undone for five minutes, the one who opened or any teller does.
power-of-chair-1 = open the next item of the agenda
power-of-chair-2 = close the item that is before the house, when nobody waits to speak and the vote on it was taken
power-of-chair-3 = give the floor to the next on the list, and to nobody else
power-of-chair-4 = end a speech; whoever was cut short comes back first
power-of-chair-5 = call and close votes, as the tellers may too
power-of-chair-6 = close the meeting when its agenda is done
power-of-chair-7 = state that the meeting was broken up
interrupt = Record that the meeting was broken up
interrupt-do = Sign that it was broken up
interrupt-what = Ends this sitting at once. Nothing counts as refused; what is left is carried over.
minutes = Minutes
minutes-so-far = The minutes so far
minutes-whole = The whole minutes
minutes-goes-on = The meeting goes on: these minutes are still being written
minutes-to-meeting = To the meeting
minutes-as-text = As a text file
minutes-body = Group
minutes-opened = Opened
minutes-ended = Ended
minutes-ended-closed = closed on { $when }
minutes-ended-interrupted = broken up on { $when }
minutes-ended-adjourned = adjourned on { $when }
minutes-ended-by-itself = over by itself after a day, on { $when }
minutes-called = Called by
minutes-presence = Who was present, by each teller’s count
minutes-presence-line = { $name }: { $present } members, { $guests } guests, { $remote } from outside
minutes-remote = From outside
minutes-carried = Carried over
minutes-unvoted = Put and not voted on
minutes-no-speaker = Nobody wrote these minutes: each line is an entry that somebody signed. Who spoke, and what for, doesn’t stand in them.
minutes-qr = Leads to this meeting in the record
minutes-qr-what = The meeting and every entry of these minutes:
minute-opened = The sitting is opened.
minute-hall = Another hall is opened.
minute-board = The board is elected. { $board }.{ $by }
minute-board-alone = The board is elected.
minute-board-by = Without a count: { $n } members stood behind it.
minute-item = Item: { $title }
minute-item-done = Item closed: { $title }
minute-item-put-off = Put off: { $title }
minute-item-put-off-until = Put off until { $when }: { $title }
minute-urgent = Taken up as urgent: { $title }
minute-agenda = The order of the agenda is changed.
minute-moved = { $mover } puts: { $title }. { $text }
minute-vote = Vote called on “{ $title }”, { $mode }.
minute-result = “{ $title }”: { $outcome } { $numbers }.{ $by }{ $differ }{ $opinion }{ $later }
minute-differ = The tellers’ counts differed; the outcome is the same under each.
minute-counted-by = Counted by { $names }.
minute-later-fallen = Its count was doubted since, and fell: it is voted on again.
minute-later-contested = Its count was doubted since, and others count once more.
minute-later-settled-carried = It was put to all since, and they carried it.
minute-later-settled-refused = It was put to all since, and stays refused.
minute-later-settled-fell = It was put to all since, and fell.
minute-later-settled-stands = It was put to all since, and stands.
minute-later-suspended = It was put to all since, and isn’t in force.
minute-adjourned = The sitting is adjourned.
minute-adjourned-until = The sitting is adjourned until { $when }.
minute-interrupted = The sitting is broken up.
minute-leads = This hall leads from now on.
minute-closed = The sitting is closed.
projector = Projector
projector-pause = Between two items
need-sign = Sign a call, if you want this meeting
need-meeting = A meeting is coming
need-meeting-held = A meeting is being held now
need-meeting-due = A meeting can be opened now
need-amendment = Amendments to your motion wait
need-fell = Your position fell: a called meeting decides this now
need-appeal = Your words were taken out of view: you may appeal
need-accept = You are nominated: accept or decline
need-stay = You were asked whether you are still there
need-cosign-seen = Confirm that a newcomer was there, if you saw them
need-cosign-card = Confirm a new person’s card that another member made, if you were there
need-cosign-list = Confirm a signature by card under the list of founders
need-cosign-vote = Confirm a vote entered for somebody by card, as teller
need-cosign-now = Confirm a signature entered for somebody by card
need-cosign-still = Another member asks that a guest be still for a day: sign too, if you agree
need-cosign-keys = A member asks that somebody gets new keys: sign too, if that person showed you these
need-cosign-card-again = A member asks that somebody gets a new card: sign too, if you know it is theirs
need-cosign = Give the second signature, if you were there
home-meeting = Next meeting
home-meeting-now = Meeting now
home-offices = Offices
home-offices-none = nobody holds an office
`;
