-- mod_slot_guard: a room exists only inside a slot that the house has booked, whoever asks for it.
-- For the MUC component. It opens no port: one outbound heartbeat says which rooms run and how many people are in
-- them (no names, no ids) and brings back the slots that are open now or soon. README.md beside this file tells more.
-- luacheck: globals module prosody

local array = require "util.array";
local http = require "net.http";
local jid = require "util.jid";
local json = require "util.json";
local now = require "util.time".now;
local st = require "util.stanza";
local storage = require "core.storagemanager";

local url = module:get_option_string("slot_guard_url");
local token = module:get_option_string("slot_guard_token", "");
local interval = math.max(module:get_option_number("slot_guard_interval", 10), 0.1);
local patience = module:get_option_number("slot_guard_timeout", 5);
-- The focus is known by its account. Its nickname proves nothing: every guest may take it.
local focus = module:get_option_set("slot_guard_focus", { "focus@auth." .. module.host:gsub("^[^.]+%.", "") });
local muc = module:depends("muc");
local answer = module:require "slot_guard_answer";

local LARGEST_ANSWER = 1024 * 1024;
local GAP = 1; -- seconds between two heartbeats, at least
local MOST_HELD = 50;
local STALE = 60; -- seconds after which a warning is no longer true

local texts = answer.texts;
local slots; -- by room; nil as long as the house has never said anything

local function is_focus(real_jid) return focus:contains(jid.bare(real_jid)); end
local function slot_of(room_jid) return slots and slots[jid.node(room_jid)]; end
local function is_open(slot) return slot and now() >= slot.opens and now() < slot.closes; end

-- Rooms in which the focus tries itself. Nobody else gets in: there is no slot for them.
local function is_health(room_jid) return room_jid:find("__jicofo-health-check", 1, true) == 1; end

local function id_of(session) return session and (session.jitsi_meet_context_user or {}).id; end

-- Number of heads, the focus not among them, and whether a person is one of them.
local function heads(room, id)
	local count, is_in = 0, false;
	for _, occupant in room:each_occupant() do
		if not is_focus(occupant.bare_jid) then
			count = count + 1;
			is_in = is_in or (id ~= nil and id_of(prosody.full_sessions[occupant.jid]) == id);
		end
	end
	return count, is_in;
end

-- The heartbeat. Its answer is kept on disk, so that a restart leaves the doors as they were. Not in the storage of the
-- MUC component: Jitsi sets that to "memory".

local driver = storage.load_driver(module.host, "internal");
local store = driver and driver:open("slot_guard", "keyval");

local flight, is_due, last_start, last_body, is_reached; -- flight: the heartbeat under way
local held, held_next = {}, {}; -- those who wait for the one under way, and for the one after it
local asked = setmetatable({}, { __mode = "k" }); -- stanzas that have waited

local beat;
local function beat_soon()
	if flight or is_due then return; end
	is_due = true;
	module:add_timer(math.max(0, (last_start or 0) + GAP - now()), function () is_due = false; beat(); end);
end

local function land(mine, code, body)
	if flight ~= mine then return; end
	flight = nil;
	local new_slots, new_texts;
	if code == 200 and #body <= LARGEST_ANSWER then new_slots, new_texts = answer.read(body); end
	if new_slots then
		slots, texts = new_slots, new_texts;
		if store and body ~= last_body then store:set("list", { answer = body }); end
		last_body = body;
	end
	if (new_slots ~= nil) ~= is_reached then
		is_reached = new_slots ~= nil;
		if is_reached then module:log("info", "The house answers.");
		else module:log("warn", "No sound answer from the house (%s): the doors stay.", code == 0 and body or code); end
	end
	local waiting = held;
	held = {};
	for _, event in ipairs(waiting) do
		if not event.origin.destroyed then prosody.core_post_stanza(event.origin, event.stanza); end
	end
	if #held_next > 0 then beat_soon(); end
end

local function running_rooms()
	local rooms = array();
	for room in muc.each_room(true) do
		local count = not is_health(room.jid) and heads(room) or 0;
		if count > 0 then rooms:push({ room = jid.node(room.jid); participants = count }); end
	end
	return rooms;
end

function beat()
	if flight or not url then return; end
	local mine = {};
	flight, last_start, held, held_next = mine, now(), held_next, {};
	local sent, request = pcall(http.request, url, {
		method = "POST";
		headers = { ["Content-Type"] = "application/json"; ["Authorization"] = "Bearer " .. token };
		body = json.encode({ rooms = running_rooms() });
	}, function (body, code) land(mine, code, body); end);
	if not sent then return land(mine, request); end
	if request then request.body_size_limit = LARGEST_ANSWER; end
	module:add_timer(patience, function ()
		if flight == mine and request then http.destroy_request(request); end
		land(mine, "no answer in time");
	end);
end

-- A slot may have been booked seconds ago. Whoever opens an unknown room waits for one more answer, once.
local function wait_for_news(event)
	if asked[event.stanza] or #held_next >= MOST_HELD or not url then return false; end
	asked[event.stanza] = true;
	table.insert(held_next, event);
	beat_soon();
	return true;
