/** French refusals: calls, agendas, chairs, the floor, hall and net, elections. What, why, and what one can do. */
export const refusalsMeetings = `
refusal-G-5-no-such-sitting = Il n’y a pas une telle séance ici. Voyez la liste des séances.
refusal-G-20-no-such-call = Il n’y a pas un tel appel ici. Voyez la liste des réunions.
refusal-G-20-signed-already = Vous avez déjà signé cet appel. Il en faut d’autres. Demandez-leur.
refusal-G-23-given-already = Le lieu de cette réunion est déjà donné, et il l’est une fois, pour que personne ne soit envoyé ailleurs. La séance dit elle-même où elle se tient. Regardez-y.
refusal-G-23-not-a-signer = Seuls ceux qui ont appelé cette réunion disent où elle se tient. Demandez à l’un d’eux.
refusal-G-23-too-late = La réunion a commencé le { MOMENT($starts, $zone) }, son lieu ne peut plus être donné. Qui ouvre la séance dit où elle se tient. Demandez-le-lui.
refusal-G-24-callers-only = Cet appel ne prend pas de points des membres : seuls ceux qui ont appelé en mettent à l’ordre du jour. Demandez à l’un d’eux, ou soulevez-le aux questions diverses.
refusal-G-24-items-too-late = Les points des membres doivent finir un jour avant la réunion, au plus tard le { MOMENT($latest, $zone) }. Choisissez un jour plus tôt.
refusal-G-24-motion-or-election = Un point porte sur une motion ou sur une élection, pas sur les deux. Faites-en deux points.
refusal-G-24-nothing-to-decide = Il n’y a plus rien à décider là-dessus : c’est décidé ou retiré. Proposez à nouveau, ou mettez le point sans cela.
refusal-G-24-on-it-already = Ceci est déjà à l’ordre du jour. Il ne faut rien de plus.
refusal-G-26-changed-after-notice = Le texte a été changé le { MOMENT($changed, $zone) }, alors que le préavis était fini depuis le { MOMENT($until, $zone) } : personne n’a pu lire à temps ce qui serait décidé. Discutez-en ici et décidez à la prochaine réunion ; les présents peuvent prendre d’urgence un simple texte.
refusal-G-26-not-noticed = Ceci est venu à l’ordre du jour après le { MOMENT($until, $zone) }, quand le préavis était fini. Discutez-en ici et décidez à la prochaine réunion ; les présents peuvent prendre d’urgence un simple texte.
refusal-G-26-not-on-the-agenda = Ceci n’est pas à l’ordre du jour de cette réunion ; personne ne pouvait savoir que ce serait décidé ici. Mettez-le au prochain ; les présents peuvent prendre d’urgence un simple texte.
refusal-G-27-hall-open = Cette salle est déjà ouverte. Allez à sa séance.
refusal-G-27-hall-without-a-call = Seule la séance d’une réunion appelée a des salles. Choisissez son appel, ou laissez la salle.
refusal-G-27-meeting-over = Cette réunion est finie. Ce qui restait vient de lui-même au prochain ordre du jour ; appelez une autre réunion.
refusal-G-27-no-such-hall = L’appel ne nomme pas cette salle. Choisissez une de celles qu’il nomme.
refusal-G-27-not-a-caller = Ceux qui ont appelé cette réunion l’ouvrent. Si personne ne le fait, vous le pourrez à partir du { MOMENT($anybody, $zone) }.
refusal-G-28-consult-binds-nothing = Cette réunion a été appelée pour consulter : on n’y propose que de simples textes, et leur issue est un avis. Proposez ceci à une réunion qui décide.
refusal-G-28-inform-only = Cette réunion a été appelée pour informer : elle ne vote que sur son propre cours. Proposez ceci à une réunion qui décide.
refusal-G-30-at-its-own-sitting = Cette motion porte sur le cours d’une autre séance. C’est là qu’elle se vote. Allez-y, ou proposez-en une ici.
refusal-G-30-one-at-a-time = Vous avez une motion en attente sur le cours de cette séance. Attendez son vote, ou retirez-la.
refusal-G-30-only-at-a-sitting = Une telle motion porte sur le cours d’une séance ; elle se propose et se vote à une séance ouverte. Ouvrez la page de la séance et proposez-la là.
refusal-G-30-procedure-waits = Une motion sur le cours de cette séance est appuyée et attend. Votez-la ; la séance pourra alors être fermée.
refusal-G-31-not-the-chair = C’est à la présidence de le faire, et ici vous ne présidez ni ne comptez. Demandez-le-lui, ou proposez que les présents en décident autrement.
refusal-G-32-must-be-secret = Quelqu’un a demandé que ce vote sur des personnes soit secret, et un suffit. Choisissez le papier, ou les appareils par compte.
refusal-G-33-item-twice = Un point figure deux fois dans le nouvel ordre. Nommez chacun une fois.
refusal-G-33-item-under-way = Un point est en cours. Fermez-le d’abord, puis ouvrez le suivant.
refusal-G-33-items-left = Il reste des points, et les questions diverses viennent en dernier. Ouvrez le point suivant ; les présents peuvent remettre ce qui reste.
refusal-G-33-not-a-waiting-item = Le nouvel ordre nomme un point qui n’attend pas dans cet ordre du jour. Rechargez la page et choisissez parmi ceux qui attendent.
refusal-G-33-not-the-next = Les points viennent dans l’ordre du jour, et celui-ci n’est pas le suivant. Ouvrez le suivant ; les présents peuvent changer l’ordre.
refusal-G-33-not-under-way = Un vote ne se prend que pendant son point, pour que personne n’en soit surpris. Attendez que le point soit ouvert.
refusal-G-33-not-voted = Ce point porte sur quelque chose qui peut se décider ici et n’a pas été voté. Appelez au vote, ou proposez de remettre le point.
refusal-G-33-nothing-under-way = Aucun point n’est en cours, il n’y en a donc pas à fermer. Ouvrez le suivant.
refusal-G-33-vote-open = Un vote est ouvert. Une fois qu’il est fermé et compté, le point pourra être fermé. Fermez-le et comptez d’abord.
refusal-G-34-needs-notice = Seul un simple texte peut être urgent, et ceci est davantage : les membres doivent pouvoir le savoir avant. Mettez-le au prochain ordre du jour.
refusal-G-34-no-agenda = Cette séance n’a pas d’ordre du jour à elle, rien n’a besoin d’y être urgent. Proposez directement la motion.
refusal-G-34-nothing-to-decide = Il n’y a plus rien à décider sur cette motion : elle est décidée ou retirée. Proposez-la à nouveau, puis demandez l’urgence.
refusal-G-35-any-other-business-first = Les questions diverses n’ont pas été ouvertes, et personne ne peut les omettre. Ouvrez-les ; la séance pourra alors être fermée.
refusal-G-35-any-other-business-stays = Les questions diverses sont à tout ordre du jour et ne peuvent en être rayées. Laissez-les.
refusal-G-35-bad-date-of-return = La date de retour doit être à venir, au plus tard le { MOMENT($most, $zone) }. Choisissez-en une autre.
refusal-G-35-items-left = Il reste des points à l’ordre du jour. Prenez-les, ou proposez d’ajourner : ils reviennent alors d’eux-mêmes.
refusal-G-35-no-such-item = Ce point n’attend pas dans cet ordre du jour, il ne peut donc pas être remis. Choisissez-en un qui attend ou qui est en cours.
refusal-G-35-vote-open = Un vote est ouvert. Une fois qu’il est fermé et compté, la séance pourra être fermée. Fermez-le et comptez d’abord.
refusal-G-47 = Votre nom figure sous { $most } appels encore à venir. Attendez que l’un d’eux soit passé ; d’autres peuvent appeler et signer.
refusal-G-48 = Ceci a déjà été remis une fois par vote, et ne l’est pas une seconde fois. Décidez maintenant, ou laissez la séance se poursuivre sans y arriver.
refusal-G-49 = Ce n’est pas le tour de cette motion. Attendez que celles qui la précèdent soient décidées.
refusal-G-49-enough-of-yours = Vous avez proposé { $most } motions sur le cours de cette séance. Laissez d’autres proposer la suivante.
refusal-G-49-others-first = La première motion de quelqu’un d’autre sur cette séance attend, et celle-ci n’est pas la première de son auteur. Votez d’abord l’autre.
refusal-G-36-debate-over = Les présents ont voté de passer outre, on n’ajoute donc personne à la liste pour ce point. Votez, ou parlez au point suivant.
refusal-G-36-for-oneself = Chacun demande la parole pour soi. Seul qui préside la demande pour un membre sans appareil. Dites-leur de la demander, ou adressez-vous à qui préside.
refusal-G-36-has-a-device = Cette personne demande la parole avec son propre appareil. Vous pouvez la demander pour qui n’en a pas.
refusal-G-36-list-full = La liste des orateurs tient { $most } personnes et elle est pleine. Attendez que quelques-uns aient parlé.
refusal-G-36-nobody-speaks = Personne n’a la parole en ce moment. Donnez-la au suivant de la liste.
refusal-G-36-nobody-waits = Personne n’attend la parole. Fermez le point ou appelez au vote.
refusal-G-36-not-on-the-list = Cette personne n’est pas sur la liste des orateurs. Il ne faut rien de plus.
refusal-G-36-not-the-next = Quelqu’un d’autre est le suivant de la liste, et la parole ne va à personne d’autre. Donnez-la au suivant.
refusal-G-36-somebody-speaks = Quelqu’un a la parole. Attendez que ce soit fini ou que son temps soit passé.
refusal-G-36-speakers-wait = { $waiting ->
    [one] Une personne attend encore la parole.
   *[other] { $waiting } personnes attendent encore la parole.
  } Écoutez-les, ou proposez que les présents passent outre.
refusal-G-36-speaking-now = Vous avez la parole. Dites ce que vous avez à dire ; vous pourrez la redemander ensuite.
refusal-G-38-not-a-member = Seul un membre peut être mis hors de la salle par un vote, et cette personne ne l’est pas. Demandez à la présidence de lui retirer la parole.
refusal-G-38-outside = Les présents ont mis cette personne hors de la salle pour cette séance. Vote, siège et voix restent : prenez part de l’extérieur.
refusal-G-38-outside-already = Cette personne est déjà hors de la salle. Il ne faut rien de plus.
refusal-G-40-in-the-hall = Dans ce vote vous êtes compté dans la salle, votre appareil ne l’est donc pas. Levez la main ou prenez un papier ; pour voter de l’extérieur, dites avant le vote suivant que vous y prenez part.
refusal-G-40-in-the-hall-already = Vous prenez déjà part dans la salle. Il ne faut rien de plus.
refusal-G-40-remote-already = Vous prenez déjà part de l’extérieur. Votre appareil compte dès le prochain vote. Votez alors avec lui.
refusal-G-40-some-are-outside = { $remote ->
    [one] Un membre prend part de l’extérieur et serait laissé de côté par cette forme.
   *[other] { $remote } membres prennent part de l’extérieur et seraient laissés de côté par cette forme.
  } Choisissez un vote dans la salle et sur les appareils à la fois, ou sur les appareils.
refusal-G-40-somebody-twice = { $here } ici et { $elsewhere } ailleurs font plus que les { $whole } qui peuvent voter : quelqu’un est compté deux fois. Recomptez, sans ceux qui prennent part de l’extérieur.
refusal-G-41-hall-closed = La salle « { $hall } » a été fermée et la réunion continue dans une autre. Allez-y, ou participez de l’extérieur.
refusal-G-41-hall-twice = Une salle est nommée deux fois. Nommez chacune une fois.
refusal-G-41-no-such-part = Ce vote ne se compte pas dans cette partie. Comptez pour votre salle, ou pour les appareils, comme la page les montre.
refusal-O-1-no-such-election = Il n’y a pas une telle élection ici. Voyez la liste.
refusal-O-2-decided = Cette élection est décidée. Ouvrez-en une autre.
refusal-O-2-vote-called = Le vote de cette élection est appelé, on ne propose donc plus personne. Votez sur ceux qui se présentent, ou pour aucun d’eux.
refusal-O-2-elected-already = Cette personne a été élue à un tour précédent et garde son siège. Proposez quelqu’un d’autre.
refusal-O-2-nominated-already = Cette personne est déjà proposée. C’est à elle de dire si elle accepte. Demandez-lui, ou proposez quelqu’un d’autre.
refusal-O-2-not-a-member = Seuls des membres peuvent être proposés, et cette personne ne l’est pas. Choisissez un membre.
refusal-O-2-too-many-candidates = { $most } personnes sont déjà proposées ; aucun tour n’en a davantage. Votez sur ceux qui se présentent.
refusal-O-4-declined = Cela a été refusé, la personne n’est donc plus proposée à ce tour. Proposez quelqu’un d’autre.
refusal-O-4-not-nominated = Vous n’êtes pas proposé à cette élection, il n’y a donc rien à refuser. Regardez qui se présente.
refusal-O-4-vote-called = Le vote est appelé, personne ne peut donc plus refuser. Si vous êtes élu, vous pouvez quitter la charge.
refusal-O-5-accepted-already = Vous avez déjà accepté. Il ne faut rien de plus.
refusal-O-5-nobody-stands = Personne de ceux qui sont proposés n’a accepté, il n’y a donc rien à voter. Demandez-le-leur, ou proposez-en d’autres.
refusal-O-5-not-nominated = Vous n’êtes pas proposé à cette élection. Proposez-vous, tant que les candidatures sont ouvertes.
refusal-O-5-vote-called = Le vote est appelé, personne ne peut donc plus accepter. Présentez-vous à la prochaine élection.
refusal-O-6-another-form = Une élection ne se vote pas sous cette forme : jamais par nom, et hors séance sous scellés sur les appareils. Choisissez une de celles qui sont offertes.
refusal-O-6-decided = Cette élection est décidée, on ne la vote donc pas à nouveau. Ouvrez-en une autre.
refusal-O-6-must-be-secret = Un membre s’est opposé à la main levée, et un suffit. Choisissez le papier, ou les appareils par compte.
refusal-O-6-no-end-of-nominations = Cette élection ne nomme pas de fin des candidatures, elle ne se vote donc qu’à une réunion. Convoquez-en une avec cette élection à l’ordre du jour.
refusal-O-6-secret-already = Ce vote est déjà secret. Il ne faut rien de plus.
refusal-O-6-vote-called = Le vote est appelé, sa forme ne change donc plus. Vous pourrez vous opposer avant le tour suivant. Votez d’ici là.
refusal-O-7-teller-not-a-member = Les scrutateurs doivent être membres. Choisissez-en un autre.
refusal-O-7-teller-stands = Un scrutateur choisi se présente à cette élection, et personne ne compte ses propres voix. Choisissez-en un qui ne se présente pas.
refusal-O-7-teller-twice = Un scrutateur est nommé deux fois. Choisissez deux membres différents.
refusal-O-7-too-few-tellers = { $tellers ->
    [0] Aucun des scrutateurs ne peut compter ici
    [one] Un seul des scrutateurs peut compter ici
   *[other] Seuls { $tellers } des scrutateurs peuvent compter ici
  } : il en faut deux qui ne se présentent pas. Choisissez-en d’autres ; à une séance, par une motion sur son bureau.
refusal-O-12-not-your-office = Vous n’avez pas cette charge, vous ne pouvez donc pas la quitter. Seule la personne qui l’a le peut. Demandez-le-lui, ou proposez la fin de la charge.
refusal-O-12-over-already = { $stage ->
    [lapsed] Le terme de cette charge est passé, il n’y a donc rien à quitter.
   *[other] Cette charge n’est plus tenue, il n’y a donc rien à quitter.
  } Il ne faut rien de plus.
refusal-V-5-procedure-is-moved-anew = Une motion sur le cours d’une séance n’a pas de versions. Attendez son vote, puis proposez-en une autre.
refusal-V-9-asked-already = Vous avez déjà demandé un vote secret. Il en faut d’autres. Demandez-leur.
refusal-V-9-vote-not-over = Un vote est ouvert sur ceci, sa forme ne change donc pas maintenant. Vous pourrez le demander avant le prochain. Votez d’ici là.
refusal-V-27-cast-already = Votre position est déjà inscrite. Chaque membre vote une fois, pour que le vote de personne ne puisse être pris deux fois. Regardez le vote sous « Pour moi ».
`;
