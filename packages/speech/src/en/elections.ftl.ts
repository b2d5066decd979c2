/** English: elections and offices. */
export const elections = `
elections = Elections and offices
elections-lead = An office is held for a term, ends by itself, and gives only the powers that were named when its election was opened.
elections-list = Elections
elections-find = Office
elections-none = No election yet. Any member can open one.
elections-open = open
elections-decided = decided
election = Election
election-new = Open an election
election-new-lead = Any member can. What the office is, how long and with which powers stands from the start and doesn’t change.
election-new-do = Sign and open
election-new-warning = Seats, term, rule and powers can’t be changed afterwards. Another election is a new one.
election-office = Office
election-office-hint = In your own words, for instance: Treasurer.
election-seats-label = Seats
election-seats = { $count ->
    [one] one seat
   *[other] { $count } seats
  }
election-stand = { $count ->
    [0] nobody stands yet
    [one] one stands
   *[other] { $count } stand
  }
election-term = Term in days
election-term-hint = From the result on. It ends by itself; nobody in office can lengthen it.
election-rule = How it is counted
election-rule-name-plurality = Most votes
election-rule-name-approval = Everyone you approve of
election-rule-plurality = Each voter marks at most as many as there are seats. Those with the most marks are elected, if they have more than “none of these”.
election-rule-approval = Each voter marks all whom they approve of. Those with the most marks are elected, if they have more than “none of these”.
election-powers = Powers
election-powers-none = none beyond its plain name
power-convene = calls meetings
power-convene-what = May call a meeting alone, with the notice of our rules.
power-keep-minutes = keeps the minutes
power-keep-minutes-what = Looks after what is written and signed.
power-keep-money = keeps the money
power-keep-money-what = Looks after the till, and accounts for it.
power-represent = speaks for us
power-represent-what = Speaks outside for what was decided.
election-until = Nominations until
election-until-hint = Empty: until its vote is called at a meeting.
election-until-vote = until its vote is called at a meeting
election-opened = opened by
election-nominating = nominations open
election-voting = being voted on
election-decided = decided
election-again = to be voted on again in person
election-uncounted = not counted, another vote can be called
election-reopened = nominations open again
election-round = round { $n }
election-secret = secret: somebody asked
election-uncontested = uncontested
election-uncontested-what = No more stand than there are seats. It is still voted on: “none of these” can have more marks.
election-who = Who stands
election-stood = Who stood
election-nobody = Nobody was nominated yet.
election-candidate = Person
election-marks = Marks
election-place = Outcome
election-numbers = { $present } of { $whole } took part: { $none } for none of these, { $blank } blank, { $invalid } spoilt. Each line below has its marks.
election-empty = { $count ->
    [one] One seat stays empty.
   *[other] { $count } seats stay empty.
  }
election-vacant = { $count ->
    [one] One seat is vacant.
   *[other] { $count } seats are vacant.
  }
election-elected = Elected: { $names }.
election-elected-all = Elected by the vote of all: { $names }.
election-aside = Set aside: all have voted since.
election-aside-what = This vote had elected { $names }.
election-void = Void: the count of this vote could not be relied on.
election-followed = Set aside: it followed from a vote whose count could not be relied on.
election-voting-now = The vote is open
election-call = Call the vote
election-call-warning = On devices, sealed to the teller whom you name and those whom others add until it opens; nobody who stands counts. On the ballot exactly as it stands now.
election-again-how = The count of its last vote could not be relied on. It is voted on again by those who come: put it on the agenda of a called meeting.
election-uncounted-how = No teller gave a list of its last vote in time, so nothing is decided. Who opened this election can call another vote, and so can any member who neither called the last one nor was to count it. Somebody else counts it.
election-at-meeting = The vote is taken at a meeting, when its item is before the house; or over days, where nominations had an end.
election-rules = What is elected
election-rules-changed = Rules
election-rules-changed-what = Our rules changed while it ran. It is held under those in force when it was opened.
election-ask-secret = Ask that it be secret
election-ask-secret-what = One person is enough: then nobody votes by hand.
place-elected = elected
place-tied = tied
place-not-elected = not elected
candidate-asked = asked, hasn’t answered
candidate-stands = stands
candidate-declined = declined
candidate-by = nominated by
candidate-accept = I accept
candidate-decline = I decline
candidate-decline-warning = It can’t be taken back in this round.
candidate-stand = I stand
candidate-stand-do = Sign: I stand
candidate-words = In your own words; name your backers
candidate-nominate = Nominate somebody
candidate-nominate-do = Sign and nominate
candidate-why = Why
figure-none = none of these
figure-none-what = Who has fewer marks than this isn’t elected.
figure-blank = blank
ballot-of = { $n ->
    [one] The ballot, one seat
   *[other] The ballot, { $n } seats
  }
ballot-plurality = { $n ->
    [one] Mark one, or none of these
   *[other] Mark at most { $n }, or none of these
  }
ballot-approval = Mark all whom you approve of, or none of these
vote-warning-ballot = You vote once, and it can’t be changed. Two tellers open your ballot to count it; nobody else sees it.
vote-election = The election and who stands
outcome-election-elected = Elected.
outcome-election-reopened = Not all seats are filled: nominations are open again.
outcome-election-tied = As many marks for the last seat: another round among them.
outcome-election-no-quorum = Too few took part: nobody is elected.
outcome-election-carried = Carried.
outcome-election-lost = Lost.
offices = Who holds which office
offices-none = Nobody holds an office.
offices-past = Offices held before
office-until = until
office-lapsed = term over
office-resigned = resigned
office-left = left the group
office-resign = Resign
office-resign-do = Sign and resign
office-resign-warning = The office is vacant at once. What you did in it stays in the record.
`;
