#include "integration/schema_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

namespace migc::integration {
namespace {

// Roles belong to the whole server.
void MakeRole(const support::PostgresDatabase& database, const std::string& role) {
  database.Query("DO $role$ BEGIN CREATE ROLE " + role + "; EXCEPTION WHEN duplicate_object THEN NULL; END $role$");
}

// Those that a script grants to must be there.
void MakeRoles(const support::PostgresDatabase& database, const std::string& script) {
  static std::set<std::string> made;
  const std::regex grant(R"re((?:^|\n)(?:GRANT|REVOKE) [^;]*? (?:TO|FROM) ([^;]*);)re");
  const std::regex role(R"re("(?:[^"]|"")*"|\w+)re");
  for (std::sregex_iterator it(script.begin(), script.end(), grant), end; it != end; ++it) {
    const std::string roles = (*it)[1].str();
    for (std::sregex_iterator one(roles.begin(), roles.end(), role); one != end; ++one) {
      if (one->str() == "PUBLIC" || one->str() == "public" || !made.insert(one->str()).second) continue;
      MakeRole(database, one->str());
    }
  }
}

// As above; in a script of MySQL statements stand in strings.
void MakeAccounts(const support::MariadbDatabase& database, const std::string& script) {
  const std::regex grant(R"re('(?:GRANT|REVOKE) [^;']*? (?:TO|FROM) (\w+)';)re");
  for (std::sregex_iterator it(script.begin(), script.end(), grant), end; it != end; ++it) {
    database.Query("CREATE USER IF NOT EXISTS " + (*it)[1].str());
  }
}

// What is only in the database, and named in raw SQL that ran: nobody told the catalog.
std::map<std::string, std::string> WithoutUnknown(std::map<std::string, std::string> found,
                                                  const std::map<std::string, std::string>& expected,
                                                  const catalog::Catalog& catalog) {
  std::erase_if(found, [&](const auto& fact) {
    if (expected.contains(fact.first)) return false;
    const std::size_t start = fact.first.find_last_of(" .") + 1;
    const std::string last = fact.first.substr(start);
    const std::size_t of = fact.first.find_last_of(' ') + 1;
    const std::string first = fact.first.substr(of, fact.first.find('.', of) - of);
    return catalog.FindMention(last).has_value() ||
           (catalog.FindMention(first).has_value() && !expected.contains("table " + first));
  });
  return found;
}

}  // namespace

namespace {

// What PostgreSQL spells in another way than CockroachDB.
std::string FromCockroachdb(std::string script, const std::string& version) {
  const auto replace = [&](const std::string& what, const std::string& by) {
    script = std::regex_replace(script, std::regex(what), by);
  };
  replace(R"(version\(\))", "text 'CockroachDB CCL v" + version + " (x86_64-pc-linux-gnu)'");
  replace(R"(SHOW transaction_status \\gset)", R"(SELECT CASE WHEN now() < statement_timestamp() THEN 'Open' ELSE 'NoTxn' END)"
                                               R"( AS transaction_status \gset)");
  const std::string name = R"re((?:"(?:[^"]|"")*"|\w+))re";
  replace("DROP INDEX ((?:" + name + "\\.)?" + name + ")@(" + name + ") CASCADE;", "ALTER TABLE $1 DROP CONSTRAINT $2;");
  replace("((?:DROP|ALTER) INDEX (?:IF EXISTS )?(?:" + name + "\\.)?)" + name + "@", "$1");
  replace(R"(\) VIRTUAL)", ") STORED");
  return script;
}

}  // namespace

std::string OnPostgres(const std::string& script, const std::string& version) {
  if (script.find("'CockroachDB CCL v'") != std::string::npos) {
    return FromCockroachdb(script, version.empty() ? "25.4.0" : version);
  }
  if (script.find("split_part(version(), '-YB-', 2)") == std::string::npos) return script;
  return std::regex_replace(script, std::regex(R"(version\(\))"),
                            "text 'PostgreSQL 15.2-YB-" + (version.empty() ? "2025.2.0.0-b1" : version) + " on x86_64'");
}

std::string OnMariadb(const std::string& script, const std::string& version) {
  if (script.find("-TiDB-v") == std::string::npos) {
    return std::regex_replace(script, std::regex(R"(VERSION\(\) LIKE '%MariaDB%')"), "FALSE");
  }
  std::string text = std::regex_replace(script, std::regex(R"(VERSION\(\))"), "'8.0.11-TiDB-v" + version + "'");
  text = std::regex_replace(text, std::regex("SET SESSION tidb_txn_mode = 'pessimistic';\n"), "");
  return std::regex_replace(text, std::regex("CAST\\(@@GLOBAL.tidb_enable_check_constraint AS CHAR\\)"), "CAST(1 AS CHAR)");
}

Database::Database(dialect::Tool tool) {
  if (tool == dialect::Tool::kPsql) {
    if (support::PostgresServer* server = support::PostgresServer::Get(); server != nullptr) {
      postgres_ = std::make_unique<support::PostgresDatabase>(*server);
    }
  } else if (tool == dialect::Tool::kSqlite3 && support::SqliteDatabase::Available()) {
    sqlite_ = std::make_unique<support::SqliteDatabase>();
  } else if (tool == dialect::Tool::kMysql && support::MariadbServer::Get() != nullptr) {
    mariadb_ = std::make_unique<support::MariadbDatabase>(*support::MariadbServer::Get());
  }
}

support::ProcessResult Database::Run(const std::string& script) {
  if (sqlite_) return sqlite_->RunScript(script);
  if (mariadb_) {
    MakeAccounts(*mariadb_, script);
    return mariadb_->RunScript(OnMariadb(script));
  }
  migc::integration::MakeRoles(*postgres_, script);
  return postgres_->RunScript(OnPostgres(script));
}

bool Database::Apply(const std::string& script, const std::string& what) {
  const support::ProcessResult result = Run(script);
  EXPECT_EQ(result.status, 0) << what << " does not apply: " << result.err << result.out << "\n" << script;
  EXPECT_EQ(result.err.find("WARNING"), std::string::npos) << result.err;
  EXPECT_NE(result.out.find("MIGC-RECEIPT 1 "), std::string::npos) << result.out;
  return result.status == 0;
}

support::Schema Database::Read() const {
  if (mariadb_) return support::ReadSchema(*mariadb_);
  return sqlite_ ? support::ReadSchema(*sqlite_) : support::ReadSchema(*postgres_);
}
support::LogicalSchema Database::ReadLogical() const {
  if (mariadb_) return support::ReadLogical(*mariadb_);
  return sqlite_ ? support::ReadLogical(*sqlite_) : support::ReadLogical(*postgres_);
}
std::string Database::Query(const std::string& sql) const {
  if (mariadb_) return mariadb_->Query(sql);
  return sqlite_ ? sqlite_->Query(sql) : postgres_->Query(sql);
}

std::vector<std::vector<std::string>> Database::Rows(const std::string& sql) const {
  if (mariadb_) return mariadb_->Rows(sql);
  return sqlite_ ? sqlite_->Rows(sql) : postgres_->Rows(sql);
}

void Database::MakeRoles(const std::vector<std::string>& roles) const {
  for (const std::string& role : roles) {
    if (postgres_) MakeRole(*postgres_, role);
    if (mariadb_) mariadb_->Query("CREATE USER IF NOT EXISTS " + role);
  }
}

dialect::Version EngineVersion(dialect::Tool tool) {
  static std::map<dialect::Tool, dialect::Version> versions;
  if (!versions.contains(tool)) {
    const Database database(tool);
    if (!database.available()) throw std::runtime_error("no server here speaks to this tool");
    std::string text = database.Query(tool == dialect::Tool::kSqlite3 ? "SELECT sqlite_version()"
                                      : tool == dialect::Tool::kMysql ? "SELECT VERSION()"
                                                                      : "SHOW server_version");
    text.resize(text.find_first_not_of("0123456789."));
    versions[tool] = *dialect::ParseVersion(text);
  }
  return versions[tool];
}

dialect::Tool ToolOf(const std::string& dialect) {
  if (dialect == "mysql" || dialect == "mariadb" || dialect == "tidb") return dialect::Tool::kMysql;
  return dialect == "sqlite" ? dialect::Tool::kSqlite3 : dialect::Tool::kPsql;
}

void ExpectCatalog(const support::Schema& found, const support::SchemaAt& at, const std::string& when) {
  const auto expected = support::ExpectedSchema(at).facts;
  const auto differences = support::Differences(expected, WithoutUnknown(found.facts, expected, at.catalog));
  if (at.dialect.Has(dialect::Capability::kColumnPosition)) {
    for (const auto& [table, columns] : support::ExpectedSchema(at).orders) {
      const auto read = found.orders.find(table);
      EXPECT_TRUE(read != found.orders.end() && read->second == columns)
          << when << ", table " << table << " has its columns in another order";
    }
  }
  EXPECT_TRUE(differences.empty()) << when << ", the engine's catalog differs from migc's:\n" << support::Lines(differences);
}

void ExpectSameAsFresh(const support::Schema& found, const support::SchemaAt& at) {
  // A schema is a database of the whole server there: it cannot be made a second time.
  const bool schemas = std::ranges::any_of(at.catalog.objects(),
                                           [](const auto& object) { return object.first.kind == catalog::ObjectKind::kSchema; });
  if (schemas && at.dialect.tool == dialect::Tool::kMysql) return;
  Database fresh(at.dialect.tool);
  if (!fresh.Apply(support::FreshScript(at), "the catalog made afresh")) return;
  const support::Schema made = fresh.Read();
  auto known = found;
  std::erase_if(known.facts, [&](const auto& fact) { return !made.facts.contains(fact.first); });
  std::erase_if(known.texts, [&](const auto& text) { return !made.texts.contains(text.first); });
  ExpectSame(made, known, "made afresh");
}

void ExpectSame(const support::Schema& expected, const support::Schema& found, const std::string& when) {
  EXPECT_EQ(support::Lines(support::Differences(expected.facts, found.facts)), "") << when;
  EXPECT_EQ(support::Lines(support::Differences(expected.texts, found.texts)), "") << when;
}

}  // namespace migc::integration
