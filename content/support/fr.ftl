# source: acb5b081
site-title = Suoja soutien

# source: 977b89ca
skip-to-content = Aller au contenu

# source: 427e4763
quick-exit = Quitter rapidement

# source: 1669e4a4
quick-exit-hint = Ouvre une page neutre dans cette fenêtre. Cette page reste dans l’historique du navigateur ; Tor Browser oublie son historique quand vous le fermez.

# source: 4a024adc
language-label = Langue

# source: c8a91e8c
review-notice = Ce texte n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale.

# source: 2ff4f6d6
footer-kept = Rien n’est conservé ici : pas de formulaire, pas de cookie, pas de script. Personne n’apprendra par nous votre passage ici.

# source: 64f2faf2
footer-crisis = Si vous pensez à vous faire du mal, le numéro d’urgence est là pour vous aussi (112 dans l’Union européenne).

# source: b8d84d97
footer-talk = Des personnes à qui parler

# source: de440877
start-over = Retour au début

# source: b18f3abe
images-stay = Aucune image n’est jamais envoyée à ce site : il n’a aucun moyen d’en recevoir.

# source: e092ee82
images-ask = Mieux vaut aussi n’envoyer d’images à personne comme preuve, et demander d’abord au service de signalement ce qu’il lui faut.

# source: a7b55bd1
content-note = Cette page parle d’images sexuelles. On peut la laisser de côté et aller à une autre.

# source: 8bfd2f74
shown-above = Plus de détails plus haut sur cette page.

# source: c6897c14
one-country = Voir les lignes d’un seul pays

# source: f166ed9f
on-this-page = Sur cette page

# source: 50d1f9cd
entrance-title = Vous pouvez vous tourner vers quelqu’un

# source: 607d5364
start-lead = Ce n’était pas votre faute. Ici, on ne vous demande rien, et rien n’est conservé.

# source: ad46dea3
entrance-lead = Si quelqu’un vous a fait du mal quand vous étiez enfant, ou s’il existe des images sexuelles de vous : ce n’était pas votre faute. Voici des chemins pour trouver de l’aide et pour faire retirer des images. On ne vous demande rien, et rien n’est conservé. Prenez ce qu’il vous faut, et laissez le reste.

# source: ef4ca34a
entrance-ways = Par où souhaitez-vous commencer ?

# source: 51d67daa
page-danger = En danger maintenant
    .hint = Pour moi ou pour un enfant.
    .lead = Si vous ou un enfant êtes en danger maintenant, appelez le numéro d’urgence. Une phrase suffit : où vous êtes, et que vous avez besoin d’aide.

# source: 2b5fe368
step-danger-call = Appeler maintenant
    .text = Un appel d’urgence n’est pas anonyme. Vous n’avez besoin d’aucune preuve.

# source: 3b140072
step-danger-self = Si vous risquez de vous faire du mal
    .text = Restez près d’une personne de confiance si vous le pouvez. Ces lignes écoutent tout le monde, et vous n’avez pas à dire pourquoi.

# source: cbe10999
page-young = J’ai moins de 18 ans
    .hint = De l’aide faite pour toi.
    .lead = C’est bien que tu sois là. Ce qui s’est passé n’est pas ta faute, même si tu as envoyé quelque chose ou dit oui à quelque chose. Tu n’as pas à t’en sortir sans aide. Si tu es en danger maintenant, ou si tu penses à te faire du mal, appelle le numéro d’urgence (112 dans l’Union européenne).

# source: 26d70323
step-young-talk = Parler à quelqu’un
    .text = Les personnes de ces lignes parlent tous les jours avec des jeunes. Tu peux d’abord demander ce qui reste entre vous.

# source: 465ab1c8
step-young-threat = Si quelqu’un te menace
    .text = Ne paie pas et n’envoie plus rien, même si la personne promet d’arrêter. Garde ses messages et le nom du compte, puis bloque-la. Parles-en à un adulte de confiance, ou à une des lignes ci-dessous. Si tu as déjà payé ou envoyé autre chose, ce n’est toujours pas ta faute, et tu peux arrêter maintenant. Beaucoup de jeunes ont été menacés ainsi ; tu n’es pas un cas à part.

# source: 1075eba0
step-young-images = Si des images de toi sont en ligne, ou risquent de l’être
    .text = Take It Down est un outil gratuit pour des images sexuelles de toi. Il calcule une sorte d’empreinte de l’image sur ton téléphone ou ton ordinateur. Seule l’empreinte est envoyée : l’image reste chez toi, et tu n’as pas à donner ton nom. Les services participants s’en servent pour retrouver les copies, et peuvent les retirer. Si tu sais où se trouve une image, signale-la aussi à ce service, ou au service de signalement de ton pays. Une personne de confiance peut t’aider à le faire.

