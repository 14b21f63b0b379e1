#!/usr/bin/env python3
"""Write the test vectors of the experiment's part of the room `stats`.

    python tools/vectors/experiment.py

Needs the packages of requirements.txt, and Rscript with the packages rpact and sandwich for the
second opinion (experiment.R). Writes crates/stats/tests/vectors/*.json. Each case carries its
inputs and one answer per oracle: "mpmath" (50 digits from the textbook formula), "numpy" (the
definition with full matrices), "statsmodels", "r" (base R, sandwich or rpact) and "published".
"""

import json
import platform
import subprocess
from pathlib import Path

import mpmath
import numpy as np
import scipy
import scipy.optimize
import scipy.stats
import statsmodels
import statsmodels.api as sm
from mpmath import mpf
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import power_proportions_2indep

mpmath.mp.dps = 50
HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "crates" / "stats" / "tests" / "vectors"

X = [-37.0, -8.0, -3.5, -1.0, -1e-3, 0.0, 1e-9, 0.3, 1.0, 1.959963984540054, 2.5, 5.0, 8.0]
P = [1e-300, 1e-20, 1e-9, 1e-4, 0.0125, 0.025, 0.3, 0.499, 0.5, 0.75, 0.975, 0.9999]
T = [-50.0, -4.3, -2.0, -0.1, 0.0, 1e-6, 0.7, 1.5, 2.262157, 3.0, 12.7, 1000.0]
DEGREES = [0.5, 1.0, 1.3, 2.0, 3.7, 9.0, 29.0, 139.0, 199.0, 201.0, 1000.5, 1e6]
QUANTILES = [1e-12, 0.0005, 0.025, 0.4, 0.6, 0.95, 0.975, 0.995, 0.99999]

PLANS = [
    # baseline, alternative, comparisons, level, power
    (0.0873, 0.1567, 1, 0.05, 0.8), (0.15, 0.16, 8, 0.05, 0.9), (0.27, 0.494, 4, 0.05, 0.8),
    (0.27, 0.378, 4, 0.05, 0.9), (0.1, 0.05, 2, 0.01, 0.95), (0.0006, 0.0008, 1, 0.05, 0.8),
    (0.5, 0.55, 3, 0.1, 0.5), (0.02, 0.9, 1, 0.05, 0.99),
]  # fmt: skip

