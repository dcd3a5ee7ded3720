// Schema check: a database, read by its engine's own catalog, against migc's catalog and against the same schema made afresh.
#pragma once

#include <memory>
#include <string>

#include "support/pipeline.h"
#include "support/schema.h"
#include "support/schema_logical.h"

namespace migc::integration {

// A database of the dialect's engine.
class Database {
 public:
  explicit Database(dialect::Tool tool);
  bool available() const { return postgres_ != nullptr || sqlite_ != nullptr || mariadb_ != nullptr; }
  // A failure of the test unless the native tool, with its default flags, ends with 0 and says nothing on its error channel but
  // notices. False then.
  bool Apply(const std::string& script, const std::string& what);
  support::ProcessResult Run(const std::string& script);
  support::Schema Read() const;
  support::LogicalSchema ReadLogical() const;
  // Whom a script grants to; on SQLite nobody.
  void MakeRoles(const std::vector<std::string>& roles) const;
  std::string Query(const std::string& sql) const;
  std::vector<std::vector<std::string>> Rows(const std::string& sql) const;

 private:
  std::unique_ptr<support::PostgresDatabase> postgres_;
  std::unique_ptr<support::SqliteDatabase> sqlite_;
  std::unique_ptr<support::MariadbDatabase> mariadb_;
};

// The version of the engine on this machine.
dialect::Version EngineVersion(dialect::Tool tool);
dialect::Tool ToolOf(const std::string& dialect);

// A script for a relative of PostgreSQL knows the server by its name: so PostgreSQL is called. And what it spells in another way is
// put as PostgreSQL has it.
std::string OnPostgres(const std::string& script, const std::string& version = "");
// A script for MySQL knows MariaDB by its version, and stops; one for TiDB knows two settings of its own beside.
std::string OnMariadb(const std::string& script, const std::string& version = "8.5.0");

// Objects that only raw SQL made are not in the catalog; those do not count.
void ExpectCatalog(const support::Schema& found, const support::SchemaAt& at, const std::string& when);
// What the catalog says, made without any history, is the same to the engine, expressions included.
void ExpectSameAsFresh(const support::Schema& found, const support::SchemaAt& at);
void ExpectSame(const support::Schema& expected, const support::Schema& found, const std::string& when);

}  // namespace migc::integration
