# Second opinion for tools/vectors/stats.py, in base R. Reads one question a line
# ("wilson COUNT N", "chisq A B C D", "fisher A B C D", "holm P P ...") and answers each with a
# line of numbers, after a first line with R's version.
options(warn = -1) # prop.test and chisq.test warn about small counts; they are asked on purpose
cat(paste(R.version$major, R.version$minor, sep = "."), "\n", sep = "")
for (line in readLines(file("stdin"))) {
  words <- strsplit(line, " ")[[1]]
  x <- as.numeric(words[-1])
  answer <- switch(words[1],
    wilson = prop.test(x[1], x[2], correct = FALSE)$conf.int,
    chisq = {
      t <- chisq.test(matrix(x, 2, byrow = TRUE), correct = FALSE)
      c(t$statistic, t$p.value)
    },
    fisher = fisher.test(matrix(x, 2, byrow = TRUE), conf.int = FALSE)$p.value,
    holm = p.adjust(x, "holm")
  )
  cat(sprintf("%.17g", answer), "\n")
}
