// The SQL of each kind of statement, where T-SQL wants it otherwise than everybody else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/mssql/literal.h"
#include "emit/mssql/routine_text.h"
#include "unit/emit_mssql/chain.h"

namespace migc::emit::mssql::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string Made(const std::string& statements) {
  Chain chain;
  const RevisionSql sql = chain.Apply(statements);
  EXPECT_FALSE(chain.HasErrors()) << chain.Diagnostics();
  return Text(sql);
}

TEST(MssqlPrintTest, ConditionsAreNoValuesAndValuesNoConditions) {
  const std::string text = Made(
      "create table t (a boolean not null, b boolean default (1 > 0), n integer,"
      " constraint c1 check (a and not b), constraint c2 check ((n > 1) = a), constraint c3 check (true),"
      " constraint c4 check (case when a then n > 1 else false end));");
  EXPECT_THAT(text, HasSubstr("CONSTRAINT c1 CHECK (a = 1 AND b = 0)"));
  EXPECT_THAT(text, HasSubstr("CONSTRAINT c2 CHECK (CAST(CASE WHEN n > 1 THEN 1 WHEN NOT (n > 1) THEN 0 END AS BIT) = a)"));
  EXPECT_THAT(text, HasSubstr("CONSTRAINT c3 CHECK (1 = 1)"));
  EXPECT_THAT(text, HasSubstr("CONSTRAINT c4 CHECK (CASE WHEN a = 1 THEN"));
  EXPECT_THAT(text, HasSubstr("DEFAULT CAST(CASE WHEN 1 > 0 THEN 1"));
}

TEST(MssqlPrintTest, JoinedStringsAndPatterns) {
  const std::string text = Made(
      "create table t (a nvarchar(10), constraint c1 check (a || 5 = 'x5'), constraint c2 check (a like 'a[b%'),"
      " constraint c3 check (a || 'x' || a <> substring(a, 2)));");
  EXPECT_THAT(text, HasSubstr("CHECK (a + CAST(5 AS NVARCHAR(MAX)) = N'x5')"));
  EXPECT_THAT(text, HasSubstr("LIKE N'a[[]b%'"));
  EXPECT_THAT(text, HasSubstr("a + N'x' + a <> SUBSTRING(a, 2, 2147483647)"));
}

TEST(MssqlPrintTest, TheTimeKeepsItsOffsetWhereItHasOne) {
  const std::string text = Made("create table t (a timestamp default now(), b timestamp with time zone default now());");
  EXPECT_THAT(text, AllOf(HasSubstr("a DATETIME2 NULL CONSTRAINT t_a_default DEFAULT SYSDATETIME()"),
                          HasSubstr("b DATETIMEOFFSET NULL CONSTRAINT t_b_default DEFAULT SYSDATETIMEOFFSET()")));
}

TEST(MssqlPrintTest, ABackslashAtTheEndOfALineStays) {
  EXPECT_EQ(Literal("it's"), "N'it''s'");
  EXPECT_EQ(Literal("a\\\nb"), "(N'a\\' + N'\nb')");
  EXPECT_EQ(Literal("a\\b"), "N'a\\b'");
  EXPECT_THAT(Made("create table t (a integer); comment on table t 'a\\\nb';"),
              AllOf(HasSubstr("DECLARE @comment NVARCHAR(3750) = (N'a\\' + N'\nb');"), HasSubstr("@value = @comment")));
}

TEST(MssqlPrintTest, ExplicitIdsAreLetIn) {
  Chain chain;
  chain.Apply("create table t (id bigint identity primary key, a integer);");
  EXPECT_EQ(Text(chain.Apply("insert into t (id, a) values (1, 2);")),
            "SET IDENTITY_INSERT dbo.t ON;\nINSERT INTO dbo.t (id, a) VALUES (1, 2);\nSET IDENTITY_INSERT dbo.t OFF;\n");
  EXPECT_EQ(Text(chain.Apply("insert into t (a) values (2);")), "INSERT INTO dbo.t (a) VALUES (2);\n");
}

TEST(MssqlPrintTest, CommentsAreAddedOrUpdatedInAnySchema) {
  Chain chain;
  EXPECT_THAT(
      Text(chain.Apply("create schema s; create table s.t (a integer comment 'x');")),
      HasSubstr("sp_addextendedproperty @name = N'MS_Description', @value = N'x',\n  @level0type = N'SCHEMA', @level0name = N's', "
                "@level1type = N'TABLE', @level1name = N't', @level2type = N'COLUMN', @level2name = N'a'"));
  const std::string changed = Text(chain.Apply("comment on column s.t.a 'y';"));
  EXPECT_THAT(changed, AllOf(HasSubstr("sys.extended_properties"), HasSubstr("sp_updateextendedproperty"),
                             HasSubstr("sp_addextendedproperty")));
  EXPECT_THAT(Text(chain.Apply("alter table s.t alter column a no comment;")),
              AllOf(HasSubstr("sp_dropextendedproperty"), Not(HasSubstr("sp_addextendedproperty"))));
}