# source: f9645768
step-young-keep = Ce qu’il faut garder
    .text = Les noms des comptes, les adresses, les jours et les messages aident. Tu peux faire une capture d’écran si aucune image sexuelle n’y figure. N’envoie une telle image à personne comme preuve, même de toi : demande d’abord ce qu’il faut.

# source: 4cc37858
step-young-now = Si c’est trop, ou si tu es en danger
    .text = Reste près d’une personne de confiance si tu le peux. Tu peux aussi appeler ici si tu penses à te faire du mal, et tu n’as pas à expliquer pourquoi.

# source: 3437de6d
page-childhood = Des images de quand j’étais enfant
    .hint = Quel que soit votre âge aujourd’hui.
    .lead = Des images de vous d’avant vos 18 ans peuvent être signalées et retirées, même anciennes, et quel que soit votre âge aujourd’hui. Vous n’avez pas à les regarder, ni à les montrer à qui que ce soit.

# source: b5dd0fae
step-childhood-tool = Si vous avez l’image
    .text = Take It Down en calcule une empreinte sur votre propre appareil. L’image n’est pas envoyée. Les services participants s’en servent pour retrouver les copies, et peuvent les retirer.

# source: 517923a7
step-childhood-neither = Si vous n’avez ni l’un ni l’autre
    .text = Vous n’avez pas à chercher. La police et les services de signalement gardent des empreintes d’images déjà connues, et des services s’en servent pour retrouver d’autres copies, sans vous. Un service de signalement ou une ligne d’aide peut vous dire ce que l’on peut demander, là où vous vivez, au sujet d’images de vous.

# source: d62e60f7
step-childhood-report = Si vous savez où elle se trouve
    .text = Donnez l’adresse de la page à un service de signalement. Il agit pour faire retirer l’image, dans d’autres pays aussi. Auprès de beaucoup d’entre eux, vous n’avez pas à donner votre nom ; ce que nous en savons est dit pour chacun. Signalez ainsi ce qui est déjà en ligne, même si vous utilisez l’outil ci-dessous.

# source: e3fffde6
step-childhood-told = Recevoir des nouvelles, ou non
    .text = Dans certains pays, les autorités préviennent les personnes quand des images d’elles sont retrouvées. C’est à vous de décider si vous le voulez. Une ligne d’aide peut vous dire comment cela se passe là où vous vivez, et vous pouvez changer d’avis.

# source: e2957b9a
step-childhood-rights = Plus tard, si vous le souhaitez
    .text = Une indemnisation et des conseils juridiques gratuits existent peut-être. Un service d’aide aux victimes sait ce qu’il y a dans votre pays. Rien ne presse.

# source: 92b3efd4
page-adult = Des images de moi adulte
    .hint = Diffusées, ou dont on menace la diffusion.
    .lead = Diffuser des images intimes d’une personne adulte sans son accord est une infraction dans beaucoup de pays. Vous pouvez agir sans les montrer à qui que ce soit. Si vous y aviez moins de 18 ans, c’est la page sur les images de quand vous étiez enfant qu’il vous faut.

# source: d71906d5
step-adult-tool = Si vous avez l’image
    .text = StopNCII en calcule une empreinte sur votre propre appareil. L’image n’est pas envoyée. Les services participants cherchent cette empreinte et peuvent bloquer les copies.

# source: f919792c
step-adult-service = Si elle est déjà en ligne
    .text = Signalez la publication au service où elle se trouve ; la plupart ont un formulaire pour les images diffusées sans accord. Notez l’adresse et le jour avant qu’elle ne disparaisse.

# source: 80574ac3
step-adult-law = Si vous voulez aller plus loin
    .text = Vous pouvez vous adresser à la police, avec quelqu’un à vos côtés si vous le souhaitez. Une ligne d’aide peut d’abord vous dire à quoi vous attendre.

# source: b1259c30
page-threat = On me menace, ou on a vu les images
    .hint = Quelqu’un s’en sert contre moi, ou les a vues.
    .lead = Qui vous menace avec des images veut que vous vous sentiez sans recours. Vous ne l’êtes pas. Beaucoup de personnes sont menacées ainsi, et il existe des issues.

# source: 3f3c381d
step-threat-stop = Ne pas payer, ne plus rien envoyer
    .text = Payer y met rarement fin. Gardez ce qui a été écrit et le nom du compte, puis cessez de répondre et bloquez la personne. Signalez le compte à son service. Si vous avez déjà payé ou envoyé quelque chose, ce n’est toujours pas votre faute, et vous pouvez arrêter maintenant.

