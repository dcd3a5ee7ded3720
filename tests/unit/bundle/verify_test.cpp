// What verify.sql asks after: which facts, in whose words, and which it leaves alone. (That the answers are right is asked of
// engines, in tests/integration/verify_script_test.cpp.)
#include "migc/bundle/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/dialect/dialect.h"

namespace migc::bundle {
namespace {

using testing::HasSubstr;
using testing::Not;

ir::Column Column(const std::string& name, ir::TypeKind kind, bool not_null) {
  ir::Column column;
  column.name = name;
  column.type.kind = kind;
  column.not_null = not_null;
  return column;
}

class Verify : public testing::Test {
 protected:
  Verify() {
    table.name.name = "account";
    table.columns = {Column("id", ir::TypeKind::kBigint, true), Column("nick", ir::TypeKind::kVarchar, false)};
    table.columns[1].type.length = 20;
    ir::Constraint key;
    key.name = "account_pkey";
    key.body = ir::PrimaryKey{{"id"}};
    table.constraints = {key};
  }

  void Add(const ir::Table& definition) {
    after.Set(after.KeyOf(catalog::ObjectKind::kTable, definition.name),
              std::make_shared<const catalog::Object>(catalog::Table{definition, {}}));
  }

  std::string Script(const std::string& name, const std::string& version = "") {
    diag::Sink sink;
    std::optional<dialect::Version> target;
    if (!version.empty()) target = dialect::ParseVersion(version);
    source::Buffers buffers;
    dialect::Sources sources;
    for (const std::string& one : dialect::BuiltinNames()) {
      sources[one] = &buffers.Add(one, std::string(*dialect::BuiltinText(one)));
    }
    const auto facts = dialect::LoadDialect(name, target, sources, sink);
    EXPECT_TRUE(facts.has_value());
    VerifyInput input;
    input.frame.dialect = &*facts;
    input.frame.to = {"b2", "a1"};
    input.before = &before;
    input.after = &after;
    return VerifyScript(input);
  }

