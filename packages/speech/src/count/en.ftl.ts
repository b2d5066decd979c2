/** English texts of a count. */
export const countEn = `
rule-plurality = most votes win
rule-approval = approval voting
rule-block = block vote
rule-scottish-stv = single transferable vote, Scottish local government rules
rule-wigm-stv = single transferable vote, Weighted Inclusive Gregory Method
rule-meek-stv = single transferable vote, Meek’s method
rule-irv = instant run-off
rule-schulze = the Schulze method
rule-ranked-pairs = ranked pairs
rule-majority-judgment = majority judgment
rule-score = score voting
rule-seq-phragmen = sequential Phragmén
rule-seq-pav = sequential proportional approval voting
rule-equal-shares = the method of equal shares

arith-whole-numbers = whole numbers
arith-exact-fractions = exact fractions
arith-five-decimals-remainders-ignored = five decimals, remainders ignored
arith-decimals = { $n } decimals, cut off
arith-nine-decimals-products-rounded-up-omega-0-000001 = nine decimals, products rounded up; omega 0.000001
arith-whole-numbers-strength-by-margins = whole numbers; strength by margins
arith-whole-numbers-strength-by-winning-votes = whole numbers; strength by winning votes
arith-whole-numbers-the-upper-of-two-middle-grades = whole numbers; the upper of two middle grades
arith-whole-numbers-the-lower-of-two-middle-grades = whole numbers; the lower of two middle grades

winners = { $count ->
    [0] Nobody is elected.
    [one] { $names } is elected.
   *[other] Elected, in this order: { $names }.
  }
chosen = { $count ->
    [0] Nothing is chosen.
    [one] { $names } is chosen.
   *[other] Chosen, in this order: { $names }.
  }
counted-by = Counted by { $rule }, version { $version }. Source: { $source }. Arithmetic: { $arithmetic }.
counted-papers = { $total ->
    [one] One paper
   *[other] { $total } papers
  }, { $valid } valid, { $blank } blank, { $spoilt } spoilt; { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }, { $candidates ->
    [one] one candidate
   *[other] { $candidates } candidates
  }.
withdrawn = Withdrawn: { $names }.
quota = The quota is { $quota }: whoever reaches it is elected.
quota-more = The quota is { $quota }: whoever has more is elected.
quota-keep = At the end the quota is { $quota }; it shrinks as papers run out of preferences.
quota-half = More than half of the papers in play elects: in the end { $quota }.
tie-rule-declared = Ties are settled by { $first ->
    [earlier-stage] the latest earlier stage at which the tied were unequal, and otherwise by
   *[other] {""}
  } the declared order of candidates.
tie-rule-lot = Ties are settled by { $first ->
    [earlier-stage] the latest earlier stage at which the tied were unequal, and otherwise by
   *[other] {""}
  } the order drawn by lot from the seed “{ $seed }”.

stage = Stage { $number }: { $text }
first = First preferences are counted. { $standing }.
first-meek = Every candidate holds what the papers bring them. { $standing }.
standing = { $name } has { $votes }
surplus = { $name } has { $surplus } more than the quota. { $papers ->
    [one] The one paper goes
   *[other] Each of the { $papers } papers goes
  } on at { $values }; { $moves }.
surplus-none = { $name } has exactly the quota: nothing goes on.
value = { $whole ->
    [yes] a whole vote
   *[no] { $to } of a vote
  }
value-from = { $to } where it came at { $from }
exclude = { $name } is excluded with { $papers ->
    [0] no papers
    [one] one paper
   *[other] { $papers } papers
  }{ $has ->
    [none] .
   *[moves] ; { $moves }.
  }
exclude-meek = { $name } is excluded, and every paper is shared out anew.
exclude-only = { $name } is excluded. As many remain as there are seats left, so no more papers are transferred.
move-first = { $of ->
    [one] it goes on to { $name }
   *[other] { $papers ->
        [one] one of them goes on to { $name }
       *[other] { $papers } of them go on to { $name }
      }
  }
move = { $papers } to { $name }
move-none = { $of ->
    [one] it shows no further preference
   *[other] { $papers ->
        [one] one shows no further preference
       *[other] { $papers } show no further preference
      }
  }
barred = { $names } can no longer be elected within the quotas for groups and goes out{ $has ->
    [none] .
   *[moves] ; { $moves }.
  }
fill = { $count ->
    [one] { $names } takes the last seat, since nobody else is left.
   *[other] { $names } take the last seats, since nobody else is left.
  }
iterate = Surpluses are shared out until none is left; the quota is now { $quota }.
elected = { $count ->
    [one] { $names } is elected.
   *[other] { $names } are elected.
  }
tally = The marks are counted. { $standing }.
pairwise = Each is compared with each. { $standing }.
beats = { $name } beats { $other } by { $for } to { $against }
level = { $name } and { $other } are level at { $for } each
paths = The strongest paths are found: { $standing }.
path = from { $name } to { $other } { $for }, back { $against }
lock-yes = { $name } over { $other }, { $for } to { $against }: locked in.
lock-no = { $name } over { $other }, { $for } to { $against }: left out, as it would close a circle.
grades = The grades are counted. { $standing }.
grade-of = { $name }: middle grade { $grade }
order = The order: { $names }.
order-level = { $names } (level)
select-seq-phragmen = { $name } is chosen: the heaviest load stays smallest, at { $figure }.
select-seq-pav = { $name } is chosen with a weight of { $figure }.
select-equal-shares = { $name } is chosen at { $figure } for each who pays in full; { $rest } is left.
select-none = { $name } is chosen by the order of ties; nobody marked them.
select-most = { $name } is added with { $papers ->
    [0] no papers
    [1] one paper
   *[other] { $papers } papers
  } in favour; { $rest } is left.
complete = Nobody can be paid for any more from equal shares; { $rest } is left and is used as the rule of completion says.
reopen = “{ $name }” wins a place: that seat and those after it stay open, and nominations begin again.

tie = { $names } were level { $about }; { $chosen } was taken { $by }.
tie-about-surplus = for the surplus to go first
tie-about-exclude = for exclusion
tie-about-elect = for election
tie-about-order = in the order
tie-about-pair = in strength
tie-by-earlier-stage = by stage { $stage }, where they were unequal
tie-by-declared-order = by the declared order
tie-by-lot = by lot

treat-blank-set-aside = Blank papers are set aside{ $papers ->
    [0] ; there was none.
   *[other] : { $papers }.
  }
treat-spoilt-no-first = Papers without one clear first preference are not valid{ $papers ->
    [0] ; there was none.
   *[other] : { $papers }.
  }
treat-stopped-at-equal = Where two stand in the same place, the preferences after it aren’t read{ $papers ->
    [0] ; there was no such paper.
    [1] : one paper.
   *[other] : { $papers } papers.
  }
treat-stopped-at-gap = Where a number was skipped, the preferences after it aren’t read{ $papers ->
    [0] ; there was no such paper.
    [1] : one paper.
   *[other] : { $papers } papers.
  }
treat-gap-closed = Skipped numbers are passed over{ $papers ->
    [0] ; there was no such paper.
    [1] : one paper.
   *[other] : { $papers } papers.
  }
treat-equal-no-preference = Equal places give no preference{ $papers ->
    [0] ; there was no such paper.
    [1] : one paper.
   *[other] : { $papers } papers.
  }
treat-equal-split = One vote is split between equal places: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.
treat-unranked-last = Unranked options count as last, below all that are ranked{ $papers ->
    [0] ; every paper ranked all.
    [1] : one paper left some out.
   *[other] : { $papers } papers left some out.
  }
treat-unranked-unknown = Unranked options aren’t compared with any{ $papers ->
    [0] ; every paper ranked all.
    [1] : one paper left some out.
   *[other] : { $papers } papers left some out.
  }
treat-overvote-spoilt = Papers with more marks than allowed are not valid{ $papers ->
    [0] ; there was none.
   *[other] : { $papers }.
  }
treat-ranks-cut = Preferences beyond the number of marks allowed aren’t read: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.
treat-ranks-as-marks = The papers rank; every ranked option counts as marked: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.
treat-ranks-as-grades = The papers rank; the first place counts as the best grade, the next as the next: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.
treat-ranks-as-points = The papers rank; places count as points, the last place none: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.
treat-unmarked-worst = Options without a grade get the worst{ $papers ->
    [0] ; every paper graded all.
    [1] : one paper left some out.
   *[other] : { $papers } papers left some out.
  }
treat-unmarked-zero = Options without points get none{ $papers ->
    [0] ; every paper marked all.
    [1] : one paper left some out.
   *[other] : { $papers } papers left some out.
  }
treat-partial-spoilt = Papers that grade only some are not valid{ $papers ->
    [0] ; there was none.
   *[other] : { $papers }.
  }
treat-withdrawn-passed-over = Marks for those who withdrew are passed over: { $papers ->
    [1] one paper
   *[other] { $papers } papers
  }.

repeated = { $papers ->
    [one] On one paper a candidate was marked twice; the first mark counts.
   *[other] On { $papers } papers a candidate was marked twice; the first mark counts.
  }

remark-uncontested = Uncontested: there are no more candidates than seats.
remark-too-few-candidates = There are fewer candidates than seats; { $unfilled ->
    [one] one stays open
   *[other] { $unfilled } stay open
  }.
remark-reopened = Nominations are reopened for { $unfilled ->
    [one] one seat
   *[other] { $unfilled } seats
  }.
remark-no-valid-papers = No valid paper was given; nobody is elected by silence.
remark-single-winner-rule-for-several = This rule is made for one seat; for several it takes the first ones of its order and is not proportional.
remark-groups-unmet = The quotas for groups can’t be met by those who stand; they were set aside.

trace-head = Paper { $paper }: { $way }
trace-papers = pattern shared by { $n } papers
trace-blank = It is blank and counts for nobody.
trace-spoilt = It is not valid under this rule.
trace-counts-for = It counts for { $name }.
trace-moves = It goes from { $name } to { $other } { $whole ->
    [yes] whole
   *[no] at { $amount } of a vote
  }.
trace-exhausted = { $has ->
    [name] It leaves { $name } and shows no further preference; { $whole ->
        [yes] it ends here, whole.
       *[no] { $amount } of a vote ends here.
      }
   *[none] { $amount } of it finds no further preference.
  }
trace-keeps = { $name } keeps { $amount } of it; { $rest } goes on.
trace-prefers = It puts { $name } before { $other }.
trace-level = It puts { $name } and { $other } level.
trace-grades = It gives { $name } { $amount }.
trace-weighs-seq-pav = It helps { $name } with a weight of { $amount }; next time it weighs { $rest }.
trace-weighs-seq-phragmen = It helps to choose { $name } and now bears a load of { $amount }.
trace-pays = It pays { $amount } for { $name }; { $rest } is left to it.

part-same = Both rules elect the same, in the same order: { $names }.
part-order = Both rules elect the same, in another order: { $a } by { $ruleA }, { $b } by { $ruleB }.
part-differ = { $ruleA } elects { $a }; { $ruleB } elects { $b }.
part-event = They part at { $ruleA }’s stage { $stageA }, where { $nameA } is { $doneA }, and { $ruleB }’s stage { $stageB }, where { $nameB } is { $doneB }.
done-elected = elected
done-excluded = excluded
part-pair = { $x } is elected only by { $ruleA }, { $y } only by { $ruleB }: { $x } stands before { $y } on { $xy } of the papers, { $y } before { $x } on { $yx }; they have { $fx } and { $fy } first preferences, and are marked at all on { $mx } and { $my }.

fault-unreadable = The file can’t be opened ({ $what }).
fault-no-files = There is no .blt or .csv file in this folder.
fault-empty = The file holds nothing.
fault-encoding = The file is written in UTF-16; save it as UTF-8.
fault-candidates-count = The first number must be the number of candidates, from 1.
fault-seats-count = The second number must be the number of seats, from 1.
fault-too-many-candidates = { $what } candidates are more than can be counted.
fault-bad-token = “{ $what }” is no candidate’s number.
fault-no-such-candidate = There is no candidate “{ $what }”.
fault-no-such-paper = There is no paper number { $what }.
fault-out-of-range = The numbers are beyond what this rule can reckon with ({ $what }).
fault-bad-weight = “{ $what }” is no whole number of papers.
fault-unknown-option = The line in brackets “{ $what }” isn’t understood.
fault-unfinished-comment = A comment begins here and doesn’t end.
fault-unfinished-paper = The file ends in the middle of a paper; each paper ends with 0.
fault-paper-not-closed = This paper isn’t closed by a 0 before the next line begins.
fault-no-end-of-papers = The file ends before the 0 that closes the papers.
fault-names-missing = Names of candidates are missing ({ $what } found).
fault-unfinished-quote = A quotation mark opens here and doesn’t close.
fault-text-after-quote = Something stands here between a closing quotation mark and the next cell.
fault-bad-header = The first row must name every column.
fault-bad-directive = The line “#{ $what }:” is missing or says nothing that can be used.
fault-bad-cell = A cell in this row is no rank, mark, score or grade as the others are.
fault-row-length = This row has more cells than the first row names.
fault-not-json = The file is no JSON.
fault-bad-field = The field “{ $what }” is missing or wrong.

fault-blt-lacks = BLT has no place for { $what ->
    [grades] grades
    [groups] groups
    [reopen] “reopen nominations”
   *[other] money
  }; write the papers as JSON.

column-candidate = Candidate
column-stage = Stage { $number }
column-outcome = Outcome
column-chosen = Chosen
column-pair = Pair
column-for = For
column-against = Against
column-locked = Locked in
column-left = Left
figure-seq-phragmen = Heaviest load
figure-seq-pav = Weight
figure-equal-shares = Price for each
yes = yes
no = no
pair-over = { $name } over { $other }
steps-caption = { $title }: step by step, by { $rule }
row-none = No further preference
row-lost = Lost by cutting decimals
row-quota = Quota
state-elected = elected { $place }
state-excluded = out at stage { $stage }
state-withdrawn = withdrawn
state-not = not elected
table-caption = { $title }: every stage, by { $rule }
picture-title = { $title }: the count in a picture
picture-quota = quota
picture-elected = elected
picture-standing = still standing
picture-below = Every stage stands beside this picture in words and as a table.
`;
