/** English: newcomers on the way to a vote: who waits for what, places, doors, greeters, sponsors. */
export const newcomers = `
newcomers-title = Newcomers
newcomers-lead = { $members ->
    [one] One member
   *[other] { $members } members
  }, of whom { $roll ->
    [one] one votes
   *[other] { $roll } vote
  }. A newcomer is a member in everything at once; the vote comes when somebody has met them and a place is there.
newcomers-none = Nobody waits for a vote: all members have one.
newcomers-waits = Waiting for
newcomers-all = anything
newcomer-sponsors = sponsored by
newcomer-seen-by = met by
newcomer-card-confirmed = card confirmed on
newcomer-card-confirmed-by = by
members-voting = { $roll ->
    [one] One of them votes
   *[other] { $roll } of them vote
  }{ $waiting ->
    [0] .
    [one] ; one waits for a vote.
   *[other] ; { $waiting } wait for a vote.
  }
home-voters = With a vote
newcomer-member-from = a member from
newcomer-card-costs = You invite this person by it: they count as the one newcomer whom you bring to a vote in half a year. Whom else you invited may wait for a place then.
member-member-from = member from
standing-many-waiting = members waiting for a vote
vote-waits-for = vote waits for:
vote-wait-time = a day that is set
vote-wait-card = a third person who confirms the card
vote-wait-seen = being met in person
vote-wait-sponsor = a sponsor
vote-wait-place = a place
vote-wait-place-hall = at a called meeting where half are there
vote-wait-from = – the vote begins on
vote-wait-place-from = – one is free at the latest on
me-vote = Your vote
me-votes-since = since { $when }
own-vote-title = Your vote
own-vote-member = You are a member: you speak, move, work and stand for office as everybody. Your own vote begins when this is there:
own-vote-applicant = You are on the way to being a member. Your vote begins once you are one and this is there:
own-vote-see = What your own vote waits for
own-way-what = Until you are a member, this is missing:
own-way-vouchers = { $n ->
    [one] One member more must vouch for you. Ask somebody here who knows you: Nabat shows you to all members as somebody to vouch for.
   *[other] { $n } members more must vouch for you. Ask people here who know you: Nabat shows you to all members as somebody to vouch for.
  }
own-way-seen = Members must have met you at a meeting, and enter it. Come to the next one.
own-way-decision = The members decide whether you come in. Ask one of them to move it.
own-way-member-from = You are a member from
own-way-greeters = Who greets here:
own-way-no-offers = Nobody has been drawn to greet yet: { $n ->
    [one] one more member
   *[other] { $n } more members
  } must first offer to, on their page “Keys and devices”. Ask members to offer; or come to a meeting.
own-way-lot = Who greets is being drawn by lot, at the latest on
own-way-no-greeters = Nobody has been drawn to greet yet. Ask a member to draw who greets, on the page Newcomers; or come to a meeting.
own-vote-card = At a meeting, ask somebody who neither made your card nor invited you to confirm it.
own-vote-seen = Meet one of the greeters and ask them to enter it; or come to a meeting, where its two tellers do.
own-vote-sponsor = Whoever invited you sponsors you, once they have had a vote for half a year; else ask another member who has, and brought nobody lately.
own-vote-place = Take a place as soon as one is free and the tellers of a called meeting, with half of those who vote there, have entered that they met you. Or ask somebody who brought nobody lately to sponsor you: then you need neither.
lacks-for = to be a member, still missing:
lacks-vouchers = { $n ->
    [1] one more member who vouches
   *[other] { $n } more members who vouch
  }
lacks-seen = being met in person
lacks-decision = a vote of the assembly
lacks-time = a member after the waiting days
sponsor-do = Sponsor their vote
sponsor-warning = You give your word that this newcomer should vote; being a member needs others who vouch. If you brought nobody to a vote in the last half-year, they need no place. Your name stands beside it in the record.
place-do = Have them take the place
place-do-own = Take the place: begin to vote
place-what-door = A door is open: the vote begins at once.
place-what-first = Their sponsor brought nobody lately: the vote begins at once.
place-what-place = A place is free and nobody goes before: the vote begins at once.
see-do = I have met this person
see-warning = You say that you have met this person face to face. Your name stands beside it in the record.
places-title = Places
places-now = In the last half-year { $taken ->
    [0] nobody
    [one] one person
   *[other] { $taken } people
  } came to a vote by somebody’s word. Places let in { $most } in half a year at most: a quarter of the { $roll } who vote.
places-free-from = The next place is free on
places-what = Everybody’s first newcomer in half a year needs no place. Places are for further ones, given at called meetings where half of those who vote are there: those first whose sponsor brought fewest, and of these who waits longest.
door-comes = A door was decided. It opens on
door-comes-not = A door was decided, and it isn’t known yet whether and when it opens.
door-open = A door is open: { $left } of { $places } places are left
door-until = until
door-decision = The decision
door-move = Move to open the door to more at once
door-what = Whoever is invited meanwhile has a vote as soon as they are a member: nobody need sponsor or meet them. It is decided as our rules are changed, half of all taking part, and each newcomer still signs for themselves.
door-places = How many newcomers
door-term = Open until
door-term-hint = At most a year ahead.
door-waiting = { $n ->
    [one] One member waits for a vote and could take a place.
   *[other] { $n } members wait for a vote and could take places.
  }
would-door = It opens the door to { $places ->
    [one] one newcomer
   *[other] { $places } newcomers
  } until
greeters-title = Who greets
greeters-what = A few are drawn by lot among those who offered to count. They meet newcomers in person, and enter that they did: so nobody’s sponsor alone says that somebody exists.
greeters-until = They greet until
greeters-few = We are few: any member with a vote who isn’t the sponsor may enter that they have met a newcomer.
greeters-none = Nobody has been drawn. Until then the two tellers of a called meeting enter whom they see there.
greeters-draw-waits = Being drawn: { $has } of { $of } devices have answered, until
greeters-offer = Offer to count, and so to greet
greet-draw-do = Draw who greets
greet-draw-what = Among the { $n } who offered. Their devices answer by themselves within two days; the list holds for half a year.
sponsors-title = Who can bring whom when
sponsors-lead = Each who has had a vote for half a year, founders at once, brings one newcomer in half a year without a place.
sponsors-all = all who vote
sponsor-free = can bring one now
sponsor-brought = brought somebody lately
sponsor-young = votes for less than half a year
sponsor-free-now = can bring one without a place
invite-from-young = You can sponsor from
invite-from-free = You bring the next without a place from
sponsor-free-from = can bring the next without a place from
sponsor-young-from = can sponsor from
sponsor-whom = brought
burst-title = Many came at once
burst-many = { $n ->
    [one] One newcomer
   *[other] { $n } newcomers
  } in thirty days, beside { $roll } who vote.
burst-by-one = { $n } of them
burst-what = It may be a good month, or one who brings many. Nothing follows from it by itself: have you met them?
invite-brings-title = What your invitation brings now
invite-brings-seat = Whoever you invite as a member has a vote with their seat.
invite-brings-door = A door is open: whoever you invite as a member has a vote as soon as they are one.
invite-brings-first = Whoever you invite as a member votes once they are one and somebody of the greeters, not you, has met them.
invite-brings-place = You brought somebody in the last half-year: whoever you invite now needs a place, besides being met. { $taken } of { $most } places are taken. Somebody else who brought nobody can sponsor them instead.
invite-brings-young = You have had your vote for less than half a year: you invite, and another member sponsors them.
invite-brings-no-vote = While you wait for your own vote you invite guests. Ask a member who votes to invite somebody as a member.
contest-ground = Ground
contest-what = Only about whether the admission is right, never about what somebody thinks, says or votes. Give the reasons in the text. The person is heard first; it is secret, half of all must take part, and the person doesn’t vote on it, nor do those who came by the same word and are contested too, a quarter of all at most.
contest-ground-invented = There is no such person
contest-ground-invented-what = Nobody stands behind this name.
contest-ground-twice = Here twice
contest-ground-twice-what = The same person is a member already.
contest-ground-another-name = Under another’s name
contest-ground-another-name-what = They use somebody else’s name.
contest-ground-not-seen = Never met
contest-ground-not-seen-what = Nobody met them as the record says.
contest-ground-conditions = Conditions not met
contest-ground-conditions-what = What our rules ask of newcomers wasn’t there.
contest-not-heard = The person hasn’t spoken to it yet. It can be voted on once they have, or from
contest-heard = The person has spoken to it
vote-without-newcomers = On our rules vote those who have had a vote for three months, and founders: { $whole } here.
vote-without-contested = { $n ->
    [one] One whose admission is contested doesn’t vote on this.
   *[other] { $n } whose admission is contested don’t vote on this.
  }
count-only-voters = Those with a vote on this, of { $whole }: newcomers who wait for theirs aren’t counted.
paper-only-voters = Those with a vote: newcomers who wait for theirs aren’t counted.
need-see = Meet a newcomer, and enter that you did
need-place = A place is free for you: begin to vote
need-own-way = You are not a member yet: see what is missing
need-own-vote = Your vote waits for something
need-contested = Your admission is contested: say what you think of it
need-greet = A lot of greeters waits for your device
need-burst = Many newcomers came at once: have you met them?
need-keys-call = A meeting is called that may give you new keys
need-greet-draw = Newcomers wait to be met: draw who greets
need-greet-offer = Newcomers wait to be met: offer to greet
subject-door = open door
subject-long-door = Open the door to many newcomers at once
entry-sponsor = { $who } gave their word for { $whom }
entry-place = { $who } had { $whom } take a place
entry-greet-draw = { $who } drew who greets
entry-greet-reveal = { $who } revealed the secret for the lot of greeters
kind-seen = newcomers met
kind-sponsor = sponsors
kind-place = places taken
kind-greet = drawing of greeters
kind-vouch = vouching
`;
