# source: 46c09023
page-about = Cette page apparaît à la place des résultats parce que certains mots, dans une recherche, peuvent mener à des images sexuelles d’enfants. Les mêmes mots peuvent aussi être anodins : si vous cherchiez autre chose, il vous suffit de revenir en arrière.

# source: c4623c91
page-anonymous = Personne n’apprendra par nous que vous avez vu cette page. Elle ne conserve que des totaux : combien de fois chaque message s’est affiché, et combien de fois un lien a été suivi à partir de là. Elle ne conserve aucun mot d’une recherche, ni rien à votre sujet.

# source: 26133e0c
arm-neutral = Aide et informations
    .text = Vous trouverez ici des lignes d’écoute, un questionnaire anonyme et un lien pour revenir à la recherche.
    .call = La page d’aide indique à qui vous pouvez parler ou écrire.

# source: 6f95589f
arm-harm-plain = Sur l’image, il y a un enfant
    .text = L’enfant que montre une image sexuelle ne peut pas choisir qui la regarde. À l’âge adulte, beaucoup de victimes disent craindre encore qu’on les reconnaisse.
    .call = Si vous souhaitez arrêter, vous pouvez en parler à quelqu’un ou lui écrire.

# source: 649cb3bb
arm-harm-hopeful = Ne pas regarder, c’est respecter un enfant
    .text = L’enfant que montre une image sexuelle ne peut pas choisir qui la regarde. Choisir de ne pas regarder est une façon de respecter cet enfant, et cela peut commencer à tout moment.
    .call = Si vous souhaitez de l’aide pour cela, vous pouvez parler ou écrire à quelqu’un.

# source: 2f8bc0f5
arm-law-plain = Ce que dit la loi
    .text = Dans la plupart des pays, regarder ou conserver des images sexuelles d’enfants est une infraction. Le fait qu’une image se trouve en ligne n’autorise pas à la regarder.
    .call = Si cela vous inquiète, vous pouvez en parler à quelqu’un ou lui écrire.

# source: 5d8382dd
arm-law-hopeful = La loi n’interdit pas de demander de l’aide
    .text = Dans la plupart des pays, regarder ou conserver des images sexuelles d’enfants est une infraction. Demander de l’aide pour arrêter n’en est pas une, et d’autres ont déjà franchi ce pas.
    .call = Vous pouvez d’abord demander à un service quelles sont ses règles, puis choisir ce que vous dites.

# source: 953e68ac
arm-control-plain = Quand il est difficile d’arrêter
    .text = Il peut devenir difficile d’arrêter de regarder des images sexuelles d’enfants. Dans une enquête anonyme, beaucoup de personnes ont dit avoir déjà essayé.
    .call = Vous n’avez pas à y arriver sans aide : vous pouvez parler ou écrire à quelqu’un.

# source: f0b117e9
arm-control-hopeful = Vous pouvez décider de la suite
    .text = Regarder des images sexuelles d’enfants n’est pas une fatalité : cela peut changer. Environ la moitié des personnes qui ont répondu à une enquête anonyme ont dit vouloir arrêter.
    .call = Si vous souhaitez faire un premier pas, vous pouvez parler ou écrire à quelqu’un.

# source: 002ecee1
arm-distress-plain = Regarder peut devenir un poids
    .text = Regarder des images sexuelles d’enfants peut devenir lourd à porter. Certaines personnes parlent de culpabilité, de honte ou d’anxiété, et il peut être difficile de se confier.
    .call = Si cela vous pèse, vous pouvez parler ou écrire à quelqu’un qui est là pour écouter.

# source: 2029fc2d
arm-distress-hopeful = Vous pouvez en parler
    .text = Regarder des images sexuelles d’enfants peut devenir lourd à porter. Rien n’oblige à porter cela en silence : d’autres ont trouvé les mots et demandé de l’aide.
    .call = Vous aussi, vous pouvez parler ou écrire à quelqu’un, avec vos propres mots.

# source: 44133f65
link-help = Parler ou écrire à quelqu’un : lignes d’écoute

# source: b011ce03
link-programme = Arrêter pas à pas : un programme à suivre par soi-même

# source: af80f7c8
link-survey = Répondre à un court questionnaire anonyme

# source: 18b0351e
link-harmed = On m’a fait du mal

# source: c2dd189c
link-youth = J’ai moins de 18 ans

# source: cd51290c
danger-title = Un enfant est en danger en ce moment

# source: 7be98274
danger-text = Appelez le numéro d’urgence de votre pays. Dans l’Union européenne, c’est le 112. Pour ce que vous avez vu en ligne, il existe des services qui acceptent les signalements anonymes. Le numéro d’urgence est là pour vous aussi, si vous pensez que vous pourriez vous faire du mal.

# source: 2f170af9
link-back = Je cherchais autre chose : revenir au moteur de recherche

# source: 36aecb8b
site-title = Suoja

# source: 2ddbcca3
lines-title = Des personnes à qui parler

# source: 977b89ca
skip-to-content = Aller au contenu

# source: c8a91e8c
review-notice = Ce texte n’a pas encore été relu par une personne dont c’est la langue maternelle, ni par une personne qui exerce en santé mentale.
