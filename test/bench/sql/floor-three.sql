\set n :n + 1
\set i (((:base + :n * :clients + :client_id) % :slots) * 433494437) % :slots
\set room 1 + :i % 1000
\set day (:i / 1000) % :days
\set hour 9 + (:i / 1000) / :days
\set group 1 + :i % 2000

WITH wish AS (
INSERT INTO reservations (id, group_id, made_by, calendar_uid)
VALUES (uuidv7(), bench_id(3, :group), bench_id(4, :group), :base || '-' || :n || '-' || :client_id || '@floor') RETURNING id),
held AS (
INSERT INTO occurrences (id, reservation_id, group_id, room_id, series_date, during, holds, expected_participants)
SELECT uuidv7(), wish.id, bench_id(3, :group), bench_id(2, :room), d.day, d.span, d.span, 8
FROM wish, (SELECT date ':first' + :day::int AS day, tstzrange((timestamp ':first' + make_interval(days => :day, hours => :hour))::timestamptz,
  (timestamp ':first' + make_interval(days => :day, hours => 1 + :hour))::timestamptz) AS span) d
ON CONFLICT ON CONSTRAINT occurrences_no_double_booking DO NOTHING RETURNING id)
INSERT INTO bench_events (about, name, payload)
SELECT id, 'reservation.made', '{"reservationId": "01", "occurrenceIds": ["01"]}'::jsonb FROM held RETURNING about;
