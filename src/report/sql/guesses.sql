-- What do they predict?
WITH own AS (
  SELECT people.cohort, made.module, made.item AS prediction, made.is_set, made.response, count(*) AS n
  FROM first_given AS made
  JOIN people ON people.who = made.who
  WHERE made.kind = 'prediction' AND NOT made.is_skipped AND made.time >= {{since}}
  GROUP BY people.cohort, made.module, made.item, made.is_set, made.response
),
sliced AS (
  SELECT cohort, module, prediction, is_set, response, n FROM own
  UNION ALL
  SELECT '' AS cohort, module, prediction, is_set, response, n FROM own
),
chosen AS (
  SELECT cohort, module, prediction, n, {{elements(response)}} AS key
  FROM sliced
  WHERE is_set
  UNION ALL
  SELECT cohort, module, prediction, n, response AS key
  FROM sliced
  WHERE NOT is_set
)
SELECT cohort, module, prediction, key, sum(n) AS n
FROM chosen
GROUP BY cohort, module, prediction, key
