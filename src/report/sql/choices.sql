-- Which answers do they give, and who gives them?
WITH given AS (
  SELECT
    cohort,
    module,
    question,
    version,
    is_set,
    response,
    count(*) AS n,
    count(*) FILTER (WHERE is_top) AS top,
    count(*) FILTER (WHERE is_bottom) AS bottom
  FROM analysed
  GROUP BY cohort, module, question, version, is_set, response
),
chosen AS (
  SELECT cohort, module, question, version, n, top, bottom, {{elements(response)}} AS key
  FROM given
  WHERE is_set
  UNION ALL
  SELECT cohort, module, question, version, n, top, bottom, response AS key
  FROM given
  WHERE NOT is_set
)
SELECT cohort, module, question, version, key, sum(n) AS n, sum(top) AS top, sum(bottom) AS bottom
FROM chosen
GROUP BY cohort, module, question, version, key
