#include "migc/parse/parse.h"

#include <MigcParser.h>

#include <memory>

#include "migc/base/text.h"
#include "parse/build.h"
#include "parse/check_lexemes.h"
#include "parse/recovery.h"
#include "parse/syntax_errors.h"
#include "parse/token_stream.h"

namespace migc::parse {

namespace {

using antlr4::atn::ParserATNSimulator;
using antlr4::atn::PredictionMode;

// ANTLR's parser, which takes less time over its tree: it looks for the kind of a parent that it knows, and makes room for one
// child after the other.
class Parser final : public Grammar {
 public:
  explicit Parser(antlr4::TokenStream* tokens) : Grammar(tokens) { removeErrorListeners(); }

  void enterRule(antlr4::ParserRuleContext* context, std::size_t state, std::size_t rule) override {
    constexpr std::size_t kUsual = 4;
    context->children.reserve(kUsual);
    Grammar::enterRule(context, state, rule);
  }

 protected:
  void addContextToParseTree() override {
    if (_ctx->parent != nullptr) static_cast<antlr4::ParserRuleContext*>(_ctx->parent)->addChild(_ctx);
  }
};

// What the two kinds of file differ in.
struct RevisionGrammar {
  using Tree = Grammar::RevisionFileContext;
  static Tree* Parse(Grammar& parser) { return parser.revisionFile(); }
  static ast::File Build(const Input& in, Tree& tree) { return BuildRevisionTree(in, tree); }
};

struct ModelGrammar {
  using Tree = Grammar::ModelFileContext;
  static Tree* Parse(Grammar& parser) { return parser.modelFile(); }
  static ast::File Build(const Input& in, Tree& tree) { return BuildModelTree(in, tree); }
};

struct HeaderGrammar {
  using Tree = Grammar::HeaderContext;
  static Tree* Parse(Grammar& parser) { return parser.header(); }
  static ast::File Build(const Input& in, Tree& tree) { return BuildHeaderTree(in, tree); }
};

// What is wrong with the bytes alone.
bool CheckBytes(const source::Buffer& buffer, diag::Sink& sink) {
  const std::string_view text = buffer.text();
  if (text.size() > kMaxFileBytes) {
    sink.Report(diag::Make(diag::Kind::kFileTooLarge, source::Span{buffer.id(), 0, 0}, text.size(), kMaxFileBytes)
                    .WithHelp("split the revision, or load large data from a csv file"));
    return false;
  }
  const auto span_at = [&](std::size_t offset) {
    const auto begin = static_cast<std::uint32_t>(offset);
    return source::Span{buffer.id(), begin, begin + 1};
  };
  if (const std::optional<std::size_t> invalid = base::FindInvalidUtf8(text)) {
    sink.Report(diag::Make(diag::Kind::kNotUtf8, span_at(*invalid), *invalid).WithHelp("save the file as UTF-8"));
    return false;
  }
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return true;
  sink.Report(diag::Make(diag::Kind::kNulByte, span_at(nul), nul).WithHelp("is this a text file, saved as UTF-8?"));
  return false;
}

// The quick way: no recovery, and prediction that looks at the rule at hand alone. Nothing: not known to be right.
template <class G>
typename G::Tree* ParseQuickly(Grammar& parser) {
  parser.getInterpreter<ParserATNSimulator>()->setPredictionMode(PredictionMode::SLL);
  parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
  try {
    return G::Parse(parser);
  } catch (const antlr4::ParseCancellationException&) {
    return nullptr;
  }
}

// The exact way, which says what is wrong. Nothing: it gave up.
template <class G>
typename G::Tree* ParseExactly(Grammar& parser, TokenStream& tokens, SyntaxErrors& errors) {
  tokens.seek(0);
  parser.reset();
  parser.getInterpreter<ParserATNSimulator>()->setPredictionMode(PredictionMode::LL);
  parser.setErrorHandler(std::make_shared<Recovery>(tokens, errors));
  try {
    return G::Parse(parser);
  } catch (const antlr4::ParseCancellationException&) {
    return nullptr;
  }
}

template <class G>
std::optional<ast::File> Build(const source::Buffer& buffer, diag::Sink& sink) {
  if (!CheckBytes(buffer, sink)) return std::nullopt;
  const std::size_t errors_before = sink.errors();
  Lexemes lexemes = Lex(buffer.text());
  const LexicalErrors lexical = CheckLexemes(buffer, lexemes, sink);
  if (lexical.nests_too_deep) return std::nullopt;

  TokenStream tokens(buffer.text(), lexemes.tokens);
  Parser parser(&tokens);
  typename G::Tree* tree = ParseQuickly<G>(parser);
  if (tree == nullptr) {
    SyntaxErrors errors(buffer, tokens, lexical, sink);
    tree = ParseExactly<G>(parser, tokens, errors);
  }
  if (tree == nullptr || sink.errors() > errors_before) return std::nullopt;

  ast::File file = G::Build({buffer, lexemes, sink}, *tree);
  if (sink.errors() > errors_before) return std::nullopt;
  return file;
}

}  // namespace

std::optional<ast::File> BuildFile(const source::Buffer& buffer, diag::Sink& sink) { return Build<RevisionGrammar>(buffer, sink); }

std::optional<ast::File> BuildHeader(const source::Buffer& buffer, diag::Sink& sink) {
  if (!CheckBytes(buffer, sink)) return std::nullopt;
  Lexemes lexemes = LexHeader(buffer.text());
  diag::Sink quiet;
  if (!CheckLexemes(buffer, lexemes, quiet).nests_too_deep && !quiet.HasErrors()) {
    TokenStream tokens(buffer.text(), lexemes.tokens);
    Parser parser(&tokens);
    if (Grammar::HeaderContext* tree = ParseQuickly<HeaderGrammar>(parser)) {
      ast::File file = HeaderGrammar::Build({buffer, lexemes, quiet}, *tree);
      if (!quiet.HasErrors()) return file;
    }
  }
  // Something is wrong with it: the whole file says what.
  return BuildFile(buffer, sink);
}

std::optional<ast::File> BuildModel(const source::Buffer& buffer, diag::Sink& sink) { return Build<ModelGrammar>(buffer, sink); }

}  // namespace migc::parse
