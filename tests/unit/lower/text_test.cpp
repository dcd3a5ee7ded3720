// Placeholders: values are data, and so are never looked at again.
#include <gtest/gtest.h>

#include "lower/text.h"
#include "unit/lower/support.h"

namespace migc::lower {
namespace {

TEST(Placeholders, AreReplacedInStringsRawSqlAndQuotedNames) {
  Project project;
  project.variables = {{"owner", "it's ${owner} \"x\" $$"}, {"table", "My \"Table\""}, {"lines", "a\n    b"}};
  EXPECT_EQ(project.DumpOf("comment on table \"${table}\" '${owner}${}{owner}';"
                           "sql $$\n    grant to ${owner}; ${lines}\n    $1 ${}$$;"),
            "alter table \"My \"\"Table\"\"\"\n  comment 'it''s ${}{owner} \"x\" $$${}{owner}'\n"
            "sql\n  | grant to it's ${owner} \"x\" $$; a\n  |     b\n  | $1 $\n");
}

TEST(Placeholders, HaveNoPlaceInUnquotedNamesAndTypes) {
  Project project;
  EXPECT_FALSE(project.LowerStatements("drop table ${table};"));
  EXPECT_EQ(project.sink.diagnostics().front().kind, diag::Kind::kStrayCharacter);
}

TEST(Places, AreThoseOfTheCharactersAsWritten) {
  const source::Span place{{0}, 100, 110};
  const Written string{"a'b", Quoting::kString, place};  // 'a''b' at the end of the place
  EXPECT_EQ(PlaceOf(string, 0, 1), (source::Span{{0}, 105, 106}));
  EXPECT_EQ(PlaceOf(string, 2, 3), (source::Span{{0}, 108, 109}));
  const Written raw{"abc", Quoting::kRaw, {{0}, 100, 111}};  // $xx$abc$xx$
  EXPECT_EQ(PlaceOf(raw, 1, 2), (source::Span{{0}, 105, 106}));
  const Written longer{"abc", Quoting::kRaw, {{0}, 100, 112}};
  EXPECT_EQ(PlaceOf(longer, 1, 2), longer.place) << "the tags cannot be told";
}

TEST(Margin, IsWhatAllLinesHaveInCommon) {
  EXPECT_EQ(WithoutMargin(""), "");
  EXPECT_EQ(WithoutMargin("  a  "), "a");
  EXPECT_EQ(WithoutMargin("\n   a\n     b\n   c\n"), "a\n  b\nc");
  EXPECT_EQ(WithoutMargin("a\n     b\n   c"), "a\n  b\nc") << "the first line stands beside the tag";
  EXPECT_EQ(WithoutMargin("\n  a\n\n \n  b"), "a\n\n\nb");
  EXPECT_EQ(WithoutMargin("\n\ta\n  b"), "a\n  b") << "a tab and blanks have nothing in common; the ends lose theirs";
  EXPECT_EQ(WithoutMargin("a\r\nb\r\n"), "a\nb");
}

}  // namespace
}  // namespace migc::lower
