# source: 36aecb8b
site-title = Suoja

# source: 977b89ca
skip-to-content = Aller au contenu

# source: 427e4763
quick-exit = Quitter rapidement

# source: 1669e4a4
quick-exit-hint = Ouvre une page neutre dans cette fenêtre. Cette page reste dans l’historique du navigateur ; le navigateur Tor oublie le sien quand vous le fermez.

# source: 4a024adc
language-label = Langue

# source: c8a91e8c
review-notice = Ce texte n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale.

# source: 133a943c
simulated-notice = Ceci est une démonstration : l’organisation est inventée et les réponses sont simulées. N’envoyez pas une vraie réponse que vous voudriez voir comptée.

# source: f6dfcb21
languages-title = Choisir une langue

# source: 9fbf1e5a
languages-lead = Ces pages existent dans les langues ci-dessous.

# source: 21131eed
entrance-title = Vous pouvez entrer sans donner de nom

# source: 6cf50c62
entrance-lead = Quelle que soit la raison de votre venue, personne ne vous demandera qui vous êtes. Vous trouverez ici de l’aide et, si vous le souhaitez, un court questionnaire anonyme. Ces pages concernent les images sexuelles d’enfants, c’est-à-dire des images ou des vidéos.

# source: cd12e0dc
entrance-question = Qu’est-ce qui vous amène ?

# source: 8c39ea96
who-me = Il s’agit de moi
    .hint = Je recherche des images sexuelles d’enfants, ou je l’ai fait, ou je crains de le faire.

# source: 934b6f97
who-other = Il s’agit de quelqu’un d’autre
    .hint = Je m’inquiète pour une personne que je connais.

# source: 8352366d
who-harmed = On m’a fait du mal
    .hint = Dans mon enfance, ou parce que des images de moi existent.

# source: 8fbb9a7c
who-professional = Je viens pour mon travail
    .hint = Je soigne, j’accompagne, j’enseigne ou je fais de la recherche.

# source: 0fadb384
danger-title = Un enfant est-il en danger en ce moment ?

# source: c87f7e90
danger-text = Appelez le numéro d’urgence de votre pays. Dans l’Union européenne, c’est le 112. Pour ce que vous avez vu en ligne, il existe des services qui acceptent les signalements anonymes.

# source: 2eb3891f
danger-limit = Une réponse donnée sur ces pages est anonyme. Personne ne peut y donner suite, pas même pour protéger un enfant.

# source: 9d417035
age-title = Votre âge

# source: 8cd4fc2f
age-question = Avez-vous 18 ans ou plus ?

# source: fac34f96
age-under-18 = J’ai moins de 18 ans

# source: 4eb1009c
age-adult = J’ai 18 ans ou plus

# source: cd554284
age-why = Le questionnaire est réservé aux adultes. Si vous avez moins de 18 ans, il existe de l’aide pensée pour vous, sans questions. Ce que vous choisissez ici n’est pas conservé.

# source: 762b0632
notice-title = Avant de commencer

# source: 5f1153fb
notice-kept-title = Ce qui est conservé

# source: efcdcb33
notice-kept-1 = Vos réponses. Chaque page est scellée quand vous l’envoyez, avec un nombre tiré au hasard qui relie vos pages : seule l’équipe de recherche peut l’ouvrir.

# source: a759bdc1
notice-kept-2 = La langue dans laquelle vous lisez.

# source: 106fce14
notice-kept-3 = La semaine, mais ni le jour ni l’heure.

# source: b0c965e0
notice-kept-4 = Rien d’autre à votre sujet.

# source: b0632454
notice-not-kept-title = Ce qui n’est pas conservé

# source: cbc334ae
notice-not-kept-1 = Votre adresse internet n’est pas conservée, ni rien sur votre navigateur ou votre appareil.

# source: dfc273fa
notice-not-kept-2 = Ce que vous avez cherché n’est pas conservé, ni la page d’où vous venez.

# source: 0016939c
notice-not-kept-3 = Aucune heure précise n’est conservée.

# source: e71f67f3
notice-not-kept-4 = Il n’y a ni cookie ni compte.

# source: f77a172b
notice-not-kept-5 = Une limite : pour sceller une page de réponses, le serveur doit la lire un instant. Ensuite, il ne peut plus l’ouvrir.

# source: 8a5bc5af
notice-final-title = Une fois le questionnaire terminé

