/** French: our rules. */
export const rules = `
majority = { $strict ->
    [true] plus de { $share }
   *[other] au moins { $share }
  } { $of ->
    [present] des membres présents
    [roll] de tous les membres
   *[cast] des voix pour et contre
  }
share-half = la moitié
share-third = un tiers
share-two-thirds = deux tiers
share-quarter = un quart
share-three-quarters = trois quarts
share-fifth = un cinquième
share-four-fifths = quatre cinquièmes
share-tenth = un dixième
share-other = { $num }/{ $den }
span-days = { $n ->
    [one] un jour
   *[other] { $n } jours
  }
span-hours = { $n ->
    [0] aucun délai
    [one] une heure
   *[other] { $n } heures
  }
sentence-join = { $invitedBy ->
    [decision] Les nouveaux sont invités par décision de l’assemblée
   *[other] Tout membre peut inviter une nouvelle personne
  }{ $vouchers ->
    [0] {""}
    [one] , un autre membre se porte garant
   *[other] , { $vouchers } autres membres se portent garants
  }{ $seen ->
    [true] , une personne tirée au sort, ou deux scrutateurs d’une réunion, l’ont rencontrée
   *[other] {""}
  }{ $decision ->
    [true] , et l’assemblée l’admet par un vote
   *[other] {""}
  } ; { $waitingDays ->
    [0] elle est membre aussitôt
    [one] elle est membre un jour après
   *[other] elle est membre { $waitingDays } jours après
  }, et vote dès que quelqu’un d’autre que son parrain l’a rencontrée et qu’il y a une place{ $contestDays ->
    [0] .
   *[other] ; pendant { $contestDays } jours l’assemblée peut contester l’admission.
  }
sentence-convene = { $signatures ->
    [one] Tout membre peut convoquer une réunion
   *[other] { $signatures } membres ensemble peuvent convoquer une réunion
  }, { $noticeDays ->
    [0] sans préavis
    [one] avec un jour de préavis
   *[other] avec { $noticeDays } jours de préavis
  } ; aucun responsable ne peut s’y opposer. Tout membre peut ouvrir une séance que nul n’a convoquée ; ce qu’elle dit est un avis.
sentence-decide = Une motion est adoptée par { $majority }{ $quorum ->
    [true] , si au moins { $share } de tous les membres y prennent part.
   *[other] , quel que soit le nombre de participants.
  }
sentence-vote = Entre les séances, une motion demande { $seconds ->
    [0] aucun soutien
    [one] le soutien d’un membre
   *[other] le soutien de { $seconds } membres
  } et { $discussionHoursSaid } de discussion, et le vote reste ouvert au moins { $hoursSaid } ; { $mode ->
    [name] les membres voient qui a voté quoi
   *[other] qui appelle le vote nomme un scrutateur, d’autres peuvent en ajouter jusqu’à l’ouverture, et personne d’autre ne voit qui a voté quoi
  } ; { $secretOnRequest ->
    [one] un membre peut
   *[other] { $secretOnRequest } membres peuvent
  } demander un vote secret ; un résultat peut être contesté pendant { $contestDays ->
    [one] un jour
   *[other] { $contestDays } jours
  }. À une réunion convoquée, les présents élisent ses scrutateurs.
sentence-read = { $entries ->
    [public] Tout le monde
   *[other] Chaque membre
  } peut lire chaque inscription et emporter tout le registre ; { $copies ->
    [decision] l’assemblée décide quels autres serveurs gardent une copie
   *[other] tout membre peut désigner un serveur qui garde une copie
  } ; le teneur du registre inscrit, en { $admitMinutes ->
    [one] une minute
   *[other] { $admitMinutes } minutes
  } au plus, ce que nous signons.
sentence-change = Ces règles ne changent que par une décision selon les règles en vigueur : { $majority }{ $quorum ->
    [true] , avec la participation d’au moins { $share } de tous les membres
   *[other] {""}
  }{ $noticeDays ->
    [0] .
    [one] , après un jour de préavis.
   *[other] , après { $noticeDays } jours de préavis.
  }{" "}Ce qui rend plus difficile de convoquer, de décider ou de changer demande la majorité, la participation et le préavis que cela apporte.
majority-and = { $one }, et { $other }
sentence-keep = Aucune décision n’enlève à un membre le droit d’être entendu, la parole, le vote secret, la lecture du registre, la déclaration de minorité, la part selon la règle commune, ni le droit de partir ; et personne n’est puni pour une opinion ou un vote.
`;
