#include "support/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace migc::support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "migc-test-";

std::string ReadWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> EnvironmentFor(const ProcessInput& input) {
  std::map<std::string, std::string> all = {
      {"LC_ALL", "C.UTF-8"}, {"HOME", "/nonexistent"}, {"PATH", "/usr/local/bin:/usr/bin:/bin"}};
  if (const char* path = std::getenv("PATH"); path != nullptr) all["PATH"] = path;
  for (const auto& [name, value] : input.environment) all[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : all) list.push_back(name + "=" + value);
  return list;
}

// Nothing but calls that are safe after fork.
[[noreturn]] void Become(int in, int out, int err, const char* directory, char* const* arguments, char* const* environment) {
  if (*directory != '\0' && chdir(directory) != 0) _exit(126);
  dup2(in, 0);
  dup2(out, 1);
  dup2(err, 2);
  execvpe(arguments[0], arguments, environment);
  _exit(127);
}

bool EndsWithin(pid_t child, std::chrono::microseconds time, int& status) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
    if (waitpid(child, &status, WNOHANG) == child) return true;
    usleep(200);
  }
  return false;
}

void RemoveStale(const fs::path& root) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(root, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix)) continue;
    const int pid = std::atoi(name.c_str() + std::string(kPrefix).size());
    if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

ProcessResult RunProcess(const std::vector<std::string>& arguments, const ProcessInput& input) {
  const TemporaryDirectory directory;
  const std::string out_path = directory.path() + "/out";
  const std::string err_path = directory.path() + "/err";
  const int in = open(input.stdin_path.c_str(), O_RDONLY | O_CLOEXEC);
  const int out = open(out_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const int err = open(err_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (in < 0 || out < 0 || err < 0) throw std::runtime_error("cannot open the files for a process: " + input.stdin_path);
  std::vector<std::string> argument_copies = arguments;
  std::vector<std::string> environment = EnvironmentFor(input);
  const std::vector<char*> argument_pointers = Pointers(argument_copies);
  const std::vector<char*> environment_pointers = Pointers(environment);
  const pid_t child = fork();
  if (child == 0) Become(in, out, err, input.directory.c_str(), argument_pointers.data(), environment_pointers.data());
  close(in);
  close(out);
  close(err);
  if (child < 0) throw std::runtime_error("cannot start a process");
  int status = 0;
  bool ended = false;
  if (input.disturbance.act) {
    ended = EndsWithin(child, input.disturbance.after, status);
    if (!ended) input.disturbance.act(child);
  }
  while (!ended && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), ReadWhole(out_path), ReadWhole(err_path)};
}

TemporaryDirectory::TemporaryDirectory() {
  const fs::path root = fs::temp_directory_path();
  static const bool cleaned = (RemoveStale(root), true);
  static_cast<void>(cleaned);
  std::string name = (root / (kPrefix + std::to_string(getpid()) + "-XXXXXX")).string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a directory like " + name);
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryDirectory::Write(const std::string& name, const std::string& text) const {
  const std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

bool SkipEngines(const std::string& what) {
  const char* set = std::getenv("MIGC_SKIP_ENGINES");
  if (set == nullptr || *set == '\0') return false;
  std::cout << "MIGC_SKIP_ENGINES is set: " << what << " was not run\n";
  return true;
}

}  // namespace migc::support