LOOKS = [
    (0.05, [0.2, 0.4, 0.6, 0.8, 1.0]), (0.05, [1.0]), (0.05, [0.5, 1.0]), (0.05, [0.3, 0.35, 0.9]),
    (0.05 / 2, [0.2, 0.4, 0.6, 0.8, 1.0]), (0.05 / 4, [0.25, 0.5, 0.75, 1.0]),
    (0.05 / 9, [0.1 * k for k in range(1, 11)]), (0.1, [0.15, 0.4, 0.41, 1.0]),
    (0.01, [0.33, 0.67, 1.0]), (0.2, [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
]  # fmt: skip

# Five equally spaced looks at 0.05 on two sides, with the digits usual in the literature.
PUBLISHED = {
    ("obrien-fleming", 0): [4.877, 3.357, 2.680, 2.290, 2.031],
    ("pocock", 0): [2.438, 2.427, 2.410, 2.397, 2.386],
}


def phi(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


def z(p):
    """Upper quantile."""
    p = mpf(p)
    start = -scipy.stats.norm.ppf(float(p))
    return mpmath.findroot(lambda x: mpmath.log(phi(-x)) - mpmath.log(p), start)


def student(t, df):
    t, df = mpf(t), mpf(df)
    tail = mpmath.betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return 1 - tail if t > 0 else tail


def student_quantile(p, df):
    start = scipy.stats.t.ppf(p, df)
    log = mpmath.log
    return mpmath.findroot(lambda t: log(student(t, df)) - log(mpf(p)), start, tol=1e-40)


def plan(p1, p2, comparisons, alpha, power, pooled):
    """Size per arm (real), and power with that size rounded up, both tails."""
    p1, p2, level = mpf(p1), mpf(p2), mpf(alpha) / comparisons
    s1 = mpmath.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    mean = (p1 + p2) / 2
    s0 = mpmath.sqrt(2 * mean * (1 - mean)) if pooled else s1
    n = ((z(level / 2) * s0 + z(1 - mpf(power)) * s1) / (p2 - p1)) ** 2
    whole = mpmath.ceil(n)
    shift = abs(p2 - p1) * mpmath.sqrt(whole)
    got = [phi((sign * shift - z(level / 2) * s0) / s1) for sign in (1, -1)]
    return n, int(whole), sum(got)


def make_days(seed, days, arms, least=15, most=60, share=0.2):
    """Counts per arm and day with day effects, small enough to expand into single showings."""
    rng = np.random.default_rng(seed)
    day = rng.normal(0, 0.5, days)
    out = []
    for _ in range(arms):
        shown = rng.integers(least, most, days)
        odds = share / (1 - share) * np.exp(day + rng.normal(0, 0.3, days))
        clicks = rng.binomial(shown, odds / (1 + odds))
        out.append([(int(y), int(n)) for y, n in zip(clicks, shown)])
    return out


def expand(arms):
    y, day, arm = [], [], []
    for which, counts in enumerate(arms):
        for d, (clicks, shown) in enumerate(counts):
            y += [1] * clicks + [0] * (shown - clicks)
            day += [d] * shown
            arm += [1 - which] * shown
    return np.array(y, float), np.array(day), np.array(arm, float)


def clustered(arms):
    """statsmodels' estimate and standard error on the plain and the log odds scale, with the
    factor (N - 1) / (N - k) taken out, so that G / (G - 1) is left."""
    y, day, arm = expand(arms)
    x = np.ones((len(y), 1)) if len(arms) == 1 else np.column_stack([np.ones(len(y)), arm])
    k = x.shape[1]
    factor = np.sqrt((len(y) - k) / (len(y) - 1))
    kinds = {"cov_type": "cluster", "cov_kwds": {"groups": day}}
    plain = sm.OLS(y, x).fit(**kinds)
    odds = sm.GLM(y, x, family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200, **kinds)
    return [plain.params[-1], plain.bse[-1] * factor, odds.params[-1], odds.bse[-1] * factor]


def make_series(seed, days, change, correlation):
    rng = np.random.default_rng(seed)
    u = np.zeros(days)
    u[0] = rng.normal()
    for t in range(1, days):
        u[t] = correlation * u[t - 1] + np.sqrt(1 - correlation**2) * rng.normal()
    shown = rng.integers(2_000, 9_000, days)
    t = np.arange(days)
    share = 0.0873 + 1e-4 * t + (t >= change) * (0.05 - 2e-4 * (t - change)) + 0.01 * u
    return [(int(y), int(n)) for y, n in zip(rng.binomial(shown, share), shown)]


def design(counts, change, weekdays, weighted):
    clicks, shown = np.array(counts, float).T
    t = np.arange(len(counts))
    after = (t >= change).astype(float)
    since = (t - change).astype(float)
    columns = [np.ones(len(t)), since, after, after * since]
    if weekdays:
        columns += [(t % 7 == d) * 1.0 - (t % 7 == 6) * 1.0 for d in range(6)]
    weights = shown if weighted else (shown > 0) * 1.0
    share = clicks / np.maximum(shown, 1)
    return share, np.column_stack(columns), weights


def combinations(days, change, k):
    end = days - 1 - change
    rows = [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 1, end], [1, end, 0, 0]]
    return np.array([row + [0] * (k - 4) for row in rows], float)


def cosine_errors(share, x, weights, rows):
    """Estimate, standard error and degrees of freedom of each row, from the definition with full
    matrices; and the correlation of the reference."""
    root = np.sqrt(weights / weights.max())
    keep = root > 0
    n = len(share)
    y, x = share * root, x * root[:, None]
    pinv = np.linalg.pinv(x)
    m = np.diag(keep * 1.0) - x @ pinv
    u = m @ y
    beside = np.zeros((n, n))
    for t in range(n - 1):
        if keep[t] and keep[t + 1]:
            beside[t, t + 1] = beside[t + 1, t] = 0.5
    lags = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))

    def omega(rho):
        return np.where(lags == 0, 1.0, rho ** np.maximum(lags, 1))

    def ratio(rho):
        residual = m @ omega(rho) @ m
        return np.trace(beside @ residual) / np.trace(residual)

    seen = (u @ beside @ u) / (u @ u)
    if seen >= ratio(0.97):
        rho = 0.97
    elif seen <= ratio(0.0):
        rho = 0.0
    else:
        rho = scipy.optimize.brentq(lambda r: ratio(r) - seen, 0, 0.97, xtol=1e-13)
    number = max(8, int(0.41 * n ** (2 / 3)))
    t = np.arange(n) + 0.5
    cosines = np.array([np.cos(np.pi * j * t / n) for j in range(1, number + 1)])
    found = []
    for c in rows:
        a = c @ pinv
        forms = (cosines * a) @ m * np.sqrt(2 / number)
        g = forms @ omega(rho) @ forms.T
        factor = (a @ omega(rho) @ a) / np.trace(g)
        variance = factor * (((cosines * a) @ u) ** 2).sum() * 2 / number
        found.append([a @ y, np.sqrt(variance), np.trace(g) ** 2 / (g**2).sum()])
    return found, rho


