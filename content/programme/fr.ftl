# source: f985d276
programme-title = Arrêter, un pas après l’autre

# source: 1987a545
programme-lead = Un programme pour les adultes qui regardent des images sexuelles d’enfants, ou craignent de le faire, et veulent arrêter.

# source: 7f7cabc8
programme-for-title = À qui il s’adresse

# source: cbf0505b
programme-for = Aux adultes qui regardent, qui ont regardé ou qui ont peur de le faire, quels que soient leur âge, leur vie et leurs raisons. Vous n’avez pas besoin d’avoir déjà décidé. Un doute suffit.

# source: 3244d284
programme-intrusive = Des pensées au sujet d’enfants s’imposent à vous, contre votre volonté, et vous horrifient ? Il vous faut alors peut-être une autre aide que ce programme. Un médecin ou un psychologue peut chercher avec vous de quoi il s’agit.

# source: 62efdd4b
programme-told-title = Personne n’est averti que vous lisez

# source: 21466ba5
programme-told = Ni nom, ni compte, ni cookie. Aucune page ne demande ce que vous avez vu.

# source: 9f826945
programme-kept-title = Rien n’est conservé, sauf si vous le décidez

# source: b772ef29
programme-kept = Le plus simple est de lire ici et d’écrire sur papier. Si vous préférez, vous pouvez garder vos réponses sous un code que personne d’autre n’a, et les faire effacer à tout moment.

# source: e6313784
programme-what-title = Ce que c’est

# source: 63763255
programme-what = Douze courts modules avec des exercices, à lire par soi-même et à son rythme : décider, comprendre, changer, tenir. Nous avons écrit ces textes nous-mêmes ; ils s’appuient sur des méthodes également employées dans les soins. Le programme ne remplace pas quelqu’un qui vous écoute, et nul ne peut vous promettre de résultat.

# source: 3e88a37d
programme-next-title = Et maintenant ?

# source: bd6aed9e
programme-begin = Commencer
    .hint = Le premier module est court.

# source: 3f109868
programme-urge = Une envie est forte en ce moment
    .hint = Les dix premières minutes, pas à pas.

# source: 737fdc1d
programme-return = Revenir avec un code
    .hint = Si vous aviez gardé des réponses.

# source: a7f03a8f
programme-self-check = Où en suis-je ?
    .hint = Dix courtes questions, si vous le souhaitez. Ni test ni diagnostic.

# source: 7c0c2cb4
programme-talk = Plutôt parler à quelqu’un
    .hint = Des lignes d’écoute ; plusieurs prennent les appels sans nom, et certaines répondent aussi la nuit.

# source: b40fce90
programme-under-18 = Vous avez moins de 18 ans ? Ce programme est écrit pour les adultes. Il existe de l’aide pensée pour vous, sans questions.

# source: c3f3a9d2
programme-someone-else = Il s’agit de quelqu’un d’autre, ou l’on vous a fait du mal ? D’autres pages sont là pour cela.

# source: 199b5c23
part-deciding = Décider
    .lead = Pourquoi arrêter, ce que cela coûte, et ce que vous voulez à la place.

# source: f052b0f4
part-understanding = Comprendre
    .lead = Comment cela arrive, et quelles pensées ouvrent la porte.

# source: 9c1a4b5a
part-changing = Changer
    .lead = Que faire quand une envie vient, que changer du côté des écrans, d’autres chemins vers ce qu’il vous faut, et ce qu’un enregistrement fait à l’enfant.

# source: 33bb21ac
part-keeping = Tenir
    .lead = La vie que vous voulez, un plan pour les mauvais jours, et quelqu’un à qui parler.

# source: a841769a
contents-title = Les douze modules

# source: 422d6950
contents-lead = L’ordre est une proposition. Vous pouvez commencer n’importe où.

# source: 7a8d2b93
module-number = Module { $current } sur { $total }

# source: 877c134d
part-of = Partie { $part }

# source: 34ceb639
reading-time =
    { $minutes ->
        [one] { $minutes } minute de lecture
       *[other] { $minutes } minutes de lecture
    }

# source: e63ea469
content-note-label = Avant de lire

# source: f7d9d63d
thought-label = Une pensée et sa réponse

# source: e4c73d98
exercise-paper = Sur papier : recopiez la question et écrivez en dessous. Laissez de côté ce à quoi vous ne voulez pas répondre.

# source: 087cc423
box-note = Ne nommez personne ; ne décrivez aucune image.

