#include "parse/syntax_words.h"

#include <MigcParser.h>

#include <algorithm>
#include <vector>

#include "migc/base/text.h"

namespace migc::parse {

namespace {

using Grammar = generated::MigcParser;

constexpr std::size_t kMaxShown = 40;     // bytes of a token's text
constexpr std::size_t kMaxExpected = 10;  // more alternatives than that help nobody

struct Sign {
  std::size_t kind;
  std::string_view text;
};

constexpr Sign kSigns[] = {
    {Grammar::LBRACE, "{"},    {Grammar::RBRACE, "}"},   {Grammar::LPAREN, "("}, {Grammar::RPAREN, ")"},   {Grammar::LBRACKET, "["},
    {Grammar::RBRACKET, "]"},  {Grammar::COMMA, ","},    {Grammar::SEMI, ";"},   {Grammar::DOT, "."},      {Grammar::PLUS, "+"},
    {Grammar::MINUS, "-"},     {Grammar::STAR, "*"},     {Grammar::SLASH, "/"},  {Grammar::PERCENT, "%"},  {Grammar::CONCAT, "||"},
    {Grammar::EQUAL, "="},     {Grammar::UNEQUAL, "<>"}, {Grammar::LESS, "<"},   {Grammar::AT_MOST, "<="}, {Grammar::GREATER, ">"},
    {Grammar::AT_LEAST, ">="},
};

struct Varying {
  std::size_t kind;
  std::string_view text;
};

constexpr Varying kVarying[] = {
    {Grammar::STRING, "a string"},  {Grammar::RAW, "raw SQL $$ … $$"},  {Grammar::INTEGER, "a number"},
    {Grammar::BYTES, "bytes x'…'"}, {Grammar::OPERATOR, "an operator"},
};

// When all of `members` may stand there, the phrase stands for them (and for what it takes along).
struct Group {
  std::vector<std::size_t> members;
  std::vector<std::size_t> also;
  std::string_view phrase;
};

const std::vector<Group>& Groups() {
  static const std::vector<Group> groups = {
      {{Grammar::CAST, Grammar::CASE, Grammar::LPAREN, Grammar::BYTES, Grammar::STRING},
       {Grammar::PLUS, Grammar::MINUS, Grammar::INTEGER, Grammar::EXPONENT_INTEGER, Grammar::DECIMAL, Grammar::NOT, Grammar::NULL_,
        Grammar::TRUE, Grammar::FALSE, Grammar::SQL, Grammar::DATE, Grammar::TIMESTAMP},
       "an expression"},
      {{Grammar::PLUS, Grammar::SLASH, Grammar::CONCAT},
       {Grammar::MINUS, Grammar::STAR, Grammar::PERCENT, Grammar::EQUAL, Grammar::UNEQUAL, Grammar::LESS, Grammar::AT_MOST,
        Grammar::GREATER, Grammar::AT_LEAST, Grammar::AND, Grammar::OR, Grammar::NOT, Grammar::IS, Grammar::IN, Grammar::BETWEEN,
        Grammar::LIKE, Grammar::LPAREN},
       "an operator"},
      {{Grammar::DEFAULT, Grammar::GENERATED, Grammar::IDENTITY, Grammar::REFERENCES},
       {Grammar::NOT, Grammar::LPAREN, Grammar::CONSTRAINT, Grammar::NULL_, Grammar::PRIMARY, Grammar::UNIQUE, Grammar::CHECK_,
        Grammar::CHARACTER, Grammar::COLLATE, Grammar::COMMENT, Grammar::RENAMED, Grammar::ON, Grammar::MATCH, Grammar::DEFERRABLE,
        Grammar::WITH, Grammar::NATIVE, Grammar::LBRACKET, Grammar::STORED, Grammar::VIRTUAL},
       "an attribute of the column"},
      {{Grammar::CREATE, Grammar::DROP, Grammar::ALTER, Grammar::DEFINE},
       {Grammar::RENAME, Grammar::COMMENT, Grammar::GRANT, Grammar::REVOKE, Grammar::INSERT, Grammar::UPDATE, Grammar::DELETE,
        Grammar::SQL, Grammar::SET, Grammar::REQUIRE, Grammar::FOR, Grammar::NO},
       "a statement"},
      {{Grammar::WORD, Grammar::SELECT, Grammar::REFERENCES, Grammar::VIEW},
       {Grammar::ALTER, Grammar::CREATE, Grammar::DELETE, Grammar::DROP, Grammar::INDEX, Grammar::INSERT, Grammar::TRIGGER,
        Grammar::UPDATE},
       "a privilege"},
  };
  return groups;
}

// The keyword of each kind: the grammar's name for it, without the underscore that keeps some from being C macros.
const std::vector<std::string>& Keywords() {
  static const std::vector<std::string> keywords = [] {
    const Grammar parser(nullptr);
    std::vector<std::string> result;
    for (std::size_t kind = 0; kind <= Grammar::ZONE; ++kind) {
      std::string name = base::LowerAscii(parser.getVocabulary().getSymbolicName(kind));
      if (name.ends_with('_')) name.pop_back();
      result.push_back(std::move(name));
    }
    return result;
  }();
  return keywords;
}

bool HasAll(const TokenKinds& kinds, const std::vector<std::size_t>& members) {
  return std::all_of(members.begin(), members.end(), [&](std::size_t kind) { return kinds.contains(kind); });
}

void Erase(TokenKinds& kinds, const std::vector<std::size_t>& members) {
  for (const std::size_t kind : members) kinds.erase(kind);
}

std::string_view VaryingPhrase(std::size_t kind) {
  for (const Varying& entry : kVarying) {
    if (entry.kind == kind) return entry.text;
  }
  return {};
}

// A place for a name takes every keyword too; only the words that begin something else there are worth saying, and which those
// are is not known, so none is.
void TakeNames(TokenKinds& kinds, std::vector<std::string>& phrases) {
  if (!TakesName(kinds)) return;
  const bool is_expression = std::find(phrases.begin(), phrases.end(), "an expression") != phrases.end();
  if (!is_expression)
    phrases.push_back(TakesType(kinds) ? "a type" : kinds.contains(Grammar::DIGIT_WORD) ? "a revision id" : "a name");
  if (kinds.contains(Grammar::DIGIT_WORD)) Erase(kinds, {Grammar::STRING, Grammar::INTEGER});
  std::erase_if(kinds, [](std::size_t kind) { return IsKeyword(kind); });
  Erase(kinds, {Grammar::WORD, Grammar::QUOTED_NAME});
}

std::string JoinAlternatives(const std::vector<std::string>& phrases) {
  std::string result;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (i > 0) result += i + 1 == phrases.size() ? " or " : ", ";
    result += phrases[i];
  }
  return result;
}

}  // namespace

