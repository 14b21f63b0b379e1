# Les mots autour des fiches du répertoire : pour chaque porte, et pour les appels à agir.

# source: c38661eb
hours-always = 24 h sur 24, tous les jours.
# source: 508577a5
hours-weekly = { $spans }, { $zone }.
# source: b6f4ac51
hours-daily = tous les jours de { $from } à { $to }
# source: 8d6596d7
hours-day = le { $first } de { $from } à { $to }
# source: 67502e38
hours-days = du { $first } au { $last } de { $from } à { $to }
# source: 29be80f8
hours-and = { $before } ; { $after }
# source: 8c021527
time = { $hour } h { $minutes }
# source: 2f84b332
time-whole = { $hour } h
# source: 251053af
weekday-1 = lundi
# source: 0e5a2bad
weekday-2 = mardi
# source: 4c45d250
weekday-3 = mercredi
# source: 69e8fef8
weekday-4 = jeudi
# source: 4174aba5
weekday-5 = vendredi
# source: 7604471e
weekday-6 = samedi
# source: ca07d754
weekday-7 = dimanche
# source: 04ed6230
zone-America-New-York = heure de l’Est (New York)
# source: 97ba5c18
zone-America-Toronto = heure de l’Est (Toronto)
# source: 1af05bf4
zone-Europe-Brussels = heure de Bruxelles
# source: ba3d6bc6
zone-Europe-London = heure de Londres
# source: f11371e6
zone-Europe-Paris = heure de Paris
# source: 5917b80e
zone-Europe-Zurich = heure suisse
# source: 62447770
cost-free = Gratuit.
# source: f9865ec3
cost-standard = Prix d’un appel ordinaire.
# source: e25193df
anonymity-anonymous = Vous n’avez pas à donner votre nom.
# source: dabd6f73
anonymity-confidential = Confidentiel.
# source: 7b0f8103
anonymity-not-anonymous = Pas anonyme.
# source: 3ed32008
languages = { $count ->
    [one] Langue : { $languages }.
   *[other] Langues : { $languages }.
}
# source: 8e3241fd
list-and = { $before }, { $after }
# source: 2d47b725
on-site = Aussi par sa page : { $channels }.
# source: 5dacec7b
channel-phone = Téléphone :
    .on-site = téléphone
# source: 23d7d84f
channel-sms = Texto :
    .on-site = texto
# source: 1d39d541
channel-chat = Tchat :
    .on-site = tchat
# source: f51e4c1f
channel-mail = Courriel :
    .on-site = courriel
# source: a2feb370
channel-web = Adresse onion, pour le navigateur Tor :
    .on-site = page web
# source: 469f264e
channel-visit = Sur place :
    .on-site = sur place
# source: 8c2ac934
standing-verified = Vérifié par nos soins le { $date }.
# source: 61ce5620
standing-unverified = Pas encore vérifié par nos soins.
# source: 309fc5ce
standing-expired = Dernière vérification par nos soins le { $date } ; cela a pu changer depuis.
# source: 82192e16
standing-closed = Fermé.
# source: 4299e0da
source = Source : { $source }, { $date }.
# source: d8e57c8f
fallback = Si personne ne répond :
# source: 4c07ce32
country-AT = Autriche
# source: 3cc085f1
country-BE = Belgique
# source: 48a9e4f3
country-BG = Bulgarie
# source: 6436ede4
country-CA = Canada
# source: 07133fe7
country-CH = Suisse
# source: 20f493da
country-CY = Chypre
# source: 0f577276
country-CZ = Tchéquie
# source: 2ca30e12
country-DE = Allemagne
# source: b1ad6d78
country-DK = Danemark
# source: 6e9cb155
country-EE = Estonie
# source: 9c5daae7
country-ES = Espagne
# source: f006794d
country-EU = Union européenne
# source: 6d5d07c6
country-FI = Finlande
# source: 994b5c64
country-FR = France
# source: 2922388b
country-GB = Royaume-Uni
# source: 153d19f9
country-GR = Grèce
# source: 015d32f2
country-HR = Croatie
# source: 683810b1
country-HU = Hongrie
# source: 65f306a4
country-IE = Irlande
# source: 90a7e3dd
country-IS = Islande
# source: 30e5e345
country-IT = Italie
# source: c2d31700
country-LI = Liechtenstein
# source: 53f8eb30
country-LT = Lituanie
# source: 051ed324
country-LU = Luxembourg
# source: ddadd259
country-LV = Lettonie
# source: 4cf8a7cf
country-MT = Malte
# source: 131116ab
country-NL = Pays-Bas
# source: 540b6c28
country-NO = Norvège
# source: 9971c4de
country-PL = Pologne
# source: 02ed9199
country-PT = Portugal
# source: 192d2593
country-RO = Roumanie
# source: 25313a77
country-SE = Suède
# source: 00955e20
country-SI = Slovénie
# source: d8dd060c
country-SK = Slovaquie
# source: 0f24913f
country-US = États-Unis