def newey_west(share, x, weights, rows, lag, small_sample):
    kinds = {"maxlags": lag, "use_correction": small_sample}
    fit = sm.WLS(share, x, weights=weights).fit(cov_type="HAC", cov_kwds=kinds)
    tests = [fit.t_test(c) for c in rows]
    return [[float(t.effect[0]), float(t.sd[0, 0])] for t in tests]


def floats(values):
    return [float(v) for v in values]


def ask_r(questions):
    text = "".join(" ".join(repr(x) if isinstance(x, float) else str(x) for x in q) + "\n"
                   for q in questions)  # fmt: skip
    done = subprocess.run(
        ["Rscript", "--vanilla", str(HERE / "experiment.R")],
        input=text, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert len(lines) == len(questions) + 1, (len(lines), len(questions))
    return lines[0].split(), [floats(line.split()) for line in lines[1:]]


def distributions(ask):
    normal = [{"x": x, "mpmath": float(phi(mpf(x))), "r": ask("pnorm", x)[0]} for x in X]
    normal += [{"p": p, "mpmath": float(-z(p)), "r": ask("qnorm", p)[0]} for p in P]
    t = [{"x": x, "degrees": d, "mpmath": float(student(x, d)), "r": ask("pt", x, d)[0]}
         for d in DEGREES for x in T]  # fmt: skip
    t += [{"p": p, "degrees": d, "mpmath": float(student_quantile(p, d)), "r": ask("qt", p, d)[0]}
          for d in DEGREES for p in QUANTILES]  # fmt: skip
    return normal, t


def plans(ask):
    for p1, p2, comparisons, alpha, power in PLANS:
        level = alpha / comparisons
        pooled = plan(p1, p2, comparisons, alpha, power, True)
        unpooled = plan(p1, p2, comparisons, alpha, power, False)
        n = pooled[1]
        # statsmodels' own parametrisation of the same formula.
        sm_power = power_proportions_2indep(p2 - p1, p1, n, alpha=level).power
        effect = mpf(5) / 2
        wald = phi(effect - z(level / 2)) + phi(-effect - z(level / 2))
        yield {
            "baseline": p1, "alternative": p2, "comparisons": comparisons, "alpha": alpha,
            "power": power,
            "pooled": {"size": n, "mpmath": float(pooled[2]),
                       "r": ask("power", n, p1, p2, level)[0], "statsmodels": float(sm_power),
                       "r_size": ask("size", p1, p2, level, power)[0]},
            "unpooled": {"size": unpooled[1], "mpmath": float(unpooled[2])},
            "wald_2.5": {"mpmath": float(wald),
                         "statsmodels": float(NormalIndPower().power(2.5, 2, level))},
        }  # fmt: skip


def simpson(fractions, alpha, spending):
    """The boundaries by Simpson's rule on a fine grid; none where nothing can stop."""
    tail, half = scipy.stats.norm.sf, scipy.stats.norm.isf(alpha / 4)
    spent = {
        "obrien-fleming": lambda t: 4 * tail(half / np.sqrt(t)),
        "pocock": lambda t: alpha * np.log1p((np.e - 1) * t),
    }[spending]
    before, now, out = 0.0, 0.0, []
    place, mass = np.zeros(1), np.ones(1)
    for t in fractions:
        step, chance = np.sqrt(t - now), spent(t) - before

        def beyond(b):
            return (mass * (tail((b - place) / step) + tail((b + place) / step))).sum()

        bound, far = None, 11 * np.sqrt(t)
        if chance >= 1e-15:
            before, bound = spent(t), scipy.optimize.brentq(
                lambda b: np.log(beyond(b) / chance), 0, far, xtol=1e-15)  # fmt: skip
        edge = far if bound is None else bound
        grid = np.linspace(-edge, edge, 4001)
        weights = np.full(4001, 2.0)
        weights[1::2], weights[0], weights[-1] = 4, 1, 1
        kernel = scipy.stats.norm.pdf(np.subtract.outer(grid, place) / step) / step
        place, mass, now = grid, weights * (grid[1] - grid[0]) / 3 * (kernel @ mass), t
        out.append(None if bound is None else float(bound / np.sqrt(t)))
    return out


def looks(ask):
    for which, (alpha, fractions) in enumerate(LOOKS):
        for spending in ("obrien-fleming", "pocock"):
            case = {"alpha": alpha, "fractions": fractions, "spending": spending,
                    "numpy": simpson(fractions, alpha, spending),
                    # No boundary where rpact has spent nothing.
                    "rpact": [x if np.isfinite(x) else None
                              for x in ask("looks", alpha, spending, *fractions)]}  # fmt: skip
            if (spending, which) in PUBLISHED:
                case["published"] = PUBLISHED[spending, which]
            yield case


def clusters(ask):
    for seed, days in ((1, 5), (2, 10), (3, 30), (4, 60)):
        first, second = make_days(seed, days, 2)

        def rows(arm):
            return [x for d, (y, n) in enumerate(arm) for x in (d, y, n)]

        yield {
            "first": first, "second": second,
            "rate": {"statsmodels": floats(clustered([first])), "r": ask("rate", *rows(first))},
            "two": {"statsmodels": floats(clustered([first, second])),
                    "r": ask("difference", *rows(first), *rows(second))
                    + ask("odds", *rows(first), *rows(second))},
        }  # fmt: skip


SERIES = [
    # seed, days, change, correlation, weekdays, weighted, lag, small sample
    (11, 60, 30, 0.5, 0, 1, 11, 1), (12, 60, 20, 0.0, 0, 0, 3, 0), (13, 140, 70, 0.7, 1, 1, 16, 1),
    (14, 140, 100, 0.3, 1, 0, 4, 0), (15, 90, 45, 0.9, 0, 1, 0, 1),
]  # fmt: skip


def series(ask):
    for seed, days, change, correlation, weekdays, weighted, lag, small in SERIES:
        counts = make_series(seed, days, change, correlation)
        share, x, weights = design(counts, change, weekdays, weighted)
        rows = combinations(days, change, x.shape[1])
        found, rho = cosine_errors(share, x, weights, rows)
        flat = [v for day in counts for v in day]
        r = ask("series", lag, small, change, weekdays, weighted, *flat)
        yield {
            "days": counts, "first_after": change, "weekdays": weekdays == 1,
            "weighted": weighted == 1, "lag": lag, "small_sample": small == 1,
            "statsmodels": newey_west(share, x, weights, rows, lag, small == 1),
            # Slope before, level change, slope change.
            "r": [[r[i], r[4 + i]] for i in (1, 2, 3)],
            "numpy": [floats(f) for f in found], "numpy_correlation": float(rho),
        }  # fmt: skip
    # Days without showings: only the definition with full matrices knows them.
    counts = make_series(16, 70, 40, 0.4)
    for gap in (5, 6, 44):
        counts[gap] = (0, 0)
    share, x, weights = design(counts, 40, 0, 1)
    found, rho = cosine_errors(share, x, weights, combinations(70, 40, 4))
    yield {
        "days": counts, "first_after": 40, "weekdays": False, "weighted": True,
        "numpy": [floats(f) for f in found], "numpy_correlation": float(rho),
    }  # fmt: skip


def both_passes(make):
    """Runs `make` twice: first to collect the questions to R, then with its answers."""
    questions = []

    def collect(*question):
        questions.append(question)
        return [0.0] * 20

    make(collect)
    versions, answers = ask_r(questions)
    known = dict(zip(questions, answers))
    return versions, make(lambda *question: known[question])


def main():
    def make(ask):
        normal, t = distributions(ask)
        return {
            "normal": ("Standard normal: cdf at x, or quantile at p", normal),
            "student": ("Student's t: cdf at x, or quantile at p", t),
            "power": ("Two shares: size per arm, and power with it on both tails",
                      list(plans(ask))),
            "sequential": ("Alpha spending on two sides: |z| at each look", list(looks(ask))),
            "cluster": ("Clustered by day: [share or difference, se, log odds or ratio, se]",
                        list(clusters(ask))),
            "interrupted": ("Segmented regression: slope before, level change, slope change, "
                            "change at end, counterfactual at end; numpy: [estimate, se, degrees]",
                            list(series(ask))),
        }  # fmt: skip

    (r, rpact, sandwich), pages = both_passes(make)
    tools = {
        "python": platform.python_version(), "mpmath": mpmath.__version__,
        "numpy": np.__version__, "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__, "r": r, "rpact": rpact, "sandwich": sandwich,
    }  # fmt: skip
    for name, (about, cases) in pages.items():
        page = {"about": about, "made_by": "tools/vectors/experiment.py", "tools": tools}
        body = ",\n    ".join(json.dumps(case) for case in cases)
        head = json.dumps(page, indent=2)[:-2]
        (OUT / f"{name}.json").write_text(f'{head},\n  "cases": [\n    {body}\n  ]\n}}\n')


if __name__ == "__main__":
    main()
