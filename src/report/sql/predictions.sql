-- Which predictions go wrong most often?
SELECT
  members.cohort,
  first_predictions.module,
  first_predictions.prediction,
  count(*) FILTER (WHERE verb = 'answered') AS n,
  count(*) FILTER (WHERE verb = 'answered' AND NOT success) AS wrong,
  count(*) FILTER (WHERE verb = 'skipped') AS skipped,
  {{median(CASE WHEN verb = 'answered' THEN duration END)}} AS median
FROM first_predictions
JOIN members ON members.who = first_predictions.who
WHERE first_predictions.time >= {{since}}
GROUP BY members.cohort, first_predictions.module, first_predictions.prediction
