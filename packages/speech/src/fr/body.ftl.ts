/** French: a body's home. */
export const body = `
home-title = Accueil
home-kind = Genre
home-founded = Fondé
home-phase = État
phase-provisional = Fondé à titre provisoire, pas encore adopté
phase-adopted = Adopté par ses membres
home-record = Registre
home-entries = { $count ->
    [one] une inscription
   *[other] { $count } inscriptions
  }
home-last = la dernière le
home-witnesses = { $count ->
    [one] Un cosignataire veille à ce qu’il ne fasse que croître.
   *[other] { $count } cosignataires veillent à ce qu’il ne fasse que croître.
  }
home-no-witnesses = Aucun cosignataire n’y veille encore.
home-stranger = La suite est réservée aux membres
home-stranger-what = Si vous appartenez à ce groupe, ouvrez-le sur l’appareil avec lequel vous êtes entré. Si vous êtes invité, ouvrez le lien de votre invitation.
home-rules = Nos règles en sept phrases
home-you = Vous êtes { $name }
home-you-unnamed = Vous êtes connu ici
home-sitting-now = En séance
home-open = En cours
home-open-none = Rien n’est en cours. Tout se décide par une motion : chaque membre peut en proposer une.
home-open-all = Les { $count } motions en cours
home-decided = Décidé
home-decided-all = Toutes les motions
home-who = Qui nous sommes
home-members = Membres
home-members-count = { $count ->
    [one] un membre
   *[other] { $count } membres
  }{ $guests ->
    [0] {""}
    [one] {" "}et un invité
   *[other] {" "}et { $guests } invités
  }
home-from = Fondation
home-founded-by = Fondé par
home-chain = Qui l’a appelé, de quel droit
home-accounts = Récits
home-accounts-what = Ce que divers témoins disent du même événement
home-children = Établis par nous
provisional-title = Pas encore adopté
provisional-what = Ce groupe est fondé à titre provisoire. Tant que la séance de fondation ne l’a pas adopté, rien d’autre ne peut se décider. Il reste trois pas :
provisional-keys = Gardez votre feuille en lieu sûr et retapez deux de ses mots.
provisional-invite = Invitez les autres fondateurs.
provisional-joined = { $count ->
    [one] Pour l’instant vous êtes seul.
   *[other] Pour l’instant vous êtes { $count }.
  }
provisional-adopt = Proposez la fondation, pour que tous puissent la voter.
provisional-adopt-open = La fondation est proposée : discutez-la et votez.
needs-title = { $count ->
    [one] Une chose a besoin de vous
   *[other] { $count } choses ont besoin de vous
  }
needs-none = Rien n’a besoin de vous en ce moment.
need-vote = Voter
need-tally = Compter les voix
need-declare = Déclarer le résultat
need-headcount = Compter les présents
need-vouch = Vous porter garant, si vous connaissez la personne
need-object = Quelqu’un demande de nouvelles clés en votre nom
need-adopt = Proposer la fondation
need-invite = Inviter les autres fondateurs
need-begins = commence le
need-by = jusqu’au
`;
