-- Asks one fingerprint a request, another each time; counts what is no answer.
local key = os.getenv("SUOJA_KEY")
local questions = {}
for line in io.lines(os.getenv("SUOJA_QUESTIONS")) do
  local body = '{"questions": [{"pdq": "' .. line .. '", "quality": 90}]}'
  questions[#questions + 1] = wrk.format("POST", "/v1/lookup", {
    ["Authorization"] = "Bearer " .. key,
    ["Content-Type"] = "application/json",
  }, body)
end
local at = 0
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  matches, misses, others = 0, 0, 0
end

function request()
  at = at % #questions + 1
  return questions[at]
end

function response(status, headers, body)
  if body:find('"outcome":"match"', 1, true) then matches = matches + 1
  elseif body:find('"outcome":"no_match"', 1, true) then misses = misses + 1
  else others = others + 1 end
end

function done()
  local sums = { matches = 0, misses = 0, others = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(sums) do sums[name] = sums[name] + thread:get(name) end
  end
  print(string.format("match %d, no match %d, other %d", sums.matches, sums.misses, sums.others))
end
