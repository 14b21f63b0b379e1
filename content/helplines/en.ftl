# The words around the entries of the directory: for every door, and for statements.

# When a service answers.

hours-always = 24 hours a day, every day.
hours-weekly = { $spans }, { $zone }.
hours-daily = every day { $from } to { $to }
hours-day = { $first } { $from } to { $to }
hours-days = { $first } to { $last } { $from } to { $to }
hours-and = { $before }; { $after }
time = { $padded }:{ $minutes }
time-whole = { $padded }:00
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

# By which clocks.

zone-America-New-York = Eastern Time (New York)
zone-America-Toronto = Eastern Time (Toronto)
zone-Europe-Brussels = Brussels time
zone-Europe-London = London time
zone-Europe-Paris = Paris time
zone-Europe-Zurich = Swiss time

# What it costs, and whether one gives one's name.

cost-free = Free.
cost-standard = Price of an ordinary call.
anonymity-anonymous = You need not give your name.
anonymity-confidential = Confidential.
anonymity-not-anonymous = Not anonymous.

# Its languages, as they call themselves.

languages = { $count ->
    [one] Language: { $languages }.
   *[other] Languages: { $languages }.
}
list-and = { $before }, { $after }

# Ways to reach it. The attribute stands in “Also through its page: chat, e-mail.”

on-site = Also through its page: { $channels }.
channel-phone = Phone:
    .on-site = phone
channel-sms = Text message:
    .on-site = text message
channel-chat = Chat:
    .on-site = chat
channel-mail = E-mail:
    .on-site = e-mail
channel-web = Onion address, for Tor Browser:
    .on-site = web page
channel-visit = Go there:
    .on-site = on site

# Whether the project checked it. Nothing that nobody checked may sound checked.

standing-verified = Checked by us on { $date }.
standing-unverified = Not yet checked by us.
standing-expired = Last checked by us on { $date }; it may have changed since.
standing-closed = Closed.
source = Source: { $source }, { $date }.
fallback = If nobody answers:

# Countries, by ISO 3166-1 code. A country is known when it stands here.

country-AT = Austria
country-BE = Belgium
country-BG = Bulgaria
country-CA = Canada
country-CH = Switzerland
country-CY = Cyprus
country-CZ = Czechia
country-DE = Germany
country-DK = Denmark
country-EE = Estonia
country-ES = Spain
country-EU = European Union
country-FI = Finland
country-FR = France
country-GB = United Kingdom
country-GR = Greece
country-HR = Croatia
country-HU = Hungary
country-IE = Ireland
country-IS = Iceland
country-IT = Italy
country-LI = Liechtenstein
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-MT = Malta
country-NL = Netherlands
country-NO = Norway
country-PL = Poland
country-PT = Portugal
country-RO = Romania
country-SE = Sweden
country-SI = Slovenia
country-SK = Slovakia
country-US = United States
