// Schema: what a database has, as its own catalog says, in lines that can be compared with what migc's catalog says it should have.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/mariadb.h"
#include "support/pipeline.h"
#include "support/postgres.h"
#include "support/sqlite.h"

namespace migc::support {

struct Schema {
  // What both sides can say: "column account.email" -> "character varying(320) not null". In an expectation "*" stands for
  // anything.
  std::map<std::string, std::string> facts;
  // The columns of each table in their order: only where a dialect can put a column in its place does it count.
  std::map<std::string, std::string> orders;
  // What only an engine can say, in its own spelling: expressions, and definitions as it deparses them.
  std::map<std::string, std::string> texts;
};

// Objects of migc's own, of extensions and of the engine do not count. The default schema's name is left out.
Schema ReadSchema(const PostgresDatabase& database);
Schema ReadSchema(const SqliteDatabase& database);
Schema ReadSchema(const MariadbDatabase& database);

// Facts alone.
Schema ExpectedSchema(const SchemaAt& at);
Schema ExpectedMysqlSchema(const SchemaAt& at);  // of MySQL and MariaDB

// A script that makes the catalog's objects in an empty database, straight and without history, and records nothing. What it makes
// must equal, expressions included, what a chain of revisions has led to.
std::string FreshScript(const SchemaAt& at);

// "+ column …: …" is only in `actual`, "- …" only in `expected`, "~ …" in both. Empty when they agree.
std::vector<std::string> Differences(const std::map<std::string, std::string>& expected,
                                     const std::map<std::string, std::string>& actual);
std::string Lines(const std::vector<std::string>& lines);

}  // namespace migc::support