bool IsKeyword(std::size_t kind) { return kind >= Grammar::ACTION && kind <= Grammar::ZONE; }

std::string Spelling(std::size_t kind) {
  for (const Sign& sign : kSigns) {
    if (sign.kind == kind) return std::string(sign.text);
  }
  if (!IsKeyword(kind)) return {};
  return Keywords()[kind];
}

std::string DescribeSeen(const Token& token) {
  switch (token.getType()) {
    case antlr4::Token::EOF:
      return "the end of the file";
    case Grammar::STRING:
    case Grammar::RAW:
      return token.getType() == Grammar::STRING ? "a string" : "raw SQL";
    default:
      break;
  }
  const std::string_view shown = base::ClipUtf8(token.text(), kMaxShown);
  const std::string text = std::string(shown) + (shown.size() < token.text().size() ? "…" : "");
  return token.getType() == Grammar::QUOTED_NAME ? "the name " + text : "\"" + text + "\"";
}

bool TakesType(const TokenKinds& kinds) { return TakesName(kinds) && !kinds.contains(Grammar::DEFAULT); }

bool TakesExpression(const TokenKinds& kinds) { return kinds.contains(Grammar::CAST) && kinds.contains(Grammar::BYTES); }

bool TakesName(const TokenKinds& kinds) { return kinds.contains(Grammar::WORD) && kinds.contains(Grammar::QUOTED_NAME); }

std::string DescribeExpected(TokenKinds kinds) {
  std::vector<std::string> phrases;
  if (kinds.size() > 1) kinds.erase(Grammar::DOT);  // after every name, and hardly what is missing
  for (const Group& group : Groups()) {
    if (!HasAll(kinds, group.members)) continue;
    if (TakesName(kinds) && group.phrase != "an expression") continue;  // they are there as names
    phrases.emplace_back(group.phrase);
    if (group.phrase == "an expression") TakeNames(kinds, phrases);
    Erase(kinds, group.members);
    Erase(kinds, group.also);
  }
  TakeNames(kinds, phrases);
  for (const std::size_t kind : kinds) {
    if (kind == antlr4::Token::EOF) {
      phrases.emplace_back("the end of the file");
    } else if (const std::string spelling = Spelling(kind); !spelling.empty()) {
      phrases.push_back("\"" + spelling + "\"");
    } else if (const std::string_view phrase = VaryingPhrase(kind); !phrase.empty()) {
      phrases.emplace_back(phrase);
    } else if (kind == Grammar::WORD) {
      phrases.emplace_back("a word");
    }
  }
  if (phrases.size() > kMaxExpected) {
    phrases.resize(kMaxExpected - 1);
    phrases.emplace_back("one of several other words");
  }
  return JoinAlternatives(phrases);
}

}  // namespace migc::parse
