# Second opinion for tools/vectors/experiment.py. Needs R's packages rpact and sandwich. Reads one
# question a line and answers each with a line of numbers, after a first line with the versions.
suppressPackageStartupMessages({
  library(rpact)
  library(sandwich)
})
versions <- c(
  paste(R.version$major, R.version$minor, sep = "."),
  as.character(packageVersion("rpact")), as.character(packageVersion("sandwich"))
)
cat(versions, "\n")

# Rows "day clicks shown" of two arms as single showings.
showings <- function(x, arms) {
  rows <- matrix(x, ncol = 3, byrow = TRUE)
  days <- nrow(rows) / arms
  one <- function(i) {
    data.frame(
      y = rep(c(1, 0), c(rows[i, 2], rows[i, 3] - rows[i, 2])),
      day = rep(rows[i, 1], rows[i, 3]),
      arm = rep(as.numeric(i <= days), rows[i, 3])
    )
  }
  do.call(rbind, lapply(seq_len(nrow(rows)), one))
}

for (line in readLines(file("stdin"))) {
  words <- strsplit(line, " ")[[1]]
  x <- suppressWarnings(as.numeric(words[-1]))
  answer <- switch(words[1],
    pnorm = pnorm(x),
    qnorm = qnorm(x),
    pt = pt(x[1], x[2]),
    qt = qt(x[1], x[2]),
    power = power.prop.test(n = x[1], p1 = x[2], p2 = x[3], sig.level = x[4], strict = TRUE)$power,
    size = power.prop.test(
      p1 = x[1], p2 = x[2], sig.level = x[3], power = x[4], tol = 1e-12
    )$n,
    looks = {
      f <- x[-(1:2)]
      design <- getDesignGroupSequential(
        kMax = length(f), informationRates = f, alpha = x[1], sided = 2,
        typeOfDesign = if (words[3] == "pocock") "asP" else "asOF", tolerance = 1e-10
      )
      design$criticalValues
    },
    # The type HC0 with cadjust has the one factor G / (G - 1).
    rate = {
      d <- showings(x, 1)
      fit <- glm(y ~ 1, binomial, d, epsilon = 1e-14, maxit = 100)
      sqrt(diag(vcovCL(fit, d$day, type = "HC0", cadjust = TRUE)))
    },
    difference = {
      d <- showings(x, 2)
      sqrt(diag(vcovCL(lm(y ~ arm, d), d$day, type = "HC0", cadjust = TRUE)))[2]
    },
    odds = {
      d <- showings(x, 2)
      fit <- glm(y ~ arm, binomial, d, epsilon = 1e-14, maxit = 100)
      sqrt(diag(vcovCL(fit, d$day, type = "HC0", cadjust = TRUE)))[2]
    },
    # lag, small sample, first day after, weekdays, weighted, then clicks and shown in turn.
    series = {
      rows <- matrix(x[-(1:5)], ncol = 2, byrow = TRUE)
      t <- seq_len(nrow(rows)) - 1
      after <- as.numeric(t >= x[3])
      d <- data.frame(
        y = rows[, 1] / rows[, 2], since = t - x[3], after = after,
        slope = after * (t - x[3]), n = rows[, 2], weekday = factor(t %% 7)
      )
      contrasts(d$weekday) <- contr.sum(7)
      d$w <- if (x[5] == 1) d$n else 1
      form <- if (x[4] == 1) {
        y ~ since + after + slope + weekday
      } else {
        y ~ since + after + slope
      }
      fit <- lm(form, d, weights = w)
      v <- NeweyWest(fit, lag = x[1], prewhite = FALSE, adjust = x[2] == 1)
      c(coef(fit)[1:4], sqrt(diag(v))[1:4])
    }
  )
  cat(sprintf("%.17g", answer), "\n")
}
