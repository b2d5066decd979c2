/** French: the settings of our rules, and the pages about them. */
export const settings = `
rules-adjust = Changer ces nombres
rules-no-change = Rien ne changerait.
rules-changes = { $count ->
    [one] Un réglage change
   *[other] { $count } réglages changent
  }
rules-what = Réglage
rules-value = Maintenant
rules-before = Avant
rules-after = Après
rules-lead = Ce dont nous sommes convenus, en sept phrases. Chaque refus sur ces pages nomme la règle sur laquelle il repose.
rules-binds = Ce qui engage se décide à une réunion convoquée, dans un vote sur plusieurs jours, par les signatures de plus de la moitié d’entre nous pour un simple texte, ou tout de suite si tous l’acceptent. De nouvelles règles, et ce que moins de la moitié décide à une réunion, sont en vigueur trois jours plus tard ; d’ici là, ce qu’une réunion a décidé peut être soumis à tous.
rules-second-call = Si trop peu viennent à une réunion pour changer nos règles, une seconde, 14 à 60 jours après la première, peut le faire avec autant de présents qu’une décision ordinaire, aux deux tiers au moins, sauf si cela rend quelque chose plus difficile.
rules-asked = Là où ces règles demandent un nombre de membres, on n’en demande jamais plus d’un sur cinq, arrondi vers le haut (règle S-35). Nous sommes { $roll } maintenant : { $most ->
    [one] un membre suffit toujours
   *[other] { $most } membres suffisent toujours
  }.
rules-asked-most = Là où ces règles demandent un nombre de membres, on n’en demande jamais plus d’un sur cinq, arrondi vers le haut (règle S-35).
rules-version = Version { $n }, en vigueur depuis le
rules-version-coming = Version { $n }, décidée, en vigueur à partir du
rules-version-open = Version { $n }, décidée, pas en vigueur : son vote est en doute, ou tous en votent
rules-version-never = Version { $n }, pas en vigueur : ce qui l’a décidée est tombé
rules-old = Ceci est la version { $n }. Elle n’est plus en vigueur.
rules-not-yet = Voici la version { $n }. Elle n’est pas encore en vigueur.
rules-never = Voici la version { $n }. Elle n’est pas en vigueur : ce qui l’a décidée est tombé.
rules-now = Vers les règles en vigueur
rules-by = ce qui les a adoptées
rules-all = Tous les réglages
rules-text = Le texte tel qu’il a été adopté
rules-versions = Versions antérieures
rules-coming = Décidé, pas encore en vigueur
rules-first = telles que fondées
rules-unfit = « { $typed } » ne convient pas pour : { $name }. Corrigez-le plus bas, à l’endroit déplié. (règle { $rule })
rules-between = De { $min } à { $max }.
rules-change = Changer nos règles
rules-change-provisional = Vous pouvez déjà regarder les différences ici. Un changement se propose une fois que les fondateurs ont signé leur liste : d’ici là, rien d’autre ne peut se décider.
rules-change-founding = Vers la fondation
rules-change-lead = Les règles ne changent que par décision, selon les règles en vigueur. Réglez ce qui doit changer, regardez la différence, et proposez-la.
rules-change-show = Montrer la différence
rules-change-move = Proposer ce changement
rules-change-title = Changement de nos règles
rules-change-needs = Pour l’adopter : { $majority }.
rules-change-notice = { $days ->
    [0] On peut voter sans autre préavis.
    [one] Il faut un jour de préavis avant le vote.
   *[other] Il faut { $days } jours de préavis avant le vote.
  }
rules-change-part = Au moins { $share } de tous les membres doit prendre part.
rules-change-harder = Ceci rend plus difficile : { $what }. Il faut donc ce que cela apporterait, et aucune seconde réunion n’en décide à moins nombreux.
rules-change-second-call = Si trop peu viennent à une réunion où tous étaient appelés, une seconde, 14 à 60 jours après la première, peut en décider avec autant de présents qu’une décision ordinaire, aux deux tiers au moins.
rules-laws = Une loi demande plus
rules-laws-what = Où une loi qui nous lie demande plus que ces règles ne permettent, nommez-la comme on la cite, par exemple « DE GenG 16 III ». Les membres liront que ce n’est pas de nous.
rules-law = { $what } : ce n’est pas de nous, une loi le demande : { $law }.
rules-no-effect = Ceci ne pouvait plus entrer en vigueur (règle { $rule }) et n’a donc rien changé.
rules-guarantees = Ce qu’aucune décision n’enlève
rules-why = Pourquoi ces limites ?
rules-why-what = La majorité décide, mais pas de tout : chaque membre garde ces droits quoi que l’on vote. Des règles qui en enlèvent un sont refusées par tout teneur de registre et tout vérificateur.
param-rules = Version des règles de Nabat
param-template = Modèle de départ
param-zone = Fuseau horaire
param-languages = Langues
param-entries = Qui lit les inscriptions
param-admission-invitedBy = Qui peut inviter
param-admission-vouchers = Combien d’autres membres se portent garants
param-admission-waitingDays = Jours entre l’admission et le vote
param-admission-seen = Rencontré en personne : par quelqu’un d’une liste tirée au sort, ou par deux scrutateurs d’une réunion
param-admission-decision = Admis par un vote de l’assemblée
param-admission-contestDays = Jours pendant lesquels une admission peut être contestée
param-convene-signatures = Membres qui ensemble peuvent convoquer une réunion
param-convene-noticeDays = Jours de préavis pour une réunion
param-voting-mode = Comment nous votons sur appareils
param-voting-majority = Majorité
param-voting-quorum = Part de tous les membres qui doit prendre part
param-voting-seconds = Soutiens pour un vote entre les séances
param-voting-discussionHours = Heures de discussion avant un vote
param-voting-hours = Heures pendant lesquelles un vote reste ouvert au moins
param-voting-secretOnRequest = Membres qui peuvent demander un vote secret
param-voting-contestDays = Jours pendant lesquels un résultat peut être contesté
param-change-majority = Majorité pour changer nos règles
param-change-quorum = Part qui doit prendre part pour changer nos règles
param-change-noticeDays = Jours de préavis pour changer nos règles
param-clerk-admitMinutes = Minutes dont dispose le teneur du registre pour inscrire un acte
param-clerk-copies = Qui peut désigner un gardien de copie
param-laws = Lois qui demandent plus
param-office-term = Durée d’un mandat
param-guarantees-hearing = Être entendu
param-guarantees-voice = La parole
param-guarantees-secretVote = Le vote secret
param-guarantees-readRecord = Lire le registre
param-guarantees-minorityStatement = Une déclaration de minorité
param-guarantees-commonShare = Une part selon la règle commune
param-guarantees-exit = Partir
param-guarantees-noSanctionForOpinion = Pas de sanction pour une opinion ou un vote
value-any-member = tout membre
value-decision = par décision de l’assemblée
value-members = seulement les membres
value-public = tout le monde
value-count = par comptage : qui appelle le vote nomme un scrutateur, d’autres peuvent en ajouter jusqu’à l’ouverture
value-name = nominal : les membres voient qui a voté quoi
value-true = oui
value-false = non
value-no-quorum = décision quel que soit le nombre
`;