# source: 7c443b75
box-note-long = Ne citez ni personne, ni lieu, ni page, et ne décrivez aucune image ni rien de ce qui a été fait. Aucun exercice n’en a besoin. Ce que vous écrivez peut être lu par la personne qui le trouve.

# source: e6b85243
next-module = Module suivant : { $title }

# source: fc4e0db9
previous-module = Module précédent : { $title }

# source: e34ff841
all-modules = Tous les modules

# source: 8e479f82
save-answers = Garder ces réponses

# source: a5cf587d
saved = Vos réponses sont gardées sous votre code.

# source: 921197f9
save-next = Les garder et continuer : { $title }

# source: f5252e90
not-saved-yet = Pas encore gardé. Si vous quittez la page maintenant, ce que vous avez écrit est perdu.

# source: 81c11782
pause-here = C’est assez pour aujourd’hui ? Fermez cette page. Si vous avez écrit sur papier, rien n’est perdu.

# source: 6aa3b102
progress-title = Voulez-vous garder vos réponses ?

# source: f72f82fd
progress-lead = Vous pourrez changer d’avis à tout moment.

# source: fb469d8e
progress-paper = Non : je lis ici et j’écris sur papier
    .text = C’est le plus sûr. Rien n’est conservé ici. C’est vous qui décidez où se trouve le papier. La personne qui le trouve peut le lire : ne nommez donc personne et ne décrivez rien.
    .choose = Écrire sur papier

# source: 61fa6e56
progress-code = Oui : sous un code
    .text = Vous recevez un code, affiché une seule fois. Vos réponses sont verrouillées avec lui. Avec le code, vous pouvez revenir depuis n’importe quel appareil et continuer.
    .choose = Me donner un code

# source: 926c95e6
code-can-title = Ce que le code peut faire

# source: d6c9dfd2
code-can-1 = Retrouver vos réponses, sur n’importe quel appareil.

# source: 572efe40
code-can-2 = Les réunir sur des fiches que vous pouvez imprimer.

# source: 402cfb25
code-can-3 = Tout effacer, tout de suite, quand vous voulez.

# source: 7b516017
code-cannot-title = Ce qu’il ne peut pas faire

# source: d08c9dc3
code-cannot-1 = Être remplacé. Si vous le perdez, personne ne peut retrouver vos réponses, pas même nous.

# source: 1d5929e2
code-cannot-2 = Vous protéger de quelqu’un qui le trouve. Avec le code, on peut lire ce que vous avez écrit.

# source: cabd32b4
code-cannot-3 = Enlever de l’appareil les traces de votre visite. Si d’autres s’en servent, son historique montrera peut-être la page.

# source: d91707b2
code-cannot-4 = Échapper à une limite : pour verrouiller une page de réponses, le serveur doit la lire un instant. Ensuite, il ne peut plus l’ouvrir sans le code.

# source: 3a7dc4ac
code-cannot-5 = Joindre une personne. Personne ne lit vos réponses et personne n’y répond, pas même si un enfant est en danger, ou vous. Pour cela, il y a le numéro d’urgence et les lignes d’écoute.

# source: e7805bc6
code-expiry =
    { $days ->
        [one] Si le code ne sert pas pendant { $days } jour, tout ce qui est gardé avec lui est effacé.
       *[other] Si le code ne sert pas pendant { $days } jours, tout ce qui est gardé avec lui est effacé.
    }

# source: b6dcdc70
code-shown-title = Votre code

# source: bc4d1a1a
code-shown-lead = Il n’est affiché que cette fois. Notez-le à la main avant de continuer.

# source: 75816e6c
code-shown-characters = Il se compose de { $count } lettres et chiffres. Les espaces et les majuscules ne comptent pas.

# source: 45e031c1
code-shown-advice = Ne le photographiez pas, ne vous l’envoyez pas. Un bout de papier sans autre mot ne dit rien à personne d’autre.

# source: 45c68310
code-shown-continue = Je l’ai noté

# source: 74866d4e
code-shown-lost = Si vous quittez cette page sans l’avoir noté, le code est perdu. Demandez-en alors simplement un nouveau.

# source: 6994e3f6
resume-title = Revenir

# source: db3cf9a5
resume-lead = Tapez votre code. Il ne figure jamais dans l’adresse d’une page.

# source: a0b7b457
resume-label = Votre code

# source: e473e8c5
resume-hint = Les mots ou les lettres comme vous les avez écrits, avec ou sans espaces.

# source: e8e1efab
resume-go = Continuer

# source: c07c61cf
resume-welcome = Vous êtes de retour, et c’est bien.

