-- How many learn, how much, and how well?
WITH learners AS (
  SELECT '' AS cohort, count(*) AS learners FROM people
  UNION ALL
  SELECT cohort, count(*) FROM people GROUP BY cohort
),
acts AS (
  SELECT who, count(*) AS statements, sum(spent) AS spent FROM facts WHERE time >= {{since}} GROUP BY who
),
activity AS (
  SELECT members.cohort, count(*) AS active, sum(acts.statements) AS statements, sum(acts.spent) AS spent
  FROM acts
  JOIN members ON members.who = acts.who
  GROUP BY members.cohort
),
roads AS (
  SELECT
    members.cohort,
    count(*) AS started,
    count(*) FILTER (WHERE status <> 'started') AS finished,
    count(*) FILTER (WHERE status = 'passed') AS passed,
    {{median(best)}} AS median
  FROM cells_now
  JOIN members ON members.who = cells_now.who
  GROUP BY members.cohort
)
SELECT
  learners.cohort,
  learners.learners,
  coalesce(activity.active, 0) AS active,
  coalesce(activity.statements, 0) AS statements,
  coalesce(roads.started, 0) AS started,
  coalesce(roads.finished, 0) AS finished,
  coalesce(roads.passed, 0) AS passed,
  coalesce(activity.spent, 0) AS spent,
  roads.median
FROM learners
LEFT JOIN activity ON activity.cohort = learners.cohort
LEFT JOIN roads ON roads.cohort = learners.cohort
