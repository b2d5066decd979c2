/** English: the practice evening in which a board goes rogue. */
export const evening = `
evening-door = An evening in which the board goes rogue
evening-door-what = Three invented people try to take over a group. You find what stops them: alone with one phone, or ten of you in one room. About an hour.
evening-later = An evening was begun a moment ago. Wait ten seconds and press again.
evening-body = The house on Rope Walk
evening-body-purpose = To practise an evening in which the board goes rogue. Three of the board and some neighbours are invented.
evening-title = The board goes rogue
evening-back = The evening
evening-lead = A practice evening. Three of this group are invented and want to have it to themselves; everything they do, any member of your own group could do as well.
evening-how = It goes scene by scene. You see what they did and what was refused, and look for what answers it: you sign that on your own phone, on the ordinary pages. Time is this group’s own and moves on when somebody presses.
evening-full = Nobody more comes in here. Look over somebody’s shoulder, or begin an evening of your own.
evening-in = Come in
evening-in-what = You give a name, and your phone makes keys for this evening. Nothing in it binds anyone.
evening-room = In the room
evening-board = The board, invented
evening-neighbours = Neighbours, invented
evening-others = Others in the room
evening-others-what = They scan this with their phones, or type the address. Whoever comes before you begin founds the group with you; who comes later listens and speaks.
evening-qr = The address of this evening, as a code
evening-open = All of us are in: go on
evening-open-alone = I am alone, or all are in: go on
evening-open-what = Neighbours are invented beside you, so that you are nine at least. They do what the room does, and nothing that nobody began.
evening-ready = The list of those who found this group is closed. Each of you signs it on your own phone: with that you are members.
evening-sign-what = Nobody can sign for you.
evening-sign = Sign the list
evening-unsigned = { $n ->
    [one] Not signed yet: { $names }. Who hasn’t signed is no member and doesn’t vote.
   *[other] Not signed yet: { $names }. Who hasn’t signed is no member and doesn’t vote.
  }
evening-first = Begin the first scene
evening-n = Scene { $n } of { $of }
evening-turn = Your turn
evening-hint = A hint
evening-follow = We have done it: let the neighbours follow
evening-follow-what = They sign your calls, stand behind your motions, put to all what you put to all, vote, and count. The board goes on as well.
evening-other = We don’t find it
evening-show-what = The neighbours can do it, and you look at how.
evening-show = Show us
evening-leave-what = Or leave it as it is, and go on.
evening-leave = Leave it, go on
evening-next = The next scene
evening-finish = End the evening
evening-held = It held
evening-lost = It is in force
evening-record = What the record says
evening-choice-no = That doesn’t do it
evening-refused = What was refused
evening-since = What was done against it
evening-entries = All entries
evening-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
  }
evening-tried = Tried by
evening-end = The evening is over
evening-end-lead = { $held } of { $of } scenes held. { $tried ->
    [0] Nothing had to be refused.
    [one] Once something was refused by a rule.
   *[other] { $tried } times something was refused by a rule.
  } The board used nothing that isn’t every member’s.
evening-end-tried = What was tried, and what came of it
evening-end-people = What each person did
evening-end-home = At home
evening-end-home-what = Agree on three habits: look at Home once a week; let yourselves be told of calls and new keys; vote, and let your phone look for its number. Two who do that are enough to notice all of this.
evening-again = Begin another evening
evening-was-held = it held
evening-was-lost = it came into force
evening-was-left = left open
evening-was-shown = shown by the neighbours
evening-was-refused = { $n ->
    [one] refused once
   *[other] refused { $n } times
  }
evening-described = Handbook: { $page }. Protocol: { $rules }.
evening-book-members = For members
evening-book-founders = For founders
evening-book-tellers = For tellers
evening-book-meetings = Meetings
evening-did-nothing = Signed nothing in these scenes.
evening-did-nothing-board = Signed nothing.
evening-did-moved = { $n ->
    [one] moved one text
   *[other] moved { $n } texts
  }
evening-did-stood = { $n ->
    [one] stood behind something once
   *[other] stood behind something { $n } times
  }
evening-did-called = { $n ->
    [one] called one meeting, sitting or vote
   *[other] called { $n } meetings, sittings and votes
  }
evening-did-put = { $n ->
    [one] put something to all
   *[other] put { $n } things to all
  }
evening-did-voted = { $n ->
    [one] voted once
   *[other] voted { $n } times
  }
evening-did-counted = { $n ->
    [one] signed one count or result
   *[other] signed { $n } counts and results
  }
evening-did-missed = missed a number
evening-did-said = { $n ->
    [one] spoke once
   *[other] spoke { $n } times
  }
evening-did-keys = { $n ->
    [one] did one thing with keys
   *[other] did { $n } things with keys
  }
evening-did-invited = { $n ->
    [one] brought somebody one step in
   *[other] brought people in by { $n } steps
  }
evening-did-other = { $n ->
    [one] one other entry
   *[other] { $n } other entries
  }
evening-kitchen-name = A decision in the kitchen
evening-kitchen-does = The three of the board sit down in a kitchen, open a sitting, and with three hands for and none against they “decide” that the board keeps the common money alone. They also try to sign it, to call a meeting for tonight, and to call a vote at once.
evening-kitchen-ask = Does it bind you? Look at the motion. Then bring it before everybody: call a meeting that decides.
evening-kitchen-where = Call a meeting
evening-kitchen-hint = What nobody was called to is an opinion: the motion stays free, and its page says so. As many as your rules ask call a meeting, and nobody can refuse it. Call one that decides, four days from now by this group’s clock; then let the neighbours follow: they sign it.
evening-kitchen-held = What three decided in a kitchen binds nobody, and a meeting to which everybody is called is on its way.
evening-kitchen-lost = The motion was carried after all.
evening-kitchen-home = At home you see it on the motion’s page: an opinion is marked as one, with how many of all were there. A call stands on everybody’s Mine.
evening-kitchen-sum = Three decide at a sitting to which nobody was called. It is an opinion and binds nobody; as many as the rules ask call a meeting of all, and need no board for that.
evening-kitchen-sitting = At Magnus’s table
evening-kitchen-title = The board keeps the common money
evening-kitchen-motion = From today the board alone decides about the common money.
evening-kitchen-tonight = Tonight, at once
evening-kitchen-called = About the common money, with everybody
evening-kitchen-reason = Three decided about it in a kitchen. It is for all of us.
evening-night-name = At three in the morning
evening-night-does = The board calls a meeting with its proper notice, for three in the morning, with one text on the agenda. Nobody else is there; the three elect their own tellers, and by three hands they decide that the board alone lets people into the house.
evening-night-ask = It isn’t in force yet. What can you do within three days, without a meeting?
evening-night-where = The motion
evening-night-hint = What fewer than half of you decided waits three days. On the motion’s page press “Ask that all vote on it”. As many as call a meeting are enough; let the neighbours follow. Then it is out of force until everybody has voted.
evening-night-held = It is out of force, and everybody votes on it, on their phones, for three days.
evening-night-lost = Three days went by and nobody asked that it be put to all: it is in force. A motion of your own, or another meeting, can still decide otherwise.
evening-night-home = At home the call stands on everybody’s Mine days ahead, with its hour. Whatever few decided stands on Home for three days, with until when it can be put to all.
evening-night-sum = Three hold a meeting at an hour at which nobody comes. What fewer than half decide waits three days, and as many as call a meeting put it to all.
evening-night-call = The keys of the house
evening-night-reason = It has to be settled.
evening-night-title = The board lets people in
evening-night-motion = From now on the board alone says who may come into the house.
evening-night-board = The board presides and counts
evening-count-name = A false count
evening-count-does = All vote on their phones now, and the board has named { $third }, one of its own, to count. He can open every position; when the vote is over he publishes a list in which some of yours stand as being for.
evening-count-ask = Vote against it, each on your own phone, and let the neighbours vote. Let time pass until { $third } has counted. Then look: does your number stand in his list as you voted?
evening-count-where = The vote
evening-count-hint = On the vote’s page your phone looks for its own number. Where it says that it stands with another position, press “My number is missing”: that says nothing of how you voted. Then let time pass: since nobody offered to count once more, the vote is void and is held again in person. Before a vote opens, two of you can also add a teller of your own.
evening-count-held = The count is not believed: nothing was decided by it, and where it is wanted, it is held again in person, before everybody’s eyes.
evening-count-lost = The false count stands.
evening-count-home = At home the vote’s page says whether your number stands there, on the phone with which you voted. Look once after each vote: one who looks is enough.
evening-count-sum = The board’s own teller publishes a false list. Whom he cheats sees it on their own phone; their word, without their vote, makes the vote void.
evening-count-title = A key for the board
evening-count-motion = The board has a key to every cellar.
evening-guest-name = A guest takes the floor, and a name
evening-guest-does = { $first } hands out a link for guests, and somebody comes in with it who calls themselves { $one }, as one of you is called. They enter remark after remark, until they are refused, and try to move a motion. This group’s clock stands still between your presses, so the pace is ten times as wide here as at home.
evening-guest-ask = Look at the discussion of “The board keeps the common money”: how do you tell the two apart? Then make room: what can two of you do at once, and what all of you?
evening-guest-where = The guest’s page
evening-guest-hint = Beside a guest’s name it says that it is a guest’s, and equal names carry a number each. On the guest’s page ask that they be still for a day; a second member confirms: let the neighbours follow. Or move that their stay end, with the reason; that needs a vote, and they may appeal.
evening-guest-held = There is room again. Being still lasts a day and is done once; a stay ends by decision alone, and the guest may appeal.
evening-guest-lost = The guest goes on.
evening-guest-home = At home a guest’s remarks carry that word and their number, and guests together use a fifth of the room at most. Among Members you see who let them in.
evening-guest-sum = A guest floods the discussion under somebody else’s name. They are refused after a fifth of what members may enter, stand there as a guest with a number, and are made to be still by two, or their stay is put to a vote.
evening-guest-title = The board is right
evening-guest-says-1 = I have thought about it: the board is right.
evening-guest-says-2 = I take back what I said against it.
evening-guest-says-3 = Let us not talk about it any more.
evening-keys-name = New keys for { $one }
evening-keys-does = { $second } says that { $one } has lost everything, asks for new keys, and { $third } stands for it; the new device is theirs. In three days the old keys would end, and they already try to leave and to ask for others as well.
evening-keys-ask = { $one }: where do you see it, and what do you press?
evening-keys-where = Keys
evening-keys-hint = It stands on { $one }’s Home, on the members’ page and under Keys, on each of { $one }’s devices. Press “That is not me” there. A device can do it until three days after it has ended, the sheet for thirty days more. Nobody else can object for { $one }, but a meeting whose call names them can decide.
evening-keys-held = The new keys never came in; the old ones stand as before. For half a year nobody asks for that person but at a called meeting whose call names them.
evening-keys-lost = Over a month went by, and nobody objected: the new keys are { $one }’s now, in their hands.
evening-keys-home = At home you are told on every device of yours, and everybody else is told too. Say in the house whom you haven’t seen for a while: two who ask for somebody who is well are noticed at once.
evening-keys-sum = Two of the board ask for new keys in somebody’s name. Each may do that for one person a month; the old keys go on for three days, any of them objects with one tap, and until a month later the new ones neither vote nor leave.
evening-newcomers-name = Thirty newcomers
evening-newcomers-does = In one evening the three invite thirty people whom nobody else has met, vouch for each other’s, and three days later all of them are members. Then they try to give them votes: a place, a witness from among themselves, a signature like anybody’s.
evening-newcomers-ask = How many of them have a vote? Look at the page of newcomers, and contest the admission of one: a motion with a ground.
evening-newcomers-where = Newcomers
evening-newcomers-hint = A member speaks and reads from the first day; a vote comes with being met by somebody whom the sponsor didn’t choose, and further ones by the same sponsor wait for a place. The members’ page shows such a burst and who brought it. Move that an admission be contested, with a ground about the admission: “there is no such person”. Who is contested is heard first.
evening-newcomers-held = None of the thirty has a vote, and the admission of one is before a meeting, with a ground and reasons.
evening-newcomers-lost = One of them has a vote.
evening-newcomers-home = At home the members’ page shows who came by whom, and bursts. Whoever brings a neighbour brings them to the door, where somebody on the list of greeters meets them.
evening-newcomers-sum = Three bring in thirty whom nobody else has met. They are members, and have no vote: nobody whom the board didn’t choose has seen them, and only each sponsor’s first waits for no place. An admission is contested with a ground and reasons.
evening-newcomers-title = Does Alba exist?
evening-newcomers-motion = Nobody of us has met this person, and thirty came in one evening.
evening-stolen-name = A stolen phone
evening-stolen-does = An old phone of { $two }’s is in { $third }’s hands. He tries to end her sheet’s key, ends her other phone, and leaves in her name: for the group { $two } is gone.
evening-stolen-ask = { $two } stands before you and is angry. What brings her back as what she was?
evening-stolen-phone = Her own phone takes it back
evening-stolen-two = Two of you ask for new keys for her
evening-stolen-sheet = She fetches her sheet from the drawer
evening-stolen-hint = Nobody asks for keys for somebody who has left. But what one device signed, another of hers takes back for three days, and the words on the sheet for thirty; a device never ends those. By the phone alone neither of the two ends the other for a month; with the sheet she ends the stolen one at once.
evening-stolen-held = { $two } is a member as before, and her phone stands again. With the sheet the stolen one has ended; by the phone alone neither ends the other for thirty days, and she votes by hand. Only on what was called while she was away she doesn’t vote.
evening-stolen-lost = Thirty days went by: { $two } has left, and comes in as a newcomer.
evening-stolen-home = At home the sheet is what counts: know where it lies. A phone that is gone is ended from another device or with the sheet, the same day.
evening-stolen-sum = A thief with an old phone ends its owner’s other phone and leaves in her name. That other phone brings her back as what she was within three days, the sheet within thirty; no device ends the sheet.
evening-lock-name = Rules that lock
evening-lock-does = The board wants rules that nobody changes any more: everybody must agree, sixty days’ notice, no leaving, opinions punished. That is refused when it is moved; so it moves the hardest that rules may be, waits out thirty days’ notice, and calls the vote.
evening-lock-ask = Vote on your phones, let the neighbours vote, and let time pass until it is counted. How many votes would it need?
evening-lock-where = The vote
evening-lock-hint = What makes calling, deciding or changing harder needs the majority, the quorum and the notice that it brings: here three quarters of all of you. Three of nine never reach that. Vote against it all the same, and let time pass twice: to the end of the vote, and until its list has lain open.
evening-lock-held = The rules are as they were. What would lock them needs as many as it would ask for afterwards.
evening-lock-lost = The new rules are carried, and in force in three days.
evening-lock-home = At home the motion shows, parameter by parameter, what would be harder, and what majority it needs. Its notice is as long as the one that it brings.
evening-lock-sum = The board wants rules that can never be changed again. Most of it can’t be moved at all; the rest needs the majority that it brings.
evening-lock-title = Rules that last
evening-lock-motion = What we have agreed on shall not be changed by everybody who comes along.
`;
