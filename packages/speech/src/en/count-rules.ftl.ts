/** English: each rule of counting in short, how it counts, irregular papers, an example by hand (docs/counting). */
export const countRules = `
counting-plurality-what = Each paper counts for one; whoever has most wins.
counting-plurality-how = A paper counts for its one first preference; later preferences aren’t read. For several seats the most votes in turn (single non-transferable vote).
counting-plurality-papers = Two or more first preferences make a paper spoilt; nothing marked makes it blank. Neither is valid.
counting-plurality-example = Four papers A, three B, two C, one that marks A and B as first. A has 4, B 3, C 2; nine of ten papers are valid. A wins.
counting-approval-what = Mark everyone you could live with; the most marks win.
counting-approval-how = One vote for every option that a paper marks. The most votes win; for several seats the most votes in turn, which is not proportional.
counting-approval-papers = There is no overvote. Where papers rank, every ranked option counts as marked, and the result says so.
counting-approval-example = Three papers mark A and B, two B, two C. A has 3, B 3 + 2 = 5, C 2. B wins.
counting-block-what = As many marks as seats; the most marks win.
counting-block-how = Each paper may mark as many as there are seats, or as a stated limit allows; the most marks win. The largest group can take every seat: this is no proportional rule.
counting-block-papers = More marks than the limit, without an order, make a paper spoilt. Where papers rank, the first preferences up to the limit are read; the result says on how many papers the rest wasn’t.
counting-block-example = Two seats. Four papers A and B, three C and D, two A and C, one A, B and C. The last is spoilt. A has 4 + 2 = 6, B 4, C 3 + 2 = 5, D 3. A and C are elected.
counting-scottish-stv-what = Rank them; spare votes go on to your next choice. By the statute of Scottish local elections, with five decimals.
counting-scottish-stv-how = The quota is the valid papers divided by seats + 1, decimals ignored, plus one. Whoever reaches it is elected. A surplus goes on with all papers of the elected, each at surplus × its value ÷ the candidate’s votes, to five decimals, the remainder ignored. With no surplus left the lowest is excluded, and the papers go on at the value at which they came. When as many continue as there are vacancies, they are elected and no further transfer is made.
counting-scottish-stv-papers = Preferences count in consecutive order: at a skipped number, or where two candidates bear the same number, the paper’s later preferences aren’t read. A paper without one clear first preference isn’t valid.
counting-scottish-stv-example = Two seats; seven papers A B, one C B, two D. Ten valid papers: quota ⌊10 ÷ 3⌋ + 1 = 4. A has 7 and is elected. A’s surplus is 3; each paper goes on at 3 ÷ 7, cut to 0.42857, so B gets 7 × 0.42857 = 2.99999 and 0.00001 is lost. C is lowest and goes out; its paper goes to B: 3.99999, below 4. D is lower than B and goes out. One continues, one seat is left: B takes it.
counting-wigm-stv-what = Rank them; spare votes go on to your next choice, reckoned in exact fractions.
counting-wigm-stv-how = The quota is valid papers ÷ (seats + 1), and who has more is elected. A surplus takes all papers on, each at value × surplus ÷ votes. The lowest is excluded when no surplus is left. The count ends as soon as the seats are filled or the rest fill them. With decimals in place of fractions the quota is cut off, one unit of the last place is added, and who reaches it is elected.
counting-wigm-stv-papers = A skipped number is passed over. Where two bear the same number the paper’s later preferences aren’t read.
counting-wigm-stv-example = Two seats; seven papers A B, one C B, two D. The quota is 10/3. A has 7, a surplus of 11/3; each paper goes on at (11/3) ÷ 7 = 11/21, and B gets 7 × 11/21 = 11/3, more than 10/3: elected.
counting-meek-stv-what = Rank them; the elected keep only the part of each paper that they need, reckoned anew at every stage.
counting-meek-stv-how = Every elected candidate has a keep factor. Each paper brings weight 1 to its first candidate, who keeps that part of it; the rest goes to the next, and so on. The quota is the sum of all votes ÷ (seats + 1), cut off at nine decimals, plus the last decimal: it shrinks when papers run out of preferences. Keep factors are reckoned again and again until the surplus has vanished; then the lowest is excluded.
counting-meek-stv-papers = A skipped number is passed over. Where two bear the same number the paper’s later preferences aren’t read. A paper’s way shows what each candidate keeps of it.
counting-meek-stv-example = Two seats; seven papers A B, one C B, two D. The quota is 3.333333334. A has 7: elected. A’s keep factor becomes 3.333333334 ÷ 7, rounded up 0.476190477. A keeps 7 × 0.476190477 = 3.333333339, and 7 × 0.523809523 = 3.666666661 goes on to B: elected.
counting-irv-what = Rank them; the lowest goes out until one has more than half.
counting-irv-how = Whoever holds more than half of the papers still in play wins. If nobody does, the lowest goes out and the papers go on to the next preference; papers without one leave the count. For several seats it excludes until only as many remain, which is not proportional; the result says so.
counting-irv-papers = A skipped number is passed over; at equal numbers the paper’s later preferences aren’t read.
counting-irv-example = Five papers A, four B, two C B, one C: twelve in play, seven needed. C goes out: two papers go to B, one shows nothing more. Eleven in play: B has 6, more than 5½. B wins.
counting-schulze-what = Rank them; each is compared with each, and circles are broken by the strongest paths.
counting-schulze-how = For each pair it is counted how many papers put one before the other. A path is as strong as its weakest link. A stands before B where the strongest path from A to B is stronger than any from B to A. For several seats the first of the order are taken, which is not proportional.
counting-schulze-papers = Equal ranks give no preference; skipped numbers mean nothing. Unranked options stand last, below all that are ranked, unless it is asked that they aren’t compared: the choice changes real winners.
counting-schulze-example = Eight papers A B C, seven B C A, six C A B. A before B: 8 + 6 = 14 to 7. B before C: 8 + 7 = 15 to 6. C before A: 7 + 6 = 13 to 8: a circle. From A to C by way of B the weaker of 14 and 15 is 14, more than the 13 from C to A. The order is A, B, C.
counting-ranked-pairs-what = Rank them; the clearest majorities are locked in first, and one that would close a circle is left out.
counting-ranked-pairs-how = Majorities are locked in from the largest margin down; one that would close a circle with those locked before is left out. Whoever no locked majority stands above wins.
counting-ranked-pairs-papers = Equal ranks give no preference; skipped numbers mean nothing. Unranked options stand last, below all that are ranked, unless it is asked that they aren’t compared.
counting-ranked-pairs-example = Eight papers A B C, seven B C A, six C A B. Margins: B over C 15 − 6 = 9, A over B 14 − 7 = 7, C over A 13 − 8 = 5. The first two are locked; the third would close the circle and is left out. A wins.
counting-majority-judgment-what = Give each a grade; the best middle grade wins.
counting-majority-judgment-how = An option’s majority grade is its middle grade; with an even number of papers the lower of the two middle ones. Level options are parted by taking one majority grade away from each and looking at the new middle, again and again.
counting-majority-judgment-papers = An ungraded option gets the worst grade, unless it is asked that the paper isn’t valid. Where papers rank, the first place counts as the best grade, the next as the next; the result says so.
counting-majority-judgment-example = Four papers. A: good, good, poor, poor; the lower middle is poor. B: good, fair, fair, poor; the lower middle is fair. B wins.
counting-score-what = Give each points; the highest total wins.
counting-score-how = A paper’s scores are added; an option without a score gets none. Where papers rank m options, the first place gives m − 1 points, the second m − 2, and so on (Borda’s count).
counting-score-papers = Options left out get no points, and the result says on how many papers.
counting-score-example = Scores 0 to 5. A: 5 + 3 + 0 = 8. B: 4 + 4 + 1 = 9. B wins.
counting-seq-phragmen-what = Mark those you approve; seats are given one by one so that their weight is borne as evenly as can be.
counting-seq-phragmen-how = Each seat brings one unit of load on those who approve its holder, shared so that they all bear the same. The next seat goes to the candidate for whom that load is smallest: (1 + sum of the supporters’ loads) ÷ number of supporters.
counting-seq-phragmen-papers = Every ranked option counts as approved. Whoever nobody approves is chosen last.
counting-seq-phragmen-example = 1,034 papers for A B C, 519 for P Q R, 90 for A B Q, 47 for A P Q; three seats. A has 1,171 supporters: load 1/1171. Q: (1 + 137/1171) ÷ 656 ≈ 0.001703; B: ≈ 0.001744. Q is chosen. Then B at about 0.001812, before C at about 0.001821.
counting-seq-pav-what = Mark those you approve; a paper weighs less with each of its own already chosen.
counting-seq-pav-how = A paper that approves j of those already chosen weighs 1/(j + 1) for the next. The candidate with the greatest weight is chosen, one by one.
counting-seq-pav-papers = Every ranked option counts as approved.
counting-seq-pav-example = 1,034 papers for A B C, 519 for P Q R, 90 for A B Q, 47 for A P Q; three seats. A: 1,171. Papers with A weigh ½: B 562, Q 587½, P 542½; Q is chosen. Papers with A and Q weigh ⅓: B 547, C 517; B is chosen.
counting-equal-shares-what = Mark those you approve; everybody gets the same part of the money and pays for what they want.
counting-equal-shares-how = Everybody gets the same part of the money. For each option it is reckoned how little its supporters would have to pay at most, each the same and nobody more than they have; the option with the least payment for each unit of gain is chosen and paid. It ends when nobody can pay for anything more. For seats each costs 1; with money, costs and budget are as the file states them. What is left is used as the completion says.
counting-equal-shares-papers = Every ranked option counts as approved.
counting-equal-shares-example = Three seats, ten papers: six A B C, four D. Everybody has 3/10. A costs its six supporters 1/6 each and is chosen; the six keep 2/15 each, 4/5 in all: too little for another. D is chosen at 1/4. Then nobody can pay any more. For B the six lack 1 − 4/5 = 1/5, 1/30 each: everybody is given that, and B is chosen.
`;
