# Une lettre à un hébergeur, à une plateforme de signalement ou à une autorité, rédigée à partir d’une correspondance d’empreintes.
# Aucun locuteur natif et aucun juriste n’a encore relu ce texte.

# source: 85449ccd
draft = BROUILLON. Rien n’a été envoyé. Lisez, changez ce qui ne convient pas, et supprimez les lignes en capitales. AUCUN JURISTE N’A RELU CETTE RÉDACTION.
# source: 14c1444a
draft-language = AUCUN LOCUTEUR NATIF N’A RELU CETTE LANGUE.

# source: ddcf5fd4
to = À : { $name }
# source: 1c61ef9b
to-host = À : l’hébergeur du fichier désigné ci-dessous
# source: 5043e20b
to-hotline = À : la plateforme de signalement
# source: 5eca2816
to-regulator = À : l’autorité
# source: 10da33ca
from = De : { $organisation }, { $contact }
# source: 629b0eac
number = Notre numéro : { $id }
# source: 5334bfde
written = Rédigé le { $when }
# source: 1a8c1a58
subject = Objet : Contenu d’abus sexuels sur enfant, trouvé par comparaison d’empreintes

# source: 14e878ba
when = { $date }, { $hour } h { $minute } UTC

# source: c2ae49bf
found-exact = Le { $when }, nous avons trouvé un fichier dont l’empreinte est égale à une empreinte d’une liste de contenus connus d’abus sexuels sur enfants.
# source: 615204c2
found-near = Le { $when }, nous avons trouvé une image dont l’empreinte perceptuelle est proche d’une empreinte d’une liste de contenus connus d’abus sexuels sur enfants. De telles empreintes peuvent être proches alors que les images diffèrent : c’est une raison de vérifier, et non une preuve.
# source: d4b94ff3
list = La liste : { $list }
# source: 2c1ae0c7
class = Catégorie selon la liste : { $class }

# source: 9f2ec238
viewed-no = Personne, chez { $organisation }, n’a regardé le fichier. Ce signalement repose sur la comparaison d’empreintes et sur ce que dit la liste, et sur rien d’autre.
# source: 9f5ad03c
viewed-yes = Une personne, chez { $organisation }, a regardé le fichier en entier.

# source: c2c38ffc
where = Où il a été trouvé :
# source: e836c0df
hashes = Empreintes du fichier trouvé :
# source: 95609cdd
removed = Nous avons retiré le fichier de notre propre service.
# source: 9a6abeb1
no-content = Ce signalement ne contient ni image ni partie d’image, et aucune ne suivra. Merci de ne pas nous envoyer le fichier.

# source: 4f08236d
ask = Nous vous demandons :
# source: 119e9c02
ask-host-remove = de rendre aussitôt le fichier inaccessible, ainsi que toutes les copies que vous en connaissez ;
# source: 61c3427d
ask-host-preserve = de conserver le fichier, et ce que vous détenez sur la façon dont il vous est parvenu, comme l’exige le droit qui s’applique à vous, hors de portée de quiconque n’en a pas besoin ;
# source: b40963a7
ask-host-report = de le signaler à l’autorité ou à la plateforme de signalement que désigne le droit qui s’applique à vous ;
# source: 0215bb83
ask-host-answer = de nous dire ce que vous avez fait et quand, en rappelant notre numéro.
# source: 630419f1
ask-hotline-assess = d’évaluer le fichier selon vos propres règles, et de transmettre le signalement à l’hébergeur et à la police comme ces règles le prévoient ;
# source: 8452107a
ask-hotline-answer = de nous dire, en rappelant notre numéro, si vous avez besoin d’autre chose de notre part.
# source: 4f1cfcee
ask-regulator-note = de prendre acte de ce que nous avons trouvé et de ce que nous avons fait ;
# source: 5e01f86a
ask-regulator-answer = de nous dire, en rappelant notre numéro, si vous avez besoin d’autre chose de notre part, et si nous devons conserver quelque chose.

# source: eb2dc147
basis = Base légale, telle que nous l’indiquons :
# source: 3d97355b
close = Merci.

# source: 69568c39
short-exact = Une empreinte du fichier est égale à une empreinte d’une liste de contenus connus d’abus sexuels sur enfants.
# source: 843d9ca9
short-near = L’empreinte perceptuelle de l’image est proche d’une empreinte d’une liste de contenus connus d’abus sexuels sur enfants ; de telles empreintes peuvent être proches alors que les images diffèrent.
# source: 0d77002f
short-viewed-no = Personne, dans l’organisation qui signale, n’a regardé le fichier.
# source: 414f8a64
short-viewed-yes = Une personne, dans l’organisation qui signale, a regardé le fichier en entier.
# source: 5693947b
short-organisation = Organisation qui signale : { $organisation }.
# source: d73fee8d
short-list = Liste : { $list }.
# source: 749c82dc
short-class = Catégorie selon la liste : { $class }.
# source: 214770c7
short-path = Emplacement du fichier dans le système de l’organisation qui signale : { $path }
# source: 99e98dd5
short-time = L’heure à laquelle le fichier a été trouvé par son empreinte.
