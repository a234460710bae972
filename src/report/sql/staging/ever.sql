-- What the metrics share, of all time: people, their cohorts, how far they are, and the first of everything.

{{stage(labels)}}
WITH each_label AS (
  SELECT actor, label, max(time) AS time FROM stored_facts WHERE label <> '' GROUP BY actor, label
)
SELECT actor, {{latest(label, time, label)}} AS label
FROM each_label
GROUP BY actor;

{{stage(people)}}
WITH seen AS (
  SELECT who, min(time) AS first, max(time) AS last, count(*) AS statements, sum(spent) AS spent
  FROM facts
  GROUP BY who
)
SELECT
  actors.who,
  actors.actor,
  coalesce(nullif(roster.label, ''), labels.label, '') AS label,
  CASE WHEN NOT {{has_roster}} THEN {{month(seen.first)}} ELSE coalesce(roster.cohort, '(not on the roster)') END AS cohort,
  seen.first,
  seen.last,
  coalesce(seen.statements, 0) AS statements,
  coalesce(seen.spent, 0) AS spent
FROM actors
LEFT JOIN seen ON seen.who = actors.who
LEFT JOIN roster ON roster.actor = actors.actor
LEFT JOIN labels ON labels.actor = actors.actor;

-- Everybody is in two: in '' and in their own.
{{stage(members)}}
SELECT who, '' AS cohort FROM people
UNION ALL
SELECT who, cohort FROM people;

-- A learner at a place: '' is the quiz. `spent` is null where no visit tells a time.
{{stage(visits_ever)}}
SELECT who, module, place, count(*) AS visits, sum(CASE WHEN is_timed THEN spent END) AS spent, max(time) AS last
FROM facts
WHERE place IS NOT NULL AND module > 0
GROUP BY who, module, place;

{{stage(cells_ever)}}
WITH roads AS (
  SELECT
    who,
    module,
    max(reached) AS reached,
    max(progress) AS progress,
    max(score) AS best,
    coalesce(max(attempt), 0) AS attempts,
    sum(spent) AS spent,
    min(time) AS first,
    max(time) AS last
  FROM facts
  WHERE module > 0
  GROUP BY who, module
),
places AS (
  SELECT who, module, count(*) FILTER (WHERE place <> '') AS screens, {{latest(place, last, place)}} AS place
  FROM visits_ever
  GROUP BY who, module
)
SELECT
  roads.who,
  roads.module,
  CASE roads.reached WHEN 2 THEN 'passed' WHEN 1 THEN 'finished' ELSE 'started' END AS status,
  roads.progress,
  roads.best,
  roads.attempts,
  roads.spent,
  roads.first,
  roads.last,
  coalesce(places.screens, 0) AS screens,
  places.place
FROM roads
LEFT JOIN places ON places.who = roads.who AND places.module = roads.module;

-- A fresh start counts attempts from 1 again: the first first attempt is meant.
{{stage(first_scores)}}
SELECT actors.who, module, {{earliest(score, time, id)}} AS score, min(time) AS time
FROM stored_facts
JOIN actors ON actors.actor = stored_facts.actor
WHERE verb = 'scored' AND object = 'quiz' AND attempt = 1
GROUP BY actors.who, module;

{{stage(firsts)}}
WITH found AS (
  SELECT
    actors.who,
    given.module,
    given.item AS question,
    {{earliest({{record(version, success, interaction, response, duration)}}, given.time, given.id)}} AS answer,
    min(given.time) AS time,
    bool_or(first_scores.who IS NOT NULL) AS ended
  FROM stored_facts AS given
  JOIN actors ON actors.actor = given.actor
  LEFT JOIN first_scores ON first_scores.who = actors.who AND first_scores.module = given.module
  WHERE given.verb = 'answered' AND given.object = 'question' AND given.attempt = 1
    AND (first_scores.time IS NULL OR given.time <= first_scores.time)
  GROUP BY actors.who, given.module, given.item
)
SELECT
  who, module, question, time, ended,
  answer.version, answer.success, answer.interaction, answer.response, answer.duration
FROM found;

{{stage(first_predictions)}}
WITH found AS (
  SELECT
    actors.who,
    module,
    item AS prediction,
    {{earliest({{record(verb, success, interaction, response, duration)}}, time, id)}} AS answer,
    min(time) AS time
  FROM stored_facts
  JOIN actors ON actors.actor = stored_facts.actor
  WHERE object = 'prediction'
  GROUP BY actors.who, module, item
)
SELECT
  who, module, prediction, time,
  answer.verb, answer.success, answer.interaction, answer.response, answer.duration
FROM found;

{{stage(first_goals)}}
SELECT actors.who, module, item AS goal, {{earliest(coalesce(visible, duration), time, id)}} AS took, min(time) AS time
FROM stored_facts
JOIN actors ON actors.actor = stored_facts.actor
WHERE verb = 'achieved'
GROUP BY actors.who, module, item;
