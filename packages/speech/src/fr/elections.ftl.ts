/** French: elections and offices. */
export const elections = `
elections = Élections et charges
elections-lead = Une charge a un terme, finit d’elle-même et ne donne que les pouvoirs nommés à l’ouverture de son élection.
elections-list = Élections
elections-find = Charge
elections-none = Pas encore d’élection. Tout membre peut en ouvrir une.
elections-open = ouvertes
elections-decided = décidées
election = Élection
election-new = Ouvrir une élection
election-new-lead = Tout membre le peut. Ce qu’est la charge, sa durée et ses pouvoirs sont fixés dès le début et ne changent pas.
election-new-do = Signer et ouvrir
election-new-warning = Sièges, durée, règle et pouvoirs ne changent plus. Une autre élection en est une nouvelle.
election-office = Charge
election-office-hint = Avec vos mots, par exemple : Trésorerie.
election-seats-label = Sièges
election-seats = { $count ->
    [one] un siège
   *[other] { $count } sièges
  }
election-stand = { $count ->
    [0] personne encore
    [one] une candidature
   *[other] { $count } candidatures
  }
election-term = Durée en jours
election-term-hint = Dès le résultat. Elle finit d’elle-même ; personne en charge ne peut l’allonger.
election-rule = Comment on compte
election-rule-name-plurality = Le plus de voix
election-rule-name-approval = Toutes celles et ceux que vous approuvez
election-rule-plurality = Chacun marque au plus autant de noms que de sièges. Qui en a le plus est élu, si c’est plus que « aucun d’eux ».
election-rule-approval = Chacun marque tous les noms qu’il approuve. Qui en a le plus est élu, si c’est plus que « aucun d’eux ».
election-powers = Pouvoirs
election-powers-none = aucun au-delà de son nom
power-convene = convoque les réunions
power-convene-what = Peut convoquer une réunion sans autre signature, avec le délai de nos règles.
power-keep-minutes = tient les procès-verbaux
power-keep-minutes-what = Veille sur ce qui est écrit et signé.
power-keep-money = tient la caisse
power-keep-money-what = Veille sur la caisse et en rend compte.
power-represent = parle pour nous
power-represent-what = Porte au-dehors ce qui a été décidé.
election-until = Candidatures jusqu’au
election-until-hint = Vide : jusqu’à l’appel du vote à une réunion.
election-until-vote = jusqu’à l’appel du vote à une réunion
election-opened = ouverte par
election-nominating = candidatures ouvertes
election-voting = au vote
election-decided = décidée
election-again = à refaire en personne
election-uncounted = pas comptée, un autre vote peut être appelé
election-reopened = candidatures rouvertes
election-round = tour { $n }
election-secret = secrète : quelqu’un l’a demandé
election-uncontested = sans concurrence
election-uncontested-what = Il n’y a pas plus de candidatures que de sièges. On vote quand même : « aucun d’eux » peut l’emporter.
election-who = Qui se présente
election-stood = Qui s’est présenté
election-nobody = Personne n’a encore été proposé.
election-candidate = Personne
election-marks = Voix
election-place = Résultat
election-numbers = { $present } sur { $whole } ont pris part : { $none } pour aucun d’eux, { $blank } blancs, { $invalid } nuls. Chaque ligne ci-dessous donne les voix.
election-empty = { $count ->
    [one] Un siège reste vide.
   *[other] { $count } sièges restent vides.
  }
election-vacant = { $count ->
    [one] Un siège est vacant.
   *[other] { $count } sièges sont vacants.
  }
election-elected = Élection acquise : { $names }.
election-voting-now = Le vote est ouvert
election-call = Appeler le vote
election-call-warning = Sur les appareils, scellé pour la personne que vous nommez et celles que d’autres ajoutent jusqu’à l’ouverture ; qui se présente ne compte pas. Sur le bulletin tel qu’il est maintenant.
election-again-how = On ne pouvait pas se fier au décompte du dernier vote. L’élection est refaite par celles et ceux qui viennent : inscrivez-la à l’ordre du jour d’une réunion convoquée.
election-uncounted-how = Aucun scrutateur n’a donné à temps la liste du dernier vote, rien n’est donc décidé. Qui a ouvert cette élection peut appeler un autre vote, et aussi tout membre qui n’a ni appelé le dernier ni dû le compter. Quelqu’un d’autre le compte.
election-at-meeting = Le vote a lieu à une réunion, quand son point est à l’examen ; ou sur plusieurs jours, si les candidatures avaient une fin.
election-rules = Ce qui est élu
election-rules-changed = Règles
election-rules-changed-what = Nos règles ont changé entre-temps. L’élection suit celles en vigueur à son ouverture.
election-ask-secret = Demander le secret
election-ask-secret-what = Une personne suffit : alors personne ne vote à main levée.
place-elected = élu·e
place-tied = à égalité
place-not-elected = pas élu·e
candidate-asked = proposé·e, sans réponse
candidate-stands = se présente
candidate-declined = a décliné
candidate-by = proposé·e par
candidate-accept = J’accepte
candidate-decline = Je décline
candidate-decline-warning = Sans retour dans ce tour.
candidate-stand = Je me présente
candidate-stand-do = Signer : je me présente
candidate-words = Avec vos mots ; nommez vos soutiens
candidate-nominate = Proposer quelqu’un
candidate-nominate-do = Signer et proposer
candidate-why = Pourquoi
figure-none = aucun d’eux
figure-none-what = Qui a moins de voix que cela n’est pas élu.
figure-blank = blanc
ballot-of = { $n ->
    [one] Le bulletin, un siège
   *[other] Le bulletin, { $n } sièges
  }
ballot-plurality = { $n ->
    [one] Marquez un nom, ou aucun d’eux
   *[other] Marquez au plus { $n } noms, ou aucun d’eux
  }
ballot-approval = Marquez tous les noms que vous approuvez, ou aucun d’eux
vote-warning-ballot = Vous votez une fois, sans retour. Deux personnes qui comptent ouvrent votre bulletin ; nul autre ne le voit.
vote-election = L’élection et qui se présente
outcome-election-elected = Élection acquise.
outcome-election-reopened = Tous les sièges ne sont pas pourvus : candidatures rouvertes.
outcome-election-tied = Égalité pour le dernier siège : un autre tour entre eux.
outcome-election-no-quorum = Trop peu ont pris part : personne n’est élu.
outcome-election-carried = Adopté.
outcome-election-lost = Rejeté.
offices = Qui a quelle charge
offices-none = Personne n’a de charge.
offices-past = Charges passées
office-until = jusqu’au
office-lapsed = terme échu
office-resigned = démission
office-left = a quitté le groupe
office-resign = Démissionner
office-resign-do = Signer et démissionner
office-resign-warning = La charge est vacante aussitôt. Ce que vous y avez fait reste dans le registre.
`;
