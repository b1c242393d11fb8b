-- For tests only. In Jitsi the user's id comes out of the token; here it is the account's name.
-- luacheck: globals module

module:hook("resource-bind", function (event)
	event.session.jitsi_meet_context_user = { id = event.session.username };
end);
