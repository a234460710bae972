-- How long did it take those who finished?
SELECT
  members.cohort,
  cells_now.module,
  count(*) AS n,
  {{quantile(cells_ever.spent, 0.25)}} AS lower,
  {{median(cells_ever.spent)}} AS median,
  {{quantile(cells_ever.spent, 0.75)}} AS upper
FROM cells_now
JOIN cells_ever ON cells_ever.who = cells_now.who AND cells_ever.module = cells_now.module
JOIN members ON members.who = cells_now.who
WHERE cells_now.status <> 'started'
GROUP BY members.cohort, cells_now.module
