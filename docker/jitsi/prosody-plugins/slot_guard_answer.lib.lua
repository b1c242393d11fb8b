-- Reads what the house answers to the slot guard's heartbeat. What the house says replaces the guard's list only when
-- all of it is sound: half a list would close doors that are open.

local json = require "util.json";
local nodeprep = require "util.encodings".stringprep.nodeprep;
local set = require "util.set";

local default_texts = {
	name = "Virtuelles Haus";
	closed = "Dieser Raum ist jetzt nicht reserviert.";
	ended = "Die reservierte Zeit ist vorbei.";
	cancelled = "Dieser Termin wurde abgesagt.";
	blocked = "Ihre Einladung gilt nicht mehr.";
	full = "Der Raum ist voll.";
	unavailable = "Der Raum lässt sich gerade nicht öffnen. Bitte versuchen Sie es in einer Minute noch einmal.";
};

local list_mt = getmetatable(json.decode("[]"));

local function is_moment(value) return type(value) == "number" and value >= 0 and value < 2 ^ 40; end
local function is_text(value) return type(value) == "string" and #value > 0 and #value <= 1000; end
local function is_list(value) return type(value) == "table" and getmetatable(value) == list_mt; end
local function or_nil(value) if value ~= json.null then return value; end end

local function read_list(value, read)
	if value == nil then return {}; end
	if not is_list(value) then return nil; end
	local result = {};
	for i, member in ipairs(value) do
		result[i] = read(member);
		if result[i] == nil then return nil; end
	end
	return result;
end

local function read_id(id) return is_text(id) and id or nil; end

local function read_warning(warning)
	if type(warning) ~= "table" or not is_moment(warning.at) or not is_text(warning.message) then return nil; end
	return { at = warning.at; message = warning.message };
end

local function read_slot(slot)
	if type(slot) ~= "table" or not is_text(slot.room) then return nil; end
	local room, max = nodeprep(slot.room), or_nil(slot.max);
	local warn, blocked = read_list(or_nil(slot.warn), read_warning), read_list(or_nil(slot.blocked), read_id);
	if not room or not warn or not blocked then return nil; end
	if not is_moment(slot.opens) or not is_moment(slot.closes) or slot.opens >= slot.closes then return nil; end
	if max ~= nil and (type(max) ~= "number" or max < 1) then return nil; end
	return { room = room; opens = slot.opens; closes = slot.closes; max = max; warn = warn; blocked = set.new(blocked) };
end

local function read_texts(value)
	if value ~= nil and (type(value) ~= "table" or is_list(value)) then return nil; end
	local result = {};
	for name, text in pairs(default_texts) do
		local own = or_nil((value or {})[name]);
		if own ~= nil and not is_text(own) then return nil; end
		result[name] = own or text;
	end
	return result;
end

-- The slots by room, and the texts; nothing when the answer is not sound.
local function read_answer(body)
	local decoded, data = pcall(json.decode, body);
	if not decoded or type(data) ~= "table" or not is_list(data.slots) then return nil; end
	local read, new_texts = read_list(data.slots, read_slot), read_texts(or_nil(data.text));
	if not read or not new_texts then return nil; end
	local by_room = {};
	for _, slot in ipairs(read) do
		if by_room[slot.room] then return nil; end
		by_room[slot.room] = slot;
	end
	return by_room, new_texts;
end

return { read = read_answer; texts = default_texts };
