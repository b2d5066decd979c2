/** French: practising a meeting alone, and the clock of a practice group. */
export const practice = `
practise = S’exercer à une réunion
practise-lead = Un groupe d’exercice sous nos règles, avec six membres inventés : vous pouvez y convoquer, ouvrir, présider, voter et clôturer sans les autres. Rien n’y engage personne.
practise-make = Préparer une répétition
practise-here = Ceci est une répétition. Les membres inventés ne font rien d’eux-mêmes : laissez-les faire, après chacun de vos pas.
practise-did = { $n ->
    [0] Rien ne les attendait. Faites d’abord votre prochain pas.
    [one] Ils ont fait une chose.
   *[other] Ils ont fait { $n } choses.
  }
practise-act = Laissez-les faire ce qui les attend
practise-act-what = Ils signent la liste de ceux qui fondent, votre convocation et leur présence, soutiennent, sont d’accord là où vous l’êtes, demandent la parole, acceptent, votent sur leurs appareils et comptent. Pendant une séance, une minute passe : c’est ce qu’il faut entre un texte et son vote.
practise-wait = Laisser passer le temps
practise-wait-what = Jusqu’à la prochaine heure qui compte : la prochaine réunion commence, un vote appelé s’ouvre, se ferme ou peut être déclaré, ou ce qui fut décidé entre en vigueur. Sinon, et tant qu’une séance est ouverte, d’une heure. L’horloge d’un groupe d’exercice s’arrête jusque-là.
clock-set = L’horloge de ce groupe
clock-set-what = C’est un groupe d’exercice : son heure reste arrêtée au { $when } jusqu’à ce qu’un membre l’avance. Elle ne recule jamais.
clock-set-minute = Avancer d’une minute
clock-set-hour = Avancer d’une heure
clock-set-day = Avancer d’un jour
clock-set-week = Avancer d’une semaine
practise-gone = Il n’y a pas ici de membres inventés : qui appartient à ce groupe agit par soi-même. Depuis un groupe à vous, vous pouvez préparer une répétition où les autres sont inventés.
practise-step-adopt = Laissez-les clore et signer la liste de ceux qui fondent ; puis signez-la, et laissez-les encore une fois
practise-step-call = Convoquez une réunion, avec deux points
practise-step-sign = Laissez-les signer ; puis laissez passer le temps
practise-step-open = Ouvrez-la, et nommez deux d’entre eux pour compter
practise-step-hold = Laissez-les signer leur présence et élisez un bureau avec des scrutateurs ; puis ouvrez un point, donnez la parole, appelez des votes, laissez-les voter et compter, déclarez, passez les divers, clôturez
rehearsal-name = Répétition : { $name }
rehearsal-purpose = S’exercer à une réunion. Tous les membres sauf un sont inventés.
`;
