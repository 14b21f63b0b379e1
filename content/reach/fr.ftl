# source: TODO
site-title = Suoja

# source: TODO
skip-to-content = Aller au contenu

# source: TODO
quick-exit = Quitter rapidement

# source: TODO
quick-exit-hint = Ouvre une page neutre dans cette fenêtre. Cette page reste dans l’historique du navigateur ; le navigateur Tor oublie le sien quand vous le fermez.

# source: TODO
language-label = Langue

# source: TODO
review-notice = Ce texte n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale.

# source: TODO
simulated-notice = Ceci est une démonstration : l’organisation est inventée et les réponses sont simulées. N’envoyez pas une vraie réponse que vous voudriez voir comptée.

# source: TODO
languages-title = Choisir une langue

# source: TODO
languages-lead = Ces pages existent dans les langues ci-dessous.

# source: TODO
entrance-title = Vous pouvez entrer sans donner de nom

# source: TODO
entrance-lead = Quelle que soit la raison de votre venue, personne ne vous demandera qui vous êtes. Vous trouverez ici de l’aide et, si vous le souhaitez, un court questionnaire anonyme. Ces pages concernent les images sexuelles d’enfants, c’est-à-dire des images ou des vidéos.

# source: TODO
entrance-question = Qu’est-ce qui vous amène ?

# source: TODO
who-me = Il s’agit de moi
    .hint = Je recherche des images sexuelles d’enfants, ou je l’ai fait, ou je crains de le faire.

# source: TODO
who-other = Il s’agit de quelqu’un d’autre
    .hint = Je m’inquiète pour une personne que je connais.

# source: TODO
who-harmed = On m’a fait du mal
    .hint = Dans mon enfance, ou parce que des images de moi existent.

# source: TODO
who-professional = Je viens pour mon travail
    .hint = Je soigne, j’accompagne, j’enseigne ou je fais de la recherche.

# source: TODO
danger-title = Un enfant est-il en danger en ce moment ?

# source: TODO
danger-text = Appelez le numéro d’urgence de votre pays. Dans l’Union européenne, c’est le 112. Pour ce que vous avez vu en ligne, il existe des services qui acceptent les signalements anonymes.

# source: TODO
danger-limit = Une réponse donnée sur ces pages est anonyme. Personne ne peut y donner suite, pas même pour protéger un enfant.

# source: TODO
age-title = Votre âge

# source: TODO
age-question = Avez-vous 18 ans ou plus ?

# source: TODO
age-under-18 = J’ai moins de 18 ans

# source: TODO
age-adult = J’ai 18 ans ou plus

# source: TODO
age-why = Le questionnaire est réservé aux adultes. Si vous avez moins de 18 ans, il existe de l’aide pensée pour vous, sans questions. Ce que vous choisissez ici n’est pas conservé.

# source: TODO
notice-title = Avant de commencer

# source: TODO
notice-kept-title = Ce qui est conservé

# source: TODO
notice-kept-1 = Vos réponses. Chaque page est scellée quand vous l’envoyez, avec un nombre tiré au hasard qui relie vos pages : seule l’équipe de recherche peut l’ouvrir.

# source: TODO
notice-kept-2 = La langue dans laquelle vous lisez.

# source: TODO
notice-kept-3 = La semaine, mais ni le jour ni l’heure.

# source: TODO
notice-kept-4 = Rien d’autre à votre sujet.

# source: TODO
notice-not-kept-title = Ce qui n’est pas conservé

# source: TODO
notice-not-kept-1 = Votre adresse internet n’est pas conservée, ni rien sur votre navigateur ou votre appareil.

# source: TODO
notice-not-kept-2 = Ce que vous avez cherché n’est pas conservé, ni la page d’où vous venez.

# source: TODO
notice-not-kept-3 = Aucune heure précise n’est conservée.

# source: TODO
notice-not-kept-4 = Il n’y a ni cookie ni compte.

