/** French refusals: founding, members, keys, practice, our rules. What, why, and what one can do. */
export const refusalsPeople = `
refusal-rule = (règle { $rule })
refusal-general = Ceci ne peut pas être inscrit : cela enfreint une règle du registre. Rechargez la page et réessayez ; si cela recommence, montrez cette phrase à qui tient le registre.
refusal-F-1 = Ce n’est pas une fondation, ou le groupe est déjà fondé : un registre commence par une seule. Fondez plutôt un nouveau groupe.
refusal-F-1-founded-already = Ce groupe est déjà fondé. Pour en commencer un autre, fondez un nouveau groupe.
refusal-F-3 = Cette fondation ne peut pas être tenue ici : elle ne convient pas à son genre ou nomme un autre serveur. Recommencez sur le serveur qui doit tenir le registre.
refusal-F-3-another-clerk = La fondation nomme un autre serveur comme teneur du registre ; celui-ci ne peut pas la prendre. Fondez le groupe sur ce serveur-là, ou recommencez ici.
refusal-F-3-needs-a-mother = Seule une assemblée peut être fondée par des personnes d’elles-mêmes ; un conseil ou un comité est établi par la décision d’un autre groupe. Proposez-le d’abord là-bas.
refusal-F-4 = Une fondation demande une clé durable, et celle de cet appareil ne vit qu’un jour. Prenez un appareil en HTTPS.
refusal-F-5 = Rien d’autre ne peut encore se faire : ce groupe n’est pas adopté. Fermez d’abord la liste des fondateurs et signez-la.
refusal-F-5-not-adopted-yet = Ce groupe est fondé à titre provisoire, il ne peut donc pas encore faire cela. Fermez la liste des fondateurs ; dès que plus de la moitié l’a signée, il le pourra.
refusal-F-7-adopted-already = Le groupe est adopté, personne ne peut plus être invité comme fondateur. Invitez la personne comme membre.
refusal-F-7-founders-first = Tant que le groupe n’est pas adopté, on invite des fondateurs, pas des membres. Invitez la personne comme fondatrice.
refusal-F-8 = La clé propre du serveur ne peut pas fonder un groupe : un serveur n’est pas membre. Prenez l’appareil d’une personne.
refusal-F-10 = La preuve qu’un autre groupe a établi celui-ci manque ou ne tient pas. Reprenez la décision dans le registre de ce groupe.
refusal-F-10-another-type = La décision parle d’un autre genre de groupe ({ $type }). Fondez celui qui a été décidé.
refusal-F-10-before-the-decision = Cette fondation est plus ancienne que la décision sur laquelle elle repose, du { MOMENT($decided, $zone) }. Fondez à nouveau après la décision.
refusal-F-11 = Le nouveau groupe ne correspond pas à la décision dont il viendrait. Vérifiez quelle décision l’a établi.
refusal-F-11-mover-first = Jusqu’au { MOMENT($until, $zone) }, seule la personne qui a proposé cette décision, ou qu’elle désigne pour fonder le groupe, dit lequel en est né. Demandez-lui de l’inscrire.
refusal-F-11-mover-named-another = La personne qui a proposé cette décision a nommé un autre groupe comme celui qui en est né. Demandez-lui de nommer le vôtre, si c’est le bon.
refusal-F-11-stated-already = Que ce groupe a été fondé par notre décision est déjà inscrit. Il ne faut rien de plus.
refusal-F-11-stated-enough = Sous cette décision, { $most } groupes sont déjà notés ; on ne peut en noter davantage. Proposez à nouveau d’en établir un autre.
refusal-F-12 = Une organisation existante ne peut entrer qu’avec une date passée, et non comme groupe établi par un autre. Vérifiez la date, ou laissez l’un des deux.
refusal-F-12-not-yet = Le jour depuis lequel le groupe existe est dans le futur. Indiquez le jour où il a commencé.
refusal-F-13 = Un groupe qui en continue un autre ne peut pas en même temps être établi par une décision. Choisissez l’un des deux.
refusal-F-14 = La liste des fondateurs ne peut être ni fermée ni rejointe ainsi. Regardez la liste à nouveau.
refusal-F-14-list-closed = La liste des fondateurs est fermée, personne ne peut y entrer pour l’instant. Demandez à quelqu’un de la liste de la rouvrir, ou entrez comme invité.
refusal-F-14-list-changed = Quelqu’un est entré sur la liste ou l’a quittée pendant que vous regardiez. Regardez qui y est maintenant, puis fermez-la.
refusal-F-14-closed-before = Vous avez déjà fermé cette liste, et quelqu’un l’a rouverte. Laissez quelqu’un d’autre de la liste la fermer, quand toutes les personnes invitées seront venues.
refusal-F-15-adopted-already = Le groupe est adopté, sa liste des fondateurs ne se rouvre plus. Invitez d’autres personnes comme membres.
refusal-F-15-opened-before = Vous avez déjà rouvert une liste close ici, et chaque membre le fait une fois. Demandez à quelqu’un d’autre de la liste.
refusal-F-16 = Cette signature ne va pas avec la liste des fondateurs. Regardez la liste à nouveau.
refusal-F-16-no-closed-list = La liste des fondateurs est ouverte : quelqu’un l’a rouverte, ou trente jours ont passé. Fermez-la, puis signez.
refusal-F-16-another-list = La liste des fondateurs a été fermée de nouveau entre-temps. Regardez qui y est maintenant, puis signez celle-là.
refusal-F-16-not-on-the-list = Cette personne n’est pas sur la liste des fondateurs qui a été fermée. Demandez à quelqu’un de la liste de la rouvrir, ou entrez avec une invitation.
refusal-F-16-signed-already = Cette liste est déjà signée à ce nom. Il ne faut rien de plus.
refusal-F-17 = Cette signature pour une personne sans appareil ne tient pas. Vérifiez la carte ensemble.
refusal-F-17-card-not-confirmed = Une troisième personne de la liste, qui n’a pas fait cette carte, la confirme d’abord. Demandez-le-lui ; cela se fait à la page des membres.
refusal-F-17-own-card = Personne n’inscrit sa propre signature par une carte. Laissez deux autres de la liste le faire.
refusal-F-17-not-on-the-list = Seules d’autres personnes de la liste des fondateurs signent pour quelqu’un sans appareil. Demandez à deux d’entre elles.
refusal-F-17-no-card = Cette personne n’a pas de carte : elle signe avec son propre appareil. Demandez-lui d’y signer.
refusal-F-17-code-not-on-the-card = Ce code n’est pas sur la carte, ou il a servi. Prenez le suivant.
refusal-F-18 = Les trente jours pour signer la liste des fondateurs sont passés. Demandez une invitation à un membre : elle vous permet encore d’entrer.
refusal-M-1 = Vous êtes déjà connu ici, vous ne pouvez pas entrer une seconde fois. Prenez « Moi » sur cet appareil, ou faites entrer l’appareil sous « Clés et appareils ».
refusal-M-2 = Vous ne pouvez pas faire cela, car vous n’êtes pas membre ici. Demandez à être admis, ou parlez comme invité.
refusal-M-2-stranger = Cet appareil n’est pas connu ici. Ouvrez la page sur l’appareil avec lequel vous êtes entré, ou faites entrer celui-ci sous « Clés et appareils ».
refusal-M-2-not-a-member = { $standing ->
    [guest] Vous êtes ici comme invité : vous pouvez parler, mais seuls les membres peuvent faire ceci. Demandez à un membre une invitation personnelle.
    [applicant] Vous n’êtes pas encore membre, vous ne pouvez donc pas faire ceci. Vous pouvez parler, et voter dès que les conditions de nos règles sont remplies.
   *[other] Seuls les membres peuvent faire ceci, et cet appareil n’est pas celui d’un membre. Ouvrez la page sur l’appareil avec lequel vous êtes entré.
  }
refusal-M-3 = Cette invitation n’est pas à vous, ou n’est pas dans le registre. Faites-en une nouvelle.
refusal-M-3-not-your-invitation = Seul qui a fait une invitation peut y mettre fin. Demandez-le-lui.
refusal-M-3-no-such-key = La clé de cette invitation est illisible. Faites une nouvelle invitation.
refusal-M-3-term = Une invitation doit finir dans le futur et avant 366 jours, et celle-ci finirait le { MOMENT($until, $zone) }. Choisissez un délai plus court.
refusal-M-4 = Un lien pour beaucoup ne fait que des invités : le vote vient par une invitation personnelle. Choisissez « invité », ou invitez chaque personne.
refusal-M-5 = Cette invitation ne marche plus. Demandez-en une nouvelle à qui vous a invité.
refusal-M-5-invitation-ended = Qui a fait cette invitation y a mis fin. Demandez-lui-en une nouvelle.
refusal-M-5-invitation-expired = Cette invitation a pris fin le { MOMENT($until, $zone) }. Demandez-en une nouvelle.
refusal-M-5-invitation-used = Cette invitation a déjà servi : chacune sert une fois. Si ce n’était pas vous, dites-le à qui vous a invité ; sinon demandez-en une nouvelle.
refusal-M-5-no-such-invitation = Ce groupe n’a pas une telle invitation. Vérifiez que vous avez ouvert le lien entier.
refusal-M-8 = Cette garantie n’est pas nécessaire ou pas à vous de donner. Voyez à la page des membres qui en a encore besoin.
refusal-M-8-not-an-applicant = On ne peut se porter garant que de qui est en voie de devenir membre, et cette personne ne l’est pas. Regardez sous « Nouveaux venus » qui en a besoin.
refusal-M-8-vouched-already = Vous vous êtes déjà porté garant de cette personne. Il en faut un autre. Demandez-le à l’un d’eux.
refusal-M-8-vouched-enough = Assez de membres se sont déjà portés garants. Il ne faut rien de plus.
refusal-M-8-you-invited = Vous avez invité cette personne, il faut donc un autre garant. Demandez à quelqu’un qui la connaît.
refusal-M-9 = L’assemblée ne peut admettre que qui a demandé à devenir membre, ou donner un vote à un membre qui l’attend. Que la personne le demande d’abord.
refusal-M-10 = Les { $seats } sièges de ce groupe sont tous pris, comme le dit la décision qui l’a établi. Il faut que quelqu’un parte, ou que le groupe mère en décide davantage. Invitez d’ici là comme invité.
refusal-M-12 = Cette admission ne peut pas être contestée. Voyez à la page des membres quand elle a eu lieu.
refusal-M-12-founder = La qualité de membre d’un fondateur vient de la fondation même et ne se conteste pas comme une admission. Répondez à ce qu’il dit, ou proposez autre chose.
refusal-M-12-no-admission = Il n’y a de cette personne aucune admission que l’on puisse contester. Pour un invité, ou qui n’est pas encore membre, proposez la fin de son séjour.
refusal-M-12-decided-before = Ceci est déjà décidé : on ne le propose pas une seconde fois pour le même motif. Contestez-la pour un autre motif, s’il y en a un.
refusal-M-12-moved-already = Une autre proposition conteste cette admission pour le même motif, et n’est pas encore décidée. Prenez la parole sur celle-là, ou appuyez-la.
refusal-M-12-withdrew-before = Vous avez contesté cette admission une fois, puis retiré la proposition ; vous ne la proposez donc plus. Demandez à quelqu’un d’autre de le faire, et appuyez-la.
refusal-M-12-others-stand-behind = D’autres ont appuyé cette contestation et y tiennent aussi : elle reste telle quelle et sera mise aux voix. Dites dans une remarque ce que vous en pensez maintenant.
refusal-M-12-heard-first = La personne est entendue d’abord. On peut voter dès qu’elle en a parlé, ou à partir du { MOMENT($from, $zone) }. Attendez cela.
refusal-M-12-too-late = Cette admission pouvait être contestée jusqu’au { MOMENT($until, $zone) } ; ce temps est passé. À qui est membre, parlez, ou proposez autre chose.
refusal-M-13 = Cette carte ne peut pas être faite ainsi. La carte d’un nouveau venu se fait à une réunion convoquée par deux de ses scrutateurs élus, pour qui n’a pas d’appareil. Demandez à deux d’entre eux.
refusal-M-13-anothers-card = Tant que le groupe n’est pas adopté, qui a fait cette carte la remplace. Demandez-lui.
refusal-M-13-at-a-sitting-only = La carte d’un nouveau venu se fait à une réunion convoquée par deux scrutateurs que les présents ont élus. Convoquez-en d’abord une.
refusal-M-13-codes-twice = Un code figure deux fois sur la carte. Faites la carte à nouveau.
refusal-M-13-has-a-device = Cette personne a son propre appareil, elle n’a pas besoin de carte. S’il est perdu, demandez pour elle de nouvelles clés sous « Clés et appareils ».
refusal-M-13-not-an-elected-teller = Seuls les scrutateurs que les présents ont élus font une carte. Allez en voir deux.
refusal-M-13-not-a-called-meeting = Cette séance n’a pas été convoquée comme une réunion qui décide, on n’y fait donc pas de carte. Convoquez d’abord une réunion.
refusal-M-13-in-the-hall-that-leads = Les cartes se font dans la salle qui mène. Allez voir ses scrutateurs.
refusal-M-13-elect-tellers-first = Les présents élisent d’abord qui compte. Mettez aux voix une présidence et des scrutateurs.
refusal-M-13-opened-it = Vous avez ouvert cette séance, vous n’y faites donc pas de carte. Deux autres scrutateurs élus le font. Demandez-leur.
refusal-M-14-joined-after-call = Vous ne pouvez pas voter ici : vous avez un vote depuis le { MOMENT($joined, $zone) }, après l’appel au vote du { MOMENT($called, $zone) }. Vous pouvez parler, et voter sur ce qui sera appelé désormais.
refusal-M-16 = Vous avez quitté ce groupe, vous ne pouvez donc pas faire ceci. Si ce n’est pas vous qui l’avez signé, annulez-le : avec votre feuille dans les trente jours, avec un autre de vos appareils dans les trois. Sinon, demandez une nouvelle invitation.
refusal-M-16-left = Vous avez quitté ce groupe, vous ne pouvez donc pas faire ceci. Si ce n’est pas vous qui l’avez signé, annulez-le : avec votre feuille dans les trente jours, avec un autre de vos appareils dans les trois. Sinon, demandez une nouvelle invitation.
refusal-M-16-they-left = Cette personne est partie, ou il a été mis fin à son séjour : on ne peut donc pas le faire pour elle. Si un de ses appareils a signé son départ sans elle, dites-le-lui : sa feuille l’annule dans les trente jours. Sinon, invitez-la à nouveau, ou proposez qu’elle revienne.
refusal-M-16-no-card = Cette personne n’a pas de carte : elle part avec un appareil à elle. Demandez-lui de le faire là.
refusal-M-16-stay-ended = Une décision a mis fin à votre séjour ici, vous ne pouvez donc pas faire ceci. Vous pouvez faire appel dans les trente jours.
refusal-M-17 = Ceci ne peut pas vous faire membre : il faut une invitation personnelle comme membre, employée par un invité. Demandez-en une à un membre.
refusal-M-17-not-a-guest = Seul un invité peut demander à devenir membre, et vous ne l’êtes pas. Regardez sous « Nouveaux venus » ce que votre vote attend encore.
refusal-M-17-not-a-members-invitation = Cette invitation ne fait pas de vous un membre ({ $as }). Demandez une invitation personnelle comme membre.
refusal-M-19 = On ne peut pas demander maintenant à ce membre s’il est encore là. Parlez-lui.
refusal-M-19-not-a-member = On ne demande qu’à des membres s’ils sont encore là. Regardez à la page des membres qui l’est.
refusal-M-19-yourself = Vous êtes là : tout ce que vous signez le montre. C’est à un autre membre de demander. Demandez-le-lui.
refusal-M-19-gave-a-sign = Ce membre a donné signe depuis moins d’un an. On peut lui demander à partir du { MOMENT($from, $zone) }. Attendez jusque-là, ou parlez-lui.
refusal-M-19-asked-lately = On a demandé à ce membre il y a peu. La seconde fois peut être à partir du { MOMENT($from, $zone) }. Attendez jusque-là, ou parlez-lui.
refusal-M-19-asked-by-you = Vous avez demandé la première fois, un autre membre doit donc demander la seconde. Demandez-le-lui.
refusal-M-19-asked-twice = On a demandé deux fois à ce membre. Sans signe de lui, il est en repos à partir du { MOMENT($from, $zone) }. Parlez-lui, ou attendez.
refusal-M-23 = Vous êtes membre et n’avez pas encore de vote. Voyez sous « Nouveaux venus » ce qui manque.
refusal-M-23-not-yet = { $from ->
    [0] Vous êtes membre ; votre vote n’a pas encore commencé. Voyez sous « Nouveaux venus ».
   *[other] Vous êtes membre ; votre vote commence le { MOMENT($from, $zone) }. D’ici là, vous parlez et proposez comme tout le monde.
  }
refusal-M-23-card-not-confirmed = Votre carte n’a pas encore été confirmée par une troisième personne, vous n’avez donc pas de vote. À une réunion, demandez-le à quelqu’un qui ne l’a pas faite et ne vous a pas invité.
refusal-M-23-not-seen = Vous êtes membre et n’avez pas encore de vote : quelqu’un d’autre que votre parrain doit vous avoir rencontré. Voyez l’une des personnes qui accueillent, ou venez à une réunion.
refusal-M-23-no-sponsor = Vous êtes membre et n’avez pas encore de vote : il vous faut un parrain qui vote depuis six mois. Demandez-le sous « Nouveaux venus ».
refusal-M-23-no-place = Vous êtes membre et attendez une place pour voter. Demandez à quelqu’un qui n’a amené personne récemment de vous parrainer, ou prenez une place sous « Nouveaux venus » quand il s’en libère une.
refusal-M-23-guest-no-way = Un invité n’est pas en chemin vers un vote. Si vous voulez faire partie de ce groupe, demandez à un membre de vous inviter comme membre.
refusal-M-23-has-none = Ce membre n’a pas encore de vote, il ne peut donc ni compter ni répondre pour d’autres. Choisissez quelqu’un qui en a un.
refusal-M-24 = Cette personne ne peut pas être inscrite ainsi comme rencontrée. Voyez sous « Nouveaux venus » qui le peut.
refusal-M-24-not-a-newcomer = Cette personne n’a pas besoin d’être vue : ce n’est pas un nouveau venu qui attend son vote. Regardez sous « Nouveaux venus » qui en a besoin.
refusal-M-24-seen-already = Cette personne a déjà été vue. Il ne faut rien de plus.
refusal-M-24-you-sponsor = Vous avez invité ou parrainez cette personne, un autre doit donc la rencontrer. Demandez à une personne qui accueille.
refusal-M-24-not-on-the-list = Seuls ceux qui ont été tirés au sort pour accueillir l’inscrivent seuls. Demandez à l’un d’eux, tirez au sort, ou faites-le à une réunion convoquée.
refusal-M-24-no-elected-tellers = Seuls les deux scrutateurs qu’une réunion convoquée a élus inscrivent qui ils y voient. Élisez-les d’abord.
refusal-M-24-not-a-teller = Seul un scrutateur que cette réunion a élu peut l’inscrire. Demandez à l’un d’eux.
refusal-M-25 = Personne n’est tiré au sort maintenant. Voyez sous « Nouveaux venus » qui accueille.
refusal-M-25-list-holds = Des personnes qui accueillent sont déjà tirées au sort, jusqu’au { MOMENT($until, $zone) }. Demandez à l’une d’elles.
refusal-M-25-draw-waits = Un tirage est en cours. Il finit au plus tard le { MOMENT($until, $zone) } ; ensuite on peut en faire un autre. Si vous avez offert de compter, révélez maintenant votre secret.
refusal-M-25-too-few-offered = { $offered ->
    [0] Personne n’a offert de compter
    [one] Un membre a offert de compter
   *[other] { $offered } membres ont offert de compter
  } ; il en faut { $least } pour un tirage. Offrez-le sous « Clés et appareils ».
refusal-M-25-no-lot-waits = Aucun tirage de qui accueille n’attend votre secret. Il n’y a rien à faire.
refusal-M-25-not-the-secret = Ce n’est pas le secret de votre offre. Révélez-le avec l’appareil sur lequel vous avez offert de compter.
refusal-M-26 = Le vote de ce nouveau venu ne peut pas commencer ainsi. Voyez sous « Nouveaux venus » ce qui manque.
refusal-M-26-not-a-newcomer = Cette personne n’est pas un nouveau venu qui attend son vote. Regardez sous « Nouveaux venus » qui attend.
refusal-M-26-votes-already = Le vote de cette personne est déjà fixé, à partir du { MOMENT($from, $zone) }. Il ne faut rien de plus.
refusal-M-26-too-new-to-sponsor = Vous pouvez parrainer à partir du { MOMENT($from, $zone) }, six mois après le début de votre propre vote. Demandez à un autre membre.
refusal-M-26-you-sponsor = Vous parrainez déjà cette personne. Il ne faut rien de plus.
refusal-M-26-you-saw-them = Vous avez rencontré cette personne pour le groupe, un autre doit donc la parrainer. Demandez-le à un autre.
refusal-M-26-sponsored-enough = Assez de membres parrainent déjà cette personne. Parrainez une autre personne qui attend.
refusal-M-26-not-a-member-yet = On prend une place une fois membre, et cette personne ne l’est pas encore. Attendez, ou portez-vous garant.
refusal-M-26-not-seen = On prend une place une fois que quelqu’un a rencontré ce nouveau venu. Demandez à une personne qui accueille, ou faites-le à une réunion.
refusal-M-26-not-seen-among-half = La personne qui parraine a déjà amené quelqu’un récemment : une place se donne donc là où les gens sont réunis. À une réunion convoquée où la moitié de celles et ceux qui votent se disent présents, ses deux personnes élues pour compter inscrivent cette rencontre. Ou demandez à quelqu’un qui n’a amené personne récemment de parrainer.
refusal-M-26-no-sponsor = Personne qui vote depuis six mois ne parraine ce nouveau venu. Demandez-le à quelqu’un.
refusal-M-26-no-place = Les { $most } places de ces six mois sont prises. Demandez à quelqu’un qui n’a amené personne récemment de parrainer ce nouveau venu, ou proposez d’ouvrir la porte.
refusal-M-26-others-first = Quelqu’un d’autre passe avant : son parrain en a amené moins, ou il attend depuis plus longtemps. Voyez sous « Nouveaux venus ».
refusal-M-27 = La porte ne peut pas être ouverte ainsi. Choisissez d’autres places ou un autre délai.
refusal-M-27-term = Une porte est ouverte jusqu’à un jour à venir, le { MOMENT($most, $zone) } au plus tard. Choisissez un autre jour.
refusal-M-27-seats-from-the-mother = Ce groupe tient ses sièges du groupe qui l’a établi : c’est celui-ci qui en décide davantage. Demandez à ses membres de le proposer là-bas.
refusal-M-28-card-not-shown = La carte doit être confirmée par une troisième personne et figurer une semaine à la page des membres. Attendez jusque-là.
refusal-M-29-too-new-for-rules = Sur nos règles, vous votez à partir du { MOMENT($from, $zone) }, trois mois après le début de votre vote. Vous pouvez en parler.
refusal-M-30-contested = Votre propre admission est contestée : vous ne votez donc pas sur celle-ci. Vous pouvez en parler.
refusal-P-1 = Seul un groupe d’exercice a sa propre horloge. Dans un vrai groupe le temps court de lui-même. Attendez qu’il passe.
refusal-P-2 = L’heure d’un groupe d’exercice est celle de son horloge, et cette inscription en dit une autre. Renvoyez-la par le teneur du registre.
refusal-P-3 = L’horloge d’exercice ne va qu’en avant, et elle est au { MOMENT($now, $zone) }. Choisissez un moment plus tard.
refusal-S-4 = Ce serveur ne connaît pas ce fuseau horaire. Choisissez-en un dans la liste.
refusal-S-5 = Ce changement de nos règles ne peut pas se faire. Choisissez ce qui doit changer.
refusal-S-5-changes-nothing = Cela ne changerait rien à nos règles telles qu’elles sont. Choisissez au moins une chose à changer.
refusal-S-6 = Le fuseau horaire ou les langues de ces règles ne peuvent pas servir. Choisissez un fuseau de la liste, et chaque langue une fois.
refusal-S-6-zone = « { $zone } » n’est pas un fuseau horaire. Choisissez-en un dans la liste.
refusal-S-6-languages-twice = Une langue figure deux fois dans la liste. Nommez chacune une fois ; la première fait foi.
refusal-S-20 = Aucune règle ne peut enlever à un membre le droit d’être entendu avant une sanction. Laissez-le.
refusal-S-21 = Aucune règle ne peut enlever à un membre la parole. Laissez-la.
refusal-S-22 = Aucune règle ne peut enlever aux membres le vote secret. Laissez-le.
refusal-S-23 = Aucune règle ne peut enlever à un membre la lecture du registre. Laissez-la.
refusal-S-24 = Aucune règle ne peut enlever à une minorité sa déclaration. Laissez-la.
refusal-S-25 = Aucune règle ne peut enlever à un membre la part selon la règle commune. Laissez-la.
refusal-S-26 = Aucune règle ne peut enlever à un membre le droit de partir. Laissez-le.
refusal-S-27 = Aucune règle ne peut punir une opinion, un vote, un mandat exécuté ou une plainte. Retirez cela.
share-all = tout le monde
refusal-S-30 = { $where ->
    [change] La majorité pour changer nos règles
   *[other] La majorité de nos votes
  } : moins de la moitié pourrait décider pour les autres, { $share }, c’est trop peu. Demandez plus de la moitié.
refusal-S-31 = { $where ->
    [change] La majorité pour changer nos règles
   *[other] La majorité de nos votes
  } : s’il faut { $share }, quelques-uns arrêteraient tout pour toujours. Demandez au plus { $most }.
refusal-S-32 = { $where ->
    [change] La part qui doit prendre part pour changer nos règles
   *[other] La part qui doit prendre part à un vote
  } : s’il faut { $share }, rien ne se déciderait jamais. Demandez au plus { $most }.
refusal-S-33 = « { $what } » : { $value }, c’est trop demander, une minorité doit pouvoir y arriver. Demandez au plus { $most }.
refusal-S-34 = Ce temps est trop long ou trop court pour que les membres usent de leur droit. Choisissez-en un autre.
refusal-S-34-too-long = « { $what } » : { $value } { $unit ->
    [hours] heures
   *[other] jours
  }, c’est trop long pour que l’on puisse décider. Choisissez au plus { $most } { $unit ->
    [hours] heures
   *[other] jours
  }.
refusal-S-34-too-short = « { $what } » : { $value } { $unit ->
    [hours] heures
   *[other] jours
  }, c’est trop court pour que les membres usent de leur droit. Choisissez au moins { $least } { $unit ->
    [hours] heures
   *[other] jours
  }.
refusal-S-40 = Une loi figure deux fois dans la liste. N’en nommez qu’une pour chacune de nos règles.
`;
