#include "support/sqlite.h"

#include <stdexcept>

namespace migc::support {

bool SqliteDatabase::Available() {
  static const bool available = RunProcess({"sqlite3", "--version"}).status == 0;
  return available;
}

ProcessResult SqliteDatabase::RunScript(const std::string& script, Way way, const std::vector<std::string>& flags,
                                        const Disturbance& disturbance) const {
  ProcessInput input;
  input.directory = directory_.path();
  input.disturbance = disturbance;
  const TemporaryDirectory own;  // two clients may have one each
  const std::string file = own.Write("script.sql", script);
  std::vector<std::string> arguments = {"sqlite3"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  switch (way) {
    case Way::kStdin:
      input.stdin_path = file;
      arguments.push_back(path());
      break;
    case Way::kRead:
      arguments.insert(arguments.end(), {path(), ".read '" + file + "'"});
      break;
    case Way::kInit:
      arguments.insert(arguments.end(), {"-init", file, path(), "SELECT 1 WHERE 0"});
      break;
  }
  return RunProcess(arguments, input);
}

std::vector<std::vector<std::string>> SqliteDatabase::Rows(const std::string& sql) const {
  const ProcessResult done = RunProcess({"sqlite3", "-batch", "-bail", "-noheader", "-ascii", "-nullvalue", "\\N", path(), sql});
  if (done.status != 0) throw std::runtime_error(done.err + " in " + sql);
  std::vector<std::vector<std::string>> rows;
  bool at_start = true;
  for (const char c : done.out) {
    if (at_start) rows.emplace_back(1);
    at_start = c == '\x1e';
    if (c == '\x1f') {
      rows.back().emplace_back();
    } else if (c != '\x1e') {
      rows.back().back() += c;
    }
  }
  return rows;
}

std::string SqliteDatabase::Query(const std::string& sql) const {
  std::string text;
  for (const std::vector<std::string>& row : Rows(sql)) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "|") + row[i];
    text += '\n';
  }
  return text;
}

}  // namespace migc::support