# source: ed9081c1
step-threat-before = Avant toute publication
    .text = Ces outils peuvent servir avant qu’une image n’apparaisse. Ils en calculent une empreinte sur votre propre appareil, et les services participants peuvent alors arrêter les copies. Take It Down est fait pour les images d’avant vos 18 ans, StopNCII pour les images de vous adulte.

# source: 220c163d
step-threat-tell = En parler
    .text = À une personne proche, à une ligne d’aide, à la police. On peut vous croire sans voir les images.

# source: 0666760b
step-threat-seen = Si quelqu’un dit avoir vu des images de vous
    .text = Vous ne devez d’explication à personne. Vous pouvez dire : « C’était un crime contre moi, et je n’en parle pas avec vous. » Si cela se passe au travail ou pendant vos études, une ligne d’aide peut préparer la suite avec vous.

# source: 19b64f66
step-threat-much = Quand c’est trop
    .text = Une menace peut faire croire que tout est perdu. Ce n’est pas le cas, et vous n’avez pas à la porter sans aide.

# source: 3059c276
page-helping = J’aide quelqu’un
    .hint = Mon enfant, une amie, un proche.
    .lead = Ce qui aide le plus : croire la personne, garder son calme, et lui laisser les décisions qui sont les siennes.

# source: 51db51d9
step-helping-listen = Écouter
    .text = Les détails ne sont pas nécessaires. « Je te crois. Ce n’était pas ta faute. De quoi as-tu besoin maintenant ? » suffit. Les reproches et les punitions empêchent de continuer à parler. Ne promettez pas ce que vous ne pourrez pas tenir, par exemple de n’en parler à personne.

# source: 3b5db938
step-helping-threat = Si un enfant est menacé en ce moment
    .text = Restez près de lui. Ne payez rien et n’envoyez plus rien, ni vous ni l’enfant. Gardez les messages et le nom du compte avant de le bloquer. Les pages pour les moins de 18 ans et sur les menaces en disent plus ; vous pouvez les lire ensemble.

# source: feedc272
step-helping-images = Laisser les images où elles sont
    .text = Ne les cherchez pas, ne les copiez pas et ne les transmettez pas comme preuve : dans beaucoup de pays c’est une infraction, même pour qui veut bien faire. Si vous connaissez l’adresse d’une page, notez-la et demandez à un service de signalement.

# source: 04eef206
step-helping-you = De l’aide pour vous aussi
    .text = Vous n’avez pas à porter cela sans aide. Certaines de ces lignes conseillent les personnes qui s’inquiètent pour quelqu’un ; d’autres sont là pour celles qui ont subi des violences, et certaines écoutent aussi leurs proches.

# source: 5e683387
page-professional = Je demande pour mon travail
    .hint = Enseignement, soins, droit, travail social.
    .lead = Vous pouvez décrire une situation à ces services sans nommer personne. Ce que vous devez signaler dépend de votre pays et de votre profession.

# source: c5fb01ad
step-professional-first = D’abord
    .text = La sécurité maintenant, puis les mots de la personne, notés tels qu’ils ont été dits. Ne posez pas de questions qui suggèrent une réponse ; en savoir davantage sera la tâche de personnes formées.

# source: 1d28949a
step-professional-images = Les images
    .text = Ne demandez pas à les voir. Ne les ouvrez pas, ne les copiez pas, ne les imprimez pas, ne les envoyez pas, même à des collègues. Mettez l’appareil de côté tel quel, si vos règles le permettent, et demandez au service de signalement ou à la police ce qu’il leur faut.

# source: 551c4f21
step-professional-advice = Se faire conseiller
    .text = Certains de ces services conseillent aussi les professionnels ; d’autres peuvent vous dire qui le fait là où vous travaillez.

# source: 32ec777a
page-evidence = Garder des preuves sans envoyer d’images
    .hint = Ce qu’il faut noter, ce qu’il faut laisser.
    .lead = Un service de signalement ou la police peut agir à partir de très peu. Vous n’avez pas à tout réunir, ni à regarder de nouveau.

# source: e73ea584
step-evidence-note = Ce qui aide
    .text = L’adresse de la page ou le nom du compte, le nom du service, le jour et l’heure, et ce qui a été écrit. Vous pouvez garder des menaces et des échanges en captures d’écran si aucune image sexuelle n’y figure.

