#include "migc/diag/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "migc/diag/sink.h"

namespace migc::diag {
namespace {

using source::FileId;
using source::Span;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Span Find(const source::Buffer& buffer, std::string_view text) {
  auto at = buffer.text().find(text);
  EXPECT_NE(at, std::string_view::npos) << text;
  auto begin = static_cast<std::uint32_t>(at);
  return {buffer.id(), begin, begin + static_cast<std::uint32_t>(text.size())};
}

std::string Text(const Diagnostic& diagnostic, const source::Buffers& buffers) {
  return RenderText(std::span(&diagnostic, 1), buffers, {});
}

TEST(RenderTextTest, ShowsThePlaceNotesAndHelp) {
  source::Buffers buffers;
  const auto& made = buffers.Add("migrations/1975_accounts.mig", "revision 1975;\n\ncreate table account;\n");
  const auto& used = buffers.Add("migrations/5c3d_orders.mig", "x\n  account_id bigint references acount (id),\n");
  auto diagnostic = Make(Kind::kUnknownTable, Find(used, "acount"), "acount")
                        .WithNote(Find(made, "account"), "table \"account\" is created by revision 1975")
                        .WithHelp("did you mean \"account\"?");
  EXPECT_EQ(Text(diagnostic, buffers),
            "migrations/5c3d_orders.mig:2:32: error: no table \"acount\" at this revision [M4102]\n"
            "   2 |   account_id bigint references acount (id),\n"
            "     |                                ^~~~~~\n"
            "     = note: table \"account\" is created by revision 1975 (migrations/1975_accounts.mig:3)\n"
            "     = help: did you mean \"account\"?\n");
}

TEST(RenderTextTest, WithoutAPlaceThereIsNoExcerpt) {
  source::Buffers buffers;
  auto diagnostic = Make(Kind::kUnknownTable, std::nullopt, "a").WithHelp("first\nsecond");
  EXPECT_EQ(Text(diagnostic, buffers),
            "error: no table \"a\" at this revision [M4102]\n"
            "     = help: first\n"
            "             second\n");
}

TEST(RenderTextTest, CaretsStandUnderTabsWideAndCombiningCharacters) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a.mig", "\t\"\u8868\U0001F600e\u0301\" bad\tx");
  EXPECT_EQ(Text(Make(Kind::kUnknownTable, Find(buffer, "bad"), "a"), buffers),
            "a.mig:1:9: error: no table \"a\" at this revision [M4102]\n"
            "   1 |     \"\u8868\U0001F600e\u0301\" bad x\n"
            "     |             ^~~\n");
  EXPECT_THAT(Text(Make(Kind::kUnknownTable, Find(buffer, "\u8868"), "a"), buffers), EndsWith("|      ^~\n")) << "two columns wide";
}

TEST(RenderTextTest, ASpanOfSeveralLinesShowsTheFirstAndTheLast) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a.mig", "create table t (\n  a integer,\n  b integer\n) x;\n");
  EXPECT_EQ(Text(Make(Kind::kUnknownTable, Find(buffer, "table t (\n  a integer,\n  b integer\n)"), "t"), buffers),
            "a.mig:1:8: error: no table \"t\" at this revision [M4102]\n"
            "   1 | create table t (\n"
            "     |        ^~~~~~~~~\n"
            " ... |\n"
            "   4 | ) x;\n"
            "     | ^\n");
  EXPECT_THAT(Text(Make(Kind::kUnknownTable, Find(buffer, "a integer,\n"), "t"), buffers),
              EndsWith("   2 |   a integer,\n     |   ^~~~~~~~~~\n"))
      << "the line end itself takes no line more";
}

TEST(RenderTextTest, TheEndOfTheFileHasAPlaceToo) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a.mig", "abc\n");
  EXPECT_EQ(Text(Make(Kind::kUnknownTable, Span{buffer.id(), 4, 4}, "t"), buffers),
            "a.mig:2:1: error: no table \"t\" at this revision [M4102]\n   2 |\n     | ^\n");
}

TEST(RenderTextTest, ALongLineIsCutAroundTheCaret) {
  source::Buffers buffers;
  std::string text = std::string(5'000'000, 'a') + "\U0001F600 bad " + std::string(5'000'000, 'b');
  const auto& buffer = buffers.Add("a.mig", text);
  std::string shown = Text(Make(Kind::kUnknownTable, Find(buffer, "bad"), "t"), buffers);
  EXPECT_LT(shown.size(), 500u);
  EXPECT_THAT(shown, HasSubstr("a.mig:1:5000003: "));
  EXPECT_THAT(shown, HasSubstr("| …aaaa"));
  EXPECT_THAT(shown, HasSubstr("\U0001F600 bad bbb"));
  EXPECT_THAT(shown, HasSubstr("bbb…\n"));
  std::string whole = Text(Make(Kind::kUnknownTable, Span{buffer.id(), 0, 10'000'000}, "t"), buffers);
  EXPECT_LT(whole.size(), 500u);
}

