// Any bytes as a `.mig` file: the hand-written lexer is held to the grammar's, and what is taken says the same when its tokens
// stand otherwise.
#include "fuzz/fuzz.h"
#include "migc/ast/dump.h"
#include "migc/base/text.h"
#include "migc/parse/parse.h"
#include "parse/lexer.h"
#include "unit/parse/grammar_lexer.h"

namespace migc {
namespace {

bool IsUtf8(const std::string& text) {
  source::Buffers buffers;
  diag::Sink sink;
  parse::BuildHeader(buffers.Add("a.mig", text), sink);
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    if (diagnostic.kind == diag::Kind::kNotUtf8) return false;
  }
  return true;
}

// Each token on a line of its own, and comments gone.
std::string Respaced(std::string_view text) {
  std::string spaced;
  for (const parse::Lexeme& token : parse::Lex(text).tokens) {
    if (token.kind != parse::kEnd) spaced += std::string(text.substr(token.begin, token.end - token.begin)) + "\n";
  }
  return spaced;
}

// The author's comments are part of the tree.
std::string WithoutComments(const std::string& dump) {
  std::string rest;
  for (const std::string_view line : base::SplitLines(dump)) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || !line.substr(begin).starts_with("-- ")) rest += std::string(line) + "\n";
  }
  return rest;
}

std::optional<std::string> Parsed(const std::string& text, bool model) {
  source::Buffers buffers;
  diag::Sink sink;
  const source::Buffer& buffer = buffers.Add("a.mig", text);
  const std::optional<ast::File> file = model ? parse::BuildModel(buffer, sink) : parse::BuildFile(buffer, sink);
  fuzz::Expect(file.has_value() != sink.HasErrors(), "a file and errors, or neither", text);
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    if (diagnostic.span) fuzz::Expect(diagnostic.span->end <= text.size(), "a place outside of the text", text);
  }
  return file ? std::optional(ast::Dump(*file)) : std::nullopt;
}

}  // namespace

std::vector<std::string> fuzz::Seeds() { return GoldenSeeds(); }

}  // namespace migc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace migc;
  const std::string text = fuzz::TextOf(data, size);
  if (IsUtf8(text)) {
    const parse::Lexemes ours = parse::Lex(text);
    const parse::Lexemes theirs = parse::testing::LexByGrammar(text);
    fuzz::Expect(ours.tokens == theirs.tokens && ours.comments == theirs.comments, "the lexers do not agree", text);
  }
  for (const bool model : {false, true}) {
    const std::optional<std::string> tree = Parsed(text, model);
    if (!tree) continue;
    const std::optional<std::string> again = Parsed(Respaced(text), model);
    fuzz::Expect(again.has_value(), "the same tokens are refused when they stand otherwise", text);
    fuzz::Expect(WithoutComments(*tree) == WithoutComments(*again), "the same tokens are another tree when they stand otherwise",
                 text);
  }
  return 0;
}
