/** French: amendments, their pages and refusals. */
export const amendments = `
amendment = Amendement
amendments = Amendements
amendments-what = Chacun change un endroit du texte. On les met aux voix un par un, avant la motion.
amendments-none = Personne n’a encore proposé d’amendement.
amendments-hidden = { $n ->
    [one] Un qui est réglé
   *[other] { $n } qui sont réglés
  }
amendments-all = Montrer les { $n } amendements
amend-put = Proposer un amendement
amend-put-what = Choisissez un paragraphe à changer ou à supprimer, ou une place pour des mots nouveaux.
amend-change = Changer
amend-change-n = Changer le paragraphe { $n }
amend-insert = Insérer ici
amend-insert-first = Insérer avant le premier paragraphe
amend-insert-n = Insérer après le paragraphe { $n }
amend-to = Un amendement à « { $title } »
amend-how = Ce qu’il fait
amend-how-replace = D’autres mots à leur place
amend-how-strike = Les supprimer
amend-how-insert = Des mots nouveaux entre les deux
amend-until = Dernier paragraphe
amend-now = Tel qu’il est maintenant
amend-words = Les mots nouveaux
amend-words-hint = Exactement ceux-ci prennent leur place. Une ligne vide commence un nouveau paragraphe.
amend-reason = Pourquoi ils devraient partir
amend-reason-hint = Ce que vous écrivez ici n’entre pas dans le texte. Les autres le lisent avant de voter.
amend-title = En quelques mots
amend-title-hint = Pour qu’on puisse l’appeler dans la salle : « Cinq entreprises au lieu de trois ».
amend-default-replace = D’autres mots au paragraphe { $n }
amend-default-strike = Sans le paragraphe { $n }
amend-default-insert = Un ajout après le paragraphe { $n }
amend-warning = Vous signez exactement ce changement de ce texte. Si d’autres le soutiennent, on le met aux voix avant la motion elle-même.
amend-do = Signer et proposer
amend-place-replace = { $count ->
    [one] Le paragraphe { $from } reçoit d’autres mots
   *[other] Les paragraphes { $from } à { $to } reçoivent d’autres mots
  }
amend-place-strike = { $count ->
    [one] Le paragraphe { $from } est supprimé
   *[other] Les paragraphes { $from } à { $to } sont supprimés
  }
amend-place-insert = { $after ->
    [0] Des mots nouveaux avant le premier paragraphe
   *[other] Des mots nouveaux après le paragraphe { $after }
  }
amend-would = Ce qui changerait
amend-changed = Ce qui a changé
amend-beside = D’autres au même endroit
amend-beside-what = Un seul d’entre eux peut entrer dans le texte. Les autres tombent dès que l’un est adopté ou repris.
amend-fallen-motion-decided = Il est tombé : sa motion est décidée ou retirée.
amend-fallen-another-text = Il est tombé : qui a proposé la motion lui a donné un autre texte.
amend-fallen-place-changed = Il est tombé : un autre amendement a changé le même endroit avant lui.
amend-first = Assez de membres le soutiennent : on le met aux voix avant la motion.
amend-needs-second = { $need ->
    [one] Un autre membre doit le soutenir ; alors on le met aux voix avant la motion.
   *[other] { $need } autres doivent le soutenir ({ $has } l’ont fait) ; alors on le met aux voix avant la motion.
  }
accept-do = Le reprendre dans ma motion
accept-warning = Le texte de votre motion change aussitôt, sans vote. Chacun voit ce qui a changé. Qui soutenait l’ancien texte doit soutenir celui-ci.
text-amended = Le texte avec { $count ->
    [one] un amendement
   *[other] { $count } amendements
  }
version-amended = avec « { $title } »
status-accepted = repris
status-fallen = tombé
status-waiting-amendments = en attente
subject-amendment = amendement
motions-kind = Quoi
motions-kind-motions = motions
motions-kind-amendments = amendements
motions-kind-all = les deux
amend-tag-first = avant la motion
amendments-count = { $n ->
    [one] un amendement
   *[other] { $n } amendements
  }
amendments-wait = { $n ->
    [one] Un amendement attend
   *[other] { $n } amendements attendent
  }
amend-next = Avant la motion : un amendement
amend-let-in = Pas sans la salle
amend-let-in-do = Demander aux présents de l’admettre
amend-not-now = Aucun amendement ne peut être proposé maintenant
amend-not-now-what = Les membres proposent des amendements à un texte ordinaire, jusqu’à l’appel au vote.
amend-other-place = Un autre endroit
amend-show = Montrer
amend-changed-already = déjà changé par un amendement
minute-amendment = { $title } (amendement à { $motion })
outcome-amendment-carried = L’amendement est adopté.
outcome-amendment-lost = L’amendement est rejeté.
outcome-amendment-no-quorum = Trop peu ont participé : rien n’est décidé.
outcome-amendment-tied = Autant pour que contre : l’amendement n’est pas adopté.
amend-why = Pourquoi
refusal-V-5-amended-by-vote = Les membres ont changé ce texte par un vote, on ne peut donc pas écrire par-dessus. Proposez un amendement, ou une autre motion.
refusal-V-5-amendment-waits = D’autres soutiennent un amendement à ce texte. Reprenez-le, ou laissez-le mettre aux voix ; ensuite vous pourrez donner une nouvelle version.
refusal-V-5-amendments-are-put-anew = Un amendement n’a pas de versions. Retirez-le et proposez-le à nouveau.
refusal-V-45 = Cet amendement ne peut pas être proposé. Rechargez la motion et choisissez à nouveau l’endroit.
refusal-V-45-texts-only = On n’amende qu’un simple texte, et pas un amendement. Proposez une motion à vous, ou un autre amendement à la motion.
refusal-V-45-not-in-sections = Ce texte est soumis à plusieurs séances, qui décident toutes de la même version. Demandez une nouvelle version à qui l’a proposé.
refusal-V-45-vote-not-over = Le vote sur cette motion est appelé, son texte ne change donc plus. Votez contre, ou proposez-en une autre.
refusal-V-45-too-many-waiting = Vous avez { $most } amendements en attente sur cette motion. Retirez-en un, ou laissez-les d’abord mettre aux voix.
refusal-V-46 = Cet amendement ne peut plus changer sa motion. Proposez une motion à vous.
refusal-V-46-motion-decided = Sa motion est décidée ou retirée, il n’y a plus de texte à changer. Proposez une motion à vous.
refusal-V-46-another-text = La motion a entre-temps un autre texte. Lisez-le, et proposez votre amendement à celui-là.
refusal-V-46-place-changed = Un autre amendement a déjà changé cet endroit. Proposez le vôtre à un autre endroit, ou demandez de rejeter la motion.
refusal-V-46-place-voted-on = Un autre amendement au même endroit est mis aux voix. Attendez son résultat.
refusal-V-47 = Seul qui a proposé la motion y reprend un amendement sans vote. Appelez au vote sur lui.
refusal-V-47-not-an-amendment = Ceci n’est pas un amendement, personne ne peut donc le reprendre dans un autre texte. Soutenez-le, ou appelez au vote.
refusal-V-47-not-the-mover = Seul qui a proposé la motion y reprend un amendement sans vote. Soutenez-le, ou appelez au vote sur lui.
refusal-V-47-seconded-rival = D’autres soutiennent un autre amendement au même endroit, qui tomberait. Laissez d’abord les membres voter sur lui.
refusal-V-47-vote-not-over = Un vote est ouvert, ce sont donc les membres qui décident. Attendez le résultat.
refusal-V-48-too-many-changes = Ce texte porte { $most } amendements et n’en prend plus. Demandez une nouvelle version à qui l’a proposé.
refusal-V-49-amendment-first = Un amendement que d’autres soutiennent passe avant sa motion. Appelez au vote sur l’amendement ; à une séance, les présents peuvent passer outre.
refusal-V-50 = Cet amendement ne peut pas être mis aux voix à cette réunion. Mettez-le à l’ordre du jour de la prochaine, avec sa motion.
refusal-V-50-amendment-after-notice = Cet amendement a été proposé après le { MOMENT($until, $zone) }, quand le préavis était passé : les absents ne pouvaient pas le connaître. Les présents peuvent l’admettre comme urgent. Demandez-le-leur.
refusal-V-50-motion-not-here = Sa motion n’est pas à cet ordre du jour, ou est réglée. Proposez-le à une motion qui doit encore être mise aux voix ici.
refusal-V-50-had-notice = Cet amendement a eu son préavis, il n’a pas besoin d’être admis. Appelez au vote pendant que son point est en cours.
refusal-G-24-comes-with-its-motion = Un amendement vient à l’ordre du jour avec sa motion, pas seul. Mettez la motion à l’ordre du jour.
`;
