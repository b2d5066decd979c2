/** French: a hall on paper, entered afterwards. */
export const paper = `
paper-hall = Tenue sur papier
paper-enter = Saisir ce qui a été décidé sur papier
paper-what = Si cette réunion s’est tenue sans aucun appareil, la personne qui présidait saisit ici chacun de ses votes, dans la semaine qui suit son heure. Chaque scrutateur signe ensuite que c’était bien le compte. La décision est en vigueur trois jours après la dernière signature.
paper-held = Quand le vote a eu lieu
paper-invalid-hint = Seulement si l’on a voté sur papier. Laissez vide si l’on a compté les mains.
paper-present = Combien de membres étaient là à ce vote
paper-teller = Scrutateur { $n }
paper-enter-do = Saisir ce vote
paper-warning = Ne saisissez que ce qui a été compté dans la salle. Votre nom y figure, et chaque scrutateur doit signer le même compte.
paper-headcount = { $n ->
    [one] un membre présent
   *[other] { $n } membres présents
  }
paper-entered-by = Saisi par
paper-signed = { $n } scrutateurs sur { $of } ont signé
paper-missing = Doivent encore signer :
paper-sign-do = Oui, c’était le compte
paper-sign-warning = Vous signez que c’était bien le compte dans la salle. Avec la signature du dernier scrutateur, c’est décidé, et en vigueur trois jours plus tard.
paper-again = Vous l’avez déjà saisi. Une nouvelle saisie remplace la vôtre, et tous ses scrutateurs signent à nouveau.
paper-waits = On a voté là-dessus dans une salle, sur papier ; le compte attend ses scrutateurs jusqu’au
paper-waits-see = Voir le compte
need-sign-paper = Signer le compte du vote tenu sur papier
entry-paper-vote = { $who } a saisi un vote tenu sur papier sur { $titled }
entry-paper-sign = { $who } a signé un compte tenu sur papier
kind-paper = une salle sur papier
refusal-B-13-held-on-devices = À une séance de cette réunion, au registre, on a élu qui compte : ses votes s’y trouvent. On ne saisit après coup qu’une réunion tenue entièrement sur papier. Regardez à la séance ce qui a été décidé.
refusal-B-13-not-held-yet = Ce qui a été décidé dans une salle sur papier se saisit à partir du { MOMENT($from, $zone) } : jusque-là, cette réunion peut encore être ouverte sur un appareil. Attendez, ou ouvrez-la.
refusal-B-13-a-week-is-over = Ce qui a été décidé sur papier pouvait être saisi et signé jusqu’au { MOMENT($until, $zone) }. Mettez-le à l’ordre du jour d’une autre réunion.
refusal-B-13-held-at-another-time = Le vote a eu lieu entre le { MOMENT($from, $zone) } et le { MOMENT($until, $zone) }, sinon il appartient à une autre réunion. Corrigez l’heure.
refusal-B-13-chair-counts = La personne qui présidait et qui saisit le vote n’est pas l’un de ses scrutateurs. Nommez deux autres personnes qui ont compté.
refusal-B-13-teller-twice = Un scrutateur est nommé deux fois. Nommez deux membres différents.
refusal-B-13-teller-not-a-member = Un scrutateur nommé ici n’est pas membre. Nommez des membres qui ont compté.
refusal-B-13-on-paper-waits = On a voté là-dessus dans une salle, sur papier, et ses scrutateurs ont jusqu’au { MOMENT($until, $zone) } pour signer. Attendez qu’ils l’aient fait, ou que ce délai soit passé.
refusal-B-13-not-on-paper = Le déroulement d’une réunion, un amendement ou un texte soumis à plusieurs séances ne se saisissent pas sur papier. Saisissez les votes sur les motions elles-mêmes.
refusal-B-13-no-such-vote = Il n’y a pas ici de tel vote sur papier. Rechargez la page de la réunion.
refusal-B-13-not-a-teller = Seuls les scrutateurs de cette salle signent son compte. Demandez-leur.
refusal-B-13-signed-already = Vous avez déjà signé ce compte. Il attend les autres scrutateurs. Demandez-leur de signer.
`;
