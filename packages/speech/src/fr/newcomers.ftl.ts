/** French: newcomers on the way to a vote: who waits for what, places, doors, greeters, sponsors. */
export const newcomers = `
newcomers-title = Nouveaux venus
newcomers-lead = { $members ->
    [one] Un membre
   *[other] { $members } membres
  }, dont { $roll ->
    [one] un vote
   *[other] { $roll } votent
  }. Un nouveau venu est aussitôt membre en tout ; le vote vient quand quelqu’un l’a rencontré et qu’une place est là.
newcomers-none = Personne n’attend son vote : tous les membres en ont un.
newcomers-waits = En attente de
newcomers-all = quoi que ce soit
newcomer-sponsors = parrainé par
newcomer-seen-by = rencontré par
newcomer-card-confirmed = carte confirmée le
newcomer-card-confirmed-by = par
members-voting = { $roll ->
    [one] L’un d’eux vote
   *[other] { $roll } d’entre eux votent
  }{ $waiting ->
    [0] .
    [one] ; un attend son vote.
   *[other] ; { $waiting } attendent leur vote.
  }
home-voters = Avec un vote
newcomer-member-from = membre à partir du
newcomer-card-costs = Vous invitez cette personne par là : elle compte comme le nouveau venu que vous amenez à un vote en six mois. Les autres que vous avez invités peuvent alors attendre une place.
member-member-from = membre à partir du
standing-many-waiting = membres qui attendent leur vote
vote-waits-for = vote en attente :
vote-wait-time = un jour fixé
vote-wait-card = une troisième personne qui confirme la carte
vote-wait-seen = être rencontré en personne
vote-wait-sponsor = un parrain
vote-wait-place = une place
vote-wait-place-hall = à une réunion convoquée où la moitié est présente
vote-wait-from = – le vote commence le
vote-wait-place-from = – il s’en libère une au plus tard le
me-vote = Votre vote
me-votes-since = depuis le { $when }
own-vote-title = Votre vote
own-vote-member = Vous êtes membre : vous parlez, proposez, travaillez et vous présentez comme tout le monde. Votre vote commence quand ceci est là :
own-vote-applicant = Vous êtes en voie de devenir membre. Votre vote commence dès que vous l’êtes et que ceci est là :
own-vote-see = Ce que votre propre vote attend
own-way-what = Jusqu’à ce que vous soyez membre, il manque ceci :
own-way-vouchers = { $n ->
    [0] Plus aucun membre n’a besoin de se porter garant.
    [one] Un membre encore doit se porter garant de vous. Demandez à quelqu’un d’ici qui vous connaît : Nabat vous montre à tous les membres comme quelqu’un dont se porter garant.
   *[other] { $n } membres encore doivent se porter garants de vous. Demandez à des gens d’ici qui vous connaissent : Nabat vous montre à tous les membres comme quelqu’un dont se porter garant.
  }
own-way-seen = Des membres doivent vous avoir rencontré à une réunion, et l’inscrire. Venez à la prochaine.
own-way-decision = Les membres décident de votre admission. Demandez à l’un d’eux de la proposer.
own-way-member-from = Vous êtes membre à partir du
own-way-greeters = Accueillent ici :
own-way-no-offers = Personne n’a encore été tiré au sort pour accueillir : { $n ->
    [one] un membre de plus doit
   *[other] { $n } membres de plus doivent
  } d’abord s’y offrir, à leur page « Clés et appareils ». Demandez à des membres de s’offrir ; ou venez à une réunion.
own-way-lot = Qui accueille est tiré au sort, au plus tard le
own-way-no-greeters = Personne n’a encore été tiré au sort pour accueillir. Demandez à un membre de faire le tirage, à la page Nouveaux venus ; ou venez à une réunion.
own-vote-card = À une réunion, demandez à quelqu’un qui n’a ni fait votre carte ni invité de la confirmer.
own-vote-seen = Rencontrez l’une des personnes qui accueillent et demandez-lui de l’inscrire ; ou venez à une réunion, où ses deux scrutateurs le font.
own-vote-sponsor = Qui vous a invité vous parraine, une fois qu’il vote depuis six mois ; sinon demandez à un autre membre qui vote depuis six mois et n’a amené personne récemment.
own-vote-place = Prenez une place dès qu’une est libre et que les personnes élues pour compter à une réunion convoquée, avec la moitié de celles et ceux qui votent, ont inscrit vous y avoir rencontré. Ou demandez à quelqu’un qui n’a amené personne récemment de vous parrainer : il ne faut alors ni l’un ni l’autre.
lacks-for = pour être membre, il manque encore :
lacks-vouchers = { $n ->
    [1] un membre de plus qui se porte garant
   *[other] { $n } membres de plus qui se portent garants
  }
lacks-seen = être rencontré en personne
lacks-decision = un vote de l’assemblée
lacks-time = membre après les jours d’attente
sponsor-do = Parrainer son vote
sponsor-warning = Vous donnez votre parole que ce nouveau venu doit voter ; pour être membre, il lui faut d’autres garants. Si vous n’avez amené personne au vote depuis six mois, il n’a pas besoin de place. Votre nom figure à côté dans le registre.
place-do = Lui faire prendre la place
place-do-own = Prendre la place : commencer à voter
place-what-door = Une porte est ouverte : le vote commence aussitôt.
place-what-first = Son parrain n’a amené personne récemment : le vote commence aussitôt.
place-what-place = Une place est libre et personne ne passe avant : le vote commence aussitôt.
see-do = J’ai rencontré cette personne
see-warning = Vous dites avoir rencontré cette personne face à face. Votre nom figure à côté dans le registre.
places-title = Places
places-now = Ces six derniers mois, { $taken ->
    [0] personne n’est venu
    [one] une personne est venue
   *[other] { $taken } personnes sont venues
  } au vote par la parole d’un autre. Les places en laissent entrer { $most } au plus en six mois : un quart des { $roll } qui votent.
places-free-from = La prochaine place se libère le
places-what = Le premier nouveau venu de chacun en six mois n’a pas besoin de place. Les places sont pour les suivants, données aux réunions convoquées où la moitié de celles et ceux qui votent est présente : d’abord ceux dont le parrain en a amené le moins, et parmi eux qui attend depuis le plus longtemps.
door-comes = Une porte a été décidée. Elle s’ouvre le
door-comes-not = Une porte a été décidée, et l’on ne sait pas encore si et quand elle s’ouvre.
door-open = Une porte est ouverte : il reste { $left } places sur { $places }
door-until = jusqu’au
door-decision = La décision
door-move = Proposer d’ouvrir la porte à plus de monde à la fois
door-what = Qui est invité pendant ce temps vote dès qu’il est membre : nul besoin qu’on le parraine ou qu’on le rencontre. Cela se décide comme un changement de nos règles, la moitié de tous prenant part, et chaque nouveau venu signe toujours lui-même.
door-places = Combien de nouveaux venus
door-term = Ouverte jusqu’au
door-term-hint = Un an d’avance au plus.
door-waiting = { $n ->
    [one] Un membre attend son vote et pourrait prendre une place.
   *[other] { $n } membres attendent leur vote et pourraient prendre des places.
  }
would-door = Elle ouvre la porte à { $places ->
    [one] un nouveau venu
   *[other] { $places } nouveaux venus
  } jusqu’au
greeters-title = Qui accueille
greeters-what = Quelques-uns sont tirés au sort parmi ceux qui ont offert de compter. Ils rencontrent les nouveaux venus en personne et l’inscrivent : ainsi le parrain n’est pas seul à dire que quelqu’un existe.
greeters-until = Ils accueillent jusqu’au
greeters-few = Nous sommes peu : tout membre qui vote, sauf le parrain, peut inscrire qu’il a rencontré un nouveau venu.
greeters-none = Personne n’a été tiré au sort. Jusque-là, les deux scrutateurs d’une réunion convoquée inscrivent qui ils y voient.
greeters-draw-waits = Tirage en cours : { $has } appareils sur { $of } ont répondu, jusqu’au
greeters-offer = Offrir de compter, et donc d’accueillir
greet-draw-do = Tirer au sort qui accueille
greet-draw-what = Parmi les { $n } qui l’ont offert. Leurs appareils répondent d’eux-mêmes en deux jours ; la liste vaut six mois.
sponsors-title = Qui peut amener qui et quand
sponsors-lead = Chacun de ceux qui votent depuis six mois, les fondateurs aussitôt, amène un nouveau venu en six mois sans qu’il faille de place.
sponsors-all = tous ceux qui votent
sponsor-free = peut en amener un maintenant
sponsor-brought = a amené quelqu’un récemment
sponsor-young = vote depuis moins de six mois
sponsor-free-now = peut en amener un sans place
invite-from-young = Vous pouvez parrainer à partir du
invite-from-free = Vous amenez le prochain sans place à partir du
sponsor-free-from = peut amener le prochain sans place à partir du
sponsor-young-from = peut parrainer à partir du
sponsor-whom = a amené
burst-title = Beaucoup sont venus à la fois
burst-many = { $n ->
    [one] Un nouveau venu
   *[other] { $n } nouveaux venus
  } en trente jours, à côté de { $roll } qui votent.
burst-by-one = { $n } d’entre eux
burst-what = C’est peut-être un bon mois, ou une personne qui en amène beaucoup. Rien n’en suit de soi-même : les avez-vous rencontrés ?
invite-brings-title = Ce que votre invitation apporte maintenant
invite-brings-seat = Qui vous invitez comme membre vote avec son siège.
invite-brings-door = Une porte est ouverte : qui vous invitez comme membre vote dès qu’il l’est.
invite-brings-first = Qui vous invitez comme membre vote dès qu’il l’est et qu’une des personnes qui accueillent, pas vous, l’a rencontré.
invite-brings-place = Vous avez amené quelqu’un ces six derniers mois : qui vous invitez maintenant a besoin d’une place, en plus d’être rencontré. { $taken } places sur { $most } sont prises. Quelqu’un qui n’a amené personne peut le parrainer à votre place.
invite-brings-young = Vous votez depuis moins de six mois : vous invitez, et un autre membre parraine.
invite-brings-no-vote = Tant que vous attendez votre vote, vous invitez des invités. Demandez à un membre qui vote d’inviter quelqu’un comme membre.
contest-ground = Motif
contest-what = Il s’agit seulement de savoir si l’admission est juste, jamais de ce que quelqu’un pense, dit ou vote. Donnez les raisons dans le texte. La personne est entendue d’abord ; le vote est secret, la moitié de tous doit y participer, et la personne n’y vote pas, ni ceux qui sont venus par la même parole et sont contestés aussi, un quart de tous au plus.
contest-ground-invented = Cette personne n’existe pas
contest-ground-invented-what = Il n’y a personne derrière ce nom.
contest-ground-twice = Ici deux fois
contest-ground-twice-what = La même personne est déjà membre.
contest-ground-another-name = Sous le nom d’un autre
contest-ground-another-name-what = Elle emploie le nom de quelqu’un d’autre.
contest-ground-not-seen = Jamais rencontrée
contest-ground-not-seen-what = Nul ne l’a rencontrée comme le dit le registre.
contest-ground-conditions = Conditions non remplies
contest-ground-conditions-what = Ce que nos règles demandent aux nouveaux venus n’y était pas.
contest-not-heard = La personne n’en a pas encore parlé. On peut voter dès qu’elle l’a fait, ou à partir du
contest-heard = La personne en a parlé
vote-without-newcomers = Sur nos règles votent ceux qui ont un vote depuis trois mois, et les fondateurs : { $whole } ici.
vote-without-contested = { $n ->
    [one] Une personne dont l’admission est contestée ne vote pas ici.
   *[other] { $n } personnes dont l’admission est contestée ne votent pas ici.
  }
count-only-voters = Ceux qui ont un vote ici, sur { $whole } : les nouveaux venus qui attendent le leur ne comptent pas.
paper-only-voters = Ceux qui ont un vote : les nouveaux venus qui attendent le leur ne comptent pas.
need-see = Rencontrer un nouveau venu, et l’inscrire
need-place = Une place est libre pour vous : commencez à voter
need-own-way = Vous n’êtes pas encore membre : voyez ce qui manque
need-own-vote = Votre vote attend quelque chose
need-contested = Votre admission est contestée : dites ce que vous en pensez
need-greet = Un tirage de qui accueille attend votre appareil
need-burst = Beaucoup de nouveaux venus à la fois : les avez-vous rencontrés ?
need-keys-call = Une réunion est convoquée qui peut vous donner de nouvelles clés
need-greet-draw = Des nouveaux venus attendent d’être rencontrés : tirez qui accueille
need-greet-offer = Des nouveaux venus attendent d’être rencontrés : offrez d’accueillir
subject-door = porte ouverte
subject-long-door = Ouvrir la porte à beaucoup de nouveaux venus à la fois
entry-sponsor = { $who } a donné sa parole pour { $whom }
entry-place = { $who } a fait prendre une place à { $whom }
entry-greet-draw = { $who } a tiré au sort qui accueille
entry-greet-reveal = { $who } a révélé le secret pour le tirage de qui accueille
kind-seen = nouveaux venus rencontrés
kind-sponsor = parrains
kind-place = places prises
kind-greet = tirage de qui accueille
kind-vouch = garants
`;
