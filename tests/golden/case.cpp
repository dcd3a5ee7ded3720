#include "golden/case.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>

#include "migc/source/file_system.h"
#include "support/memory_run.h"

namespace migc::golden {
namespace {

namespace fs = std::filesystem;

using support::Finished;
using support::RunCommand;

// `-- also: postgres 12, sqlite 3.35` in the first line, or in the last.
std::vector<Target> AlsoTargets(const std::string& text) {
  std::vector<Target> targets;
  std::smatch line;
  if (!std::regex_search(text, line, std::regex(R"((?:^|\n)-- also: ([^\n]+)\n)"))) return targets;
  const std::string list = line[1].str();
  const std::regex entry(R"(([a-z]+) ([0-9.]+))");
  for (std::sregex_iterator it(list.begin(), list.end(), entry), end; it != end; ++it)
    targets.push_back({(*it)[1].str(), (*it)[2].str()});
  return targets;
}

// `-- options: --idempotent` in the first line: what else the command line has.
std::vector<std::string> OptionsOf(const std::string& text) {
  constexpr std::string_view kMark = "-- options: ";
  if (!text.starts_with(kMark)) return {};
  std::istringstream line(text.substr(kMark.size(), text.find('\n') - kMark.size()));
  return {std::istream_iterator<std::string>(line), {}};
}

// The project that every case is compiled in.
constexpr const char* kProject =
    "migrations: migrations\ndialects:\n  postgres: 15\n  sqlite: 3.40\n  mssql: 2019\n  oracle: 19\n  mysql: 8.4\n  mariadb: "
    "10.11\nvariables:\n  known: value\n  unset:\n";

std::vector<std::string> CompileArguments(const Case& c, const Target& target, bool down) {
  const std::string start = HasSetup(c) ? "setup" : "base";
  std::vector<std::string> arguments = {"compile",   "--from",      down ? "heads" : start, "--to", down ? start : "heads",
                                        "--dialect", target.dialect};
  if (!target.version.empty()) arguments.insert(arguments.end(), {"--target-version", target.version});
  return arguments;
}

Outcome OutcomeOf(const Finished& finished) {
  return finished.status == 0 ? Outcome{true, finished.out, finished.err} : Outcome{false, finished.err, ""};
}

}  // namespace

Finished RunInMemory(const Case& c, const std::vector<std::string>& arguments) {
  source::MemoryFileSystem files;
  files.files() = FilesOf(c);
  return RunCommand(files, arguments);
}

bool HasSetup(const Case& c) { return fs::exists(c.file.parent_path() / "_setup.mig"); }

std::map<std::string, std::string> FilesOf(const Case& c) {
  std::map<std::string, std::string> files;
  files["migc.yaml"] = kProject;
  const fs::path folder = c.file.parent_path();
  // Files beside the case that are not cases themselves: csv and sql files, and `case.*.mig` parts of a case with several files.
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string extension = entry.path().extension().string();
    if (extension == ".csv" || extension == ".txt") files["data/" + name] = ReadFile(entry.path());
  }
  if (fs::exists(folder / "_setup.mig")) files["migrations/_setup.mig"] = ReadFile(folder / "_setup.mig");
  // A case of several files: `case.mig` holds them one after the other, each under a line `==== name.mig`.
  const std::string text = ReadFile(c.file);
  const std::regex divider(R"((?:^|\n)==== ([^\n]+)\n)");
  std::sregex_iterator it(text.begin(), text.end(), divider);
  if (it == std::sregex_iterator()) files["migrations/" + c.file.filename().string()] = text;
  for (; it != std::sregex_iterator(); ++it) {
    const std::size_t begin = static_cast<std::size_t>(it->position() + it->length());
    const auto next = std::next(it);
    const std::size_t end = next == std::sregex_iterator() ? text.size() : static_cast<std::size_t>(next->position()) + 1;
    files["migrations/" + (*it)[1].str()] = text.substr(begin, end - begin);
  }
  return files;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::vector<std::string>& Dialects() {
  static const std::vector<std::string> dialects = {"mssql", "postgres", "sqlite", "oracle", "mysql", "mariadb"};
  return dialects;
}

fs::path Case::Expectation(const std::string& suffix) const {
  fs::path path = file;
  return path.replace_extension(suffix);
}

void PrintTo(const Case& c, std::ostream* out) { *out << c.phase << "/" << c.name; }

std::vector<Case> FindCases(const fs::path& root) {
  std::vector<Case> cases;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".mig" || entry.path().filename() == "_setup.mig") continue;
    Case c;
    c.file = entry.path();
    const fs::path relative = fs::relative(entry.path(), root);
    c.phase = relative.begin()->string();
    c.name = (relative.parent_path() / relative.stem()).string();
    c.must_fail = relative.stem().string().starts_with("fail_");
    for (const std::string& dialect : Dialects()) c.targets.push_back({dialect, ""});
    for (Target& also : AlsoTargets(ReadFile(c.file))) c.targets.push_back(std::move(also));
    c.options = OptionsOf(ReadFile(c.file));
    cases.push_back(std::move(c));
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

Outcome RunCase(const Case& c, const Target& target, const std::string& direction) {
  std::vector<std::string> arguments = CompileArguments(c, target, direction == "down");
  if (c.phase != "script") arguments.insert(arguments.end(), {"--dump", c.phase});
  arguments.insert(arguments.end(), c.options.begin(), c.options.end());
  return OutcomeOf(RunInMemory(c, arguments));
}

Outcome CompileScript(const Case& c, const Target& target, const std::string& stage) {
  if (stage != "setup") return OutcomeOf(RunInMemory(c, CompileArguments(c, target, stage == "down")));
  if (!HasSetup(c)) return {true, "", ""};
  std::vector<std::string> arguments = {"compile", "--from", "base", "--to", "setup", "--dialect", target.dialect};
  if (!target.version.empty()) arguments.insert(arguments.end(), {"--target-version", target.version});
  return OutcomeOf(RunInMemory(c, arguments));
}

Outcome CompileStatements(const std::string& setup, const std::string& statements, const Target& target) {
  source::MemoryFileSystem files;
  files.files()["migc.yaml"] = kProject;
  files.files()["migrations/a.mig"] = "revision setup revises base;\nupgrade {\n" + setup + "\n}\n";
  files.files()["migrations/b.mig"] = "revision change revises setup;\nupgrade {\n" + statements + "\n}\n";
  std::vector<std::string> arguments = {"compile",   "--from",       "setup",  "--to", "change",
                                        "--dialect", target.dialect, "--dump", "emit"};
  if (!target.version.empty()) arguments.insert(arguments.end(), {"--target-version", target.version});
  return OutcomeOf(RunCommand(files, arguments));
}

Outcome CompileSample(const std::string& dialect, bool down) {
  const fs::path root = MIGC_SOURCE_DIR;
  source::MemoryFileSystem files;
  files.files()["migc.yaml"] = ReadFile(root / "migc.yaml");
  for (const auto& entry : fs::recursive_directory_iterator(root / "migrations")) {
    if (entry.is_regular_file()) files.files()[fs::relative(entry.path(), root).generic_string()] = ReadFile(entry.path());
  }
  return OutcomeOf(
      RunCommand(files, {"compile", "--from", down ? "head" : "base", "--to", down ? "base" : "head", "--dialect", dialect}));
}

}  // namespace migc::golden
