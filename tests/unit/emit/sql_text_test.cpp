#include "migc/emit/sql_text.h"

#include <gmock/gmock.h>

namespace migc::emit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

dialect::Lexical Postgres() {
  dialect::Lexical lexical;
  lexical.dollar_quotes = lexical.nested_comments = lexical.escape_strings = lexical.begin_atomic = true;
  return lexical;
}
dialect::Lexical Sqlite() {
  dialect::Lexical lexical;
  lexical.backtick_names = lexical.bracket_names = lexical.trigger_blocks = true;
  return lexical;
}

std::vector<std::string> Split(std::string_view sql, const dialect::Lexical& lexical) {
  std::vector<std::string> texts;
  for (const SqlPart& part : SplitStatements(sql, lexical).parts) texts.push_back(part.text);
  return texts;
}
std::string Unfinished(std::string_view sql, const dialect::Lexical& lexical) {
  return std::string(SplitStatements(sql, lexical).unfinished);
}

TEST(SplitStatementsTest, SemicolonsOutsideQuotesOnly) {
  EXPECT_THAT(Split("a; b ;\n c", Postgres()), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Split("select ';', \"a;b\"; x", Postgres()), ElementsAre("select ';', \"a;b\"", "x"));
  EXPECT_THAT(Split("select 'it''s;'; x", Postgres()), ElementsAre("select 'it''s;'", "x"));
  EXPECT_THAT(Split("select $$;$$, $a$;$$;$a$; x", Postgres()), ElementsAre("select $$;$$, $a$;$$;$a$", "x"));
  EXPECT_THAT(Split("a /* ; /* ; */ ; */ b; c", Postgres()), ElementsAre("a /* ; /* ; */ ; */ b", "c"));
  EXPECT_THAT(Split("a -- ; not here\n b; c", Postgres()), ElementsAre("a -- ; not here\n b", "c"));
}

TEST(SplitStatementsTest, EmptyOnesAndLooseCommentsAreDropped) {
  EXPECT_THAT(Split("", Postgres()), IsEmpty());
  EXPECT_THAT(Split(" ;; \n; -- nothing\n /* here */", Postgres()), IsEmpty());
  EXPECT_THAT(Split("-- why\nselect 1; -- done", Postgres()), ElementsAre("-- why\nselect 1"));
  EXPECT_THAT(Split("select 1 -- a `;` after this would be lost", Postgres()), ElementsAre("select 1"));
}

TEST(SplitStatementsTest, BackslashesByTheDialectsRules) {
  EXPECT_THAT(Split(R"(select E'it\'s;'; x)", Postgres()), ElementsAre(R"(select E'it\'s;')", "x"));
  EXPECT_THAT(Split(R"(select 'c:\'; x)", Postgres()), ElementsAre(R"(select 'c:\')", "x"));
  EXPECT_THAT(Split(R"(select typE'a\'; x)", Postgres()), ElementsAre(R"(select typE'a\')", "x"));
  dialect::Lexical mysql;
  mysql.backslash_escapes = mysql.double_quoted_strings = mysql.backtick_names = mysql.hash_comments = true;
  EXPECT_THAT(Split("select 'it\\'s;', \"a\\\";\" # ; no\n, `;`; x", mysql),
              ElementsAre("select 'it\\'s;', \"a\\\";\" # ; no\n, `;`", "x"));
}

TEST(SplitStatementsTest, QuotedNamesByTheDialectsRules) {
  EXPECT_THAT(Split("select [a;b], `c;d`; x", Sqlite()), ElementsAre("select [a;b], `c;d`", "x"));
  EXPECT_THAT(Split("select a[1], b[2]; x", Postgres()), ElementsAre("select a[1], b[2]", "x"));
  EXPECT_THAT(Split("select /* /* */ 1; x", Sqlite()), ElementsAre("select /* /* */ 1", "x"));
}

