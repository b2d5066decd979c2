/** English: practising a meeting alone, and the clock of a practice group. */
export const practice = `
practise = Practise a meeting
practise-lead = A practice group under our rules, with six invented members: you can call, open, preside, vote and close there alone. Nothing in it binds anyone.
practise-make = Make a rehearsal
practise-here = This is a rehearsal. The invented members do nothing by themselves: let them, after each of your steps.
practise-did = { $n ->
    [0] Nothing waited for them. Take your own next step first.
    [one] They did one thing.
   *[other] They did { $n } things.
  }
practise-act = Let them do what waits for them
practise-act-what = They sign the list of those who found, your call, and that they are there, second, agree where you do, ask for the floor, accept, vote on their devices, and count as tellers. At a sitting a minute passes: so long lies between a text and its vote.
practise-wait = Let time pass
practise-wait-what = To the next hour that matters: the next meeting begins, a vote that is called opens, closes or can be declared, or what was decided comes into force. Else, and while a sitting is open, an hour on. The clock of a practice group stands still until then.
clock-set = The clock of this group
clock-set-what = It is a practice group: its time stands still at { $when } until a member sets it forward. It never goes back.
clock-set-minute = A minute on
clock-set-hour = An hour on
clock-set-day = A day on
clock-set-week = A week on
practise-gone = No invented members are at hand here: who belongs to this group acts for themselves. From a group of your own you can make a rehearsal in which others are invented.
practise-step-adopt = Let them close and sign the list of those who found; then sign it yourself, and let them once more
practise-step-call = Call a meeting, with two items
practise-step-sign = Let them sign it; then let time pass
practise-step-open = Open it, and name two of them as tellers
practise-step-hold = Let them sign that they are there, and elect a board with tellers; then open an item, give the floor, call votes, let them vote and count, declare, go through any other business, close
rehearsal-name = Rehearsal: { $name }
rehearsal-purpose = To practise a meeting. All members but one are invented.
`;
