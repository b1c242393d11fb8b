-- A house with :size stored dates, as far as possible as they are held in the field (shared/performance.md):
-- four years back and one ahead, weekdays 20/22/21/19/8/5/5, starts 18:00 22 %, 18:30 10, 19:00 25, 19:30 9,
-- 20:00 8, else from 13:00 to 17:00, lengths 90/120/150 min 30/60/10, 8 % cancelled, 8 ± 3 people, a dozen dates a
-- series. 07:00 to 13:00 stays free for the load. Ids tell what they belong to: see world.ts.
CREATE FUNCTION bench_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (lpad(to_hex(kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- The same draw each time, from 0 to 99.
CREATE FUNCTION bench_draw(n bigint, salt int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (abs(hashint8extended(n, salt)) % 100)::int $$;
CREATE TABLE bench_events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, about uuid NOT NULL,
  name text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now());

SET session_replication_role = replica;
SET synchronous_commit = off;

INSERT INTO contact_points (id, slug, name, town, phone, email, opening_hours, website, imprint_url, privacy_url,
  most_rooms_at_once, most_weekly_minutes)
SELECT bench_id(1, (p->>'number')::int), p->>'slug', 'Kontaktstelle', 'Musterstadt', '0123 456', 'k@kontakt.example',
  'Montag', 'https://kontakt.example', 'https://kontakt.example/i', 'https://kontakt.example/d', 1000, 1000000
FROM jsonb_array_elements($places$:places$places$) p;

INSERT INTO rooms (id, contact_point_id, name, kind, seats, position)
SELECT bench_id(2, n), bench_id(1, (p->>'number')::int), 'Raum ' || n, 'talk', 12 + n % 3, n
FROM jsonb_array_elements($places$:places$places$) p,
  generate_series((p->>'firstRoom')::int, (p->>'firstRoom')::int + (p->>'rooms')::int - 1) n;

INSERT INTO groups (id, contact_point_id, label, access_from, used_on)
SELECT bench_id(3, n), bench_id(1, (p->>'number')::int), 'Gruppe ' || n, current_date - 2000, current_date
FROM jsonb_array_elements($places$:places$places$) p,
  generate_series((p->>'firstGroup')::int, (p->>'firstGroup')::int + (p->>'groups')::int - 1) n;
INSERT INTO people (id, contact_point_id, name, email, email_key)
SELECT replace(id::text, '00000003-', '00000004-')::uuid, contact_point_id, 'Erika Muster', id || '@g.example',
  id || '@g.example' FROM groups;
INSERT INTO representatives (id, group_id, person_id)
SELECT replace(id::text, '00000003-', '00000005-')::uuid, id, replace(id::text, '00000003-', '00000004-')::uuid
FROM groups;
INSERT INTO sessions (id, token_hash, person_id, expires_at)
SELECT replace(id::text, '00000003-', '00000006-')::uuid,
  sha256(convert_to('bench-session-of-group-' || lpad(substring(label FROM '\d+'), 6, '0'), 'UTF8')),
  replace(id::text, '00000003-', '00000004-')::uuid, now() + interval '30 days' FROM groups;
-- The house registers its server at its start and finds this one.
INSERT INTO meeting_servers (id, slug, capacity_participants) VALUES (bench_id(9, 1), 'main', 2000000000);

-- The dates of the large contact point, day by day; no room has two on one day.
CREATE TEMP TABLE stored AS
WITH days AS (
  SELECT d, (ARRAY[20, 22, 21, 19, 8, 5, 5])[extract(isodow FROM d)::int] AS weight
  FROM generate_series(date ':first' - 1456, date ':first' + 363, interval '1 day') d),
counted AS (SELECT d, weight, sum(weight) OVER (ORDER BY d) AS until, sum(weight) OVER () AS total FROM days),
placed AS (
  SELECT d, r, row_number() OVER (ORDER BY d, r) AS i
  FROM counted, generate_series((:size * (until - weight) / total)::bigint, (:size * until / total)::bigint - 1) r),
drawn AS (SELECT *, bench_draw(i, 1) AS a, bench_draw(i, 2) AS b, bench_draw(i, 3) AS c FROM placed)
SELECT i, uuidv7() AS id, 1 + (i * 7) % GREATEST(1, :size / 12) AS reservation, 1 + r % 1000 AS room, d::date AS day,
  (d + CASE WHEN a < 22 THEN time '18:00' WHEN a < 32 THEN time '18:30' WHEN a < 57 THEN time '19:00'
    WHEN a < 66 THEN time '19:30' WHEN a < 74 THEN time '20:00' ELSE time '13:00' + (a % 5) * interval '1 hour' END)
    AT TIME ZONE 'Europe/Berlin' AS start,
  (CASE WHEN b < 30 THEN 90 WHEN b < 90 THEN 120 ELSE 150 END) * interval '1 minute' AS length,
  5 + b % 7 AS people, CASE WHEN c < 8 THEN 'cancelled' ELSE 'planned' END AS state
FROM drawn;

INSERT INTO reservations (id, group_id, made_by, calendar_uid, created_at)
SELECT bench_id(10, n), bench_id(3, 1 + n % 2000), bench_id(4, 1 + n % 2000), n || '@bench', now() - interval '1 year'
FROM generate_series(1, GREATEST(1, :size / 12)) n;
INSERT INTO occurrences (id, reservation_id, group_id, room_id, server_id, series_date, during, holds,
  expected_participants, state)
SELECT id, bench_id(10, reservation), bench_id(3, 1 + reservation % 2000), bench_id(2, room), bench_id(9, 1), day,
  tstzrange(start, start + length), tstzrange(start, start + length), people, state
FROM stored ORDER BY random();
INSERT INTO meetings (occurrence_id, room_name)
SELECT id, md5(id::text) || substr(md5(i::text), 1, 8) FROM stored WHERE state = 'planned' AND start > now();

-- One date a day in each room of the small contact points, so that an answer has as many rows as rooms.
INSERT INTO reservations (id, group_id, made_by, calendar_uid, created_at)
SELECT bench_id(11, g), bench_id(3, g), bench_id(4, g), g || '@small', now() - interval '1 year'
FROM generate_series(2001, 2129) g;
INSERT INTO occurrences (id, reservation_id, group_id, room_id, server_id, series_date, during, holds,
  expected_participants)
SELECT uuidv7(), bench_id(11, g), bench_id(3, g), bench_id(2, n), bench_id(9, 1), d,
  span, span, 8
FROM generate_series(1001, 1221) n, generate_series(0, :busy - 1) day,
  LATERAL (SELECT CASE WHEN n <= 1020 THEN 2001 + n % 64 WHEN n <= 1220 THEN 2065 + n % 64 ELSE 2129 END AS g) x,
  LATERAL (SELECT date ':first' + day AS d) y,
  LATERAL (SELECT tstzrange((d + time '19:00') AT TIME ZONE 'Europe/Berlin',
    (d + time '21:00') AT TIME ZONE 'Europe/Berlin') AS span) z;

-- Two thousand dates of their own, one a group, to move to and fro between 12:00 and 12:30; and for refusals.
INSERT INTO reservations (id, group_id, made_by, calendar_uid, created_at)
SELECT bench_id(7, n), bench_id(3, n), bench_id(4, n), n || '@move', now() - interval '1 year'
FROM generate_series(1, 2000) n;
INSERT INTO occurrences (id, reservation_id, group_id, room_id, server_id, series_date, during, holds,
  expected_participants)
SELECT bench_id(8, n), bench_id(7, n), bench_id(3, n), bench_id(2, 1 + n % 1000), bench_id(9, 1), d, span, span, 8
FROM generate_series(1, 2000) n, LATERAL (SELECT date ':first' + (n * 5) % :days AS d) x,
  LATERAL (SELECT tstzrange((d + time '12:00') AT TIME ZONE 'Europe/Berlin',
    (d + time '12:30') AT TIME ZONE 'Europe/Berlin') AS span) y;

-- Four hundred dates that all run now, each with its Jitsi room and one invitee.
INSERT INTO reservations (id, group_id, made_by, calendar_uid, created_at)
SELECT bench_id(12, n), bench_id(3, 2129 + n), bench_id(4, 2129 + n), n || '@door', now() - interval '1 year'
FROM generate_series(1, 400) n;
INSERT INTO occurrences (id, reservation_id, group_id, room_id, server_id, series_date, during, holds,
  expected_participants)
SELECT bench_id(13, n), bench_id(12, n), bench_id(3, 2129 + n), bench_id(2, 1221 + n), bench_id(9, 1), current_date,
  span, span, 8
FROM generate_series(1, 400) n, LATERAL (SELECT tstzrange(start, start + interval '12 hours' - n % 20 * interval '15 minutes')
  AS span FROM (SELECT date_trunc('minute', now()) - interval '1 hour' AS start) s) x;
INSERT INTO meetings (occurrence_id, room_name)
SELECT bench_id(13, n), 'door' || lpad(n::text, 6, '0') FROM generate_series(1, 400) n;
INSERT INTO invitees (id, occurrence_id, email, email_key, link_hash)
SELECT bench_id(14, n), bench_id(13, n), n || '@gast.example', n || '@gast.example',
  sha256(convert_to('bench-link-of-guest-' || lpad(n::text, 6, '0'), 'UTF8')) FROM generate_series(1, 400) n;

SET session_replication_role = origin;
SET synchronous_commit = on;
VACUUM ANALYZE;
CHECKPOINT;
