-- For tests only: a Prosody with the hosts that Jitsi has, as far as the slot guard meets them. Everybody may sign in
-- with any password, on the loopback interface. What stands between @ signs is filled in by test/support/prosody.ts.
plugin_paths = { "@plugins@" }
data_path = "@data@"
pidfile = "@data@/prosody.pid"
log = { info = "@log@" }

interfaces = { "127.0.0.1" }
c2s_ports = { @port@ }
modules_enabled = { "saslauth"; "test_user_context"; "websocket" }
modules_disabled = { "s2s"; "tls" }
http_interfaces = { "127.0.0.1" }
http_ports = { @http@ }
https_ports = { }
http_default_host = "anonymous.jitsi"
consider_websocket_secure = true
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "insecure"
insecure_open_authentication = "Yes please, I know what I'm doing!"
storage = "memory"

-- Both are administrators in Jitsi, too: what the guard says holds for them all the same.
admins = { "focus@auth.meet.jitsi"; "jigasi@auth.meet.jitsi" }

VirtualHost "meet.jitsi"
VirtualHost "auth.meet.jitsi"
-- Whoever comes with no account, over the websocket, as browsers do at Jitsi.
VirtualHost "anonymous.jitsi"
	authentication = "anonymous"
	modules_enabled = { "disco" }

Component "muc.meet.jitsi" "muc"
	modules_enabled = { "slot_guard" }
	restrict_room_creation = true
	muc_room_locking = false
	muc_room_default_public_jids = true
	muc_tombstones = false
	component_admins_as_room_owners = true
	slot_guard_url = "@url@"
	slot_guard_token = "@token@"
	slot_guard_interval = 0.1
	slot_guard_timeout = 0.5
