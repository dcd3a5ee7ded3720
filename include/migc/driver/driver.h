// Driver: the command line: reads the arguments, runs the phases in their order, and writes what came of it.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "migc/emit/backend.h"
#include "migc/source/file_system.h"

namespace migc::driver {

// Everything that a run takes from the outside, so that a test can run a command in memory.
struct Environment {
  source::FileSystem* files = nullptr;
  std::ostream* out = nullptr;       // what was asked for
  std::ostream* err = nullptr;       // diagnostics and remarks
  std::ostream* progress = nullptr;  // how far a long run is; nothing: nobody looks
  std::istream* in = nullptr;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::map<std::string, std::string> variables;                                 // of the process's environment
  std::function<int(const std::string& editor, const std::string& path)> edit;  // waits; gives the exit status
  // As FileSystem::Create, for what its owner alone may read.
  std::function<base::Status(const std::string& path, std::string_view text)> create_private;
  std::function<std::string()> new_revision_id;  // 12 random hexadecimal digits
  std::function<std::string()> now;              // 2026-11-22T09:53:01Z, for `revision` and `merge` alone
};

using Backends = std::span<const std::unique_ptr<emit::Backend>>;

// Exit statuses.
inline constexpr int kOk = 0;
inline constexpr int kSourcesWrong = 1;
inline constexpr int kOutsideWrong = 2;  // the command line, the configuration, the disk

// `arguments` without the program's name.
int Run(const std::vector<std::string>& arguments, const Environment& environment, Backends backends);

}  // namespace migc::driver
