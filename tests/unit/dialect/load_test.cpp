#include <gmock/gmock.h>

#include "migc/dialect/dialect.h"

namespace migc::dialect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A dialect that says the least that one must say.
constexpr const char* kSmall = R"(
title: Small
versions: { oldest: 1, newest: 3 }
tool: psql
quote: '"'
case: lower
max_identifier: 20 characters
capabilities:
  identity: true
  comments: 2
types:
  varchar: VARCHAR(n)
)";

class LoadDialectTest : public ::testing::Test {
 protected:
  void Add(const std::string& name, const std::string& text) { sources_[name] = &buffers_.Add("dialects/" + name + ".yaml", text); }
  std::optional<Dialect> Load(const std::string& name, std::optional<Version> target = {}) {
    return LoadDialect(name, target, sources_, sink_);
  }
  // "M5703 3:1 unknown key …; help"
  std::vector<std::string> Messages() const {
    std::vector<std::string> messages;
    for (const diag::Diagnostic& one : sink_.diagnostics()) {
      std::string text(diag::InfoOf(one.kind).code);
      if (one.span) {
        const source::LineColumn place = buffers_.Get(one.span->file).Locate(one.span->begin);
        text += " " + std::to_string(place.line) + ":" + std::to_string(place.column);
      }
      messages.push_back(text + " " + one.message + (one.help.empty() ? "" : "; " + one.help));
    }
    return messages;
  }
  void AddBuiltins() {
    for (const std::string& name : BuiltinNames()) Add(name, std::string(*BuiltinText(name)));
  }

  source::Buffers buffers_;
  Sources sources_;
  diag::Sink sink_;
};

ir::Type TypeOf(ir::TypeKind kind) {
  ir::Type type;
  type.kind = kind;
  return type;
}

TEST_F(LoadDialectTest, EveryBuiltinLoadsForItsOldestAndNewestVersion) {
  AddBuiltins();
  for (const std::string& name : BuiltinNames()) {
    const auto plain = Load(name);
    ASSERT_TRUE(plain) << name << ::testing::PrintToString(Messages());
    EXPECT_EQ(plain->target, plain->oldest);
    const auto newest = Load(name, plain->newest);
    ASSERT_TRUE(newest) << name << ::testing::PrintToString(Messages());
    const auto oldest = Load(name, plain->oldest);
    ASSERT_TRUE(oldest) << name;
    for (const auto& [capability, since] : oldest->since) {
      EXPECT_EQ(oldest->Has(capability), since <= oldest->oldest) << KeyOf(capability);
    }
  }
}

TEST_F(LoadDialectTest, PostgresFacts) {
  AddBuiltins();
  const auto dialect = Load("postgres", ParseVersion("14"));
  ASSERT_TRUE(dialect);
  EXPECT_EQ(dialect->title, "PostgreSQL");
  EXPECT_EQ(dialect->backend, "postgres");
  EXPECT_EQ(dialect->tool, Tool::kPsql);
  EXPECT_EQ(dialect->default_schema, "public");
  EXPECT_EQ(dialect->max_identifier, 63U);
  EXPECT_FALSE(dialect->identifier_in_characters);
  EXPECT_FALSE(dialect->Has(Capability::kNullsNotDistinct));
  EXPECT_TRUE(dialect->Has(Capability::kUuidFunction));
  EXPECT_TRUE(dialect->lexical.nested_comments);
  for (const char* word : {"user", "order", "timestamp", "system_user", "collation"})
    EXPECT_TRUE(dialect->reserved.contains(word)) << word;
  for (const char* word : {"name", "key", "type", "value"}) EXPECT_FALSE(dialect->reserved.contains(word)) << word;
  ir::Type with_zone = TypeOf(ir::TypeKind::kTimestamp);
  with_zone.with_time_zone = true;
  const TypeSpelling* spelling = dialect->FindType(with_zone);
  ASSERT_NE(spelling, nullptr);
  EXPECT_EQ(spelling->before, "TIMESTAMP");
  EXPECT_EQ(spelling->after, "WITH TIME ZONE");
  EXPECT_TRUE(spelling->takes_length);
  EXPECT_EQ(spelling->max_length, 6U);
  EXPECT_FALSE(dialect->FindType(TypeOf(ir::TypeKind::kText))->takes_length);
}

TEST_F(LoadDialectTest, EveryPortableTypeIsSpelledOrMissingOnPurpose) {
  AddBuiltins();
  const auto postgres = Load("postgres");
  const auto sqlite = Load("sqlite");
  ASSERT_TRUE(postgres && sqlite);
  std::vector<std::string> missing;
  for (const ir::TypeKind kind : ir::AllTypeKinds()) {
    if (ir::KeywordOf(kind).empty()) continue;
    EXPECT_NE(postgres->FindType(TypeOf(kind)), nullptr) << ir::KeywordOf(kind);
    if (sqlite->FindType(TypeOf(kind)) == nullptr) missing.emplace_back(ir::KeywordOf(kind));
  }
  EXPECT_THAT(missing, ElementsAre("interval", "xml"));
}

