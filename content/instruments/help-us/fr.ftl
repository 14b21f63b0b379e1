# source: 41c7c5bd
title = Ce qui pourrait vous aider
    .lead = Un court questionnaire anonyme, pour les personnes qui regardent des images sexuelles d’enfants et qui aimeraient peut-être que quelque chose change.

# source: 7a94a36f
page-wish = Ce que vous souhaitez
    .text = Ici, « images sexuelles d’enfants » désigne des images ou des vidéos à caractère sexuel qui montrent une personne de moins de 18 ans. Vous n’aurez jamais à en décrire. Chaque question est facultative.

# source: 276a9255
wish_stop = Aimeriez-vous arrêter de regarder des images sexuelles d’enfants ?
    .hint = Si vous avez déjà arrêté : répondez oui si vous voulez que cela dure.
    .yes = Oui
    .unsure = J’hésite
    .no = Non

# source: e7b2756e
page-attempts = Ce que vous avez essayé

# source: 77cede25
tried_stop = Avez-vous déjà essayé d’arrêter de regarder des images sexuelles d’enfants ?
    .never = Non, jamais
    .once = Oui, une fois
    .several = Oui, plusieurs fois

# source: e199729c
help_sought = Avez-vous déjà cherché de l’aide pour vous-même, au sujet d’images sexuelles d’enfants ?
    .hint = Si plusieurs réponses vous correspondent, choisissez la première d’entre elles.
    .yes_professional = Oui, auprès d’une personne dont c’est le métier, d’une ligne d’écoute ou d’un service
    .yes_other = Oui, ailleurs : auprès d’une personne que je connais, sur un site, dans un livre
    .no = Non, je n’ai jamais cherché d’aide

# source: 26681a04
page-help = Ce qui a aidé, ce qui a fait obstacle

# source: ca37e728
attempts_longest = Quelle est la plus longue période que vous ayez passée sans en regarder ?
    .under_1_week = Moins d’une semaine
    .under_1_month = Une semaine ou plus, mais moins d’un mois
    .under_6_months = Un mois ou plus, mais moins de six mois
    .from_6_months = Six mois ou plus, puis j’ai recommencé
    .not_again = J’ai arrêté et je n’ai pas recommencé

# source: 1a40aaad
help_received = Avez-vous reçu de l’aide ?
    .yes = Oui
    .partly = En partie
    .no = Non

# source: bb18fe5d
help_why_not = Pour quelles raisons n’avez-vous pas cherché d’aide ?
    .unknown_where = Je ne savais pas où chercher
    .judged = J’avais peur qu’on me juge
    .reported = J’avais peur qu’on me dénonce
    .cost = Je n’avais pas les moyens de payer
    .language = Il n’y en avait pas dans ma langue
    .none_near = Il n’y en avait pas près de chez moi
    .no_use = Je ne pensais pas que cela aiderait
    .no_words = Je n’arrivais pas à en parler
    .felt_no_need = Je n’en ressentais pas le besoin
    .other = Une autre raison

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

# source: 7215f552
page-extent = À quelle fréquence, depuis quand

# source: 7b8d37ee
how_often = Au cours des 12 derniers mois, à quelle fréquence avez-vous regardé des images sexuelles d’enfants ?
    .not_this_year = Pas du tout
    .under_monthly = Moins d’une fois par mois
    .monthly = Une à trois fois par mois
    .weekly = Chaque semaine ou presque, mais pas la plupart des jours
    .most_days = La plupart des jours ou tous les jours

# source: 6e6fb409
days_month = Au cours des 30 derniers jours, combien de jours en avez-vous regardé ?
    .hint = Un nombre approximatif suffit. 0 est aussi une réponse.
    .unit = jours

# source: 215a0e42
how_long = Quand avez-vous regardé volontairement de telles images pour la première fois ?
    .never_on_purpose = Je ne l’ai jamais fait volontairement
    .under_1_year = Il y a moins d’un an
    .from_1_year = Il y a entre un et trois ans
    .from_3_years = Il y a entre trois et dix ans
    .from_10_years = Il y a plus de dix ans

