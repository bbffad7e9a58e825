# The few instructions of a Dockerfile that lab/images uses, as a change of an image's configuration.
# Input: the configuration of the image named by FROM. $dockerfile: the text. $diff_id: the layer that
# lib/image-build.sh has made for COPY, or empty.

def words: split(" ") | map(select(. != ""));

def nanoseconds: capture("^(?<number>[0-9]+)s$").number | tonumber * 1000000000;

def set_variable($pair):
  ($pair | split("=")[0] + "=") as $start
  | .Env = ((.Env // []) | map(select(startswith($start) | not))) + [$pair];

def healthcheck:
  if . == "NONE" then {Test: ["NONE"]}
  else
    capture("^(?<options>.*?)CMD (?<command>.*)$")
    | {Test: (["CMD"] + (.command | fromjson))}
      + (.options | words | map(
          capture("^--(?<key>[a-z-]+)=(?<value>.*)$")
          | {key: {interval: "Interval", timeout: "Timeout", retries: "Retries", "start-period": "StartPeriod"}[.key],
             value: (if .key == "retries" then .value | tonumber else .value | nanoseconds end)})
        | from_entries)
  end;

def instruction($name; $rest):
  if $name == "FROM" or $name == "COPY" then .
  elif $name == "ENV" then reduce ($rest | words[]) as $pair (.; set_variable($pair))
  elif $name == "EXPOSE" then .ExposedPorts = {($rest + "/tcp"): {}}
  elif $name == "ENTRYPOINT" then .Entrypoint = ($rest | fromjson)
  elif $name == "CMD" then .Cmd = ($rest | fromjson)
  elif $name == "HEALTHCHECK" then .Healthcheck = ($rest | healthcheck)
  else error("lab/images knows no " + $name)
  end;

if $diff_id == "" then . else .rootfs.diff_ids += [$diff_id] end
| reduce ($dockerfile | split("\n")[] | select(test("^[A-Z]")) | capture("^(?<name>[A-Z]+) +(?<rest>.*)$")) as $line
  (.; .config |= instruction($line.name; $line.rest))
