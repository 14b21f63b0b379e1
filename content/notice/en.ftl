# A letter to a host, a hotline or a regulator, drafted from a match of hashes. Plain and exact: what was
# found and how, what nobody has seen, what is asked. No law is named: the operator fills in the legal basis.
# Never “child pornography”: “child sexual abuse material” is the term of the field.

# The first lines of every draft. They are taken out by the person who has made the letter their own.
draft = DRAFT. Nothing was sent. Read it, change what does not fit, and take out the lines in capitals. NO LAWYER HAS READ THIS WORDING.
draft-language = NO NATIVE SPEAKER HAS READ THIS LANGUAGE.

to = To: { $name }
to-host = To: the host of the file named below
to-hotline = To: the hotline
to-regulator = To: the authority
from = From: { $organisation }, { $contact }
number = Our number: { $id }
written = Written on { $when }
subject = Subject: Child sexual abuse material, found by comparing hashes

# A day and a time in UTC, always with two digits each.
when = { $date }, { $hour }:{ $minute } UTC

found-exact = On { $when }, we found a file whose hash equals a hash on a list of known child sexual abuse material.
# The caution is part of the statement: a perceptual hash can be near to that of another picture.
found-near = On { $when }, we found a picture whose perceptual hash is near to a hash on a list of known child sexual abuse material. Such hashes can be near to each other although the pictures differ: this is a reason to look into it, and no proof.
list = The list: { $list }
class = What the list calls it: { $class }

viewed-no = Nobody at { $organisation } has looked at the file. This notice rests on the comparison of hashes and on what the list says, and on nothing else.
viewed-yes = A person at { $organisation } has looked at the whole file.

where = Where it was found:
hashes = Hashes of the file that was found:
removed = We have removed the file from our own service.
no-content = This notice holds no picture and no part of one, and none will follow. Please do not send us the file.

ask = We ask you:
ask-host-remove = to make the file inaccessible at once, with every copy of it that you know of;
ask-host-preserve = to preserve the file, and what you hold about how it came to you, as the law that applies to you requires, out of reach of anyone who does not need it;
ask-host-report = to report it to the authority or hotline that the law that applies to you names;
ask-host-answer = to tell us what you have done and when, with our number.
ask-hotline-assess = to assess the file by your own rules, and to pass it on to the host and to the police as those rules say;
ask-hotline-answer = to tell us, with our number, whether you need anything else from us.
ask-regulator-note = to take note of what we found and of what we did;
ask-regulator-answer = to tell us, with our number, whether you need anything else from us, and whether we must preserve anything.

# After this line stands what the operator wrote, word for word.
basis = Legal basis, as we state it:
close = Thank you.

# For a report in XML or JSON, which is always in English.
short-exact = A hash of the file equals a hash on a list of known child sexual abuse material.
short-near = The perceptual hash of the picture is near to a hash on a list of known child sexual abuse material; such hashes can be near although pictures differ.
short-viewed-no = Nobody at the reporting organisation has looked at the file.
short-viewed-yes = A person at the reporting organisation has looked at the whole file.
short-organisation = Reporting organisation: { $organisation }.
short-list = List: { $list }.
short-class = What the list calls it: { $class }.
short-path = Place of the file on the reporting organisation's own system: { $path }
short-time = The time at which the file was found by its hash.
