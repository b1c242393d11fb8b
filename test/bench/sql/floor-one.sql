\set n :n + 1
\set i (((:base + :n * :clients + :client_id) % :slots) * 433494437) % :slots
\set room 1 + :i % 1000
\set day (:i / 1000) % :days
\set hour 9 + (:i / 1000) / :days

INSERT INTO occurrences (id, reservation_id, group_id, room_id, series_date, during, holds, expected_participants)
SELECT uuidv7(), bench_id(7, 1), bench_id(3, 1), bench_id(2, :room), d.day, d.span, d.span, 8
FROM (SELECT date ':first' + :day::int AS day, tstzrange((timestamp ':first' + make_interval(days => :day, hours => :hour))::timestamptz,
  (timestamp ':first' + make_interval(days => :day, hours => 1 + :hour))::timestamptz) AS span) d
ON CONFLICT ON CONSTRAINT occurrences_no_double_booking DO NOTHING RETURNING id;