# source: 5d65b281
resume-last = La dernière fois, vous en étiez à : { $title }

# source: fbaa990a
code-unknown-title = Rien n’est gardé sous ce code

# source: f474a959
code-unknown-text = Un mot ou une lettre ne correspond peut-être pas. Le délai est peut-être passé, ou vous avez tout fait effacer. Nous ne pouvons pas voir laquelle de ces raisons est la bonne.

# source: 004e5524
code-unknown-next = Comparez encore une fois avec ce que vous avez écrit. Si rien ne change, vous pouvez recommencer sans code ; ce que vous avez appris n’est pas perdu.

# source: 013264b0
forget-title = Tout effacer

# source: a513a942
forget-now = Oubliez-moi maintenant

# source: c55b7ca7
forget-ask = Effacer tout ce qui est gardé sous ce code ? Il n’y a pas de retour possible.

# source: d9d471f9
forget-yes = Oui, tout effacer

# source: 95755b87
forget-no = Non, revenir

# source: 7989b0ee
forgotten-title = C’est effacé

# source: d8824832
forgotten-text = Tout ce qui était gardé sous ce code a été effacé. Le code n’ouvre plus rien. Personne ne peut retrouver les réponses.

# source: 0f8ebe90
forgotten-next = Vous pouvez déchirer le bout de papier. Le programme vous reste ouvert, avec ou sans code.

# source: 21b1d3cd
sheets-title = Vos fiches

# source: c6e0a8a3
sheets-lead = Ce que vous avez écrit, réuni sur trois fiches. Vous pouvez les imprimer ou les recopier à la main.

# source: ed6bed38
sheet-my-path = Mon chemin
    .lead = Pourquoi j’arrête, ce que je veux à la place, et où je vais.

# source: 18bcb425
sheet-my-risk-plan = Mon plan pour les moments à risque
    .lead = À quoi je le remarque, ce que je fais, et qui j’appelle.

# source: ddda2c24
sheet-my-letter = Ma lettre
    .lead = Pour une mauvaise nuit.

# source: e47a06cb
sheet-empty = Rien n’est encore écrit pour cette fiche.

# source: 78d5a4ee
sheet-keep = La personne qui trouve cette fiche peut la lire. Mettez-la là où personne d’autre ne regarde.

# source: 45abeef7
crisis-card-title = Si quelqu’un est en danger : vous, ou un enfant

# source: e583512d
crisis-card-self = Si vous pensez à vous faire du mal : vous n’avez pas à porter cela sans aide. Si vous risquez de passer à l’acte, appelez maintenant le numéro d’urgence de votre pays, et rejoignez quelqu’un. Sinon, parlez à quelqu’un aujourd’hui. Vous n’avez pas besoin de dire pourquoi vous allez mal.

# source: e4ea0ede
crisis-card-child = Si vous êtes sur le point de faire du mal à un enfant : arrêtez. Quittez le lieu, allez vers d’autres adultes ou dehors, et de là, appelez le numéro d’urgence ou une ligne d’écoute. Si l’enfant est trop petit pour rester sans adulte : allez dans une autre pièce, fermez la porte, et appelez quelqu’un qui vienne tout de suite.

# source: 2429c3ed
crisis-card-danger = Si un enfant est en danger en ce moment, appelez le numéro d’urgence. Dans l’Union européenne, c’est le 112.

# source: 8c8ee9f7
crisis-card-reported = Personne n’est averti que vous lisez ceci.

# source: dcf5bc6d
crisis-card-open = De l’aide maintenant

# source: 59bf1381
confidentiality-title = Ce qui reste entre vous

# source: c606b32e
confidentiality-lead = Avant de dire quelque chose à quelqu’un, vous pouvez demander ce que cette personne en fera. Les règles changent selon le pays, le métier et ce qui s’est passé. Donc : demandez d’abord, sans donner votre nom. Décidez ensuite.

# source: 1f495f63
confidentiality-words-title = Deux mots qui ne disent pas la même chose

# source: 944d51c6
confidentiality-words =
    « Anonyme » veut dire que personne ne sait qui vous êtes, tant que vous ne dites rien qui le montre : ni nom, ni adresse, ni employeur.

    « Confidentiel » veut dire que quelqu’un sait qui vous êtes et le garde pour soi, dans des limites que fixe la loi. Demandez quelles sont ces limites.

# source: 5d784e4b
confidentiality-limit = Quand un enfant est en danger en ce moment, ou la vie de quelqu’un, le secret a des limites en beaucoup d’endroits. Il est juste qu’il en soit ainsi, et mieux vaut le savoir d’avance.

