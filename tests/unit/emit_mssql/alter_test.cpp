// What stands in the way of a change of a column makes room and is put back; what is not known is looked up when the script runs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_mssql/chain.h"

namespace migc::emit::mssql::testing {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kTable =
    "create table t (id integer primary key, code varchar(10) not null default 'x', n integer check (n > 0), m integer,"
    " index t_n (n), unique (code));";

// Expects the parts in this order.
void ExpectInOrder(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << "no `" << part << "` after offset " << at << " in\n" << text;
    at = found + part.size();
  }
}

TEST(MssqlAlterTest, ANewTypeMakesRoomAndPutsBack) {
  Chain chain;
  chain.Apply(kTable);
  ExpectInOrder(
      Text(chain.Apply("alter table t alter column n type bigint;")),
      {"ALTER TABLE dbo.t DROP CONSTRAINT t_n_check;", "DROP INDEX t_n ON dbo.t;", "ALTER TABLE dbo.t ALTER COLUMN n BIGINT NULL;",
       "CREATE INDEX t_n ON dbo.t (n);", "ALTER TABLE dbo.t ADD CONSTRAINT t_n_check CHECK (n > 0);"});
}

TEST(MssqlAlterTest, NullIsSaidInEveryAlterColumn) {
  Chain chain;
  chain.Apply(kTable);
  EXPECT_THAT(Text(chain.Apply("alter table t alter column code type varchar(20);")),
              HasSubstr("ALTER COLUMN code VARCHAR(20) NOT NULL;"));
  EXPECT_THAT(Text(chain.Apply("alter table t alter column m set not null;")), HasSubstr("ALTER COLUMN m INT NOT NULL;"));
  EXPECT_THAT(Text(chain.Apply("alter table t alter column m drop not null;")), HasSubstr("ALTER COLUMN m INT NULL;"));
}

TEST(MssqlAlterTest, ALongerTextLeavesUniqueAndDefaultInPlace) {
  Chain chain;
  chain.Apply("create table t (id integer primary key, code varchar(10) not null default 'x', index t_code (code));");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column code type varchar(20);")),
            "ALTER TABLE dbo.t ALTER COLUMN code VARCHAR(20) NOT NULL;\n");
}

TEST(MssqlAlterTest, NotNullDropsIndexesButNotForeignKeys) {
  Chain chain;
  chain.Apply("create table p (id integer primary key); create table t (a integer references p (id), index t_a (a));");
  const std::string text = Text(chain.Apply("alter table t alter column a set not null fill 1;"));
  ExpectInOrder(text, {"UPDATE dbo.t SET a = 1 WHERE a IS NULL;", "DROP INDEX t_a ON dbo.t;", "ALTER COLUMN a INT NOT NULL;",
                       "CREATE INDEX t_a ON dbo.t (a);"});
  EXPECT_THAT(text, Not(HasSubstr("CONSTRAINT t_a_fkey")));
}

TEST(MssqlAlterTest, TheDefaultIsFoundWhateverItsName) {
  Chain chain;
  chain.Apply(kTable);
  const std::string text = Text(chain.Apply("alter table t alter column code set default 'y';"));
  ExpectInOrder(text, {"SELECT @sql = N'ALTER TABLE dbo.t DROP CONSTRAINT ' + QUOTENAME(name)", "FROM sys.default_constraints",
                       "= N'code';", "EXEC (@sql);", "ADD CONSTRAINT t_code_default DEFAULT N'y' FOR code;"});
}

TEST(MssqlAlterTest, ADroppedColumnTakesItsConstraintsAlong) {
  Chain chain;
  chain.Apply(kTable);
  ExpectInOrder(Text(chain.Apply("alter table t drop column code;")),
                {"DROP CONSTRAINT t_code_key;", "FROM sys.default_constraints", "sys.check_constraints", "sys.foreign_keys",
                 "EXEC (@sql);", "ALTER TABLE dbo.t DROP COLUMN code;"});
}

TEST(MssqlAlterTest, OfAnUnknownTableEverythingIsLookedUp) {
  Chain chain;
  const std::string text =
      Text(chain.Apply("sql $$ CREATE TABLE dbo.wild (a INT CHECK (a > 0)) $$ undo nothing; alter table wild drop column a;"));
  EXPECT_THAT(text, AllOf(HasSubstr("sys.check_constraints"), HasSubstr("sys.foreign_keys"), HasSubstr("DROP COLUMN a;")));
}

TEST(MssqlAlterTest, ForeignKeysOfOtherTablesAreCarriedInOneBatch) {
  Chain chain;
  chain.Apply("create table t (id varchar(10) primary key); create table c (t_id varchar(10) references t (id));");
  const RevisionSql sql = chain.Apply("alter table t alter column id type varchar(20);");
  ASSERT_EQ(sql.statements.size(), 1U) << Text(sql);
  ExpectInOrder(Text(sql),
                {"DECLARE @drop", "FROM sys.foreign_keys", "EXEC (@drop);", "DROP CONSTRAINT t_pkey;",
                 "ALTER COLUMN id VARCHAR(20) NOT NULL;", "ADD CONSTRAINT t_pkey PRIMARY KEY (id);", "EXEC (@restore);"});
}

TEST(MssqlAlterTest, ChangesOfOneColumnAreOneStatement) {
  Chain chain;
  chain.Apply("create table t (a integer, b integer);");
  EXPECT_EQ(Text(chain.Apply("alter table t alter column a type bigint, alter column a set not null;")),
            "ALTER TABLE dbo.t ALTER COLUMN a BIGINT NOT NULL;\n");
}

