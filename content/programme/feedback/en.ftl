title = What was it like?
    .lead = Six questions, all optional and anonymous. They help to make the programme better, above all where it did harm or no good.

page-programme = The programme

fb_read = How much of the programme have you read?
    .one_or_two = One or two modules
    .about_half = About half
    .most = Most of it
    .all = All of it

fb_helped = What has helped you?
    .facts_child = The facts about the child in the recording
    .chain = Seeing the chain
    .thoughts = The answers to the thoughts
    .urges = What to do when an urge comes
    .screens = Changing devices and hours
    .alternatives = Other ways to what I need
    .values = The life I want
    .plan = The plan for dangerous moments
    .letter = The letter
    .not_alone = Knowing that others stand where I stand
    .other = Something else
    .nothing = Nothing

fb_change = Compared with the time before the programme, where do you stand with sexual images of children?
    .hint = Choose freely: nothing follows from it for you.
    .never_looked = I never looked, and I still do not
    .stopped = I have stopped
    .less = I look less
    .same = About the same
    .more = I look more

page-effects = Unwanted effects

fb_worse = Has anything become worse through the programme?
    .hint = That can happen with every kind of help. We need to know.
    .low_mood = My mood
    .shame = Shame, hatred of myself
    .fear = Fear
    .sleep = Sleep
    .urges = Urges became stronger or more frequent
    .self_harm_thoughts = I thought of hurting myself or of ending my life
    .conflict = Quarrels with people near to me
    .other = Something else
    .nothing = Nothing has become worse

fb_person = Would you have wanted a person to talk to?
    .has_one = I have one already
    .regularly = Yes, regularly
    .now_and_then = Yes, now and then
    .no = No

fb_words = What should we change?

care-self_harm = Thank you for saying so
    .text =
        You have written that you thought of hurting yourself or of ending your life. You do not have to carry this alone, and you need not go on with the programme.

        If you might act on such thoughts now, call the emergency number of your country, and go to someone if you can. Otherwise talk to someone today. The lines below are there for this, and you need not say why you feel this way.

        Nothing is reported because of your answer, and nobody here knows who you are.

care-harder = It has become harder
    .text =
        Thank you for saying so. A programme on paper is not enough for everyone, and that is no verdict on you.

        It is a good moment to bring in a person. On the lines below, people talk about this every day, and with several of them you need not give your name. If you feel that you are losing hold right now, leave the device and the room first, then call.

        Nothing is reported because of your answer, and nobody here knows who you are.
