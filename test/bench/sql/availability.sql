SELECT json_build_object('rooms', json_agg(json_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'seats', r.seats,
  'taken', coalesce(t.taken, '[]'), 'closed', json_build_array()) ORDER BY r.position))::text AS body
FROM rooms r LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('startsAt', to_char(lower(o.during) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'endsAt', to_char(upper(o.holds) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY lower(o.during)) AS taken
  FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
    AND lower(o.during) >= $2::timestamptz - interval '12 hours' AND lower(o.during) < $3::timestamptz
    AND upper(o.holds) > $2::timestamptz) t ON true
WHERE r.contact_point_id = (SELECT id FROM contact_points WHERE slug = $1)