end

-- The door

local function refuse(event, why)
	event.origin.send(st.error_reply(event.stanza, "cancel", "not-allowed", why));
	return true;
end

local function why_closed(slot)
	if not slots then return texts.unavailable; end
	return slot and now() >= slot.closes and texts.ended or texts.closed;
end

-- Every way to create a room ends here: a conference request by XMPP or HTTP, a gateway's account, an administrator's.
-- 98: after Jitsi has checked the token (99), before anything else.
module:hook("muc-room-pre-create", function (event)
	local room_jid = jid.bare(event.stanza.attr.to);
	if is_health(room_jid) then return; end
	local slot = slot_of(room_jid);
	if is_open(slot) then return; end
	return not slot and wait_for_news(event) or refuse(event, why_closed(slot));
end, 98);

module:hook("muc-occupant-pre-join", function (event)
	-- Not event.occupant: with a nickname that is taken, that is whoever has it.
	if is_focus(event.stanza.attr.from) then return; end
	local slot, id = slot_of(event.room.jid), id_of(event.origin);
	if not is_open(slot) then return refuse(event, why_closed(slot)); end
	if id and slot.blocked:contains(id) then return refuse(event, texts.blocked); end
	-- After a network drop the lost session stays for a while: one head of the same person does not count.
	local count, is_in = heads(event.room, id);
	if slot.max and count - (is_in and 1 or 0) >= slot.max then return refuse(event, texts.full); end
end, 98);

-- Inside the room

local function tell(room, occupant, message)
	local stanza = st.message({ from = room.jid; to = occupant.jid });
	room:route_stanza(stanza:tag("json-message", { xmlns = "http://jitsi.org/jitmeet" }):text(json.encode(message)):up());
end

local function tell_all(room, message)
	for _, occupant in room:each_occupant() do
		if not is_focus(occupant.bare_jid) then tell(room, occupant, message); end
	end
end

local function countdown(slot)
	local length, gone = slot.closes - slot.opens, math.floor(now()) - slot.opens;
	return { type = "time_restricted"; durationSeconds = length; elapsedSeconds = gone };
end

-- Remembers the times that people in the room know of, and tells them when they change.
local function follow(room, slot)
	local known = room.slot_guard;
	if known and known.opens == slot.opens and known.closes == slot.closes then return; end
	room.slot_guard = { opens = slot.opens; closes = slot.closes; warned = {} };
	if known then tell_all(room, countdown(slot)); end
end

module:hook("muc-occupant-joined", function (event)
	local slot = slot_of(event.room.jid);
	if not slot or is_focus(event.occupant.bare_jid) then return; end
	follow(event.room, slot);
	tell(event.room, event.occupant, countdown(slot));
end, -10);

local function put_out_blocked(room, slot)
	local out = {};
	for _, occupant in room:each_occupant() do
		for real_jid in occupant:each_session() do
			local id = id_of(prosody.full_sessions[real_jid]);
			if id and slot.blocked:contains(id) then out[occupant.nick] = true; end
		end
	end
	for nick in pairs(out) do room:set_role(true, nick, nil, texts.blocked); end
end

-- One warning at a time, the nearest to the end; one that has become untrue meanwhile is left out.
local function warn(room, slot)
	local left, nearest = slot.closes - now(), nil;
	for _, warning in ipairs(slot.warn) do
		if left <= warning.at and not room.slot_guard.warned[warning.at] then
			room.slot_guard.warned[warning.at] = true;
			if warning.at - left < STALE and (not nearest or warning.at < nearest.at) then nearest = warning; end
		end
	end
	if not nearest then return; end
	tell_all(room, { type = "system_chat_message"; displayName = texts.name; message = nearest.message });
end

-- A slot may leave the list in the second in which it ends: that is no cancellation.
local function close(room, slot)
	local known = slot or room.slot_guard;
	local is_over = known and now() >= known.closes;
	module:log("info", "Closing a room: %s.", is_over and "its time is over" or "it is not booked");
	room:set_persistent(false);
	room:destroy(nil, is_over and texts.ended or slot and texts.closed or texts.cancelled);
end

local function look_after(room)
	local slot = slot_of(room.jid);
	if not slots or is_health(room.jid) or not room:has_occupant() then return; end
	if not is_open(slot) then return close(room, slot); end
	follow(room, slot);
	put_out_blocked(room, slot);
	warn(room, slot);
end

local kept = store and store:get("list") or {};
local kept_slots, kept_texts = answer.read(kept.answer);
if kept_slots then slots, texts, last_body = kept_slots, kept_texts, kept.answer; end
if not url then module:log("error", "slot_guard_url is missing: every room stays closed."); end

module:add_timer(0.1, function () beat(); return interval; end);
module:add_timer(1, function ()
	for _, room in ipairs(array.collect(muc.each_room(true))) do
		-- An error in one room must not end the rounds: nothing would be closed any more.
		local done, failure = pcall(look_after, room);
		if not done then module:log("error", "Could not look after a room: %s", tostring(failure)); end
	end
	return 1;
end);
