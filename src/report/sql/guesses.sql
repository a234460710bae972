-- What do they predict?
WITH made AS (
  SELECT members.cohort, first_predictions.*
  FROM first_predictions
  JOIN members ON members.who = first_predictions.who
  WHERE first_predictions.verb = 'answered' AND first_predictions.time >= {{since}}
),
chosen AS (
  SELECT cohort, module, prediction, {{elements(response)}} AS key
  FROM made
  WHERE interaction IN ('choice', 'matching')
  UNION ALL
  SELECT cohort, module, prediction, response AS key
  FROM made
  WHERE interaction IS NULL OR interaction NOT IN ('choice', 'matching')
)
SELECT cohort, module, prediction, key, count(*) AS n
FROM chosen
GROUP BY cohort, module, prediction, key
