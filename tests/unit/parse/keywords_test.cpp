// Every keyword is a name in every place where the language does not say otherwise.
#include <gtest/gtest.h>

#include <set>

#include "migc/base/text.h"
#include "parse/syntax_words.h"
#include "unit/parse/parsing.h"

namespace migc::parse::testing {
namespace {

using generated::MigcParser;

// @ is the name.
constexpr std::string_view kAnywhere[] = {
    "create table @ (a integer);",
    "create table if not exists @ (a integer);",
    "create table @.@ (a integer);",
    "drop table @;",
    "drop table if exists @ cascade;",
    "rename table @ to @;",
    "alter table @ drop column x;",
    "alter table t add column @ integer;",
    "alter table t add column if not exists @ x not null;",
    "alter table t add column x integer after @;",
    "alter table t drop column @;",
    "alter table t drop @;",
    "alter table t drop @, drop x;",
    "alter table t drop if exists @;",
    "alter table t rename column @ to @;",
    "alter table t rename constraint @ to @;",
    "alter table t alter column @ type text;",
    "alter table t alter column @ drop not null;",
    "alter table t add constraint @ unique (@, @);",
    "alter table t drop constraint @;",
    "alter table t drop foreign key (@);",
    "alter table t set schema @;",
    "create table t (a integer constraint @ not null references @ (@));",
    "create table t (a integer, constraint @ primary key (@), foreign key (@) references @ (@, @));",
    "create table t (a integer, index @ (@, @ desc));",
    "create table t (a x.@, b integer renamed from @);",
    "create index @ on @ (@);",
    "create index on @ using @ (@) include (@);",
    "drop index @ on @;",
    "rename index @ to @;",
    "create sequence @;",
    "alter sequence @ rename to @;",
    "create enum @ ('a');",
    "alter enum @ rename to @;",
    "create schema @;",
    "drop extension @;",
    "define view @ as $$ x $$;",
    "define trigger @ on @ as $$ x $$;",
    "drop function @;",
    "comment on column @.@ 'x';",
    "grant select on @ to @, @;",
    "insert into @ (@, @) values (1, 2);",
    "update @ set @ = 1, @ = 2;",
    "delete from @;",
    "delete from t where x.@ = t.@;",
};

constexpr std::string_view kAtItem[] = {
    "create table t (@ integer);",
    "create table t (a integer, @ x not null, b text);",
    "alter table t add @ integer;",
    "alter table t add if not exists @ integer;",
};

constexpr std::string_view kInExpression[] = {
    "delete from t where @ = @;",
    "delete from t where @.x > @(@, 1);",
    "update t set a = @ where not @ is null;",
    "create table t (a integer default @ not null, check (@ > 0));",
};

constexpr std::string_view kAsType[] = {
    "create table t (a @, b @ not null, c @[]);",
    "alter table t alter column a type @ using b;",
    "delete from t where cast(a as @) = 1;",
};

const std::set<std::size_t> kReservedAtItem = {MigcParser::CONSTRAINT, MigcParser::CHECK_, MigcParser::FOREIGN, MigcParser::EXCLUDE,
                                               MigcParser::INDEX};
const std::set<std::size_t> kReservedInExpression = {
    MigcParser::AND,     MigcParser::OR,    MigcParser::NOT,  MigcParser::IS,    MigcParser::IN,   MigcParser::LIKE,
    MigcParser::BETWEEN, MigcParser::CASE,  MigcParser::WHEN, MigcParser::THEN,  MigcParser::ELSE, MigcParser::END,
    MigcParser::CAST,    MigcParser::NULL_, MigcParser::TRUE, MigcParser::FALSE, MigcParser::SQL};
const std::set<std::size_t> kNotTypes = {MigcParser::NOT,       MigcParser::NULL_,      MigcParser::PRIMARY, MigcParser::UNIQUE,
                                         MigcParser::CHECK_,    MigcParser::REFERENCES, MigcParser::DEFAULT, MigcParser::IDENTITY,
                                         MigcParser::GENERATED, MigcParser::CONSTRAINT, MigcParser::COLLATE, MigcParser::COMMENT,
                                         MigcParser::CHARACTER, MigcParser::RENAMED,    MigcParser::NATIVE};

std::string With(std::string_view pattern, std::string_view name) {
  std::string result;
  for (const char c : pattern) {
    if (c == '@') {
      result += name;
    } else {
      result += c;
    }
  }
  return result;
}

std::vector<std::size_t> Keywords() {
  std::vector<std::size_t> result;
  for (std::size_t kind = 1; kind < MigcParser::WORD; ++kind) result.push_back(kind);
  return result;
}

// The tree with the keyword as the name is the tree with any other name there.
void ExpectName(std::string_view pattern, const std::string& keyword) {
  const std::string plain = ParseStatement(With(pattern, "zzz"));
  std::string expected;
  for (std::size_t at = 0; at < plain.size();) {
    const bool here = plain.compare(at, 3, "zzz") == 0;
    expected += here ? keyword : plain.substr(at, 1);
    at += here ? 3 : 1;
  }
  EXPECT_EQ(expected, ParseStatement(With(pattern, keyword))) << With(pattern, keyword);
}

std::string Upper(const std::string& word) { return base::UpperAscii(word); }

TEST(Keywords, AreAllInTheLexer) {
  EXPECT_EQ(Keywords().size(), 136u);
  for (const std::size_t kind : Keywords()) EXPECT_TRUE(IsKeyword(kind)) << kind;
  EXPECT_EQ(Spelling(MigcParser::NULL_), "null");
  EXPECT_EQ(Spelling(MigcParser::CHECK_), "check");
}

TEST(Keywords, AreNamesWhereNothingElseCanStand) {
  for (const std::size_t kind : Keywords()) {
    for (const std::string_view pattern : kAnywhere) ExpectName(pattern, Spelling(kind));
    ExpectName(kAnywhere[0], Upper(Spelling(kind)));
  }
}

TEST(Keywords, AreColumnsAtTheStartOfAnItem) {
  for (const std::size_t kind : Keywords()) {
    for (const std::string_view pattern : kAtItem) {
      if (!kReservedAtItem.contains(kind)) ExpectName(pattern, Spelling(kind));
    }
  }
}

TEST(Keywords, AreColumnsAndFunctionsInExpressions) {
  for (const std::size_t kind : Keywords()) {
    for (const std::string_view pattern : kInExpression) {
      if (!kReservedInExpression.contains(kind)) ExpectName(pattern, Spelling(kind));
    }
  }
}

TEST(Keywords, AreTypes) {
  for (const std::size_t kind : Keywords()) {
    for (const std::string_view pattern : kAsType) {
      if (!kNotTypes.contains(kind)) ExpectName(pattern, Spelling(kind));
    }
  }
}

TEST(Keywords, BeginAnItemWhereTheLanguageSaysSo) {
  for (const std::size_t kind : kReservedAtItem) {
    const std::string word = Spelling(kind);
    for (const std::string_view pattern : {"create table t (@ integer);", "alter table t add @ integer;"}) {
      const std::string result = ParseStatement(With(pattern, word));
      EXPECT_NE(result.find("M1031 \"" + word + "\""), std::string::npos) << result;
      EXPECT_NE(result.find("\"" + word + "\""), std::string::npos) << result;
    }
    ExpectName("create table t (\"@\" integer, a text);", word);
  }
}

TEST(Keywords, AreReservedInExpressionsWhereTheLanguageSaysSo) {
  for (const std::size_t kind : kReservedInExpression) {
    const std::string word = Spelling(kind);
    EXPECT_EQ(ParseStatement("delete from t where a = " + word + " + 1;").find("delete"),
              kind == MigcParser::NULL_ || kind == MigcParser::TRUE || kind == MigcParser::FALSE ? 0u : std::string::npos)
        << word;
    ExpectName("delete from t where a = \"@\" + 1;", word);
  }
}

TEST(Keywords, PrimaryAndUniqueAreConstraintsOnlyWhereOneFollows) {
  EXPECT_EQ(ParseStatement("create table t (primary integer, unique text unique, primary key (a), unique (b), unique index (c));"),
            "create table t\n"
            "  column primary\n"
            "    type: integer\n"
            "  column unique\n"
            "    type: text\n"
            "    unique\n"
            "  constraint primary key (a)\n"
            "  constraint unique (b)\n"
            "  index unique\n"
            "    key\n"
            "      name c\n");
  for (const std::string_view word : {"key", "nulls", "index"}) {
    for (const std::string_view column : {"primary", "unique"}) {
      const std::string result = ParseStatement(fmt::format("create table t ({} {} not null);", column, word));
      EXPECT_NE(result.find("M1"), std::string::npos) << result;
    }
  }
}

TEST(Keywords, AreRevisionIds) {
  for (const std::size_t kind : Keywords()) {
    const std::string word = Spelling(kind);
    const bool begins_clause =
        kind == MigcParser::REVISES || kind == MigcParser::DEPENDS || kind == MigcParser::LABEL || kind == MigcParser::CREATED;
    EXPECT_EQ(ParseRevision("revision " + word + " revises " + word + " depends on " + word + " label " + word + "; upgrade { }"),
              "revision " + word + "\n  revises " + word + "\n  depends on " + word + "\n  label " + word + "\nupgrade\n");
    if (!begins_clause) {
      EXPECT_EQ(ParseRevision("revision x revises a, " + word + "; upgrade { }"),
                "revision x\n  revises a, " + word + "\nupgrade\n");
    }
  }
}

}  // namespace
}  // namespace migc::parse::testing
