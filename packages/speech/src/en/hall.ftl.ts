/** English: the meeting while it is held. */
export const hall = `
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
`;
