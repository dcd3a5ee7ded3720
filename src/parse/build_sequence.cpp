#include "parse/build.h"

namespace migc::parse {

namespace {

struct Word {
  std::size_t kind;
  std::string_view text;
};

// The words of an option that name it, as ast::Option spells them; `minvalue` is `min value`, and `by` and `with` say nothing.
constexpr Word kWords[] = {
    {Grammar::START, "start"},    {Grammar::INCREMENT, "increment"}, {Grammar::MINVALUE, "min value"},
    {Grammar::MIN, "min value"},  {Grammar::MAXVALUE, "max value"},  {Grammar::MAX, "max value"},
    {Grammar::CACHE, "cache"},    {Grammar::CYCLE, "cycle"},         {Grammar::RESTART, "restart"},
    {Grammar::OWNED, "owned by"},
};

std::string_view WordOf(std::size_t kind) {
  for (const Word& word : kWords) {
    if (word.kind == kind) return word.text;
  }
  return {};
}

ast::Option BuildOption(const Input& in, Grammar::SequenceOptionContext& rule) {
  ast::Option result{{}, {}, SpanOf(in, rule)};
  const std::size_t first = rule.start->getType();
  if (first == Grammar::NO) {
    auto& second = static_cast<antlr4::tree::TerminalNode&>(*rule.children[1]);
    result.key = "no " + std::string(WordOf(second.getSymbol()->getType()));
  } else {
    result.key = WordOf(first);
  }
  if (Grammar::SignedIntegerContext* number = rule.signedInteger()) {
    result.value = (number->MINUS() != nullptr ? "-" : "") + number->INTEGER()->getText();
  } else if (Grammar::NameContext* owner = rule.name()) {
    result.value = in.buffer.Text(SpanOf(in, *owner));
  }
  return result;
}

}  // namespace

std::vector<ast::Option> BuildOptions(const Input& in, const std::vector<Grammar::SequenceOptionContext*>& rules) {
  std::vector<ast::Option> result;
  for (Grammar::SequenceOptionContext* rule : rules) result.push_back(BuildOption(in, *rule));
  return result;
}

ast::Identity BuildIdentity(const Input& in, Grammar::IdentityContext& rule) {
  ast::Identity result;
  result.always = rule.ALWAYS() != nullptr;
  result.span = SpanOf(in, rule);
  if (Grammar::IdentityOptionsContext* options = rule.identityOptions())
    result.options = BuildOptions(in, options->sequenceOption());
  return result;
}

}  // namespace migc::parse
