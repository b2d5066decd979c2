/** English: our rules. */
export const rules = `
majority = { $strict ->
    [true] more than { $share }
   *[other] at least { $share }
  } { $of ->
    [present] of the members present
    [roll] of all members
   *[cast] of the votes for and against
  }
share-half = half
share-third = a third
share-two-thirds = two thirds
share-quarter = a quarter
share-three-quarters = three quarters
share-fifth = a fifth
share-four-fifths = four fifths
share-tenth = a tenth
share-other = { $num }/{ $den }
span-days = { $n ->
    [one] one day
   *[other] { $n } days
  }
span-hours = { $n ->
    [0] no time
    [one] one hour
   *[other] { $n } hours
  }
sentence-join = { $invitedBy ->
    [decision] Newcomers are invited by decision of the assembly
   *[other] Any member can invite a newcomer
  }{ $vouchers ->
    [0] {""}
    [one] , one more member vouches for them
   *[other] , { $vouchers } more members vouch for them
  }{ $seen ->
    [true] , somebody of a drawn list, or two tellers of a meeting, have met them
   *[other] {""}
  }{ $decision ->
    [true] , and the assembly admits them by vote
   *[other] {""}
  }; { $waitingDays ->
    [0] they are members at once
    [one] they are members one day later
   *[other] they are members { $waitingDays } days later
  }, and vote once somebody who isn’t their sponsor has met them and there is a place{ $contestDays ->
    [0] .
   *[other] ; for { $contestDays } days the assembly can contest the admission.
  }
sentence-convene = Any { $signatures ->
    [one] member
   *[other] { $signatures } members together
  } can call a meeting, { $noticeDays ->
    [0] without notice
    [one] with one day’s notice
   *[other] with { $noticeDays } days’ notice
  }; no officer can refuse it. Any member can open a sitting that nobody called; what it says is an opinion.
sentence-decide = A motion is carried by { $majority }{ $quorum ->
    [true] , where at least { $share } of all members take part.
   *[other] , however many take part.
  }
sentence-vote = Between sittings a motion needs { $seconds ->
    [0] no seconder
    [one] one seconder
   *[other] { $seconds } seconders
  } and { $discussionHoursSaid } of discussion, and the vote stays open for at least { $hoursSaid }; { $mode ->
    [name] members see who voted how
   *[other] who calls the vote names one teller, others can add more until it opens, and nobody else sees who voted how
  }; any { $secretOnRequest ->
    [one] member
   *[other] { $secretOnRequest } members
  } can ask for a secret vote; a result can be contested for { $contestDays ->
    [one] one day
   *[other] { $contestDays } days
  }. At a called meeting those present elect its tellers.
sentence-read = { $entries ->
    [public] Everyone
   *[other] Every member
  } can read every entry and carry the whole record away; { $copies ->
    [decision] the assembly decides which other servers hold a copy
   *[other] any member can name a server that holds a copy
  }; the record keeper enters what we sign within { $admitMinutes ->
    [one] one minute
   *[other] { $admitMinutes } minutes
  }.
sentence-change = These rules change only by a decision under the rules in force: { $majority }{ $quorum ->
    [true] , with at least { $share } of all members taking part
   *[other] {""}
  }{ $noticeDays ->
    [0] .
    [one] , after one day’s notice.
   *[other] , after { $noticeDays } days’ notice.
  }{" "}What makes calling, deciding or changing harder needs the majority, the participation and the notice that it brings.
majority-and = { $one }, and { $other }
sentence-keep = No decision takes from a member the hearing, the voice, the secret vote, the reading of the record, the minority statement, the share by the common rule, or the right to leave; and nobody is punished for an opinion or a vote.
`;
