\set n :n + 1
\set i ((:base + :n * :nc + :client) % :slots) * 433494437 % :slots
\set room 1 + :i % 1000
\set day (:i / 1000) % :days
\set hour 9 + (:i / 1000) / :days

INSERT INTO occurrences (id, reservation_id, group_id, room_id, series_date, during, holds, expected_participants)
VALUES (uuidv7(), bench_id(7, 1), bench_id(3, 1), bench_id(2, :room), date :'first' + :day, tstzrange(timestamptz :'zero' + :day * interval '1 day' + :hour * interval '1 hour', timestamptz :'zero' + :day * interval '1 day' + (1 + :hour) * interval '1 hour'), tstzrange(timestamptz :'zero' + :day * interval '1 day' + :hour * interval '1 hour', timestamptz :'zero' + :day * interval '1 day' + (1 + :hour) * interval '1 hour'), 8)
ON CONFLICT ON CONSTRAINT occurrences_no_double_booking DO NOTHING RETURNING id;
