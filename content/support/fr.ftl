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

# source: f6dfcb21
languages-title = Choisissez une langue

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

# source: c81d9ee1
images-stay = Aucune image n’est jamais envoyée à ce site. Il n’a aucun moyen d’en recevoir.

# source: a7b55bd1
content-note = Cette page parle d’images sexuelles. Vous pouvez la laisser de côté et aller à une autre.

# source: 50d1f9cd
entrance-title = Vous pouvez vous tourner vers quelqu’un

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
step-danger-self = Si vous pourriez vous faire du mal
    .text = Restez près d’une personne de confiance si vous le pouvez. Ces lignes écoutent tout le monde, et vous n’avez pas à dire pourquoi.

# source: d6dda88f
page-young = J’ai moins de 18 ans
    .hint = De l’aide faite pour toi.
    .lead = C’est bien que tu sois là. Ce qui s’est passé n’est pas ta faute, même si tu as envoyé quelque chose ou dit oui à quelque chose. Tu peux avoir de l’aide, et c’est toi qui décides de ce que tu racontes.

# source: 26d70323
step-young-talk = Parler à quelqu’un
    .text = Les personnes de ces lignes parlent tous les jours avec des jeunes. Tu peux d’abord demander ce qui reste entre vous.

# source: ad330bd8
step-young-threat = Si quelqu’un te menace
    .text = Ne paie pas et n’envoie plus rien, même si la personne promet d’arrêter. Garde ses messages. Parles-en à un adulte de confiance, ou à une des lignes ci-dessus. Beaucoup de jeunes ont été menacés ainsi ; tu n’es pas un cas à part.

# source: ec482e46
step-young-images = Si des images de toi sont en ligne
    .text = Avec Take It Down, tu peux demander aux services participants de trouver et de retirer des images de toi, gratuitement et sans donner ton nom. L’image reste sur ton téléphone ou ton ordinateur ; seule une sorte d’empreinte est envoyée.

# source: 3437de6d
page-childhood = Des images de quand j’étais enfant
    .hint = Quel que soit votre âge aujourd’hui.
    .lead = Des images de vous d’avant vos 18 ans peuvent être signalées et retirées, même anciennes, et quel que soit votre âge aujourd’hui. Vous n’avez pas à les regarder, ni à les montrer à qui que ce soit.

# source: a4e7a8f4
step-childhood-tool = Si vous avez l’image
    .text = Take It Down en calcule une empreinte sur votre propre appareil. L’image n’est pas envoyée. Les services participants cherchent cette empreinte sur leurs pages.

# source: 79e423ea
step-childhood-report = Si vous savez où elle se trouve
    .text = Donnez l’adresse de la page à un service de signalement. Il agit pour faire retirer l’image, dans d’autres pays aussi. Vous pouvez signaler sans donner votre nom. Signalez ainsi ce qui est déjà en ligne, même si vous utilisez l’outil ci-dessus.

# source: e3fffde6
step-childhood-told = Recevoir des nouvelles, ou non
    .text = Dans certains pays, les autorités préviennent les personnes quand des images d’elles sont retrouvées. C’est à vous de décider si vous le voulez. Une ligne d’aide peut vous dire comment cela se passe là où vous vivez, et vous pouvez changer d’avis.

# source: e2957b9a
step-childhood-rights = Plus tard, si vous le souhaitez
    .text = Une indemnisation et des conseils juridiques gratuits existent peut-être. Un service d’aide aux victimes sait ce qu’il y a dans votre pays. Rien ne presse.

# source: 60f8d976
page-adult = Des images de moi adulte
    .hint = Diffusées, ou dont on menace la diffusion.
    .lead = Diffuser des images intimes d’une personne adulte sans son accord est une infraction dans beaucoup de pays. Vous pouvez agir sans les montrer à qui que ce soit.

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

# source: cf52ba7e
step-threat-stop = Ne pas payer, ne plus rien envoyer
    .text = Payer y met rarement fin. Cessez de répondre une fois que vous avez gardé ce qui a été écrit ; puis bloquez la personne.

# source: 220c163d
step-threat-tell = En parler
    .text = À une personne proche, à une ligne d’aide, à la police. On peut vous croire sans voir les images.

# source: 0666760b
step-threat-seen = Si quelqu’un dit avoir vu des images de vous
    .text = Vous ne devez d’explication à personne. Vous pouvez dire : « C’était un crime contre moi, et je n’en parle pas avec vous. » Si cela se passe au travail ou pendant vos études, une ligne d’aide peut préparer la suite avec vous.

# source: 3059c276
page-helping = J’aide quelqu’un
    .hint = Mon enfant, une amie, un proche.
    .lead = Ce qui aide le plus : croire la personne, garder son calme, et lui laisser les décisions qui sont les siennes.

