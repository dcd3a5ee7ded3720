// By hand, because ANTLR's lexer takes most of the time that parsing takes. grammar/MigcLexer.g4 stays the authority: a test holds
// every token to it.
#include "parse/lexer.h"

#include <MigcLexer.h>

#include <algorithm>
#include <array>

#include "parse/utf8.h"
#include "parse/word_characters.h"

namespace migc::parse {

namespace {

using generated::MigcLexer;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }  // tab, line feed, vertical tab, form feed, return
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Signs of several characters, a longer one before those that it begins with.
struct Sign {
  std::string_view text;
  std::size_t kind;
};
constexpr std::array<Sign, 15> kLongSigns = {{{"-|-", MigcLexer::OPERATOR},
                                              {"||", MigcLexer::CONCAT},
                                              {"<>", MigcLexer::UNEQUAL},
                                              {"!=", MigcLexer::UNEQUAL},
                                              {"<=", MigcLexer::AT_MOST},
                                              {">=", MigcLexer::AT_LEAST},
                                              {"&&", MigcLexer::OPERATOR},
                                              {"@>", MigcLexer::OPERATOR},
                                              {"<@", MigcLexer::OPERATOR},
                                              {"&<", MigcLexer::OPERATOR},
                                              {"&>", MigcLexer::OPERATOR},
                                              {"<<", MigcLexer::OPERATOR},
                                              {">>", MigcLexer::OPERATOR},
                                              {"~=", MigcLexer::OPERATOR},
                                              {"--", MigcLexer::LINE_COMMENT}}};

std::size_t ShortSign(char c) {
  switch (c) {
    case '{':
      return MigcLexer::LBRACE;
    case '}':
      return MigcLexer::RBRACE;
    case '(':
      return MigcLexer::LPAREN;
    case ')':
      return MigcLexer::RPAREN;
    case '[':
      return MigcLexer::LBRACKET;
    case ']':
      return MigcLexer::RBRACKET;
    case ',':
      return MigcLexer::COMMA;
    case ';':
      return MigcLexer::SEMI;
    case '.':
      return MigcLexer::DOT;
    case '+':
      return MigcLexer::PLUS;
    case '-':
      return MigcLexer::MINUS;
    case '*':
      return MigcLexer::STAR;
    case '/':
      return MigcLexer::SLASH;
    case '%':
      return MigcLexer::PERCENT;
    case '=':
      return MigcLexer::EQUAL;
    case '<':
      return MigcLexer::LESS;
    case '>':
      return MigcLexer::GREATER;
    default:
      return MigcLexer::STRAY;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), at_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

  // False at the end of the text.
  bool Next(Lexeme& lexeme) {
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
    if (at_ == text_.size()) return false;
    begin_ = at_;
    const std::size_t kind = Take();
    lexeme = {kind, static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)};
    return true;
  }

