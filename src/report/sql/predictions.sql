-- Which predictions go wrong most often?
SELECT
  members.cohort,
  made.module,
  made.item AS prediction,
  count(*) FILTER (WHERE NOT made.is_skipped) AS n,
  count(*) FILTER (WHERE NOT made.is_skipped AND NOT made.success) AS wrong,
  count(*) FILTER (WHERE made.is_skipped) AS skipped,
  {{median(CASE WHEN NOT made.is_skipped THEN made.duration END)}} AS median
FROM first_given AS made
JOIN members ON members.who = made.who
WHERE made.kind = 'prediction' AND made.time >= {{since}}
GROUP BY members.cohort, made.module, made.item
