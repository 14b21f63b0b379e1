#!/usr/bin/env python3
"""Write the test vectors of the room `stats`.

    python tools/vectors/stats.py

Needs the packages of requirements.txt, and Rscript for the second opinion (stats.R).
Writes crates/stats/tests/vectors/*.json. Each case carries its inputs and one answer per
oracle: "mpmath" (50 digits from the textbook formula), "exact" (whole numbers only),
"statsmodels", "scipy" and "r". The Rust tests hold the crate to every one of them.
"""

import json
import platform
import subprocess
from math import comb
from pathlib import Path

import mpmath
import numpy
import scipy
import scipy.stats
import statsmodels
from mpmath import mpf
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mpmath.mp.dps = 50
HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "crates" / "stats" / "tests" / "vectors"

# Published tables, as counts; crates/stats/tests/published.rs names their sources.
T1 = [(27, 100), (40, 81), (52, 99), (28, 74), (25, 65)]
T3 = [(2471, 4493), (620, 4493), (144, 4493)]
T4 = [(649, 1546), (897, 1546)]
T5 = [(2277, 4161), (474, 4161), (3281, 4161)]
T6 = [(557, 697), (93, 697), (47, 697)]
T7_CALLS = [(k, 6278) for k in (3493, 1432, 273, 236, 331, 156, 357)]
T7_CALLERS = [(k, 3541) for k in (1445, 969, 198, 201, 303, 124, 301)]
T8 = [(43, 57), (55, 74), (43, 74)]
T9 = [
    (227, 399), (203, 399), (52, 399), (164, 399), (108, 399), (529, 1079),
    (1938, 2769), (1080, 2769), (2381, 2769), (82, 165), (55, 165), (66, 165),
]  # fmt: skip

EXTREME = [
    (0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (0, 10), (10, 10), (1, 10), (9, 10),
    (0, 24000), (24000, 24000), (1, 24000), (23999, 24000), (12000, 24000), (3, 24000),
    (1, 10**9), (10**9 - 1, 10**9), (123456, 10**12), (81, 263), (15, 148), (1, 29),
]  # fmt: skip

PROPORTIONS = list(
    dict.fromkeys(T1 + T3 + T4 + T5 + T6 + T7_CALLS + T7_CALLERS + T8 + T9 + EXTREME)
)

PAIRS = [
    # Newcombe 1998, table II, (a) to (h): the paper prints four decimals of method 10.
    ((56, 70), (48, 80)), ((9, 10), (3, 10)), ((6, 7), (2, 7)), ((5, 56), (0, 29)),
    ((0, 10), (0, 20)), ((0, 10), (0, 10)), ((10, 10), (0, 20)), ((10, 10), (0, 10)),
    # The arms of T1 against their control; the French statement against the rest (T9).
    ((40, 81), (27, 100)), ((52, 99), (27, 100)), ((28, 74), (27, 100)), ((25, 65), (27, 100)),
    ((227, 399), (11293, 23601)), ((108, 399), (529, 1079)), ((82, 165), (108, 399)),
    # Edges.
    ((0, 1), (1, 1)), ((1, 1), (0, 1)), ((1, 1), (1, 1)), ((0, 1), (0, 24000)),
    ((24000, 24000), (0, 24000)), ((12000, 24000), (12000, 24000)), ((1, 24000), (0, 399)),
    ((200, 399), (200, 399)),
]  # fmt: skip

TABLES = [
    # T1 against the control, T9 French against the rest.
    (40, 41, 27, 73), (52, 47, 27, 73), (28, 46, 27, 73), (25, 40, 27, 73),
    (227, 172, 11293, 12308),
    # Ordinary, and small enough for Fisher.
    (3, 1, 1, 3), (10, 2, 3, 15), (8, 2, 1, 5), (1, 9, 11, 3), (5, 5, 5, 5), (12, 5, 7, 7),
    (2, 15, 3, 15), (1, 2, 1, 3), (7, 0, 0, 7), (0, 5, 4, 0), (1, 1, 1, 1),
    # Symmetric tables, where a tie in probability must count.
    (4, 6, 6, 4), (30, 20, 20, 30), (100, 80, 80, 100),
    # Large, close to no difference, and far out in the tail.
    (12000, 12000, 12000, 12000), (12010, 11990, 11990, 12010), (300, 99, 9000, 14601),
    (399, 0, 12000, 11601), (5000, 1000, 1000, 5000), (20000, 4000, 4000, 20000),
    (3, 396, 40, 23561), (0, 399, 900, 22701), (1, 398, 0, 23601), (50000, 50000, 49000, 51000),
    (2, 49998, 21, 49979), (7, 1, 24000, 23000), (450, 50, 50, 450), (800, 10, 10, 800),
    (950, 100, 100, 950),
]  # fmt: skip

EMPTY_MARGIN = [(0, 10, 0, 20), (10, 0, 20, 0), (0, 0, 3, 4), (3, 4, 0, 0)]

HOLM = [
    [0.04],
    [0.01, 0.02, 0.03, 0.04, 0.05],
    [0.05, 0.04, 0.03, 0.02, 0.01],
    [0.5, 0.5, 0.5],
    [1.0, 0.0],
    [0.01, 0.01, 0.04, 0.03, 0.005],
    [1e-300, 0.2, 1e-8, 0.049, 0.8, 0.0003],
    [0.0019295, 0.00023376, 0.128445, 0.12149],
    [0.001 * k for k in range(1, 21)],
]


def z():
    return mpmath.sqrt(2) * mpmath.erfinv(mpf("0.95"))


def wilson(k, n):
    k, n, q = mpf(k), mpf(n), z() ** 2
    mid, half = k + q / 2, z() * mpmath.sqrt(k * (n - k) / n + q / 4)
    low, high = (mid - half) / (n + q), (mid + half) / (n + q)
    return (mpf(0) if k == 0 else low), (mpf(1) if k == n else high)


def newcombe(a, b):
    (p1, (l1, u1)), (p2, (l2, u2)) = [(mpf(k) / n, wilson(k, n)) for k, n in (a, b)]
    d = p1 - p2
    low = d - mpmath.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    high = d + mpmath.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return d, low, high


def chi_square(a, b, c, d):
    n = a + b + c + d
    x = mpf(n * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d))
    return x, mpmath.erfc(mpmath.sqrt(x / 2))