 private:
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool StartsWith(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  std::size_t Take() {
    const char c = text_[at_];
    if ((c == 'x' || c == 'X') && Peek(1) == '\'') {
      const std::size_t close = text_.find('\'', at_ + 2);
      if (close != std::string_view::npos) return Through(close + 1, MigcLexer::BYTES);
    }
    if (IsWordStart(at_)) return TakeWord();
    if (IsDigit(c) || (c == '.' && IsDigit(Peek(1)))) return TakeNumber();
    if (c == '"') return TakeQuoted('"', MigcLexer::QUOTED_NAME, MigcLexer::UNTERMINATED_NAME);
    if (c == '\'') return TakeQuoted('\'', MigcLexer::STRING, MigcLexer::UNTERMINATED_STRING);
    if (c == '$') return TakeDollar();
    if (StartsWith("/*")) return TakeBlock("*/", at_ + 2, MigcLexer::BLOCK_COMMENT, MigcLexer::UNTERMINATED_COMMENT);
    return TakeSign();
  }

  std::size_t Through(std::size_t end, std::size_t kind) {
    at_ = end;
    return kind;
  }

  bool IsWordStart(std::size_t at) const {
    if (at >= text_.size()) return false;
    if (static_cast<unsigned char>(text_[at]) < 0x80) return IsAsciiLetter(text_[at]);
    return IsWordCharacter(DecodeUtf8(text_.substr(at)).code_point);
  }

  std::size_t EndOfWord(std::size_t at) const {
    while (at < text_.size() && (IsDigit(text_[at]) || IsWordStart(at))) at += Utf8Length(static_cast<unsigned char>(text_[at]));
    return at;
  }

  std::size_t EndOfDigits(std::size_t at) const {
    while (at < text_.size() && IsDigit(text_[at])) ++at;
    return at;
  }

  std::size_t TakeWord() {
    at_ = EndOfWord(at_);
    const std::size_t keyword = KeywordKind(text_.substr(begin_, at_ - begin_));
    return keyword != 0 ? keyword : static_cast<std::size_t>(MigcLexer::WORD);
  }

  // After `e` at `at`, where it is an exponent; else `at`.
  std::size_t EndOfExponent(std::size_t at, bool with_sign) const {
    if (at >= text_.size() || (text_[at] != 'e' && text_[at] != 'E')) return at;
    std::size_t digits = at + 1;
    const bool sign = digits < text_.size() && (text_[digits] == '+' || text_[digits] == '-');
    if (sign != with_sign) return at;
    if (sign) ++digits;
    const std::size_t end = EndOfDigits(digits);
    return end == digits ? at : end;
  }

  // The longest of what the text may be; of equally long ones the first.
  std::size_t TakeNumber() {
    const std::size_t integer = EndOfDigits(at_);
    std::size_t kind = MigcLexer::INTEGER;
    std::size_t end = integer;
    const auto consider = [&](std::size_t other_end, std::size_t other) {
      if (other_end <= end) return;
      end = other_end;
      kind = other;
    };
    if (integer > at_) consider(EndOfExponent(integer, false), MigcLexer::EXPONENT_INTEGER);
    if (integer < text_.size() && text_[integer] == '.') {
      const std::size_t fraction = EndOfDigits(integer + 1);
      if (fraction > integer + 1) {
        consider(std::max(EndOfExponent(fraction, false), EndOfExponent(fraction, true)), MigcLexer::DECIMAL);
      }
    }
    if (integer > at_) {
      consider(EndOfExponent(integer, true), MigcLexer::DECIMAL);
      consider(EndOfWord(at_), MigcLexer::DIGIT_WORD);
    }
    return Through(end, kind);
  }

  // A doubled quote does not end it.
  std::size_t TakeQuoted(char quote, std::size_t finished, std::size_t unterminated) {
    for (std::size_t close = text_.find(quote, at_ + 1); close != std::string_view::npos; close = text_.find(quote, close + 2)) {
      if (close + 1 == text_.size() || text_[close + 1] != quote) return Through(close + 1, finished);
    }
    return Through(text_.size(), unterminated);
  }

  std::size_t TakeBlock(std::string_view end, std::size_t from, std::size_t finished, std::size_t unterminated) {
    const std::size_t close = text_.find(end, from);
    if (close == std::string_view::npos) return Through(text_.size(), unterminated);
    return Through(close + end.size(), finished);
  }

  // $$ … $$, or $tag$ … $tag$
  std::size_t TakeDollar() {
    if (Peek(1) == '$') return TakeBlock("$$", at_ + 2, MigcLexer::RAW, MigcLexer::UNTERMINATED_RAW);
    if (IsWordStart(at_ + 1)) {
      const std::size_t end = EndOfWord(at_ + 1);
      if (end < text_.size() && text_[end] == '$') {
        return TakeBlock(text_.substr(at_, end + 1 - at_), end + 1, MigcLexer::RAW, MigcLexer::UNTERMINATED_RAW);
      }
    }
    return Through(at_ + 1, MigcLexer::STRAY);
  }

  // What follows the first character of a sign of several.
  bool GoesOn() const {
    const char next = Peek(1);
    return next == '-' || next == '|' || next == '>' || next == '=' || next == '&' || next == '@' || next == '<';
  }

  std::size_t TakeSign() {
    if (!GoesOn()) return Through(at_ + Utf8Length(static_cast<unsigned char>(text_[at_])), ShortSign(text_[at_]));
    for (const Sign& sign : kLongSigns) {
      if (!StartsWith(sign.text)) continue;
      if (sign.kind != MigcLexer::LINE_COMMENT) return Through(at_ + sign.text.size(), sign.kind);
      return Through(std::min(text_.find_first_of("\r\n", at_), text_.size()), sign.kind);
    }
    return Through(at_ + Utf8Length(static_cast<unsigned char>(text_[at_])), ShortSign(text_[at_]));
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_ = 0;
};

// Up to a token of the kind `last`, or all.
Lexemes LexThrough(std::string_view text, std::size_t last) {
  Scanner scanner(text);
  Lexemes result;
  Lexeme lexeme;
  while (scanner.Next(lexeme)) {
    const bool comment = lexeme.kind == MigcLexer::LINE_COMMENT || lexeme.kind == MigcLexer::BLOCK_COMMENT;
    (comment ? result.comments : result.tokens).push_back(lexeme);
    if (lexeme.kind == last) break;
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  result.tokens.push_back({kEnd, end, end});
  return result;
}

}  // namespace

Lexemes Lex(std::string_view text) { return LexThrough(text, kEnd); }

Lexemes LexHeader(std::string_view text) { return LexThrough(text, MigcLexer::SEMI); }

}  // namespace migc::parse
