-- Who may need help, and why?
WITH done AS (
  SELECT people.who, people.cohort, people.last, count(cells_ever.who) AS finished
  FROM people
  LEFT JOIN cells_ever ON cells_ever.who = people.who AND cells_ever.status <> 'started'
  GROUP BY people.who, people.cohort, people.last
),
middle AS (
  SELECT cohort, {{median(finished)}} AS finished FROM done GROUP BY cohort
),
gaps AS (
  SELECT done.who, {{floor(middle.finished - done.finished)}} AS gap
  FROM done
  JOIN middle ON middle.cohort = done.cohort
  WHERE done.last IS NOT NULL
),
found AS (
  SELECT who, 'never-started' AS kind, 0 AS module, '' AS place, 0 AS value
  FROM done
  WHERE last IS NULL
  UNION ALL
  SELECT who, 'away', 0, '', {{quotient({{as_of}} - last, 86400000)}}
  FROM done
  WHERE finished < {{modules}} AND last < {{as_of}} - {{away_after}}
  UNION ALL
  SELECT who, 'behind', 0, '', gap
  FROM gaps
  WHERE gap >= {{behind_modules}}
  UNION ALL
  SELECT who, 'failing', module, '', attempts
  FROM cells_ever
  WHERE status <> 'passed' AND attempts >= {{failing_attempts}} AND best < {{passing}} - 1e-9
  UNION ALL
  SELECT cells_ever.who, 'stuck', cells_ever.module, cells_ever.place, visits_ever.visits
  FROM cells_ever
  JOIN visits_ever ON visits_ever.who = cells_ever.who AND visits_ever.module = cells_ever.module AND visits_ever.place = cells_ever.place
  WHERE cells_ever.status = 'started' AND cells_ever.place <> '' AND visits_ever.visits >= {{stuck_visits}}
)
SELECT actors.actor, found.kind, found.module, found.place, found.value
FROM found
JOIN actors ON actors.who = found.who