def fisher_exact(a, b, c, d):
    """Whole numbers throughout; the tolerance of 1e-7 is R's."""
    r1, c1, n = a + b, a + c, a + b + c + d
    low, high = max(0, r1 + c1 - n), min(r1, c1)
    weight = comb(r1, low) * comb(n - r1, c1 - low)
    weights = {low: weight}
    for k in range(low, high):
        weight = weight * (r1 - k) * (c1 - k) // ((k + 1) * (n - r1 - c1 + k + 1))
        weights[k + 1] = weight
    seen = weights[a]
    tail = sum(w for w in weights.values() if w * 10**7 <= seen * (10**7 + 1))
    return mpf(tail) / mpf(sum(weights.values()))


def odds_ratio(a, b, c, d):
    estimate = mpf(a * d) / (b * c)
    half = z() * mpmath.sqrt(sum(1 / mpf(x) for x in (a, b, c, d)))
    return estimate, estimate * mpmath.exp(-half), estimate * mpmath.exp(half)


def floats(values):
    return [float(v) for v in values]


def ask_r(questions):
    """One line a question, one line an answer; no JSON, so that base R is enough."""
    text = "".join(" ".join(repr(x) if isinstance(x, float) else str(x) for x in q) + "\n"
                   for q in questions)  # fmt: skip
    done = subprocess.run(
        ["Rscript", "--vanilla", str(HERE / "stats.R")],
        input=text, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert len(lines) == len(questions) + 1, (len(lines), len(questions))
    return lines[0], [[float(x) for x in line.split()] for line in lines[1:]]


def main():
    questions = (
        [("wilson", k, n) for k, n in PROPORTIONS]
        + [("chisq", *t) for t in TABLES]
        + [("fisher", *t) for t in TABLES + EMPTY_MARGIN]
        + [("holm", *p) for p in HOLM]
    )
    r_version, answers = ask_r(questions)
    r = dict(zip([tuple(q) for q in questions], answers))
    tools = {
        "python": platform.python_version(),
        "mpmath": mpmath.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__,
        "r": r_version,
    }

    def write(name, about, cases):
        page = {"about": about, "made_by": "tools/vectors/stats.py", "tools": tools}
        body = ",\n    ".join(json.dumps(case) for case in cases)
        head = json.dumps(page, indent=2)[:-2]
        (OUT / f"{name}.json").write_text(f'{head},\n  "cases": [\n    {body}\n  ]\n}}\n')

    write("wilson", "Wilson score interval, 95 %: low, high", [
        {"count": k, "n": n, "mpmath": floats(wilson(k, n)),
         "statsmodels": floats(proportion_confint(k, n, method="wilson")),
         "r": r["wilson", k, n]}
        for k, n in PROPORTIONS
    ])  # fmt: skip
    write("newcombe", "Newcombe's hybrid score interval, 95 %: difference, low, high", [
        {"a": a, "b": b, "mpmath": floats(newcombe(a, b)),
         "statsmodels": floats((a[0] / a[1] - b[0] / b[1], *confint_proportions_2indep(
             *a, *b, method="newcomb", compare="diff")))}
        for a, b in PAIRS
    ])  # fmt: skip

    def scipy_chi(a, b, c, d):
        found = scipy.stats.chi2_contingency([[a, b], [c, d]], correction=False)
        return floats((found.statistic, found.pvalue)), floats(found.expected_freq.ravel())

    write("chi_square", "Pearson's chi-square, no continuity correction: statistic, p", [
        {"table": t, "mpmath": floats(chi_square(*t)), "scipy": scipy_chi(*t)[0],
         "scipy_expected": scipy_chi(*t)[1], "r": r["chisq", *t]}
        for t in TABLES
    ])  # fmt: skip
    write("fisher", "Fisher's exact test, two-sided: p", [
        {"table": t, "exact": float(fisher_exact(*t)),
         "scipy": float(scipy.stats.fisher_exact([t[:2], t[2:]]).pvalue),
         "r": r["fisher", *t][0]}
        for t in TABLES + EMPTY_MARGIN
    ])  # fmt: skip

    def sm_odds(a, b, c, d):
        table = Table2x2(numpy.array([[a, b], [c, d]]), shift_zeros=False)
        return floats((table.oddsratio, *table.oddsratio_confint()))

    write("odds_ratio", "Odds ratio with Wald interval, 95 %: estimate, low, high", [
        {"table": t, "mpmath": floats(odds_ratio(*t)), "statsmodels": sm_odds(*t)}
        for t in TABLES if 0 not in t
    ])  # fmt: skip
    write("holm", "Holm's adjusted p-values", [
        {"p": p, "statsmodels": floats(multipletests(p, method="holm")[1]), "r": r["holm", *p]}
        for p in HOLM
    ])  # fmt: skip


if __name__ == "__main__":
    main()
