/** French: motions. */
export const motions = `
motion = Motion
motions-new = Proposer une motion
motions-first = Proposer la première motion
motions-find = Titre ou nom
motions-none = Aucune motion encore. Tout se décide par une motion : son texte exact est discuté, puis mis aux voix.
motion-version = version { $n }
motion-entry = son inscription
motion-vote-open = Le vote est ouvert
motion-vote-called = On a appelé au vote
motion-vote-opens = Il s’ouvre le
motion-sections = Dans plusieurs séances
motion-sections-what = Un même texte est soumis à plusieurs séances. Il est adopté quand chacune d’elles a adopté cette même version.
motion-votes = Votes sur cette motion
motion-vote-all = vote de tous
section-adopted = adoptée
section-refused = non adoptée
section-waiting = pas encore décidée
status-open = en cours
status-discussed = en discussion
status-voting = vote ouvert
status-called = vote appelé, s’ouvre plus tard
status-counting = vote fermé, on compte
status-carried = adoptée
status-lost = rejetée
status-withdrawn = retirée
subject-text = décision
subject-statutes = nos règles
subject-admission = admission
subject-contest = admission contestée
subject-establish = autre groupe
subject-erasure = retrait de la vue
subject-restore = rétablissement
subject-copy = gardien de copie
subject-long-text = Décider quelque chose (motion ordinaire)
subject-long-admission = Admettre une personne qui demande à devenir membre
subject-long-contest = Contester une admission
subject-long-establish = Établir un comité, un conseil ou une assemblée
subject-long-copy = Désigner un serveur qui garde une copie du registre
subject-long-erasure = Retirer un texte de la vue
subject-long-restore = Rétablir un texte retiré de la vue
subject-long-statutes = Changer nos règles
closes = se ferme le
opens = s’ouvre le
you-voted = vous avez voté
would = Ce qu’elle ferait
would-admission = Elle admet comme membre :
would-contest = Elle met fin à la qualité de membre, tout juste acquise, de :
would-establish = Elle établit un autre groupe ({ $type }) de { $seats ->
    [one] un siège
   *[other] { $seats } sièges
  }. Le texte ci-dessus est son mandat.
would-copy = Le serveur qui a cette clé peut lire toutes les inscriptions et en garder une copie :
would-erasure = { $count ->
    [one] Un texte est retiré de la vue, car { $ground }. Sa place, cette décision et les raisons ci-dessus restent.
   *[other] { $count } textes sont retirés de la vue, car { $ground }. Leur place, cette décision et les raisons ci-dessus restent.
  } Un recours est possible pendant trente jours ; sans recours, ils disparaissent ensuite.
would-restore = { $count ->
    [one] Un texte retiré de la vue est montré à nouveau, et pendant un an aucune décision ne le retire.
   *[other] { $count } textes retirés de la vue sont montrés à nouveau, et pendant un an aucune décision ne les retire.
  }
new-ground = Pour quel motif
result-by = Une fois soutenue, elle a un résultat au plus tard le
result-by-seconded = Elle a un résultat au plus tard le
seconded-by = Soutenue par
second-do = La soutenir
call-vote = Appeler au vote
call-vote-sitting = Voter à la séance
call-ready = On peut appeler au vote
call-not-yet = Avant de pouvoir appeler au vote
spoilt-fallen = Le vote là-dessus était nul
spoilt-see = Voir ce vote
motion-again = À décider en personne
motion-again-how = On ne pouvait pas se fier au décompte de son vote, ce vote ne décide donc rien.
motion-uncounted-how = Aucun scrutateur n’a donné à temps la liste du dernier vote, rien n’est donc décidé. Qui l’a proposée peut appeler un autre vote, et aussi tout membre qui n’a ni appelé le dernier ni dû le compter. Quelqu’un d’autre le compte.
call-warning = Le vote porte sur la version { $n }, exactement telle qu’elle est. Elle ne peut pas changer tant que le vote est ouvert. Qui entre à partir de maintenant ne peut pas y voter.
call-do = Signer et appeler au vote
call-at-sitting = Le vote a lieu à la séance « { $title } » et ses scrutateurs comptent.
call-mode = Comment nous votons
call-closes = Se ferme
call-closes-hint-others = Ce vote est appelé pour le plus court délai : { $hours ->
    [1] une heure
   *[other] { $hours } heures
  } à partir de maintenant, et une heure de plus au plus.
call-closes-hint = Dans { $hours ->
    [1] une heure
   *[other] { $hours } heures
  } au moins, à l’heure de ce groupe.
call-closes-before = Il s’ouvre { $before ->
    [1] une heure
   *[other] { $before } heures
  } après l’appel, et reste ouvert { $open ->
    [1] une heure
   *[other] { $open } heures
  }.
mode-hands = à main levée
mode-paper = secret, sur papier
mode-count = sur appareils, par comptage
mode-name = sur appareils, nominal
mode-mixed = à main levée ou sur papier dans la salle, sur appareils au dehors
teller = Scrutateur
tellers = Scrutateurs
teller-choose = choisir
teller-one = Premier scrutateur
teller-two = Second scrutateur
teller-hint-two = Choisissez les deux.
teller-hint = Deux membres qui comptent, de préférence d’avis différents.
teller-hint-cards = Deux membres qui inscrivent les votes de qui n’a pas d’appareil. Vous pouvez laisser les deux vides.
revise = Proposer une nouvelle version
revise-do = Signer la nouvelle version
revise-warning = L’ancienne version reste dans le registre, et chacun voit ce qui a changé. Le temps de discussion et les soutiens recommencent.
ask-secret = Demander un vote secret
ask-secret-what = Le vote est alors secret : sur papier à une réunion, ou sur les appareils, par comptage. { $need ->
    [one] Un membre suffit pour le demander, et personne ne peut le refuser.
   *[other] Personne ne peut le refuser dès que { $need } membres le demandent ; { $have } jusqu’ici.
  }
ask-secret-do = Le demander
secret-asked = { $have ->
    [one] Un membre a demandé un vote secret
   *[other] { $have } membres ont demandé un vote secret
  }, et il l’est donc : sur papier à une réunion, ou sur les appareils, par comptage (règle V-23).
withdraw = Retirer la motion
withdraw-do = La retirer
withdraw-warning = Une motion retirée reste dans le registre. On ne peut pas la reprendre ; chacun peut la proposer à nouveau.
remarks = Discussion
remarks-none = Personne n’a encore parlé.
remarks-all = Montrer les { $n } interventions
say-label = Dire quelque chose
say-send = Signer et dire
minority = Déclarations de minorité
minority-what = Qui n’était pas d’accord peut mettre ses propres mots à côté de la décision. Personne ne peut les refuser.
minority-write = Écrire une déclaration de minorité
minority-label = Votre déclaration
minority-send = Signer la déclaration
versions = Versions
versions-all = Montrer les { $n } versions
version = Version { $n }
new-members-only = Ce sont les membres qui proposent
new-members-only-what = Vous pouvez lire et discuter. Pour proposer une motion, il faut être membre et se servir d’un appareil connu ici (règle M-2).
new-subject-other = Autre chose qu’une décision ordinaire ?
new-nobody = Il n’y a personne que cela puisse concerner.
new-person = Qui
new-body-type = Quel genre de groupe
new-seats = Combien de sièges
new-founder = Qui le fonde
new-founder-hint = Dans les trente premiers jours, seule cette personne inscrit quel groupe est né de la décision.
new-founder-self = Moi, qui propose ceci
would-founded-by = Il est fondé par
new-key = Clé de ce serveur
new-key-hint = Elle commence par z6Mk. Qui tient ce serveur la trouve sur sa première page.
new-hash = Marque du texte
new-hash-hint = Elle figure sur la page de l’inscription qui a apporté le texte.
motion-title = Titre
motion-title-hint = Pour que l’on sache d’un coup d’œil de quoi il s’agit.
motion-text = Texte exact
motion-text-hint = C’est ce qui sera mis aux voix, mot pour mot. Dites qui fait quoi pour quand.
move-do = Signer et proposer
move-warning = Vous signez exactement ce titre et ce texte. Les autres peuvent en discuter aussitôt ; vous pouvez proposer de nouvelles versions jusqu’à l’appel au vote.
`;