# source: f726bdf4
confidentiality-unchecked = Ce qui suit a été réuni, à partir de sources publiées, par des personnes qui ne sont pas juristes, et aucun juriste ne l’a encore vérifié. Il s’agit des services, et non du droit du pays. Ce n’est pas un conseil juridique. Sur les pages d’aide, il est indiqué pour chaque service où nous l’avons lu et de quand cela date.

# source: 907b21fe
confidentiality-ask-title = Ce qu’il faut demander d’abord

# source: d9400b04
confidentiality-ask-1 = Si quelqu’un dit qu’il regarde des images sexuelles d’enfants : que devez-vous transmettre, et à qui ?

# source: c7110c79
confidentiality-ask-2 = Y a-t-il une différence entre ce qui est passé et ce qui continue ?

# source: 52f1dbad
confidentiality-ask-3 = Qu’est-ce qui change s’il y a des enfants dans le foyer, ou si un enfant précis est nommé ?

# source: 503848fd
confidentiality-ask-4 = Que notez-vous, qui peut le lire, et une assurance l’apprend-elle ?

# source: e0bebd3e
confidentiality-ask-5 = Quand agiriez-vous sans mon accord, et me le diriez-vous avant ?

# source: f9fc3787
confidentiality-fr-title = France

# source: 9dd76f00
confidentiality-fr =
    Le service téléphonique STOP est présenté comme confidentiel. On tape le numéro d’un département et l’on y joint une équipe de santé. Parmi les personnes qui ont appelé à ses débuts, une partie n’a pas donné son nom.

    Quand on s’inquiète pour un enfant, on peut appeler le 119. De là, une inquiétude pour un enfant peut être transmise à la protection de l’enfance.

    Chez un médecin, un psychologue ou un psychiatre, posez les questions ci-dessus avant de raconter quoi que ce soit.

# source: af5be0ce
confidentiality-be-title = Belgique

# source: 18e09fe3
confidentiality-be =
    SéOS, en français, est présenté comme gratuit et anonyme, par téléphone, courriel ou tchat. Stop it Now ! Bruxelles aussi ; son équipe indique qu’elle peut alerter les autorités si un enfant est en danger imminent. Une adresse de courriel peut montrer qui vous êtes : un appel ou un tchat est plus anonyme.

    Chez un médecin, un psychologue ou un psychiatre, posez les questions ci-dessus avant de raconter quoi que ce soit.

# source: 0e41bbc9
confidentiality-ch-title = Suisse

# source: 3f3c3d39
confidentiality-ch =
    DIS NO, en français, est présenté comme anonyme. Le service s’adresse aux personnes, en Suisse, qui n’ont pas agi hors ligne. En allemand, il y a Beforemore.

    Chez un médecin, un psychologue ou un psychiatre, posez les questions ci-dessus avant de raconter quoi que ce soit. Les règles peuvent changer d’un canton à l’autre ; demandez-le aussi.

# source: 35a1bb8b
confidentiality-ca-title = Canada

# source: 9c0814ef
confidentiality-ca =
    Avec Parler pour changer, en anglais Talking for Change, le téléphone et le clavardage sont présentés comme anonymes ; la thérapie que le service propose ne l’est pas.

    Avant de commencer une thérapie, et chez tout médecin ou psychologue, posez les questions ci-dessus. Les règles peuvent changer selon la province ou le territoire ; demandez-le aussi.

# source: 365cb004
confidentiality-elsewhere-title = Ailleurs

# source: 86afc34e
confidentiality-elsewhere = Nous en savons trop peu sur les autres pays pour en dire quelque chose de fiable. Appelez une ligne d’écoute sans donner votre nom, et posez les questions ci-dessus. Pour ce qui s’est déjà passé, il y a les avocats ; à eux aussi, demandez d’abord ce qui reste entre vous.

# source: f1411e0d
confidentiality-here-title = Et ce programme ?

# source: 9c62959e
confidentiality-here = Il ne sait pas qui vous êtes. Ce que vous écrivez sur papier est chez vous. Ce que vous gardez sous un code, personne ne peut l’ouvrir sans le code. L’avis donné à la fin est scellé pour une équipe de recherche et ne porte pas de nom ; n’en écrivez aucun. Si des mots y nomment un enfant en danger, l’équipe peut devoir les transmettre.

# source: 58ca9cb9
effect-title = Est-ce que cela aide ?

# source: 65df1a9d
effect-lead = Nous ne le savons pas encore. On sait peu de chose des programmes de ce genre, et nous préférons le dire plutôt que de vous faire des promesses.

