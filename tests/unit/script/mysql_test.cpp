// Scripts for mysql: what the client cuts out, and what the server is then given, is what was put in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "script/mysql_lexis.h"
#include "script/mysql_steps.h"
#include "support/script_sample.h"
#include "unit/script/mysql_splitter.h"

namespace migc::script {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

dialect::Dialect FactsOf(bool prepares_everything) {
  dialect::Dialect dialect;
  dialect.name = prepares_everything ? "mariadb" : "mysql";
  dialect.title = prepares_everything ? "MariaDB" : "MySQL";
  dialect.lineage = {"mysql"};
  if (prepares_everything) dialect.lineage = {"mariadb", "mysql"};
  dialect.backend = "mysql";
  dialect.tool = dialect::Tool::kMysql;
  dialect.target = {8, 4, 0};
  dialect.quote_open = dialect.quote_close = '`';
  dialect.case_rule = dialect::CaseRule::kInsensitive;
  dialect.capabilities = {dialect::Capability::kSchemas};
  if (prepares_everything) dialect.capabilities.insert(dialect::Capability::kPreparedStatements);
  dialect.lexical.backslash_escapes = dialect.lexical.hash_comments = true;
  dialect.lexical.backtick_names = dialect.lexical.double_quoted_strings = dialect.lexical.stored_programs = true;
  return dialect;
}

const std::vector<std::string> kStatements = {
    "CREATE TABLE account (id INT, `odd; name` TEXT DEFAULT 'it''s; -- no comment')",
    "INSERT INTO account VALUES (1, 'two\nlines; \\\\ /* */ $$'), (2, \"a;\\\"b\")",
    "ALTER TABLE t COMMENT = 'ends \\\\'",
    "UPDATE t SET a = 1 -- the end; really",
    "DELETE FROM t /* ; ' \" */ WHERE a = 5--3",
    "INSERT INTO t VALUES ('carriage\r\nreturn')",
    "CREATE TABLE `delimiter` (`a``;b` INT) # odd; too",
    "ALTER TABLE t ADD COLUMN n INT",
};

TEST(MysqlSplit, TheServerIsGivenTheSameStatements) {
  support::Sample sample(dialect::Tool::kMysql);
  sample.dialect() = FactsOf(true);
  std::vector<emit::Statement> list;
  for (const std::string& sql : kStatements) list.push_back(support::Sql(sql, "summary; it's 'one\n\\! more"));
  sample.Add("aaaa", "it's; \\ \"first\"\ndelimiter x", list);
  const std::string script = sample.Script();
  // The client makes one line end of a carriage return and a line feed.
  EXPECT_EQ(script.find('\r'), std::string::npos);
  const std::vector<std::string> split = testing::SplitAsMysql(script);
  EXPECT_THAT(split, Each(Not(StartsWith("<unfinished>"))));
  std::vector<std::string> given;
  for (const std::string& one : split) {
    if (one.starts_with("SET @migc_n = ")) given.push_back(testing::LiteralAfter(one, "@migc_sql = "));
  }
  EXPECT_EQ(given, kStatements);
}

TEST(MysqlSplit, BodiesStandBetweenDelimitersWhereTheyCannotBePrepared) {
  const std::string body = "CREATE PROCEDURE p() BEGIN SELECT 1; -- it's; //\n END -- done;";
  support::Sample sample(dialect::Tool::kMysql);
  sample.dialect() = FactsOf(false);
  emit::Statement statement = support::Sql(body);
  statement.kind = emit::StatementKind::kBody;
  sample.Add("aaaa", "first", {statement, support::Sql("DROP PROCEDURE IF EXISTS p")});
  const std::vector<std::string> split = testing::SplitAsMysql(sample.Script());
  EXPECT_THAT(split, Each(Not(StartsWith("<unfinished>"))));
  EXPECT_THAT(split, Contains(body + "\n"));
  EXPECT_THAT(split, Contains("DROP PROCEDURE IF EXISTS p\n"));
}

TEST(MysqlSplit, BodiesArePreparedWhereTheyCanBe) {
  const std::string body = "CREATE PROCEDURE p() BEGIN SELECT 1; END";
  support::Sample sample(dialect::Tool::kMysql);
  sample.dialect() = FactsOf(true);
  sample.Add("aaaa", "first", {support::Sql(body)});
  EXPECT_THAT(sample.Script(), Not(HasSubstr("DELIMITER")));
  EXPECT_THAT(sample.Script(), HasSubstr("@migc_sql = 'CREATE PROCEDURE p() BEGIN SELECT 1; END';"));
}

TEST(MysqlLexis, KnowsWhatKindOfStatementItIs) {
  const dialect::Dialect mysql = FactsOf(false);
  const dialect::Dialect mariadb = FactsOf(true);
  EXPECT_EQ(KindOf("-- a\nINSERT INTO t VALUES (1)", mysql), MysqlKind::kData);
  EXPECT_EQ(KindOf("/* b */ set @a = 1", mysql), MysqlKind::kSetting);
  EXPECT_EQ(KindOf("CREATE TABLE `trigger` (a INT)", mysql), MysqlKind::kChange);
  EXPECT_EQ(KindOf("CREATE DEFINER=`a`@`b` TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1", mysql), MysqlKind::kDirect);
  EXPECT_EQ(KindOf("CREATE DEFINER=`a`@`b` TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1", mariadb), MysqlKind::kChange);
  EXPECT_EQ(KindOf("DROP FUNCTION IF EXISTS f", mysql), MysqlKind::kDirect);
  EXPECT_EQ(KindOf("ALTER TABLE t ADD COLUMN event INT", mysql), MysqlKind::kChange);
  EXPECT_TRUE(IsHarmlessTwice("ANALYZE TABLE t", mysql));
  EXPECT_FALSE(IsHarmlessTwice("ALTER TABLE t ADD INDEX (a)", mysql));
}

TEST(MysqlLexis, FindsWhatTheClientWouldTake) {
  EXPECT_EQ(ScanForMysql("SELECT 1 \\! ls").backslash, 9U);
  EXPECT_EQ(ScanForMysql("SELECT '\\n', \"\\\"\", `\\` -- \\").backslash, std::nullopt);
  EXPECT_TRUE(ScanForMysql("SELECT ?").parameter);
  EXPECT_FALSE(ScanForMysql("SELECT '?', `?` -- ?").parameter);
  EXPECT_TRUE(ScanForMysql("SELECT 1;\n  delimiter //").names_delimiter);
  EXPECT_FALSE(ScanForMysql("SELECT 'x\ndelimiter //'").names_delimiter);
  EXPECT_EQ(ScanForMysql("SELECT 'a").unfinished, "a string");
  EXPECT_EQ(ScanForMysql("SELECT `a").unfinished, "a quoted name");
  EXPECT_EQ(ScanForMysql("SELECT /* a").unfinished, "a comment");
  EXPECT_EQ(ScanForMysql("SELECT 5--'3").unfinished, "a string");
  EXPECT_EQ(DelimiterFor("a // b"), "///");
}

TEST(MysqlSteps, NotesDoNotCountAndTheLedgerKnowsTheRest) {
  const dialect::Dialect mysql = FactsOf(true);
  support::Sample sample(dialect::Tool::kMysql);
  emit::Statement note;
  note.kind = emit::StatementKind::kNote;
  emit::Statement known = support::Sql("ALTER TABLE t ADD COLUMN n INT");
  known.probe = "SELECT 1";
  sample.Add("aaaa", "first",
             {note, known, support::Require("SELECT 1", "no", false), support::Sql("ALTER TABLE t ADD INDEX (a)")});
  const RevisionPart& revision = sample.last();
  EXPECT_EQ(CountSteps(revision), 3U);
  EXPECT_EQ(StepOf({4, revision.sql.statements[3], revision}), 3U);
  EXPECT_EQ(StepsWithoutProbe(revision, mysql), std::vector<std::string>{"3"});
  EXPECT_EQ(LedgerEntries(revision, mysql), "(1, '" + base::Sha256("ALTER TABLE t ADD COLUMN n INT") + "'),\n    (3, '" +
                                                base::Sha256("ALTER TABLE t ADD INDEX (a)") + "')");
}

}  // namespace
}  // namespace migc::script