TEST(SplitStatementsTest, DollarInsideAWordOpensNothing) {
  EXPECT_THAT(Split("select a$b; select c$b", Postgres()), ElementsAre("select a$b", "select c$b"));
  EXPECT_THAT(Split("execute p($1, $2); x", Postgres()), ElementsAre("execute p($1, $2)", "x"));
}

TEST(SplitStatementsTest, AtomicBodyIsOneStatement) {
  const std::string function =
      "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN 1 END; SELECT 2; END";
  const SplitText split = SplitStatements(function + "; select 1", Postgres());
  ASSERT_EQ(split.parts.size(), 2U);
  EXPECT_EQ(split.parts[0].text, function);
  EXPECT_TRUE(split.parts[0].holds_statements);
  EXPECT_FALSE(split.parts[1].holds_statements);
  // A dollar-quoted body holds nothing that the tool could trip over.
  EXPECT_FALSE(SplitStatements("CREATE FUNCTION f() AS $$ BEGIN; END $$", Postgres()).parts[0].holds_statements);
}

TEST(SplitStatementsTest, TriggerBodyIsOneStatement) {
  const std::string trigger =
      "CREATE TEMP TRIGGER t AFTER UPDATE ON a BEGIN UPDATE b SET x = CASE WHEN 1 THEN 2 END; DELETE FROM c; END";
  EXPECT_THAT(Split(trigger + ";\nselect 1;", Sqlite()), ElementsAre(trigger, "select 1"));
  EXPECT_THAT(Split("create table begin_end (a); select 1", Sqlite()), ElementsAre("create table begin_end (a)", "select 1"));
}

TEST(SplitStatementsTest, SaysWhatIsNotFinished) {
  EXPECT_EQ(Unfinished("select 'a", Postgres()), "a string");
  EXPECT_EQ(Unfinished("select $x$ a $$", Postgres()), "a string");
  EXPECT_EQ(Unfinished("select \"a", Postgres()), "a quoted name");
  EXPECT_EQ(Unfinished("select 1 /* /* */", Postgres()), "a comment");
  EXPECT_EQ(Unfinished("create function f() begin atomic select 1;", Postgres()), "a BEGIN … END");
  EXPECT_EQ(Unfinished("select 'a'", Postgres()), "");
}

TEST(FragmentFaultTest, OnlyWhatStandsInsideAStatement) {
  EXPECT_EQ(FragmentFault("now() at time zone 'utc'", Postgres()), std::nullopt);
  EXPECT_EQ(FragmentFault("coalesce(a, ';')", Postgres()), std::nullopt);
  EXPECT_EQ(FragmentFault("1; drop table x", Postgres()), "a `;`");
  EXPECT_EQ(FragmentFault("1) -- ", Postgres()), "a `)` without its `(`");
  EXPECT_EQ(FragmentFault("(1", Postgres()), "a `(` without its `)`");
  EXPECT_EQ(FragmentFault("'x", Postgres()), "a string that it does not end");
}

TEST(EndsInLineCommentTest, OnlyWhenNothingFollows) {
  EXPECT_TRUE(EndsInLineComment("1 -- one", Postgres()));
  EXPECT_FALSE(EndsInLineComment("1 -- one\n", Postgres()));
  EXPECT_FALSE(EndsInLineComment("1 /* one */", Postgres()));
  EXPECT_FALSE(EndsInLineComment("'-- no'", Postgres()));
}

TEST(MentionsWordTest, NamesInAnyCaseButNotInStrings) {
  dialect::Dialect dialect;
  dialect.lexical = Postgres();
  EXPECT_TRUE(MentionsWord("select Email from t", "email", dialect));
  EXPECT_TRUE(MentionsWord("select t.\"email\" from t", "email", dialect));
  EXPECT_FALSE(MentionsWord("select 'email', emails -- email", "email", dialect));
}

}  // namespace
}  // namespace migc::emit
