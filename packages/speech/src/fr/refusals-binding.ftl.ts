/** French refusals: by which way decisions bind, from when, and putting to all. */
export const refusalsBinding = `
refusal-B-5-agreed-already = Vous avez déjà accepté que ceci se décide maintenant. D’autres peuvent accepter aussi. Demandez-leur.
refusal-B-5-not-decided-at-once = La marche d’une réunion se décide à cette réunion. Proposez-le là.
refusal-B-5-nothing-given = Vous n’avez ni accepté ni signé ici, il n’y a donc rien à reprendre. Acceptez, ou laissez les choses telles quelles.
refusal-B-6-plain-texts-only = Seuls un simple texte et la fin d’une charge se décident par signatures. Mettez ceci à l’ordre du jour d’une réunion, ou appelez à un vote sur plusieurs jours.
refusal-B-6-an-hour-first = Un texte reste une heure avant qu’on signe pour lui, afin que chacun puisse le lire. Signez à partir du { MOMENT($from, $zone) }.
refusal-B-6-signed-already = Vous avez déjà signé pour ce texte. D’autres peuvent signer aussi. Demandez-leur.
refusal-B-7-secrecy-was-asked = { $asked ->
    [one] Un membre a demandé un vote secret, et selon nos règles un suffit : rien ne se décide donc ici par signatures. Appelez à un vote secret.
   *[other] { $asked } membres ont demandé un vote secret, et selon nos règles cela suffit : rien ne se décide donc ici par signatures. Appelez à un vote secret.
  }
refusal-B-9-no-such-decision = Il n’y a pas ici de telle décision. Voyez la liste des décisions.
refusal-B-9-not-by-a-meeting = Seul ce qu’une réunion a décidé peut être soumis à tous ; ceci l’était déjà. Vous pouvez proposer autre chose.
refusal-B-9-put-already = Ceci a déjà été soumis à tous, et cela n’a lieu qu’une fois. Voyez la décision pour le vote sur plusieurs jours.
refusal-B-9-too-late = Ceci pouvait être soumis à tous jusqu’au { MOMENT($until, $zone) }. Vous pouvez proposer autre chose.
refusal-B-9-asked-already = Vous avez déjà demandé que ceci soit soumis à tous. D’autres peuvent le demander aussi. Demandez-leur.
refusal-B-10-not-put-to-all = On ne revote sur plusieurs jours que ce qui a été soumis à tous. Demandez d’abord que cela le soit.
refusal-B-10-settled = Tous ont déjà voté sur ceci, on ne revote donc pas. Vous pouvez proposer autre chose.
refusal-B-10-decided-anew = Ceci a été décidé à nouveau depuis que le décompte est tombé : on n’en revote donc pas sur plusieurs jours. Voyez sur sa page ce qui a été décidé.
refusal-B-10-nobody-called = On pouvait appeler à un vote sur plusieurs jours jusqu’au { MOMENT($until, $zone) }, et personne ne l’a fait : la décision tient. Vous pouvez proposer autre chose.
refusal-B-10-another-motion = Cette décision portait sur autre chose. Rechargez la page, et appelez au vote depuis là.
refusal-B-10-over-days-only = Ce qui a été soumis à tous se vote sur plusieurs jours, non à une séance. Choisissez une heure de clôture.
refusal-B-12-a-minute-first = Une minute sépare un texte de son vote, pour que ceux de la salle puissent le lire. Appelez au vote à partir du { MOMENT($from, $zone) }.
refusal-B-12-a-minute-to-vote = Qui vote sur un appareil a une minute au moins. On peut fermer à partir du { MOMENT($least, $zone) }. Fermez-le alors.
refusal-O-6-needs-a-call = On n’élit personne à une séance que nul n’a convoquée. Convoquez une réunion avec cette élection à l’ordre du jour, ou votez sur plusieurs jours.
refusal-O-14-all-recalled = Il ne reste rien de cette élection à soumettre à tous : plus de la moitié a révoqué qui y avait été élu. Ouvrez une nouvelle élection ; chacun peut s’y présenter.
refusal-O-14-recalled-from-it = Plus de la moitié a révoqué cette personne d’une charge de cette élection. Proposez quelqu’un d’autre, ou ouvrez une nouvelle élection ; chacun peut s’y présenter.
refusal-O-14-no-such-office = Il n’y a pas ici de telle charge. Voyez la liste des charges.
refusal-O-14-not-held = Cette charge n’est plus tenue, ou pas encore, on ne peut donc pas y mettre fin. Voyez la liste des charges.
refusal-O-15-term-too-long = Une charge se tient { $most } jours au plus. Choisissez une durée plus courte ; qui la tient peut être élu à nouveau.
refusal-F-10-out-of-force = La décision d’établir ce groupe n’est pas en vigueur pour l’instant : son décompte est en doute, ou elle a été soumise à tous. Fondez-le quand elle le sera.
refusal-F-11-out-of-force = La décision d’établir ce groupe n’est pas en vigueur pour l’instant : son décompte est en doute, ou elle a été soumise à tous. Inscrivez-le quand elle le sera.
refusal-F-10-not-in-force-yet = La décision d’établir ce groupe est en vigueur à partir du { MOMENT($from, $zone) }. Fondez-le alors.
refusal-F-11-not-in-force-yet = La décision d’établir ce groupe est en vigueur à partir du { MOMENT($from, $zone) }. Inscrivez-le alors.
refusal-V-14-at-called-sittings = Un texte soumis à plusieurs séances se vote là où elles ont été convoquées à temps, avec lui à l’ordre du jour. Convoquez une réunion pour lui.
`;
