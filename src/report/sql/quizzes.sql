-- How do first attempts end, and how many attempts does it take?
WITH ends AS (
  SELECT
    members.cohort,
    first_scores.module,
    count(*) AS n,
    avg(first_scores.score) AS mean,
    {{median(first_scores.score)}} AS median,
    stddev_samp(first_scores.score) AS deviation,
    count(*) FILTER (WHERE first_scores.score >= {{passing}} - 1e-9) AS passed
  FROM first_scores
  JOIN members ON members.who = first_scores.who
  WHERE first_scores.time >= {{since}}
  GROUP BY members.cohort, first_scores.module
),
each_attempt AS (
  SELECT DISTINCT actors.who, module, attempt
  FROM stored_facts
  JOIN actors ON actors.actor = stored_facts.actor
  WHERE verb = 'scored' AND time >= {{since}}
),
all_attempts AS (
  SELECT members.cohort, each_attempt.module, count(*) AS attempts
  FROM each_attempt
  JOIN members ON members.who = each_attempt.who
  GROUP BY members.cohort, each_attempt.module
)
SELECT ends.cohort, ends.module, ends.n, ends.mean, ends.median, ends.deviation, ends.passed, coalesce(all_attempts.attempts, 0) AS attempts
FROM ends
LEFT JOIN all_attempts ON all_attempts.cohort = ends.cohort AND all_attempts.module = ends.module
