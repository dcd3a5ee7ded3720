// Scripts for SQL*Plus: split again as it splits them, they give the statements that were put in; what a run that stopped finds
// again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/emit/plsql.h"
#include "script/sqlplus_lexis.h"
#include "support/script_sample.h"
#include "unit/script/sqlplus_splitter.h"

namespace migc::script {
namespace {

using support::Sql;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using testing::SplitAsSqlplus;
using testing::SqlplusPart;
using testing::StepsOf;

std::string ManyLines() {
  std::string text = "CREATE PACKAGE BODY p IS\n";
  for (int i = 0; i < 3000; ++i) text += "  a" + std::to_string(i) + " VARCHAR2(20) := 'it''s';\n";
  return text + "END;";
}

const std::vector<std::string>& Hostile() {
  static const std::vector<std::string> statements = {
      "CREATE TABLE account (id NUMBER(19), \"odd; name\" CLOB DEFAULT 'it''s; -- no comment')",
      "INSERT INTO account VALUES (1, 'a\n/\n.\n#b\nends in -\n@x\n\n;\n&name ${x} :name')",
      "UPDATE account SET a = b -\n  c",
      "INSERT INTO account VALUES (q'[it's]', q'{}', q'(')', q'<>', '!''~''^''|''')",
      "INSERT INTO account VALUES ('tab\tand 🦀\r\nreturn')",
      "INSERT INTO account VALUES ('" + std::string(5000, 'x') + "')",
      "INSERT INTO account VALUES ('" + std::string(1999, 'x') + "é" + std::string(3000, 'y') + "')",
      "BEGIN\n  NULL;\nEND;",
      "CREATE OR REPLACE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n  :NEW.a := 1 / 2;\nEND;",
      "COMMENT ON TABLE a IS ''''",
      "DELETE FROM a -- the end",
      "INSERT INTO account VALUES ('" + std::string(40000, '\'') + "')",
      ManyLines(),
  };
  return statements;
}

support::Sample& Fill(support::Sample& sample) {
  std::vector<emit::Statement> list;
  for (const std::string& sql : Hostile()) list.push_back(Sql(sql, "summary; it's 'one\n/ that ends in -"));
  sample.Add("aaaa", "it's; & \"first\" -", list);
  sample.Add("b'b", "again", std::move(list));
  return sample;
}

TEST(Sqlplus, GetsTheSameStatements) {
  support::Sample sample(dialect::Tool::kSqlplus);
  const std::vector<SqlplusPart> parts = SplitAsSqlplus(Fill(sample).Script());
  for (const SqlplusPart& part : parts) EXPECT_NE(part.kind, SqlplusPart::Kind::kFault) << part.text;
  std::vector<std::string> statements;
  for (const auto& [statement, probe] : StepsOf(parts)) statements.push_back(statement);
  std::vector<std::string> meant = Hostile();
  meant.insert(meant.end(), Hostile().begin(), Hostile().end());
  EXPECT_EQ(statements, meant);
}

TEST(Sqlplus, CommandsAreThoseOfTheScriptAlone) {
  support::Sample sample(dialect::Tool::kSqlplus);
  for (const SqlplusPart& part : SplitAsSqlplus(Fill(sample).Script())) {
    if (part.kind != SqlplusPart::Kind::kCommand || part.text.starts_with("SET ") || part.text.starts_with("VARIABLE ")) continue;
    EXPECT_TRUE(part.text.starts_with("PROMPT migc: ") || part.text == "WHENEVER OSERROR EXIT FAILURE ROLLBACK" ||
                part.text == "WHENEVER SQLERROR EXIT FAILURE ROLLBACK")
        << part.text;
  }
}

TEST(Sqlplus, ProbesGoAlong) {
  support::Sample sample(dialect::Tool::kSqlplus);
  emit::Statement known = Sql("CREATE TABLE a (b NUMBER)");
  known.probe = "SELECT COUNT(*) FROM all_tables";
  sample.Add(
      "aaaa", "first",
      {known, Sql("UPDATE a SET b = 1"), Sql("TRUNCATE TABLE a"), Sql("ALTER SESSION SET x = 1"), Sql("SELECT 1 FROM dual")});
  const std::vector<SqlplusPart> parts = SplitAsSqlplus(sample.Script());
  // A row that says `started` is of an UPDATE that was never committed; nobody knows of a TRUNCATE.
  EXPECT_THAT(StepsOf(parts), ElementsAre(Pair("CREATE TABLE a (b NUMBER)", "SELECT COUNT(*) FROM all_tables"),
                                          Pair("UPDATE a SET b = 1", "SELECT 0 FROM dual"), Pair("TRUNCATE TABLE a", "")));
  const std::string script = sample.Script();
  EXPECT_THAT(script, HasSubstr("\nSELECT 1 FROM dual\n/\n"));
  EXPECT_THAT(script, HasSubstr("\nBEGIN\n  EXECUTE IMMEDIATE q'[ALTER SESSION SET x = 1]';\nEND;\n/\n"));
}

// A script that is compiled from a later revision on has the same steps, so it goes on where the longer one stopped.
TEST(Sqlplus, StepsAreCountedInTheirRevision) {
  support::Sample whole(dialect::Tool::kSqlplus);
  support::Sample part(dialect::Tool::kSqlplus);
  Fill(whole);
  Fill(part).StartAfter("aaaa");
  const auto call = [](const std::string& script) {
    const std::size_t at = script.find("USING 'b''b', 3, '");
    return script.substr(at, 90);
  };
  EXPECT_EQ(call(whole.Script()), call(part.Script()));
  EXPECT_THAT(whole.Script(), HasSubstr("  IF :migc_applied < 2 THEN\n    EXECUTE IMMEDIATE :migc_step USING 'b''b', 3, '"));
  EXPECT_THAT(part.Script(), HasSubstr("  IF :migc_applied < 1 THEN\n    EXECUTE IMMEDIATE :migc_step USING 'b''b', 3, '"));
}

TEST(Sqlplus, KnowsHowFarAnEarlierRunCame) {
  support::Sample sample(dialect::Tool::kSqlplus);
  const std::string script = Fill(sample).Script();
  EXPECT_THAT(script, HasSubstr("  :migc_applied := CASE here\n    WHEN 'base' THEN 0\n    WHEN 'aaaa' THEN 1\n  END;\n"));
  EXPECT_THAT(script, HasSubstr("IF made_by <> '"));
  EXPECT_THAT(
      script,
      HasSubstr("    UPDATE migc_version SET version_num = 'b''b' WHERE version_num = 'aaaa';\n    IF SQL%ROWCOUNT <> 1 THEN\n"));
  EXPECT_THAT(script, HasSubstr("    DELETE FROM migc_step WHERE revision = 'b''b';\n"));
  EXPECT_THAT(script, Not(HasSubstr("EXIT SQL.SQLCODE")));
  sample.input().options.bookkeeping.history = false;
  EXPECT_THAT(sample.Script(), Not(HasSubstr("made_by <>")));
}

TEST(Sqlplus, AsksForTheCharacterSetWhereItMatters) {
  support::Sample ascii(dialect::Tool::kSqlplus);
  ascii.Add("aaaa", "first", {Sql("SELECT 1 FROM dual")});
  EXPECT_THAT(ascii.Script(), Not(HasSubstr("ASCIISTR")));
  support::Sample other(dialect::Tool::kSqlplus);
  EXPECT_THAT(Fill(other).Script(), HasSubstr("ASCIISTR"));
}

TEST(Sqlplus, OneTransactionCannotBe) {
  support::Sample sample(dialect::Tool::kSqlplus);
  sample.Add("aaaa", "first", {Sql("DROP TABLE a")}).input().options.single_transaction = true;
  diag::Sink sink;
  EXPECT_FALSE(CheckScript(sample.input(), sink));
  ASSERT_EQ(sink.diagnostics().size(), 1U);
  EXPECT_EQ(diag::InfoOf(sink.diagnostics().front().kind).code, "M6007");
}

TEST(Sqlplus, QueriesMustBeOneStatementToIt) {
  for (const char* sql :
       {"SELECT ';\n' FROM dual", "SELECT 1\n/\n2 FROM dual", "SELECT 2 -\n1 FROM dual", "SELECT 1\n#x\nFROM dual"}) {
    support::Sample sample(dialect::Tool::kSqlplus);
    sample.Add("aaaa", "first", {Sql(sql)});
    diag::Sink sink;
    CheckScript(sample.input(), sink);
    ASSERT_EQ(sink.diagnostics().size(), 1U) << sql;
    EXPECT_EQ(diag::InfoOf(sink.diagnostics().front().kind).code, "M6005");
  }
}

TEST(Sqlplus, ParametersHaveNoValue) {
  support::Sample sample(dialect::Tool::kSqlplus);
  emit::Statement trigger = Sql("CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN :NEW.b := 1; END;");
  trigger.kind = emit::StatementKind::kBody;
  sample.Add("aaaa", "first", {Sql("UPDATE a SET b = :b"), Sql("UPDATE a SET b = ':b' -- :b"), trigger});
  diag::Sink sink;
  CheckScript(sample.input(), sink);
  ASSERT_EQ(sink.diagnostics().size(), 1U);
  EXPECT_THAT(sink.diagnostics().front().message, HasSubstr("the bind variable :b"));
}

TEST(SqlplusLexis, KnowsKinds) {
  EXPECT_EQ(SqlplusKindOf("/* a */ -- b\n (select 1)"), SqlplusKind::kQuery);
  EXPECT_EQ(SqlplusKindOf("merge into t"), SqlplusKind::kData);
  EXPECT_EQ(SqlplusKindOf("alter session set a = 1"), SqlplusKind::kSession);
  EXPECT_EQ(SqlplusKindOf("alter table t add (a number)"), SqlplusKind::kOther);
  EXPECT_EQ(SqlplusKindOf("begin null; end;"), SqlplusKind::kOther);
}

TEST(PlSql, TextsComeBackAsTheyAre) {
  for (const std::string& text : Hostile()) {
    const std::string literal = emit::PlSqlText(text);
    std::size_t at = 0;
    EXPECT_EQ(testing::PlSqlValue(literal, at), text);
    EXPECT_EQ(at, literal.size());
    std::istringstream lines(literal);
    for (std::string line; std::getline(lines, line);) EXPECT_LT(line.size(), 2500U);
  }
  EXPECT_EQ(emit::PlSqlText(""), "''");
  EXPECT_EQ(emit::PlSqlString("it's\n"), "'it''s' || CHR(10)");
  EXPECT_EQ(emit::QuoteForPlSql("a]'b"), "q'{a]'b}'");
  EXPECT_EQ(emit::QuoteForPlSql("a]"), "q'[a]]'");
}

}  // namespace
}  // namespace migc::script