# source: 522978a5
page-feelings = Comment vous allez
    .text = Ces deux questions ne portent que sur vous.

# source: 284df044
distress = En ce moment, à quel point tout cela vous pèse-t-il ?
    .low = Pas du tout
    .high = Plus que je ne peux supporter

# source: 6d36abdf
self_harm_thoughts = Au cours du dernier mois, avez-vous pensé à vous faire du mal ou à mettre fin à vos jours ?
    .hint = Quelle que soit votre réponse, rien n’est signalé. Si vous souhaitez parler à quelqu’un maintenant, vous trouverez des lignes d’écoute sur la page d’aide.
    .never = Jamais
    .sometimes = Parfois
    .often = Souvent

# source: b3b18e43
page-contact = L’idée d’un contact
    .text = Ici aussi, « enfant » désigne toute personne de moins de 18 ans.

# source: 746f8990
contact_thought = Avez-vous déjà pensé à entrer en contact avec un enfant à des fins sexuelles ?
    .hint = Toutes les réponses sont les bienvenues, et vous pouvez passer cette question. Une pensée n’est pas un acte.
    .never = Jamais
    .sometimes = Parfois
    .often = Souvent

# source: b5106f30
page-contact-more = Encore une question à ce sujet

# source: bb8a9b9d
contact_sought = Avez-vous déjà essayé d’entrer en contact avec un enfant à des fins sexuelles, en ligne ou ailleurs ?
    .hint = Toutes les réponses sont les bienvenues, et vous pouvez passer cette question. Aucun détail ne vous sera demandé.
    .never = Jamais
    .once = Une fois
    .several = Plusieurs fois

# source: e658b067
page-close = Pour finir

# source: 66c3797d
would_help = Qu’est-ce qui vous aiderait ?
    .talk_anonymous = Parler à quelqu’un sans donner mon nom
    .write_anonymous = Écrire à quelqu’un sans donner mon nom
    .self_help = Un programme à suivre par moi-même, à mon rythme
    .regular_support = Un suivi régulier par une personne dont c’est le métier
    .mood = De l’aide contre le stress, la tristesse ou la solitude
    .rules_known = Savoir à l’avance ce qui reste confidentiel
    .blocking = Un outil qui bloque l’accès à ces images
    .own_language = De l’aide dans ma langue
    .other = Autre chose
    .nothing = Rien ne m’aiderait

# source: 2f7aa69f
would_help_words = Avec vos mots : qu’est-ce qui vous aiderait le plus ?

# source: 937ef76a
honest_answers = Vos réponses étaient-elles sincères ?
    .hint = Répondez librement : cela ne change rien pour vous. Cela aide seulement à mieux comprendre les réponses.
    .yes = Oui
    .mostly = Dans l’ensemble
    .no = Non

# source: 335af950
care-self_harm = Vous n’avez pas à porter cela sans aide
    .text =
        De telles pensées pèsent lourd, et elles peuvent passer. Si vous le pouvez, parlez à quelqu’un aujourd’hui. Les lignes ci-dessous existent pour cela, et vous n’avez pas besoin de dire pourquoi vous allez mal.

        Si vous pensez que vous pourriez vous faire du mal, appelez maintenant le numéro d’urgence de votre pays. Si vous le pouvez, restez près d’une personne de confiance.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes. Vous êtes libre de continuer le questionnaire ou de vous arrêter ici.

# source: c714805d
care-contact = Pour cela aussi, il existe de l’aide
    .text =
        Merci d’avoir répondu. Si un enfant est peut-être en danger en ce moment, appelez le numéro d’urgence de votre pays, ou adressez-vous à un service qui accepte les signalements anonymes.

        Si vous avez peur de ce que vous pourriez faire, ou s’il s’est déjà passé quelque chose, vous pouvez en parler. Les personnes qui répondent sur les lignes ci-dessous en parlent chaque jour. Demandez-leur d’abord ce qui reste confidentiel ; avec plusieurs d’entre elles, vous n’avez pas à donner votre nom.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes. Vous êtes libre de continuer le questionnaire ou de vous arrêter ici.
