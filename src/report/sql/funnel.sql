-- How many started, finished and passed each module?
SELECT
  members.cohort,
  cells_now.module,
  count(*) AS started,
  count(*) FILTER (WHERE status <> 'started') AS finished,
  count(*) FILTER (WHERE status = 'passed') AS passed
FROM cells_now
JOIN members ON members.who = cells_now.who
GROUP BY members.cohort, cells_now.module
