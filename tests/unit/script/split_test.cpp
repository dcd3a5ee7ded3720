// The script, split again as its tool would split it, gives the statements that were put in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script/psql_lexis.h"
#include "script/sqlite3_lexis.h"
#include "support/script_sample.h"
#include "unit/script/psql_splitter.h"
#include "unit/script/sqlite3_splitter.h"

namespace migc::script {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Statements that end in a comment keep it behind them; the tool's terminator comes after it.
const std::vector<std::string> kShared = {
    "CREATE TABLE account (id integer, \"odd; name\" text DEFAULT 'it''s; -- no comment')",
    "INSERT INTO account VALUES (1, 'two\nlines; \\ /* */ $$ $a$')",
    "SELECT 1 -- the end; really",
    "SELECT 1 /* ; ' \" */ + 2",
    "-- it's first;\nSELECT 2",
    "SELECT '; /* ', \"; -- \"",
    "UPDATE account SET id = 1\n\n\nWHERE id = 2",
    "SELECT ''''",
};

const std::vector<std::string> kPsql = {
    "SELECT E'it\\'s; \\\\', e'\\\\'",
    "SELECT E'a' -- c\n 'it\\'s;'",
    "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$ BEGIN PERFORM 1; $$;$$ END; $body$",
    "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
    "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE 1 WHEN 2 THEN 3 END; SELECT 4; END",
    "SELECT 1 /* a /* nested; */ ; */",
    "SELECT a$b$, $1 FROM c$d$e",
    "SELECT a[1:\"n\"], a[1:n], a[1:2], a::text, :'x', :{?x} FROM t",
    "CREATE FUNCTION begin_it() RETURNS integer LANGUAGE sql AS 'SELECT 1;'",
    "CREATE FUNCTION g(x integer DEFAULT 1) RETURNS integer LANGUAGE sql RETURN CASE WHEN x > 1 THEN 2 ELSE 3 END",
};

const std::vector<std::string> kSqlite3 = {
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT CASE WHEN 1 THEN 2 END;\n  UPDATE a SET b = 'END;';\nEND",
    "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END",
    "CREATE TABLE `a;` ([b;] text)",
    "SELECT '\n.quit\n', 'go\n/\ngo'",
    "SELECT 4\n-- /\n / 2",
};

std::vector<std::string> With(std::vector<std::string> shared, const std::vector<std::string>& own) {
  shared.insert(shared.end(), own.begin(), own.end());
  return shared;
}

void Fill(support::Sample& sample, const std::vector<std::string>& statements) {
  std::vector<emit::Statement> list;
  for (const std::string& sql : statements) list.push_back(support::Sql(sql, "summary; it's 'one\n\\! more"));
  sample.Add("aaaa", "it's; \\ \"first\"\n.quit\n\\q", list);
  sample.Add("bbbb", "again", std::move(list));
}

TEST(Split, PsqlGetsTheSameStatements) {
  const std::vector<std::string> meant = With(kShared, kPsql);
  support::Sample sample(dialect::Tool::kPsql);
  Fill(sample, meant);
  const std::vector<std::string> split = testing::SplitAsPsql(sample.Script());
  EXPECT_THAT(split, Each(Not(StartsWith("<unfinished>"))));
  EXPECT_THAT(split, Each(Not(HasSubstr("<variable>"))));
  for (const std::string& sql : meant) {
    const std::string expected = sql.starts_with("--") ? sql.substr(sql.find('\n') + 1) : sql;
    EXPECT_EQ(std::ranges::count_if(split, [&](const std::string& one) { return one == expected || one == expected + "\n"; }), 2)
        << sql;
  }
  // Commands are those of the script alone.
  for (const std::string& one : split) {
    if (!one.starts_with("\\")) continue;
    const bool conditional = one == "\\gset" || one == "\\if :migc_due" || one == "\\else" || one == "\\endif";
    EXPECT_TRUE(conditional || one.starts_with("\\set ") || one.starts_with("\\echo 'migc: ")) << one;
  }
}

TEST(Split, Sqlite3GetsTheSameStatements) {
  const std::vector<std::string> meant = With(kShared, kSqlite3);
  support::Sample sample(dialect::Tool::kSqlite3);
  Fill(sample, meant);
  const std::vector<std::string> split = testing::SplitAsSqlite3(sample.Script());
  EXPECT_THAT(split, Each(Not(StartsWith("<unfinished>"))));
  for (const std::string& sql : meant) EXPECT_EQ(std::ranges::count(split, testing::Strip(sql)), 2) << sql;
  const std::vector<std::string> commands = {".bail on", ".timeout 10000", ".mode list", ".headers off"};
  for (const std::string& one : split) {
    if (!one.starts_with(".")) continue;
    EXPECT_TRUE(std::ranges::count(commands, one) == 1 || one.starts_with(".print \"migc: ")) << one;
  }
}

TEST(PsqlLexis, KeepsVariablesOut) {
  EXPECT_EQ(ScanForPsql("a[1:n]").text, "a[1\\:n]");
  EXPECT_EQ(ScanForPsql("a[1:2], a::text, b := 1, ':x', \":x\", $$:x$$, /* :x */ 1").text,
            "a[1\\:2], a::text, b := 1, ':x', \":x\", $$:x$$, /* :x */ 1");
  EXPECT_EQ(ScanForPsql(":'x' :\"x\" :{?x}").text, "\\:'x' \\:\"x\" \\:{?x}");
  EXPECT_EQ(ScanForPsql("a -- :x").text, "a -- :x");
}

TEST(PsqlLexis, FindsWhatIsNotOneStatement) {
  EXPECT_EQ(ScanForPsql("SELECT 'a").unfinished, "a string");
  EXPECT_EQ(ScanForPsql("SELECT E'a\\'").unfinished, "a string");
  EXPECT_EQ(ScanForPsql("SELECT $a$ $$").unfinished, "a dollar-quoted string");
  EXPECT_EQ(ScanForPsql("SELECT \"a").unfinished, "a quoted name");
  EXPECT_EQ(ScanForPsql("SELECT /* /* */").unfinished, "a comment");
  EXPECT_EQ(ScanForPsql("SELECT (1").unfinished, "a parenthesis");
  EXPECT_EQ(ScanForPsql("CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;").unfinished, "BEGIN ATOMIC");
  EXPECT_EQ(ScanForPsql("SELECT 1; SELECT 2").end, 8U);
  EXPECT_EQ(ScanForPsql("SELECT (1; 2)").end, std::nullopt);
  EXPECT_TRUE(ScanForPsql("SELECT 1 -- a").ends_in_line_comment);
  EXPECT_FALSE(ScanForPsql("SELECT 1 -- a\n").ends_in_line_comment);
  EXPECT_FALSE(ScanForPsql("SELECT '-- a'").ends_in_line_comment);
}

TEST(PsqlLexis, FindsItsOwnCommands) {
  EXPECT_EQ(ScanForPsql("SELECT 1 \\gexec").backslash, 9U);
  EXPECT_EQ(ScanForPsql("SELECT '\\gexec', \"\\\", $$\\$$, E'\\\\' -- \\").backslash, std::nullopt);
  EXPECT_TRUE(ScanForPsql("COPY t (a) FROM STDIN WITH (FORMAT csv)").copies_from_stdin);
  EXPECT_TRUE(ScanForPsql("copy t from /* x */ stdin").copies_from_stdin);
  EXPECT_FALSE(ScanForPsql("COPY t FROM '/tmp/stdin'").copies_from_stdin);
  EXPECT_FALSE(ScanForPsql("SELECT a FROM stdin").copies_from_stdin);
}

TEST(Sqlite3Lexis, FindsWhatIsNotOneStatement) {
  EXPECT_EQ(ScanForSqlite3("SELECT 'a").unfinished, "a string");
  EXPECT_EQ(ScanForSqlite3("SELECT 'a''").unfinished, "a string");
  EXPECT_EQ(ScanForSqlite3("SELECT [a").unfinished, "a quoted name");
  EXPECT_EQ(ScanForSqlite3("SELECT `a").unfinished, "a quoted name");
  EXPECT_EQ(ScanForSqlite3("SELECT /* a").unfinished, "a comment");
  EXPECT_EQ(ScanForSqlite3("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;").unfinished, "a trigger");
  EXPECT_EQ(ScanForSqlite3("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 1 END; END").unfinished, "");
  EXPECT_EQ(ScanForSqlite3("SELECT 1; SELECT 2").end, 8U);
  EXPECT_TRUE(ScanForSqlite3("SELECT 1 -- a").ends_in_line_comment);
  EXPECT_FALSE(ScanForSqlite3("SELECT '-- a'").ends_in_line_comment);
}

TEST(Sqlite3Lexis, FindsTheShellsOwnCommands) {
  EXPECT_EQ(ScanForSqlite3(".quit").command, 0U);
  EXPECT_EQ(ScanForSqlite3("-- a\n.quit").command, 5U);
  EXPECT_EQ(ScanForSqlite3("#a").command, 0U);
  EXPECT_EQ(ScanForSqlite3("SELECT 4\n/\n2").command, 9U);
  EXPECT_EQ(ScanForSqlite3("SELECT 4\n  Go -- x\n2").command, 9U);
  EXPECT_EQ(ScanForSqlite3("SELECT 4\n/ 2").command, std::nullopt);
  EXPECT_EQ(ScanForSqlite3("SELECT 4\ngold").command, std::nullopt);
  EXPECT_EQ(ScanForSqlite3("SELECT '\n/\n.x\ngo\n'").command, std::nullopt);
  EXPECT_EQ(ScanForSqlite3("SELECT 1\n.5").command, std::nullopt);
}

TEST(Sqlite3Lexis, FindsParameters) {
  EXPECT_EQ(ScanForSqlite3("SELECT :a").parameter, ":a");
  EXPECT_EQ(ScanForSqlite3("SELECT ?1").parameter, "?1");
  EXPECT_EQ(ScanForSqlite3("SELECT @a").parameter, "@a");
  EXPECT_EQ(ScanForSqlite3("SELECT $a").parameter, "$a");
  EXPECT_EQ(ScanForSqlite3("SELECT ':a ?', \"?\", [?], a$b -- ?").parameter, "");
}

TEST(Sqlite3Lexis, KeepsCarriageReturnsInStrings) {
  EXPECT_EQ(ScanForSqlite3("SELECT 'a\r\nb''\r\n'\r\n").text, "SELECT ('a' || char(13) || '\nb''' || char(13) || '\n')\r\n");
  EXPECT_EQ(ScanForSqlite3("ALTER TABLE t ADD COLUMN c TEXT DEFAULT 'it''s\r\n'").text,
            "ALTER TABLE t ADD COLUMN c TEXT DEFAULT (CAST(x'697427730D0A' AS TEXT))");
  EXPECT_EQ(ScanForSqlite3("SELECT 'a\rb'").text, "SELECT 'a\rb'");
  EXPECT_TRUE(ScanForSqlite3("SELECT \"a\r\nb\"").name_loses_return);
}

}  // namespace
}  // namespace migc::script