# source: 6cb67481
step-helping-listen = Écouter
    .text = Les détails ne sont pas nécessaires. « Je te crois. Ce n’était pas ta faute. De quoi as-tu besoin maintenant ? » suffit. Ne promettez pas ce que vous ne pourrez pas tenir, par exemple de n’en parler à personne.

# source: 9e5f9a8f
step-helping-images = Laisser les images où elles sont
    .text = Ne les cherchez pas, ne les copiez pas et ne les transmettez pas comme preuve : dans beaucoup de pays c’est une infraction, même pour qui veut bien faire. Notez l’adresse d’une page et demandez à un service de signalement.

# source: 598e0ae0
step-helping-you = De l’aide pour vous aussi
    .text = Vous n’avez pas à porter cela sans aide. Ces lignes conseillent les personnes qui s’inquiètent pour quelqu’un.

# source: 5e683387
page-professional = Je demande pour mon travail
    .hint = Enseignement, soins, droit, travail social.
    .lead = Vous pouvez décrire une situation à ces services sans nommer personne. Ce que vous devez signaler dépend de votre pays et de votre profession.

# source: c99ef199
step-professional-first = D’abord
    .text = La sécurité maintenant, puis les mots de la personne, notés tels qu’ils ont été dits. Ne posez pas de questions qui suggèrent une réponse ; c’est la tâche, plus tard, de personnes formées.

# source: 40044964
step-professional-images = Les images
    .text = Ne les ouvrez pas, ne les copiez pas, ne les imprimez pas, ne les envoyez pas. Mettez l’appareil de côté tel quel, si vos règles le permettent, et demandez au service de signalement ou à la police ce qu’il leur faut.

# source: 9a4300ed
step-professional-advice = Se faire conseiller
    .text = Ces services conseillent aussi les professionnels.

# source: 32ec777a
page-evidence = Garder des preuves sans envoyer d’images
    .hint = Ce qu’il faut noter, ce qu’il faut laisser.
    .lead = Un service de signalement ou la police peut agir à partir de très peu. Vous n’avez pas à tout réunir, ni à regarder de nouveau.

# source: 0aa10836
step-evidence-note = Ce qui aide
    .text = L’adresse de la page ou le nom du compte, le nom du service, le jour et l’heure, et ce qui a été écrit. Vous pouvez photographier des messages à l’écran si aucune image d’abus n’y figure.

# source: 46ad706c
step-evidence-leave = Ce qu’il faut laisser
    .text = Ne téléchargez pas et ne transmettez pas d’images sexuelles d’une personne de moins de 18 ans, même de vous et même comme preuve, avant d’avoir demandé à un service de signalement ou à la police : dans beaucoup de pays, en détenir est une infraction. Si une telle image de vous se trouve déjà sur votre appareil, demandez à une ligne d’aide avant de l’effacer.

# source: 89b8f078
step-evidence-ask = À qui demander
    .text = Un service de signalement vous dit ce qu’il lui faut, et vous pouvez demander sans donner votre nom.

# source: ad889423
page-hash = Ce que peut l’empreinte d’une image
    .hint = Et ce qu’elle ne peut pas.
    .lead = Take It Down et StopNCII ne prennent pas votre image. Votre propre appareil en calcule un nombre court, une empreinte, et seul ce nombre est envoyé.

# source: c20f0330
step-hash-does = Ce qu’elle fait
    .text = L’image ne peut pas être refaite à partir de ce nombre. Les services participants le comparent à ce qui est sur leurs pages ou à ce qui y est ajouté, et peuvent retirer les copies.

# source: 781eea2b
step-hash-not = Ce qu’elle ne fait pas
    .text = Elle n’atteint ni les services qui ne participent pas, ni les messages chiffrés de bout en bout. Une copie modifiée peut ne pas être retrouvée. Les sources ne disent pas toutes si Take It Down trouve aussi ce qui a été publié avant : signalez donc aussi ces publications au service ou à un service de signalement.

# source: face0622
step-hash-need = Ce qu’il vous faut
    .text = Les deux outils fonctionnent dans un navigateur ordinaire qui accepte les scripts, sur l’appareil où se trouve l’image. Ils vous donnent un numéro pour suivre votre demande ; gardez-le là où personne d’autre ne le trouvera.

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

# source: 05b1eb6d
lines-danger = En danger maintenant

# source: bc663e2d
lines-harmed = Pour les personnes qui ont subi des violences

# source: f30a9413
lines-young = Moins de 18 ans

# source: 0a08dd49
lines-crisis = Quand c’est trop

# source: 2a1cd740
lines-report = Pour signaler des images

# source: d384923f
lines-other = Pour les personnes qui aident quelqu’un

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
