-- How many were there, week by week?
WITH weeks AS (
  SELECT who, {{week(time)}} AS week, sum(spent) AS spent FROM facts GROUP BY 1, 2
)
SELECT members.cohort, weeks.week, count(*) AS active, sum(weeks.spent) AS spent
FROM weeks
JOIN members ON members.who = weeks.who
GROUP BY members.cohort, weeks.week