# source: f63353f2
effect-trial = À notre connaissance, un seul programme a été comparé jusqu’ici à un programme factice, par tirage au sort : Prevent It, venu de Suède, chez 160 personnes, étude publiée en 2022. Il durait huit semaines, et un thérapeute répondait par écrit. Dans les deux groupes, les personnes ont dit avoir moins regardé ensuite ; avec le vrai programme, la baisse était un peu plus grande. L’effet était petit. Tous ces chiffres sont ce que les personnes ont dit d’elles-mêmes.

# source: 6ddf5d3d
effect-others = D’autres programmes ont été étudiés sans une telle comparaison, ou auprès de très peu de personnes. Dans une étude, on a interrogé huit personnes qui s’étaient servies d’un site d’aide. Elles avaient le sentiment qu’il les avait aidées ; certaines ont eu du mal à s’y retrouver ou l’ont trouvé éprouvant, et meilleur avec l’appui d’un professionnel. Pour un programme de soins allemand, deux chercheurs ont calculé plus tard qu’un effet propre n’était pas démontré. D’autres essais sont en cours.

# source: bd8b9df9
effect-ours = Ce programme-ci n’a pas du tout été évalué. Il réunit des méthodes qui ont été étudiées pour d’autres habitudes. On ne sait pas si elles aident ici, sous cette forme. S’il ne vous apporte rien, cela dit quelque chose du programme, et rien de vous.

# source: bb6a3da8
effect-worse = Lire peut aussi faire empirer des choses : le moral, le sommeil, les envies. Si cela arrive, arrêtez, et parlez à quelqu’un. Nous posons la question à la fin, parce que nous devons le savoir.

# source: 2dc7cef2
professional-title = Pour les professionnels

# source: 789a4610
professional-lead = Pour les personnes qui soignent, conseillent ou orientent, et qui veulent décider si elles recommandent ce programme.

# source: 480d9992
professional-what-title = Ce que c’est

# source: 7f9ab50d
professional-what = Un programme d’auto-assistance pour adultes, en douze modules, en français et en anglais. Selon notre estimation, la lecture d’un module prend cinq à six minutes, et les exercices au moins autant. Tout peut se faire sur papier. Il ne demande ni récit d’actes, ni description d’images. Il est anonyme et sans accompagnement : personne ne voit ce qui est écrit, et personne n’y répond.

# source: 953654eb
professional-status-title = Où il en est

# source: 46f66911
professional-status = L’état de relecture de chaque module est publié avec lui. Tant qu’un module l’indique, il n’a été relu ni en santé mentale, ni par une personne dont c’est la langue maternelle. L’efficacité n’a pas été étudiée. L’autoévaluation n’est pas un instrument validé ; ses bornes sont arbitraires, et elle ne doit pas servir à évaluer un risque.

# source: 1079e322
professional-methods-title = Sur quoi il repose

# source: 495e9c5d
professional-methods =
    Décider : l’entretien motivationnel (ambivalence, échelles d’importance et de confiance ; Miller et Rollnick 2023), les coûts et les gains, et des buts au sens du Good Lives Model (Ward et Brown 2004).

    Comprendre : la chaîne des situations, des sentiments, des pensées et des décisions en apparence anodines, reprise de la prévention de la rechute (Marlatt et Gordon 1985) ; la restructuration cognitive (Beck 2020), où chaque pensée qui excuse ne figure qu’à côté de sa réponse.

    Changer : le délai et la distance, l’observation des envies (urge surfing ; Bowen et Marlatt 2009), le contrôle du stimulus et l’activation comportementale (Beck 2020), les intentions de mise en œuvre (Gollwitzer 1999), le sommeil, et d’autres réponses aux besoins ; des faits sur les conséquences pour la personne qu’on voit dans l’enregistrement (Centre canadien de protection de l’enfance 2017), sans prise de perspective à la première personne.

    Tenir : les valeurs et l’action engagée (Hayes et coll. 2012) ; la différence entre faux pas et rechute, et un plan pour les situations à risque (Marlatt et Gordon 1985) ; une lettre à soi-même, et les premiers pas vers le dévoilement et les soins.

# source: 7749e2f5
professional-use-title = Usage possible

# source: 11a228d2
professional-use = Comme relais pendant l’attente, entre deux séances, ou là où aucun soin spécialisé n’est accessible. Si les envies sont fortes, travaillez d’abord les modules sur les envies et sur les faux pas. Demandez à voir le plan pour les moments à risque et relisez-le ensemble. Posez la question des effets indésirables.

