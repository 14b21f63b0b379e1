# source: 9773e2bc
title = Les exercices
    .lead = Les questions des douze modules. Chacune est facultative. Ne nommez personne et ne décrivez aucune image ; ce n’est jamais nécessaire.

# source: b57c2b0c
page-why-stop = Pourquoi arrêter

# source: 93d61b93
ruler_important = À quel point est-il important pour vous, aujourd’hui, d’arrêter, ou de ne pas commencer ?
    .hint = Le premier chiffre qui vient convient.
    .low = Pas du tout important
    .high = Plus important que tout le reste

# source: 576830b1
ruler_confident = À quel point croyez-vous, aujourd’hui, pouvoir y arriver ?
    .hint = Un chiffre bas n’est pas mauvais signe. Il montre où chercher du soutien.
    .low = Je n’y crois pas du tout
    .high = J’en ai la certitude

# source: 68aad4c5
ruler_why = Pourquoi le chiffre donné à « important » n’est-il pas plus bas ?
    .hint = Quelques mots suffisent.

# source: 31d4699e
reasons = Qu’est-ce qui vous pousse à arrêter ?
    .child = Dans chaque enregistrement, il y a un enfant
    .self_respect = Je veux pouvoir me regarder dans la glace
    .family = Des personnes comptent sur moi
    .nothing_to_hide = Je veux n’avoir rien à cacher
    .sleep = Je veux dormir et avoir l’esprit en paix
    .law = Je ne veux pas enfreindre la loi
    .closeness = Je veux retrouver une proximité avec quelqu’un
    .time = Je veux retrouver mon temps
    .other = Une autre raison
    .none_yet = Encore aucune de ces raisons

# source: 5077e8e4
page-costs = Ce que cela me coûte, à moi et aux autres

# source: 5924bdae
costs = Qu’est-ce que cela vous coûte ?
    .sleep = Du sommeil
    .hours = Des heures, des soirées entières
    .attention = De l’attention au travail ou dans mes études
    .lies = Je dois mentir ou cacher des choses
    .closeness = De la proximité avec les gens que j’aime bien
    .pleasure = De la joie dans d’autres choses
    .trust = La confiance en ma propre parole
    .fear = J’ai peur que cela se sache
    .mood = Mon moral, mon respect de moi-même
    .money = De l’argent
    .other = Autre chose
    .nothing = Rien en ce moment

# source: 5746f33d
get_back = Si cela s’arrêtait, que retrouveriez-vous en premier ?

# source: 6d36abdf
self_harm_thoughts = Au cours du dernier mois, avez-vous pensé à vous faire du mal ou à mettre fin à vos jours ?
    .hint = Quelle que soit votre réponse, rien n’est signalé. Si vous souhaitez parler à quelqu’un maintenant, vous trouverez des lignes d’écoute sur la page d’aide.
    .never = Jamais
    .sometimes = Parfois
    .often = Souvent

# source: 51324624
page-wanting = Ce que je veux à la place

# source: ae1cb88b
needs = Qu’est-ce qui vous manquait dans ces moments-là ?
    .calm = Le calme
    .closeness = Une proximité, une présence
    .feeling = Ressentir enfin quelque chose
    .pleasure = Du plaisir
    .forgetting = Oublier quelque chose un moment
    .control = Décider quelque chose par moi-même
    .own_thing = Une chose à moi
    .escape_boredom = Quelque chose contre l’ennui
    .other = Autre chose

# source: ac7c89c4
wants_instead = Que voulez-vous dans votre vie d’ici un an ?

# source: 811bf56a
first_step = Quel pas ferez-vous cette semaine, quel jour et à quelle heure ?
    .hint = « Si …, alors je … »

# source: 9799ae53
page-situations = La chaîne qui mène jusque-là

# source: f91f9b26
risk_moments = Qu’est-ce qui est souvent là avant ?
    .night = Tard le soir ou la nuit
    .morning = Tôt le matin
    .home_alone = Il n’y a personne d’autre à la maison
    .travelling = Je suis en déplacement, à l’hôtel
    .after_quarrel = Après une dispute ou une critique
    .pressure = La pression : examens, délais, argent
    .nothing_to_do = Un jour où rien n’est prévu
    .alcohol_drugs = L’alcool ou d’autres drogues
    .pornography = De longues heures de pornographie
    .good_news = Après une bonne nouvelle, en récompense
    .other = Autre chose

# source: 09d10b30
risk_feelings = Quels sentiments ?
    .lonely = La solitude
    .bored = L’ennui
    .tense = La tension
    .angry = La colère
    .humiliated = L’humiliation
    .ashamed = La honte
    .sad = La tristesse
    .empty = Le vide
    .tired = La fatigue
    .elated = L’euphorie
    .other = Un autre

# source: 3f8f63ad
chain_first = Quel est le premier maillon que vous savez reconnaître ?
    .hint = Quelque chose de la journée, et non de l’écran.

# source: 2a9cd507
chain_exit = Où pourriez-vous sortir de la chaîne, et comment ?

