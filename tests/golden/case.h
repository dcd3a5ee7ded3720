// A golden case: a `.mig` file under tests/golden/<phase>/<topic>/, the revision it starts from, and its expectations by dialect.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace migc::golden {

// "postgres" at the version of the golden project, or "postgres-12" where the case asks for another.
struct Target {
  std::string dialect;
  std::string version;  // empty: the project's
  std::string Suffix() const { return version.empty() ? dialect : dialect + "-" + version; }
};

struct Case {
  std::filesystem::path file;        // …/case.mig
  std::string phase;                 // the folder below tests/golden
  std::string name;                  // topic/case
  bool must_fail = false;            // `fail_` in its name
  std::vector<std::string> options;  // more of the command line, of `-- options:`
  std::vector<Target> targets;       // every dialect, then those of `-- also: postgres 12, sqlite 3.35`
  std::filesystem::path Expectation(const std::string& suffix) const;
};

// What a phase makes of a case for one target and direction: the text, or the diagnostics.
struct Outcome {
  bool ok = false;
  std::string text;
  std::string warnings;  // beside a text
};

// By its name, where a test says which case it is.
void PrintTo(const Case& c, std::ostream* out);

// Every case below tests/golden, by name.
std::vector<Case> FindCases(const std::filesystem::path& root);

// The project that the case is compiled in: the case, its `_setup.mig` (revision `setup`) and what lies beside them, by path.
std::map<std::string, std::string> FilesOf(const Case& c);
bool HasSetup(const Case& c);

// Runs the command line in memory on the case and its `_setup.mig`. `direction` is "up" or "down" for emit and script, else "".
Outcome RunCase(const Case& c, const Target& target, const std::string& direction);

// The whole script that a DBA would be given for the case alone: from its setup (or base) to it, or back.
// `stage` is "setup" (base to setup; empty text when there is none), "up" or "down".
Outcome CompileScript(const Case& c, const Target& target, const std::string& stage);

// The statements of an upgrade, from a schema that `setup` made, as `--dump emit` shows them.
Outcome CompileStatements(const std::string& setup, const std::string& statements, const Target& target);

// The sample chain of migrations/, from base to head, or back when `down`.
Outcome CompileSample(const std::string& dialect, bool down);

// The dialects that every case has an expectation for.
const std::vector<std::string>& Dialects();

std::string ReadFile(const std::filesystem::path& path);

}  // namespace migc::golden
