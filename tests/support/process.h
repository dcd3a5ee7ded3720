// Process: runs a native tool as a person would at a prompt, and keeps what it said.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace migc::support {

struct ProcessResult {
  int status = -1;  // the exit status; 128 + n when signal n ended it
  std::string out;
  std::string err;
};

// What happens to a process while it runs.
struct Disturbance {
  std::chrono::microseconds after{0};
  std::function<void(pid_t process)> act;  // nothing: it is left alone
};

struct ProcessInput {
  std::string stdin_path = "/dev/null";
  std::string directory;  // that it runs in; empty: this process's own
  Disturbance disturbance;
  std::map<std::string, std::string> environment;  // beside LC_ALL=C.UTF-8, PATH and HOME
};

// `arguments[0]` is looked up in PATH. A tool that is not there gives status 127.
ProcessResult RunProcess(const std::vector<std::string>& arguments, const ProcessInput& input = {});

// A directory of this process alone; it goes with the object. What processes that were killed have left behind goes too.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }
  // Writes the file and gives its path.
  std::string Write(const std::string& name, const std::string& text) const;

 private:
  std::string path_;
};

// True when MIGC_SKIP_ENGINES is set: tests then say what they left out and pass. Without it, an engine that is missing is a
// failure.
bool SkipEngines(const std::string& what);

}  // namespace migc::support