  ir::Table table;
  catalog::Catalog before{catalog::Rules{}};
  catalog::Catalog after{catalog::Rules{}};
};

TEST_F(Verify, EveryDialectHasOne) {
  Add(table);
  for (const std::string& name : dialect::BuiltinNames()) {
    if (name == "tidb" || name == "cockroachdb" || name == "redshift") continue;  // below
    const std::string script = Script(name);
    EXPECT_THAT(script, HasSubstr("MIGC-VERIFY 1 " + name + " a1,b2")) << name;
    EXPECT_THAT(script, HasSubstr("a1, b2")) << name;
    EXPECT_EQ(script.back(), '\n') << name;
    for (const char* word : {"CREATE TABLE", "DROP INDEX", "ALTER TABLE", "INSERT INTO migc", "UPDATE migc", "DELETE FROM"}) {
      EXPECT_THAT(script, Not(HasSubstr(word))) << name;
    }
  }
}

// A row that says pass would promise more than was asked.
TEST_F(Verify, WhoseCatalogWasNeverSeenIsAskedForNoShape) {
  Add(table);
  for (const auto& [name, title] :
       {std::pair("tidb", "TiDB"), std::pair("cockroachdb", "CockroachDB"), std::pair("redshift", "Amazon Redshift")}) {
    const std::string script = Script(name);
    EXPECT_THAT(script, HasSubstr("The shape of tables is not asked after"));
    EXPECT_THAT(script, HasSubstr(std::string("'the server is ") + title));
    EXPECT_THAT(script, HasSubstr("'the database is at "));
    EXPECT_THAT(script, Not(HasSubstr("MIGC-VERIFY")));
    EXPECT_THAT(script, Not(HasSubstr("account")));
  }
}

TEST_F(Verify, TypesAreNamedAsTheEngineNamesThem) {
  Add(table);
  EXPECT_THAT(Script("postgres"), HasSubstr("'column', 'account', 'nick', 'type', 'character varying(20)'"));
  EXPECT_THAT(Script("sqlite"), HasSubstr("'column', 'account', 'nick', 'type', 'VARCHAR(20)'"));
  EXPECT_THAT(Script("mariadb"), HasSubstr("\"column\", \"account\", \"nick\", \"type\", \"varchar(20)\""));
  EXPECT_THAT(Script("mssql"), HasSubstr("N'column', N'account', N'nick', N'type', N'varchar(20)'"));
  EXPECT_THAT(Script("oracle"), HasSubstr("ask('column', 'ACCOUNT', 'NICK', 'type', 'VARCHAR2(20 CHAR)');"));
  EXPECT_THAT(Script("oracle"), HasSubstr("ask('primary key', 'ACCOUNT', 'ACCOUNT_PKEY', 'columns', 'ID');"));
}

TEST_F(Verify, ANativeTypeIsNotCompared) {
  table.columns[1].type.native = "citext";
  Add(table);
  EXPECT_THAT(Script("postgres"), Not(HasSubstr("'nick', 'type'")));
  EXPECT_THAT(Script("postgres"), HasSubstr("'nick', 'null', 'null'"));
}

TEST_F(Verify, ANameKeepsItsCaseWhereItWasQuoted) {
  table.name.name = "Account";
  Add(table);
  EXPECT_THAT(Script("oracle"), HasSubstr("ask('table', 'Account', '', 'exists', 'there');"));
}

TEST_F(Verify, RawSqlThatReadsATableLeavesItIn) {
  Add(table);
  after.RememberRawSql("CREATE VIEW v AS SELECT nick FROM account", {});
  EXPECT_THAT(Script("postgres"), HasSubstr("'nick', 'type'"));
}

TEST_F(Verify, OfATableThatRawSqlMayHaveChangedOnlyItsExistenceIsAsked) {
  Add(table);
  after.RememberRawSql("ALTER TABLE account ADD COLUMN x int", {});
  const std::string script = Script("postgres");
  EXPECT_THAT(script, HasSubstr("'table', 'account', '', 'exists', 'there'"));
  EXPECT_THAT(script, Not(HasSubstr("'nick'")));
  EXPECT_THAT(script, HasSubstr("Only looked for, because raw SQL may have given them another shape: account\n"));
}

TEST_F(Verify, ATableThatRawSqlGivesToAFunctionIsOnlyLookedFor) {
  Add(table);
  after.RememberRawSql("SELECT create_hypertable('account', 'id')", {});
  EXPECT_THAT(Script("postgres"), Not(HasSubstr("'nick'")));
}

TEST_F(Verify, ATableThatRawSqlMayHaveDroppedIsNotAskedAfter) {
  Add(table);
  after.RememberRawSql("drop table account", {});
  EXPECT_THAT(Script("postgres"), Not(HasSubstr("'table', 'account'")));
}

TEST_F(Verify, WhatIsDroppedIsToBeGone) {
  ir::Table old = table;
  old.columns.push_back(Column("old", ir::TypeKind::kText, false));
  before.Set(before.KeyOf(catalog::ObjectKind::kTable, old.name), std::make_shared<const catalog::Object>(catalog::Table{old, {}}));
  ir::Table gone = table;
  gone.name.name = "gone";
  before.Set(before.KeyOf(catalog::ObjectKind::kTable, gone.name),
             std::make_shared<const catalog::Object>(catalog::Table{gone, {}}));
  Add(table);
  EXPECT_THAT(Script("postgres"), HasSubstr("'column', 'account', 'old', 'exists', 'nothing'"));
  EXPECT_THAT(Script("postgres"), HasSubstr("'table', 'gone', '', 'exists', 'nothing'"));
  // Raw SQL may have made it again.
  after.RememberRawSql("CREATE TABLE gone (a int)", {});
  EXPECT_THAT(Script("postgres"), Not(HasSubstr("'gone'")));
}

TEST_F(Verify, WhatAClientWouldTakeForItselfIsNotSaid) {
  table.name.name = "a$(b)";
  Add(table);
  EXPECT_THAT(Script("mssql"), Not(HasSubstr("$(")));
  EXPECT_THAT(Script("postgres"), HasSubstr("'a$(b)'"));
  ir::Table odd = table;
  odd.name.name = "a\nGO\nb";
  Add(odd);
  for (const std::string& name : dialect::BuiltinNames()) EXPECT_THAT(Script(name), Not(HasSubstr("\nGO\nb"))) << name;
}

TEST_F(Verify, BeforeJsonTableTheQueryStandsTwice) {
  Add(table);
  EXPECT_THAT(Script("mysql", "5.7"), Not(HasSubstr("JSON_")));
  EXPECT_THAT(Script("mysql", "5.7"), HasSubstr("UNION ALL\n  SELECT 2, 'column', 'account', 'id', 'exists', 'there'"));
  EXPECT_THAT(Script("mysql", "8.4"), HasSubstr("JSON_TABLE(@migc_expected"));
}

}  // namespace
}  // namespace migc::bundle
