/** French: by which way decisions bind, from when, and putting to all. */
export const binding = `
entry-now-agree = { $who } a accepté que { $titled } se décide maintenant
entry-now-sign = { $who } a signé pour { $titled }
entry-now-back = { $who } a repris sa signature sur { $titled }
entry-now-card = { $who } a inscrit une signature de { $whom } sur { $titled }
entry-put-all = { $who } a demandé que { $titled } soit soumis à tous
kind-now = signatures pour un texte
kind-put = décisions soumises à tous
subject-end-office = fin d’une charge
subject-long-end-office = Mettre fin à une charge avant son terme
pending-now-card = Une signature inscrite pour un membre sans appareil
need-put = Une réunion a voté là-dessus ; vous pouvez demander que tous votent
need-call-again = Soumis à tous : quelqu’un doit appeler au vote
need-agree = D’autres acceptent de voter ceci maintenant ; acceptez, si vous voulez
need-sign-text = D’autres ont signé pour ceci ; signez, si vous êtes pour
decision = La décision
decision-way = Comment on a décidé
way-meeting = à une réunion convoquée
way-days = dans un vote sur plusieurs jours
way-now = dans un vote immédiat, tous l’ayant accepté
way-signed = par les signatures de plus de la moitié
way-paper = dans une salle, sur papier
way-all = dans le vote de tous, sur plusieurs jours
decision-voted = Ont pris part
decision-voted-n = { $voted } sur { $whole }
decision-counted = Compté par
counted-caller = nommé par qui a appelé au vote
counted-members = ajouté par d’autres membres
counted-lot = tiré au sort
counted-present = élus par les présents
counted-opener = nommés par qui a ouvert la séance
counted-hall = qui ont compté dans la salle et l’ont signé
counted-everyone = Chacun peut compter : les positions sont nominatives.
decision-force = État
force-in-force = en vigueur
force-refused = refusée
force-refused-what = Une réunion ne l’a pas adoptée.
force-waits = en attente
force-suspended = soumise à tous
force-lost-suspended = refusée, soumise à tous
force-void = nulle
force-contested = compte en doute
force-lost-contested = refusée, compte en doute
force-fell = tombée
force-overturned = refusée, puis adoptée par tous
force-since = depuis le
force-until = jusqu’au
force-waits-second = Moins de membres que nos règles le demandent sont venus à cette seconde réunion : elle attend donc quatorze jours, pendant lesquels on peut interroger tous les membres.
force-waits-halls = On a compté dans plus d’une salle : elle attend donc trois jours, pendant lesquels on peut interroger tous les membres.
force-from = En vigueur à partir du
force-waits-few = Elle attend, parce que moins de la moitié ont pris part.
force-waits-door = Elle attend trois jours, comme tout ce qui ouvre notre porte à plusieurs à la fois : pendant ce temps on peut interroger tous les membres.
force-waits-rules = Elle attend, parce que de nouvelles règles sont en vigueur trois jours après la décision.
force-waits-paper = Elle attend, parce qu’on l’a prise dans une salle, sur papier.
force-suspended-what = Pas en vigueur : { $n ->
    [one] un membre a demandé que tous votent.
   *[other] { $n } membres ont demandé que tous votent.
  }
force-suspended-lost-what = Une réunion l’a refusé, et { $n ->
    [one] un membre a demandé que tous votent.
   *[other] { $n } membres ont demandé que tous votent.
  }
force-contested-what = Pas en vigueur : { $n ->
    [one] un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  } dans le compte.
force-contested-lost-what = Une réunion l’a refusée, et { $n ->
    [one] un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  } dans ce compte.
force-contested-before = Pas en vigueur : elle repose sur un vote dont le compte est en doute.
force-contested-see = Ce qui s’ensuit
force-void-what = On ne pouvait pas se fier au décompte de son vote. On vote à nouveau, en personne.
force-fell-what = Elle n’est pas en vigueur, et ce qu’elle a fait est repris.
force-fell-what-lost = Ce refus ne compte pas : on décide à nouveau.
decision-put = Soumettre à tous
put-asked = { $has } sur { $needed } ont demandé que tous votent.
put-until = On peut le demander jusqu’au
put-do = Demander que tous votent
put-what = Ce qu’une réunion a décidé peut être soumis à tous, une fois. Quand { $needed ->
    [one] un membre l’aura demandé
   *[other] { $needed } membres l’auront demandé
  }, la décision n’est plus en vigueur jusqu’à ce que tous aient voté sur plusieurs jours. { $has ->
    [0] Personne ne l’a demandé jusqu’ici.
    [one] Un membre l’a demandé jusqu’ici.
   *[other] { $has } l’ont demandé jusqu’ici.
  }
put-what-lost = Ce qu’une réunion a refusé peut être soumis à tous, une fois. Quand { $needed ->
    [one] un membre l’aura demandé
   *[other] { $needed } membres l’auront demandé
  }, tous votent sur plusieurs jours ; adopté par tous, c’est décidé. { $has ->
    [0] Personne ne l’a demandé jusqu’ici.
    [one] Un membre l’a demandé jusqu’ici.
   *[other] { $has } l’ont demandé jusqu’ici.
  }
put-before = Tous devaient déjà voter là-dessus, et ce compte est tombé. Il faut donc plus de membres que n’ont voté pour à la réunion.
put-warning = Que vous l’avez demandé reste au registre, avec votre nom.
put-since = Soumise à tous le
put-voting = Tous votent maintenant
put-call = Tout membre peut maintenant appeler au vote de tous, jusqu’au
put-call-else = Si personne ne le fait, la décision est en vigueur d’elle-même à partir de là.
put-call-else-lost = Si personne ne le fait, elle reste refusée.
put-call-do = Appeler au vote de tous
put-call-warning = Tous votent sur ce que la réunion a décidé, mot pour mot. Adoptée à nouveau, la décision est en vigueur ; sinon elle tombe.
put-call-warning-election = Tous votent sur le même bulletin qu’à la réunion. Qui est élu par tous tient la charge ; si personne ne l’est, personne ne la tient.
put-call-warning-lost = Tous votent sur ce que la réunion a refusé, mot pour mot. Adopté, c’est décidé ; sinon cela reste refusé.
put-uncounted = Le vote de tous n’a pas été compté. Tout membre peut en appeler un autre ; si le compte est tombé, on décide à nouveau à une réunion convoquée.
put-nobody = Elle a été soumise à tous, et personne n’a appelé au vote en une semaine. Elle tient donc.
put-nobody-lost = Elle a été soumise à tous, et personne n’a appelé au vote en une semaine. Elle reste donc refusée.
put-stands = Tous ont voté, et elle tient.
put-elected = Tous ont voté. Qui a été élu par tous tient la charge, quoi qu’il en soit sorti à la réunion.
put-stands-lost = Tous ont voté, et elle reste refusée.
put-fell-lost = Tous ont voté, et l’ont adoptée.
put-few = Tous étaient appelés à voter, et trop peu l’ont fait pour changer ce que la réunion a décidé. Elle tient donc.
put-few-second = Tous étaient appelés à voter, et moins l’ont fait que nos règles ne le demandent. Pour ce que peu ont décidé à une seconde réunion, cela ne règle rien.
put-few-until = On peut le soumettre à tous encore jusqu’au
put-few-lost = Tous étaient appelés à voter, et trop peu l’ont fait pour changer ce que la réunion avait refusé. Elle reste donc refusée.
put-fell = Tous ont voté, et elle est tombée.
put-see = Voir le vote de tous
result-by-all = Voilà comment tous ont voté. Une réunion avait voté avant : ce vote figure plus bas, parmi les votes sur cette motion.
decisions = Décisions
decisions-lead = Tout ce qui a été décidé, et ce que des réunions ont refusé : de quelle façon, et si c’est en vigueur.
decisions-find = Titre
decisions-none = Rien n’a encore été décidé. Ce qui est adopté figure ici, avec la façon dont on a décidé et depuis quand c’est en vigueur.
decisions-way = Comment
decisions-force = En vigueur ou non
decisions-wait = Pas encore définitif
decisions-all = Toutes les décisions
decisions-took-part = { $voted } sur { $whole } ont voté
decisions-election = élection
motion-open-opinion = On demande un avis
opinions = Avis demandés
opinions-what = Une séance que nul n’a convoquée à temps avec ceci à l’ordre du jour donne un avis. Il ne décide rien.
opinion-sitting = Nul n’a convoqué cette séance : les votes y sont donc des avis et ne décident rien, sauf si tous les membres acceptent de décider maintenant.
opinion-not-binding = Un avis : il ne décide rien
opinion-stands = La motion reste comme elle était, quoi qu’il en soit sorti.
outcome-opinion-carried = Un avis : ceux qui ont voté sont pour.
outcome-opinion-lost = Un avis : ceux qui ont voté sont contre.
outcome-opinion-tied = Un avis : autant de pour que de contre.
outcome-opinion-no-quorum = Un avis : peu ont pris part.
call-opinion = Nul n’a convoqué cette séance à temps avec ceci à l’ordre du jour. Les présents donnent donc un avis, qui ne décide rien. Pour décider, convoquez une réunion, votez sur plusieurs jours, ou acceptez tous de décider maintenant.
call-opinion-do = Signer et demander un avis
call-opinion-open = Demander l’avis de la séance
vote-now-what = Tous les membres avaient accepté de décider tout de suite.
vote-again-what = Une réunion a déjà voté là-dessus, et c’est soumis à tous.
now = Décider sans réunion
now-how = Comment, et qui a signé
now-sign = Par signatures
now-sign-what = Un simple texte est décidé quand plus de la moitié de tous les membres ont signé pour lui. { $signed } sur { $whole } ont signé ; avec { $needed } signatures il est décidé.
now-sign-from = On peut signer à partir du
now-sign-do = Signer pour lui
now-sign-warning = Vous signez pour ce texte exactement. Avec la dernière signature nécessaire il est décidé ; jusque-là vous pouvez reprendre la vôtre.
now-sign-what-recall = Plus de la moitié des membres mettent fin à la charge à toute heure en signant ceci. { $signed } sur { $whole } ont signé ; avec { $needed } signatures elle prend fin aussitôt.
now-sign-warning-recall = Vous signez de votre nom que cette charge prend fin. Avec la dernière signature nécessaire elle prend fin aussitôt ; jusque-là vous pouvez reprendre la vôtre.
now-signed-by = Ont signé
now-agree = Par un vote immédiat
now-agree-what = On peut voter tout de suite quand les { $whole } membres l’acceptent tous. { $agreed ->
    [0] Personne n’a accepté jusqu’ici.
    [one] Un membre a accepté jusqu’ici.
   *[other] { $agreed } ont accepté jusqu’ici.
  } Cela ne dit rien de ce que chacun votera.
now-agree-do = Accepter de décider maintenant
now-agree-warning = Vous acceptez que ce texte exactement se décide maintenant. Ce que vous voterez reste votre affaire.
now-agree-ballot-warning = Vous acceptez qu’on vote maintenant sur ce bulletin exactement. Ce que vous voterez reste votre affaire.
now-missing = Pas encore
now-all = Tous acceptent de décider maintenant
now-all-sitting = On peut appeler au vote à toute séance, aujourd’hui aussi.
now-call = Appeler au vote tout de suite
now-call-closes = Se ferme
now-call-closes-hint = Dans une minute au moins, un jour au plus, à l’heure de ce groupe.
now-call-warning = Tous ont accepté. Chacun vote par son nom, sur son appareil.
now-back = Reprendre
now-back-what = Vous avez signé ici. Vous pouvez le reprendre tant que ce n’est pas décidé.
now-back-agreed-what = Vous avez accepté de décider ceci maintenant. Vous pouvez le reprendre tant que ce n’est pas décidé.
now-back-do = Reprendre ma signature
now-back-agreed-do = Reprendre mon accord
now-card = Pour un membre qui a une carte
now-card-what = Inscrivez un code de la carte, en présence de qui la tient. Un autre membre le confirme.
now-card-do = Signer et inscrire
now-card-kind = Pour quoi
now-card-sign = une signature pour le texte
now-card-agree = l’accord de décider maintenant
would-end-office = Cette charge prend fin avant son terme :
would-end-office-held = tenue par
end-office-which-what = Choisissez la charge à laquelle cette motion mettrait fin.
end-office-none = Personne ne tient de charge, il n’y en a donc pas à terminer.
end-office-open = Y mettre fin avant son terme
end-office-secret = Un vote en est secret, et à une réunion cela peut aussi venir en urgence. Plus de la moitié des membres peuvent mettre fin à la charge à toute heure en signant cette motion.
office-waits-unknown = commence quand l’élection est en vigueur : son décompte est en doute, ou elle a été soumise à tous
office-waits = commence quand l’élection est en vigueur, le
office-ended = terminée par décision
office-fell = n’est jamais entré en charge : ce résultat a été écarté
offices-coming = Élus, pas encore en charge
ways-text = Elle se décide à une réunion convoquée à temps avec elle à l’ordre du jour, dans un vote sur plusieurs jours, par les signatures de plus de la moitié, ou tout de suite si tous l’acceptent.
ways-again-text = Elle se décide à une réunion convoquée, à main levée ou sur papier, ou par les signatures de plus de la moitié.
ways-again-other = Elle se décide à une réunion convoquée, à main levée ou sur papier.
ways-other = Elle se décide à une réunion convoquée à temps avec elle à l’ordre du jour, dans un vote sur plusieurs jours, ou tout de suite si tous l’acceptent.
ways-secret = Elle se décide à une réunion convoquée à temps avec elle à l’ordre du jour, ou dans un vote sur plusieurs jours.
ways-secret-meeting = Elle se décide à une réunion convoquée à temps avec elle à l’ordre du jour.
ways-sections = Elle se décide à des réunions convoquées à temps avec elle à l’ordre du jour, une en chaque lieu.
ways-call = Convoquer une réunion
`;
