/** French: calls, the meeting while it is held, projector, minutes. */
export const hall = `
tab-meetings = Réunions
meeting = Réunion
meeting-call = la convocation
meeting-kind = { $type ->
    [consult] Réunion de consultation
    [inform] Réunion d’information
   *[decide] Réunion de décision
  }
meeting-type-decide = décide
meeting-type-consult = consulte
meeting-type-inform = informe
meeting-type-decide-what = Ce qui est à temps à l’ordre du jour est décidé ici, et qui vient peut encore changer l’ordre, reporter et ajouter ce qui est urgent.
meeting-type-consult-what = Qui vient donne son avis par un vote, qui n’engage personne. Ce qui peut encore changer, les motifs le disent.
meeting-type-inform-what = On ne vote que sur le déroulement de la réunion. Quelque chose est déjà décidé ; les motifs disent quoi, et ce qui peut encore changer.
meetings-lead = Une réunion est convoquée par des membres, avec un délai et un ordre du jour. Personne en charge ne peut la repousser ni en rayer quoi que ce soit.
meetings-provisional = Ce groupe n’est pas encore adopté
meetings-provisional-do = D’abord les fondateurs signent leur liste
meetings-find = Titre de la réunion
meetings-coming = à venir
meetings-past = passées
meetings-none = Aucune réunion n’a encore été convoquée. Des membres en convoquent une en signant ensemble.
meetings-carried = En attente de la prochaine réunion
meetings-carried-what = Ce qui a été reporté ou pas atteint revient de soi-même au prochain ordre du jour.
meetings-more = Aussi
meetings-sittings = Toutes les séances, et en ouvrir une sans convocation
meetings-calendar = Fichier d’agenda de toutes les réunions (iCalendar)
meetings-calendar-public = Votre agenda peut s’abonner à cette adresse.
meetings-calendar-members = Seuls les membres reçoivent ce fichier, depuis un appareil à eux. On ne peut pas s’y abonner : une adresse qui ouvre l’agenda des membres serait une clé qui traîne.
meeting-new = Convoquer une réunion
calendar = Agenda
calendar-one = Cette réunion dans mon agenda
print-how = Pour imprimer, ou garder en PDF, utilisez la commande Imprimer du navigateur.
reason = Motif
choose-none = personne
agenda = Ordre du jour
aob = Divers
aob-what = Vient en dernier à chaque ordre du jour et ne peut pas être rayé : ce que chacun veut dire. Rien qui demande un délai n’y est décidé.
called-by = convoquée par
call-by-office = Vous avez une charge qui permet de convoquer : la convocation vaut aussitôt.
call-by-office-title = Convoquée au titre d’une charge
call-by-signatures = { $needed ->
    [one] Vous pouvez convoquer cette réunion seul·e.
   *[other] Une convocation vaut quand { $needed } membres l’ont signée. Votre signature est la première.
  }
call-title = Comment s’appelle la réunion ?
call-title-hint = Par exemple : Assemblée générale de décembre.
call-type = À quoi sert-elle ?
call-reason = Pourquoi, et que peuvent encore changer celles et ceux qui viennent ?
call-reason-hint = Avec vos mots. Tout le monde le lit avec la convocation.
call-starts = Début
call-starts-hint = À l’heure de ce groupe : { $zone }. { $days ->
    [0] Nos règles ne demandent pas de délai
    [one] Nos règles demandent un jour de délai
   *[other] Nos règles demandent { $days } jours de délai
  } : pas avant le { $when }.
call-place = Lieu
call-place-hint = Seuls les membres le voient. Il peut aussi être donné plus tard, une fois.
call-place-do = Signer et donner le lieu
call-place-warning = Le lieu est donné une seule fois et ne change plus.
call-place-later = le lieu sera donné plus tard
call-place-none = aucun lieu n’a été donné
call-place-members = le lieu est pour les membres
call-first-items = Premiers points de l’ordre du jour
call-first-items-hint = Un par ligne. Vous signez chacun après la convocation. D’autres, avec leurs textes, peuvent suivre sur la page de la convocation.
call-more = Points des membres, plusieurs salles
call-items-until = Points des membres jusqu’au
call-items-until-hint = { $days ->
    [0] Jusque-là tout membre met des points à l’ordre du jour, et on peut les décider. Vide : seulement qui signe la convocation.
   *[other] Jusque-là tout membre met des points à l’ordre du jour, et on peut les décider. Au plus tard un jour avant la réunion. Vide : seulement qui signe la convocation.
  }
call-halls = Salles
call-halls-hint = Seulement si elle se tient dans plusieurs à la fois : noms courts en minuscules avec des traits d’union, entre virgules.
call-do-sign = Signer la convocation
call-do-call = Signer et convoquer
call-warning-once = L’heure et le genre ne changent plus ensuite. Les présents peuvent ajourner ; personne d’autre ne peut la repousser.
call-signed-of = { $has ->
    [0] Aucune signature
    [one] Une signature
   *[other] { $has } signatures
  } sur { $needed }
call-signed-by = Signatures :
call-items = { $count ->
    [0] pas encore de point
    [one] un point
   *[other] { $count } points
  }
call-sign = Signer cette convocation
call-sign-warning = Votre nom figure sous la convocation, visible de tous les membres. Il ne peut pas être retiré.
call-pass-on = Faites passer l’adresse de cette page, ou la feuille imprimée.
call-sheet = Feuille pour recueillir des signatures
call-sheet-back = Retour à la convocation
call-sheet-sign = Je veux que cette réunion ait lieu
call-sheet-what = { $has ->
    [0] Personne n’a signé jusqu’ici
    [one] Un membre a signé jusqu’ici
   *[other] { $has } membres ont signé jusqu’ici
  }, sur { $needed } qu’il faut. Cette feuille recueille qui la veut ; chacun signe ensuite sur son appareil. Seules ces signatures comptent.
call-sheet-qr = Mène à cette convocation
call-sheet-name = Nom
call-sheet-signature = Signature
call-stage-signing = signatures demandées
call-stage-lapsed = pas signée à temps
call-stage-called = convoquée
call-stage-due = son heure est venue
call-stage-held = se tient maintenant
call-stage-adjourned = ajournée
call-stage-interrupted = interrompue
call-stage-over = finie
call-stage-not-held = pas tenue
call-stage-on-paper = tenue sur papier
call-now = Cette réunion se tient maintenant
call-go = Entrer
call-go-hall = Entrer : { $hall }
call-open = La réunion peut être ouverte
call-open-what = Qui ouvre préside jusqu’à ce que les présents élisent un bureau et des scrutateurs. D’ici là, deux personnes que vous nommez comptent les présents.
call-open-do = Signer et ouvrir la réunion
call-notice = Délai
call-stands = La convocation vaut depuis
call-stands-not = pas encore : il manque des signatures
call-notice-asked = Nos règles demandent
call-notice-days = { $days ->
    [0] aucun délai
    [one] un jour de délai
   *[other] { $days } jours de délai
  }
call-noticed = Textes
call-noticed-what = Ce qui est venu ou a changé plus tard peut être discuté, pas décidé :
call-sittings = Séances de cette réunion
hall = Salle
halls = Salles
hall-led = L’ordre du jour et la liste de parole sont tenus dans une autre salle
hall-led-go = Vers la salle qui mène
item-add = Ajouter un point
item-add-do = Signer et mettre à l’ordre du jour
item-title = Point
item-title-hint = En une ligne.
item-text-label = Texte ou explication
item-text = Texte
item-motion = Motion
item-motion-choose = Motion à décider
item-motion-hint = C’est son texte exact qui sera voté.
item-motion-none = aucune : pour en parler
item-motion-new = Déposer d’abord une motion
item-election = Élection : { $seats ->
    [one] un siège
   *[other] { $seats } sièges
  }, { $candidates ->
    [0] personne ne se présente encore
    [one] une candidature
   *[other] { $candidates } candidatures
  }
item-election-choose = Élection à tenir
item-election-none = aucune
item-election-new = Ouvrir d’abord une élection
item-by = inscrit par
item-from = Reporté de
item-urgent = urgent
item-open = en cours
item-done = fait
item-put-off = reporté
item-returns = revient le { $when }
item-decides = à décider
item-opinion = avis, ne décide rien
item-cannot = ne peut pas être décidé ici
item-open-do = Ouvrir : { $title }
item-open-aob = Ouvrir les divers
item-close-do = Clore ce point
now-item = À l’examen
now-nothing = Rien n’est encore à l’examen
now-over = Fini
debate-over = Le débat est clos : le vote vient.
tellers-first = Les présents élisent d’abord qui compte
tellers-first-what = D’ici là, aucun autre vote ne peut être appelé ici (règle G-44). Proposez une présidence et deux scrutateurs ; ceux qui sont d’accord la soutiennent.
tellers-first-voting = Le bureau est mis aux voix. Une fois compté, tout le reste peut l’être.
call-few-again = Voter encore une fois ici
call-few-again-what = Trop peu ont pris part au dernier vote. Un autre ne donne autre chose que si d’autres sont arrivés depuis.
tellers-first-put = Un bureau avec des scrutateurs est proposé : lisez-le, et soutenez-le si vous êtes d’accord
tellers-stand = { $n ->
    [one] { $names } compte ici et se présente à cette élection
   *[other] { $names } comptent ici et se présentent à cette élection
  }, et personne ne compte ses propres voix (règle O-7). Élisez d’abord des scrutateurs qui ne se présentent pas.
sitting-adjourned = ajournée
adjourned-title = Ajournée
adjourned-until = Ajournée jusqu’au
adjourned-what = Ce qui reste revient alors de soi-même.
interrupted-title = Interrompue
interrupted-what = Ce qui n’a pas été atteint n’est ni décidé ni rejeté. Tout membre peut reprendre la réunion dans la journée ; sinon cela vient au prochain ordre du jour.
call-in-sitting-warning = À main levée ou sur papier, les scrutateurs comptent ceux de la salle, et qui participe de dehors vote sur son appareil. Sur appareils, chacun vote pour soi.
vote-in-the-hall = On vous compte dans la salle
vote-opinion = Un avis : il ne décide rien
vote-weight = Portée
vote-remotes = { $n ->
    [one] Un membre participe de dehors et vote sur un appareil.
   *[other] { $n } membres participent de dehors et votent sur leurs appareils.
  }
tallies-differ = Le résultat ne vaut que s’il est le même selon chaque compte. Sinon recomptez d’abord.
tallies-differ-declared = Le résultat est le même selon chaque compte, donc il vaut. La différence reste dans le registre.
tallies-of = Ce que chacun a compté : { $part }
tally-yours-of = Votre compte : { $part }
tally-again = Recompter
part-of-hall = dans la salle
part-of-devices = sur les appareils
count-whole = Sur { $whole }
floor = La parole
floor-nobody = Personne ne parle.
floor-left = encore { $time }
floor-over = temps écoulé
floor-limit = Chacun parle { $time } au plus.
floor-list-closed = La liste de parole est close.
floor-more = … et { $n } de plus
floor-ask = Demander la parole
floor-ask-for = Un membre sans appareil demande la parole
floor-ask-for-do = Mettre sur la liste
floor-leave = Me retirer de la liste
floor-place = Vous êtes numéro { $n } sur la liste.
floor-end = J’ai fini
floor-cut = Terminer cette intervention
floor-give = Donner la parole à { $name }
turn-cut-short = a été interrompu·e
turn-first = première fois
procedure = Comment nous continuons
procedure-what = Toute personne présente dépose une telle motion ; on la vote dès qu’une minute a passé, pour que chacun puisse la lire. La présidence ne peut pas empêcher le vote : dès que deux personnes la soutiennent, elles appellent le vote elles-mêmes.
procedure-proceed = Passer au vote
procedure-proceed-what = Le débat sur ce point finit, et le vote vient.
procedure-close-list = Clore la liste de parole
procedure-close-list-what = Qui y figure parle encore. Personne ne s’ajoute.
procedure-time-limit = Limiter le temps
procedure-time-limit-what = Dès maintenant chacun parle au plus si longtemps.
procedure-limit = Chacun parle
procedure-seconds = { $n ->
    [30] une demi-minute
    [60] une minute
    [120] deux minutes
    [180] trois minutes
    [300] cinq minutes
    [600] dix minutes
   *[other] { $n } secondes
  }
procedure-overrule = Écarter une décision de la présidence
procedure-overrule-what = Dites laquelle, et ce qui vaudra à la place. Si c’est adopté, les personnes qui comptent n’attendent plus la présidence.
procedure-adjourn = Ajourner
procedure-adjourn-what = Avec un motif et une date. Ce qui est reporté revient de soi-même ce jour-là.
procedure-adjourn-what-of = Quoi
procedure-adjourn-whole = toute la réunion
procedure-return-date = Revient le
procedure-returns = revient le
procedure-urgent = Prendre un point urgent
procedure-urgent-what = Il vient avant le point suivant. On peut y décider un simple texte ; pas ce qui demande un délai.
procedure-agenda = Changer l’ordre
procedure-agenda-what = Les points dans l’ordre que vous voulez. Ce qui est laissé de côté est reporté à la prochaine réunion.
procedure-nth = Numéro { $n }
procedure-put-off = reporter
procedure-nothing-waits = Aucun point n’attend.
procedure-aob-stays = Les divers restent en dernier. On ne peut pas les rayer.
procedure-board = Élire le bureau
procedure-board-what = Qui préside et qui écrit, élus par les présents. Une seule personne qui s’y oppose suffit pour un vote secret.
procedure-tellers-hint = Seulement si d’autres doivent compter désormais.
procedure-board-behind = { $of ->
    [0] Personne n’a encore signé qu’il est là.
    [one] { $has } sur le seul membre qui a signé qu’il est là soutient ces scrutateurs.
   *[other] { $has } sur les { $of } membres qui ont signé qu’ils sont là soutiennent ces scrutateurs.
  } Quand plus de la moitié le fait, deux au moins, ce bureau est élu aussitôt, sans compte (règle G-46). Soutenir cette motion, c’est les soutenir.
procedure-tellers-needed = Deux membres qui comptent les votes désormais, de préférence d’avis différents. Personne n’a encore été élu ici pour compter, il faut donc les deux.
procedure-exclude = Mettre quelqu’un hors de la salle
procedure-exclude-what = Pour cette réunion seulement. Voix et siège restent : on peut voter de dehors.
procedure-reason-hint = Il figure au procès-verbal.
procedure-do = Signer et déposer
procedure-vote = Appeler le vote
procedure-secret = Demander le secret
procedure-seconded = { $has ->
    [0] personne ne la soutient encore
    [one] soutenue par un membre
   *[other] soutenue par { $has } membres
  } (à partir de { $needed }, ils peuvent appeler le vote eux-mêmes)
presence-remote = { $n ->
    [one] Un membre participe de dehors.
   *[other] { $n } membres participent de dehors.
  }
presence-you-hall = Vous participez dans la salle, et les scrutateurs vous y comptent.
presence-card = Quelqu’un avec une carte est là
presence-card-what = Prenez un code de la carte. Il est utilisé par là et montre que la personne est présente, comme le font les appareils des autres.
presence-card-do = Inscrire sa présence
presence-here-what = { $n ->
    [0] Personne n’a encore signé.
    [one] Un membre a signé jusqu’ici.
   *[other] { $n } membres ont signé jusqu’ici.
  } Quand la moitié des membres l’aura fait, ou après un quart d’heure, les présents élisent qui compte.
presence-you-remote = Vous participez de dehors : dès le prochain vote, c’est votre appareil qui compte.
presence-go-remote = Je participe de dehors
presence-go-remote-what = Dès le prochain vote vous votez sur votre appareil, et votre main dans la salle n’est pas comptée.
presence-come-back = Je suis dans la salle
board = Bureau
chair = Présidence
secretary = Secrétariat
board-elected = élu·e par les présents
board-provisional = à titre provisoire, jusqu’à l’élection d’un bureau
board-outside = Hors de la salle
board-overruled = Une décision de la présidence a été écartée : les personnes qui comptent agissent aussitôt à sa place.
powers = Ce que la présidence peut faire
powers-what = Ces sept choses et aucune autre. Les présents peuvent écarter chacune.
powers-rest = Ce que la présidence laisse cinq minutes sans le faire, qui a ouvert ou toute personne qui compte le fait.
power-of-chair-1 = ouvrir le point suivant de l’ordre du jour
power-of-chair-2 = clore le point à l’examen, quand personne n’attend la parole et que le vote est fait
power-of-chair-3 = donner la parole à la personne suivante de la liste, et à nulle autre
power-of-chair-4 = terminer une intervention ; qui a été interrompu·e revient en premier
power-of-chair-5 = appeler et clore les votes, comme aussi les personnes qui comptent
power-of-chair-6 = clore la réunion quand son ordre du jour est fini
power-of-chair-7 = constater que la réunion a été dispersée
interrupt = Inscrire que la réunion a été dispersée
interrupt-do = Signer qu’elle a été dispersée
interrupt-what = Termine aussitôt cette séance. Rien n’est rejeté ; ce qui reste est reporté.
minutes = Procès-verbal
minutes-so-far = Le procès-verbal jusqu’ici
minutes-whole = Tout le procès-verbal
minutes-goes-on = La réunion continue : ce procès-verbal s’écrit encore
minutes-to-meeting = Vers la réunion
minutes-as-text = En fichier texte
minutes-body = Groupe
minutes-opened = Ouverture
minutes-ended = Fin
minutes-ended-closed = close le { $when }
minutes-ended-interrupted = dispersée le { $when }
minutes-ended-adjourned = ajournée le { $when }
minutes-ended-by-itself = finie d’elle-même après un jour, le { $when }
minutes-called = Convoquée par
minutes-presence = Qui était présent, selon chaque compte
minutes-presence-line = { $name } : { $present } membres, { $guests } invités, { $remote } de dehors
minutes-remote = De dehors
minutes-carried = Reporté
minutes-unvoted = Déposé et pas voté
minutes-no-speaker = Personne n’a écrit ce procès-verbal : chaque ligne est une inscription que quelqu’un a signée. Qui a parlé, et pour quoi, n’y figure pas.
minutes-qr = Mène à cette réunion dans le registre
minutes-qr-what = La réunion et chaque inscription de ce procès-verbal :
minute-opened = La séance est ouverte.
minute-hall = Une autre salle est ouverte.
minute-board = Le bureau est élu. { $board }.{ $by }
minute-board-alone = Le bureau est élu.
minute-board-by = Sans compte : { $n } membres l’ont soutenu.
minute-item = Point : { $title }
minute-item-done = Point clos : { $title }
minute-item-put-off = Reporté : { $title }
minute-item-put-off-until = Reporté au { $when } : { $title }
minute-urgent = Pris en urgence : { $title }
minute-agenda = L’ordre du jour est changé.
minute-moved = { $mover } dépose : { $title }. { $text }
minute-vote = Vote appelé sur « { $title } », { $mode }.
minute-result = « { $title } » : { $outcome } { $numbers }.{ $by }{ $differ }{ $opinion }{ $later }
minute-differ = Les comptes différaient ; le résultat est le même selon chacun.
minute-counted-by = Compté par { $names }.
minute-later-fallen = Le compte a été mis en doute depuis, et est tombé : on vote de nouveau.
minute-later-contested = Le compte a été mis en doute depuis, et d’autres recomptent.
minute-later-settled-carried = Ceci a été soumis à tous depuis, et ils l’ont adopté.
minute-later-settled-refused = Ceci a été soumis à tous depuis, et reste refusé.
minute-later-settled-fell = Ceci a été soumis à tous depuis, et est tombé.
minute-later-settled-stands = Ceci a été soumis à tous depuis, et reste.
minute-later-suspended = Ceci a été soumis à tous depuis, et n’est pas en vigueur.
minute-adjourned = La séance est ajournée.
minute-adjourned-until = La séance est ajournée au { $when }.
minute-interrupted = La séance est dispersée.
minute-leads = Cette salle mène désormais.
minute-closed = La séance est close.
projector = Projection
projector-pause = Entre deux points
need-sign = Signer une convocation, si vous voulez cette réunion
need-meeting = Une réunion approche
need-meeting-held = Une réunion a lieu en ce moment
need-meeting-due = Une réunion peut être ouverte
need-amendment = Des amendements à votre motion attendent
need-fell = Votre position est tombée : une réunion convoquée en décide maintenant
need-appeal = Vos mots ont été retirés de la vue : vous pouvez faire recours
need-accept = On vous propose : accepter ou décliner
need-stay = On vous demande si vous êtes encore là
need-cosign-seen = Confirmez qu’un nouveau venu était là, si vous l’avez vu
need-cosign-card = Confirmez la carte de quelqu’un de nouveau, faite par un autre membre, si vous étiez là
need-cosign-list = Confirmez une signature par carte sous la liste des fondateurs
need-cosign-vote = Confirmez comme scrutateur un vote inscrit par carte
need-cosign-now = Confirmez une signature inscrite par carte
need-cosign-still = Un membre demande qu’un invité se taise un jour : signez aussi, si vous êtes d’accord
need-cosign-keys = Un membre demande de nouvelles clés pour quelqu’un : signez aussi, si cette personne vous les a montrées
need-cosign-card-again = Un membre demande une nouvelle carte pour quelqu’un : signez aussi, si vous savez que c’est la sienne
need-cosign = Donner la seconde signature, si vous y étiez
home-meeting = Prochaine réunion
home-meeting-now = Réunion en cours
home-offices = Charges
home-offices-none = personne n’a de charge
`;
