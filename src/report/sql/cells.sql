-- How far is each learner in each module they began? The longest of all tables: its numbers are those of JavaScript, which read out fastest.
SELECT
  actors.actor,
  cells_ever.module,
  cells_ever.status,
  cells_ever.progress,
  cells_ever.best,
  cells_ever.attempts,
  CAST(cells_ever.spent AS DOUBLE) AS spent,
  CAST(cells_ever.first AS DOUBLE) AS first,
  CAST(cells_ever.last AS DOUBLE) AS last,
  cells_ever.screens,
  cells_ever.place
FROM cells_ever
JOIN actors ON actors.who = cells_ever.who