# source: TODO
notice-not-kept-5 = Une limite : pour sceller une page de réponses, le serveur doit la lire un instant. Ensuite, il ne peut plus l’ouvrir.

# source: TODO
notice-final-title = Une fois le questionnaire terminé

# source: TODO
notice-final-1 = Personne ne peut retrouver vos réponses, pas même nous.

# source: TODO
notice-final-2 = Elles ne peuvent donc pas être retirées.

# source: TODO
notice-final-3 = Et personne ne peut y donner suite ni vous répondre.

# source: TODO
notice-skip = Chaque question est facultative. Vous pouvez vous arrêter quand vous voulez ; ce que vous aurez envoyé jusque-là restera conservé.

# source: TODO
notice-back = Pour revenir en arrière, utilisez le bouton Retour du formulaire, pas celui du navigateur. Recharger une page est sans conséquence.

# source: TODO
notice-open-time = Il faudra peut-être recommencer une page restée ouverte plus d’une heure. Ce que vous aviez envoyé avant reste conservé.

# source: TODO
start-title = Par où souhaitez-vous commencer ?

# source: TODO
start-hint = Les deux questionnaires sont courts. Prenez celui qui est le plus proche de votre façon de voir aujourd’hui.

# source: TODO
progress = Page { $current } sur { $total }

# source: TODO
optional-note = Chaque question est facultative.

# source: TODO
choose-one = Choisissez une réponse.

# source: TODO
choose-any = Choisissez toutes les réponses qui conviennent.

# source: TODO
scale-hint = De { $low } à { $high }.

# source: TODO
number-hint = Un nombre entier de { $min } à { $max }.

# source: TODO
text-hint = { $max } caractères au plus. Ne donnez ni nom, ni lieu, ni description d’images. Tout ce qui ressemble à un lien ou à une adresse est retiré avant l’enregistrement.

# source: TODO
refused = Je préfère ne pas le dire

# source: TODO
dont-know = Je ne sais pas

# source: TODO
back = Retour

# source: TODO
next = Suite

# source: TODO
finish = Terminer

# source: TODO
stop = M’arrêter ici

# source: TODO
text-sealed = Ce que vous avez écrit ici a été scellé à l’envoi et ne peut plus être affiché. Laissez la case vide pour le garder, ou écrivez pour le remplacer.

# source: TODO
back-advice = Pour revenir en arrière, utilisez le bouton Retour de cette page, pas celui du navigateur.

# source: TODO
back-loses-words = Les mots écrits ici et pas encore envoyés sont perdus quand vous revenez en arrière.

# source: TODO
already-saved = Cette page a déjà été enregistrée. Pour changer une réponse, utilisez le bouton Retour du formulaire.

# source: TODO
errors-title =
    { $count ->
        [one] Une réponse est à revoir
       *[other] { $count } réponses sont à revoir
    }

# source: TODO
error-number-range = Indiquez un nombre de { $min } à { $max }, ou laissez la case vide.

# source: TODO
error-not-a-number = Écrivez un nombre entier en chiffres, ou laissez la case vide.

# source: TODO
error-text-too-long =
    { $over ->
        [one] Ce texte dépasse d’un caractère la limite de { $max } caractères.
       *[other] Ce texte dépasse de { $over } caractères la limite de { $max } caractères.
    }

# source: TODO
error-text-characters = Ce texte contient des caractères qui ne peuvent pas être enregistrés. Utilisez des lettres, des chiffres et la ponctuation courante.

# source: TODO
error-exclusive = « { $option } » ne va pas avec d’autres réponses. Choisissez soit celle-ci, soit les autres.

# source: TODO
error-option-unknown = Une des réponses envoyées ne figure pas parmi celles de cette question. Choisissez à nouveau.

# source: TODO
error-too-many-options = Il y a plus de réponses que cette question n’en accepte. Choisissez à nouveau.

# source: TODO
error-storage = Cette page n’a pas pu être enregistrée, et rien n’en a été conservé. Ce que vous avez écrit est encore là. Réessayez dans une minute.

