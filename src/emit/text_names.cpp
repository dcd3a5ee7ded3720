#include "emit/text_names.h"

#include <algorithm>
#include <set>

#include "migc/base/text.h"

namespace migc::emit {
namespace {

using Words = std::set<std::string_view>;

// Behind these stands a table.
const Words kBeforeTable = {"join", "into", "table", "truncate", "merge", "straight_join"};
// Between such a word and the table.
const Words kPassedOver = {"only", "lateral", "if", "not", "exists", "ignore", "low_priority", "delayed", "quick"};
// Behind these UPDATE is no statement.
const Words kBeforeOtherUpdate = {"before", "after", "of", "or", "key", "do", "for", "on"};
// These end a list of tables.
const Words kEnds = {"where", "group",  "order", "having",  "set",     "values",      "limit",     "union",   "intersect", "except",
                     "minus", "window", "begin", "end",     "when",    "returning",   "then",      "execute", "returns",   "return",
                     "for",   "do",     "loop",  "with",    "connect", "fetch",       "offset",    "qualify", "model",     "start",
                     "is",    "if",     "else",  "declare", "call",    "referencing", "partition", "option"};
// These stand between tables, or between a table and what it is joined by.
const Words kBetween = {"left", "right", "inner", "outer", "full", "cross", "natural", "on"};
const Words kRows = {"new", "old", "inserted", "deleted"};

std::string Unquoted(std::string_view name) {
  std::string text;
  const char close = name.back();
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    text += name[i];
    if (name[i] == close) ++i;
  }
  return text;
}

}  // namespace

TextNames::TextNames(std::string_view sql, const dialect::Dialect& dialect) {
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    const std::string_view text = sql.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case TokenKind::kWord:
        words_.push_back({base::LowerAscii(text)});
        break;
      case TokenKind::kName:
        words_.push_back({base::LowerAscii(Unquoted(text)), ' ', true});
        break;
      case TokenKind::kString:
        words_.push_back({"", '\''});
        break;
      case TokenKind::kSymbol:
        words_.push_back({"", text.front()});
        break;
      case TokenKind::kComment:
        break;
    }
  }
  Read();
}

bool TextNames::IsSymbol(std::size_t at, char symbol) const {
  return at < words_.size() && words_[at].text.empty() && !words_[at].quoted && words_[at].symbol == symbol;
}

std::string TextNames::KeywordAt(std::size_t at) const {
  return at < words_.size() && !words_[at].quoted ? words_[at].text : std::string();
}

void TextNames::Read() {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    words_[at].statement = statement_;
    if (words_[at].text.empty() && !words_[at].quoted) {
      ReadSymbol(at);
    } else {
      at = ReadName(at);
    }
  }
}

void TextNames::ReadSymbol(std::size_t at) {
  Clause& clause = clauses_.back();
  switch (words_[at].symbol) {
    case '(': {
      const bool inside = clause.expect == Expect::kTable;
      clause.expect = inside ? Expect::kAlias : Expect::kNothing;
      clauses_.push_back({inside, false, inside ? Expect::kTable : Expect::kNothing});
      if (inside) sources_.push_back({"", "", statement_});
      break;
    }
    case ')':
      if (clauses_.size() > 1) clauses_.pop_back();
      break;
    case ';':
      clauses_.assign(1, Clause{});
      ++statement_;
      break;
    case ',':
      clause.expect = clause.tables ? Expect::kTable : Expect::kNothing;
      break;
    default:
      clause.expect = Expect::kNothing;
      break;
  }
}

// The place of its last part.
std::size_t TextNames::ReadName(std::size_t at) {
  const std::string keyword = KeywordAt(at);
  Clause& clause = clauses_.back();
  const bool known = kBeforeTable.contains(keyword) || kEnds.contains(keyword) || kBetween.contains(keyword) ||
                     keyword == "select" || keyword == "delete" || keyword == "from" || keyword == "using" || keyword == "update" ||
                     keyword == "as";
  if (known && !IsSymbol(at + 1, '.')) {
    ReadKeyword(at, keyword);
    return at;
  }
  if (clause.expect == Expect::kTable && kPassedOver.contains(keyword)) return at;
  if (clause.expect == Expect::kTable) {
    while (IsSymbol(at + 1, '.') && !NameAt(at + 2).empty()) {
      at += 2;
      words_[at - 1].statement = words_[at].statement = statement_;
    }
    words_[at].role = Role::kTable;
    sources_.push_back({words_[at].text, words_[at].text, statement_});
    clause.expect = Expect::kAlias;
  } else if (clause.expect == Expect::kAlias) {
    words_[at].role = Role::kAlias;
    if (!sources_.empty()) sources_.back().alias = words_[at].text;
    clause.expect = Expect::kNothing;
  }
  return at;
}

