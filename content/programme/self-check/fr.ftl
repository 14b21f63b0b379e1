# source: 52f80093
title = Où en suis-je ?
    .lead = Dix courtes questions sur le dernier mois. Ce n’est ni un test ni un diagnostic. Rien n’est signalé, et chaque question est facultative.

# source: 57fdbcb1
page-month = Le dernier mois
    .text = « Regarder » veut dire regarder des images sexuelles d’enfants. De 0 à 3, comme cela vient.

# source: e77a26eb
sc_looked = À quelle fréquence avez-vous regardé ?
    .low = Pas du tout
    .high = La plupart des jours

# source: f18c7056
sc_urge = Quelle a été la force des envies, ou de la peur de regarder ?
    .low = À peine présentes
    .high = Difficiles à supporter

# source: 35a8cdca
sc_against_will = À quelle fréquence avez-vous regardé alors que vous ne le vouliez pas ?
    .low = Jamais
    .high = Presque chaque fois

# source: 1b1bdd63
sc_talked_into = À quelle fréquence vous êtes-vous trouvé des excuses ?
    .low = Jamais
    .high = Très souvent

# source: 926b5e6d
page-life = Votre vie
    .text = Toujours au cours du dernier mois.

# source: a6d4a785
sc_sleep_time = Combien de sommeil et de temps cela vous a-t-il pris ?
    .low = Rien
    .high = Énormément

# source: 6c15ccac
sc_people_work = À quel point vos proches, votre travail ou vos études en ont-ils souffert ?
    .low = Pas du tout
    .high = Beaucoup

# source: 7e9b287d
sc_mood = À quel point la honte, la peur ou l’abattement vous ont-ils pesé ?
    .low = Pas du tout
    .high = Plus que je ne peux supporter

# source: 65b70f36
sc_secret = À quel point êtes-vous sans soutien face à cela ?
    .low = Quelqu’un le sait et m’aide
    .high = Personne ne le sait

# source: c3d0cd85
page-safety = Encore deux, par sécurité
    .text = Ces deux questions ne sont pas comptées. Si vous choisissez plus de 0, de l’aide s’affiche d’abord. Rien n’est signalé.

# source: bbc24864
sc_fear_for_child = À quel point avez-vous peur de faire quelque chose à un enfant ?
    .hint = Une peur n’est pas un acte, et il est juste de demander de l’aide à cause d’elle.
    .low = Pas du tout
    .high = Beaucoup

# source: c814fc01
sc_self_harm = À quelle fréquence avez-vous pensé à vous faire du mal ou à mettre fin à vos jours ?
    .low = Jamais
    .high = Chaque jour

# source: 0e0b9159
care-self_harm = Vous, avant tout
    .text =
        Vous pensez à vous faire du mal ou à mettre fin à vos jours. Cela passe avant tout le reste. De telles pensées pèsent lourd, et elles peuvent passer.

        Si vous risquez de passer à l’acte, appelez maintenant le numéro d’urgence de votre pays, et rejoignez quelqu’un si vous le pouvez. Si c’est moins urgent, parlez à quelqu’un aujourd’hui. Les lignes ci-dessous existent pour cela, et vous n’avez pas besoin de dire pourquoi vous allez mal.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes.

# source: 6f4ce119
care-fear_for_child = Vous faites bien de le dire
    .text =
        Avoir peur de ce que l’on pourrait faire est une raison de demander de l’aide aujourd’hui, et une bonne raison. Sur les lignes ci-dessous, on parle précisément de cela. Plusieurs ne vous demandent pas votre nom ; demandez d’abord ce qu’elles doivent transmettre.

        D’ici là, ne restez auprès d’enfants qu’en présence d’autres adultes. Si vous sentez que cela devient trop fort, quittez aussitôt le lieu et appelez. Si un enfant est en danger en ce moment, appelez le numéro d’urgence.

        Certaines personnes ont cette peur alors qu’elles ne le veulent absolument pas, parce que des pensées s’imposent à elles. Là aussi, une personne dont c’est le métier peut aider.

        Rien n’est signalé à cause de votre réponse, et personne ici ne sait qui vous êtes.