# source: ebdbe0ac
notice-final-1 = Personne ne peut retrouver vos réponses, pas même nous.

# source: e950e5d0
notice-final-2 = Elles ne peuvent donc pas être retirées.

# source: dd30dc21
notice-final-3 = Et personne ne peut y donner suite ni vous répondre.

# source: 24aa2ae3
notice-final-4 = Une exception : si vous écrivez des mots qui nomment un enfant en danger, l’équipe de recherche peut devoir les transmettre.

# source: 457121bb
notice-skip = Chaque question est facultative. Vous pouvez vous arrêter quand vous voulez ; ce que vous aurez envoyé jusque-là restera conservé.

# source: 245b5706
notice-back = Pour revenir en arrière, utilisez le bouton Retour du formulaire, pas celui du navigateur. Recharger une page est sans conséquence.

# source: 55c8745f
notice-open-time = Il faudra peut-être recommencer une page restée ouverte plus d’une heure. Ce que vous aviez envoyé avant reste conservé.

# source: 1b1d4088
start-title = Par où souhaitez-vous commencer ?

# source: f4c72441
start-programme = Un programme à suivre par soi-même
    .lead = Douze courts modules pour les personnes qui veulent arrêter, à lire à son rythme. Vous pouvez laisser de côté les questionnaires.

# source: 940e2d8b
start-hint = Les deux questionnaires sont courts. Prenez celui qui est le plus proche de votre façon de voir aujourd’hui.

# source: bd13bc69
progress = Page { $current } sur { $total }

# source: 79cdf364
optional-note = Chaque question est facultative.

# source: c784ec08
choose-one = Choisissez une réponse.

# source: 37f514f3
choose-any = Choisissez toutes les réponses qui conviennent.

# source: 93315e63
scale-hint = De { $low } à { $high }.

# source: 2ed19359
number-hint = Un nombre entier de { $min } à { $max }.

# source: 4b48a03d
text-hint = { $max } caractères au plus. Ne donnez ni nom, ni lieu, ni description d’images. Tout ce qui ressemble à un lien ou à une adresse est retiré avant l’enregistrement.

# source: 878a5c0e
refused = Je préfère ne pas le dire

# source: 14e406e8
dont-know = Je ne sais pas

# source: 851e59fd
back = Retour

# source: 999e5f03
next = Suite

# source: bd5064e3
finish = Terminer

# source: 0fb8cf9e
stop = M’arrêter ici

# source: 37eb3032
text-sealed = Ce que vous avez écrit ici a été scellé à l’envoi et ne peut plus être affiché. Laissez la case vide pour le garder, ou écrivez pour le remplacer.

# source: cd935bfc
back-advice = Pour revenir en arrière, utilisez le bouton Retour de cette page, pas celui du navigateur.

# source: 328c524d
back-loses-words = Les mots écrits ici et pas encore envoyés sont perdus quand vous revenez en arrière.

# source: 2aa1cc6c
already-saved = Cette page a déjà été enregistrée. Pour changer une réponse, utilisez le bouton Retour du formulaire.

# source: bd38745d
errors-title =
    { $count ->
        [one] Une réponse est à revoir
       *[other] { $count } réponses sont à revoir
    }

# source: 7efb0c3b
error-number-range = Indiquez un nombre de { $min } à { $max }, ou laissez la case vide.

# source: 14c6accc
error-not-a-number = Écrivez un nombre entier en chiffres, ou laissez la case vide.

# source: 382350cd
error-text-too-long =
    { $over ->
        [one] Ce texte dépasse d’un caractère la limite de { $max } caractères.
       *[other] Ce texte dépasse de { $over } caractères la limite de { $max } caractères.
    }

# source: 15178ac9
error-text-characters = Ce texte contient des caractères qui ne peuvent pas être enregistrés. Utilisez des lettres, des chiffres et la ponctuation courante.

# source: 57aba845
error-exclusive = « { $option } » ne va pas avec d’autres réponses. Choisissez soit celle-ci, soit les autres.

# source: e2ee9559
error-option-unknown = Une des réponses envoyées ne figure pas parmi celles de cette question. Choisissez à nouveau.

# source: 1f8c70dc
error-too-many-options = Il y a plus de réponses que cette question n’en accepte. Choisissez à nouveau.

# source: fda71b0c
error-storage = Cette page n’a pas pu être enregistrée, et rien n’en a été conservé. Ce que vous avez écrit est encore là. Réessayez dans une minute.

