/** French: what is wrong with a record, and what a check of it comes to. */
export const faults = `
fault-R-1 = Les octets de l’entrée ne sont pas en forme canonique : autre chose que Nabat les a écrits ou altérés.
fault-R-2 = L’entrée contient une valeur qu’aucun registre ne peut contenir.
fault-R-3 = Les champs de l’entrée ne sont pas ceux de son genre.
fault-R-4 = L’acte est plus grand que les actes ne peuvent l’être.
fault-R-5 = L’acte ne porte pas de preuve de la forme connue.
fault-R-6 = La signature ne tient pas : l’acte a été altéré après la signature, ou quelqu’un d’autre l’a signé.
fault-R-7-another-body = L’acte était adressé à un autre groupe.
fault-R-8-gap = Il manque un acte de cette clé avant celui-ci : il a été retiré.
fault-R-8-entered-already = Cet acte, ou un plus récent de la même clé, était déjà inscrit : des entrées ont été répétées ou déplacées.
fault-R-9-saw-another-record = On avait montré à l’auteur un autre registre jusqu’à { $size } entrées que celui-ci : quelqu’un montre des registres différents à des gens différents.
fault-R-9-saw-the-future = L’auteur avait vu { $size } entrées ou plus quand il y en avait moins : des entrées ont été déplacées ou retirées.
fault-R-10 = Ce n’est pas une entrée : son enveloppe a une autre forme.
fault-R-11 = Le temps recule ici : le moment de l’entrée a été altéré, ou des entrées ont été déplacées.
fault-R-14 = La preuve gardée pour cette entrée n’est pas celle que l’entrée nomme.
fault-R-14-evidence-missing = La preuve sur laquelle repose cette entrée n’est pas là.
fault-R-16 = Un texte n’est pas celui que l’acte nommait : il a été altéré.
fault-R-47-missing = Un texte manque, et aucune entrée, aucun avis ne dit pourquoi.
fault-R-47-vanished = Un texte que contient l’ancienne copie manque dans la nouvelle, et aucune entrée, aucun avis ne dit pourquoi.
fault-R-24-shrunk = Le registre a moins d’entrées qu’avant ({ $size } au lieu de { $old }) : un registre ne fait que croître.
fault-R-24-forked = À partir d’ici, c’est un autre registre que celui qu’on avait vu. Gardez les deux copies, elles sont la preuve.
fault-R-25 = La tête ne nomme aucun groupe.
fault-R-25-another-body = C’est le registre d’un autre groupe.
fault-R-26 = La tête a une autre forme que les têtes.
fault-R-27 = La tête n’est pas une note signée.
fault-R-28 = La tête est trop grande.
fault-R-30-not-signed-by-a-known-key = La tête n’est pas signée par le teneur du registre en fonction.
fault-R-30-signature-does-not-hold = Une signature sous la tête ne tient pas ({ $name }).
fault-R-40 = Un fichier d’entrées manque, est coupé ou trop long.
fault-R-41-tile-missing = Un fichier de marques publiées manque : { $path }.
fault-R-41-tile-does-not-fit = Un fichier de marques publiées n’est pas ce que donnent les entrées : { $path }.
fault-R-42-other-root = Les entrées ne donnent pas la tête qui a été signée : une entrée a été altérée, déplacée, retirée ou ajoutée.
fault-R-42-other-size = La tête porte sur { $size } entrées, mais il y en a { $entries }.
fault-R-44 = Ce n’est pas un registre emporté de Nabat, ou ses fichiers ne sont pas dans leur ordre.
fault-R-44-no-checkpoint = Il n’y a pas de tête signée dedans : ce n’est pas un registre emporté de Nabat.
fault-R-45 = Le fichier est endommagé ou coupé, ou n’est pas l’archive d’un registre.
fault-R-48-contradicts-the-record = Ce que le fichier dit de lui-même (nabat.json) n’est pas ce que dit le registre ({ $what }).
fault-V-37-false-result = Les positions ouvertes de ce vote donnent un autre compte que celui déclaré ({ $field } : déclaré { $declared }, trouvé { $found }).
fault-R-41 = Les marques publiées ne donnent pas la tête qui a été signée.
fault-R-48 = Ce que le fichier dit de lui-même (nabat.json) a une autre forme.
fault-R-49 = Ce n’est pas la sauvegarde d’un teneur de registre.
verify-body = groupe
verify-practice = (exercice)
verify-entries = entrées
verify-entries-of = { $count }, la dernière le { $at }
verify-root = racine
verify-state = état
verify-kept = tenu par
verify-kept-of = { $clerk }, époque { $epoch }
verify-members = membres
verify-results = résultats
verify-results-of = { $recomputed } recalculés{ $tellers ->
    [0] {""}
   *[other] , dont { $tellers } d’après des comptes que des scrutateurs ont signés
  } ; { $attested } attestés{ $unread ->
    [0] {""}
   *[other] {" "}; { $unread } dont les positions ouvertes n’ont pas été remises à ce lecteur
  }
verify-attested = vote { $vote }… attesté par { $by }
verify-beside = à côté
verify-beside-of = { $named } pièces nommées : { $present } ici, { $erased } effacées, { $withheld } retenues, { $hidden } retirées de la vue par décision, { $unread } non remises à ce lecteur
verify-witnesses = témoins
verify-no-witness = personne n’a cosigné cette tête
verify-witness = { $name } le { $at }
verify-still-provisional = Ce groupe ne s’est pas encore adopté lui-même.
verify-attachments-not-here = Ce qui se trouve à côté du registre n’était pas ici et n’a pas été vérifié.
verify-names-against-rules = { $count ->
    [one] Un nom ou un titre contient ce qu’un nom ne peut pas contenir ; qui tient le registre n’aurait pas dû l’accepter. Il vient de l’inscription { $index }.
   *[other] { $count } noms ou titres contiennent ce qu’un nom ne peut pas contenir ; qui tient le registre n’aurait pas dû les accepter. Le premier vient de l’inscription { $index }.
  }
verify-not-compared = { $attachments } pièces de l’ancienne copie sont d’une sorte que la nouvelle n’est pas censée contenir ; elles n’ont pas été comparées.
verify-holds = Le registre tient : chaque entrée, chaque signature et chaque résultat ont été recalculés ici.
verify-holds-not = Le registre ne tient pas.
verify-where = où
verify-rule = règle
verify-entry = entrée { $index } (comptée à partir de 0), { $in }
verify-size = taille
verify-kept-stated = { $clerk }, à ce que dit ce serveur
verify-kept-known = { $clerk }, comme vous le savez
verify-not-recomputed = Non recalculé : ce lecteur n’a pas le droit de lire les entrées (donnez --key FICHIER). La signature de la tête tient et les marques publiées donnent sa racine.
verify-only-grew = Le registre n’a fait que croître. Non recalculé : ce lecteur n’a pas le droit de lire les entrées (donnez --key FICHIER).
verify-follows = { $newer } suit honnêtement { $older } : de { $from } à { $to } entrées, et tout a été recalculé.
`;
