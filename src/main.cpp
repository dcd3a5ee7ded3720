// The program: the real disk, terminal and clock, and the array of back ends, given to the driver.
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"
#include "migc/base/check.h"
#include "migc/driver/driver.h"
#include "migc/source/file_system.h"
#include "migc/source/private_file.h"

extern char** environ;  // NOLINT: POSIX names it

namespace {

std::string NewRevisionId() {
  std::array<unsigned char, 6> bytes{};
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    ssize_t got = ::getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    CHECK(got > 0 || errno == EINTR);
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  std::string id;
  for (unsigned char byte : bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    id.append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
  }
  return id;
}

// By the shell, because an editor may be set with options: `code --wait`.
int Edit(const std::string& editor, const std::string& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", (editor + " \"$1\"").c_str(), "sh", path.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

std::string Now() {
  std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

std::map<std::string, std::string> Variables() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    std::string text = *entry;
    auto equals = text.find('=');
    if (equals != std::string::npos) variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::vector<std::unique_ptr<migc::emit::Backend>> backends;
  backends.push_back(migc::emit::mssql::MakeBackend());
  backends.push_back(migc::emit::mysql::MakeBackend());
  backends.push_back(migc::emit::oracle::MakeBackend());
  backends.push_back(migc::emit::postgres::MakeBackend());
  backends.push_back(migc::emit::sqlite::MakeBackend());

  migc::source::DiskFileSystem files;
  migc::driver::Environment environment;
  environment.files = &files;
  environment.out = &std::cout;
  environment.err = &std::cerr;
  environment.in = &std::cin;
  environment.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  environment.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  if (environment.err_is_terminal) environment.progress = &std::cerr;
  environment.variables = Variables();
  environment.edit = Edit;
  environment.create_private = migc::source::CreatePrivateFile;
  environment.new_revision_id = NewRevisionId;
  environment.now = Now;
  return migc::driver::Run({argv + std::min(argc, 1), argv + argc}, environment, backends);
}
