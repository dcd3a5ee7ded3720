#include "alembic_words.h"

namespace migc::driver {
namespace {

struct AlembicWord {
  std::string_view word;
  std::string_view help;
};

constexpr AlembicWord kWords[] = {
    {"--autogenerate", "migc compares no database with a model; write what changes into the new file, and `migc check` replays it"},
    {"-x", "a value for a variable of migc.yaml is given after the command: -D NAME=VALUE"},
    {"--tag", "leave it out; the script's header says what it is"},
    {"-t", "there is one kind of project; leave it out"},
    {"--template", "there is one kind of project; leave it out"},
    {"--package", "there is no Python here; leave it out"},
    {"-n", "an environment is a migc.yaml of its own: -c FILE"},
    {"--name", "an environment is a migc.yaml of its own: -c FILE"},
    {"--raiseerr", "leave it out; every error has its place, and `migc explain CODE` says more"},
    {"list_templates", "there is one kind of project: migc init"},
};

}  // namespace

std::optional<std::string> HelpForAlembicWord(std::string_view word) {
  const std::string_view name = word.substr(0, word.find('='));
  for (const AlembicWord& known : kWords) {
    if (known.word == name) return std::string(known.help);
  }
  return std::nullopt;
}

}  // namespace migc::driver
