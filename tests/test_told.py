"""What counts as told: risks, whom to ask, and status, in the many ways in which pages say them."""

from __future__ import annotations

import pytest

from medlint.lint import Linter
from medlint.readers import read

PRAISE = (
    "# Botox\n\nBotox is a miracle with instant results. Our Botox is the best in town and gives permanent results."
)
CURE = "# Ketamine\n\nKetamine infusions cure depression. Ketamine therapy is a breakthrough, and relief comes within hours."


def missing(linter: Linter, praise: str, text: str) -> set[str]:
    found = linter.check(read("page.md", f"{praise}\n\n{text}\n".encode())).findings
    return {f.family.removeprefix("missing-") for f in found if f.is_page_level}


@pytest.mark.parametrize(
    "text",
    [
        # a clinic that turns people away
        "We don't treat people with a bleeding disorder.",
        "We do not inject anyone who is pregnant.",
        "We won't go ahead if you have an infection in the area.",
        "If you have kidney disease, we'll say no.",
        "If you've got a pacemaker, please tell us at the desk.",
        "Anyone with epilepsy should ask a neurologist.",
        "People with glaucoma should not have it.",
        "Please don't come while you are breastfeeding.",
        "Do not book if you take blood thinners.",
        "Skip it if you are pregnant.",
        "It isn't suitable for anyone with a weakened immune system.",
        "Not for you if pregnant.",
        "Not during pregnancy.",
        "Pregnancy is a reason to wait.",
        "We turn people away who are pregnant, as we do with heart failure.",
        "Extra care is needed with asthma.",
        "It interacts badly with blood thinners.",
        # what happens
        "About one in twenty gets a bruise.",
        "One patient in ten reports nausea.",
        "Deaths have been reported.",
        "It can be fatal.",
        "It brings on cramps, nausea and a racing heart.",
        "Risks: bruising, a droopy eyelid, dry eyes.",
        "It carries a boxed warning.",
        # twice a little
        "You may feel sore for a day. It can bruise.",
        "Expect some tenderness. A few people get a headache.",
        "The skin may itch. Some people are tired afterwards, and you can't drive that day.",
        # below what announces it
        "## Downsides\n\nNumb lips, dry mouth.",
        "## What could go wrong?\n\nNow and then a lump forms under the skin, or an infection.",
        "## Who shouldn't have it\n\n- Anyone pregnant\n- People with a pacemaker",
        "**Side effects.** Soreness where the needle went in.",
        "## What you may notice\n\nDry eyes in the evening.",
    ],
)
def test_a_risk_that_is_told(linter: Linter, text: str) -> None:
    assert "risks" not in missing(linter, PRAISE, text)


@pytest.mark.parametrize(
    "text",
    [
        "There are hardly any side effects.",
        "Side effects are mild at most.",
        "Side effects? None to speak of.",
        "Bruises and droopy lids simply don't happen here.",
        "No one has ever had an infection with us.",
        "Bruising and swelling are a myth.",
        "Swelling and nerve damage come from unskilled hands.",
        "The worst you'll get is a pink dot.",
        "You might feel a tingle.",
        "Some people feel floaty.",
        "It eases pain, numbness and headaches.",
        "One in five adults has chronic pain.",
        "What about bleeding, infection, scarring?",
        "For anyone who can't sleep or cannot find relief.",
        "It isn't only for migraine and diabetes.",
        "We never use opioids or steroids.",
        "We don't just treat diabetes.",
        "People with heart disease would love another choice.",
        "Infection control is our pride.",
        "No side effects. A smooth brow, a lifted lid.",
        "Most people with anxiety have trouble sleeping.",
    ],
)
def test_no_risk_that_is_told(linter: Linter, text: str) -> None:
    assert "risks" in missing(linter, PRAISE, text)


