// What the grammar promises: two or three tokens of look-ahead, never the whole stack, and one reading of every statement.
#include <MigcParser.h>
#include <gtest/gtest.h>

#include "parse/lexer.h"
#include "parse/token_stream.h"
#include "unit/parse/parsing.h"

namespace migc::parse::testing {
namespace {

std::vector<Case> AllCases() {
  std::vector<Case> result;
  for (const std::vector<Case>* cases :
       {&TableCases(), &TypeCases(), &ExpressionCases(), &AlterCases(), &ObjectCases(), &DataCases()}) {
    result.insert(result.end(), cases->begin(), cases->end());
  }
  return result;
}

class Ambiguities final : public antlr4::BaseErrorListener {
 public:
  void syntaxError(antlr4::Recognizer*, antlr4::Token*, std::size_t, std::size_t, const std::string& message,
                   std::exception_ptr) override {
    found_ += message + "\n";
  }
  void reportAmbiguity(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, std::size_t, std::size_t, bool, const antlrcpp::BitSet&,
                       antlr4::atn::ATNConfigSet*) override {
    found_ += "ambiguous: " + RuleOf(parser, dfa);
  }
  void reportAttemptingFullContext(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, std::size_t, std::size_t,
                                   const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    found_ += "full context: " + RuleOf(parser, dfa);
  }
  std::string Take() { return std::exchange(found_, {}); }

 private:
  static std::string RuleOf(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa) {
    return parser->getRuleNames()[dfa.atnStartState->ruleIndex] + "\n";
  }
  std::string found_;
};

TEST(Grammar, ReadsEveryStatementInOneWayWithoutTheStack) {
  Ambiguities ambiguities;
  for (const Case& c : AllCases()) {
    const Lexemes lexemes = Lex(c.source);
    TokenStream tokens(c.source, lexemes.tokens);
    generated::MigcParser parser(&tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(&ambiguities);
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
        antlr4::atn::PredictionMode::LL_EXACT_AMBIG_DETECTION);
    parser.modelFile();
    EXPECT_EQ(ambiguities.Take(), "") << c.source;
  }
}

}  // namespace
}  // namespace migc::parse::testing
