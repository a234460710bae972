-- How far is each learner in each module they began?
SELECT
  actors.actor,
  cells_ever.module,
  cells_ever.status,
  cells_ever.progress,
  cells_ever.best,
  cells_ever.attempts,
  cells_ever.spent,
  cells_ever.first,
  cells_ever.last,
  cells_ever.screens,
  cells_ever.place
FROM cells_ever
JOIN actors ON actors.who = cells_ever.who
