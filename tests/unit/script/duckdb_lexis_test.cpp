#include "script/duckdb_lexis.h"

#include <gtest/gtest.h>

namespace migc::script {
namespace {

DuckdbScan Scan(std::string_view sql) {
  dialect::Lexical lexical;
  lexical.dollar_quotes = lexical.nested_comments = lexical.escape_strings = true;
  return ScanForDuckdb(sql, lexical);
}

TEST(DuckdbLexis, LeavesAStatementAsItIs) {
  const std::string sql = "SELECT 'it''s; /' AS \"a;b\" /* ; /* ? */ */, $$;?$$ -- ;?\n  FROM t";
  const DuckdbScan scan = Scan(sql);
  EXPECT_EQ(scan.text, sql);
  EXPECT_FALSE(scan.end);
  EXPECT_FALSE(scan.command);
  EXPECT_EQ(scan.parameter, "");
  EXPECT_EQ(scan.unfinished, "");
}

TEST(DuckdbLexis, KeepsACarriageReturnAtTheEndOfALine) {
  EXPECT_EQ(Scan("SELECT 'a\r\nb'").text, "SELECT ('a' || chr(13) || '\nb')");
  EXPECT_EQ(Scan("SELECT 'a\rb'").text, "SELECT 'a\rb'");
  EXPECT_FALSE(Scan("SELECT 'a\r\nb'").name_loses_return);
  EXPECT_TRUE(Scan("SELECT \"a\r\nb\"").name_loses_return);
  EXPECT_TRUE(Scan("SELECT $$a\r\nb$$").name_loses_return);
}

TEST(DuckdbLexis, FindsWhatTheClientTakesForItself) {
  EXPECT_TRUE(Scan("SELECT 4\n/\n2").command);
  EXPECT_TRUE(Scan("SELECT 4\n  GO  \n").command);
  EXPECT_TRUE(Scan(".read x").command);
  EXPECT_TRUE(Scan("  # x").command);
  EXPECT_FALSE(Scan("SELECT 4 /\n2").command);
  EXPECT_FALSE(Scan("SELECT '\n/\n'").command);
  EXPECT_FALSE(Scan("SELECT t\n.a FROM t").command);
}

TEST(DuckdbLexis, FindsParametersAndEnds) {
  EXPECT_EQ(Scan("SELECT ?").parameter, "?");
  EXPECT_EQ(Scan("SELECT $1").parameter, "$1");
  EXPECT_TRUE(Scan("SELECT 1; SELECT 2").end);
  EXPECT_TRUE(Scan("SELECT 1 -- x").ends_in_line_comment);
  EXPECT_EQ(Scan("SELECT 'a").unfinished, "a string");
}

}  // namespace
}  // namespace migc::script
