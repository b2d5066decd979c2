/** English: who counts sealed votes, lists of numbers, and the tellers of a called meeting. */
export const counting = `
telling = Who counts
telling-lists = Lists of numbers
telling-there = This vote is counted at a sitting. If your number is missing, tell its tellers now: they can count again. Once the result is declared, you can say it here.
telling-named = Named by who called the vote
telling-added = Added by members
telling-drawn = Drawn by lot
telling-opens = This vote opens on { $when }. Until then { $n ->
    [one] any member can add a teller of their own choice
   *[other] { $n } members together can add a teller of their own choice
  }. Where nobody is added, one is drawn from those who had offered to count.
telling-signed = { $name }: { $n ->
    [one] one signature
   *[other] { $n } signatures
  } of { $of }
telling-lot = In the lot: { $n } of { $of } devices have answered.
telling-add = Who should count as well
telling-add-do = Sign for this teller
telling-reveal = A lot waits for the secret of your offer to count. Your device gives it by itself when you open a page of this group.
telling-reveal-do = Give it now
telling-fallen = This count doesn’t stand: the vote is held again, by hands or on paper
telling-fallen-lists-differ = The tellers’ lists differ, and neither of them stood alone.
telling-fallen-taken-out = Somebody’s new keys were called off, by which tellers had cast for them here, and the outcome could have been another.
telling-fallen-none-drawn = { $n ->
    [one] One member misses their number
   *[other] { $n } members miss their numbers
  }, and too few had offered to count once more.
telling-fallen-none-recounted = { $n ->
    [one] One member misses their number
   *[other] { $n } members miss their numbers
  }, and those drawn to count once more did not.
telling-fallen-many-missing = { $n ->
    [one] One member misses their number
   *[other] { $n } members miss their numbers
  }. With so many it is held again, without counting once more.
telling-fallen-numbers-missing = { $n ->
    [one] One member missed their number
   *[other] { $n } members missed their numbers
  }, those drawn found that to be so, and the outcome could have been another.
telling-uncounted = This vote was not counted
telling-uncounted-what = No teller gave a list in time. Nothing is decided; another vote can be called, with another teller.
telling-contested = Numbers are missing: others count once more
telling-contested-few = Numbers are missing: too few can count once more
telling-contested-what = { $n ->
    [one] One member says
   *[other] { $n } members say
  } that their number is missing or stands with another position. It is settled by { $when } at the latest.
telling-list-until = The tellers can give their list until { $when }. If none of them does, the vote isn’t counted.
telling-waits = The list lies open until { $when }, so that everybody can look for their number.
telling-list = List of numbers by { $names }
telling-list-what = Each line is one position, under a number that only its author’s device and the tellers know.
telling-list-gone = The list itself can’t be had here. Without it nobody’s number stands in it.
telling-list-false = The lines of this list don’t come to the figures of its teller: nobody’s number stands in it.
telling-number = Number
telling-missing = My number is missing, or stands with another position
telling-missing-what = Your device says above whether your number stands in the list. If it doesn’t, say so here: you say nothing of how you voted.
telling-leads = What it leads to
telling-leads-nothing = Nothing rests on this count. What you sign is seen, and changes nothing.
telling-leads-few = With those who said it before, the outcome couldn’t be another. So what you sign is seen, and nothing waits for it.
telling-leads-lists = The tellers’ lists differ. The one in which nobody misses their number within two days decides. If none is left, or more than one, the vote is void: it is held again, by hands or on paper.
telling-leads-many = With those who said it before, so many miss their numbers that the vote is void as soon as you sign: it is held again, by hands or on paper.
telling-leads-void = If you sign, the vote is void after two days: it is held again, by hands or on paper. Others could count once more only if { $needed } members had offered to count who neither counted it nor miss a number; { $offered ->
    [0] nobody has
    [one] one has
   *[other] { $offered } have
  }.
telling-leads-void-anyway = Too few had offered to count once more when somebody else said it. So the vote is void in any case, and held again, by hands or on paper.
telling-leads-drawn = If you sign, the result waits until others have counted once more. They are drawn from the { $offered } who have offered to count. Then you open your position to them within two days; if you don’t, you have shown nothing.
telling-leads-joins = Others count once more already. If you sign, you open your position to them as well, within two days; if you don’t, you have shown nothing.
telling-missing-few = { $n ->
    [one] One member says
   *[other] { $n } members say
  } that their number is missing or stands with another position. With so few the outcome couldn’t be another, so nothing waits for it.
telling-missed = You have said that your number is missing. That stays entered, whatever this device finds above.
telling-not-cast = You did not vote in this.
telling-missing-in = In the list of
telling-missing-do = Sign: my number is missing
telling-missing-warning = Members see that you miss your number. You can say it once in this vote.
telling-again = Counted once more
telling-again-what = { $n ->
    [one] One member misses their number
   *[other] { $n } members miss their numbers
  }.
telling-again-lot = Nobody is drawn yet. { $offered } who had offered to count can be drawn; the devices of { $revealed } of { $of } have answered. If they aren’t drawn by { $when }, the vote is void and held again, by hands or on paper.
telling-again-few = Nobody can be drawn: { $needed } members who neither counted it nor miss a number had to have offered to count, and { $offered ->
    [0] nobody had
    [one] one had
   *[other] { $offered } had
  }. So the vote is void on { $when }, and held again, by hands or on paper.
telling-again-drawn = Drawn to count once more
telling-again-opened = { $opened ->
    [0] Nobody has opened their position to them yet.
    [one] One has opened their position to them, of { $of }.
   *[other] { $opened } have opened their positions to them, of { $of }.
  }
telling-again-until = This step ends on { $when }.
telling-again-said = { $name } found { $n } of { $of } right.
telling-open-again = Open my position to those drawn
telling-open-again-what = Only those drawn can read it, as the tellers could. With it they see whether you are right.
telling-recount-do = Check and sign what I find
telling-recount-what = Your device opens what these members gave you and holds each against the list and against what they cast. You sign how many are right.
offer-title = Counting votes
offer-do = Offer to count votes
offer-what = If the lot falls on you, you count a sealed vote on this device, or meet newcomers in person for half a year. The offer stands for thirty days.
offer-end-do = Withdraw my offer to count
offer-end-what = Once it is withdrawn, you are in no lot of votes called from then on.
offer-stands = You have offered to count and to greet. The offer stands until
teller-failed-before = { $name } (gave no list in an earlier vote on this)
teller-named-hint = You name one who counts. Other members can add more until the vote opens, twelve hours after the call.
tally-until = Count by { $when }. If no teller does, the vote isn’t counted.
tally-warning-there = With the figures you publish the list of numbers with their positions. The tellers’ lists must be the same; until the result is declared you can count again.
tally-warning-listed = With the figures you publish the list of numbers with their positions. It can’t be changed.
vote-stage-called = called, opens later
vote-stage-uncounted = not counted
vote-stage-fallen = does not stand, held again in person
presence-here = I am here
procedure-counts = Who counts this election for your side
procedure-counts-hint = Left out, you do. The other side names another.
need-teller = Add a teller, if you like
need-reveal = A lot waits for your device
need-again = Open your position to those who count once more
need-list = Count the votes, or the vote isn’t counted
need-tally-soon = Count the votes, soon
need-number = Look for your number in the list
need-recount = Count once more
entry-teller-offer = { $who } offered to count votes
entry-teller-offer-end = { $who } withdrew the offer to count
entry-teller-add = { $who } signed for a further teller of { $titled }
entry-teller-reveal = { $who } answered the lot of { $titled }
entry-number-missing = { $who } misses their number in the list of { $titled }
entry-opening-again = { $who } opened their position once more, to those drawn, in { $titled }
entry-recount = { $who } counted once more in { $titled }
entry-sitting-here = { $card ->
    [code] { $who } entered, with a code of the card, that { $whom } is there
   *[other] { $who } signed to be there
}
`;