TEST(MssqlPrintTest, AnEnumIsACheckedText) {
  Chain chain;
  EXPECT_THAT(
      Text(chain.Apply("create enum mood ('sad', 'ok'); create table p (id integer primary key, m mood not null default 'ok');")),
      AllOf(HasSubstr("m NVARCHAR(3) NOT NULL CONSTRAINT p_m_default DEFAULT N'ok'"),
            HasSubstr("CONSTRAINT p_m_enum CHECK (m IN (N'sad', N'ok'))")));
  const std::string added = Text(chain.Apply("alter enum mood add 'happy';"));
  EXPECT_EQ(added,
            "ALTER TABLE dbo.p DROP CONSTRAINT p_m_enum;\nALTER TABLE dbo.p ALTER COLUMN m NVARCHAR(5) NOT NULL;\n"
            "ALTER TABLE dbo.p ADD CONSTRAINT p_m_enum CHECK (m IN (N'sad', N'ok', N'happy'));\n");
  const std::string set = Text(chain.Apply("alter enum mood set ('ok', 'up') map 'happy' to 'up', 'sad' to 'ok';"));
  EXPECT_THAT(set,
              AllOf(HasSubstr("CASE m WHEN N'happy' THEN N'up' WHEN N'sad' THEN N'ok' ELSE m END WHERE m IN (N'happy', N'sad')"),
                    HasSubstr("ALTER COLUMN m NVARCHAR(2) NOT NULL")));
  EXPECT_THAT(Text(chain.Apply("rename table p to q;")), HasSubstr("@newname = N'q_m_enum'"));
  EXPECT_THAT(Text(chain.Apply("alter table q drop column m;")), HasSubstr("DROP CONSTRAINT q_m_enum"));
}

TEST(MssqlPrintTest, SequencesStartAtOne) {
  EXPECT_EQ(Made("create sequence s;"), "CREATE SEQUENCE dbo.s AS BIGINT START WITH 1 INCREMENT BY 1;\n");
  EXPECT_EQ(Made("create sequence s increment -1 cycle;"),
            "CREATE SEQUENCE dbo.s AS BIGINT START WITH -1 INCREMENT BY -1 MAXVALUE -1 CYCLE;\n");
}

TEST(MssqlPrintTest, OnlineIsForTheEditionsThatHaveIt) {
  EXPECT_THAT(
      Made("create table t (a integer); create index i on t (a) online;"),
      HasSubstr(
          "IN (3, 5, 8)\n  EXEC (N'CREATE INDEX i ON dbo.t (a) WITH (ONLINE = ON)');\nELSE\n  EXEC (N'CREATE INDEX i ON dbo.t "
          "(a)');"));
}

TEST(MssqlPrintTest, ConditionsOfIndexesAreLimited) {
  Chain chain;
  chain.Apply("create table t (a integer, b boolean not null); create index i on t (a) where (a = 1 or a = 2);");
  EXPECT_THAT(chain.Codes(), ElementsAre("M5407"));
  EXPECT_THAT(
      Made("create table t (a integer, b boolean not null); create index i on t (a) where (b and a in (1, 2) and a is not null);"),
      HasSubstr("WHERE b = 1 AND a IN (1, 2) AND a IS NOT NULL"));
}

TEST(MssqlPrintTest, OneNullIsWarnedAbout) {
  Chain chain;
  chain.Apply("create table t (a integer unique, b integer not null unique, c integer, unique nulls not distinct (c));");
  EXPECT_THAT(chain.Codes(), ElementsAre("M5412"));
}

TEST(MssqlPrintTest, DefinedAgainIsAlter) {
  Chain chain;
  EXPECT_EQ(Text(chain.Apply("define view v as $$ select 1 as a $$;")), "CREATE VIEW dbo.v AS\nselect 1 as a;\n");
  EXPECT_EQ(Text(chain.Apply("define view v as $$ select 2 as a $$;")), "ALTER VIEW dbo.v AS\nselect 2 as a;\n");
  chain.Apply("define function f() { mssql $$ CREATE OR ALTER FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1; END; $$ };");
  EXPECT_EQ(Text(chain.Apply("define function f() { mssql $$ create function dbo.f () RETURNS INT AS BEGIN RETURN 2; END $$ };")),
            "ALTER function dbo.f () RETURNS INT AS BEGIN RETURN 2; END;\n");
}

TEST(MssqlPrintTest, RawSqlIsABatch) {
  EXPECT_EQ(Made("sql $$ DECLARE @a INT = 1; SELECT @a; $$ undo nothing;"), "DECLARE @a INT = 1; SELECT @a;\n");
  Chain chain;
  const RevisionSql sql = chain.Apply("sql $$ SELECT 'x\nGO\ny'\nGO\nSELECT 2 -- GO\n  go  \n$$ undo nothing;");
  ASSERT_EQ(sql.statements.size(), 2U) << Text(sql);
  EXPECT_EQ(sql.statements[0].sql, "SELECT 'x\nGO\ny'");
}

TEST(MssqlPrintTest, AQueryForATruthGivesANumber) {
  Chain chain;
  const auto number = [&](const std::string& query) { return WithTruthAsNumber(query, chain.dialect()); };
  EXPECT_EQ(number("select count(*) = 0 from t where a = 1"), "SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t where a = 1");
  EXPECT_EQ(number("select not exists (select 1 from t)"), "SELECT CASE WHEN not exists (select 1 from t) THEN 1 ELSE 0 END");
  EXPECT_EQ(number("select max(a) from t"), "select max(a) from t");
  EXPECT_EQ(number("select case when a = 1 then 1 else 0 end from t"), "select case when a = 1 then 1 else 0 end from t");
}

}  // namespace
}  // namespace migc::emit::mssql::testing
