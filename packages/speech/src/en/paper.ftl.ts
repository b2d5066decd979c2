/** English: a hall on paper, entered afterwards. */
export const paper = `
paper-hall = Held on paper
paper-enter = Enter what was decided on paper
paper-what = If this meeting was held without any device, whoever presided enters each of its votes here within a week of its hour. Each teller then signs that this was the count. It is in force three days after the last of them has signed.
paper-held = When the vote was held
paper-invalid-hint = Only where it was voted on paper. Leave it empty where hands were counted.
paper-present = How many members were there at this vote
paper-teller = Teller { $n }
paper-enter-do = Enter this vote
paper-warning = Enter only what was counted in the hall. Your name stands under it, and each teller must sign the same count.
paper-headcount = { $n ->
    [one] one member there
   *[other] { $n } members there
  }
paper-entered-by = Entered by
paper-signed = { $n } of { $of } tellers have signed
paper-missing = Still to sign:
paper-sign-do = Yes, that was the count
paper-sign-warning = You sign that this was the count in the hall. With the last teller’s signature it counts as decided, and three days later it is in force.
paper-again = You entered this before. A new entry takes the place of yours, and all its tellers sign anew.
paper-waits = It was voted on in a hall on paper; the count waits for its tellers until
paper-waits-see = See the count
need-sign-paper = Sign the count of the vote held on paper
entry-paper-vote = { $who } entered a vote held on paper on { $titled }
entry-paper-sign = { $who } signed a count held on paper
kind-paper = a hall on paper
refusal-B-13-held-on-devices = At a sitting of this meeting in the record people elected who counts, so its votes stand there. Only a meeting held wholly on paper is entered afterwards. Look at the sitting for what was decided.
refusal-B-13-not-held-yet = What was decided in a hall on paper is entered from { MOMENT($from, $zone) } on: until then this meeting can still be opened on a device. Wait, or open it.
refusal-B-13-a-week-is-over = What was decided on paper could be entered and signed until { MOMENT($until, $zone) }. Put it on the agenda of another meeting.
refusal-B-13-held-at-another-time = The vote was held between { MOMENT($from, $zone) } and { MOMENT($until, $zone) }, or it belongs to another meeting. Correct the time.
refusal-B-13-chair-counts = Whoever presided and enters the vote isn’t one of its tellers. Name two others who counted.
refusal-B-13-teller-twice = A teller is named twice. Name two different members.
refusal-B-13-teller-not-a-member = A teller named here is no member. Name members who counted.
refusal-B-13-on-paper-waits = This was voted on in a hall on paper, and its tellers have until { MOMENT($until, $zone) } to sign. Wait until they have, or that time is over.
refusal-B-13-not-on-paper = A matter of how a meeting goes, an amendment, or a text of many sittings isn’t entered on paper. Enter the votes on the motions themselves.
refusal-B-13-no-such-vote = There is no such vote on paper here. Load the page of the meeting anew.
refusal-B-13-not-a-teller = Only the tellers of that hall sign its count. Ask them.
refusal-B-13-signed-already = You have signed this count already. It waits for the other tellers. Ask them to sign.
`;
