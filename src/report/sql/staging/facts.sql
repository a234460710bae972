-- The facts as most metrics read them: narrow, people as numbers in the order of their keys, with the time that each adds to what was spent, and where it
-- says that somebody was ('' is the quiz). `stored_facts` is what the store holds, `roster` is (actor, cohort, label).

{{vocabulary(everybody, SELECT actor FROM stored_facts UNION SELECT actor FROM roster)}};

{{vocabulary(items, SELECT item FROM stored_facts)}};

{{vocabulary(kinds, SELECT 'prediction' UNION SELECT 'goal' UNION SELECT 'question' UNION SELECT 'quiz')}};

{{stage(actors)}}
SELECT actor, {{number(actor, everybody)}} AS who
FROM (SELECT actor FROM stored_facts UNION SELECT actor FROM roster) AS all_of_them;

{{stage(facts)}}
SELECT
  {{number(actor, everybody)}} AS who,
  CAST(module AS TINYINT) AS module,
  time,
  CASE
    WHEN verb = 'experienced' THEN {{word(item, items)}}
    WHEN verb = 'scored' OR (verb = 'answered' AND object = 'question') THEN {{word('', items)}}
  END AS place,
  CAST(
    least(
      CASE
        WHEN verb = 'experienced' THEN coalesce(visible, duration, 0)
        WHEN verb = 'answered' AND object = 'question' THEN coalesce(duration, 0)
        ELSE 0
      END,
      {{longest_visit}}
    ) AS INTEGER
  ) AS spent,
  verb = 'experienced' OR (verb = 'answered' AND duration IS NOT NULL) AS is_timed,
  CAST(CASE verb WHEN 'passed' THEN 2 WHEN 'completed' THEN 1 ELSE 0 END AS TINYINT) AS reached,
  CAST(progress AS TINYINT) AS progress,
  CAST(CASE WHEN object IN ('question', 'quiz') THEN attempt END AS SMALLINT) AS attempt,
  CASE WHEN verb IN ('scored', 'passed', 'failed') THEN score END AS score
FROM stored_facts;