TEST_F(LoadDialectTest, CapabilityBeginsWithItsVersion) {
  Add("small", kSmall);
  EXPECT_FALSE(Load("small", Version{1, 9, 0})->Has(Capability::kComments));
  EXPECT_TRUE(Load("small", Version{2, 0, 0})->Has(Capability::kComments));
  EXPECT_TRUE(Load("small", Version{3, 7, 1})->Has(Capability::kComments));
  EXPECT_EQ(Load("small")->since.at(Capability::kComments), (Version{2, 0, 0}));
}

TEST_F(LoadDialectTest, ChildIsLaidOverWhatItExtends) {
  Add("small", kSmall);
  Add("near",
      "extends: small\ntitle: Near\ncapabilities: { identity: false }\ntypes: { uuid: CHAR(36), varchar: false }\nreserved: zebra");
  const auto near = Load("near", Version{2, 0, 0});
  ASSERT_TRUE(near) << ::testing::PrintToString(Messages());
  EXPECT_THAT(near->lineage, ElementsAre("near", "small"));
  EXPECT_EQ(near->backend, "small");
  EXPECT_EQ(near->title, "Near");
  EXPECT_FALSE(near->Has(Capability::kIdentity));
  EXPECT_TRUE(near->Has(Capability::kComments));
  EXPECT_EQ(near->FindType(TypeOf(ir::TypeKind::kVarchar)), nullptr);
  EXPECT_EQ(near->FindType(TypeOf(ir::TypeKind::kUuid))->before, "CHAR(36)");
  EXPECT_EQ(near->max_identifier, 20U);
  EXPECT_TRUE(near->identifier_in_characters);
}

TEST_F(LoadDialectTest, ExtendsAVersionWhenItHasNumbersOfItsOwn) {
  Add("small", kSmall);
  Add("other", "extends: small 1\ntitle: Other\nversions: { oldest: 20, newest: 24.2 }");
  const auto other = Load("other");
  ASSERT_TRUE(other) << ::testing::PrintToString(Messages());
  EXPECT_FALSE(other->Has(Capability::kComments));
  EXPECT_TRUE(other->Has(Capability::kIdentity));
  EXPECT_TRUE(other->since.empty());
  EXPECT_EQ(Text(other->target), "20");
}

TEST_F(LoadDialectTest, SpellingsByVersionAndUnit) {
  Add("small", std::string(kSmall) +
                   "  uuid: [CHAR(32), { since: 2, spelling: UUID }]\n"
                   "  nvarchar: { spelling: VARCHAR2(n CHAR), plain: CLOB, max: 4000, note: shorter }\n");
  EXPECT_EQ(Load("small", Version{1, 0, 0})->FindType(TypeOf(ir::TypeKind::kUuid))->before, "CHAR(32)");
  const auto dialect = Load("small", Version{3, 0, 0});
  EXPECT_EQ(dialect->FindType(TypeOf(ir::TypeKind::kUuid))->before, "UUID");
  const TypeSpelling expected{"VARCHAR2", " CHAR", "", "CLOB", 4000, true, "shorter"};
  EXPECT_EQ(*dialect->FindType(TypeOf(ir::TypeKind::kNvarchar)), expected);
}

TEST_F(LoadDialectTest, UnknownNamesGetASuggestion) {
  Add("small", std::string(kSmall) + "reservd: x\nlexical: { hash_coments: true }\n");
  EXPECT_FALSE(Load("smal"));
  EXPECT_FALSE(Load("small"));
  EXPECT_THAT(Messages(),
              ElementsAre(R"(M5701 no dialect "smal"; did you mean "small"?)",
                          R"(M5703 13:1 unknown key "reservd" in a dialect file; did you mean "reserved"?)",
                          R"(M5703 14:12 unknown lexical rule "hash_coments" in a dialect file; did you mean "hash_comments"?)"));
}

TEST_F(LoadDialectTest, UnknownCapabilityAndType) {
  Add("small", std::string(kSmall) + "  varcha: X\n");
  Add("near", "extends: small\ncapabilities: { drop_colum: true }");
  EXPECT_FALSE(Load("near"));
  EXPECT_THAT(Messages(),
              ElementsAre(R"(M5703 2:17 unknown capability "drop_colum" in a dialect file; did you mean "drop_column"?)",
                          R"(M5703 13:3 unknown type "varcha" in a dialect file; did you mean "varchar"?)"));
}