# source: b7639f67
problem-expired = Cette page est restée ouverte trop longtemps
    .text = Une page du formulaire peut servir pendant une heure environ. Rien de cette page n’a été conservé. Ce que vous aviez envoyé avant reste conservé.
    .next = Vous pouvez reprendre depuis le début, ou en rester là. C’est à vous de choisir.

# source: 5e42e90c
problem-state = Une partie du formulaire n’est pas arrivée
    .text = Une partie cachée du formulaire a été modifiée ou est incomplète : la page n’a pas pu être lue. Rien de cette page n’a été conservé.
    .next = Reprenez depuis le début. Ce que vous aviez envoyé avant reste conservé.

# source: 282c7c35
problem-too-large = C’était trop à la fois
    .text = L’envoi dépasse ce qu’une page de ce formulaire peut contenir. Rien n’en a été conservé.
    .next = Reprenez depuis le début, en écrivant moins dans les cases de texte.

# source: a5a65e45
problem-wrong-type = Le formulaire n’envoie pas ses pages ainsi
    .text = L’envoi n’a pas la forme que ce site sait lire. Rien n’en a été conservé.
    .next = Ouvrez le formulaire depuis le début dans un navigateur ordinaire, et envoyez-le de là.

# source: d1fcb698
problem-unreadable = La page n’a pas pu être lue
    .text = Quelque chose a été abîmé en chemin. Rien de cette page n’a été conservé.
    .next = Reprenez depuis le début. Ce que vous aviez envoyé avant reste conservé.

# source: 02e7a302
problem-not-found = Il n’y a pas de page ici
    .text = L’adresse est peut-être incomplète, ou la page n’existe plus.
    .next = Revenez au début. L’aide n’est qu’à un pas de là.

# source: 3996e437
problem-language = Pas dans cette langue
    .text = Cette page n’existe pas dans la langue de l’adresse.
    .next = Choisissez une des langues ci-dessous.

# source: 20f97925
problem-country = Pas de page pour ce pays
    .text = Nous ne connaissons pas de service propre au pays de cette adresse.
    .next = La page d’aide indique des services joignables de partout.

# source: b448d876
problem-method = Cette page ne s’ouvre pas de cette manière
    .text = Elle fait partie du formulaire et ne s’ouvre qu’en passant par lui.
    .next = Commencez par le début.

# source: c3475e8b
problem-too-many = Un peu trop vite
    .text = Beaucoup de pages ont été demandées en peu de temps. Avec Tor, d’autres personnes passent peut-être par le même chemin que vous : cela ne vient pas forcément de vous. Rien de cette page n’a été conservé.
    .next = Attendez une minute, puis réessayez.

# source: daa52977
problem-busy = Le site est très sollicité en ce moment
    .text = Le site ne peut pas recevoir cette page pour l’instant. Rien n’en a été conservé.
    .next = Réessayez dans quelques minutes. S’il vous faut de l’aide maintenant, n’attendez pas ce site : appelez une ligne d’écoute.

# source: fb0cf991
problem-internal = Quelque chose n’a pas fonctionné de notre côté
    .text = Vous n’y êtes pour rien. Cette page n’a peut-être pas été enregistrée.
    .next = Réessayez dans quelques minutes. Envoyer une page deux fois est sans conséquence.

# source: 1fb9a0cb
care-continue = Continuer le questionnaire

# source: 781cd301
care-stop = M’arrêter ici

# source: a84d612c
done-title = Merci

# source: 1fd9972e
done-text = Vos réponses sont scellées et conservées. Elles ne peuvent plus être retrouvées ni modifiées. De telles questions peuvent remuer : prenez le temps qu’il vous faut.

# source: 27502f1f
done-next = Si vous souhaitez de l’aide, ou seulement voir ce qui existe, la page d’aide n’est qu’à un pas.

# source: f786ca49
stopped-title = Le questionnaire s’arrête ici

# source: ccb05d57
stopped-text = Ce que vous avez envoyé est conservé. Merci. Rien de plus ne vous est demandé.

# source: a4c9ed8a
help-title = Aide

# source: e07933a1
help-lead = Ces services ne sont pas les nôtres. Chacun a ses règles sur ce qu’il conserve et ce qu’il doit transmettre. Vous pouvez commencer par demander lesquelles, avant de dire quoi que ce soit de vous.

# source: 63e6a993
help-self-title = S’il s’agit de vous