# source: TODO
problem-expired = Cette page est restée ouverte trop longtemps
    .text = Une page du formulaire peut servir pendant une heure environ. Rien de cette page n’a été conservé. Ce que vous aviez envoyé avant reste conservé.
    .next = Vous pouvez reprendre depuis le début, ou en rester là. C’est à vous de choisir.

# source: TODO
problem-state = Une partie du formulaire n’est pas arrivée
    .text = Une partie cachée du formulaire a été modifiée ou est incomplète : la page n’a pas pu être lue. Rien de cette page n’a été conservé.
    .next = Reprenez depuis le début. Ce que vous aviez envoyé avant reste conservé.

# source: TODO
problem-too-large = C’était trop à la fois
    .text = L’envoi dépasse ce qu’une page de ce formulaire peut contenir. Rien n’en a été conservé.
    .next = Reprenez depuis le début, en écrivant moins dans les cases de texte.

# source: TODO
problem-wrong-type = Le formulaire n’envoie pas ses pages ainsi
    .text = L’envoi n’a pas la forme que ce site sait lire. Rien n’en a été conservé.
    .next = Ouvrez le formulaire depuis le début dans un navigateur ordinaire, et envoyez-le de là.

# source: TODO
problem-unreadable = La page n’a pas pu être lue
    .text = Quelque chose a été abîmé en chemin. Rien de cette page n’a été conservé.
    .next = Reprenez depuis le début. Ce que vous aviez envoyé avant reste conservé.

# source: TODO
problem-not-found = Il n’y a pas de page ici
    .text = L’adresse est peut-être incomplète, ou la page n’existe plus.
    .next = Revenez au début. L’aide n’est qu’à un pas de là.

# source: TODO
problem-language = Pas dans cette langue
    .text = Cette page n’existe pas dans la langue de l’adresse.
    .next = Choisissez une des langues ci-dessous.

# source: TODO
problem-method = Cette page ne s’ouvre pas de cette manière
    .text = Elle fait partie du formulaire et ne s’ouvre qu’en passant par lui.
    .next = Commencez par le début.

# source: TODO
problem-too-many = Un peu trop vite
    .text = Beaucoup de pages ont été demandées en peu de temps. Avec Tor, d’autres personnes passent peut-être par le même chemin que vous : cela ne vient pas forcément de vous. Rien de cette page n’a été conservé.
    .next = Attendez une minute, puis réessayez.

# source: TODO
problem-busy = Le site est très sollicité en ce moment
    .text = Le site ne peut pas recevoir cette page pour l’instant. Rien n’en a été conservé.
    .next = Réessayez dans quelques minutes. S’il vous faut de l’aide maintenant, n’attendez pas ce site : appelez une ligne d’écoute.

# source: TODO
problem-internal = Quelque chose n’a pas fonctionné de notre côté
    .text = Vous n’y êtes pour rien. Cette page n’a peut-être pas été enregistrée.
    .next = Réessayez dans quelques minutes. Envoyer une page deux fois est sans conséquence.

# source: TODO
care-continue = Continuer le questionnaire

# source: TODO
care-stop = M’arrêter ici

# source: TODO
done-title = Merci

# source: TODO
done-text = Vos réponses sont scellées et conservées. Elles ne peuvent plus être retrouvées ni modifiées. De telles questions peuvent remuer : prenez le temps qu’il vous faut.

# source: TODO
done-next = Si vous souhaitez de l’aide, ou seulement voir ce qui existe, la page d’aide n’est qu’à un pas.

# source: TODO
stopped-title = Le questionnaire s’arrête ici

# source: TODO
stopped-text = Ce que vous avez envoyé est conservé. Merci. Rien de plus ne vous est demandé.

# source: TODO
help-title = Aide

# source: TODO
help-lead = Ces services ne sont pas les nôtres. Chacun a ses règles sur ce qu’il conserve et ce qu’il doit transmettre. Vous pouvez commencer par demander lesquelles, avant de dire quoi que ce soit de vous.

