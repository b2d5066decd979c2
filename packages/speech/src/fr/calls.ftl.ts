/** French: calls of meetings, and their agendas. */
export const calls = `
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
call-noticed-what = Les textes doivent être là, tels qu’on les décidera, avant ce moment ; ce qui vient ou change ensuite peut être discuté, pas décidé :
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
`;
