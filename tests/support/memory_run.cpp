#include "support/memory_run.h"

#include <string_view>

#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"

namespace migc::support {

const std::vector<std::unique_ptr<emit::Backend>>& AllBackends() {
  static const auto* backends = [] {
    auto* made = new std::vector<std::unique_ptr<emit::Backend>>;
    made->push_back(emit::mssql::MakeBackend());
    made->push_back(emit::mysql::MakeBackend());
    made->push_back(emit::oracle::MakeBackend());
    made->push_back(emit::postgres::MakeBackend());
    made->push_back(emit::sqlite::MakeBackend());
    return made;
  }();
  return *backends;
}

Outside::Outside(source::MemoryFileSystem& files) {
  environment.files = &files;
  environment.out = &out;
  environment.err = &err;
  environment.in = &in;
  environment.create_private = [&files](const std::string& path, std::string_view text) { return files.Create(path, text); };
  environment.new_revision_id = [] { return std::string("000000000000"); };
  environment.now = [] { return std::string("2026-01-01T00:00:00Z"); };
}

Finished RunCommand(source::MemoryFileSystem& files, const std::vector<std::string>& arguments) {
  Outside outside(files);
  const int status = driver::Run(arguments, outside.environment, AllBackends());
  return {status, outside.out.str(), outside.err.str()};
}

}  // namespace migc::support