# source: 6a67bebb
page-thoughts = Les pensées qui ouvrent la porte

# source: a2d546d2
answers = Quelles réponses voulez-vous garder ?
    .done_to_someone = Cela fait du mal à quelqu’un. Je peux ne pas le faire.
    .one_viewer = Je ne décide que pour une personne, et c’est moi.
    .no_choice_there = Il n’y avait là aucun choix sur lequel je puisse m’appuyer.
    .leave_path = Ce chemin, je veux le quitter, pas l’entretenir.
    .distance_and_help = Ce qui protège, c’est la distance et l’aide.
    .last_time_over = La dernière fois a déjà eu lieu.
    .late_not_never = Mieux vaut tard que jamais.
    .hands = Il y a plus que cela en moi, et je décide de ce que font mes mains.

# source: 1dcd2de2
answer_words = Une réponse avec vos mots
    .hint = La réponse seulement, aussi courte qu’un texto.

# source: 5bf21928
page-child = Ce qu’un enregistrement fait à l’enfant

# source: 8a95ffe5
child_fact = De quelle phrase voulez-vous vous souvenir ?
    .no_consent = Un enfant ne peut pas y consentir.
    .recording_stays = L’abus peut finir ; l’enregistrement reste.
    .recognised = De nombreuses personnes vivent avec la peur d’être reconnues.
    .one_more = Chaque regard est un regard de plus, sans consentement.
    .one_less = Une personne de moins qui regarde, c’est quelque chose de réel.

# source: 19486cdb
child_adult = Que peut faire un adulte digne de ce nom pour un enfant qu’il ne rencontrera jamais ?
    .hint = Deux ou trois phrases sur ce que fait cet adulte. Rien sur des images, et rien de ce qui a été fait.

# source: da5f2d0e
page-urges = Une envie monte, puis retombe

# source: 8f02c801
urge_signs = À quoi remarquez-vous, assez tôt, qu’une envie arrive ?
    .restless = Je ne tiens plus en place
    .tight_body = Mon corps se tend, ou se réchauffe
    .circling_thoughts = Mes pensées tournent en rond
    .seeking_alone = Je m’arrange pour m’isoler
    .making_excuses = Je commence à me chercher des excuses
    .reaching_device = Je prends l’appareil en main sans but
    .putting_off_bed = Je retarde l’heure du coucher
    .irritable = Un rien m’irrite
    .other = Autrement

# source: f8dc76b6
urge_minutes = Combien de temps la dernière envie forte a-t-elle duré avant de nettement faiblir ?
    .hint = Un nombre approximatif suffit.
    .unit = minutes

# source: 16b5a496
ten_minutes = Que faites-vous pendant les dix premières minutes ?
    .leave_room = Sortir de la pièce
    .device_away = Poser l’appareil dans une autre pièce
    .go_outside = Aller dehors
    .among_people = Aller là où il y a du monde
    .cold_water = De l’eau froide sur le visage et les poignets
    .move_body = Bouger jusqu’à l’essoufflement
    .breathe_out = Souffler lentement
    .call_line = Appeler une ligne d’écoute
    .call_person = Appeler quelqu’un
    .watch_wave = Observer la vague et lui donner un chiffre
    .wait_ten = Regarder l’horloge et attendre dix minutes
    .other = Autre chose

# source: 42371034
ten_minutes_plan = Une phrase : si …, alors je …
    .hint = Un « si » qui se voit, un « alors » qui peut se faire aussitôt.

# source: 3c25bc71
page-screens = Écrans et habitudes

# source: d9d60897
screen_steps = Que voulez-vous bien essayer ?
    .end_hour = Une heure fixe où tous les écrans s’éteignent
    .other_room = Les appareils dorment dans une autre pièce
    .shared_room = Je n’utilise l’appareil que là où l’on passe
    .fewer_devices = Moins d’appareils
    .night_phone = Un téléphone tout simple pour la nuit
    .filter = Un filtre, avec un mot de passe que garde quelqu’un d’autre
    .leave_accounts = Abandonner aujourd’hui groupes, contacts et comptes
    .pornography_pause = Quatre semaines sans pornographie, ou avec des limites
    .ask_lawyer = Demander à un avocat ou à une ligne d’écoute anonyme ce que je dois faire
    .none_yet = Encore rien de tout cela

# source: 5a08254c
screen_rule = Ma règle : si …, alors je …
    .hint = Ne citez ni page ni compte.

# source: 7cdd73dd
screen_helper = Qui pourrait connaître cette règle ?
    .partner = La personne qui partage ma vie
    .family = Quelqu’un de la famille
    .friend = Un ami ou une amie
    .professional = Une personne dont c’est le métier
    .nobody_yet = Personne pour le moment

# source: 9d2d4788
page-alternatives = D’autres chemins vers ce qu’il me faut

