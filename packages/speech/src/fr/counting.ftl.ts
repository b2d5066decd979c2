/** French: who counts sealed votes, lists of numbers, and the tellers of a called meeting. */
export const counting = `
telling = Qui compte
telling-lists = Listes de numéros
telling-there = Ce vote est compté dans une séance. Si votre numéro manque, dites-le maintenant à ses scrutateurs : ils peuvent recompter. Une fois le résultat déclaré, vous pourrez le dire ici.
telling-named = Nommé par qui a appelé au vote
telling-added = Ajoutés par des membres
telling-drawn = Tiré au sort
telling-opens = Ce vote s’ouvre le { $when }. D’ici là, { $n ->
    [one] tout membre peut ajouter un scrutateur de son choix
   *[other] { $n } membres ensemble peuvent ajouter un scrutateur de leur choix
  }. Si personne n’est ajouté, on en tire un au sort parmi ceux qui avaient offert de compter.
telling-signed = { $name } : { $n ->
    [one] une signature
   *[other] { $n } signatures
  } sur { $of }
telling-lot = Dans le tirage : { $n } appareils sur { $of } ont répondu.
telling-add = Qui doit compter aussi
telling-add-do = Signer pour ce scrutateur
telling-reveal = Un tirage attend le secret de votre offre de compter. Votre appareil le donne de lui-même quand vous ouvrez une page de ce groupe.
telling-reveal-do = Le donner maintenant
telling-fallen = Ce compte ne tient pas : on vote à nouveau, à main levée ou sur papier
telling-fallen-lists-differ = Les listes des scrutateurs diffèrent, et aucune n’a tenu seule.
telling-fallen-taken-out = De nouvelles clés ont été annulées, avec lesquelles les scrutateurs avaient voté ici pour quelqu’un, et le résultat aurait pu être autre.
telling-fallen-none-drawn = { $n ->
    [one] Un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  }, et trop peu de membres avaient offert de compter.
telling-fallen-none-recounted = { $n ->
    [one] Un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  }, et ceux qui devaient recompter ne l’ont pas fait.
telling-fallen-many-missing = { $n ->
    [one] Un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  }. À ce nombre, le vote est refait sans nouveau compte.
telling-fallen-numbers-missing = { $n ->
    [one] Un membre ne trouvait pas son numéro
   *[other] { $n } membres ne trouvaient pas leur numéro
  }, ceux qui ont recompté l’ont confirmé, et l’issue aurait pu être autre.
telling-uncounted = Ce vote n’a pas été compté
telling-uncounted-what = Aucun scrutateur n’a donné de liste à temps. Rien n’est décidé ; un autre vote peut être appelé, avec un autre scrutateur.
telling-contested = Des numéros manquent : d’autres recomptent
telling-contested-few = Des numéros manquent : trop peu peuvent recompter
telling-contested-what = { $n ->
    [one] Un membre dit
   *[other] { $n } membres disent
  } que son numéro manque ou figure avec une autre position. Ce sera réglé le { $when } au plus tard.
telling-list-until = Les scrutateurs peuvent donner leur liste jusqu’au { $when }. Si aucun ne le fait, le vote n’est pas compté.
telling-waits = La liste reste ouverte jusqu’au { $when }, pour que chacun y cherche son numéro.
telling-list = Liste des numéros par { $names }
telling-list-what = Chaque ligne est une position, sous un numéro que seuls l’appareil de son auteur et les scrutateurs connaissent.
telling-list-gone = La liste elle-même ne peut pas être obtenue ici. Sans elle, aucun numéro n’y figure.
telling-list-false = Les lignes de cette liste ne donnent pas les chiffres de son scrutateur : aucun numéro n’y figure.
telling-number = Numéro
telling-missing = Mon numéro manque, ou figure avec une autre position
telling-missing-what = Votre appareil dit ci-dessus si votre numéro figure dans la liste. Sinon, dites-le ici : vous ne dites rien de votre vote.
telling-leads = Ce qui s’ensuit
telling-leads-nothing = Rien ne repose sur ce compte. Ce que vous signez se voit, et ne change rien.
telling-leads-few = Avec ceux qui l’ont dit avant, l’issue ne pourrait pas être autre. Ce que vous signez se voit, et rien n’attend.
telling-leads-lists = Les listes des scrutateurs diffèrent. Celle où personne ne dit en deux jours que son numéro manque décide. S’il n’en reste aucune, ou plus d’une, le vote est nul : on le refait, à main levée ou sur papier.
telling-leads-many = Avec ceux qui l’ont dit avant, tant de numéros manquent que le vote est nul dès que vous signez : on le refait, à main levée ou sur papier.
telling-leads-void = Si vous signez, le vote est nul dans deux jours : on le refait, à main levée ou sur papier. D’autres ne pourraient recompter que si { $needed } membres avaient offert de compter, sans l’avoir compté ni manquer d’un numéro ; { $offered ->
    [0] personne ne l’a fait
    [one] un seul l’a fait
   *[other] { $offered } l’ont fait
  }.
telling-leads-void-anyway = Trop peu de membres avaient offert de compter quand quelqu’un d’autre l’a dit. Le vote est donc nul de toute façon, et on le refait, à main levée ou sur papier.
telling-leads-drawn = Si vous signez, le résultat attend que d’autres aient recompté. On les tire au sort parmi les { $offered } qui ont offert de compter. Vous leur ouvrez alors votre position en deux jours ; sinon vous n’avez rien montré.
telling-leads-joins = D’autres recomptent déjà. Si vous signez, vous leur ouvrez aussi votre position, en deux jours ; sinon vous n’avez rien montré.
telling-missing-few = { $n ->
    [one] Un membre dit
   *[other] { $n } membres disent
  } que son numéro manque ou figure avec une autre position. Avec si peu, l’issue ne pourrait pas être autre : rien n’attend.
telling-missed = Vous avez dit que votre numéro manque. Cela reste inscrit, quoi que cet appareil trouve ci-dessus.
telling-not-cast = Vous n’avez pas voté ici.
telling-missing-in = Dans la liste de
telling-missing-do = Signer : mon numéro manque
telling-missing-warning = Les membres voient que votre numéro vous manque. Vous pouvez le dire une fois dans ce vote.
telling-again = Compté encore une fois
telling-again-what = { $n ->
    [one] Un membre ne trouve pas son numéro
   *[other] { $n } membres ne trouvent pas leur numéro
  }.
telling-again-lot = Personne n’est encore tiré au sort. { $offered } membres qui avaient offert de compter peuvent l’être ; les appareils de { $revealed } sur { $of } ont répondu. Sans tirage d’ici le { $when }, le vote est nul et on le refait, à main levée ou sur papier.
telling-again-few = Personne ne peut être tiré au sort : il fallait que { $needed } membres aient offert de compter, sans l’avoir compté ni manquer d’un numéro, et { $offered ->
    [0] personne ne l’avait fait
    [one] un seul l’avait fait
   *[other] { $offered } l’avaient fait
  }. Le vote est donc nul le { $when }, et on le refait, à main levée ou sur papier.
telling-again-drawn = Tirés au sort pour recompter
telling-again-opened = { $opened ->
    [0] Personne ne leur a encore ouvert sa position.
    [one] Une personne leur a ouvert sa position, sur { $of }.
   *[other] { $opened } leur ont ouvert leur position, sur { $of }.
  }
telling-again-until = Cette étape finit le { $when }.
telling-again-said = { $name } donne raison à { $n } sur { $of }.
telling-open-again = Ouvrir ma position à ceux qui sont tirés au sort
telling-open-again-what = Eux seuls peuvent la lire, comme les scrutateurs le pouvaient. Ils voient ainsi si vous avez raison.
telling-recount-do = Vérifier et signer ce que je trouve
telling-recount-what = Votre appareil ouvre ce que ces membres vous ont donné et le compare à la liste et à ce qu’ils ont inscrit. Vous signez combien ont raison.
offer-title = Compter des votes
offer-do = Offrir de compter des votes
offer-what = Si le sort vous désigne, vous comptez un vote scellé sur cet appareil, ou vous rencontrez des nouveaux venus en personne pendant six mois. L’offre vaut trente jours.
offer-end-do = Retirer mon offre de compter
offer-end-what = Une fois retirée, vous n’êtes dans aucun tirage pour les votes ouverts ensuite.
offer-stands = Vous avez offert de compter et d’accueillir. L’offre vaut jusqu’au
teller-failed-before = { $name } (n’a pas donné de liste lors d’un vote précédent sur ce point)
teller-named-hint = Vous nommez une personne qui compte. D’autres membres peuvent en ajouter jusqu’à l’ouverture du vote, douze heures après l’appel.
tally-until = Comptez avant le { $when }. Si aucun scrutateur ne le fait, le vote n’est pas compté.
tally-warning-there = Avec les chiffres, vous publiez la liste des numéros et de leurs positions. Les listes des scrutateurs doivent être les mêmes ; jusqu’à la déclaration du résultat, vous pouvez recompter.
tally-warning-listed = Avec les chiffres vous publiez la liste des numéros et de leurs positions. Elle ne peut pas être changée.
vote-stage-called = appelé, s’ouvre plus tard
vote-stage-uncounted = non compté
vote-stage-fallen = ne tient pas, à refaire en personne
presence-here = Je suis là
procedure-counts = Qui compte cette élection pour votre côté
procedure-counts-hint = Si vous laissez vide, c’est vous. L’autre côté en nomme un autre.
need-teller = Ajouter un scrutateur, si vous voulez
need-reveal = Un tirage attend votre appareil
need-again = Ouvrir votre position à ceux qui recomptent
need-list = Compter les voix, sinon le vote n’est pas compté
need-tally-soon = Compter les voix, bientôt
need-number = Chercher votre numéro dans la liste
need-recount = Recompter
entry-teller-offer = { $who } a offert de compter des votes
entry-teller-offer-end = { $who } a retiré son offre de compter
entry-teller-add = { $who } a signé pour un scrutateur de plus de { $titled }
entry-teller-reveal = { $who } a répondu au tirage de { $titled }
entry-number-missing = { $who } ne trouve pas son numéro dans la liste de { $titled }
entry-opening-again = { $who } a ouvert encore une fois sa position, à ceux qui sont tirés au sort, dans { $titled }
entry-recount = { $who } a recompté dans { $titled }
entry-sitting-here = { $card ->
    [code] { $who } a inscrit, avec un code de la carte, que { $whom } est là
   *[other] { $who } a signé sa présence
}
`;