# source: bfe1937d
professional-not-title = Quand il ne suffit pas

# source: 938508ca
professional-not = En cas de crise suicidaire, de contact présent ou imminent avec un enfant, de psychose, de dépression sévère ou d’intoxication, ou quand la lecture fait monter les envies. Alors passent d’abord les soins en personne et, si un enfant est en danger, les obligations de votre pays. Lors d’une procédure pénale, le conseil d’un avocat passe d’abord. Devant des pensées intrusives, égodystoniques, sans intérêt sous-jacent, pensez au trouble obsessionnel compulsif : ce programme n’est alors pas le bon, et pourrait nuire.

# source: 9442cd1e
professional-duty = Ce que vous devez signaler, ou pouvez signaler, dépend de votre pays et de votre métier. Ce programme ne peut pas y répondre. Dites-le aux personnes avant qu’elles ne vous parlent.

# source: 3ee69856
professional-feedback = Les avis des personnes arrivées au bout ne montrent que celles qui sont restées. Ils sont publiés avec le nombre de réponses, et jamais comme un taux de réussite.

# source: 4ac8bff1
professional-references-title = Références

# source: 9e34ffa6
professional-references-note = Sont cités les ouvrages dont viennent les principes et les études sur lesquelles reposent les affirmations sur l’effet. Aucun texte n’en a été repris.

# source: 0337acbd
reference-1 = Beck, J. S. (2020). Cognitive Behavior Therapy: Basics and Beyond (3e éd.). Guilford Press.

# source: bbdfcdf5
reference-2 = Bowen, S., & Marlatt, A. (2009). Surfing the urge: brief mindfulness-based intervention for college student smokers. Psychology of Addictive Behaviors, 23(4), 666–671. (Pas de différence dans les envies ; moins de cigarettes sur sept jours.)

# source: 4fa9dbd0
reference-3 = Centre canadien de protection de l’enfance (2017). Survivors’ Survey.

# source: 5781fc82
reference-4 = Gollwitzer, P. M. (1999). Implementation intentions: strong effects of simple plans. American Psychologist, 54(7), 493–503.

# source: eea47531
reference-5 = Hayes, S. C., Strosahl, K. D., & Wilson, K. G. (2012). Acceptance and Commitment Therapy: The Process and Practice of Mindful Change (2e éd.). Guilford Press.

# source: 900b3bee
reference-6 = Insoll, T., Ovaska, A. K., Nurmi, J., Aaltonen, M., & Vaaranen-Valkonen, N. (2022). Risk Factors for Child Sexual Abuse Material Users Contacting Children Online. Journal of Online Trust and Safety, 1(2).

# source: 0bffb531
reference-7 = Insoll, T., Soloveva, V., Díaz Bethencourt, E., Ovaska, A. K., Nurmi, J., Paju, A., Aaltonen, M., & Vaaranen-Valkonen, N. (2024). Factors Associated with Help-Seeking Among Online Child Sexual Abuse Material Offenders. Journal of Online Trust and Safety, 2(4).

# source: 4e0d3b3b
reference-8 = Lätth, J., Landgren, V., McMahan, A., Sparre, C., Eriksson, J., Malki, K., Söderquist, E., Öberg, K. G., Rozental, A., Andersson, G., Kaldo, V., Långström, N., & Rahm, C. (2022). Effects of internet-delivered cognitive behavioral therapy on use of child sexual abuse material: A randomized placebo-controlled trial on the Darknet. Internet Interventions, 30, 100590.

# source: 36866abb
reference-9 = Marlatt, G. A., & Gordon, J. R. (dir.) (1985). Relapse Prevention: Maintenance Strategies in the Treatment of Addictive Behaviors. Guilford Press.

# source: e47f6a87
reference-10 = Miller, W. R., & Rollnick, S. (2023). Motivational Interviewing: Helping People Change and Grow (4e éd.). Guilford Press.

# source: 9ed2a4b9
reference-11 = Mokros, A., & Banse, R. (2019). The “Dunkelfeld” Project for Self-Identified Pedophiles: A Reappraisal of its Effectiveness. Journal of Sexual Medicine, 16(5), 609–613.

# source: 20a75a3b
reference-12 = Ward, T., & Brown, M. (2004). The good lives model and conceptual issues in offender rehabilitation. Psychology, Crime & Law, 10(3), 243–257.