TEST_F(LoadDialectTest, WrongValues) {
  Add("odd",
      "title: []\nversions: { oldest: one }\ntool: isql\nquote: '<<>'\ncase: Title\nmax_identifier: 63\n"
      "capabilities: { comments: perhaps }\ntypes: { text: [] , uuid: { plain: X }, char: { spelling: C, max: many } }\n"
      "lexical: { hash_comments: 1 }\nextends: small x\n");
  Add("small", kSmall);
  EXPECT_FALSE(Load("odd"));
  std::vector<std::string> codes;
  for (const std::string& message : Messages()) codes.push_back(message.substr(0, message.find(' ', 6)));
  EXPECT_THAT(codes, ElementsAre("M5704 1:8", "M5704 2:21", "M5704 3:7", "M5704 4:8", "M5704 5:7", "M5704 6:17", "M5704 7:27",
                                 "M5704 8:16", "M5704 8:27", "M5704 8:67", "M5704 9:27", "M5704 10:10"));
}

TEST_F(LoadDialectTest, WhatIsNotYamlIsAnErrorWithItsPlace) {
  Add("broken", "title: Broken\n  quote: [\n");
  Add("list", "- a\n- b\n");
  Add("twice", "title: A\ntitle: B\n");
  EXPECT_FALSE(Load("broken"));
  EXPECT_FALSE(Load("list"));
  EXPECT_FALSE(Load("twice"));
  ASSERT_EQ(Messages().size(), 3U);
  EXPECT_THAT(Messages()[0], HasSubstr("M5702 2:"));
  EXPECT_THAT(Messages()[1], HasSubstr("M5702 1:1"));
  EXPECT_THAT(Messages()[2], HasSubstr("M5702 2:1 this dialect file cannot be read: the key \"title\" is there twice"));
}

TEST_F(LoadDialectTest, AliasesThatMultiplyAreRefused) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) text += (j > 0 ? ", " : "") + below;
    text += "]\n";
  }
  Add("bomb", text);
  EXPECT_FALSE(Load("bomb"));
  ASSERT_EQ(Messages().size(), 1U);
  EXPECT_THAT(Messages()[0], HasSubstr("larger or deeper"));
}

TEST_F(LoadDialectTest, ExtendsItself) {
  Add("a", "extends: b");
  Add("b", "extends: c");
  Add("c", "extends: b");
  EXPECT_FALSE(Load("a"));
  EXPECT_THAT(Messages(), ElementsAre(R"(M5705 1:10 dialect "b" extends itself: b -> c -> b)"));
}

TEST_F(LoadDialectTest, ContradictionsAndWhatIsMissing) {
  Add("small", kSmall);
  Add("odd", "extends: small\nversions: { oldest: 2, newest: 1 }\ncapabilities: { online_index_no_transaction: true, grants: 9 }");
  Add("empty", "title: Empty");
  EXPECT_FALSE(Load("odd", Version{1, 0, 0}));
  EXPECT_FALSE(Load("empty"));
  EXPECT_THAT(Messages(), ::testing::IsSupersetOf(
                              {"M5707 1:1 these facts contradict each other: the oldest version is later than the newest",
                               "M5707 3:60 these facts contradict each other: grants begins after the newest version, 1",
                               "M5707 3:46 these facts contradict each other: online_index_no_transaction without online_indexes",
                               "M5706 1:1 dialect \"empty\" lacks `tool`, and so does all that it extends"}));
}

TEST_F(LoadDialectTest, VersionOutOfRange) {
  AddBuiltins();
  EXPECT_FALSE(Load("postgres", ParseVersion("11.9")));
  EXPECT_FALSE(Load("postgres", ParseVersion("19")));
  EXPECT_TRUE(Load("postgres", ParseVersion("18.4")));
  ASSERT_EQ(Messages().size(), 2U);
  EXPECT_THAT(Messages()[0], HasSubstr("M5708 PostgreSQL 11.9 is not among the versions that can be compiled for, 12 to 18"));
}

TEST(VersionTest, ParsesUpToThreeNumbers) {
  EXPECT_EQ(ParseVersion("15"), (Version{15, 0, 0}));
  EXPECT_EQ(ParseVersion("8.0.13"), (Version{8, 0, 13}));
  for (const char* bad : {"", ".", "15.", "1.2.3.4", "v15", "15 ", "-1", "99999999999"}) EXPECT_FALSE(ParseVersion(bad)) << bad;
  EXPECT_EQ(Text({8, 0, 13}), "8.0.13");
  EXPECT_EQ(Text({3, 35, 0}), "3.35");
  EXPECT_EQ(Text({15, 0, 0}), "15");
}

TEST(CapabilityTest, KeysAreDistinct) {
  std::set<std::string_view> keys;
  for (const Capability capability : AllCapabilities()) {
    EXPECT_TRUE(keys.insert(KeyOf(capability)).second) << KeyOf(capability);
    EXPECT_FALSE(MeaningOf(capability).empty());
  }
}

}  // namespace
}  // namespace migc::dialect
