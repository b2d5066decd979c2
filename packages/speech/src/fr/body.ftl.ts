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
provisional-what = Ce groupe est fondé à titre provisoire. Il existe dès que plus de la moitié de ceux de sa liste des fondateurs l’ont signée. Il reste trois pas :
provisional-keys = Gardez votre feuille en lieu sûr et retapez deux de ses mots.
provisional-invite = Invitez les autres fondateurs.
provisional-joined = { $count ->
    [one] Pour l’instant vous êtes seul.
   *[other] Pour l’instant vous êtes { $count }.
  }
provisional-close = Fermez la liste quand tous y sont. Ensuite chacun de vous la signe.
provisional-sign = Signez la liste : { $signed } sur { $on } ont signé.
needs-title = { $count ->
    [one] Une chose vous attend
   *[other] { $count } choses vous attendent
  }
needs-none = Rien ne vous attend en ce moment.
needs-numbers = Votre numéro dans le compte
need-vote = Voter
need-tally = Compter les voix
need-declare = Déclarer le résultat
need-headcount = Compter les présents
need-vouch = Vous porter garant, si vous connaissez la personne
need-object = Quelqu’un demande de nouvelles clés en votre nom
need-close-list = Fermer la liste des fondateurs, quand tous y sont
need-sign-list = Signer la liste des fondateurs
need-invite = Inviter les autres fondateurs
need-begins = commence le
need-by = jusqu’au
founders-title = Qui fonde ce groupe
founders-open-lead = { $count ->
    [one] Pour l’instant une personne est sur la liste.
   *[other] Pour l’instant { $count } personnes sont sur la liste.
  }
founders-open-what = Qui entre comme fondateur y est inscrit. Rien n’engage encore personne.
founders-others-close = Vous l’avez déjà fermée, et quelqu’un l’a rouverte. C’est à quelqu’un d’autre de la liste de la fermer maintenant.
founders-close-what = Quand tous ceux qui veulent fonder y sont, fermez la liste. Alors personne n’est ajouté, et chacun de vous signe exactement cette liste. On peut la rouvrir tant que le groupe n’est pas adopté.
founders-close = Fermer la liste
founders-open-again = Rouvrir la liste
founders-open-again-what = D’autres peuvent alors y entrer. Toutes les signatures tombent, et chacun signe de nouveau.
founders-signed = { $signed } sur { $on } ont signé.
founders-needed = { $missing ->
    [0] Le groupe est adopté.
    [one] Encore une signature, et le groupe est adopté.
   *[other] Encore { $missing } signatures, et le groupe est adopté.
  }
founders-after = Ceux qui ont signé en sont alors les membres. Qui n’a pas signé n’est pas membre et n’est compté nulle part ; on peut encore signer jusqu’au { $until }.
founders-lapses = Si le groupe n’est pas adopté jusqu’au { $until }, la liste est de nouveau ouverte.
founders-sign = Signer cette liste
founders-sign-what = Vous signez que vous fondez ce groupe, avec ses règles telles qu’elles sont, avec ceux de cette liste qui signent aussi.
founders-you-signed = Vous avez signé.
founders-has-signed = a signé
founders-not-signed = n’a pas signé
founders-left = est parti
founders-card = Signer pour une personne sans appareil
founders-card-what = Deux d’entre vous l’inscrivent ensemble, avec le prochain code de la carte de la personne, et la personne à côté de vous.
founders-card-who = La carte de qui
founders-card-code = Prochain code de la carte
founders-rules = Lire les règles avec lesquelles vous fondez
founders-none = Ce groupe a été établi par la décision d’un autre groupe : il n’a pas de liste des fondateurs.
`;
