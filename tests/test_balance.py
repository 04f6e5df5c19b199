"""Fair balance: which risks a page tells, where, which are missing, and when it tells them too late."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

from medlint.balance import Balance
from medlint.evidence.risks import material_risks
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.readers import read

CURE = "Ketamine infusions cure depression, and relief comes within hours."
PRAISE = f"{CURE} Ketamine therapy is a breakthrough."
FILLER = "Our rooms are quiet, and each has a window, a reclining chair and a lamp that you can dim. " * 25
RISKS = "Side effects of ketamine can include dissociation, raised blood pressure and slowed breathing."


def weighed(linter: Linter, text: str, name: str = "page.md", shared: tuple[str, ...] = ()) -> Balance:
    files = [read(f"shared{n}.html", one.encode()) for n, one in enumerate(shared)]
    page = linter.page(read(name, text.encode()), files)
    linter.check_page(page)
    return Balance(page)


def rules(linter: Linter, text: str, name: str = "page.html", shared: tuple[str, ...] = ()) -> set[str]:
    files = [read(f"shared{n}.html", one.encode()) for n, one in enumerate(shared)]
    found = linter.check_page(linter.page(read(name, text.encode()), files)).findings
    return {f.rule for f in found if f.family == "missing-risks"}


@pytest.mark.parametrize(
    ("treatment", "labels"),
    [
        ("ketamine", ["dissociation", "raised blood pressure", "slowed breathing", "anxiety or other psychiatric reactions", "liver injury", "misuse", "bladder problems"]),
        ("botulinum-toxin", ["bruising", "headache", "a drooping eyelid or brow", "uneven results", "spread of the toxin with trouble swallowing or breathing"]),
        ("semaglutide", ["nausea", "vomiting", "diarrhea", "constipation", "pancreatitis", "gallbladder problems", "kidney injury", "thyroid C-cell tumors"]),
    ],
)  # fmt: skip
def test_the_material_risks_of_a_treatment(shipped: Library, treatment: str, labels: list[str]) -> None:
    facts = shipped.facts
    assert [r.label for r in material_risks(facts.treatments[treatment], facts)] == labels


def test_every_treatment_has_material_risks_in_words_that_can_stand_alone(shipped: Library) -> None:
    facts = shipped.facts
    for treatment in facts.treatments.values():
        risks = material_risks(treatment, facts)
        assert risks, treatment.id
        for risk in risks:
            assert risk.label.split()[0] not in {"and", "with", "rarely", "in", "if"}, (treatment.id, risk.label)
            assert "(" not in risk.label and ")" not in risk.label


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Side effects can include dissociation and raised blood pressure.", ["dissociation", "raised blood pressure"]),
        ("Your blood pressure may rise for an hour.", ["raised blood pressure"]),
        ("It can be habit-forming.", ["misuse"]),
        ("Respiratory depression is rare.", ["slowed breathing"]),
        ("## Risks\n\n- Dissociation\n- Liver damage", ["dissociation", "liver injury"]),
        ("Does it cause dissociation?", []),
        ("It relieves anxiety.", []),
        ("It can ease panic and confusion.", []),
        ("There is no dissociation.", []),
        ("It never causes addiction.", []),
        ("We offer relief from anxiety.", []),
        ("Ketamine is safe without any sedation.", []),
        ("We take your blood pressure at the door.", []),
    ],
)
def test_what_is_told_as_a_risk(linter: Linter, sentence: str, told: list[str]) -> None:
    found = weighed(linter, f"# Ketamine infusions\n\n{sentence}\n").told
    assert list(dict.fromkeys(t.risk for t in found)) == told


def test_places_and_words(linter: Linter) -> None:
    one = weighed(linter, f"# Ketamine\n\n{CURE}\n\n{FILLER}\n\n{RISKS}\n")
    assert one.treatment and one.treatment.id == "ketamine"
    assert all(t.place > 0.9 and not t.small for t in one.told)
    assert one.risk_words == len(RISKS.split())
    assert one.benefit_words == len(CURE.split())
    assert "liver injury" in one.missing and "dissociation" not in one.missing


@pytest.mark.parametrize(
    ("html", "small"),
    [
        (f"<footer><div><p>{RISKS}</p></div></footer>", True),
        (f"<p>\n<small>{RISKS}</small></p>", True),
        (f'<div class="fine-print"><ul><li>{RISKS}</li></ul></div>', True),
        (f"<p>See <small>below</small>: {RISKS}</p>", False),
        (f"<footer>Call us.</footer><p>{RISKS}</p>", False),
        (f'<div class="prints"><p>{RISKS}</p></div>', False),
    ],
)
def test_small_print(linter: Linter, html: str, small: bool) -> None:
    told = weighed(linter, f"<h1>Ketamine</h1>{html}", "page.html").told
    assert told
    assert {t.small for t in told} == {small}


def test_a_footer_in_jsx_is_small_print(linter: Linter) -> None:
    text = f"export default () => <main><h1>Ketamine</h1><footer><p>{RISKS}</p></footer></main>"
    assert {t.small for t in weighed(linter, text, "page.tsx").told} == {True}


@pytest.mark.parametrize(
    ("html", "shared", "expected"),
    [
        (f"<p>{PRAISE}</p>", (), {"missing-risks"}),
        (f"<p>{PRAISE} {RISKS}</p>", (), set()),
        (f"<p>{PRAISE}</p><footer>{RISKS}</footer>", (), {"risks-far-below"}),
        (f"<p>{PRAISE}</p><p>{FILLER}</p><p>{RISKS}</p>", (), {"risks-far-below"}),
        (f"<p>{PRAISE}</p><p>{RISKS}</p><p>{FILLER}</p>", (), set()),
        (f"<p>{PRAISE}</p>", (f"<footer><p>{RISKS}</p></footer>",), {"risks-far-below"}),
        (f"<p>{PRAISE}</p>", (f"<p>{RISKS}</p>",), set()),
        (f"<p>We offer ketamine.</p><footer>{RISKS}</footer>", (), set()),
    ],
)
def test_where_the_risks_have_to_stand(linter: Linter, html: str, shared: tuple[str, ...], expected: set[str]) -> None:
    assert rules(linter, html, shared=shared) == expected


def test_what_stands_low_in_a_file_of_data_is_not_called_low(linter: Linter) -> None:
    text = json.dumps({"title": "Ketamine", "intro": PRAISE, "body": FILLER, "notes": RISKS})
    found = {f.rule for f in linter.check(read("page.json", text.encode())).findings}
    assert "risks-far-below" not in found and "missing-risks" not in found and len(found) > 2


def test_missing_risks_names_those_of_the_treatment(linter: Linter) -> None:
    text = "# Botox\n\nBotox is a miracle with instant results. Our Botox gives permanent results. Expect bruising."
    (found,) = [f for f in linter.check(read("a.md", text.encode())).findings if f.rule == "missing-risks"]
    assert "not named are headache, a drooping eyelid or brow, uneven results, spread of the toxin" in found.message
    assert "bruising" not in found.message


def test_the_command(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"# Ketamine\n\n{PRAISE}\n\n{RISKS}\n")
    done = medlint("balance", "page.md", "--isolated")
    assert done.returncode == 0
    assert "told nowhere: anxiety or other psychiatric reactions, liver injury, misuse, bladder problems" in done.stdout
    assert "5:38    dissociation: “dissociation”" in done.stdout
    (one,) = json.loads(medlint("balance", "page.md", "--format", "json", "--isolated").stdout)["pages"]
    assert one["treatment"] == "ketamine"
    assert one["benefits"][0]["quote"] == "cure depression"
    assert (one["benefits"][0]["line"], one["benefits"][0]["column"]) == (3, 20)
    assert [r["risk"] for r in one["risks"]] == ["dissociation", "raised blood pressure", "slowed breathing"]
    assert one["words"]["risks"] == len(RISKS.split())
    both = medlint("balance", "page.md", "none.md")
    assert both.returncode == 2
    assert "page.md" in both.stdout and "none.md: cannot be read" in both.stderr
    assert medlint("balance", "none.md").returncode == 2
    assert medlint("balance", "page.md", "--treatment", "nothing").returncode == 2
