"""What the pages of the corpus are made of: sentences of invented clinic copy with places to fill in."""

from __future__ import annotations

TREATMENTS = (
    "ketamine infusions", "TMS sessions", "semaglutide injections", "a hydrafacial", "botulinum toxin", "vitamin drips",
    "testosterone replacement", "shockwave therapy", "laser eye surgery", "dental implants", "spinal adjustments",
    "platelet-rich plasma", "CBD oil", "microneedling", "cognitive behavioural therapy", "a sleep study",
)  # fmt: skip
COMPLAINTS = (
    "depression", "migraine", "back pain", "anxiety", "insomnia", "acne", "hair loss", "tendon pain", "short sight",
    "weight gain", "knee pain", "low mood", "hot flushes", "gum disease", "tinnitus", "fatigue", "a frozen shoulder",
)  # fmt: skip
STAFF = ("nurse", "physician", "psychiatrist", "dietitian", "anaesthetist", "practitioner", "therapist", "dentist")
PARTS = ("skin", "joints", "sleep", "heart", "muscles", "spine", "gut", "liver", "memory", "scalp", "jaw", "bladder")
WHEN = (
    "after the first visit",
    "in the second week",
    "over about a month",
    "by the third session",
    "within a day or two",
)
ROOMS = (
    "a quiet room with a recliner",
    "the larger treatment room",
    "our day unit",
    "a private bay",
    "the corner suite",
)

PLAIN = (
    "We see people with {complaint} who have been referred by their own doctor.",
    "A {staff} goes through your history with you before anything is booked.",
    "{Treatment} are offered in {room}, with somebody beside you the whole time.",
    "Tell us about every medicine that you take, including the ones from a pharmacy shelf.",
    "Most visits last between {n} and {m} minutes, and you should not drive home afterwards.",
    "The first appointment costs ${cost}, and what your insurer pays depends on your plan.",
    "{Doctor} has worked at our {town} clinic since {year} and sees patients on {weekday}s.",
    "Some people notice a change {when}; others notice none, and we say so when we meet.",
    "Side effects can include nausea, headache, bruising and a short rise in blood pressure.",
    "If you are pregnant or breastfeeding, please wait and talk with your {staff} first.",
    "We check your {part} again at every visit and write down what we find.",
    "How well it works for {complaint} is still being studied, and results differ a good deal.",
    "You can bring a friend along, and there is parking behind the building on {street}.",
    "A course is usually {n} sessions, with a break in the middle to look at how you are doing.",
    "Please eat lightly beforehand and drink enough water on the day.",
    "Our {staff}s are trained in life support, and emergency equipment is kept in {room}.",
    "The evidence for {treatment} in {complaint} comes from small trials with short follow-up.",
    "Call the front desk in {town} if you need to move your appointment; we ask for {n} hours' notice.",
    "We do not treat children here, and we refer younger people to the hospital in {town}.",
    "For the {part}, a warm compress and rest are often enough during the first days.",
    "Ask for a written estimate before you decide, and take your time with it.",
    "Blood tests are drawn on site and go to a laboratory in {town} the same afternoon.",
    "{Doctor} answers questions by message within {n} working days.",
    "When {complaint} comes back after treatment, we look for a reason before we repeat it.",
    "Please tell us if you have had heart disease, glaucoma or a problem with your {part}.",
    "Your notes are shared with your general practitioner unless you ask us not to.",
    "An interpreter can be booked free of charge; say so when you call.",
    "You may feel tired {when}, and it is sensible to plan a slow evening.",
    "We keep a waiting list for {treatment} and open new places on the first of the month.",
    "Nobody should stop a prescribed medicine because of something on this page.",
    "Our building has a lift, wide doors and a hearing loop at reception.",
    "In the second half of the visit the {staff} watches your pulse and your oxygen.",
    "{Treatment} may leave the area red for {n} to {m} hours.",
    "What we know of {complaint} has changed a lot since {year}, and this page was last read in {month}.",
    "People often ask whether {treatment} would suit them better; there is no single answer.",
    "A letter with the plan goes to you and to your doctor within {n} days.",
)  # fmt: skip
"""Sentences without one of the shared rules' phrases."""

BOASTFUL = (
    "Our patients talk about {phrase} {when}.",
    "Come in for {phrase} and see what {doctor} can do for your {part}.",
    "Only here do you get {phrase}, at a price that suits you.",
    "We promise {phrase} to everybody who walks through our door in {town}.",
    "With {treatment} you are on your way to {phrase}.",
    "{Phrase} is what our {staff}s stand for.",
    "Forget {complaint}: choose {phrase} today.",
    "This is {phrase}, made in {town} and loved ever since.",
)  # fmt: skip
"""Sentences with one."""

MARKED = ("**{}**", "*{}*", "[{}](https://clinic.example/{})")
HEADINGS = (
    "What happens on the day", "Who can come", "How we work in {town}", "{Treatment} and {complaint}", "What it costs",
    "Before your visit", "Looking after your {part}", "Questions people ask", "What to watch for", "Meet {doctor}",
    "After the session", "Getting here",
)  # fmt: skip
TITLES = (
    "{Treatment} in {town}",
    "Help with {complaint} in {town}",
    "{Doctor} on {treatment}",
    "{Complaint}: what we offer",
)

ONSETS = ("b", "br", "c", "d", "f", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
CODAS = ("ck", "l", "ll", "m", "n", "nd", "r", "rn", "st", "th", "x")
ENDS = ("", "by", "er", "field", "ford", "ham", "low", "mere", "ton", "wick", "worth")
"""Names are put together from these, so that every page brings words of its own, as real pages do."""
