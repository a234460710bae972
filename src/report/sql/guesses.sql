-- What do they predict?
WITH own AS (
  SELECT people.cohort, made.module, made.prediction, made.interaction, made.response, count(*) AS n
  FROM first_predictions AS made
  JOIN people ON people.who = made.who
  WHERE made.verb = 'answered' AND made.time >= {{since}}
  GROUP BY people.cohort, made.module, made.prediction, made.interaction, made.response
),
given AS (
  SELECT cohort, module, prediction, interaction, response, n FROM own
  UNION ALL
  SELECT '' AS cohort, module, prediction, interaction, response, n FROM own
),
chosen AS (
  SELECT cohort, module, prediction, n, {{elements(response)}} AS key
  FROM given
  WHERE interaction IN ('choice', 'matching')
  UNION ALL
  SELECT cohort, module, prediction, n, response AS key
  FROM given
  WHERE interaction IS NULL OR interaction NOT IN ('choice', 'matching')
)
SELECT cohort, module, prediction, key, sum(n) AS n
FROM chosen
GROUP BY cohort, module, prediction, key
