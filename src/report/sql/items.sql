-- Which questions are hard, and which tell who knows? Moodle's facility and discrimination index, of first attempts.
SELECT
  cohort,
  module,
  question,
  version,
  count(*) AS n,
  sum(mark) AS "right",
  max(ranked) AS ranked,
  max(third) AS third,
  count(*) FILTER (WHERE is_top AND success) AS top,
  count(*) FILTER (WHERE is_bottom AND success) AS bottom,
  100 * {{correlation(CASE WHEN ended THEN mark END, CASE WHEN ended THEN rest END)}} AS discrimination,
  {{median(duration)}} AS median
FROM analysed
GROUP BY cohort, module, question, version