# source: c19abe11
help-self-text = Dans des enquêtes menées par d’autres, environ la moitié des personnes qui ont répondu voulaient arrêter. Vous n’êtes pas un cas à part, et plusieurs de ces services ne vous demandent pas votre nom. La recherche sur cette aide est encore jeune, et personne ne peut vous promettre de résultat. Cela peut être un début.

# source: 3ac7388c
help-programme = Arrêter pas à pas : le programme à suivre par soi-même

# source: 37388f26
help-other-title = Si vous vous inquiétez pour quelqu’un

# source: 4d720e7e
help-other-text = Il ne faut aucune preuve pour demander conseil, et vous n’avez pas à affronter cela sans aide. Si un enfant est en danger en ce moment, appelez le numéro d’urgence. Ne cherchez pas d’images, ne les copiez pas et ne les transmettez pas en guise de preuve : dans beaucoup de pays, c’est aussi une infraction. Un service de signalement vous dira quoi faire.

# source: d705d63e
help-harmed-title = Si l’on vous a fait du mal

# source: 739504a7
help-harmed-text =
    Ce n’était pas votre faute. Personne ici ne vous posera de questions, et vous avez tout votre temps.

    S’il existe des images de vous, on peut faire beaucoup sans les montrer à qui que ce soit. Deux outils gratuits calculent une sorte d’empreinte sur votre propre appareil ; l’image elle-même n’est pas envoyée. Take It Down est prévu pour les images faites avant vos 18 ans, quel que soit votre âge aujourd’hui. StopNCII est prévu pour les images de vous à l’âge adulte. Ces outils agissent auprès des services en ligne qui y participent.

    Pour un retrait ailleurs, vous pouvez vous adresser au service de signalement de votre pays : INHOPE en tient la liste. N’envoyez pas ces images en guise de preuve : demandez d’abord au service ce dont il a besoin.

# source: 1bad3770
help-professional-title = Si vous venez pour votre travail

# source: 218e182f
help-professional-text = Certains de ces services conseillent aussi les personnes qui soignent, accompagnent ou enseignent, et vous pouvez décrire une situation sans nommer personne. Ce que vous devez signaler dépend de votre pays et de votre métier. Le questionnaire s’adresse aux personnes concernées : ne le remplissez pas pour l’essayer.

# source: 505bfa26
youth-title = Vous avez bien fait de venir

# source: 7a912558
youth-text =
    Ici, il n’y a pas de questionnaire pour vous, seulement de l’aide. Vous avez peut-être vu quelque chose, ou cherché quelque chose. Peut-être que quelqu’un vous a fait du mal, vous demande des images ou vous menace avec des images de vous. Vous pouvez parler de tout cela, même si c’était il y a longtemps.

    Les personnes qui répondent sur ces lignes parlent chaque jour avec des jeunes. Vous pouvez leur demander d’abord ce qui reste entre vous. Si l’on vous menace, ne payez pas et n’envoyez plus rien. Si vous êtes en danger en ce moment, appelez le numéro d’urgence.

# source: f00b416b
crisis-title = Si c’est trop lourd en ce moment

# source: 0852c31a
crisis-text = Si vous pensez que vous pourriez vous faire du mal, appelez maintenant le numéro d’urgence de votre pays. Si vous le pouvez, restez près d’une personne de confiance. Ces lignes écoutent tout le monde, et vous n’avez pas besoin de dire pourquoi vous allez mal.

# source: 1d9c28d0
help-youth-title = Si vous avez moins de 18 ans

# source: 5d4c4e33
help-youth-text = Les personnes qui répondent sur ces lignes parlent chaque jour avec des jeunes. Vous pouvez leur demander d’abord ce qui reste entre vous.

# source: f2d48c49
help-countries-title = Aide par pays

# source: 494ba0fe
help-countries-lead = Choisissez le pays où vous êtes. Chaque page indique aussi les services joignables de partout.

# source: d272ce23
help-countries-none = Votre pays n’y est pas ? Les services joignables de partout sont ici :

# source: 6aa45db7
help-country-title = Aide : { $country }

# source: 3cbb569d
footer-help = Aide et lignes d’écoute

# source: 8f7cd000
footer-danger = Un enfant est en danger en ce moment ? Appelez le numéro d’urgence de votre pays (112 dans l’Union européenne).

# source: 8cf30746
footer-about = Anonyme : cette page ne dépose aucun cookie et n’exécute aucun script.

# source: de440877
start-over = Revenir au début