TEST(RenderTextTest, NothingReachesTheTerminalThatCouldChangeIt) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a\x1b[2J.mig", "\x1b[31m bad \u202E\n");
  std::string shown = Text(Make(Kind::kUnknownTable, Find(buffer, "bad"), "x\x1b]0;y\x07\nz"), buffers);
  EXPECT_THAT(shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(shown, Not(HasSubstr("\x07")));
  EXPECT_THAT(shown, Not(HasSubstr("\u202E")));
  EXPECT_THAT(shown, HasSubstr("x\u241B]0;y\u2407\u240Az"));
}

TEST(RenderTextTest, BytesThatAreNotUtf8AreShownAsReplacement) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a.mig", "ab\xff\xfe z");
  EXPECT_EQ(Text(Make(Kind::kNotUtf8, Span{buffer.id(), 2, 3}, 2), buffers),
            "a.mig:1:3: error: byte 2 of this file is not UTF-8; migrations are UTF-8 text [M0001]\n"
            "   1 | ab\uFFFD\uFFFD z\n"
            "     |   ^\n");
}

TEST(RenderTextTest, ColourOnlyWhenAskedFor) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a.mig", "bad");
  auto diagnostic = Make(Kind::kUnknownTable, Find(buffer, "bad"), "t");
  EXPECT_THAT(RenderText(std::span(&diagnostic, 1), buffers, {.colour = true}), HasSubstr("\x1b[1;31merror:\x1b[0m"));
  EXPECT_THAT(RenderText(std::span(&diagnostic, 1), buffers, {}), Not(HasSubstr("\x1b")));
}

TEST(RenderTextTest, CountsWhatItDoesNotShow) {
  source::Buffers buffers;
  std::vector<Diagnostic> many(5, Make(Kind::kUnknownTable, std::nullopt, "t"));
  EXPECT_THAT(RenderText(many, buffers, {.colour = false, .max_shown = 3}), EndsWith("2 more errors are not shown\n"));
  EXPECT_THAT(RenderText(many, buffers, {.colour = false, .max_shown = 4}), EndsWith("1 more error is not shown\n"));
  EXPECT_THAT(RenderText(many, buffers, {.colour = false, .max_shown = 5}), Not(HasSubstr("shown")));
}

TEST(RenderMachineTest, JsonHasEveryPart) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a b.mig", "x\nbad \"q\"\n");
  auto diagnostic = Make(Kind::kUnknownTable, Find(buffer, "bad"), "a\"b").WithNote("why").WithHelp("do");
  std::string json = RenderJson(std::span(&diagnostic, 1), buffers);
  for (const char* part :
       {R"("code": "M4102")", R"("severity": "error")", R"(no table \"a\"b\" at)", R"("path": "a b.mig")", R"("line": 2)",
        R"("column": 1)", R"("end_line": 2)", R"("end_column": 4)", R"("text": "why")", R"("help": "do")"}) {
    EXPECT_THAT(json, HasSubstr(part));
  }
  EXPECT_EQ(RenderJson({}, buffers), "{\n  \"diagnostics\": []\n}\n");
}

TEST(RenderMachineTest, SarifHasRulesLocationsAndEscapedPaths) {
  source::Buffers buffers;
  const auto& buffer = buffers.Add("a b.mig", "x\nbad\n");
  auto diagnostic = Make(Kind::kUnknownTable, Find(buffer, "bad"), "t").WithNote(Find(buffer, "x"), "here").WithHelp("do");
  std::string sarif = RenderSarif(std::span(&diagnostic, 1), buffers);
  for (const char* part : {R"("version": "2.1.0")", R"("id": "M4102")", R"("ruleId": "M4102")", R"("level": "error")",
                           R"("uri": "a%20b.mig")", R"("startLine": 2)", R"("relatedLocations")", R"(\nhelp: do)"}) {
    EXPECT_THAT(sarif, HasSubstr(part));
  }
}

TEST(SinkTest, SortsByPlaceAndSaysEachOnce) {
  Sink sink;
  auto at = [](std::uint32_t file, std::uint32_t begin) { return Span{FileId{file}, begin, begin + 1}; };
  sink.Report(Make(Kind::kUnknownTable, at(1, 5), "c"));
  sink.Report(Make(Kind::kUnknownTable, at(0, 9), "b"));
  sink.Report(Make(Kind::kUnknownTable, at(0, 9), "b2"));
  sink.Report(Make(Kind::kUnknownTable, at(0, 9), "b"));
  sink.Report(Make(Kind::kUnknownTable, std::nullopt, "a"));
  EXPECT_EQ(sink.errors(), 5u);
  EXPECT_EQ(sink.warnings(), 0u);
  EXPECT_TRUE(sink.HasErrors());
  std::vector<std::string> messages;
  for (const auto& diagnostic : sink.Sorted()) messages.push_back(diagnostic.message.substr(10, 3));
  EXPECT_THAT(messages, testing::ElementsAre("a\" ", "b\" ", "b2\"", "c\" "));
}

TEST(KindTest, CodesAreUniqueInOrderAndOfTheirPhase) {
  std::set<std::string_view> codes;
  std::string_view former = "M0000";
  for (const auto& info : AllKinds()) {
    SCOPED_TRACE(info.name);
    EXPECT_TRUE(codes.insert(info.code).second);
    EXPECT_LT(former, info.code) << "in order of code";
    former = info.code;
    EXPECT_EQ(info.code.size(), 5u);
    EXPECT_EQ(info.code[0], 'M');
    EXPECT_EQ(&InfoOf(info.kind), &info);
    EXPECT_FALSE(info.message.ends_with('.'));
  }
}

}  // namespace
}  // namespace migc::diag
