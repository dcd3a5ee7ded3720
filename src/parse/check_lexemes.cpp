#include "parse/check_lexemes.h"

#include <MigcLexer.h>
#include <fmt/format.h>

#include <optional>
#include <string>

#include "migc/parse/parse.h"
#include "parse/utf8.h"

namespace migc::parse {

namespace {

using generated::MigcLexer;

constexpr std::size_t kMaxStrays = 20;

struct Unfinished {
  std::size_t kind;
  std::size_t finished;  // INVALID_TYPE: to be left out
  diag::Kind diagnostic;
  std::string_view help;
};

constexpr Unfinished kUnfinished[] = {
    {MigcLexer::UNTERMINATED_STRING, MigcLexer::STRING, diag::Kind::kUnterminatedString,
     "add the closing '; a quote inside a string is written twice"},
    {MigcLexer::UNTERMINATED_NAME, MigcLexer::QUOTED_NAME, diag::Kind::kUnterminatedName,
     "add the closing \"; a quote inside a name is written twice"},
    {MigcLexer::UNTERMINATED_RAW, MigcLexer::RAW, diag::Kind::kUnterminatedRaw, "end it as it began"},
    {MigcLexer::UNTERMINATED_COMMENT, antlr4::Token::INVALID_TYPE, diag::Kind::kUnterminatedComment, "add the closing */"},
};

const Unfinished* FindUnfinished(std::size_t kind) {
  for (const Unfinished& entry : kUnfinished) {
    if (entry.kind == kind) return &entry;
  }
  return nullptr;
}

// A text that has no end began too late when a quote was forgotten before: then an earlier one runs over a line end.
std::optional<Lexeme> FindSuspect(const source::Buffer& buffer, const Lexemes& lexemes, std::size_t finished) {
  if (finished != MigcLexer::STRING && finished != MigcLexer::QUOTED_NAME) return std::nullopt;
  for (const Lexeme& lexeme : lexemes.tokens) {
    if (lexeme.kind != finished) continue;
    if (buffer.text().substr(lexeme.begin, lexeme.end - lexeme.begin).find('\n') != std::string_view::npos) return lexeme;
  }
  return std::nullopt;
}

source::Span OpeningLine(const source::Buffer& buffer, const Lexeme& lexeme) {
  const std::size_t line_end = buffer.text().find_first_of("\r\n", lexeme.begin);
  const auto end = line_end == std::string_view::npos ? lexeme.end : static_cast<std::uint32_t>(line_end);
  return {buffer.id(), lexeme.begin, end};
}

// Returns where the reading went wrong.
std::uint32_t ReportUnfinished(const source::Buffer& buffer, const Lexemes& lexemes, const Lexeme& lexeme, const Unfinished& entry,
                               diag::Sink& sink) {
  diag::Diagnostic diagnostic = diag::Make(entry.diagnostic, OpeningLine(buffer, lexeme)).WithHelp(std::string(entry.help));
  const std::optional<Lexeme> suspect = FindSuspect(buffer, lexemes, entry.finished);
  if (suspect) {
    diagnostic.notes.push_back(
        {OpeningLine(buffer, *suspect), "this one runs over the end of its line; is its closing quote missing?"});
  }
  sink.Report(std::move(diagnostic));
  return suspect ? suspect->begin : lexeme.begin;
}

std::string HelpForStray(std::uint32_t c) {
  switch (c) {
    case 0xA0:
    case 0x202F:
    case 0x2007:
    case 0x3000:
      return "write an ordinary blank";
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
      return "write straight quotes: '…' for a string, \"…\" for a name";
    case '`':
      return "names are quoted as \"name\"";
    case '$':
      return "raw SQL stands between $$ and $$; a placeholder ${name} stands in a string, raw SQL or a quoted name";
    case ':':
      return "a type is converted by cast(x as T)";
    case '#':
      return "a comment begins with --";
    case '@':
    case '?':
      return "values that are not known before the script runs have no place in a migration";
    case '!':
      return "write `not` or <>";
    case '\\':
      return "a quote inside a string is written twice";
    case '&':
    case '|':
    case '^':
    case '~':
      return "write an expression of one database as sql $$ … $$";
    default:
      if (c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x2000 && c < 0x2010) || c == 0xFEFF) return "leave it out";
      return "names with other characters than letters, digits and _ are quoted as \"name\"";
  }
}

void ReportStray(const source::Buffer& buffer, const Lexeme& lexeme, diag::Sink& sink) {
  const std::string_view text = buffer.text().substr(lexeme.begin, lexeme.end - lexeme.begin);
  const CodePoint decoded = DecodeUtf8(text);
  const bool printable =
      decoded.code_point > ' ' && decoded.code_point != 0x7F && !(decoded.code_point >= 0x80 && decoded.code_point < 0xA1);
  const std::string shown = printable ? "\"" + std::string(text) + "\"" : fmt::format("the character U+{:04X}", decoded.code_point);
  sink.Report(diag::Make(diag::Kind::kStrayCharacter, source::Span{buffer.id(), lexeme.begin, lexeme.end}, shown)
                  .WithHelp(HelpForStray(decoded.code_point)));
}

// The depth of brackets, with `case … end` counted where it stands: a column may be called `case`, so a comma or `;` at the same
// bracket forgets it.
class Nesting {
 public:
  // True when the bracket or `case` at hand is one too many.
  bool TooDeepAfter(std::size_t kind) {
    switch (kind) {
      case MigcLexer::LPAREN:
      case MigcLexer::LBRACE:
      case MigcLexer::LBRACKET:
        cases_.push_back(0);
        ++depth_;
        break;
      case MigcLexer::RPAREN:
      case MigcLexer::RBRACE:
      case MigcLexer::RBRACKET:
        if (cases_.size() == 1) break;
        depth_ -= 1 + cases_.back();
        cases_.pop_back();
        break;
      case MigcLexer::CASE:
        ++cases_.back();
        ++depth_;
        break;
      case MigcLexer::END:
        if (cases_.back() == 0) break;
        --cases_.back();
        --depth_;
        break;
      case MigcLexer::COMMA:
      case MigcLexer::SEMI:
        depth_ -= cases_.back();
        cases_.back() = 0;
        break;
      default:
        break;
    }
    return depth_ > kMaxNesting;
  }

