// What sqlcmd would take for itself is found, and what stands inside strings is given to it in a form that it leaves alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script/sqlcmd_lexis.h"

namespace migc::script {
namespace {

TEST(SqlcmdLexisTest, OrdinaryBatchesStayAsTheyAre) {
  for (const std::string sql : {"SELECT N'it''s [a]' -- GO", "CREATE TABLE [a]]b] (\"x\" INT)", "SELECT 1 /* a /* b */ GO */",
                                "SELECT $1, $ (1)", "EXEC x\nEXECUTE y", "go_on: SELECT 1", "GOTO x"}) {
    const SqlcmdScan scan = ScanForSqlcmd(sql);
    EXPECT_EQ(scan.text, sql);
    EXPECT_FALSE(scan.command) << sql;
    EXPECT_EQ(scan.variable, "") << sql;
    EXPECT_EQ(scan.unfinished, "") << sql;
  }
}

TEST(SqlcmdLexisTest, LinesOfItsOwnAreFound) {
  for (const std::string sql : {"SELECT 1\nGO", "SELECT 1\n  go 5\nSELECT 2", ":r other.sql", "SELECT 1\n!!dir",
                                "SELECT 1\nexit(SELECT 1)", "SELECT 1\nQUIT\n", "SELECT 1\n:setvar a b", "GO -- x"}) {
    EXPECT_TRUE(ScanForSqlcmd(sql).command) << sql;
  }
  EXPECT_EQ(ScanForSqlcmd("SELECT $(name)").variable, "$(name)");
}

TEST(SqlcmdLexisTest, InsideAStringTheBatchIsGivenToExec) {
  EXPECT_EQ(ScanForSqlcmd("SELECT N'a\nGO\nb'").text, "EXEC (N'SELECT N''a\nG' + N'O\nb''')");
  EXPECT_EQ(ScanForSqlcmd("SELECT N'$(x)'").text, "EXEC (N'SELECT N''$' + N'(x)''')");
  EXPECT_EQ(ScanForSqlcmd("SELECT 1 -- $(x)").text, "EXEC (N'SELECT 1 -- $' + N'(x)')");
  EXPECT_EQ(ScanForSqlcmd("SELECT [a$(b)]").text, "EXEC (N'SELECT [a$' + N'(b)]')");
  // T-SQL would drop the backslash with its line end once more.
  EXPECT_EQ(ScanForSqlcmd("SELECT N'$(x) \\\ny'").text, "EXEC (N'SELECT N''$' + N'(x) \\' + N'\ny''')");
}

TEST(SqlcmdLexisTest, WhatIsOpenAtTheEnd) {
  EXPECT_EQ(ScanForSqlcmd("SELECT 'a").unfinished, "a string");
  EXPECT_EQ(ScanForSqlcmd("SELECT [a").unfinished, "a quoted name");
  EXPECT_EQ(ScanForSqlcmd("SELECT 1 /* a /* b */").unfinished, "a comment");
  EXPECT_TRUE(ScanForSqlcmd("SELECT 1 -- a").ends_in_line_comment);
}

TEST(SqlcmdLexisTest, ModulesBeginTheirBatch) {
  EXPECT_TRUE(ScanForSqlcmd("CREATE VIEW v AS SELECT 1 AS a").first_in_batch);
  EXPECT_TRUE(ScanForSqlcmd("-- x\nalter procedure p as select 1").first_in_batch);
  EXPECT_FALSE(ScanForSqlcmd("CREATE TABLE t (a INT)").first_in_batch);
}

TEST(SqlcmdLexisTest, Literals) {
  EXPECT_EQ(SqlcmdLiteral("it's"), "N'it''s'");
  EXPECT_EQ(SqlcmdLiteral("a$(b)"), "N'a$' + N'(b)'");
  EXPECT_EQ(SqlcmdLiteral("a\nGO\nb"), "N'a\nG' + N'O\nb'");
}

}  // namespace
}  // namespace migc::script