TEST(MssqlAlterTest, NewColumnsShareAStatementAndFillRows) {
  Chain chain;
  chain.Apply("create table t (a integer);");
  const std::string text = Text(chain.Apply("alter table t add b integer default 1, add c integer not null default 2;"));
  EXPECT_EQ(text,
            "ALTER TABLE dbo.t ADD\n  b INT NULL CONSTRAINT t_b_default DEFAULT 1 WITH VALUES,\n"
            "  c INT NOT NULL CONSTRAINT t_c_default DEFAULT 2;\n");
}

TEST(MssqlAlterTest, UsingMakesANewColumn) {
  Chain chain;
  chain.Apply("create table t (a varchar(10) not null, b integer);");
  ExpectInOrder(
      Text(chain.Apply("alter table t alter column a type integer using (cast(a as integer) + 1);")),
      {"ADD migc_new_a INT NULL;", "UPDATE dbo.t SET migc_new_a = CAST(a AS INT) + 1;", "DROP COLUMN a;",
       "sp_rename @objname = N'dbo.t.migc_new_a', @newname = N'a', @objtype = N'COLUMN'", "ALTER COLUMN a INT NOT NULL;"});
}

TEST(MssqlAlterTest, ARenameMakesRoomForWhatNamesTheColumn) {
  Chain chain;
  chain.Apply(kTable);
  ExpectInOrder(Text(chain.Apply("alter table t rename column n to number;")),
                {"DROP CONSTRAINT t_n_check;", "@newname = N'number', @objtype = N'COLUMN'", "CHECK (number > 0);"});
}

TEST(MssqlAlterTest, ATableRenamesItsDefaults) {
  Chain chain;
  chain.Apply(kTable);
  ExpectInOrder(Text(chain.Apply("rename table t to u;")),
                {"@objname = N'dbo.t', @newname = N'u', @objtype = N'OBJECT'", "OBJECT_ID(N'dbo.t_code_default', N'D')",
                 "@newname = N'u_code_default'"});
}

TEST(MssqlAlterTest, APrimaryKeyMakesItsColumnsNotNullBefore) {
  Chain chain;
  chain.Apply("create table t (a integer, b integer);");
  ExpectInOrder(Text(chain.Apply("alter table t add primary key (a);")),
                {"ALTER COLUMN a INT NOT NULL;", "ADD CONSTRAINT t_pkey PRIMARY KEY (a);"});
}

TEST(MssqlAlterTest, AMoveGrantsAgain) {
  Chain chain;
  chain.Apply("create schema billing; create table t (a integer); grant select on t to reader;");
  ExpectInOrder(Text(chain.Apply("alter table t set schema billing;")),
                {"ALTER SCHEMA billing TRANSFER OBJECT::dbo.t;", "GRANT SELECT ON OBJECT::billing.t TO reader;"});
}

TEST(MssqlAlterTest, WhatSqlServerCannotIsRefused) {
  const auto refused = [](const std::string& setup, const std::string& change) {
    Chain chain;
    chain.Apply(setup);
    chain.Apply(change);
    return chain.Codes();
  };
  EXPECT_THAT(refused("create table t (a bigint not null, b integer);", "alter table t alter column a add identity;"),
              ElementsAre("M5402"));
  EXPECT_THAT(refused("create table t (a bigint identity primary key, b integer);", "alter table t alter column a drop identity;"),
              ElementsAre("M5402"));
  EXPECT_THAT(refused("create table t (a integer);", "alter table t alter column a type date;"), ElementsAre("M5403"));
  EXPECT_THAT(refused("create table t (a integer, b integer generated as (a * 2));", "alter table t alter column a type bigint;"),
              ElementsAre("M5404"));
  EXPECT_THAT(refused("create table t (a integer, b integer generated as (a * 2));", "alter table t rename column a to c;"),
              ElementsAre("M5404"));
}

TEST(MssqlAlterTest, RestartCountsFromTheNextValue) {
  Chain chain;
  chain.Apply("create table t (a bigint identity primary key);");
  ExpectInOrder(Text(chain.Apply("alter table t alter column a set identity (restart 100);")),
                {"DECLARE @next BIGINT = 100;", "last_value IS NOT NULL;", "DBCC CHECKIDENT (N'dbo.t', RESEED, @next)"});
  EXPECT_THAT(chain.Codes(), IsEmpty());
}

TEST(MssqlAlterTest, CascadesThatMeetAreRefused) {
  Chain chain;
  chain.Apply(
      "create table a (id integer primary key);"
      "create table b (id integer primary key, a_id integer references a (id) on delete cascade);"
      "create table c (id integer primary key, a_id integer references a (id) on delete cascade,"
      " b_id integer references b (id) on delete cascade);");
  EXPECT_THAT(chain.Codes(), ElementsAre("M5406"));
  Chain own;
  own.Apply("create table a (id integer primary key, up integer references a (id) on delete cascade);");
  EXPECT_THAT(own.Codes(), ElementsAre("M5406"));
  Chain fine;
  fine.Apply(
      "create table a (id integer primary key);"
      "create table c (id integer primary key, x integer references a (id) on delete cascade, y integer references a (id));");
  EXPECT_THAT(fine.Codes(), IsEmpty());
}

}  // namespace
}  // namespace migc::emit::mssql::testing
