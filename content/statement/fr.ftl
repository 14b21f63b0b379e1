# source: 1aed2055
percent = { $number } %
# source: e8614d4f
points = { $count ->
    [one] { $number } point de pourcentage
   *[other] { $number } points de pourcentage
}
# source: d70f23ed
points-short = { $number } pts
# source: fc025e4b
interval = de { $low } à { $high } %
# source: 76573d6a
points-interval = de { $low } à { $high } points de pourcentage
# source: 131f3640
million = { $count ->
    [one] { $number } million
   *[other] { $number } millions
}
# source: 3d884867
decimal-mark = ,
# source: f785a5cd
with-base = { $value } (n = { $n })
# source: 0e9144c6
hidden = masqué
# source: 3e3f6f94
everyone = Tout le monde

# source: 1facddc3
words-none = personne
# source: 9a99561e
words-tenth =
    .under = moins d’une personne sur dix
    .exactly = une personne sur dix
    .about = environ une personne sur dix
    .just-over = un peu plus d’une personne sur dix
    .over = plus d’une personne sur dix
    .nearly = près d’une personne sur dix
# source: 4f4d9489
words-fifth =
    .exactly = une personne sur cinq
    .about = environ une personne sur cinq
    .just-over = un peu plus d’une personne sur cinq
    .over = plus d’une personne sur cinq
    .nearly = près d’une personne sur cinq
# source: 8a316cf1
words-quarter =
    .exactly = un quart
    .about = environ un quart
    .just-over = un peu plus d’un quart
    .over = plus d’un quart
    .nearly = près d’un quart
# source: 5300e254
words-third =
    .exactly = un tiers
    .about = environ un tiers
    .just-over = un peu plus d’un tiers
    .over = plus d’un tiers
    .nearly = près d’un tiers
# source: 019e6573
words-two-fifths =
    .exactly = deux personnes sur cinq
    .about = environ deux personnes sur cinq
    .just-over = un peu plus de deux personnes sur cinq
    .over = plus de deux personnes sur cinq
    .nearly = près de deux personnes sur cinq
# source: a0d4d616
words-half =
    .exactly = la moitié
    .about = environ la moitié
    .just-over = un peu plus de la moitié
    .over = plus de la moitié
    .nearly = près de la moitié
# source: fc24c181
words-three-fifths =
    .exactly = trois personnes sur cinq
    .about = environ trois personnes sur cinq
    .just-over = un peu plus de trois personnes sur cinq
    .over = plus de trois personnes sur cinq
    .nearly = près de trois personnes sur cinq
# source: 8453f665
words-two-thirds =
    .exactly = les deux tiers
    .about = environ les deux tiers
    .just-over = un peu plus des deux tiers
    .over = plus des deux tiers
    .nearly = près des deux tiers
# source: 85eb5264
words-three-quarters =
    .exactly = les trois quarts
    .about = environ les trois quarts
    .just-over = un peu plus des trois quarts
    .over = plus des trois quarts
    .nearly = près des trois quarts
# source: 52072277
words-four-fifths =
    .exactly = quatre personnes sur cinq
    .about = environ quatre personnes sur cinq
    .just-over = un peu plus de quatre personnes sur cinq
    .over = plus de quatre personnes sur cinq
    .nearly = près de quatre personnes sur cinq
# source: 3c5a3c13
words-nine-tenths =
    .exactly = neuf personnes sur dix
    .about = environ neuf personnes sur dix
    .just-over = un peu plus de neuf personnes sur dix
    .over = plus de neuf personnes sur dix
    .nearly = près de neuf personnes sur dix
# source: 64f493da
words-all =
    .exactly = tout le monde
    .nearly = presque tout le monde

# source: 434598a5
simulated-stem = simul
# source: ec897b1c
simulated-mark = SIMULATION
# source: 95cf504c
simulated-header = Réponses simulées : ce ne sont pas des résultats sur des personnes réelles.
# source: 99485d11
notice-simulated = Les réponses de cette déclaration sont simulées et l’organisation est inventée. Elle montre comment une déclaration se fabrique et ne dit rien de personnes réelles. Seuls les chiffres signalés comme publiés l’ont été, par d’autres.
# source: 3e33eacd
notice-unread = Personne d’extérieur au projet n’a encore relu ce texte.

# source: 99b2d7c5
published-on = Publié le { $date }
# source: 1db1ab1b
contents-label = Sommaire
# source: f7b2389e
finding-label = Résultat { $number }
# source: c1224396
policy-label = Ce que nous demandons
# source: 3d2a38c6
notes-label = Notes
# source: 31c59442
note-back = retour au texte
# source: 8a272678
footer-made = Chaque nombre ci-dessus est calculé à partir des données citées dans cette déclaration. Version { $hash }.
# source: 342717e8
other-languages = Autres langues
# source: 869c20a4
download-pdf = Cette déclaration en PDF

# source: 4b3f8c28
chart-row = { $label } : { $groupname } { $group }, { $restname } { $rest }.
# source: 44143128
caption-n = n = { $group } ({ $groupname }) et { $rest } ({ $restname }).
# source: 0fa7faf0
caption-base = Base : les personnes qui ont répondu à la question.
# source: ae8ab413
caption-interval = Traits et fourchettes : intervalles de Wilson à 95 %, comme pour un échantillon aléatoire.
# source: 1d3de44a
caption-sample = Échantillon : { $sample }.
# source: d1c9ca20
caption-simulated = Réponses simulées.