void TextNames::ReadKeyword(std::size_t at, const std::string& word) {
  Clause& clause = clauses_.back();
  const std::string before = at == 0 ? std::string() : KeywordAt(at - 1);
  if (word == "as") {
    if (clause.expect != Expect::kAlias) clause.expect = Expect::kNothing;
  } else if (word == "select" || word == "delete") {
    clause = {false, true, Expect::kNothing};
  } else if (word == "from") {
    // extract(year from c), trim(' ' from c), a is distinct from b
    const bool of_function = clauses_.size() > 1 && !clause.query;
    if (!of_function && before != "distinct") BeginTables();
  } else if (word == "using") {
    if (!IsSymbol(at + 1, '(')) BeginTables();
  } else if (word == "update") {
    if (kBeforeOtherUpdate.contains(before) || IsSymbol(at + 1, '(')) {
      clause = {};
    } else {
      BeginTables();
    }
  } else if (kBeforeTable.contains(word)) {
    BeginTables();
  } else if (kBetween.contains(word)) {
    clause.expect = Expect::kNothing;
  } else {
    clause.tables = false;
    clause.expect = Expect::kNothing;
  }
}

const TextNames::Source* TextNames::SourceCalled(std::size_t statement, const std::string& alias) const {
  const auto found =
      std::ranges::find_if(sources_, [&](const Source& source) { return source.statement == statement && source.alias == alias; });
  return found == sources_.end() ? nullptr : &*found;
}

bool TextNames::Reads(std::size_t statement, const std::string& table, bool own) const {
  return std::ranges::any_of(sources_, [&](const Source& source) {
    return source.statement == statement && (source.table == table || (own && kRows.contains(source.table)));
  });
}

bool TextNames::Table(const std::string& name) const {
  const std::string wanted = base::LowerAscii(name);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const Word& word = words_[at];
    if (word.text != wanted) continue;
    if (word.role == Role::kTable || IsSymbol(at + 1, '%')) return true;
    const bool qualifies = IsSymbol(at + 1, '.') && (!NameAt(at + 2).empty() || IsSymbol(at + 2, '*'));
    const Source* source = SourceCalled(word.statement, wanted);
    if (qualifies && word.role == Role::kNone && (source == nullptr || source->table == wanted)) return true;
  }
  return false;
}

// `update of a, b`, `update(a)`
bool TextNames::IsInUpdateOf(std::size_t at) const {
  if (at >= 2 && IsSymbol(at - 1, '(') && KeywordAt(at - 2) == "update") return true;
  while (at >= 2 && IsSymbol(at - 1, ',')) at -= 2;
  return at >= 2 && KeywordAt(at - 1) == "of" && KeywordAt(at - 2) == "update";
}

bool TextNames::IsOf(std::size_t at, const std::string& table, bool own) const {
  const std::size_t statement = words_[at].statement;
  if (at < 2 || !IsSymbol(at - 1, '.')) return Reads(statement, table, own) || (own && IsInUpdateOf(at));
  const std::string qualifier = NameAt(at - 2);
  if (const Source* source = SourceCalled(statement, qualifier)) {
    return source->table == table || (own && kRows.contains(source->table));
  }
  if (kRows.contains(qualifier)) return own;
  // A record, or a table of another statement: of whichever the text reads.
  return qualifier == table || own || Table(table);
}

bool TextNames::Column(const std::string& table, const std::string& column, bool own) const {
  const std::string wanted = base::LowerAscii(column);
  const std::string of = base::LowerAscii(table);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const Word& word = words_[at];
    if (word.text != wanted || word.role != Role::kNone) continue;
    if (IsSymbol(at + 1, '(') || IsSymbol(at + 1, '.')) continue;
    const bool given = at > 0 && (IsSymbol(at - 1, ':') || IsSymbol(at - 1, '@') || KeywordAt(at - 1) == "as");
    if (!given && IsOf(at, of, own)) return true;
  }
  return false;
}

bool TextNames::Star(const std::string& table) const {
  const std::string wanted = base::LowerAscii(table);
  for (std::size_t at = 1; at < words_.size(); ++at) {
    if (!IsSymbol(at, '*')) continue;
    const std::string before = KeywordAt(at - 1);
    const std::size_t statement = words_[at].statement;
    if (before == "select" || before == "distinct" || before == "all" || IsSymbol(at - 1, ',')) {
      if (Reads(statement, wanted, false)) return true;
    } else if (at >= 2 && IsSymbol(at - 1, '.')) {
      const Source* source = SourceCalled(statement, NameAt(at - 2));
      if (source != nullptr && source->table == wanted) return true;
    }
  }
  return false;
}

std::vector<std::string> TextNames::Bodies(std::string_view sql, const dialect::Dialect& dialect) {
  std::vector<std::string> bodies;
  const std::vector<Token> tokens = Tokenize(sql, dialect.lexical).tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kString) continue;
    const std::string_view text = sql.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    if (text.starts_with('$')) {
      const std::size_t tag = text.find('$', 1) + 1;
      bodies.emplace_back(text.substr(tag, text.size() - 2 * tag));
    } else if (i > 0 && text.starts_with('\'')) {
      const Token& before = tokens[i - 1];
      if (base::LowerAscii(sql.substr(before.begin, before.end - before.begin)) == "as") bodies.push_back(Unquoted(text));
    }
  }
  return bodies;
}

}  // namespace migc::emit
