// What becomes of statements: what is folded into a `create table`, what goes, and what must stay where it is.
#include "migc/squash/squash.h"

#include <gtest/gtest.h>

#include "migc/diag/render.h"
#include "migc/parse/parse.h"

namespace migc::squash {
namespace {

// The statements of one revision after the other, squashed; without the "-- From" lines.
std::string Squashed(const std::vector<std::string>& upgrades, bool fold = true, const std::string& more = "") {
  source::Buffers buffers;
  diag::Sink sink;
  std::vector<ast::File> files;
  files.reserve(upgrades.size());
  std::vector<Input> inputs;
  for (const std::string& upgrade : upgrades) {
    const auto& buffer = buffers.Add("r.mig", "revision r revises base; upgrade {\n" + upgrade + "\n}\n" + more);
    auto file = parse::BuildFile(buffer, sink);
    if (!file) return diag::RenderText(sink.Sorted(), buffers, {});
    files.push_back(std::move(*file));
    inputs.push_back({&files.back(), &buffer});
  }
  const Result result = Squash(inputs, fold);
  std::string text;
  std::size_t at = 0;
  while (at < result.body.size()) {
    const std::size_t end = result.body.find('\n', at);
    const std::string line = result.body.substr(at, end - at);
    if (!line.empty() && line.find("-- From ") == std::string::npos) text += line + "\n";
    at = end + 1;
  }
  for (const Kept& kept : result.kept) text += "kept: " + kept.what + "\n";
  if (result.irreversible) text += "irreversible: " + *result.irreversible + "\n";
  return text;
}

TEST(Squash, ColumnsAndConstraintsJoinTheirTable) {
  EXPECT_EQ(Squashed({"create table t (a integer);", "alter table t add column b text not null, add constraint u unique (b);"}),
            "  create table t (a integer,\n    b text not null,\n    constraint u unique (b));\n");
}

TEST(Squash, CommentsStay) {
  EXPECT_EQ(Squashed({"create table t (\n    -- the key\n    a integer, -- of two\n    b text\n  ) comment 'x';",
                      "alter table t drop column b;"}),
            "  create table t (\n    -- the key\n    a integer\n  ) comment 'x';\n");
}

TEST(Squash, AttributesChange) {
  EXPECT_EQ(Squashed({"create table t (a integer default 1 comment 'x', b text not null);",
                      "alter table t alter column a type bigint, alter column a drop default, alter column a comment 'y',"
                      " alter column b drop not null, alter column b set default 'q';"}),
            "  create table t (a bigint comment 'y', b text default 'q');\n");
}

TEST(Squash, WhatIsMadeAndDroppedAgainGoes) {
  EXPECT_EQ(Squashed({"create table t (a integer); create index i on t (a); create table u (b integer);", "drop table t;"}),
            "  create table u (b integer);\n");
  EXPECT_EQ(Squashed({"create table t (a integer); create index i on t (a);", "drop index i on t;"}),
            "  create table t (a integer);\n");
}

TEST(Squash, NothingPassesRawSqlOrDataOfItsTable) {
  EXPECT_EQ(Squashed({"create table t (a integer); sql $$ vacuum $$ undo nothing;", "alter table t add column b text;"}),
            "  create table t (a integer);\n  sql $$ vacuum $$ undo nothing;\n  alter table t add column b text;\nkept: raw SQL\n");
  EXPECT_EQ(Squashed({"create table t (a integer); insert into t (a) values (1);", "alter table t add column b text;"}),
            "  create table t (a integer);\n  insert into t (a) values (1);\n  alter table t add column b text;\nkept: data\n");
  EXPECT_EQ(
      Squashed({"create table t (a integer); create table u (a integer); insert into u (a) values (1);",
                "alter table t add column b text;"}),
      "  create table t (a integer,\n    b text);\n  create table u (a integer);\n  insert into u (a) values (1);\nkept: data\n");
}

TEST(Squash, AForeignKeyNeedsItsTableFirst) {
  EXPECT_EQ(Squashed({"create table p (a integer primary key); create table t (b integer);",
                      "alter table t add constraint f foreign key (b) references p (a);"}),
            "  create table p (a integer primary key);\n  create table t (b integer,\n    constraint f foreign key (b) references "
            "p (a));\n");
  const std::string later = Squashed({"create table t (b integer); create table p (a integer primary key);",
                                      "alter table t add constraint f foreign key (b) references p (a);"});
  EXPECT_NE(later.find("alter table t add constraint f"), std::string::npos) << later;
}

TEST(Squash, ATypeMustBeThere) {
  const std::string text = Squashed({"create table t (a integer);", "create enum mood ('x'); alter table t add column m mood;"});
  EXPECT_NE(text.find("alter table t add column m mood"), std::string::npos) << text;
}

TEST(Squash, OrderOfColumnsIsKept) {
  // The position is an action that is not folded; what comes after it is not put before it.
  EXPECT_EQ(Squashed({"create table t (a integer);", "alter table t add column b text first;", "alter table t add column c text;"}),
            "  create table t (a integer);\n  alter table t add column b text first;\n  alter table t add column c text;\n");
}

TEST(Squash, AColumnThatSomethingNamesStays) {
  const std::string text = Squashed({"create table t (a integer, b integer, check (b > 0));", "alter table t drop column b;"});
  EXPECT_NE(text.find("alter table t drop column b"), std::string::npos) << text;
}

TEST(Squash, WithoutFoldingEveryStatementStays) {
  EXPECT_EQ(Squashed({"create table t (a integer);", "drop table t;"}, false), "  create table t (a integer);\n  drop table t;\n");
}

TEST(Squash, OutsideATransactionItStaysSo) {
  source::Buffers buffers;
  diag::Sink sink;
  const auto& buffer = buffers.Add("r.mig", "revision r revises base; no transaction; upgrade { create index i on t (a) online; }");
  const auto file = parse::BuildFile(buffer, sink);
  ASSERT_TRUE(file) << diag::RenderText(sink.Sorted(), buffers, {});
  const Input input{&*file, &buffer};
  EXPECT_NE(Squash({&input, 1}, true).body.find("  no transaction {\n  create index i on t (a) online;\n  }\n"), std::string::npos);
}

TEST(Squash, AWayBackThatIsNotDerived) {
  EXPECT_EQ(Squashed({"create table t (a integer);"}, true, "downgrade irreversible 'no more';"),
            "  create table t (a integer);\nirreversible: r had no way back: no more\n");
  EXPECT_NE(Squashed({"create table t (a integer);"}, true, "downgrade { drop table t; }").find("written downgrade"),
            std::string::npos);
}

}  // namespace
}  // namespace migc::squash