# source: 602ef9b2
reference-13 = Wefers, S., Bailey, A., Rasooli, N., Findlater, D., & Allen, L. (2024). Acceptability of a Self-Help Programme to Address the Use of Indecent Images of Children. Sexual Offending: Theory, Research, and Prevention, 19, e11159.

# source: 55c182f8
self-check-title = Où en suis-je ?

# source: 3b349b03
self-check-lead = Dix courtes questions sur le dernier mois, si vous le souhaitez. Ce n’est ni un test ni un diagnostic : nous les avons écrites nous-mêmes, et personne n’a examiné ce qu’elles mesurent. Elles servent à proposer une prochaine étape. Vos réponses ne sont pas conservées.

# source: bd968b86
self-check-result-title = Une proposition

# source: 21537e9a
self-check-few = Vous avez laissé de côté plusieurs questions. C’est permis ; seulement, il n’y a alors pas de proposition.
    .next = Commencez par le premier module, ou par celui sur les envies si cela presse.

# source: ce165d99
self-check-begin = Un bon moment pour commencer
    .text = D’après vos réponses, le dernier mois a été plutôt calme. Cela ne veut pas dire que tout va bien : une fois est une fois de trop pour l’enfant, et une période calme peut tourner. Cela veut dire que vous avez maintenant de la place pour réfléchir et prévoir.
    .next = Prochaine étape : le premier module, puis le plan pour les moments à risque, pendant que tout est calme.

# source: 01f77382
self-check-room = Cela prend de la place dans votre vie
    .text = D’après vos réponses, cela vous prend beaucoup : du temps, du sommeil, de la paix. On n’a pas besoin d’avoir touché le fond pour changer quelque chose.
    .next = Prochaine étape : le module sur les envies aujourd’hui, le premier module demain. Et pensez à une personne ou à une ligne que vous pourriez appeler cette semaine.

# source: e8ffb8c0
self-check-together = Pas sans aide
    .text = D’après vos réponses, vous portez beaucoup en ce moment. Un programme qu’on lit par soi-même n’y suffit pas, et ce n’est pas un verdict sur vous. Avec une personne à vos côtés, cela devient plus supportable.
    .next = Prochaine étape : une ligne d’écoute, aujourd’hui si vous le pouvez ; plusieurs ne vous demandent pas votre nom. Ensuite, le module sur les envies.

# source: 241d54ad
self-check-always = Quel que soit le résultat : si vous pensez à vous faire du mal, ou si vous craignez pour un enfant, cela passe avant tout. L’aide n’est qu’à un pas.

# source: a7e5156b
feedback-title = Comment était-ce ?

# source: c0ee5be0
feedback-lead = Six questions, toutes facultatives. Elles sont scellées à l’envoi, ne portent pas de nom et ne peuvent plus être retrouvées. Dites-nous surtout ce qui n’a pas aidé, ou ce qui a fait empirer les choses. Personne ne peut y répondre ni y donner suite. Une exception : si vous écrivez des mots qui nomment un enfant en danger, l’équipe de recherche peut devoir les transmettre.

# source: 2345cd5a
feedback-begin = Répondre aux questions

# source: 7e663c43
offline-note = Cette édition contient tout le programme en un fichier et fonctionne sans connexion. Elle ne garde rien et n’envoie rien. Le fichier se trouve alors sur votre appareil : toute personne qui s’en sert peut le voir. Les lignes d’écoute ont peut-être changé depuis ; cette édition date du { $date }.

# source: 3a1f9ae0
workbook-title = Cahier

# source: 08c10bb9
workbook-note = Pour du papier et un stylo. Chaque module a son texte et de la place pour écrire. Ne nommez personne, ne décrivez rien, et gardez les pages là où personne d’autre ne regarde. Vous pouvez détacher la page des dix premières minutes et la mettre là où il vous la faut.

# source: 52ba4e22
workbook-edition = Édition du { $date }

# source: 187ff8d3
workbook-cover = Un programme en douze modules, pour du papier et un stylo. Vous le suivez par vous-même, à votre rythme, sans donner de nom.

# source: 7e41231a
workbook-cover-inside = De quoi il s’agit est dit à l’intérieur : la couverture n’en dit rien à personne.

# source: 4d0ce99c
workbook-keep-title = Comment vous en servir, et où le garder

# source: fee93858
workbook-write = Écrivez sous les questions. Laissez de côté ce à quoi vous ne voulez pas répondre ; personne ne vérifie.

# source: 72810c37
workbook-footer = En danger maintenant : le 112 dans l’Union européenne, ailleurs le numéro d’urgence de votre pays. Aide : page { $page }

