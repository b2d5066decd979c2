/** French: the meeting while it is held. */
export const hall = `
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
`;