# source: 8772c099
step-evidence-leave = Ce qu’il faut laisser
    .text = Ne téléchargez pas et ne transmettez pas d’images sexuelles d’une personne de moins de 18 ans, même de vous et même comme preuve, avant d’avoir demandé à un service de signalement ou à la police : dans beaucoup de pays, en détenir est une infraction, même pour qui veut bien faire. Si une telle image de vous se trouve déjà sur votre appareil, personne ici ne vous le reproche. Demandez à un service de signalement ou à une ligne d’aide ce qu’il faut en faire avant de l’effacer.

# source: 7ac32960
step-evidence-ask = À qui demander
    .text = Un service de signalement vous dit ce qu’il lui faut. Auprès de beaucoup, vous pouvez demander sans donner votre nom ; ce que nous en savons est dit pour chacun.

# source: ad889423
page-hash = Ce que peut l’empreinte d’une image
    .hint = Et ce qu’elle ne peut pas.
    .lead = Take It Down et StopNCII ne prennent pas votre image. Votre propre appareil en calcule un nombre court, une empreinte, et seul ce nombre est envoyé.

# source: 3e58b342
step-hash-does = Ce qu’elle fait
    .text = L’image ne peut pas être refaite à partir de ce nombre. Les services participants le comparent aux images de leurs pages, et peuvent retirer les copies ou en empêcher de nouvelles.

# source: a6dc661a
step-hash-not = Ce qu’elle ne fait pas
    .text = Elle n’atteint ni les services qui ne participent pas, ni les messages chiffrés de bout en bout. Seules les copies exactes sont retrouvées ou, chez certains services, aussi des copies très proches : une copie modifiée peut échapper. Les sources ne s’accordent pas sur un point : Take It Down trouve-t-il aussi ce qui a été publié avant ? Signalez donc aussi ces publications au service où elles se trouvent, ou à un service de signalement.

# source: dfe75f15
step-hash-need = Ce qu’il vous faut
    .text = Take It Down est fait pour les images d’avant vos 18 ans, StopNCII pour les images de vous adulte. Les deux fonctionnent sur l’appareil où se trouve l’image, dans un navigateur qui accepte les scripts ; au niveau le plus sûr, Tor Browser ne les accepte pas. Si l’on vous donne un numéro pour votre demande, gardez-le là où personne d’autre ne le trouvera.

# source: c89e8534
page-talk = Quelqu’un à qui parler
    .hint = Lignes et services.
    .lead = Vous pouvez d’abord demander ce qui reste entre vous. Vous pouvez arrêter à tout moment, et rappeler.

# source: e2afbd5b
step-talk-harmed = Pour les personnes qui ont subi des violences

# source: 89004d2f
step-talk-now = Quand c’est trop

# source: 53cb9063
lines-title = Lignes par pays

# source: 98c43d80
lines-lead = Choisissez où vous êtes. La liste est courte, et s’allonge à mesure que des services sont vérifiés.

# source: 123d4a3c
step-lines-danger = En danger maintenant

# source: e3ecac8c
step-lines-harmed = Pour les personnes qui ont subi des violences

# source: e8fe69df
step-lines-young = Moins de 18 ans

# source: b71c9147
step-lines-crisis = Quand c’est trop

# source: 577c0319
step-lines-report = Pour signaler des images

# source: 4f312fec
step-lines-tools = Pour des images de vous, sur votre propre appareil

# source: 624c6642
step-lines-other = Pour les personnes qui aident quelqu’un

# source: 5bcf6e7d
step-lines-elsewhere = Si votre pays n’est pas là
    .text = Ces listes nomment des services dans beaucoup de pays.

# source: 5f94f85b
lines-many = Dans beaucoup de pays

# source: 6a3f7525
more-title = Peut-être aussi

# source: d2600a00
problem-not-found = Il n’y a pas de page ici
    .text = L’adresse est peut-être incomplète. Tout se trouve à partir du début.

# source: 8d3a908c
problem-language = Pas dans cette langue
    .text = Cette page n’existe pas dans la langue de l’adresse. Choisissez-en une ici.

# source: 4b48842d
problem-method = Cette page peut seulement être lue
    .text = Rien ne peut être envoyé à ce site.

# source: 183b5650
problem-too-many = Un peu trop vite
    .text = Beaucoup de pages ont été demandées en peu de temps. Par Tor, d’autres personnes partagent peut-être votre chemin : ce n’était donc pas forcément vous. Attendez une minute. S’il vous faut de l’aide maintenant, appelez une ligne.

# source: 1f0426f6
problem-internal = Un problème est survenu de notre côté
    .text = Vous n’y êtes pour rien. Réessayez dans quelques minutes.