# source: TODO
help-self-title = S’il s’agit de vous

# source: TODO
help-self-text = Dans des enquêtes menées par d’autres, environ la moitié des personnes qui ont répondu voulaient arrêter. Vous n’êtes pas un cas à part, et plusieurs de ces services ne vous demandent pas votre nom. La recherche sur cette aide est encore jeune, et personne ne peut vous promettre de résultat. Cela peut être un début.

# source: TODO
help-other-title = Si vous vous inquiétez pour quelqu’un

# source: TODO
help-other-text = Il ne faut aucune preuve pour demander conseil, et vous n’avez pas à affronter cela sans aide. Si un enfant est en danger en ce moment, appelez le numéro d’urgence. Ne cherchez pas d’images, ne les copiez pas et ne les transmettez pas en guise de preuve : dans beaucoup de pays, c’est aussi une infraction. Un service de signalement vous dira quoi faire.

# source: TODO
help-harmed-title = Si l’on vous a fait du mal

# source: TODO
help-harmed-text =
    Ce n’était pas votre faute. Personne ici ne vous posera de questions, et vous avez tout votre temps.

    S’il existe des images de vous, on peut faire beaucoup sans les montrer à qui que ce soit. Deux outils gratuits calculent une sorte d’empreinte sur votre propre appareil ; l’image elle-même n’est pas envoyée. Take It Down est prévu pour les images faites avant vos 18 ans, quel que soit votre âge aujourd’hui. StopNCII est prévu pour les images de vous à l’âge adulte. Ces outils agissent auprès des services en ligne qui y participent.

    Pour un retrait ailleurs, vous pouvez vous adresser au service de signalement de votre pays : INHOPE en tient la liste. N’envoyez pas ces images en guise de preuve : demandez d’abord au service ce dont il a besoin.

# source: TODO
help-professional-title = Si vous venez pour votre travail

# source: TODO
help-professional-text = Certains de ces services conseillent aussi les personnes qui soignent, accompagnent ou enseignent, et vous pouvez décrire une situation sans nommer personne. Ce que vous devez signaler dépend de votre pays et de votre métier. Le questionnaire s’adresse aux personnes concernées : ne le remplissez pas pour l’essayer.

# source: TODO
youth-title = Vous avez bien fait de venir

# source: TODO
youth-text =
    Ici, il n’y a pas de questionnaire pour vous, seulement de l’aide. Vous avez peut-être vu quelque chose, ou cherché quelque chose. Peut-être que quelqu’un vous a fait du mal, vous demande des images ou vous menace avec des images de vous. Vous pouvez parler de tout cela, même si c’était il y a longtemps.

    Les personnes qui répondent sur ces lignes parlent chaque jour avec des jeunes. Vous pouvez leur demander d’abord ce qui reste entre vous. Si l’on vous menace, ne payez pas et n’envoyez plus rien. Si vous êtes en danger en ce moment, appelez le numéro d’urgence.

# source: TODO
crisis-title = Si c’est trop lourd en ce moment

# source: TODO
crisis-text = Si vous pensez que vous pourriez vous faire du mal, appelez maintenant le numéro d’urgence de votre pays. Si vous le pouvez, restez près d’une personne de confiance. Ces lignes écoutent tout le monde, et vous n’avez pas besoin de dire pourquoi vous allez mal.

# source: TODO
helpline-source = Source : { $source }, { $date }

# source: TODO
helpline-unverified = Pas encore vérifié par nos soins

# source: TODO
helpline-verified = Vérifié par nos soins le { $date }

# source: TODO
footer-help = Aide et lignes d’écoute

# source: TODO
footer-danger = Un enfant est en danger en ce moment ? Appelez le numéro d’urgence de votre pays (112 dans l’Union européenne).

# source: TODO
footer-about = Anonyme : cette page ne dépose aucun cookie et n’exécute aucun script.

# source: TODO
start-over = Revenir au début
