// The header, the sections, comments and the model file.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {
namespace {

TEST(Header, HasEveryClause) {
  EXPECT_EQ(ParseRevision("revision 1975ea83b712 'Create accounts'\n"
                          "  revises ae1027a6acf, 27c6a30d7c24\n"
                          "  depends on 55af2cb1c267\n"
                          "  label billing, \"Big Label\"\n"
                          "  depends on other\n"
                          "  label more\n"
                          "  created '2026-11-22T09:53:01Z';\n"
                          "no transaction;\n"
                          "upgrade { drop table a; }\n"
                          "downgrade { drop table b; };\n"),
            "revision 1975ea83b712 'Create accounts'\n"
            "  revises ae1027a6acf, 27c6a30d7c24\n"
            "  depends on 55af2cb1c267, other\n"
            "  label billing, \"Big Label\", more\n"
            "  created '2026-11-22T09:53:01Z'\n"
            "no transaction\n"
            "upgrade\n"
            "  drop table a\n"
            "downgrade\n"
            "  drop table b\n");
}

TEST(Header, NeedsLittle) {
  EXPECT_EQ(ParseRevision("REVISION a; UPGRADE {}"), "revision a\nupgrade\n");
  EXPECT_EQ(ParseRevision("revision a revises BASE; downgrade irreversible 'data is gone'; upgrade { };"),
            "revision a\n  revises base\nupgrade\ndowngrade irreversible 'data is gone'\n");
  EXPECT_EQ(ParseRevision("revision a revises b, ; upgrade { }"), "revision a\n  revises b\nupgrade\n");
  EXPECT_EQ(ParseRevision("revision a revises b, depends on c, label d,; upgrade { }"),
            "revision a\n  revises b\n  depends on c\n  label d\nupgrade\n");
}

// What looks like a number of any kind, or begins like one, is an id.
TEST(Header, TakesEveryId) {
  for (const std::string id :
       {"2581ebaf0cb2", "1e15e7122cc9", "405cfe08f18d", "163040c5513f", "9c0446cb6bc3", "12e5", "0123", "0", "1e5_a", "1E9",
        "000000000000", "_a", "a_1", "99999999999999999999999999", "0x1f", "1_000", "größe", "e1", "x"}) {
    EXPECT_EQ(ParseRevision("revision " + id + " revises " + id + ", " + id + "; upgrade { }"),
              "revision " + id + "\n  revises " + id + ", " + id + "\nupgrade\n");
  }
  EXPECT_EQ(ParseRevision("revision 'it''s' revises \"a \"\"b\"\"\", 'c d', '', 'x';upgrade{}"),
            "revision \"it's\"\n  revises \"a \"\"b\"\"\", \"c d\", \"\", \"x\"\nupgrade\n");
}

TEST(Header, TellsBaseFromAnId) {
  const auto header = [](std::string_view revises) {
    source::Buffers buffers;
    diag::Sink sink;
    return *BuildFile(buffers.Add("a.mig", "revision a revises " + std::string(revises) + "; upgrade { }"), sink)->header;
  };
  EXPECT_TRUE(header("base").revises_base);
  EXPECT_TRUE(header("base").revises.empty());
  EXPECT_TRUE(header("base").has_revises);
  EXPECT_FALSE(header("\"base\"").revises_base);
  EXPECT_FALSE(header("'base'").revises_base);
  EXPECT_EQ(header("'base'").revises.size(), 1u);
  EXPECT_FALSE(header("base, b").revises_base);
}

TEST(Comments, AboveAStatementBelongToIt) {
  EXPECT_EQ(ParseRevision("-- of the header\n"
                          "revision a revises base;\n"
                          "upgrade { -- beside the brace\n"
                          "  -- first line\n"
                          "  --second line  \n"
                          "  drop table a; -- beside the statement\n"
                          "  drop table b;\n"
                          "  -- apart\n"
                          "\n"
                          "  -- near\n"
                          "  drop table c;\n"
                          "  /* a block */\n"
                          "  drop table d;\n"
                          "  -- above a block\n"
                          "  /* block */ drop table e;\n"
                          "  /* x */ -- not alone\n"
                          "  drop table f;\n"
                          "  -- for both\n"
                          "  for postgres {\n"
                          "    -- inside\n"
                          "    drop table g; }\n"
                          "}\n"),
            "revision a\n"
            "  revises base\n"
            "upgrade\n"
            "  -- first line\n"
            "  -- second line\n"
            "  drop table a\n"
            "  drop table b\n"
            "  -- near\n"
            "  drop table c\n"
            "  drop table d\n"
            "  drop table e\n"
            "  drop table f\n"
            "  -- for both\n"
            "  for postgres\n"
            "    -- inside\n"
            "    drop table g\n");
}

TEST(Comments, MayStandAnywhere) {
  EXPECT_EQ(ParseStatement("drop /* a * b ** */ table--c\n a /**/ ; /***/"), "drop table a\n");
  EXPECT_EQ(ParseStatement("drop table a; /* -- */ drop table b; -- /* "), "drop table a\ndrop table b\n");
}

TEST(LineEnds, MayBeOfEitherKind) {
  EXPECT_EQ(ParseRevision("revision a\r\n  revises base;\r\nupgrade {\r\n  -- one\r\n  -- two\r\n  sql $$\r\n a\r\n $$;\r\n}\r\n"),
            "revision a\n  revises base\nupgrade\n  -- one\n  -- two\n  sql\n    text $$\\r\\n a\\r\\n $$\n");
}

TEST(ByteOrderMark, IsPassedOver) {
  EXPECT_EQ(ParseRevision("\xEF\xBB\xBFrevision a revises base; upgrade { }"), "revision a\n  revises base\nupgrade\n");
  EXPECT_EQ(ParseRevision("\xEF\xBB\xBFrevison a revises base; upgrade { }"),
            "1:2-9 M1020 \"revison\" where \"revision\" is expected; a migration begins with its header\n"
            "  help did you mean \"revision\"?\n");
}

TEST(Spans, AreBytesWhateverStandsBefore) {
  source::Buffers buffers;
  diag::Sink sink;
  const std::string text = "revision a 'ünï😀' revises base; upgrade { /* 😀 */ drop table größe; insert into t (a) values ('😀') ; }";
  const source::Buffer& buffer = buffers.Add("a.mig", text);
  const std::optional<ast::File> file = BuildFile(buffer, sink);
  ASSERT_TRUE(file);
  EXPECT_EQ(buffer.Text(file->header->message->span), "'ünï😀'");
  EXPECT_EQ(buffer.Text(file->statements[0].span), "drop table größe;");
  EXPECT_EQ(buffer.Text(std::get<ast::DropTable>(file->statements[0].node).name.span), "größe");
  EXPECT_EQ(buffer.Text(std::get<ast::Insert>(file->statements[1].node).rows[0][0].span), "'😀'");
  EXPECT_EQ(file->file, buffer.id());
}

TEST(Model, IsStatementsAlone) {
  EXPECT_EQ(ParseModel("create table a (b integer renamed from c, index i (b) renamed from j) renamed from d;\n"
                       "-- a view\n"
                       "define view v as $$ x $$;\n"),
            "model\n"
            "  create table a renamed from d\n"
            "    column b renamed from c\n"
            "      type: integer\n"
            "    index named i renamed from j\n"
            "      key\n"
            "        name b\n"
            "  -- a view\n"
            "  define view v\n"
            "    text $$ x $$\n");
  EXPECT_EQ(ParseModel(""), "model\n");
  EXPECT_EQ(ParseModel("-- nothing yet\n"), "model\n");
}

TEST(Model, HasNoHeader) {
  EXPECT_EQ(
      ParseModel("revision a revises base;\ndrop tabel t;\n"),
      "1:1-9 M1021 a revision header in the model; the model is a list of `create` and `define` statements\n"
      "  help leave the header and `upgrade { }` out\n"
      "2:6-11 M1030 \"tabel\" where \"enum\", \"extension\", \"function\", \"index\", \"materialized\", \"procedure\", \"schema\", "
      "\"sequence\", \"table\" or one of several other words is expected\n"
      "  help did you mean \"table\"?\n");
}

TEST(FileErrors, SayWhatIsWrong) {
  const std::vector<Case> cases = {
      {"revision a revises base upgrade {}", "1:20-24 M1027 no \";\" after \"base\"\n  help each statement ends with ;\n"},
      {"revision a revises base;",
       "1:1-25 M1022 this revision has no `upgrade`; every revision says what it does\n"
       "  help write `upgrade { }` after the header, if nothing is to be done\n"},
      {"revision a revises base;\nupgrade {",
       "2:9-10 M1025 this \"{\" is never closed\n  note 2:10-10 the end of the file comes first\n  help add the closing }\n"},
      {"revision a revises base;\nupgrade { drop table x;\ndowngrade { drop table y; }",
       "2:9-10 M1025 this \"{\" is never closed\n  note 3:1-10 \"downgrade\" comes first\n  help add the closing }\n"},
      {"revision a revises base; upgrade { } }", "1:38-39 M1026 this \"}\" closes nothing\n  help leave it out\n"},
      {"revision a revises base; upgrade { }\nupgrade { }\ndowngrade { }\ndowngrade { }",
       "2:1-12 M1040 `upgrade` is given twice; once is enough\n  note 1:26-37 it was given here\n  help keep the one that is "
       "meant\n"
       "4:1-14 M1040 `downgrade` is given twice; once is enough\n  note 3:1-14 it was given here\n  help keep the one that is "
       "meant\n"},
      {"revision a revises b revises c created 'x' created 'y'; upgrade { }",
       "1:22-31 M1040 `revises` is given twice; once is enough\n  note 1:12-21 it was given here\n  help keep the one that is "
       "meant\n"
       "1:44-55 M1040 `created` is given twice; once is enough\n  note 1:32-43 it was given here\n  help keep the one that is "
       "meant\n"},
      {"revision a revises base;\nno transaction\nupgrade { }",
       "2:4-15 M1027 no \";\" after \"transaction\"\n  help each statement ends with ;\n"},
      {"revision a revises base;\nupgrad { }",
       "2:1-7 M1030 \"upgrad\" where \"downgrade\", \"upgrade\" or the end of the file is expected\n  help did you mean "
       "\"upgrade\"?\n"},
      {"revision a-b revises base; upgrade { }",
       "1:11-12 M1030 \"-\" where \"created\", \"depends\", \"label\", \"revises\", a string or \";\" is expected\n"
       "  help an id with other characters than letters, digits and _ is quoted\n"},
      {"revision a created 5; upgrade { foo x; }",
       "1:20-21 M1030 \"5\" where a string is expected\n  help write it in single quotes: '5'\n"
       "1:33-36 M1024 no statement begins with \"foo\"\n  help did you mean \"for\"?\n"},
      {"create table t (a integer);\ncreate table u (b integer);",
       "1:1-7 M1020 \"create\" where \"revision\" is expected; a migration begins with its header\n"
       "  help write revision <id> 'what it does' revises <id before it, or base>;\n"},
      {"revision a revises base; upgrade { }\ncreate table t (a integer);\ncreate table u (a integer);",
       "2:1-7 M1023 a statement outside of `upgrade` and `downgrade`; a revision's statements stand inside them\n"
       "  help write it inside upgrade { … }\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(ParseRevision(c.source), c.result) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
