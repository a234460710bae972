-- Which answers do they give, and who gives them?
WITH chosen AS (
  SELECT cohort, module, question, version, is_top, is_bottom, {{elements(response)}} AS key
  FROM analysed
  WHERE interaction IN ('choice', 'matching')
  UNION ALL
  SELECT cohort, module, question, version, is_top, is_bottom, response AS key
  FROM analysed
  WHERE interaction IS NULL OR interaction NOT IN ('choice', 'matching')
)
SELECT
  cohort,
  module,
  question,
  version,
  key,
  count(*) AS n,
  count(*) FILTER (WHERE is_top) AS top,
  count(*) FILTER (WHERE is_bottom) AS bottom
FROM chosen
GROUP BY cohort, module, question, version, key
