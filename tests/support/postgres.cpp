#include "support/postgres.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace migc::support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUser = "postgres";  // the superuser inside the cluster

// The newest of the versions that Debian's packages lay beside each other, unless MIGC_POSTGRES_BIN names a directory.
std::string FindPrograms() {
  if (const char* given = std::getenv("MIGC_POSTGRES_BIN"); given != nullptr) return given;
  std::vector<std::pair<int, std::string>> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string programs = entry.path().string() + "/bin";
    if (fs::exists(programs + "/initdb")) found.emplace_back(std::atoi(entry.path().filename().c_str()), programs);
  }
  return found.empty() ? "" : std::max_element(found.begin(), found.end())->second;
}

// PostgreSQL refuses to run as root.
const passwd* ServerUser() {
  if (geteuid() != 0) return nullptr;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr) user = getpwnam("nobody");
  if (user == nullptr) throw std::runtime_error("no user postgres or nobody to run the server as");
  return user;
}

// Starts the program as the server's user; it is sent SIGQUIT when this process ends.
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
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (getppid() != parent) _exit(0);
    setpgid(0, 0);
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    setenv("LC_ALL", "C.UTF-8", 1);
    execv(pointers[0], pointers.data());
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

}  // namespace

PostgresServer* PostgresServer::Get() {
  static const std::string programs = FindPrograms();
  if (programs.empty()) return nullptr;
  static PostgresServer server(programs);
  return &server;
}

PostgresServer::PostgresServer(std::string programs) : programs_(std::move(programs)), socket_directory_(directory_.path()) {
  if (const passwd* user = ServerUser(); user != nullptr) {
    if (chown(directory_.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("cannot give the directory to the server's user");
  }
  chmod(directory_.path().c_str(), 0755);
  InitDb();
  Start();
}

PostgresServer::~PostgresServer() {
  if (pid_ == 0) return;
  kill(pid_, SIGINT);
  WaitFor(pid_);
}

void PostgresServer::InitDb() {
  const std::string log = directory_.path() + "/initdb.log";
  const pid_t child = Spawn({programs_ + "/initdb", "-D", directory_.path() + "/data", "-A", "trust", "-U", kUser, "-E", "UTF8",
                             "--locale=C.UTF-8", "--no-sync"},
                            log);
  if (WaitFor(child) != 0) throw std::runtime_error("initdb failed: " + ReadLog(log));
}

std::string PostgresServer::Program(const std::string& name) const {
  const std::string own = programs_ + "/" + name;
  return fs::exists(own) ? own : name;
}

void PostgresServer::Start() {
  const std::string log = directory_.path() + "/server.log";
  pid_ = Spawn(
      {programs_ + "/postgres", "-D", directory_.path() + "/data", "-k", socket_directory_, "-c", "listen_addresses=", "-c",
       "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=16MB", "-c", "max_connections=30", "-c", "autovacuum=off"},
      log);
  for (int attempt = 0; attempt < 600; ++attempt) {
    const ProcessResult ready = RunProcess({Program("pg_isready"), "-q", "-h", socket_directory_, "-U", kUser});
    if (ready.status == 0) return;
    if (waitpid(pid_, nullptr, WNOHANG) == pid_) break;
    usleep(50'000);
  }
  throw std::runtime_error("the server did not start: " + ReadLog(log));
}

ProcessResult PostgresServer::Administer(const std::string& database, const std::string& sql) const {
  return RunProcess(
      {Program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket_directory_, "-U", kUser, "-d", database, "-c", sql});
}

std::string PostgresServer::TakeDatabase() {
  if (!free_databases_.empty()) {
    std::string name = free_databases_.back();
    free_databases_.pop_back();
    return name;
  }
  const std::string name = "test_" + std::to_string(++made_databases_);
  const ProcessResult made = Administer("postgres", "CREATE DATABASE " + name);
  if (made.status != 0) throw std::runtime_error("cannot make a database: " + made.err);
  return name;
}

// Emptying one takes a tenth of the time of making one. What cannot be emptied is not used again.
void PostgresServer::GiveBackDatabase(const std::string& name) {
  const ProcessResult emptied = Administer(name, R"(DO $$
DECLARE
  name text;
BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
  FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
    EXECUTE format('DROP EXTENSION %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  CREATE SCHEMA public;
  GRANT ALL ON SCHEMA public TO PUBLIC;
END $$)");
  if (emptied.status == 0) free_databases_.push_back(name);
}

void PostgresServer::Kill() {
  // The whole group: a server process that lives on would keep the shared memory.
  kill(-pid_, SIGKILL);
  WaitFor(pid_);
  pid_ = 0;
  fs::remove(directory_.path() + "/data/postmaster.pid");
}

PostgresDatabase::PostgresDatabase(PostgresServer& server) : server_(server), name_(server.TakeDatabase()) {}

PostgresDatabase::~PostgresDatabase() { server_.GiveBackDatabase(name_); }

std::vector<std::string> PostgresDatabase::Psql(const std::vector<std::string>& flags) const {
  std::vector<std::string> arguments = {server_.Program("psql"), "-h", server_.socket_directory(), "-U", kUser, "-d", name_};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  return arguments;
}

ProcessResult PostgresDatabase::RunScript(const std::string& script, const std::vector<std::string>& flags,
                                          const Disturbance& disturbance) const {
  ProcessInput input;
  input.disturbance = disturbance;
  const TemporaryDirectory directory;
  std::vector<std::string> all = flags;
  all.insert(all.end(), {"-f", directory.Write("script.sql", script)});
  return RunProcess(Psql(all), input);
}

std::vector<std::vector<std::string>> PostgresDatabase::Rows(const std::string& sql) const {
  // The separators are control characters that no name in a test holds.
  const ProcessResult done =
      RunProcess(Psql({"-X", "-q", "-A", "-t", "-F", "\x1f", "-R", "\x1e", "-P", "null=\\N", "-v", "ON_ERROR_STOP=1", "-c", sql}));
  if (done.status != 0) throw std::runtime_error(done.err + " in " + sql);
  std::vector<std::vector<std::string>> rows;
  std::string text = done.out;
  if (text.ends_with('\n')) text.pop_back();
  if (text.empty()) return rows;
  rows.emplace_back(1);
  for (const char c : text) {
    if (c == '\x1e') {
      rows.emplace_back(1);
    } else if (c == '\x1f') {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

std::string PostgresDatabase::Query(const std::string& sql) const {
  std::string text;
  for (const std::vector<std::string>& row : Rows(sql)) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "|") + row[i];
    text += '\n';
  }
  return text;
}

}  // namespace migc::support
