# source: be5789fa
title = Comment était-ce ?
    .lead = Six questions, toutes facultatives et anonymes. Elles aident à améliorer le programme, surtout là où il a fait du mal ou n’a servi à rien.

# source: 500aa1a8
page-programme = Le programme

# source: 671c487d
fb_read = Quelle part du programme avez-vous lue ?
    .one_or_two = Un ou deux modules
    .about_half = À peu près la moitié
    .most = Presque tout
    .all = Tout

# source: 79b1a7c0
fb_helped = Qu’est-ce qui vous a été utile ?
    .facts_child = Les faits sur l’enfant qu’on voit dans un enregistrement
    .chain = Voir la chaîne
    .thoughts = Les réponses aux pensées
    .urges = Que faire quand une envie vient
    .screens = Changer les appareils et les heures
    .alternatives = D’autres chemins vers ce qu’il me faut
    .values = La vie que je veux
    .plan = Le plan pour les moments à risque
    .letter = La lettre
    .not_alone = Savoir que d’autres en sont au même point que moi
    .other = Autre chose
    .nothing = Rien

# source: b23ae066
fb_change = Par rapport à la période d’avant le programme, où en êtes-vous avec les images sexuelles d’enfants ?
    .hint = Répondez librement : cela n’a aucune conséquence pour vous.
    .never_looked = Je n’ai jamais regardé, et je ne regarde toujours pas
    .stopped = J’ai arrêté
    .less = Je regarde moins
    .same = À peu près autant
    .more = Je regarde plus

# source: bfbc14bf
page-effects = Les effets indésirables

# source: bf4249f5
fb_worse = Quelque chose a-t-il empiré à cause du programme ?
    .hint = Cela peut arriver avec toute forme d’aide. Nous avons besoin de le savoir.
    .low_mood = Mon moral
    .shame = La honte, la haine de moi-même
    .fear = La peur
    .sleep = Le sommeil
    .urges = Les envies sont devenues plus fortes ou plus fréquentes
    .self_harm_thoughts = J’ai pensé à me faire du mal ou à mettre fin à mes jours
    .conflict = Des disputes avec mes proches
    .other = Autre chose
    .nothing = Rien n’a empiré

# source: c770d6d7
fb_person = Auriez-vous voulu une personne à qui parler ?
    .has_one = J’en ai déjà une
    .regularly = Oui, régulièrement
    .now_and_then = Oui, de temps en temps
    .no = Non

# source: 6e2a5ac4
fb_words = Que devrions-nous changer ?

# source: 8ddbbfe1
care-self_harm = Merci de le dire
    .text =
        Vous avez écrit que vous avez pensé à vous faire du mal ou à mettre fin à vos jours. Vous n’avez pas à porter cela sans aide, et rien ne vous oblige à continuer le programme.

        Si vous risquez de passer à l’acte maintenant, appelez le numéro d’urgence de votre pays, et rejoignez quelqu’un si vous le pouvez. Sinon, parlez à quelqu’un aujourd’hui. Les lignes ci-dessous existent pour cela, et vous n’avez pas besoin de dire pourquoi vous allez mal.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes.

# source: dbb5ca82
care-harder = C’est devenu plus difficile
    .text =
        Merci de le dire. Un programme sur papier ne suffit pas à tout le monde, et ce n’est pas un verdict sur vous.

        C’est un bon moment pour vous faire aider par quelqu’un. Sur les lignes ci-dessous, on en parle chaque jour, et plusieurs ne vous demandent pas votre nom. Si vous sentez que vous perdez pied en ce moment, quittez d’abord l’appareil et la pièce, puis appelez.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes.