# source: 0b592264
edition-told = Vous n’y donnez pas de nom, rien n’est transmis à qui que ce soit, et aucun exercice ne demande ce que vous avez vu.

# source: 6a89d398
edition-contents = Sommaire

# source: 05a86be4
edition-to-contents = Vers le sommaire

# source: 48e71a69
edition-to-text = Aller au texte

# source: 572be454
edition-page = page { $page }

# source: 6eafa940
edition-unreviewed-some = Modules pas encore relus par une personne dont c’est la langue maternelle et par une personne qui exerce en santé mentale : { $count } sur { $total }. Chacun d’eux l’indique.

# source: 82eb98c8
edition-help-title = À qui vous adresser

# source: 2834b2f2
edition-help-lead = Les numéros et les horaires changent, et cette page ne peut pas le savoir. Pour chaque ligne, il est indiqué si nous l’avons vérifiée, où nous avons trouvé l’information et de quand elle date.

# source: f2f7d5cb
edition-help-danger-title = Si un enfant est en danger en ce moment

# source: 11ea1ec7
edition-help-crisis-title = Si vous pensez à vous faire du mal

# source: 58a0f63b
edition-help-self-title = Pour parler du fait de regarder, ou de la peur de le faire

# source: 5c359370
edition-help-self = Sur ces lignes, on parle de cela tous les jours. Demandez d’abord ce qui doit être transmis ; pour poser la question, vous n’avez pas à donner votre nom.

# source: 9dc3f566
edition-help-youth-title = Si vous avez moins de 18 ans

# source: 2908c9d3
edition-care = Si de telles pensées sont là, l’aide passe en premier, avant la suite de la lecture. Vous n’avez pas besoin de dire pourquoi vous allez mal.

# source: c182ab58
thought-says = La pensée

# source: 58067eb8
thought-answer = La réponse

# source: d6d0825b
fill-any = Cochez tout ce qui convient.

# source: 4278d482
fill-one = Cochez une seule réponse.

# source: 79f50953
fill-scale = Entourez un chiffre.

# source: bad128ac
sheets-paper = Trois fiches à remplir et à garder sous la main. Écrivez-y en bref ce que vous avez trouvé dans les modules. Laissez de côté ce qui ne convient pas.

# source: 594f24ce
tear-out-note = Vous pouvez détacher cette page. Au dos, il y a de la place pour des numéros et pour une phrase à vous.

# source: d3df5f4d
tear-out-back-title = Pour la prochaine fois

# source: f3c4d19d
tear-out-numbers = Les numéros que j’appelle
    .lead = Un numéro suffit. Vous savez à qui il est.

# source: 3c223bb3
tear-out-sentence = Ma phrase : si…, alors je…

# source: c8a91e8c
review-notice = Ce texte n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale.

# source: cb374948
review-notice-module = Ce module n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale. Si quelque chose vous y fait du tort, laissez-le de côté.

# source: d29999c2
review-done-clinician = Relu en santé mentale : { $by }, { $date }

# source: 77fe2cb8
review-done-native = Relu par une personne dont c’est la langue maternelle : { $by }, { $date }

# source: 4a8411b9
error-code-empty = Tapez votre code, ou continuez à lire sans code.

# source: 24caa900
error-code-form = Cela ne ressemble pas à un code. Comparez avec ce que vous avez écrit.

# source: 5bf1ee3a
error-too-many-tries = Trop d’essais en peu de temps. Avec Tor, cela ne vient pas forcément de vous. Attendez quelques minutes. Entre-temps, vous pouvez tout lire sans code.

# source: 685a7286
error-not-kept = Cela n’a pas pu être gardé pour l’instant. Ce que vous avez écrit est encore là. Recopiez sur papier ce qui compte, et réessayez dans une minute.

# source: 243792cc
error-kept-elsewhere = Ces réponses ont été modifiées dans une autre fenêtre. Ce qui est ici n’est pas encore gardé. Si vous le gardez maintenant, cela remplace l’autre version. Pour voir d’abord l’autre, rouvrez le module.

# source: 37711b6c
error-no-code = Pour garder des réponses, il vous faut d’abord un code. Ce que vous avez écrit est encore là.

# source: 6fc8b32c
error-no-module = Ce module n’existe pas. Tous les modules se trouvent dans la vue d’ensemble.

# source: ae6b7ee0
error-not-deleted = L’effacement n’a pas fonctionné pour l’instant, et rien n’a été effacé. Réessayez dans une minute. Si cela persiste, tout sera effacé quand le délai du code sera passé.
