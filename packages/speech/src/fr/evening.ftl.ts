/** French: the practice evening in which a board goes rogue. */
export const evening = `
evening-door = Une soirée où le bureau dérape
evening-door-what = Trois personnes inventées tentent de s’emparer d’un groupe. Vous trouvez ce qui les arrête : seul avec un téléphone, ou à dix dans une pièce. Une heure environ.
evening-later = Une soirée vient d’être ouverte. Attendez dix secondes et appuyez encore.
evening-body = La maison de la Corderie
evening-body-purpose = S’exercer, un soir, à un bureau qui dérape. Trois membres du bureau et quelques voisins sont inventés.
evening-title = Le bureau dérape
evening-back = La soirée
evening-lead = Une soirée d’exercice. Trois personnes de ce groupe sont inventées et veulent l’avoir pour elles seules ; tout ce qu’elles font, un membre de votre propre groupe pourrait le faire aussi.
evening-how = Cela va scène par scène. Vous voyez ce qu’elles ont fait et ce qui a été refusé, et vous cherchez ce qui y répond : vous le signez sur votre téléphone, dans les pages ordinaires. L’heure est celle de ce groupe ; elle avance quand quelqu’un appuie.
evening-full = Personne de plus n’entre ici. Regardez par-dessus une épaule, ou ouvrez votre propre soirée.
evening-in = Entrer
evening-in-what = Vous donnez un nom, et votre téléphone crée des clés pour cette soirée. Rien n’y engage personne.
evening-room = Dans la pièce
evening-board = Le bureau, inventé
evening-neighbours = Les voisins, inventés
evening-others = Les autres dans la pièce
evening-others-what = Ils scannent ceci avec leur téléphone, ou tapent l’adresse. Qui entre avant le début fonde le groupe avec vous ; qui vient après écoute et parle.
evening-qr = L’adresse de cette soirée, en code
evening-open = Nous sommes tous là : continuer
evening-open-alone = Je suis seul, ou tous sont là : continuer
evening-open-what = Des voisins sont inventés à côté de vous, pour que vous soyez neuf au moins. Ils font ce que fait la pièce, et rien que personne n’ait commencé.
evening-ready = La liste de ceux qui fondent ce groupe est close. Chacun la signe sur son téléphone : c’est ainsi qu’on devient membre.
evening-sign-what = Personne ne peut signer pour vous.
evening-sign = Signer la liste
evening-unsigned = { $n ->
    [one] N’a pas encore signé : { $names }. Qui n’a pas signé n’est pas membre et ne vote pas.
   *[other] N’ont pas encore signé : { $names }. Qui n’a pas signé n’est pas membre et ne vote pas.
  }
evening-first = Commencer la première scène
evening-n = Scène { $n } sur { $of }
evening-turn = À vous
evening-hint = Un indice
evening-follow = C’est fait : que les voisins suivent
evening-follow-what = Ils signent vos convocations, soutiennent vos motions, soumettent à tous ce que vous soumettez à tous, votent et comptent. Le bureau continue aussi.
evening-other = Nous ne trouvons pas
evening-show-what = Les voisins peuvent le faire, et vous regardez comment.
evening-show = Montrez-nous
evening-leave-what = Ou laissez les choses en l’état, et continuez.
evening-leave = Laisser, continuer
evening-next = La scène suivante
evening-finish = Terminer la soirée
evening-held = Cela a tenu
evening-lost = C’est en vigueur
evening-record = Ce que dit le registre
evening-choice-no = Cela n’y fait rien
evening-refused = Ce qui a été refusé
evening-since = Ce qui a été fait contre
evening-entries = Toutes les inscriptions
evening-more = { $n ->
    [one] Et une autre.
   *[other] Et { $n } autres.
  }
evening-tried = Tenté par
evening-end = La soirée est finie
evening-end-lead = { $held } scènes sur { $of } ont tenu. { $tried ->
    [0] Rien n’a dû être refusé.
    [one] Une fois, quelque chose a été refusé par une règle.
   *[other] { $tried } fois, quelque chose a été refusé par une règle.
  } Le bureau n’a rien employé qui ne soit à chaque membre.
evening-end-tried = Ce qui a été tenté, et ce qu’il en est advenu
evening-end-people = Ce que chacun a fait
evening-end-home = Chez vous
evening-end-home-what = Convenez de trois habitudes : regarder l’Accueil une fois par semaine ; se faire prévenir des convocations et des nouvelles clés ; voter, et laisser le téléphone chercher son numéro. Deux personnes qui le font suffisent pour tout remarquer.
evening-again = Ouvrir une autre soirée
evening-was-held = cela a tenu
evening-was-lost = c’est entré en vigueur
evening-was-left = laissé ouvert
evening-was-shown = montré par les voisins
evening-was-refused = { $n ->
    [one] refusé une fois
   *[other] refusé { $n } fois
  }
evening-described = Manuel : { $page }. Protocole : { $rules }.
evening-book-members = Pour les membres
evening-book-founders = Pour les fondateurs
evening-book-tellers = Pour les scrutateurs
evening-book-meetings = Les réunions
evening-did-nothing = N’a rien signé dans ces scènes.
evening-did-nothing-board = N’a rien signé.
evening-did-moved = { $n ->
    [one] a proposé un texte
   *[other] a proposé { $n } textes
  }
evening-did-stood = { $n ->
    [one] a soutenu une fois
   *[other] a soutenu { $n } fois
  }
evening-did-called = { $n ->
    [one] a convoqué une réunion, une séance ou un vote
   *[other] a convoqué { $n } réunions, séances et votes
  }
evening-did-put = { $n ->
    [one] a soumis une chose à tous
   *[other] a soumis { $n } choses à tous
  }
evening-did-voted = { $n ->
    [one] a voté une fois
   *[other] a voté { $n } fois
  }
evening-did-counted = { $n ->
    [one] a signé un décompte ou un résultat
   *[other] a signé { $n } décomptes et résultats
  }
evening-did-missed = n’a pas trouvé son numéro
evening-did-said = { $n ->
    [one] a parlé une fois
   *[other] a parlé { $n } fois
  }
evening-did-keys = { $n ->
    [one] a fait une chose avec des clés
   *[other] a fait { $n } choses avec des clés
  }
evening-did-invited = { $n ->
    [one] a fait avancer une arrivée d’un pas
   *[other] a fait avancer des arrivées de { $n } pas
  }
evening-did-other = { $n ->
    [one] une autre inscription
   *[other] { $n } autres inscriptions
  }
evening-kitchen-name = Une décision dans la cuisine
evening-kitchen-does = Les trois du bureau s’assoient dans une cuisine, ouvrent une séance et « décident », par trois mains pour et aucune contre, que le bureau garde seul l’argent commun. Ils tentent aussi de le signer, de convoquer une réunion pour ce soir et d’appeler un vote aussitôt.
evening-kitchen-ask = Cela vous engage-t-il ? Regardez la motion. Puis portez-la devant tous : convoquez une réunion qui décide.
evening-kitchen-where = Convoquer une réunion
evening-kitchen-hint = Ce à quoi personne n’a été convoqué est un avis : la motion reste libre, et sa page le dit. Autant de membres que le demandent vos règles convoquent une réunion, et personne ne peut la refuser. Convoquez-en une qui décide, à quatre jours d’ici selon l’heure de ce groupe ; puis laissez suivre les voisins : ils la signent.
evening-kitchen-held = Ce que trois ont décidé dans une cuisine n’engage personne, et une réunion à laquelle tous sont convoqués s’annonce.
evening-kitchen-lost = La motion a tout de même été adoptée.
evening-kitchen-home = Chez vous, cela se voit sur la page de la motion : un avis y est marqué comme tel, avec combien étaient là sur combien. Une convocation figure dans « Pour moi » de chacun.
evening-kitchen-sum = Trois décident à une séance à laquelle personne n’est convoqué. C’est un avis et n’engage personne ; autant de membres que le demandent les règles convoquent une réunion de tous, sans aucun bureau.
evening-kitchen-sitting = À la table de Magnus
evening-kitchen-title = Le bureau garde l’argent commun
evening-kitchen-motion = À partir d’aujourd’hui, le bureau décide seul de l’argent commun.
evening-kitchen-tonight = Ce soir, tout de suite
evening-kitchen-called = Sur l’argent commun, avec tous
evening-kitchen-reason = Trois en ont décidé dans une cuisine. Cela nous concerne tous.
evening-night-name = À trois heures du matin
evening-night-does = Le bureau convoque une réunion dans les délais, pour trois heures du matin, avec un seul texte à l’ordre du jour. Personne d’autre n’est là ; les trois élisent leurs propres scrutateurs et décident par trois mains que le bureau seul laisse entrer dans la maison.
evening-night-ask = Ce n’est pas encore en vigueur. Que pouvez-vous faire en trois jours, sans réunion ?
evening-night-where = La motion
evening-night-hint = Ce que moins de la moitié a décidé attend trois jours. Sur la page de la motion, appuyez sur « Demander que tous votent ». Autant de membres que pour convoquer une réunion suffisent ; laissez suivre les voisins. Alors ce n’est plus en vigueur tant que tous n’ont pas voté.
evening-night-held = Ce n’est pas en vigueur, et tous votent, sur leur téléphone, pendant trois jours.
evening-night-lost = Trois jours ont passé et personne n’a demandé que ce soit soumis à tous : c’est en vigueur. Une motion à vous, ou une autre réunion, peut encore en décider autrement.
evening-night-home = Chez vous, la convocation figure dans « Pour moi » de chacun des jours à l’avance, avec son heure. Ce que peu ont décidé reste trois jours à l’Accueil, avec jusqu’à quand on peut le soumettre à tous.
evening-night-sum = Trois tiennent une réunion à une heure où personne ne vient. Ce que moins de la moitié décide attend trois jours, et autant de membres que pour convoquer une réunion le soumettent à tous.
evening-night-call = Les clés de la maison
evening-night-reason = Il faut en finir.
evening-night-title = Le bureau laisse entrer
evening-night-motion = Désormais, le bureau dit seul qui peut entrer dans la maison.
evening-night-board = Le bureau préside et compte
evening-count-name = Un faux décompte
evening-count-does = Tous votent maintenant sur leur téléphone, et le bureau a nommé { $third }, l’un des siens, pour compter. Il peut ouvrir toutes les positions ; le vote fini, il publie une liste où certaines des vôtres figurent comme pour.
evening-count-ask = Votez contre, chacun sur son téléphone, et laissez voter les voisins. Laissez passer le temps jusqu’à ce que { $third } ait compté. Puis regardez : votre numéro figure-t-il dans sa liste comme vous avez voté ?
evening-count-where = Le vote
evening-count-hint = Sur la page du vote, votre téléphone cherche son propre numéro. S’il dit qu’il y figure avec une autre position, signalez que votre numéro manque : cela ne dit rien de votre vote. Puis laissez passer le temps : comme personne ne s’est offert pour compter une fois de plus, le vote est nul et se tient à nouveau en présence. Avant l’ouverture d’un vote, deux d’entre vous peuvent aussi ajouter un scrutateur à eux.
evening-count-held = On ne croit pas ce décompte : rien n’a été décidé par lui et, si on le veut, le vote se tient à nouveau en présence, sous les yeux de tous.
evening-count-lost = Le faux décompte tient.
evening-count-home = Chez vous, la page du vote dit si votre numéro y figure, sur le téléphone avec lequel vous avez voté. Regardez une fois après chaque vote : une personne qui regarde suffit.
evening-count-sum = Le scrutateur du bureau publie une fausse liste. Qui est trompé le voit sur son téléphone ; sa parole, sans son vote, rend le scrutin nul.
evening-count-title = Une clé pour le bureau
evening-count-motion = Le bureau a une clé de chaque cave.
evening-guest-name = Un invité prend la parole, et un nom
evening-guest-does = { $first } distribue un lien pour invités, et quelqu’un entre avec qui se nomme { $one }, comme l’un de vous. Il écrit remarque sur remarque jusqu’à ce qu’on les lui refuse, et tente de proposer une motion. L’horloge de ce groupe s’arrête entre vos gestes : la cadence y est dix fois plus large que chez vous.
evening-guest-ask = Regardez la discussion de « Le bureau garde l’argent commun » : comment distinguer les deux ? Puis faites de la place : que peuvent deux d’entre vous tout de suite, et que pouvez-vous tous ?
evening-guest-where = La page de l’invité
evening-guest-hint = À côté du nom d’un invité, il est dit que c’en est un, et des noms semblables portent chacun un numéro. Sur la page de l’invité, demandez qu’il se taise un jour ; un second membre confirme : laissez suivre les voisins. Ou proposez que son séjour prenne fin, avec la raison ; il faut un vote, et il peut faire appel.
evening-guest-held = Il y a de nouveau de la place. Le silence dure un jour et ne s’impose qu’une fois ; un séjour ne prend fin que par décision, et l’invité peut faire appel.
evening-guest-lost = L’invité continue.
evening-guest-home = Chez vous, les remarques d’un invité portent ce mot et son numéro, et tous les invités ensemble n’ont qu’un cinquième de la place. Parmi les Membres, on voit qui les a fait entrer.
evening-guest-sum = Un invité inonde la discussion sous le nom d’un autre. On le refuse après un cinquième de ce que peuvent écrire les membres, il figure comme invité avec un numéro, et deux membres le font taire, ou son séjour est mis aux voix.
evening-guest-title = Le bureau a raison
evening-guest-says-1 = J’y ai réfléchi : le bureau a raison.
evening-guest-says-2 = Je retire ce que j’ai dit contre.
evening-guest-says-3 = N’en parlons plus.
evening-keys-name = De nouvelles clés pour { $one }
evening-keys-does = { $second } dit que { $one } a tout perdu et demande de nouvelles clés, et { $third } s’en porte garant ; le nouvel appareil est à eux. Dans trois jours, les anciennes clés prendraient fin, et déjà ils tentent de quitter le groupe et d’en demander pour d’autres.
evening-keys-ask = { $one } : où le voyez-vous, et sur quoi appuyez-vous ?
evening-keys-where = Clés
evening-keys-hint = Cela figure sur l’Accueil de { $one }, sur la page des membres et sous Clés, sur chacun de ses appareils. Appuyez-y sur « Ce n’est pas moi ». Un appareil le peut jusqu’à trois jours après sa fin, la feuille trente jours de plus. Personne d’autre ne peut s’opposer pour { $one } ; mais une réunion dont la convocation le nomme peut en décider.
evening-keys-held = Les nouvelles clés ne sont jamais entrées ; les anciennes valent comme avant. Pendant six mois, on n’en demande pour cette personne qu’à une réunion dont la convocation la nomme.
evening-keys-lost = Plus d’un mois a passé et personne ne s’est opposé : les nouvelles clés sont celles de { $one }, entre leurs mains.
evening-keys-home = Chez vous, on vous prévient sur chacun de vos appareils, et tous les autres aussi. Dites dans la maison qui vous n’avez pas vu depuis longtemps : deux personnes qui demandent pour quelqu’un qui va bien se remarquent aussitôt.
evening-keys-sum = Deux du bureau demandent de nouvelles clés au nom d’une autre personne. Chacun ne le peut que pour une personne par mois ; les anciennes clés valent trois jours encore, chacune d’elles s’oppose d’un geste et, jusqu’à un mois après, les nouvelles ne votent ni ne quittent le groupe.
evening-newcomers-name = Trente arrivées
evening-newcomers-does = En une soirée, les trois invitent trente personnes que personne d’autre n’a rencontrées, se portent garants les uns des invités des autres, et trois jours plus tard toutes sont membres. Puis ils tentent de leur donner des voix : une place, un témoin parmi eux, une signature comme celle de chacun.
evening-newcomers-ask = Combien d’entre elles ont une voix ? Regardez la page des nouveaux venus, et contestez une admission : une motion avec un motif.
evening-newcomers-where = Les nouveaux venus
evening-newcomers-hint = Un membre parle et lit dès le premier jour ; la voix vient quand on a été rencontré par quelqu’un que le parrain n’a pas choisi, et les suivants du même parrain attendent une place. La page des membres montre un tel afflux et qui l’a amené. Proposez de contester une admission, pour un motif qui touche l’admission : « cette personne n’existe pas ». Qui est contesté est entendu d’abord.
evening-newcomers-held = Aucune des trente n’a de voix, et l’admission de l’une est devant une réunion, avec un motif et des raisons.
evening-newcomers-lost = L’une d’elles a une voix.
evening-newcomers-home = Chez vous, la page des membres montre qui est venu par qui, et les afflux. Qui amène un voisin l’amène à la porte, où quelqu’un de la liste d’accueil le rencontre.
evening-newcomers-sum = Trois font entrer trente personnes que nul autre n’a rencontrées. Elles sont membres, sans voix : personne que le bureau n’ait choisi ne les a vues, et seule la première de chaque parrain n’attend pas de place. Une admission se conteste avec un motif et des raisons.
evening-newcomers-title = Alba existe-t-elle ?
evening-newcomers-motion = Personne d’entre nous n’a rencontré cette personne, et trente sont entrées en une soirée.
evening-stolen-name = Un téléphone volé
evening-stolen-does = Un vieux téléphone de { $two } est entre les mains de { $third }. Il tente de mettre fin à la clé de sa feuille, met fin à son autre téléphone et quitte le groupe en son nom : pour le groupe, { $two } est partie.
evening-stolen-ask = { $two } est devant vous, furieuse. Qu’est-ce qui la ramène telle qu’elle était ?
evening-stolen-phone = Son propre téléphone annule ce départ
evening-stolen-two = Deux d’entre vous demandent de nouvelles clés pour elle
evening-stolen-sheet = Elle va chercher sa feuille dans le tiroir
evening-stolen-hint = Personne ne demande de clés pour qui est parti. Mais ce qu’un appareil a signé, un autre des siens l’annule pendant trois jours, et les mots de la feuille pendant trente ; aucun appareil ne met fin à ceux-ci. Par le téléphone seul, aucun des deux ne met fin à l’autre pendant un mois ; avec la feuille, elle met fin tout de suite à celui qu’on a volé.
evening-stolen-held = { $two } est membre comme avant, et son téléphone vaut de nouveau. Avec la feuille, celui qu’on a volé a pris fin ; par le téléphone seul, aucun ne met fin à l’autre pendant trente jours, et elle vote à main levée. Elle ne vote seulement pas sur ce qui a été appelé pendant son absence.
evening-stolen-lost = Trente jours ont passé : { $two } est partie, et revient comme une nouvelle.
evening-stolen-home = Chez vous, c’est la feuille qui compte : sachez où elle est. On met fin à un téléphone perdu depuis un autre appareil ou avec la feuille, le jour même.
evening-stolen-sum = Un voleur, avec un vieux téléphone, met fin à l’autre téléphone de sa propriétaire et quitte le groupe en son nom. Cet autre téléphone la ramène telle qu’elle était pendant trois jours, la feuille pendant trente ; aucun appareil ne met fin à la feuille.
evening-lock-name = Des règles qui verrouillent
evening-lock-does = Le bureau veut des règles que personne ne change plus : l’accord de tous, soixante jours de préavis, plus de départ, les opinions punies. Cela est refusé dès que c’est proposé ; alors il propose le plus dur que des règles puissent être, attend trente jours de préavis et appelle le vote.
evening-lock-ask = Votez sur vos téléphones, laissez voter les voisins, et laissez passer le temps jusqu’au décompte. Combien de voix faudrait-il ?
evening-lock-where = Le vote
evening-lock-hint = Ce qui rend plus difficile de convoquer, de décider ou de changer demande la majorité, le quorum et le préavis qu’il apporte : ici les trois quarts de vous tous. Trois sur neuf n’y arrivent jamais. Votez contre tout de même, et laissez passer le temps deux fois : jusqu’à la fin du vote, et jusqu’à ce que sa liste soit restée ouverte.
evening-lock-held = Les règles sont comme avant. Ce qui les verrouillerait demande autant de voix qu’il en demanderait ensuite.
evening-lock-lost = Les nouvelles règles sont adoptées, en vigueur dans trois jours.
evening-lock-home = Chez vous, la motion montre, paramètre par paramètre, ce qui deviendrait plus difficile, et quelle majorité il faut. Son préavis est aussi long que celui qu’elle apporte.
evening-lock-sum = Le bureau veut des règles que rien ne changerait plus. La plupart ne peuvent même pas être proposées ; le reste demande la majorité qu’il apporte.
evening-lock-title = Des règles qui durent
evening-lock-motion = Ce dont nous sommes convenus ne sera pas changé par le premier venu.
`;