@pytest.mark.parametrize(
    "text",
    [
        # going to somebody
        "Run it past your GP.",
        "Clear it with your cardiologist.",
        "Mention it to your midwife.",
        "Phone your pharmacist about it.",
        "We'd want your psychiatrist's blessing.",
        "Please do nothing without your prescriber's agreement.",
        "Take it on the advice of your oncologist.",
        "Never change your tablets yourself.",
        "Please don't stop your medication.",
        "Don't start or stop anything on your own.",
        "Stop aspirin only if the doctor who prescribed it agrees.",
        "A rash needs a dermatologist.",
        "Have a dentist check first.",
        "Have any new lump looked at.",
        "It should be seen by an eye doctor or an ophthalmologist.",
        "That is a question for your urologist.",
        "Carry on with your midwife's visits.",
        "We will write to your family doctor.",
        "Your pediatrician can advise you.",
        "Your own doctor gets a letter.",
        "See a urologist if it comes back.",
        "Leave that to your rheumatologist.",
        "It is no substitute for a colonoscopy.",
        "It is not a replacement for your pediatrician.",
        "Ask the nurse before you stop tablets.",
        "We may refer you to a specialist.",
        "Seek medical advice if it spreads.",
        "The decision is yours and your doctor's.",
        # being looked at
        "Dr. Amberly will go through your history.",
        "Dr. Amberly decides whether it suits you.",
        "A clinician licensed in your state meets you by video and decides whether it is fitting.",
        "You will get it if our doctor thinks so.",
        "Bring your medication list.",
        "Bring a list of your medicines to the assessment.",
        "Tell me about any sleeping tablets.",
        "We'll ask about your heart, your sleep and your medicines.",
        "We want to know about your allergies and medicines.",
        "It begins with an examination.",
        "We start only after a consultation.",
        "You will need a referral.",
    ],
)
def test_readers_who_are_sent_to_a_clinician(linter: Linter, text: str) -> None:
    assert "medical-advice" not in missing(linter, PRAISE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Talk to our concierge.",
        "Call Dr. Amberly's front desk today.",
        "Book with Dr. Amberly while places last.",
        "Do I need to see a doctor?",
        "There is no need to see a doctor.",
        "You will never need a doctor again.",
        "No doctor's note? No problem.",
        "Your doctor won't tell you this.",
        "Dr. Amberly trained in Lyon.",
        "Dr. Amberly explains how it works in a film.",
        "Choose the plan that is right for you.",
        "Don't put off your treatment.",
        "You don't need a knee replacement.",
        "Get your glow checked today.",
        "If you are in crisis, call 988.",
        "Tell me about the offer.",
        "He sailed past every doctor's chart.",
    ],
)
def test_readers_who_are_sent_to_nobody(linter: Linter, text: str) -> None:
    assert "medical-advice" in missing(linter, PRAISE, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No regulator has approved it for low mood.", True),
        ("Nobody has approved it for that.", True),
        ("In 2018 the FDA said that it hadn't approved such drips.", True),
        ("Neither is approved.", True),
        ("It is not something the FDA has approved for depression.", True),
        ("It is approved for anesthesia; depression isn't one of them.", True),
        ("That is an unproven use.", True),
        ("It is illegal in some countries.", True),
        ("It is not prohibited.", False),
        ("Nobody has a longer record.", False),
        ("The FDA has approved it as an anesthetic.", False),
    ],
)
def test_a_status_that_is_told(linter: Linter, text: str, told: bool) -> None:
    assert ("approval-status" not in missing(linter, CURE, text)) == told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("# TMS\n\nTMS cures autism. TMS is a breakthrough that gives permanent results within hours.", True),
        (
            "# TMS\n\nTMS is a breakthrough that gives permanent results within hours. Our TMS is the best in town.",
            False,
        ),
    ],
)
def test_the_status_of_a_product_with_approved_uses(linter: Linter, text: str, asked: bool) -> None:
    assert ("approval-status" in missing(linter, text, "")) == asked
