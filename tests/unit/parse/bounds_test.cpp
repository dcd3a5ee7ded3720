// Input that is too large, too deep or no text at all: an error each time, never a crash.
#include <gtest/gtest.h>

#include <random>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {
namespace {

std::string Repeat(std::string_view piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

std::string Where(const std::string& expression) { return ParseStatement("delete from t where " + expression + ";"); }

// The code of the only error; longer results are cut, so that a failure can be read.
std::string Code(const std::string& result) {
  const std::size_t space = result.find(' ');
  return result.substr(space + 1, 5) + (result.find("\n2:") == std::string::npos ? "" : " and more");
}

TEST(Bounds, OfTheFile) {
  EXPECT_EQ(ParseRevision(std::string(kMaxFileBytes + 1, ' ')),
            "1:1-1 M1001 this file has 16777217 bytes; at most 16777216 are read\n"
            "  help split the revision, or load large data from a csv file\n");
  EXPECT_EQ(ParseRevision(std::string("revision a\0;", 12)),
            "1:11-12 M1002 byte 10 of this file is a NUL; migrations are text\n"
            "  help is this a text file, saved as UTF-8?\n");
  EXPECT_EQ(ParseRevision("revision \xFF;"),
            "1:10-11 M0001 byte 9 of this file is not UTF-8; migrations are UTF-8 text\n  help save the file as UTF-8\n");
  EXPECT_EQ(ParseRevision("revision '\xED\xA0\x80';").substr(0, 20), "1:11-12 M0001 byte 1");
  EXPECT_EQ(ParseRevision(""),
            "1:1-1 M1020 the end of the file where \"revision\" is expected; a migration begins with its header\n"
            "  help write revision <id> 'what it does' revises <id before it, or base>;\n");
}

TEST(Bounds, OfNesting) {
  EXPECT_EQ(Where(Repeat("(", 190) + "a" + Repeat(")", 190)).substr(0, 13), "delete from t");
  EXPECT_EQ(Code(Where(Repeat("(", 10000) + "a" + Repeat(")", 10000))), "M1003");
  EXPECT_EQ(Code(Where(Repeat("f(", 10000) + "a" + Repeat(")", 10000))), "M1003");
  EXPECT_EQ(Code(Where(Repeat("case when a then ", 10000) + "a" + Repeat(" end", 10000))), "M1003");
  EXPECT_EQ(Where(Repeat("case when a then ", 150) + "a" + Repeat(" end", 150)).substr(0, 13), "delete from t");
  EXPECT_EQ(Code(ParseStatement(Repeat("for a {", 10000))), "M1003");
  EXPECT_EQ(ParseStatement(Repeat("for a {", 150) + Repeat("}", 150)).substr(0, 5), "for a");
  EXPECT_EQ(Code(ParseStatement("create table t (a integer" + Repeat("[", 10000) + ");")), "M1003");
  EXPECT_EQ(ParseStatement("create table t (a integer" + Repeat("[]", 10000) + ");").substr(0, 14), "create table t");
}

TEST(Bounds, OfNestingCountACaseThatIsAName) {
  EXPECT_EQ(ParseStatement("create table t (" + Repeat("case case,", 1000) + ");").substr(0, 14), "create table t");
  EXPECT_EQ(ParseStatement(Repeat("drop table case; ", 1000)).substr(0, 15), "drop table case");
}

TEST(Bounds, OfChains) {
  EXPECT_EQ(Code(Where("a" + Repeat("+a", 20000))), "M1004");
  EXPECT_EQ(Code(Where("a" + Repeat(" or a", 20000))), "M1004");
  EXPECT_EQ(Code(Where("a" + Repeat(" is null", 20000))), "M1004");
  EXPECT_EQ(Code(Where(Repeat("not ", 20000) + "a")), "M1004");
  EXPECT_EQ(Code(Where(Repeat("- ", 20000) + "a")), "M1004");
  EXPECT_EQ(Where("a" + Repeat(" and a", 900)).substr(0, 13), "delete from t");
  // Chains in parentheses add up.
  EXPECT_EQ(Code(Where(Repeat("(", 10) + "a" + Repeat(Repeat("+a", 200) + ")", 10))), "M1004");
  EXPECT_EQ(Where("a in (1" + Repeat(",1", 20000) + ")").substr(0, 13), "delete from t");
}

TEST(Bounds, OfALine) {
  const std::string line(10'000'000, 'x');
  EXPECT_EQ(Code(ParseRevision(line)), "M1020");
  EXPECT_EQ(ParseStatement("insert into t (a) values ('" + line + "');").size(), line.size() + 38);
  EXPECT_EQ(Code(ParseRevision("'" + line)), "M1010");
  EXPECT_EQ(Code(ParseRevision("--" + line)), "M1020");
  EXPECT_EQ(Code(ParseRevision("$" + line + "$")), "M1012");
}

TEST(Bounds, OfErrors) {
  const auto count = [](const std::string& result) {
    std::size_t errors = 0;
    for (std::size_t at = result.find(" M1"); at != std::string::npos; at = result.find(" M1", at + 1)) ++errors;
    return errors;
  };
  EXPECT_EQ(count(ParseStatement(Repeat("create foo; ", 5000))), 50u);
  EXPECT_EQ(count(ParseStatement(Repeat(";", 5000))), 50u);
  EXPECT_EQ(count(ParseStatement(Repeat("foo ", 5000))), 1u);
  EXPECT_LE(count(ParseStatement(Repeat("@ ", 5000))), 20u);
  EXPECT_LE(count(ParseStatement(Repeat("}", 5000))), 50u);
}

// Whatever the text is made of, there is a file or there are errors, and it ends.
TEST(AnyText, HasATreeOrErrors) {
  constexpr std::string_view kPieces[] = {
      "create", "table",   "t",           "(",    ")",       ",",    ";",        "a",        "integer", "not",
      "null",   "default", "primary",     "key",  "{",       "}",    "alter",    "add",      "drop",    "column",
      "'x'",    "$$ x $$", "1",           "case", "when",    "then", "end",      "and",      "or",      "select",
      "sql",    "for",     "index",       "on",   "unique",  "with", "postgres", "undo",     "insert",  "into",
      "values", "-",       "in",          "like", "between", "cast", "as",       "revision", "upgrade", "downgrade",
      "\"q\"",  "no",      "transaction", "\n",   ".",       "=",    "@",        "'"};
  std::mt19937 random(7);
  for (int run = 0; run < 1500; ++run) {
    std::string text = run % 2 == 0 ? "revision r revises base; upgrade { " : "";
    for (unsigned i = random() % 60; i > 0; --i) (text += kPieces[random() % std::size(kPieces)]) += ' ';
    ASSERT_NE(ParseRevision(text), "a file and errors, or neither") << text;
    ASSERT_NE(ParseModel(text), "a file and errors, or neither") << text;
  }
}

// A statement that is right but for one token that is missing, doubled or another: a tree or errors, and the statements around it
// do not matter.
TEST(AnyText, RecoversAfterOneWrongToken) {
  std::mt19937 random(11);
  for (const std::vector<Case>* cases : {&TableCases(), &AlterCases(), &ObjectCases(), &DataCases()}) {
    for (const Case& c : *cases) {
      std::string text(c.source);
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, 1);
          break;
        case 1:
          text.insert(at, " ( ");
          break;
        default:
          text.insert(at, " foo ");
          break;
      }
      ASSERT_NE(ParseStatement(text), "a file and errors, or neither") << text;
      const std::string result = ParseStatement(text + "\n;\ncreate foo;\ncreate foo;\n");
      ASSERT_NE(result, "a file and errors, or neither") << text;
    }
  }
}

}  // namespace
}  // namespace migc::parse::testing