# source: d56b391b
alternatives = Que voulez-vous essayer ?
    .move = Bouger chaque jour jusqu’à avoir chaud
    .breathe = Souffler lentement, deux fois par jour
    .write_down = Écrire ce qui me pèse
    .regular_sleep = Me lever chaque jour à la même heure
    .daylight = La lumière du matin
    .doctor = Parler à un médecin du sommeil, du moral ou de l’alcool
    .group = Un groupe, une chorale, un cours, un club pour adultes
    .old_friend = Reprendre contact avec quelqu’un d’autrefois
    .helping_adults = Donner un coup de main quelque part, parmi des adultes
    .make_something = Cuisiner, construire, réparer ou écrire
    .music = Jouer de la musique, ou en écouter
    .nature = Le jardin, la forêt, l’eau
    .less_alcohol = Moins d’alcool ou d’autres drogues
    .other = Autre chose

# source: d4bb03dd
alternative_week = Quoi, quel jour, à quelle heure ?

# source: 3bce1472
alternative_person = Avec qui voulez-vous plus de contact ?
    .partner = La personne qui partage ma vie
    .family = Quelqu’un de la famille
    .friend = Un ami ou une amie
    .neighbour_colleague = Quelqu’un du voisinage ou du travail
    .group = Un groupe
    .professional = Une personne dont c’est le métier
    .helpline = Une ligne d’écoute, pour commencer
    .nobody_yet = Personne pour le moment

# source: f32247c2
page-values = La vie que je veux

# source: 800889db
values = Quels mots sont les vôtres ?
    .hint = Trois suffisent.
    .dependable = La fiabilité
    .honest = L’honnêteté
    .gentle = La douceur
    .brave = Le courage
    .fair = La justice
    .free = La liberté
    .close = La proximité avec les autres
    .curious = La curiosité
    .useful = Être utile
    .creative = La créativité
    .healthy = La santé
    .faithful = La fidélité
    .calm = Le calme
    .other = Un autre mot

# source: ab40be20
values_near = À quelle distance de ces mots avez-vous vécu ces sept derniers jours ?
    .low = Très loin
    .high = Tout près

# source: 2b163545
tuesday = Un mardi ordinaire, dans cinq ans

# source: 5f7e4834
values_step = Qu’est-ce qui pourrait être vrai dès la semaine prochaine ?

# source: 8f1f4e84
page-lapse = Quand cela recommence

# source: b8b000ef
plan_situation = Si ceci arrive :
    .hint = La situation la plus dangereuse pour vous.

# source: 56c6fa88
plan_action = Alors je fais ceci :

# source: c4551607
plan_call = Et j’appelle :
    .hint = Un rôle suffit, comme « ma sœur » ou « la ligne ». Pas de noms.

# source: baa00110
lapse_hour = Que faites-vous dans l’heure qui suit un faux pas ?
    .stop_midway = M’arrêter au milieu, tout fermer
    .leave_room = Quitter la pièce
    .light_water = De la lumière, de l’eau, des vêtements propres
    .eat = Manger quelque chose
    .tell_someone = Dire à quelqu’un que je passe un mauvais moment
    .call_helpline = Appeler une ligne d’écoute
    .call_crisis = Appeler une ligne de crise si je n’ai plus envie de vivre
    .early_bed = Me coucher tôt, sans écran
    .next_day_chain = Regarder la chaîne le lendemain et changer une chose

# source: 3a202648
lapse_words = Une phrase que je voudrai alors entendre de moi-même

# source: ea710fad
page-telling = En parler à quelqu’un

# source: 7f664220
tell_who = À qui pourriez-vous parler en premier ?
    .helpline = À une ligne d’écoute, sans mon nom
    .doctor = À un médecin
    .psychologist = À une personne qui exerce en psychologie, en psychiatrie ou en sexologie
    .partner = À la personne qui partage ma vie
    .friend_family = À un ami, à une amie ou à quelqu’un de ma famille
    .other = À quelqu’un d’autre
    .told_already = J’en ai déjà parlé à quelqu’un
    .not_yet = Pas encore

# source: 46b8b61b
tell_when = Quand ?
    .today = Aujourd’hui
    .this_week = Cette semaine
    .this_month = Ce mois-ci
    .not_yet = Pas encore

# source: 40c68d3b
letter = Une lettre à moi-même
    .hint = À la personne que vous serez une mauvaise nuit. Ni noms, ni description d’images. Sur papier, elle peut être plus longue.

# source: 1301afc6
care-self_harm = Restez un instant ici
    .text =
        Vous avez répondu que vous pensez à vous faire du mal ou à mettre fin à vos jours. Cela passe avant tout le reste. De telles pensées pèsent lourd, et elles peuvent passer.

        Si vous risquez de passer à l’acte, appelez maintenant le numéro d’urgence de votre pays. Si vous le pouvez, rejoignez quelqu’un, ou restez là où il y a du monde. Mettez hors de portée ce avec quoi vous pourriez vous blesser.

        Si c’est moins urgent, parlez quand même à quelqu’un aujourd’hui. Les lignes ci-dessous existent pour cela, et vous n’avez pas besoin de dire pourquoi vous allez mal.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes. Le programme peut attendre ; il sera encore là.
