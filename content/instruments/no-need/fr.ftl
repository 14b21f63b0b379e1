# source: 25f3b193
title = Votre avis compte aussi
    .lead = Un très court questionnaire anonyme, pour les personnes qui estiment ne pas avoir besoin d’aide.

# source: 7a94a36f
page-wish = Ce que vous souhaitez
    .text = Ici, « images sexuelles d’enfants » désigne des images ou des vidéos à caractère sexuel qui montrent une personne de moins de 18 ans. Vous n’aurez jamais à en décrire. Chaque question est facultative.

# source: 276a9255
wish_stop = Aimeriez-vous arrêter de regarder des images sexuelles d’enfants ?
    .hint = Si vous avez déjà arrêté : répondez oui si vous voulez que cela dure.
    .yes = Oui
    .unsure = J’hésite
    .no = Non

# source: e199729c
help_sought = Avez-vous déjà cherché de l’aide pour vous-même, au sujet d’images sexuelles d’enfants ?
    .hint = Si plusieurs réponses vous correspondent, choisissez la première d’entre elles.
    .yes_professional = Oui, auprès d’une personne dont c’est le métier, d’une ligne d’écoute ou d’un service
    .yes_other = Oui, ailleurs : auprès d’une personne que je connais, sur un site, dans un livre
    .no = Non, je n’ai jamais cherché d’aide

# source: ceb4531c
page-why = Vos raisons
    .text = Ici, aucune réponse n’est bonne ou mauvaise.

# source: 357148c1
no_need_why = Pourquoi estimez-vous ne pas avoir besoin d’aide ?
    .do_not_look = Je ne regarde pas de telles images
    .by_chance = Je suis ici par hasard ou par curiosité
    .stopped = J’ai arrêté sans aide
    .in_control = J’ai le sentiment de me maîtriser
    .no_problem = Je n’y vois pas de problème
    .has_help = J’ai déjà de l’aide
    .no_trust = Je n’ai pas confiance dans l’aide qui existe
    .other = Une autre raison

# source: df6bec1e
no_need_words = Aimeriez-vous ajouter quelque chose ?

# source: 2121344a
page-first = La première fois
    .text = Si vous n’avez jamais vu de telles images, passez ces deux questions. Pour certaines personnes, la première fois a été quelque chose qu’on leur a fait subir. Si c’est votre cas, ce n’était pas votre faute, et la page d’aide est aussi pour vous.

# source: 4a200da7
first_age = Quel âge aviez-vous quand vous avez vu pour la première fois des images sexuelles d’enfants ?
    .under_13 = Moins de 13 ans
    .age_13_17 = De 13 à 17 ans
    .age_18_24 = De 18 à 24 ans
    .age_25_plus = 25 ans ou plus

# source: fff21790
first_way = Comment cela s’est-il passé ?
    .accident = Par hasard, en faisant autre chose
    .pornography = En cherchant de la pornographie entre adultes
    .looking_for_it = Je cherchais de telles images
    .shown_by_someone = Quelqu’un me les a montrées ou envoyées
    .other = D’une autre manière

# source: e658b067
page-close = Pour finir

# source: 1705251e
what_would_change = Qu’est-ce qui pourrait vous amener, un jour, à chercher de l’aide ?
    .anonymous = La certitude que personne n’apprendra qui je suis
    .rules_known = Savoir à l’avance ce qui reste confidentiel
    .closer_help = De l’aide plus proche, moins chère ou dans ma langue
    .losing_control = Le sentiment de perdre la maîtrise
    .feeling_worse = Le fait d’aller plus mal
    .asked = La demande d’une personne proche
    .other = Autre chose
    .nothing = Rien

# source: 937ef76a
honest_answers = Vos réponses étaient-elles sincères ?
    .hint = Répondez librement : cela ne change rien pour vous. Cela aide seulement à mieux comprendre les réponses.
    .yes = Oui
    .mostly = Dans l’ensemble
    .no = Non