 private:
  std::vector<int> cases_{0};
  int depth_ = 0;
};

bool NestsTooDeep(const source::Buffer& buffer, const Lexemes& lexemes, diag::Sink& sink) {
  Nesting nesting;
  for (const Lexeme& lexeme : lexemes.tokens) {
    if (!nesting.TooDeepAfter(lexeme.kind)) continue;
    sink.Report(diag::Make(diag::Kind::kNestingTooDeep, source::Span{buffer.id(), lexeme.begin, lexeme.end}, kMaxNesting)
                    .WithHelp("a bracket may be missing its end; or put the inner part into a statement of its own"));
    return true;
  }
  return false;
}

}  // namespace

LexicalErrors CheckLexemes(const source::Buffer& buffer, Lexemes& lexemes, diag::Sink& sink) {
  LexicalErrors errors;
  errors.unreliable_from = static_cast<std::uint32_t>(buffer.text().size()) + 1;
  std::vector<Lexeme> kept;
  kept.reserve(lexemes.tokens.size());
  for (const Lexeme& lexeme : lexemes.tokens) {
    if (lexeme.kind == MigcLexer::STRAY) {
      const bool follows_another = !errors.strays.empty() && errors.strays.back() + 1 == lexeme.begin;
      if (errors.strays.size() < kMaxStrays && !follows_another) ReportStray(buffer, lexeme, sink);
      errors.strays.push_back(lexeme.begin);
    } else if (const Unfinished* unfinished = FindUnfinished(lexeme.kind)) {
      errors.unreliable_from = ReportUnfinished(buffer, lexemes, lexeme, *unfinished, sink);
      if (unfinished->finished != antlr4::Token::INVALID_TYPE) kept.push_back({unfinished->finished, lexeme.begin, lexeme.end});
    } else {
      kept.push_back(lexeme);
    }
  }
  lexemes.tokens = std::move(kept);
  errors.nests_too_deep = NestsTooDeep(buffer, lexemes, sink);
  return errors;
}

}  // namespace migc::parse