# source: 34f56b44
panel-label = Ce qui change si
# source: 94bf988f
panel-lead = Ce que serait chaque nombre si d’autres personnes étaient comptées, ou si les effectifs étaient imprimés autrement. « Pratiquement pareil » veut dire que moins de 10 personnes diffèrent ; « masqué » protège les petits nombres.
# source: 1672bec6
panel-claim = Affirmation
# source: 3f3f539a
panel-printed = Imprimé ici
# source: 809331bf
panel-this = comme imprimé
# source: 95073d7b
panel-same = pratiquement pareil
# source: ade580a6
panel-rounded = effectifs arrondis à 5
# source: 57bab922
panel-exact = effectifs non arrondis
# source: cb538d32
name-share = { $who } : « { $option } » ({ $question })
# source: 953185ee
name-difference = { $who }, moins le reste : « { $option } » ({ $question })
# source: 25523b47
name-count = Personnes ayant répondu : { $who }
# source: 4524b0ae
name-response = Ouvertures de l’enquête devenues une réponse : { $who }

# source: c21e8837
figures-label = Chiffres publiés
# source: 343e8c6f
figures-value = Chiffre
# source: 48940b12
figures-definition = Ce qu’il compte
# source: 3dfac517
figures-as-of = Date
# source: 5527c40d
figures-read = Lu par nous
# source: 9dc1f8ba
figures-read-source = oui, dans sa source
# source: 92673147
figures-read-cited = non, cité par d’autres

# source: b8fa650c
flow-label = Qui est compté
# source: b9addb06
flow-step = Étape
# source: 480f667a
step-all = Toutes les réponses
# source: cb56d2db
step-complete = Dernière page envoyée
# source: 65ae137f
step-honest = Réponses dites sincères
# source: e16d9071
step-distinct = Pas de doublon présumé ({ $least } réponses pareilles ou plus)

# source: 0c021a23
questions-label = Les questions telles qu’elles ont été posées

# source: 61491102
method-label = Comment ces nombres sont obtenus
# source: 8809b505
method-data = Réponses de l’étude { $study } arrivées dans les semaines du { $from } au { $to }. Seule la semaine d’arrivée est conservée, jamais un jour ni une heure.
    .heading = Données
# source: 6967782f
method-sampling = Les personnes ont choisi elles-mêmes de répondre à une enquête anonyme, qui a été ouverte { $openings } fois. Celles qui l’ont ouverte sans répondre pensent peut-être autrement. Une même personne a pu répondre plusieurs fois, et personne ne peut vérifier ce qui a été dit. Les parts décrivent les personnes qui ont répondu, et elles seules.
    .heading = Échantillon et autosélection
# source: 02ee1f34
method-group = « { $group } » désigne les personnes qui ont choisi cette langue pour l’enquête ; « { $rest } », celles qui ont répondu dans toute autre langue. Une langue n’est ni un pays, ni une nationalité, ni une origine. Le groupe est comparé au reste, jamais à une moyenne qui le contiendrait.
    .heading = Groupes
# source: 866fb7a9
method-base = Chaque question pouvait être laissée de côté, et beaucoup s’arrêtent avant la fin. Chaque part a donc sa propre base : les personnes qui ont répondu à cette question. n est imprimé avec chaque part.
    .heading = Bases
# source: 0f852ad6
method-intervals = Les fourchettes des parts sont des intervalles de score de Wilson à 95 %, celles des écarts des intervalles de Newcombe à 95 %. Les uns et les autres sont calculés comme pour un échantillon aléatoire, ce que celui-ci n’est pas : ils parlent du seul hasard, et non de qui participe. Les écarts sont calculés avant d’arrondir ; 57 % et 48 % peuvent donc différer d’un peu plus ou d’un peu moins que 9 points.
    .heading = Intervalles
# source: 736a7f4b
method-tests = Les valeurs p sont corrigées selon Holm sur tous les écarts de cette déclaration.
    .heading = Tests
# source: 772eb99a
method-difference = { $name } : { $points } points de pourcentage ({ $interval } ; { $test }, { $p }, corrigé { $corrected }).
# source: cc2d1ebf
method-hidden = Les effectifs inférieurs à 10 sont masqués avec ce qui les trahirait ; aucune part n’est imprimée quand moins de 30 personnes ont répondu. Les autres effectifs sont imprimés tels quels.
    .heading = Protection des personnes qui ont répondu
# source: b520b44b
method-rounded = Les effectifs inférieurs à 10 sont masqués avec ce qui les trahirait ; les autres sont arrondis à 5, et chaque part est calculée sur les effectifs arrondis. Aucune part n’est imprimée quand moins de 30 personnes ont répondu.
    .heading = Protection des personnes qui ont répondu
# source: eb0bee5e
method-words = Des mots comme « plus de la moitié » sont tirés du nombre par une table fixe : environ (à un demi-point près), près de (jusqu’à deux points de moins), un peu plus de (jusqu’à deux points de plus), plus de.
    .heading = Des mots pour les nombres
# source: aff0f763
method-notes = Les notes suivent OSCOLA, la norme de citation juridique de l’Université d’Oxford, 4e édition, sans « ibid », comme dans la 5e.
    .heading = Notes
# source: 0dab6e95
test-chi-square = test du khi-deux
# source: 7d6f54c8
test-fisher = test exact de Fisher

# source: b8391d3e
line-source = Source : { $source }, { $date }.
# source: c6a7689f
line-verified = Vérifié le { $date }.
# source: 5b82fd2e
line-unverified = Pas encore vérifié par nous.

# source: 038270f4
site-title = Déclarations publiées
# source: ce42ff3c
site-lead = Les déclarations dans cette langue, de la plus récente à la plus ancienne. Il n’y a pas de liste de diffusion : suivez plutôt le fil, et personne ne garde votre adresse.
# source: 24bac18a
site-feed = Fil des nouvelles déclarations (Atom)
