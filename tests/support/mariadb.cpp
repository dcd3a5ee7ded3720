#include "support/mariadb.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace migc::support {
namespace {

// A server never runs as root.
const passwd* ServerUser() {
  if (geteuid() != 0) return nullptr;
  const passwd* user = getpwnam("mysql");
  if (user == nullptr) user = getpwnam("nobody");
  if (user == nullptr) throw std::runtime_error("no user mysql or nobody to run the server as");
  return user;
}

// Starts the program as the server's user; it is sent SIGTERM when this process ends.
pid_t Spawn(std::vector<std::string> arguments, const std::string& log) {
  const passwd* user = ServerUser();
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  const int in = open("/dev/null", O_RDONLY);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) {
    if (user != nullptr && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
    // After the change of user, which would clear it.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(0);
    setpgid(0, 0);
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    execvp(pointers[0], pointers.data());
    _exit(127);
  }
  close(in);
  close(out);
  return child;
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string ReadLog(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What --batch writes: a tab between fields, and these for what a field holds.
std::string Unescape(const std::string& field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      text += field[i];
      continue;
    }
    const char next = field[++i];
    text += next == 'n' ? '\n' : next == 't' ? '\t' : next == '0' ? '\0' : next;
  }
  return text;
}

}  // namespace

MariadbServer* MariadbServer::Get() {
  static const bool there = RunProcess({"mariadbd", "--version"}).status == 0 && RunProcess({"mariadb", "--version"}).status == 0;
  if (!there) return nullptr;
  static MariadbServer server;
  return &server;
}

MariadbServer::MariadbServer() {
  if (const passwd* user = ServerUser(); user != nullptr) {
    if (chown(directory_.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("cannot give the directory to the server's user");
  }
  chmod(directory_.path().c_str(), 0755);
  const std::string log = directory_.path() + "/server.log";
  const pid_t install = Spawn({"mariadb-install-db", "--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db",
                               "--datadir=" + directory_.path() + "/data"},
                              log);
  if (WaitFor(install) != 0) throw std::runtime_error("mariadb-install-db failed: " + ReadLog(log));
  Start();
}

// As durable as a server is, so that what is committed outlives it. A server removes what it finds in its
// directory for temporary tables when it starts, so each has its own.
void MariadbServer::Start() {
  const std::string log = directory_.path() + "/server.log";
  pid_ = Spawn({"mariadbd", "--no-defaults", "--skip-networking", "--socket=" + socket(),
                "--datadir=" + directory_.path() + "/data", "--tmpdir=" + directory_.path(), "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=32M", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci"},
               log);
  for (int attempt = 0; attempt < 600; ++attempt) {
    if (Administer("SELECT 1").status == 0) return;
    if (waitpid(pid_, nullptr, WNOHANG) == pid_) break;
    usleep(50'000);
  }
  throw std::runtime_error("the server did not start: " + ReadLog(log));
}

void MariadbServer::Kill() {
  kill(-pid_, SIGKILL);
  WaitFor(pid_);
  pid_ = 0;
}

MariadbServer::~MariadbServer() {
  if (pid_ == 0) return;
  kill(pid_, SIGTERM);
  WaitFor(pid_);
}

std::vector<std::string> MariadbServer::Client(const std::vector<std::string>& flags) const {
  std::vector<std::string> arguments = {"mariadb", "--no-defaults", "--socket=" + socket(), "--user=root",
                                        "--default-character-set=utf8mb4"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  return arguments;
}

ProcessResult MariadbServer::Administer(const std::string& sql) const { return RunProcess(Client({"-e", sql})); }

MariadbDatabase::MariadbDatabase(MariadbServer& server)
    : server_(server), name_("test_" + std::to_string(++server.made_databases_)) {
  const ProcessResult made = server.Administer("CREATE DATABASE " + name_ + " CHARACTER SET utf8mb4");
  if (made.status != 0) throw std::runtime_error("cannot make a database: " + made.err);
}

MariadbDatabase::~MariadbDatabase() {
  server_.Administer("DROP DATABASE " + name_);
  for (const auto& row : Rows("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN ('mysql', 'sys', "
                              "'information_schema', 'performance_schema') AND schema_name NOT LIKE 'test\\_%'")) {
    server_.Administer("DROP DATABASE `" + row[0] + "`");
  }
}

ProcessResult MariadbDatabase::RunScript(const std::string& script, const std::vector<std::string>& flags,
                                         const Disturbance& disturbance) const {
  const TemporaryDirectory directory;
  ProcessInput input;
  input.disturbance = disturbance;
  input.stdin_path = directory.Write("script.sql", script);
  std::vector<std::string> all = flags;
  all.push_back(name_);
  return RunProcess(server_.Client(all), input);
}

std::vector<std::vector<std::string>> MariadbDatabase::Rows(const std::string& sql) const {
  std::vector<std::string> flags = {"-N", "-B", "-e", sql};
  // The destructor asks when the database is gone already.
  if (sql.find("schemata") == std::string::npos) flags.push_back(name_);
  const ProcessResult done = RunProcess(server_.Client(flags));
  if (done.status != 0) throw std::runtime_error(done.err + " in " + sql);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < done.out.size();) {
    const std::size_t end = done.out.find('\n', at);
    const std::string line = done.out.substr(at, end - at);
    rows.emplace_back();
    for (std::size_t field = 0; field <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', field), line.size());
      const std::string text = line.substr(field, tab - field);
      rows.back().push_back(text == "NULL" ? "\\N" : Unescape(text));
      field = tab + 1;
    }
    at = end + 1;
  }
  return rows;
}

std::string MariadbDatabase::Query(const std::string& sql) const {
  std::string text;
  for (const std::vector<std::string>& row : Rows(sql)) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "|") + row[i];
    text += '\n';
  }
  return text;
}

}  // namespace migc::support
